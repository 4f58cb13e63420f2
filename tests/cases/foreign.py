"""Plans as other offices keep them, in a few lines, and the proof that an import loses nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from zi_docs.importing.area_words import bare_component
from zi_docs.importing.import_options import ImportOptions
from zi_docs.importing.importer import ImportedPlan, ImportedRow, import_plan
from zi_docs.text import RichText
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX

# The first five columns of most plans, and a row of them.
HEAD = ["No", "Area", "Komponen", "Indikator", "Rencana Aksi", "Output"]
ROW = [1, "I. MANAJEMEN PERUBAHAN", "Tim Kerja", "Tim dibentuk", "Rapat pembentukan", "SK Tim"]
# Where the texts of a cell stand in a row of the workbook.
_TIMES = "Pelaksanaan"


def csv(tmp_path: Path, text: str, encoding: str = "utf-8", name: str = "rencana.csv") -> Path:
    """A text file; its lines end as Windows ends them."""
    path = tmp_path / name
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def workbook(
    tmp_path: Path,
    rows: Sequence[Sequence[object]] | Mapping[str, Sequence[Sequence[object]]],
    merged: Sequence[str] = (),
    green: Sequence[str] = (),
) -> Path:
    """An XLSX of one sheet, or of several by their titles; `green` cells have that colour."""
    book = openpyxl.Workbook()
    sheets = rows if isinstance(rows, Mapping) else {"Sheet1": rows}
    for title, lines in sheets.items():
        page = book.create_sheet(title)
        for line in lines:
            page.append(list(line))
        for area in merged:
            page.merge_cells(area)
        for cell in green:
            page[cell].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00B050")
    del book["Sheet"]
    path = tmp_path / "rencana.xlsx"
    book.save(path)
    return path


def imported(path: Path, options: ImportOptions | None = None) -> ImportedPlan:
    """What an import makes of a file; nothing of the file is lost on the way."""
    plan = import_plan(path, options)
    assert lost(plan) == []
    return plan


def lost(plan: ImportedPlan) -> list[str]:
    """The cells without a fate, and those said to be taken whose words stand in no row."""
    ledger = plan.ledger
    shown = "\n".join(str(value) for row in plan.rows for value in row.values())
    shown = "".join(shown.split()).casefold()
    missing = [ledger.sheets[sheet].words(spot) for sheet, spot in ledger.missing()]
    for (number, spot), fate in ledger.fates.items():
        words = "".join(ledger.sheets[number].words(spot).split()).casefold()
        # The letter of a question of the LKE is the end of its code.
        words = re.sub(r"^[a-z]\.(?=.{3})", "", words)
        if fate.where == "Komponen":
            bare = bare_component(RichText.of(ledger.sheets[number].words(spot)))
            words = "".join(bare.plain.split()).casefold()
        # An area is written by its name in the list.
        worded = fate.where not in (_TIMES, "Area")
        if plan.rows and fate.taken and worded and words.rstrip(";") not in shown:
            missing.append(words)
    return missing


def months(row: ImportedRow) -> list[int]:
    """The months that a row marks."""
    return sorted(
        int(key.removeprefix(MONTH_PREFIX)) for key in row if key.startswith(MONTH_PREFIX)
    )


def texts(row: ImportedRow) -> dict[str, str]:
    """The other values of a row as text, without its ID."""
    return {
        key: str(value)
        for key, value in row.items()
        if key != "id" and not key.startswith(MONTH_PREFIX)
    }


def codes(plan: ImportedPlan) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in plan.findings]
