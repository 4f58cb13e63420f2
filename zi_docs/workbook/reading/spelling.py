"""Names as people type them: compared tolerantly, and the nearest one suggested."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_NEAR = 60


def fold(name: str) -> str:
    """A name without what does not distinguish it: case, spaces, a closing colon or star."""
    return "".join(name.split()).casefold().rstrip("*:")


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that most resembles `name`, when one does at all."""
    found = process.extractOne(
        name,
        list(candidates),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_NEAR,
    )
    return found[0] if found else None


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """A sentence that suggests the nearest candidate, with its leading space; or nothing."""
    found = nearest(name, candidates)
    return f" Mungkin yang dimaksud “{found}”." if found else ""
