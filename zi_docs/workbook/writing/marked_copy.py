"""A workbook -> a copy on which every finding is a coloured cell with a comment, and a list.

The copy is the user's own workbook: its sheets, formats, comments and lists stay. A first sheet
lists all findings with links to their cells; findings in other files are listed only. What
openpyxl does not know (shapes, threaded comments) is not copied, which the caller is told.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.errors import OutputError
from zi_docs.findings import Finding, Place, Severity, has_errors, note
from zi_docs.ooxml import canonical_package, read_parts, write_parts
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.workbook.reading.cell_text import fold_name
from zi_docs.workbook.reading.package import check_package, place_of_file
from zi_docs.workbook.reading.string_runs import encoded
from zi_docs.workbook.writing.cell_values import put_text
from zi_docs.workbook.writing.excel_order import ready_for_excel
from zi_docs.workbook.writing.frame import cell_at
from zi_docs.workbook.writing.looks import FONT, HEADER_COLOUR, SIZE, row_height

LIST_TITLE = "Temuan"
_AUTHOR = "periksa"
# Parts a comment of the user from what is added below it.
_RULE = "── periksa ──"
_COLOURS = {
    Severity.ERROR: "FF9C9C",
    Severity.WARNING: "FFE08A",
    Severity.SUGGESTION: "BDD7EE",
    Severity.NOTE: "E2E2E2",
}
_ORDER = tuple(Severity)
_CELL = re.compile(r"([A-Z]{1,3}[1-9]\d{0,6})(?::[A-Z]{1,3}[1-9]\d{0,6})?")
_COLUMNS = (("No.", 6), ("Jenis", 13), ("Tempat", 30), ("Temuan", 100), ("Kode", 22))
_MOST_IN_COMMENT = 8
_COMMENT_WIDTH = 360
_MARK = "Daftar temuan pemeriksaan"

_Marks = dict[tuple[str, str], list[Finding]]


def marked_copy(
    path: Path, findings: Sequence[Finding], stamp: date, settings: Settings = DEFAULTS
) -> tuple[bytes, list[Finding]]:
    """The bytes of the copy, and a note when parts of the workbook could not be copied.

    The same workbook and findings give the same bytes. Raises OutputError for a file that is no
    workbook, or that openpyxl cannot read.
    """
    content, problems = check_package(path, settings)
    if has_errors(problems):
        raise _unreadable(path)
    book = _loaded(path, content)
    _clear(book)
    _mark(book, findings, place_of_file(path).file)
    _fit_comments(book)
    _list(book, findings, place_of_file(path).file)
    buffer = BytesIO()
    book.save(buffer)
    parts = ready_for_excel(read_parts(buffer.getvalue()))
    copy = canonical_package(write_parts(parts), stamp)
    return copy, _lost(read_parts(content), parts, place_of_file(path))


def _unreadable(path: Path) -> OutputError:
    return OutputError(
        f"{path} tidak dapat dibuka, sehingga tidak dapat dibuat salinan bertandanya.",
        "Perbaiki dahulu berkasnya menurut temuan `periksa`, atau simpan ulang dari Excel.",
    )


def _loaded(path: Path, content: bytes) -> Workbook:
    with warnings.catch_warnings():
        # What is not copied is told in the user's words.
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(BytesIO(content), rich_text=True)
        except (
            InvalidFileException, BadZipFile, ValueError, KeyError, TypeError, AttributeError,
            IndexError, SyntaxError,
        ) as problem:  # fmt: skip
            raise _unreadable(path) from problem


def _clear(book: Workbook) -> None:
    """Take away what an earlier run put into a workbook that is itself a marked copy."""
    for sheet in book.worksheets:
        if sheet.title.startswith(LIST_TITLE) and sheet["A1"].value == _MARK:
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and _RULE in cell.comment.text:
                    own = cell.comment.text.partition(_RULE)[0].strip()
                    cell.comment = Comment(own, cell.comment.author) if own else None


def _mark(book: Workbook, findings: Iterable[Finding], file: str) -> None:
    sheets = {fold_name(sheet.title): sheet for sheet in book.worksheets}
    marks: _Marks = {}
    for finding in findings:
        if finding.place.file == file and finding.place.sheet is not None:
            sheet = sheets.get(fold_name(finding.place.sheet))
            if sheet is not None:
                marks.setdefault((sheet.title, _spot(finding.place)), []).append(finding)
    for (title, spot), same in marks.items():
        _mark_cells(book[title], spot, sorted(same, key=_rank))


def _rank(finding: Finding) -> int:
    return _ORDER.index(finding.severity)


def _spot(place: Place) -> str:
    """The cell or range of a place; A1 for a finding about a whole sheet."""
    match = _CELL.fullmatch(place.cell or "")
    return match[0] if match else "A1"


def _mark_cells(sheet: Worksheet, spot: str, findings: Sequence[Finding]) -> None:
    """Colour the cells of a spot as the worst finding says; its first cell bears the comment."""
    colour = _COLOURS[findings[0].severity]
    first = _head(sheet, spot.partition(":")[0])
    cells = [cell for row in sheet[spot] for cell in row] if ":" in spot else [first]
    for cell in (first, *cells):
        cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    own = first.comment
    before = f"{own.text.strip()}\n\n" if own is not None else ""
    first.comment = Comment(
        f"{before}{_RULE}\n{_comment_text(findings)}", own.author if own else _AUTHOR
    )


def _head(sheet: Worksheet, address: str) -> Cell:
    """The cell itself, or of merged cells the one that Excel shows."""
    for merged in sheet.merged_cells.ranges:
        if address in merged:
            address = merged.start_cell.coordinate
    cell = sheet[address]
    assert isinstance(cell, Cell)  # noqa: S101 - narrows openpyxl's type
    return cell


def _comment_text(findings: Sequence[Finding]) -> str:
    texts = [f"{f.severity.value.capitalize()}: {f.message} [{f.code}]" for f in findings]
    more = len(texts) - _MOST_IN_COMMENT
    if more > 0:
        texts = [*texts[:_MOST_IN_COMMENT], f"Dan {more} temuan lain; lihat lembar {LIST_TITLE}."]
    return encoded("\n\n".join(texts))


def _fit_comments(book: Workbook) -> None:
    """Make all comments as large as their text: openpyxl forgets the size of the user's own."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    height = row_height([(cell.comment.text, 48)])
                    cell.comment.width = _COMMENT_WIDTH
                    cell.comment.height = int(height * 1.4) + 16


