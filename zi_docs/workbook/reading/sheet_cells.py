"""The XML of a sheet -> its cells, without anything that they look like.

The library that writes the workbook, openpyxl, reads it by building every style, picture, comment
and merged cell, and any oddity of these stops it. python-calamine is quick, but gives no runs, no
number formats and no links. So cells are read here, from what ECMA-376 (18.3.1.4) says of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from zi_docs.settings import Settings
from zi_docs.text import RichText, whole_number
from zi_docs.workbook.reading.cell_formats import PLAIN, CellFormat
from zi_docs.workbook.reading.cell_places import CellRange, column_letters, place_of, range_of
from zi_docs.workbook.reading.string_runs import CellText, SharedStrings, cell_text, decoded
from zi_docs.workbook.reading.workbook_parts import BrokenPartError, elements, local_name

RawValue = RichText | bool | int | float | datetime | date | time | timedelta

_NUMBER = re.compile(r"\s*[-+]?(?:\d{1,400}\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?\s*")
# So much of an odd value is quoted, and no number is longer.
_SHORT = 40
_WHOLE = re.compile(r"\s*[-+]?\d{1,400}\s*")
_NAMED_LINK = re.compile(r'\s*(?:_xlfn\.)?HYPERLINK\(\s*"([^"]+)"', re.I)
# It gives an empty text, whether a program has calculated it or not.
_EMPTY_FORMULA = '""'
_SPAN_1900 = date(1899, 12, 30)
_SPAN_1904 = date(1904, 1, 1)
_MAX_WIDE_LINKS = 50
_FAKE_DAY = 60
"""Excel counts 29 February 1900, a day that never was."""

# Elements may bear a prefix: `x:row`.
_FORMATTED_ROW = re.compile(rb"<(\w+:)?row\s[^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
_FORMATTED_CELL = re.compile(rb"<(\w+:)?c\s[^<>]*(?:/>|>\s*</(?:\w+:)?c>)")
_WITHOUT_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)(?=[\s/>])(?![^<>]*\sr=\")")
_ROW_START = re.compile(rb"<(?:\w+:)?row(?=[\s/>])(?:[^<>]*?\sr=\"(\d+)\")?")
_CELL_START = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?:[^<>]*?\sr=\"([A-Z]+\d+)\")?")
_VALUE_START = re.compile(rb"<(?:\w+:)?(?:v>[^<]|is>)")
_DATA_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")


@dataclass(frozen=True)
class CellFault:
    """Stands in for a value that Excel itself could not give, or that cannot be read."""

    code: str
    message: str


@dataclass
class ReadCell:
    """A cell as its XML gives it: its value and format, whether struck, where it leads."""

    value: RawValue | CellFault
    format: CellFormat
    struck: bool = False
    link: str = ""


@dataclass
class SheetContent:
    """What a sheet says, by (row, column) counted from 1.

    `beyond` counts the filled cells outside the limits, of which `first_beyond` is the first.
    `placeless` are the references of cells that name no place. `whole` is False when the part is
    faulty after its last cell.
    """

    cells: dict[tuple[int, int], ReadCell] = field(default_factory=dict)
    merged: list[CellRange] = field(default_factory=list)
    links: list[tuple[CellRange, str]] = field(default_factory=list)
    beyond: int = 0
    first_beyond: str = ""
    placeless: list[str] = field(default_factory=list)
    whole: bool = True


@dataclass(frozen=True)
class BookContext:
    """What the cells of all sheets are read with."""

    strings: SharedStrings
    formats: Sequence[CellFormat]
    from_1904: bool
    settings: Settings


def read_cells(data: bytes, part: str, book: BookContext) -> SheetContent:
    """Read the XML of a sheet. Raises BrokenPartError when not even its cells can be read."""
    content = SheetContent()
    data = _without_formatting(data, content, book.settings)
    tags = ("row", "sheetData", "mergeCell", "hyperlink")
    number, complete = 0, False
    try:
        for _, element in elements(data, part, events=("end",), tags=tags):
            name = local_name(element)
            if name == "row":
                number = _row_number(element, number)
                _read_row(element, number, content, book)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            elif name == "sheetData":
                complete = True
            elif (area := range_of(element.get("ref", ""))) is not None:
                _note_range(name, area, element, content)
    except BrokenPartError:
        if not complete:
            raise
        content.whole = False
    return content


def _note_range(name: str, area: CellRange, element: Any, content: SheetContent) -> None:
    if name == "mergeCell":
        content.merged.append(area)
        return
    identity = next((v for key, v in element.attrib.items() if key.endswith("}id")), "")
    content.links.append((area, identity))


def _without_formatting(data: bytes, content: SheetContent, settings: Settings) -> bytes:
    """The XML without the rows and cells that say nothing, and without rows beyond the limit.

    Sheets are formatted down to their last row, or filled by programs: a million elements that a
    parser would take minutes for. What is left out names its own place, so that none of the others
    moves.
    """
    end = next((match.start() for match in _DATA_END.finditer(data)), -1)
    cut = _first_row_beyond(data, settings.max_rows)
    if end < 0 or cut is None or b"<![CDATA[" in data or b"<!--" in data:
        return data
    cut = min(cut, end)
    content.beyond = sum(1 for _ in _VALUE_START.finditer(data, cut, end))
    content.first_beyond = _first_filled(data, cut, end, settings.max_rows)
    if _WITHOUT_PLACE.search(data, 0, cut):
        return data[:cut] + data[end:]
    return _FORMATTED_ROW.sub(b"", _FORMATTED_CELL.sub(b"", data[:cut])) + data[end:]


def _first_row_beyond(data: bytes, max_rows: int) -> int | None:
    """Where the rows beyond a limit begin; the data's end without any, None if rows are mixed."""
    last, cut = 0, len(data)
    for row in _ROW_START.finditer(data):
        # A row without a number follows the one before.
        number = int(row[1] or last + 1)
        if number <= last:
            return None
        last = number
        if number > max_rows:
            cut = min(cut, row.start())
    return cut


