"""Which known names a mistyped one resembles, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable

MIN_SCORE = 60
"""How like, of 100, a known name must be before it is suggested."""

# Of those that resemble it less than the best by more than this, none was meant.
_MARGIN = 12
_MOST = 3


def nearest_name(name: str, candidates: Iterable[str], least: float = MIN_SCORE) -> str | None:
    """The candidate that most resembles `name`; None when none scores `least` of 100."""
    names = _ranked(name, candidates, least, 1)
    return names[0][0] if names else None


def nearest_names(name: str, candidates: Iterable[str]) -> list[str]:
    """The few candidates that resemble `name` about equally, the nearest first."""
    ranked = _ranked(name, candidates, MIN_SCORE, _MOST)
    return [candidate for candidate, score in ranked if ranked[0][1] - score <= _MARGIN]


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """A sentence that suggests the nearest candidate, with a leading space; empty without one."""
    candidate = nearest_name(name, candidates)
    return f" Mungkin yang dimaksud “{candidate}”." if candidate else ""


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """The nearest candidates for what was typed on the command line; written as `suggestion` is."""
    names = nearest_names(name, candidates)
    return f" Mungkin maksud Anda: {', '.join(names)}." if names else ""


def _ranked(
    name: str, candidates: Iterable[str], least: float, most: int
) -> list[tuple[str, float]]:
    # Few have a misspelt name.
    from rapidfuzz import fuzz, process, utils

    matches = process.extract(
        name,
        list(candidates),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=least,
        limit=most,
    )
    return [(candidate, score) for candidate, score, _ in matches]
