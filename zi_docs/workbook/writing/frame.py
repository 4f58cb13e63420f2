"""What every written sheet has: title, header, print layout; and the bytes of the file.

The same content gives the same bytes.
"""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.ooxml import canonical_package, read_parts, write_parts
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet
from zi_docs.workbook.writing import looks
from zi_docs.workbook.writing.cell_values import put_text
from zi_docs.workbook.writing.excel_order import ready_for_excel

HEADER_ROW = 3
LANGUAGE = "id-ID"
_A4 = 9
# Columns up to this width have no filter button, and their headers are short.
_NARROW = 8


def put_title(page: Worksheet, sheet: Sheet) -> None:
    """Write title and help line above the header; both overflow to the right."""
    for row, text, style in ((1, sheet.title, looks.TITLE), (2, sheet.help, looks.HELP)):
        cell = cell_at(page, row, 1)
        cell.style = style
        put_text(cell, text)
    page.row_dimensions[1].height = 24
    page.row_dimensions[2].height = 20


def put_header(page: Worksheet, column: Column, number: int) -> None:
    """Write the header cell of a column, with its comment and width."""
    cell = cell_at(page, HEADER_ROW, number)
    cell.style = looks.HEADER_REQUIRED if column.required else looks.HEADER
    put_text(cell, column.header)
    if column.kind is Kind.MARK:
        cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
    cell.comment = _header_comment(column)
    page.column_dimensions[get_column_letter(number)].width = column.width


def describe_column(column: Column) -> str:
    """Meaning, kind and example of a column, the text of its comment."""
    requirement = "Wajib diisi." if column.required else "Boleh kosong."
    lines = [column.help, f"Jenis: {column.kind.value}. {requirement}"]
    if column.choices and column.kind is Kind.CHOICE:
        lines.append(f"Pilihan: {'; '.join(column.choices)}")
    if column.list_name:
        lines.append(f"Pilihan: daftar {column.list_name} di lembar Referensi.")
    if column.default:
        lines.append(f"Bila kosong: {column.default}")
    if column.example:
        lines.append(f"Contoh: {column.example}")
    return "\n".join(lines)


def _header_comment(column: Column) -> Comment:
    text = describe_column(column)
    comment = Comment(text, "Buku kerja")
    comment.width = 320
    comment.height = int(looks.row_height([(text, 44)]) * 1.4) + 16
    return comment


def cell_at(page: Worksheet, row: int, column: int) -> Cell:
    """A cell of a page without merged ranges."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - narrows openpyxl's type
    return cell


def set_header_height(page: Worksheet, columns: tuple[Column, ...]) -> None:
    """Make room for wrapped headers and, below the text, the filter buttons."""
    texts = [(column.header, column.width - 2) for column in columns if column.width > _NARROW]
    page.row_dimensions[HEADER_ROW].height = looks.row_height(texts) + 15


def add_table(page: Worksheet, name: str, ref: str) -> Table:
    """Add a named Excel table over the header and the rows below it."""
    table = Table(displayName=name, ref=ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    page.add_table(table)
    return table


def finish_page(
    page: Worksheet, *, landscape: bool = True, repeat_header: bool = True, protected: bool = True
) -> None:
    """Set up printing; and, where wished, protection without password around the input cells.

    A sheet of rows must do without: Excel lets no table grow on a protected sheet, and deletes only
    rows all of whose cells are unlocked, also those beside the table.
    """
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom = 0.5, 0.75
    footer = page.oddFooter
    footer.left.text, footer.right.text = "&A", "Halaman &P dari &N"  # type: ignore[union-attr]
    if repeat_header:
        page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    protection = page.protection
    protection.sheet = protected
    # False means: allowed.
    protection.formatColumns = protection.formatRows = False
    protection.sort = protection.autoFilter = False


def save_workbook_bytes(book: Workbook, title: str, creator: str, stamp: date) -> bytes:
    """The bytes of a workbook file, dated `stamp`."""
    moment = datetime.combine(stamp, time())
    book.properties.title, book.properties.creator = title, creator
    book.properties.created = book.properties.modified = moment
    book.properties.language = LANGUAGE
    buffer = BytesIO()
    book.save(buffer)
    parts = ready_for_excel(read_parts(buffer.getvalue()))
    return canonical_package(write_parts(parts), stamp)
