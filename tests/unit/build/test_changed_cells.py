"""Which cells of the workbook made a document other than it was."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.utils import get_column_letter

from tests.cases.plans import plan
from zi_docs.build.changed_cells import Changes, hashes_of
from zi_docs.model import Activity, Origin, Plan
from zi_docs.papers import keputusan
from zi_docs.papers.pages import Pagination
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI


def placed(row: Activity, number: int) -> Activity:
    """The row with the cells of a sheet that the program made: I Maret, J April."""
    letters = [get_column_letter(at) for at in range(1, len(RENCANA_AKSI.columns) + 1)]
    cells = {
        column.key: f"{letter}{number}"
        for column, letter in zip(RENCANA_AKSI.columns, letters, strict=True)
    }
    return replace(row, origin=Origin("zi.xlsx", RENCANA_AKSI.title, number, cells))


def marked(**months: set[int]) -> Plan:
    """The small plan, its rows from row 4 on; `RA_002={1, 4}` are the months of RA-002."""
    rows = []
    for number, row in enumerate(plan().activities, start=4):
        bulan = frozenset(months.get(row.id.replace("-", "_"), row.bulan))
        rows.append(placed(replace(row, bulan=bulan), number))
    return replace(plan(), activities=tuple(rows))


def changed(before: Plan, after: Plan) -> Changes:
    return Changes.since(hashes_of(before), after)


def test_a_mark_moved_from_march_to_april_is_two_cells() -> None:
    """Row RA-002 stands in row 5; Maret is column I, April column J."""
    changes = changed(marked(RA_002={1, 3}), marked(RA_002={1, 4}))
    assert [(cell.name, cell.place) for cell in changes.cells] == [
        ("Rencana Aksi|RA-002|bulan_3", "Rencana Aksi!I5"),
        ("Rencana Aksi|RA-002|bulan_4", "Rencana Aksi!J5"),
    ]


def test_a_document_that_shows_the_row_names_the_cells_of_its_moved_mark() -> None:
    """A mark has no words: the row's steps and indicator say that the decree shows it."""
    after = marked(RA_002={1, 4})
    changes = changed(marked(RA_002={1, 3}), after)
    decree = keputusan.original(after, after.decrees[0], Pagination())
    assert changes.within(decree.context.values()) == ["Rencana Aksi!I5", "Rencana Aksi!J5"]


def test_a_document_without_the_row_does_not_name_its_marks() -> None:
    changes = changed(marked(RA_002={1, 3}), marked(RA_002={1, 4}))
    assert changes.within(["Indikator RA-003", "Langkah satu RA-003"]) == []


def test_of_the_months_of_a_new_row_only_the_marked_ones_changed() -> None:
    """RA-003, marked in December, was not in the plan before."""
    after = marked()
    before = replace(after, activities=tuple(r for r in after.activities if r.id != "RA-003"))
    months = [cell.name for cell in changed(before, after).cells if "|bulan_" in cell.name]
    assert months == ["Rencana Aksi|RA-003|bulan_12"]


def test_a_mark_removed_is_a_changed_cell() -> None:
    changes = changed(marked(RA_002={1, 3}), marked(RA_002={1}))
    assert [cell.place for cell in changes.cells] == ["Rencana Aksi!I5"]
