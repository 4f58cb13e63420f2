"""A workbook's file read once and whole, also while another program writes it.

Excel, LibreOffice and shared folders write a file piece by piece or take it away for a moment.
What cannot be read is therefore looked at again when the file is another one a little later; what
has been read is parsed from memory, so that no part of it is of another moment.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from zi_docs.findings import Finding, has_errors
from zi_docs.settings import Settings
from zi_docs.workbook.reading.package import check_package, damaged_file, place_of_file
from zi_docs.workbook.reading.workbook_parts import BrokenPartError
from zi_docs.workbook.reading.xlsx import RawSheet, read_sheets

_WAIT_SECONDS = 0.25
_LOOKS = 20


@dataclass(frozen=True)
class RawBook:
    """A workbook as it stands in its file; `sheets` are None where it cannot be read."""

    content: bytes
    sheets: list[RawSheet] | None
    findings: list[Finding]


def read_book(path: Path, settings: Settings) -> RawBook:
    """The sheets of a workbook, with all that is wrong with its file."""
    for _ in range(_LOOKS):
        state = _state(path)
        book = _read(path, settings)
        if book.sheets is not None:
            return book
        time.sleep(_WAIT_SECONDS)
        if _state(path) == state:
            return book
    return book


def _read(path: Path, settings: Settings) -> RawBook:
    place = place_of_file(path)
    content, findings = check_package(path, settings)
    if has_errors(findings):
        return RawBook(content, None, findings)
    try:
        sheets, unread = read_sheets(content, place, settings)
    except BrokenPartError as problem:
        return RawBook(content, None, [*findings, damaged_file(place, problem.part)])
    return RawBook(content, sheets, [*findings, *unread])


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns
