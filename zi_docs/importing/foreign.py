"""Tables that are not a workbook of this program (CSV, another XLSX) as raw sheets."""

from __future__ import annotations

import codecs
import csv
import re
from pathlib import Path

from zi_docs.findings import Finding, Place, error
from zi_docs.settings import Settings
from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet

_DELIMITERS = (",", ";", "\t")
_TAG = re.compile(r"</?(i|em|b|strong)>", re.I)
_ITALIC = ("i", "em")


def read_foreign_tables(path: Path, settings: Settings) -> tuple[list[RawSheet], list[Finding]]:
    """The sheets of a workbook; a CSV file gives a single sheet."""
    place = place_of_file(path)
    if path.is_file() and not path.suffix.lower().startswith(".xls"):
        return _read_csv(path, place, settings)
    book = read_book(path, settings)
    return book.sheets or [], book.findings


def _read_csv(path: Path, place: Place, settings: Settings) -> tuple[list[RawSheet], list[Finding]]:
    if path.stat().st_size > settings.max_file_bytes:
        message = "Berkas melebihi batas ukuran. Bagilah menjadi beberapa berkas."
        return [], [error("WB-UKURAN", message, place)]
    try:
        cells = _csv_cells(_decode(path.read_bytes()))
    except (csv.Error, OSError) as problem:
        message = f"Berkas CSV tidak dapat dibaca ({problem}). Simpan ulang sebagai CSV UTF-8."
        return [], [error("IMP-CSV", message, place)]
    return [RawSheet(place, "", cells)], []


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _csv_cells(text: str) -> dict[tuple[int, int], RawCell]:
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    cells: dict[tuple[int, int], RawCell] = {}
    start = 1
    for record in reader:
        for column, field in enumerate(record, start=1):
            if field.strip():
                cells[start, column] = RawCell(f"baris {start}", emphasis_from_tags(field))
        # A record may span several lines; the next record starts after the last of them.
        start = reader.line_num + 1
    return cells


def _delimiter(lines: list[str]) -> str:
    """The delimiter that gives the most fields in a record among the first lines."""

    def most_fields(delimiter: str) -> int:
        records = csv.reader(lines[:12], delimiter=delimiter)
        return max((len(record) for record in records), default=0)

    return max(_DELIMITERS, key=most_fields)


def emphasis_from_tags(text: str) -> RichText:
    """Text with `<i>` and `<b>` tags turned into emphasis; every other tag stays text."""
    spans: list[Span] = []
    italic = bold = False
    end = 0
    for tag in _TAG.finditer(text):
        spans.append(Span(text[end : tag.start()], italic, bold))
        opens = not tag[0].startswith("</")
        if tag[1].lower() in _ITALIC:
            italic = opens
        else:
            bold = opens
        end = tag.end()
    spans.append(Span(text[end:], italic, bold))
    return RichText(tuple(span for span in spans if span.text))
