"""What moved in an order: the fewest whose going elsewhere turns the old order into the new."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


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
