"""The rows of next year's workbook: what a year leaves to the next.

What belongs to one year is declared where the columns are: sheets and columns that are `yearly`,
and every column of dates. All else is carried as it stands, row IDs and tokens included. The plan
and the wording are those of the newest decreed state: what was not decreed is not carried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zi_docs.model import Decree, DecreeKind, Plan, same_id
from zi_docs.revision.states import State, Year, in_force, path_of
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Kind
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows, workbook_rows

Row = dict[str, CellValue]
# What a decree decrees stands in these sheets, in rows that name it.
_OF_A_DECREE = ("konsiderans", "narasi", "tim")
_PLAN, _NOTE = "rencana_aksi", "catatan"


@dataclass(frozen=True)
class Carried:
    """The state of a decree whose rows are carried, and those rows."""

    state: State
    rows: WorkbookRows


def decreed_states(year: Year, source: Path, former_rows: Collection[str] = ()) -> list[Carried]:
    """The newest decreed state of each decree that has been saved, with its rows.

    Raises OutputError when one of them cannot be read.
    """
    states = [in_force(year.plan, decree, date.max) for decree in year.plan.decrees]
    return [
        Carried(state, workbook_rows(path_of(state, source), former_rows=former_rows))
        for state in states
        if state is not None and state.id.casefold() in year.decreed
    ]


def plan_in_force(year: Year, carried: Iterable[Carried]) -> Plan | None:
    """The plan of the state that gives the rows of the plan; None where the workbook gives them."""
    for decreed in carried:
        if _is_plan(decreed.state.decree):
            return year.plan_of(decreed.state)
    return None


def take_decreed(rows: WorkbookRows, carried: Iterable[Carried]) -> list[State]:
    """Put the rows of decreed states in the place of the workbook's own.

    Returns the states that differed from the workbook: those with changes not yet decreed. The
    office's notes beside the rows of the plan stay.
    """
    differed = []
    for decreed in carried:
        before = _plain(rows)
        for key in _OF_A_DECREE:
            rows[key] = _replaced(rows[key], decreed.rows[key], decreed.state.decree)
        if _is_plan(decreed.state.decree):
            notes = {str(row["id"]): row.get(_NOTE) for row in rows[_PLAN]}
            rows[_PLAN] = [_noted(row, notes.get(str(row["id"]))) for row in decreed.rows[_PLAN]]
        if _plain(rows) != before:
            differed.append(decreed.state)
    return differed


def empty_the_year(rows: WorkbookRows, year: int) -> None:
    """Empty what belongs to one year alone, and set the new year."""
    for sheet in SHEETS:
        if sheet.yearly:
            rows[sheet.key] = []
        passing = [c.key for c in sheet.columns if c.yearly or c.kind is Kind.DATE]
        for row in rows[sheet.key]:
            for key in passing:
                row.pop(key, None)
    rows["instansi"][0]["tahun"] = year


def _is_plan(decree: Decree) -> bool:
    return decree.jenis is DecreeKind.PLAN


def _replaced(rows: Sequence[Row], decreed: Sequence[Row], decree: Decree) -> list[Row]:
    """The rows with those of a decree replaced, where the first of them stands."""
    first = next((i for i, row in enumerate(rows) if _of(row, decree)), len(rows))
    after = [row for row in rows[first:] if not _of(row, decree)]
    return [*rows[:first], *(row for row in decreed if _of(row, decree)), *after]


def _of(row: Row, decree: Decree) -> bool:
    return same_id(str(row.get("keputusan", "")), decree.id)


def _noted(row: Row, note: CellValue) -> Row:
    return row | {_NOTE: note} if note else row


def _plain(rows: WorkbookRows) -> list[list[Row]]:
    """The rows that a decree decrees, without notes."""
    return [
        [{key: value for key, value in row.items() if key != _NOTE} for row in rows[sheet]]
        for sheet in (*_OF_A_DECREE, _PLAN)
    ]
