"""Lists without IDs, compared item by item: what is alike is taken for the same item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# So alike, two texts are one item that was reworded (`SequenceMatcher.ratio` of their words).
_ALIKE = 0.45

Pair = tuple[int | None, int | None]


def paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """The changed items of two lists of texts as pairs of places in reading order.

    (i, j): item i became j; (i, None): it was removed; (None, j): it was added.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from _block(before, after, range(i1, i2), range(j1, j2))


def _block(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[Pair]:
    at = new.start
    for i in old:
        j = next((j for j in range(at, new.stop) if _alike(before[i], after[j])), None)
        if j is None:
            yield i, None
            continue
        yield from ((None, skipped) for skipped in range(at, j))
        yield i, j
        at = j + 1
    yield from ((None, j) for j in range(at, new.stop))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE
