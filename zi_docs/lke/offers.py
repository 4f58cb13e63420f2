"""Rows to take over for LKE items that no row of a plan serves, and the workbook that has them.

The rows are those of the model plan (`data/model_plan.toml`), written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.office_kinds import office_kind, office_kinds
from zi_docs.lke.answers import planned_answer
from zi_docs.lke.items import LkeItem, area_numeral, known_codes, lke_items
from zi_docs.lke.score import PlanScore
from zi_docs.model import Activity, Plan
from zi_docs.text import RichText, whole_number
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows
from zi_docs.workbook.writing.starters import model_row

_NUMBERED_ID = re.compile(r"(.*?)(\d+)")


@dataclass(frozen=True)
class OfferedRow:
    """A row of the model plan for an item; it gains from `low` to `high` points."""

    item: LkeItem
    row: Mapping[str, Any]
    low: float
    high: float

    @property
    def months(self) -> tuple[int, ...]:
        """The months marked."""
        return tuple(self.row["bulan"])


def offers(scored: PlanScore) -> tuple[OfferedRow, ...]:
    """A row for each item that nobody serves, those that gain most first.

    Of equal gain that of the lower bound counts, then the fewer months, then the order of the LKE.
    """
    offered = [_offer(answer.item) for answer in scored.unserved]
    return tuple(sorted(offered, key=lambda offer: (-offer.high, -offer.low, len(offer.months))))


def _offer(item: LkeItem) -> OfferedRow:
    row = _model_rows()[item.code]
    answer = planned_answer(item, [_as_activity(item, row)])
    return OfferedRow(item, row, item.weight * answer.low, item.weight * answer.high)


@cache
def _model_rows() -> Mapping[str, Mapping[str, Any]]:
    return {row["lke"]: row for row in shipped("model_plan")["baris"]}


def _as_activity(item: LkeItem, row: Mapping[str, Any]) -> Activity:
    return Activity(
        "",
        item.area,
        RichText.of(item.component),
        RichText.of(row["indikator"]),
        RichText.of(row["langkah"]),
        RichText.of("\n".join(row["bukti"])),
        frozenset(row["bulan"]),
        row["target"],
        lke=item.code,
    )


def add_offers(
    rows: WorkbookRows, offered: Iterable[OfferedRow], plan: Plan, taken: Collection[str]
) -> list[str]:
    """Put offered rows into the sheet Rencana Aksi, each behind its component; return their IDs.

    A component that serves the same part of the LKE keeps the name that the plan gives it. `taken`
    are IDs that no new row may get.
    """
    sheet = rows["rencana_aksi"]
    order = list(lke_items())
    new_ids = _new_ids([str(values["id"]) for values in sheet], taken)
    posts = _posts(plan)
    added = []
    for offer in sorted(offered, key=lambda each: order.index(each.item.code)):
        values: dict[str, CellValue] = {"id": next(new_ids), **model_row(offer.row)}
        if post := posts.get(offer.row["pic"]):
            values["pic"] = post
        place = _place(sheet, offer.item, values)
        sheet.insert(place, values)
        added.append(str(values["id"]))
    return added


def _place(
    sheet: Sequence[Mapping[str, CellValue]], item: LkeItem, values: dict[str, CellValue]
) -> int:
    """Where a row goes; it takes the names of area and component that stand there."""
    of_area = [i for i, v in enumerate(sheet) if area_numeral(str(v["area"])) == item.area_numeral]
    if not of_area:
        before = [i for i, v in enumerate(sheet) if _comes_before(str(v["area"]), item)]
        return before[-1] + 1 if before else 0
    values["area"] = sheet[of_area[-1]]["area"]
    of_component = [i for i in of_area if _serves(sheet[i], item.code[:4])]
    if not of_component:
        return of_area[-1] + 1
    values["komponen"] = sheet[of_component[-1]]["komponen"]
    return of_component[-1] + 1


def _comes_before(area: str, item: LkeItem) -> bool:
    numerals = list(dict.fromkeys(each.area_numeral for each in lke_items().values()))
    numeral = area_numeral(area)
    return numeral in numerals and numerals.index(numeral) < numerals.index(item.area_numeral)


def _serves(values: Mapping[str, CellValue], component: str) -> bool:
    codes = known_codes(str(values.get("lke") or ""))
    return any(code.startswith(component) for code in codes)


def _new_ids(present: Sequence[str], taken: Collection[str]) -> Iterator[str]:
    """IDs that go on from the highest number, in the form of the last row."""
    last = _NUMBERED_ID.fullmatch(present[-1]) if present else None
    prefix, width = (last[1], len(last[2])) if last else ("RA-", 3)
    used = {key.casefold() for key in (*present, *taken)}
    alike = (_NUMBERED_ID.fullmatch(key) for key in used)
    numbers = [whole_number(m[2]) or 0 for m in alike if m and m[1] == prefix.casefold()]
    for number in count(max(numbers, default=0) + 1):
        yield f"{prefix}{number:0{width}d}"


def _posts(plan: Plan) -> Mapping[str, str]:
    """The post in charge by role, as far as the office has it and its plan names any."""
    if not any(row.pic for row in plan.activities):
        return {}
    own = {official.jabatan.casefold(): official.jabatan for official in plan.officials}
    kinds = [office_kind(name) for name in office_kinds()]
    fitting = (kind for kind in kinds if kind.tingkat == plan.office.tingkat)
    kind = next(fitting, None)
    if kind is None:
        return {}
    return {role: own[post.casefold()] for role, post in kind.pic.items() if post.casefold() in own}
