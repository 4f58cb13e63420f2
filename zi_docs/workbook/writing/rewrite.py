"""A workbook -> a NEW workbook with changed rows; the user's own file is never written.

What stands in the declared columns is kept: emphasis, tokens unfilled, notes, lists. What only
Excel knows (own sheets, colours, column widths) is not; `left_behind` tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from zi_docs.errors import OutputError
from zi_docs.findings import Finding, has_errors, note
from zi_docs.model import Realisation
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.workbook.reading.load import read_tables
from zi_docs.workbook.reading.package import place_of
from zi_docs.workbook.reading.parse import Tables
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.list_sheets import REFERENSI
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.cell_values import CellValue, Values

Rows = dict[str, list[dict[str, CellValue]]]
Change = Callable[[Rows], None]
_UNREAD = {"WB-LEMBAR-LAIN", "WB-KOLOM-LAIN", "WB-ISIAN-LAIN", "WB-BATAS"}


def rewritten(path: Path, change: Change, settings: Settings = DEFAULTS) -> bytes:
    """The bytes of a new workbook: the rows of `path` after `change` has had them in hand.

    `change` gets the rows by sheet key and column key, and changes them in place. Raises
    OutputError when a cell of the workbook cannot be read: its content would be lost.
    """
    tables = read_tables(path, settings)
    if has_errors(tables.findings):
        raise OutputError(
            f"{path} memuat kesalahan, sehingga isinya tidak dapat disalin dengan utuh.",
            "Perbaiki dahulu sel yang disebut oleh `python generate.py periksa`.",
        )
    rows = table_rows(tables)
    stamp = date(int(str(rows["instansi"][0]["tahun"])), 1, 1)
    change(rows)
    return write_workbook(rows, stamp)


def left_behind(findings: Iterable[Finding], path: Path) -> list[Finding]:
    """A note that names how many of the findings of reading tell of content not copied."""
    count = sum(finding.code in _UNREAD for finding in findings)
    if not count:
        return []
    message = (
        f"{count} bagian yang tidak dikenal (lembar, kolom, atau isian) tidak ikut disalin ke buku "
        "kerja baru; salinlah sendiri bila diperlukan."
    )
    return [note("WB-TIDAK-DISALIN", message, place_of(path))]


def table_rows(tables: Tables) -> Rows:
    """Rows as `write_workbook` takes them; a sheet that the workbook lacks has none."""
    rows: Rows = {key: [dict(row.values) for row in held] for key, held in tables.rows.items()}
    longest = max((len(values) for values in tables.lists.values()), default=0)
    rows[REFERENSI.key] = [
        {name: values[index] for name, values in tables.lists.items() if index < len(values)}
        for index in range(longest)
    ]
    return {sheet.key: rows.get(sheet.key, []) for sheet in SHEETS}


def rows_of(realisations: Iterable[Realisation]) -> list[Values]:
    """A row for each realisation, in the order of row IDs, months and months of report."""
    ordered = sorted(realisations, key=lambda r: (r.baris.casefold(), r.bulan, r.reported))
    return [{c.key: getattr(one, c.fills) for c in REALISASI.columns if c.kept} for one in ordered]
