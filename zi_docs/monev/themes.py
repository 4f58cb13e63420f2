"""What the plan asks a report on beside monev itself, and the periods of these reports.

A row asks for the report of a theme by the code of the item of the LKE that it serves, or by
naming such a report as its evidence; one without a code by the words of its indicator and action.
Themes and words are data: `data/themes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.lke_components import codes_in, component_of_code
from zi_docs.model import Activity, Plan
from zi_docs.monev.achievement import Step, steps
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.plan_in_force import rows_by_month

_YEAR = range(1, 13)
# The longest first: a row that is due in June and December is reported on by semesters.
_RHYTHMS = (Cycle.YEAR, Cycle.SEMESTER, Cycle.THIRD, Cycle.QUARTER)


@dataclass(frozen=True)
class Theme:
    """What a report is about: `basis` are IDs of the known regulations on which it rests.

    `codes` are the items of the LKE that ask for it, `words` what names it in a plan; `register`
    names the sheet whose rows its report counts, if there is one.
    """

    key: str
    title: str
    codes: frozenset[str]
    words: tuple[str, ...]
    basis: tuple[str, ...]
    register: str = ""


@cache
def themes() -> tuple[Theme, ...]:
    """All themes in the order of the areas."""
    return tuple(
        Theme(
            table["kunci"],
            table["judul"],
            frozenset(table["kode"]),
            tuple(table["kata"]),
            tuple(table["dasar"]),
            table.get("register", ""),
        )
        for table in _data()["tema"]
    )


def theme_of(row: Activity) -> Theme | None:
    """The theme that a row of the plan asks a report on; None where it asks for none."""
    return next((theme for theme in themes() if _asks(row, theme)), None)


def names_theme(row: Activity, key: str) -> bool:
    """Whether a row speaks of the theme of a key at all, in whichever of its cells."""
    theme = next(theme for theme in themes() if theme.key == key)
    cells = (row.komponen, row.indikator, row.langkah_aksi, row.bukti)
    return any(_holds(cell.plain, theme.words) for cell in cells)


def _asks(row: Activity, theme: Theme) -> bool:
    evidence = row.bukti.plain.splitlines()
    if any(_has(line, "laporan", "menilai") and _holds(line, theme.words) for line in evidence):
        return True
    codes = codes_in(row.lke)
    if any(component_of_code(code) for code in codes):
        return not theme.codes.isdisjoint(codes)
    work = f"{row.indikator.plain}\n{row.langkah_aksi.plain}"
    follows = _has(work, "menindaklanjuti")
    return _holds(work, theme.words) and _has(work, "menilai") and not follows


def _has(text: str, *lists: str) -> bool:
    """Whether a text has a word of each of these lists of the data."""
    return all(_holds(text, tuple(_data()[name])) for name in lists)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return _pattern(words).search(text.casefold()) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def period_of_step(row: Activity, month: int, year: int) -> Period:
    """The period in whose report a step of a row stands.

    Where each marked month is the last of a semester, a third or a quarter, the longest of these;
    the year where only December is marked. Marks month after month are one work of several months,
    reported on by quarters; any other mark is a month of its own.
    """
    for cycle in _RHYTHMS:
        if all(marked % cycle.value == 0 for marked in row.bulan):
            return _period(year, cycle, month)
    follows = any(marked + 1 in row.bulan for marked in row.bulan)
    return _period(year, Cycle.QUARTER if follows else Cycle.MONTH, month)


def _period(year: int, cycle: Cycle, month: int) -> Period:
    return Period(year, cycle, (month - 1) // cycle.value + 1)


def reports_due(plan: Plan) -> list[tuple[Theme, Period]]:
    """The reports of a year: each theme with its periods, by the plan in force in each month."""
    year = plan.office.tahun
    due = {
        (theme, period_of_step(row, month, year))
        for row, month in rows_by_month(plan, _YEAR, _YEAR[-1])
        if (theme := theme_of(row)) is not None
    }
    return sorted(due, key=lambda report: (themes().index(report[0]), *_order(report[1])))


def _order(period: Period) -> tuple[int, int]:
    """By the last month; of those that end together the shortest first."""
    return period.last, len(period.months)


def steps_of_report(plan: Plan, theme: Theme, period: Period) -> list[Step]:
    """The steps of a theme's rows that its report of a period tells of, at the period's end."""
    year = plan.office.tahun
    return [
        step
        for step in steps(plan, period.months, period.last)
        if theme_of(step.activity) == theme
        and period_of_step(step.activity, step.month, year) == period
    ]


@cache
def _data() -> Mapping[str, Any]:
    return shipped("themes")
