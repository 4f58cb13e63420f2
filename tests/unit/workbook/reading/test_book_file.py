"""A workbook that another program writes while it is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import SOURCE
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.book_file import read_book


@pytest.fixture
def after_each_look(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[float]]:
    """What another program does between the looks at a file, one step after each."""

    def steps(*actions: Callable[[], object]) -> list[float]:
        waits: list[float] = []

        def wait(seconds: float) -> None:
            if len(waits) < len(actions):
                actions[len(waits)]()
            waits.append(seconds)

        monkeypatch.setattr(time, "sleep", wait)
        return waits

    return steps


def test_a_workbook_that_is_being_written_is_read_when_it_is_whole(
    tmp_path: Path, after_each_look: Callable[..., list[float]]
) -> None:
    """Piece by piece, in place, as over a shared folder."""
    path, content = tmp_path / "zi.xlsx", SOURCE.read_bytes()
    path.write_bytes(b"")
    waits = after_each_look(
        *(lambda part=part: path.write_bytes(content[: part * len(content) // 3])
          for part in (1, 2, 3))
    )  # fmt: skip
    book = read_book(path, DEFAULTS)
    assert [finding.code for finding in book.findings] == []
    assert book.sheets
    assert len(waits) == 3


def test_a_workbook_that_is_taken_away_for_a_moment_is_read(
    tmp_path: Path, after_each_look: Callable[..., list[float]]
) -> None:
    """As Excel saves: the old file goes, then the new one gets its name."""
    path = tmp_path / "zi.xlsx"
    after_each_look(lambda: path.write_bytes(SOURCE.read_bytes()))
    assert read_book(path, DEFAULTS).sheets


@pytest.mark.parametrize(
    ("content", "code"), [(b"PK rusak", "WB-RUSAK"), (b"", "WB-FORMAT"), (None, "WB-TIDAK-ADA")]
)
def test_what_stays_damaged_is_told_after_one_more_look(
    content: bytes | None, code: str, tmp_path: Path, after_each_look: Callable[..., list[float]]
) -> None:
    path = tmp_path / "zi.xlsx"
    if content is not None:
        path.write_bytes(content)
    waits = after_each_look()
    book = read_book(path, DEFAULTS)
    assert (book.sheets, [finding.code for finding in book.findings]) == (None, [code])
    assert len(waits) == 1


def test_a_file_that_never_settles_is_told(
    tmp_path: Path, after_each_look: Callable[..., list[float]]
) -> None:
    path = tmp_path / "zi.xlsx"
    path.write_bytes(b"PK")
    waits = after_each_look(
        *(lambda number=number: path.write_bytes(b"PK" * number) for number in range(2, 90))
    )
    assert [finding.code for finding in read_book(path, DEFAULTS).findings] == ["WB-RUSAK"]
    assert len(waits) == 20
