"""Rows inserted, deleted and sorted by the user: in LibreOffice, on the shipped workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from tests.cases.calc import worked_on
from zi_docs.model import Activity, Origin, Plan
from zi_docs.ooxml import read_parts
from zi_docs.pdf.office_places import find_office
from zi_docs.revision.compare import compare_plans
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
# Row 10 is RA-007, which no meeting names.
FIRST, LAST, NEW, GONE = 4, 503, 30, 10
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DROP_DOWN, COLOUR = f"{_SPACE}dataValidation", f"{_SPACE}conditionalFormatting"
TYPED = {
    "id": "RA-900",
    "area": "II PENATAAN TATA LAKSANA",
    "komponen": "SOP Inovatif",
    "indikator": "Baris sisipan",
    "langkah_aksi": "Menyusun baris sisipan",
    "bukti": "Baris tersisip",
    "bulan_3": "√",
    "target": "100%",
}


def read(path: Path) -> Plan:
    plan, findings = read_plan(path)
    assert plan is not None
    assert findings == []
    return plan


def steps(last: int) -> list[str]:
    """A row inserted and typed, another one deleted, all sorted by ID backwards."""
    keys = [column.key for column in RENCANA_AKSI.columns]
    typed = [
        f'sheet.getCellByPosition({keys.index(key)}, {NEW - 1}).String = "{text}"'
        for key, text in TYPED.items()
    ]
    return [
        f'sheet = book.Sheets.getByName("{RENCANA_AKSI.title}")',
        f"sheet.Rows.insertByIndex({NEW - 1}, 1)",
        *typed,
        f"sheet.Rows.removeByIndex({GONE - 1}, 1)",
        "Dim fields(0) As New com.sun.star.table.TableSortField",
        "fields(0).Field = 0 : fields(0).IsAscending = False",
        "Dim order(1) As New com.sun.star.beans.PropertyValue",
        'order(0).Name = "SortFields" : order(0).Value = fields()',
        'order(1).Name = "ContainsHeader" : order(1).Value = False',
        f"sheet.getCellRangeByPosition(0, {FIRST - 1}, {len(keys) - 1}, {last - 1}).sort(order())",
    ]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    last = FIRST + len(read(SOURCE).activities) - 1
    target = tmp_path_factory.mktemp("kerja") / "zi-2026.xlsx"
    worked_on(SOURCE, target, steps(last))
    if not target.exists() and not (find_office().resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice Calc is not installed")
    return target


def unplaced(rows: Iterable[Activity]) -> list[Activity]:
    return [replace(row, origin=Origin()) for row in rows]


@pytest.mark.libreoffice
def test_rows_inserted_deleted_and_sorted_are_read_as_they_stand(worked: Path) -> None:
    before, after = read(SOURCE), read(worked)
    kept = [row for row in before.activities if row.id != "RA-007"]
    assert len(kept) == len(before.activities) - 1
    new, *others = unplaced(after.activities)
    assert others == unplaced(sorted(kept, key=lambda row: row.id, reverse=True))
    assert (new.id, new.area, new.indikator.plain) == ("RA-900", TYPED["area"], "Baris sisipan")
    assert new.bulan == {3}
    assert not compare_plans(replace(before, activities=after.activities), after)


def ruled_rows(path: Path, rule: str) -> dict[str, set[int]]:
    """The numbers of the rows of the plan that have such a rule, by the letter of their column."""
    rows: dict[str, set[int]] = {}
    for element in plan_sheet(path).iter(rule):
        for area in str(element.get("sqref")).split():
            cells = CellRange(area)
            for column in range(cells.min_col, cells.max_col + 1):
                covered = range(cells.min_row, cells.max_row + 1)
                rows.setdefault(get_column_letter(column), set()).update(covered)
    return rows


def plan_sheet(path: Path) -> etree._Element:
    number = SHEETS.index(RENCANA_AKSI) + 1
    return etree.fromstring(read_parts(path.read_bytes())[f"xl/worksheets/sheet{number}.xml"])


@pytest.mark.libreoffice
@pytest.mark.parametrize("rule", [DROP_DOWN, COLOUR])
def test_rules_reach_the_new_row_and_as_far_as_before(worked: Path, rule: str) -> None:
    before, after = ruled_rows(SOURCE, rule), ruled_rows(worked, rule)
    assert before
    for column in before:
        assert after[column] >= {*range(FIRST, LAST + 1)}, column


@pytest.mark.libreoffice
def test_each_colour_looks_at_its_own_row(worked: Path) -> None:
    looked_at = {
        (str(colour.get("sqref")), row)
        for colour in plan_sheet(worked).iter(COLOUR)
        for formula in colour.iter(f"{_SPACE}formula")
        for row in re.findall(r"[A-Z]+(\d+)", str(formula.text))
    }
    assert looked_at
    assert {row for _, row in looked_at} == {str(FIRST)}
    assert all(re.match(rf"[A-Z]+{FIRST}:", cells) for cells, _ in looked_at)
