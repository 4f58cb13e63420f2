"""Small workbooks, written by the author itself and damaged cell by cell."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from workbook_bench import ROWS, STAMP, Bench, RawBench

from zi_docs.findings import Place
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.xlsx import RawSheet, read_sheets
from zi_docs.workbook.writing.author import write_workbook


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged workbook is looked at twice; nobody writes it meanwhile."""
    monkeypatch.setattr("zi_docs.workbook.reading.book_file._WAIT_SECONDS", 0)


@pytest.fixture(scope="session")
def workbook_bytes() -> bytes:
    """The sound workbook, written once."""
    return write_workbook(ROWS, STAMP)


@pytest.fixture(scope="session")
def slim_bytes(workbook_bytes: bytes) -> bytes:
    """The sound workbook without its spare rows, comments and tables: quick to damage."""
    book = openpyxl.load_workbook(BytesIO(workbook_bytes), rich_text=True)
    for page in book.worksheets[2:-2]:
        page.delete_rows(10, page.max_row)
        for name in list(page.tables):
            del page.tables[name]
        for cell in page[3]:
            cell.comment = None
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def workbook(tmp_path: Path, slim_bytes: bytes) -> Path:
    """The sound workbook as a file."""
    path = tmp_path / "zi-2026.xlsx"
    path.write_bytes(slim_bytes)
    return path


@pytest.fixture
def bench(workbook: Path) -> Bench:
    """The sound workbook, open for damage."""
    return Bench(workbook, openpyxl.load_workbook(workbook, rich_text=True))


@pytest.fixture(scope="session")
def raw_sheets(slim_bytes: bytes) -> list[RawSheet]:
    """The cells of the sound workbook, read once."""
    return read_sheets(slim_bytes, Place("zi-2026.xlsx"), DEFAULTS)[0]


@pytest.fixture
def raw_bench(raw_sheets: list[RawSheet]) -> RawBench:
    """The cells of the sound workbook, to change without a file."""
    return RawBench({raw.title: raw for raw in raw_sheets})
