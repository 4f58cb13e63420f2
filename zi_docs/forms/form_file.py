"""Monitoring forms to fill on a screen: only the answers can be typed, the rest is locked.

A form says whose it is twice: in lines above its table, which people read, and in properties of
the file, which survive a copy, a new name and LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.model import Office, Realisation
from zi_docs.monev.achievement import Step
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import AreaRows, Due
from zi_docs.wording.dates import month_name
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.form_sheets import ANSWERS, FORMULIR, QUESTION_COUNT
from zi_docs.workbook.writing import looks
from zi_docs.workbook.writing.cell_values import CellValue, display_text, put_text, put_value
from zi_docs.workbook.writing.dropdowns import add_dropdown
from zi_docs.workbook.writing.frame import cell_at, finish_page, save_workbook_bytes

FORM_VERSION = 1
OFFICE_PROPERTY, YEAR_PROPERTY = "zi_docs_kantor", "zi_docs_tahun"
PERIOD_PROPERTY, FORM_PROPERTY = "zi_docs_periode", "zi_docs_formulir"
OFFICE_LABEL, YEAR_LABEL = "Kantor", "Tahun"
PERIOD_LABEL, VERSION_LABEL = "Kode periode", "Versi formulir"
_LABELS_FROM = 3
_LOCKED_COLOUR = "EEF1F4"
_LABEL_COLUMN, _VALUE_COLUMN = 1, 4
DUE, OVERDUE = "Dijadwalkan", "Tunggakan"


_STYLES = {
    looks.TITLE,
    looks.HELP,
    looks.HEADER,
    looks.HEADER_REQUIRED,
    looks.LABEL,
    *(looks.input_style(column) for column in FORMULIR.columns[QUESTION_COUNT:]),
}


@dataclass(frozen=True)
class _Line:
    """A line of the form: a step of the plan, and what was reported of it in this period."""

    step: Step
    overdue: bool
    before: str
    report: Realisation | None


def form_workbook(office: Office, period: Period, rows: AreaRows) -> bytes:
    """The form of an area as a workbook; the same arguments give the same bytes."""
    book = openpyxl.Workbook()
    looks.add_styles(book, _STYLES)
    page = book.worksheets[0]
    page.title = FORMULIR.title
    header = _put_head(page, office, period, rows)
    lines = [*_lines(rows.due, period, overdue=False), *_lines(rows.overdue, period, overdue=True)]
    _put_header(page, header)
    styles = _line_styles(cell_at(page, header + 1, 1))
    for number, line in enumerate(lines, start=header + 1):
        _put_line(page, number, line, styles)
    _protect(page, header, header + len(lines))
    for name, value in form_identity(office, period).items():
        identity = StringProperty(name=name, value=value)
        book.custom_doc_props.append(identity)  # type: ignore[attr-defined]
    title = f"Formulir Monev {period.name} {rows.area.title}"
    return save_workbook_bytes(book, title, office.name, period.end)


def form_identity(office: Office, period: Period) -> dict[str, str]:
    """The properties that say whose form a file is."""
    return {
        FORM_PROPERTY: str(FORM_VERSION),
        OFFICE_PROPERTY: office_key(office),
        YEAR_PROPERTY: str(period.year),
        PERIOD_PROPERTY: period.folder,
    }


def office_key(office: Office) -> str:
    """What identifies an office: the code of the unit with its name."""
    return f"{office.kode_satker} {office.name}".strip()


def _put_head(page: Worksheet, office: Office, period: Period, rows: AreaRows) -> int:
    """Title, help and identity above the table; returns the row of the table's header."""
    for row, text, style in ((1, f"Formulir Monev {period.name}", looks.TITLE),
                             (2, FORMULIR.help, looks.HELP)):  # fmt: skip
        cell = cell_at(page, row, 1)
        cell.style = style
        put_text(cell, text)
    page.row_dimensions[1].height = 24
    facts = {
        OFFICE_LABEL: office_key(office),
        "Area": rows.area.heading,
        YEAR_LABEL: str(period.year),
        PERIOD_LABEL: period.folder,
        VERSION_LABEL: str(FORM_VERSION),
    }
    for row, (label, value) in enumerate(facts.items(), start=_LABELS_FROM):
        for column, text in ((_LABEL_COLUMN, label), (_VALUE_COLUMN, value)):
            cell = cell_at(page, row, column)
            cell.style = looks.HELP
            put_text(cell, text)
    return _LABELS_FROM + len(facts) + 1