def _list(book: Workbook, findings: Sequence[Finding], file: str) -> None:
    """Add the first sheet: all findings, the worst first, each with a link to its cell."""
    titles = {sheet.title.casefold() for sheet in book.worksheets}
    names = (LIST_TITLE, *(f"{LIST_TITLE} {number}" for number in range(2, len(titles) + 3)))
    page = book.create_sheet(next(n for n in names if n.casefold() not in titles), 0)
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is page
    put_text(cell_at(page, 1, 1), _MARK)
    page["A1"].font = Font(name=FONT, size=16, bold=True)
    put_text(cell_at(page, 2, 1), _legend(findings))
    for number, (header, width) in enumerate(_COLUMNS, start=1):
        cell = cell_at(page, 3, number)
        put_text(cell, header)
        cell.font = Font(name=FONT, size=SIZE, bold=True)
        cell.fill = PatternFill("solid", start_color=HEADER_COLOUR, end_color=HEADER_COLOUR)
        page.column_dimensions["ABCDE"[number - 1]].width = width
    sheets = {fold_name(sheet.title): sheet.title for sheet in book.worksheets}
    for number, finding in enumerate(sorted(findings, key=_rank), start=1):
        _list_row(page, number, finding, file, sheets)
    page.freeze_panes = "A4"
    page.auto_filter.ref = f"A3:E{max(3 + len(findings), 4)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "3:3"


def _legend(findings: Sequence[Finding]) -> str:
    counted = [
        f"{count} {severity.value}"
        for severity in _ORDER
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    return f"{', '.join(counted) or 'Tidak ada temuan'}. Warna sel menurut jenisnya."


def _list_row(
    page: Worksheet, number: int, finding: Finding, file: str, sheets: Mapping[str, str]
) -> None:
    place, row = finding.place, number + 3
    own = place.file == file
    title = sheets.get(fold_name(place.sheet)) if own and place.sheet else None
    where = str(place).removeprefix(f"{file} › ") if own else str(place)
    texts = (str(number), finding.severity.value, where, finding.message, finding.code)
    for column, text in enumerate(texts, start=1):
        cell = cell_at(page, row, column)
        put_text(cell, text)
        cell.font = Font(name=FONT, size=SIZE)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    page.cell(row, 1).value = number
    colour = _COLOURS[finding.severity]
    page.cell(row, 2).fill = PatternFill("solid", start_color=colour, end_color=colour)
    if title is not None:
        quoted = title.replace("'", "''")
        link = cell_at(page, row, 3)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!{_spot(place)}")
        link.font = Font(name=FONT, size=SIZE, underline="single", color="0563C1")
    page.row_dimensions[row].height = row_height([(finding.message, 98), (where, 28)])


def _lost(before: Mapping[str, bytes], after: Mapping[str, bytes], place: Place) -> list[Finding]:
    """A note that names the kinds of parts of a workbook that its copy does not have."""
    kinds = sorted(_KNOWN_KINDS.get(kind, kind) for kind in _kinds(before) - _kinds(after))
    if not kinds:
        return []
    message = (
        f"Salinan bertanda tidak memuat bagian {', '.join(kinds)} dari buku kerja ini; pakailah "
        "salinan itu untuk membaca temuannya, dan perbaiki buku kerja aslinya."
    )
    return [note("WB-SALINAN", message, place)]


_SHAPES, _DRAWINGS = "shapes", "xl/drawings/drawing"
_KNOWN_KINDS = {
    _SHAPES: "bentuk dan kotak teks",
    "threadedComments": "percakapan komentar",
    "persons": "nama penulis komentar",
    "slicers": "pemotong data",
    "ctrlProps": "tombol formulir",
    "pivotTables": "tabel pivot",
}
# What Excel makes anew by itself.
_RENEWED = frozenset({"calcChain.xml", "printerSettings", "sharedStrings.xml"})


def _kinds(parts: Mapping[str, bytes]) -> set[str]:
    """The folders and files right below `xl`: `charts`, `threadedComments`; and shapes."""
    names = (name.split("/") for name in parts if name.startswith("xl/"))
    kinds = {name[1] for name in names if not name[1].startswith(("_", "comments"))}
    kinds -= {"drawings"}
    drawn = (content for name, content in parts.items() if name.startswith(_DRAWINGS))
    shapes = {_SHAPES for content in drawn if b":sp>" in content or b":sp " in content}
    return kinds - _RENEWED | shapes
