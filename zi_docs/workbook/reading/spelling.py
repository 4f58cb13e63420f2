"""Names as people type them: compared tolerantly, with the nearest name as a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_MIN_SCORE = 60


def fold_name(name: str) -> str:
    """A name for comparing: without case, spaces, and colons or stars at the end."""
    return "".join(name.split()).casefold().rstrip("*:")


def nearest_name(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that most resembles `name`; None when none is similar enough."""
    match = process.extractOne(
        name,
        list(candidates),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_MIN_SCORE,
    )
    return match[0] if match else None


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """A sentence that suggests the nearest candidate, with a leading space; empty without one."""
    candidate = nearest_name(name, candidates)
    return f" Mungkin yang dimaksud “{candidate}”." if candidate else ""