def _put_header(page: Worksheet, row: int) -> None:
    for number, column in enumerate(FORMULIR.columns, start=1):
        cell = cell_at(page, row, number)
        cell.style = looks.HEADER if number <= QUESTION_COUNT else looks.HEADER_REQUIRED
        put_text(cell, column.header)
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.row_dimensions[row].height = looks.row_height(
        [(column.header, column.width - 1) for column in FORMULIR.columns]
    )


def _lines(rows: tuple[Due, ...], period: Period, *, overdue: bool) -> Iterator[_Line]:
    for row in rows:
        for step in row.steps:
            earlier = [e for e in step.entries if overdue and e.reported < period.first]
            reports = [e for e in step.entries if e not in earlier]
            before = _last_report(earlier[-1]) if earlier else ""
            yield _Line(step, overdue, before, reports[-1] if reports else None)


def _last_report(report: Realisation) -> str:
    """Percent and month of what was reported before the period: `40% (Februari)`."""
    share = "" if report.persen is None else f"{percent_text(report.persen)}% "
    return f"{share}({month_name(report.reported)})"


def _line_styles(cell: Cell) -> list[StyleArray]:
    """The style of each column in a line, tried on a cell; a style takes longer than a value."""
    styles = []
    for number, column in enumerate(FORMULIR.columns, start=1):
        if number <= QUESTION_COUNT:
            cell.style = looks.LABEL
            cell.fill = PatternFill("solid", start_color=_LOCKED_COLOUR, end_color=_LOCKED_COLOUR)
            if column.key in ("bulan", "target"):
                cell.number_format = "General"
                cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
        else:
            cell.style = looks.input_style(column)
        styles.append(copy(cell._style))  # type: ignore[attr-defined]
    return styles


def _put_line(page: Worksheet, row: int, line: _Line, styles: Sequence[StyleArray]) -> None:
    texts = []
    values = _values(line)
    for number, (column, style) in enumerate(zip(FORMULIR.columns, styles, strict=True), start=1):
        cell, value = cell_at(page, row, number), values[column.key]
        cell._style = copy(style)  # type: ignore[attr-defined]
        put_value(cell, value)
        texts.append((display_text(value), column.width))
    page.row_dimensions[row].height = max(looks.row_height(texts), _TWO_LINES)


_TWO_LINES = 33.0


def _values(line: _Line) -> dict[str, CellValue]:
    row, report = line.step.activity, line.report
    answers = {key: getattr(report, key) if report else None for key in ANSWERS}
    answers["pic"] = answers["pic"] or row.pic
    return {
        "baris": row.id,
        "kelompok": OVERDUE if line.overdue else DUE,
        "bulan": line.step.month,
        "komponen": row.komponen.plain,
        "indikator": f"{row.indikator.plain}{f' ({row.lke})' if row.lke else ''}",
        "langkah_aksi": row.langkah_aksi.plain,
        "target": row.target,
        "terakhir": line.before,
        **answers,
    }


def _protect(page: Worksheet, header: int, last: int) -> None:
    for number, column in enumerate(FORMULIR.columns, start=1):
        if number > QUESTION_COUNT:
            letter = get_column_letter(number)
            add_dropdown(page, column, f"{letter}{header + 1}:{letter}{last}", {})
    page.freeze_panes = f"D{header + 1}"
    page.sheet_view.showGridLines = False
    finish_page(page, repeat_header=False)
    page.print_title_rows = f"{header}:{header}"
    # In this record False allows: a link is an answer.
    page.protection.insertHyperlinks = False
