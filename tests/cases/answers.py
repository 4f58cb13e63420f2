"""Filling monitoring forms as a person would, in a spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.cases.plans import activity, plan
from zi_docs.forms.form_file import form_workbook
from zi_docs.model import Plan
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import rows_of

AREAS = (
    "I MANAJEMEN PERUBAHAN",
    "II PENATAAN TATA LAKSANA",
    "III PENATAAN SISTEM MANAJEMEN SDM DAN APARATUR",
    "IV PENGUATAN AKUNTABILITAS",
    "V PENGUATAN PENGAWASAN",
    "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK",
)


def full_plan() -> Plan:
    """Six areas with two rows each: one for every month, one for each half of the year."""
    rows = []
    for number, area in enumerate(AREAS, start=1):
        rows.append(activity(f"RA-{number}01", area, f"Komponen {number}", *range(1, 13)))
        rows.append(activity(f"RA-{number}02", area, f"Komponen {number}", 6, 12))
    return replace(plan(), activities=tuple(rows), areas=AREAS)


def write_form(plan: Plan, period: Period, area: int, path: Path) -> Path:
    """The form of an area (from 1), as the program makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(form_workbook(plan.office, period, rows_of(plan, period)[area - 1]))
    return path


def page_of(path: Path) -> Worksheet:
    """The page of a form, to change and `keep`."""
    page = openpyxl.load_workbook(path).active
    assert isinstance(page, Worksheet)
    return page


def keep(page: Worksheet, path: Path) -> None:
    """Save the changed form."""
    book = page.parent
    assert book is not None
    book.save(path)


def columns(page: Worksheet) -> dict[str, int]:
    """The number of each column by its header, and the header's own row under `""`."""
    for cells in page.iter_rows(max_row=12):
        found = {str(cell.value): int(cell.column or 0) for cell in cells if cell.value}
        if "ID baris" in found:
            return found | {"": int(cells[0].row or 0)}
    raise AssertionError("no header")


def lines(page: Worksheet) -> dict[tuple[str, int], int]:
    """The row of each line by row ID and month."""
    at = columns(page)
    return {
        (str(page.cell(row, 1).value), int(str(page.cell(row, at["Bulan"]).value))): row
        for row in range(at[""] + 1, page.max_row + 1)
        if page.cell(row, 1).value
    }


def fill(path: Path, answers: Mapping[tuple[str, int], Mapping[str, Any]]) -> None:
    """Type answers, by row ID and month and then by header, into unlocked cells only."""
    page = page_of(path)
    at, rows = columns(page), lines(page)
    for line, typed in answers.items():
        for header, value in typed.items():
            cell = page.cell(rows[line], at[header])
            assert not cell.protection.locked, header
            cell.value = value
    keep(page, path)
