"""A workbook -> a NEW workbook with changed rows; the user's own file is never written.

The content of the declared columns is copied: emphasis, tokens unfilled, notes, lists. The office's
own sheets, colours and column widths are not; `note_not_copied` reports unread content.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import Enum
from pathlib import Path

from zi_docs.errors import OutputError
from zi_docs.findings import Finding, has_errors, note
from zi_docs.model import Realisation, RecordedFollowUp
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.workbook.reading.load import read_tables
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.parse import Tables
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.follow_up_sheets import TINDAK_LANJUT
from zi_docs.workbook.sheets.list_sheets import REFERENSI
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.cell_values import CellValue, Values

WorkbookRows = dict[str, list[dict[str, CellValue]]]
RowsChange = Callable[[WorkbookRows], None]
_UNREAD = {"WB-LEMBAR-LAIN", "WB-KOLOM-LAIN", "WB-ISIAN-LAIN", "WB-BATAS"}


def rewrite_workbook(
    path: Path,
    change: RowsChange,
    settings: Settings = DEFAULTS,
    former_rows: Collection[str] = (),
) -> bytes:
    """The bytes of a new workbook: the rows of `path` after `change` was applied to them.

    `change` gets the rows by sheet key and column key, and changes them in place. Raises
    OutputError as `workbook_rows` does.
    """
    rows = workbook_rows(path, settings, former_rows)
    change(rows)
    return write_workbook(rows, date(int(str(rows["instansi"][0]["tahun"])), 1, 1))


def workbook_rows(
    path: Path, settings: Settings = DEFAULTS, former_rows: Collection[str] = ()
) -> WorkbookRows:
    """The rows of a workbook as they stand there, by sheet key and column key.

    `former_rows` are as for `read_plan`.

    Raises OutputError when a cell of the workbook cannot be read: its content would be lost.
    """
    tables = read_tables(path, settings, former_rows)
    if has_errors(tables.findings):
        raise OutputError(
            f"{path} memuat kesalahan, sehingga isinya tidak dapat disalin dengan utuh.",
            "Perbaiki dahulu sel yang disebut oleh `python generate.py periksa`.",
        )
    return _editable_rows(tables)


def note_not_copied(findings: Iterable[Finding], path: Path) -> list[Finding]:
    """A note with the number of findings about content that is not copied; empty without any."""
    count = sum(finding.code in _UNREAD for finding in findings)
    if not count:
        return []
    message = (
        f"{count} bagian yang tidak dikenal (lembar, kolom, atau isian) tidak ikut disalin ke buku "
        "kerja baru; salinlah sendiri bila diperlukan."
    )
    return [note("WB-TIDAK-DISALIN", message, place_of_file(path))]


def _editable_rows(tables: Tables) -> WorkbookRows:
    """Rows as `write_workbook` takes them; a sheet missing from the workbook starts anew."""
    rows: WorkbookRows = {
        key: [dict(row.values) for row in typed_rows] for key, typed_rows in tables.rows.items()
    }
    longest = max((len(values) for values in tables.lists.values()), default=0)
    rows[REFERENSI.key] = [
        {name: values[index] for name, values in tables.lists.items() if index < len(values)}
        for index in range(longest)
    ]
    return {
        sheet.key: rows.get(sheet.key, [dict(row) for row in sheet.starting]) for sheet in SHEETS
    }


def follow_up_rows(follow_ups: Iterable[RecordedFollowUp]) -> list[dict[str, CellValue]]:
    """A row of the sheet Tindak Lanjut for each, in their order."""
    return [
        {
            column.key: value.value if isinstance(value, Enum) else value
            for column in TINDAK_LANJUT.columns
            if column.in_record and (value := getattr(each, column.fills))
        }
        for each in follow_ups
    ]


def realisation_rows(realisations: Iterable[Realisation]) -> list[Values]:
    """A row of the sheet Realisasi for each, by row ID, month and month of report."""
    ordered = sorted(realisations, key=lambda r: (r.baris.casefold(), r.bulan, r.reported))
    return [
        {c.key: getattr(realisation, c.fills) for c in REALISASI.columns if c.in_record}
        for realisation in ordered
    ]
