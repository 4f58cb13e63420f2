"""Text files of values (CSV, TSV) -> cells: encoding, delimiter, records that end at line ends."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence

from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.xlsx import RawCell

DELIMITERS = (",", ";", "\t", "|")
_TAG = re.compile(r"</?(i|em|b|strong)>", re.I)
_ITALIC = ("i", "em")
_LOOKED_AT = 400
_LONGEST_FIELD = 2**24

Cells = dict[tuple[int, int], RawCell]
Records = list[tuple[int, list[str]]]


class UnreadableTextError(ValueError):
    """A text that is no table; the message is Indonesian and names the line."""


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or cp1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    head = content[:2000]
    if head.count(0) > len(head) // 4:
        order = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return content.decode(order, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def best_cells(text: str, columns_known: Callable[[Cells], int]) -> Cells:
    """The cells by the delimiter under which a header is found and rows are equally wide.

    `columns_known` counts the columns of a plan that a header among the cells names. Raises
    UnreadableTextError when a quotation mark is never closed.
    """
    text, declared = _declared(text)
    best: tuple[tuple[int, float, int], str] | None = None
    for delimiter in declared or DELIMITERS:
        records = _records(text, delimiter, _LOOKED_AT)
        rank = (columns_known(_cells(records)), *_evenness(records))
        if best is None or rank > best[0]:
            best = rank, delimiter
    return _cells(_records(text, best[1] if best else ","))


def _declared(text: str) -> tuple[str, str]:
    """The text without the line `sep=;` that Excel writes and reads, and its delimiter."""
    match = re.match(r"sep=(.)\r?\n", text, re.I)
    # An empty line stays, so that line numbers are those of the file.
    return ("\n" + text[match.end() :], match[1]) if match else (text, "")


def _records(text: str, delimiter: str, most: int | None = None) -> Records:
    """Each record with the number of its first line; lines end at line feed and return only."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return _parsed(text, delimiter, most, strict=True)
    except csv.Error as problem:
        if "unexpected end of data" in str(problem):
            raise UnreadableTextError('tanda kutip (") yang dibuka tidak ditutup') from None
        return _parsed(text, delimiter, most, strict=False)


def _parsed(text: str, delimiter: str, most: int | None, *, strict: bool) -> Records:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    records: Records = []
    start = 1
    for record in reader:
        records.append((start, record))
        # A record may span several lines; the next one starts after the last of them.
        start = reader.line_num + 1
        if most is not None and len(records) >= most:
            break
    return records


def _evenness(records: Records) -> tuple[float, int]:
    """The share of records of the commonest width above one, and that width."""
    widths = Counter(len(record) for _, record in records if any(field.strip() for field in record))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 1
    width = max(wide, key=lambda number: (wide[number], number))
    return wide[width] / sum(widths.values()), width


def _cells(records: Sequence[tuple[int, list[str]]]) -> Cells:
    return {
        (line, column): RawCell(f"baris {line}", emphasis_from_tags(field))
        for line, record in records
        for column, field in enumerate(record, start=1)
        if field.strip()
    }


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
