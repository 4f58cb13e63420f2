"""Orders and lists compared: which items moved, and which of two lists without IDs are the same."""

from __future__ import annotations

from bisect import bisect_left
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


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The keys of both orders that do not keep their relative place.

    Those that stay are a longest run that rises in both orders; what was added or removed
    between them moves nothing. Keys are distinct within each order.
    """
    place = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in place]
    staying = {common[i] for i in _longest_rising([place[key] for key in common])}
    return frozenset(common) - staying


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The indices of a longest increasing subsequence of distinct numbers."""
    tails: list[int] = []  # the least number that ends a run of each length
    tail_at: list[int] = []  # where it stands
    before: list[int] = []  # what precedes each number in its run
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(tail_at[length - 1] if length else -1)
        tails[length:] = [number, *tails[length + 1 :]]
        tail_at[length:] = [index, *tail_at[length + 1 :]]
    found = []
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
