"""Moved rows: only those that truly went elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_docs.revision.sequences import moved_keys


@pytest.mark.parametrize(
    ("before", "after", "went"),
    [
        ("abcde", "abcde", ""),
        # One row to the head moves one row, not all that it passed.
        ("abcde", "eabcd", "e"),
        ("abcde", "bcdea", "a"),
        # What is added or removed in between moves nothing.
        ("abcde", "axcye", ""),
        ("abcde", "xdabc", "d"),
        ("", "ab", ""),
        ("ab", "", ""),
    ],
)
def test_moved(before: str, after: str, went: str) -> None:
    assert moved_keys(before, after) == set(went)


@given(st.permutations("abcdefgh"))
def test_without_what_moved_the_order_is_the_old_one(after: list[str]) -> None:
    went = moved_keys("abcdefgh", after)
    assert [key for key in after if key not in went] == [k for k in "abcdefgh" if k not in went]
