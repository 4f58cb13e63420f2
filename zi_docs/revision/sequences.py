"""Moved items of two orders, and changed items of two lists without IDs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# From this similarity on (`SequenceMatcher.ratio` of the words), an item counts as reworded.
_MIN_SIMILARITY = 0.45

IndexPair = tuple[int | None, int | None]


def paired_items(before: Sequence[str], after: Sequence[str]) -> Iterator[IndexPair]:
    """The changed items of two lists of texts as pairs of indices, in reading order.

    (i, j): item i became j; (i, None): it was removed; (None, j): it was added.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired_in_block(before, after, range(i1, i2), range(j1, j2))


def _paired_in_block(
    before: Sequence[str], after: Sequence[str], old: range, new: range
) -> Iterator[IndexPair]:
    start = new.start
    for i in old:
        j = next((j for j in range(start, new.stop) if _is_similar(before[i], after[j])), None)
        if j is None:
            yield i, None
            continue
        yield from ((None, skipped) for skipped in range(start, j))
        yield i, j
        start = j + 1
    yield from ((None, j) for j in range(start, new.stop))


def _is_similar(before: str, after: str) -> bool:
    return (
        SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()
        >= _MIN_SIMILARITY
    )


def moved_keys(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The keys in both orders that changed their relative position.

    The others are a longest common subsequence of both orders; added and removed keys do not count
    as a move. Keys are unique within each order.
    """
    positions = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in positions]
    unmoved = {common[i] for i in _longest_increasing([positions[key] for key in common])}
    return frozenset(common) - unmoved


def _longest_increasing(numbers: Sequence[int]) -> list[int]:
    """The indices of a longest increasing subsequence of distinct numbers."""
    tails: list[int] = []  # by length: the least number that ends a subsequence of that length
    tail_indices: list[int] = []  # the index of each of these numbers
    previous: list[int] = []  # by index: the index of the number before it in its subsequence
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        previous.append(tail_indices[length - 1] if length else -1)
        tails[length:] = [number, *tails[length + 1 :]]
        tail_indices[length:] = [index, *tail_indices[length + 1 :]]
    indices = []
    index = tail_indices[-1] if tail_indices else -1
    while index >= 0:
        indices.append(index)
        index = previous[index]
    return indices[::-1]