def _first_filled(data: bytes, cut: int, end: int, last: int) -> str:
    """The name of the first cell with a value from `cut` on, behind row `last`; empty if none."""
    value = _VALUE_START.search(data, cut, end)
    if value is None:
        return ""
    start = cut
    for row in _ROW_START.finditer(data, cut, value.start()):
        last, start = int(row[1] or last + 1), row.start()
    column = 0
    for cell in _CELL_START.finditer(data, start, value.start()):
        place = place_of(cell[1].decode()) if cell[1] else None
        column = place[1] if place else column + 1
    return f"{column_letters(max(column, 1))}{last}"


def _row_number(row: Any, before: int) -> int:
    text = row.get("r", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else before + 1


def _read_row(row: Any, number: int, content: SheetContent, book: BookContext) -> None:
    column = 0
    for element in row:
        if local_name(element) != "c":
            continue
        reference = element.get("r")
        place = (number, column + 1) if reference is None else place_of(reference)
        column = column + 1 if place is None else place[1]
        if place is None:
            content.placeless += [reference] if _is_filled(element) else []
        elif place[0] > book.settings.max_rows or column > book.settings.max_columns:
            if _is_filled(element):
                content.beyond += 1
                content.first_beyond = content.first_beyond or f"{column_letters(column)}{place[0]}"
        elif (cell := _read_cell(element, book)) is not None:
            content.cells[place] = cell
        else:
            content.cells.pop(place, None)


def _is_filled(element: Any) -> bool:
    return any(child.text or len(child) for child in element)


def _read_cell(element: Any, book: BookContext) -> ReadCell | None:
    index = whole_number(element.get("s", ""))
    look = PLAIN if index is None or index >= len(book.formats) else book.formats[index]
    value = formula = item = None
    for child in element:
        name = local_name(child)
        if name == "v":
            value = child.text
        elif name == "f":
            formula = child.text or ""
        elif name == "is":
            item = child
    if formula is not None and formula.replace(" ", "").lstrip("=") == _EMPTY_FORMULA:
        return None
    kind = element.get("t", "n") if item is None else "inlineStr"
    if value is None and item is None:
        empty = formula is None or kind == "str"
        return None if empty else ReadCell(_NOT_CALCULATED, look)
    content = _value(kind, value or "", item, look, book)
    if content is None:
        return None
    link = _NAMED_LINK.match(formula) if formula else None
    address = link[1] if link else ""
    if isinstance(content, CellText):
        struck = content.struck or look.struck
        return ReadCell(content.text, look, struck, address) if content.text else None
    return ReadCell(content, look, look.struck, address)


def _value(
    kind: str, value: str, item: Any, look: CellFormat, book: BookContext
) -> CellText | RawValue | CellFault | None:
    if kind == "inlineStr":
        return cell_text(item) if item is not None else CellText(RichText.of(decoded(value)))
    if kind == "s":
        return _shared_text(value, book) or CellFault(
            "WB-SEL",
            f"Isi sel ini hilang: berkasnya menunjuk teks bersama nomor {value[:_SHORT]}, yang "
            "tidak ada. Ketik ulang isinya.",
        )
    if kind == "str":
        return CellText(RichText.of(decoded(value)))
    if kind == "b" and value.strip().casefold() in _TRUTH:
        return _TRUTH[value.strip().casefold()]
    if kind == "e":
        return _excel_error(value)
    if kind == "d":
        return _iso_moment(value) or _unreadable(kind, value)
    if kind == "n":
        return _number(value, look, book)
    return _unreadable(kind, value)


def _shared_text(number: str, book: BookContext) -> CellText | None:
    digits = number.strip()
    known = digits.isdecimal() and len(digits) <= _SHORT
    return book.strings.text(int(digits)) if known else None


_TRUTH = {"1": True, "true": True, "0": False, "false": False}

_NOT_CALCULATED = CellFault(
    "WB-RUMUS",
    "Rumus di sel ini belum mempunyai hasil hitungan. Buka buku kerja di Excel atau LibreOffice, "
    "simpan, lalu ulangi; atau ganti rumus dengan isinya.",
)


def _excel_error(value: str) -> CellFault:
    shown = value[:_SHORT]
    return CellFault("WB-GALAT", f"Sel ini berisi galat Excel {shown}; perbaiki rumus atau isinya.")


def _unreadable(kind: str, value: str) -> CellFault:
    return CellFault(
        "WB-SEL",
        f"Isi sel ini tidak dapat dibaca: berkasnya menyimpan “{value[:_SHORT]}” sebagai jenis "
        f"“{kind[:20]}”. Ketik ulang isinya.",
    )


def _number(value: str, look: CellFormat, book: BookContext) -> RawValue | CellFault | None:
    if not value.strip():
        return None
    if not _NUMBER.fullmatch(value):
        infinite = value.strip().casefold().lstrip("+-") in ("inf", "infinity", "nan")
        return _excel_error(value) if infinite else _unreadable("n", value)
    number = int(value) if _WHOLE.fullmatch(value) else float(value)
    if isinstance(number, float) and not math.isfinite(number):
        return _excel_error(value)
    if not look.dated:
        return number
    try:
        return _moment(number, look, book.from_1904)
    except (OverflowError, ValueError):
        return _excel_error("#VALUE!")


def _moment(number: int | float, look: CellFormat, from_1904: bool) -> RawValue:
    """The date, time of day or lapse that a number of days means."""
    if look.lasting:
        return timedelta(seconds=round(number * 86400, 3))
    days, fraction = divmod(number, 1)
    lapse = timedelta(milliseconds=round(fraction * 86_400_000))
    if 0 <= number < 1 and lapse.days == 0:
        return (datetime.min + lapse).time()
    start = _SPAN_1904 if from_1904 else _SPAN_1900
    if 0 < number < _FAKE_DAY and not from_1904:
        days += 1
    return datetime.combine(start, time()) + timedelta(days=days) + lapse


def _iso_moment(value: str) -> datetime | date | time | None:
    text = value.strip().removesuffix("Z")
    for kind in (date, datetime, time):
        try:
            moment = kind.fromisoformat(text)
        except ValueError:
            continue
        # As Excel keeps it: a date is the beginning of its day.
        return datetime.combine(moment, time()) if type(moment) is date else moment
    return None


def linked_places(
    content: SheetContent, addresses: dict[str, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Each cell that a link covers, with the address that it leads to."""
    wide: list[tuple[CellRange, str]] = []
    for area, identity in content.links:
        address = addresses.get(identity, "")
        first = (area.first_row, area.first_column)
        if address and first == (area.last_row, area.last_column):
            yield first, address
        elif address:
            wide.append((area, address))
    for area, address in wide[:_MAX_WIDE_LINKS]:
        for row, column in content.cells:
            inside = area.first_row <= row <= area.last_row
            if inside and area.first_column <= column <= area.last_column:
                yield (row, column), address
