"""Monitoring forms to fill on a screen: only the answers can be typed, the rest is locked.

A form says whose it is twice: in lines above its table, which people read, and in properties of
the file, which survive a copy, a new name and LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# It loads openpyxl without numpy, so it comes before.
from zi_docs.workbook.writing import looks

# isort: split
import openpyxl
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.forms.blank_form import BlankForm, FormProperties, FormRow
from zi_docs.forms.form_identity import (
    FORM_PROPERTY,
    FORM_VERSION,
    OFFICE_LABEL,
    OFFICE_PROPERTY,
    PERIOD_LABEL,
    PERIOD_PROPERTY,
    VERSION_LABEL,
    YEAR_LABEL,
    YEAR_PROPERTY,
    form_identity,
    office_key,
)
from zi_docs.model import Office, Realisation
from zi_docs.monev.achievement import Step
from zi_docs.monev.followup import OtherFollowUp
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import AreaRows, Due
from zi_docs.wording.dates import long_date, month_name
from zi_docs.wording.lists import first_words
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.form_sheets import ANSWERS, FORMULIR, QUESTION_COUNT
from zi_docs.workbook.writing.cell_rules import add_dropdown
from zi_docs.workbook.writing.cell_values import CellValue, display_text, put_text
from zi_docs.workbook.writing.frame import cell_at, finish_page

_LABELS = (OFFICE_LABEL, "Area", YEAR_LABEL, PERIOD_LABEL, VERSION_LABEL)
# Behind the columns that are printed on every page: a text in these would be cut off there.
_TITLE_CELL = "D1"
_LABELS_FROM = 3
_HEADER_ROW = _LABELS_FROM + len(_LABELS) + 1
_LOCKED_COLOUR = "EEF1F4"
_LABEL_COLUMN, _VALUE_COLUMN = 4, 5
_TWO_LINES = 33.0
# Printed at this percentage, 11 points are 9; ID, group and month stand on each page. The pages
# hold what is asked, what was done, what is to follow.
_PRINT_SCALE, _IDENTITY_COLUMNS = 82, 3
_LAST_OF_PAGE = ("bukti", "kendala")
_LAST_ROW = 1048575
DUE, OVERDUE, FOLLOWED = "Dijadwalkan", "Tunggakan", "Tindak lanjut"


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
    group: str
    before: str
    report: Realisation | None


def form_workbook(office: Office, period: Period, rows: AreaRows) -> bytes:
    """The form of an area, which has lines, as a workbook; same arguments give the same bytes."""
    groups = ((DUE, rows.due), (OVERDUE, rows.overdue), (FOLLOWED, rows.followed))
    lines = [line for group, asked in groups for line in _lines(asked, period, group)]
    properties = FormProperties(
        f"Formulir Monev {period.name} {rows.area.title}",
        office.name,
        period.end,
        form_identity(office, period),
    )
    head = _head(office, period, rows)
    values = [*map(_values, lines), *(_asked(other, period) for other in rows.others)]
    return _blank().filled(head, [_row(known) for known in values], properties)


@lru_cache(maxsize=1)
def _blank() -> BlankForm:
    """What all forms share: everything but the values of `_head` and the lines."""
    book = openpyxl.Workbook()
    looks.add_styles(book, _STYLES)
    page = book.worksheets[0]
    page.title = FORMULIR.title
    _put_labels(page)
    _put_header(page)
    _put_model(page)
    _protect(page)
    for name in (FORM_PROPERTY, OFFICE_PROPERTY, YEAR_PROPERTY, PERIOD_PROPERTY):
        book.custom_doc_props.append(StringProperty(name=name, value=""))  # type: ignore[attr-defined]
    return BlankForm.of(book)


def _head(office: Office, period: Period, rows: AreaRows) -> dict[str, CellValue]:
    """Title and identity above the table, by cell."""
    values = (
        office_key(office),
        rows.area.heading,
        str(period.year),
        period.folder,
        str(FORM_VERSION),
    )
    letter = get_column_letter(_VALUE_COLUMN)
    cells: dict[str, CellValue] = {_TITLE_CELL: f"Formulir Monev {period.name}"}
    for row, value in enumerate(values, start=_LABELS_FROM):
        cells[f"{letter}{row}"] = value
    return cells


def _put_labels(page: Worksheet) -> None:
    """Help and labels above the table, and the styles of the cells that `_head` fills."""
    page[_TITLE_CELL].style = looks.TITLE
    page.row_dimensions[1].height = 24
    for row, text in ((2, FORMULIR.help), *enumerate(_LABELS, start=_LABELS_FROM)):
        cell = cell_at(page, row, _LABEL_COLUMN)
        cell.style = looks.HELP
        put_text(cell, text)
        if row >= _LABELS_FROM:
            cell_at(page, row, _VALUE_COLUMN).style = looks.HELP


def _put_header(page: Worksheet) -> None:
    for number, column in enumerate(FORMULIR.columns, start=1):
        cell = cell_at(page, _HEADER_ROW, number)
        cell.style = looks.HEADER if number <= QUESTION_COUNT else looks.HEADER_REQUIRED
        put_text(cell, column.header)
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.row_dimensions[_HEADER_ROW].height = looks.row_height(
        [(column.header, column.width - 1) for column in FORMULIR.columns]
    )


def _put_model(page: Worksheet) -> None:
    """The line that is repeated: empty, the questions locked, the answers open."""
    for number, column in enumerate(FORMULIR.columns, start=1):
        cell = cell_at(page, _HEADER_ROW + 1, number)
        if number <= QUESTION_COUNT:
            cell.style = looks.LABEL
            cell.fill = PatternFill("solid", start_color=_LOCKED_COLOUR, end_color=_LOCKED_COLOUR)
            if column.key in ("bulan", "target"):
                cell.number_format = "General"
                cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
        else:
            cell.style = looks.input_style(column)
    page.row_dimensions[_HEADER_ROW + 1].height = _TWO_LINES


def _lines(rows: tuple[Due, ...], period: Period, group: str) -> Iterator[_Line]:
    for row in rows:
        for step in row.steps:
            earlier = [e for e in step.entries if group != DUE and e.reported < period.first]
            reports = [e for e in step.entries if e not in earlier]
            before = [_last_report(report) for report in earlier[-1:]]
            if any(advice.entry.bulan == step.month for advice in row.advice):
                before += _advice(earlier)
            yield _Line(step, group, "\n".join(before), reports[-1] if reports else None)


def _advice(reports: Sequence[Realisation]) -> Iterator[str]:
    """What was recommended of a step, and what was to follow."""
    for report in reports:
        if report.rekomendasi.strip():
            yield f"Rekomendasi: {report.rekomendasi.strip()}"
        if report.tindak_lanjut.strip():
            yield f"Tindak lanjut: {report.tindak_lanjut.strip()}"


def _last_report(report: Realisation) -> str:
    """Percent and month of what was reported before the period: `40% (Februari)`."""
    share = "" if report.persen is None else f"{percent_text(report.persen)}% "
    return f"{share}({month_name(report.reported)})"


def _row(known: Mapping[str, CellValue]) -> FormRow:
    values = [known.get(column.key) for column in FORMULIR.columns]
    texts = [
        (display_text(value), column.width)
        for value, column in zip(values, FORMULIR.columns, strict=True)
        if value is not None
    ]
    return FormRow(values, max(looks.row_height(texts), _TWO_LINES))


def _values(line: _Line) -> dict[str, CellValue]:
    row, report = line.step.activity, line.report
    answers = {key: getattr(report, key) if report else None for key in ANSWERS}
    answers["pic"] = answers["pic"] or row.pic
    return {
        "baris": row.id,
        "kelompok": line.group,
        "bulan": line.step.month,
        "komponen": row.komponen.plain,
        "indikator": f"{row.indikator.plain}{f' ({row.lke})' if row.lke else ''}",
        "langkah_aksi": row.langkah_aksi.plain,
        "target": row.target,
        "terakhir": line.before,
        "bukti": row.bukti.plain,
        **answers,
    }


def _asked(other: OtherFollowUp, period: Period) -> dict[str, CellValue]:
    """A follow-up of another source; what was answered so far stands beside the new answers."""
    known = (
        f"Tindak lanjut: {other.answer}" if other.answer else "",
        f"Batas waktu: {long_date(other.deadline)}" if other.deadline else "",
    )
    return {
        "baris": other.record.id,
        "kelompok": other.source.value,
        "bulan": period.last,
        "komponen": other.record.name,
        "indikator": "\n".join(f"{row.id} {first_words(row.langkah_aksi)}" for row in other.rows),
        "langkah_aksi": other.what,
        "terakhir": "\n".join(filter(None, known)),
        "pic": other.pic,
    }


def _set_print(page: Worksheet) -> None:
    """Three pages side by side, each with the row's identity: all in one would be unreadable."""
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    page.print_title_cols = f"A:{get_column_letter(_IDENTITY_COLUMNS)}"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    page.page_setup.fitToWidth = page.page_setup.fitToHeight = None
    page.page_setup.scale = _PRINT_SCALE
    page.page_setup.pageOrder = "overThenDown"
    page.oddFooter.left.text = "&F"  # type: ignore[union-attr]
    for number, column in enumerate(FORMULIR.columns, start=1):
        if column.key in _LAST_OF_PAGE:
            page.col_breaks.append(Break(id=number, max=_LAST_ROW))


def _protect(page: Worksheet) -> None:
    first = _HEADER_ROW + 1
    for number, column in enumerate(FORMULIR.columns, start=1):
        if number > QUESTION_COUNT:
            add_dropdown(page, column, f"{get_column_letter(number)}{first}", {})
    page.freeze_panes = f"D{first}"
    page.sheet_view.showGridLines = False
    finish_page(page, repeat_header=False)
    _set_print(page)
    # In this record False allows: a link is an answer.
    page.protection.insertHyperlinks = False
