"""The items of the LKE with weights, answers and thresholds, from `data/lke_items.toml`.

Areas and components get their names from `data/lke_components.toml`. Source: PermenPANRB 90/2021
and the sheets in use; see the head of the data file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.lke_components import FULFILMENT, REFORM, codes_in, component_of_code
from zi_docs.text import whole_number
from zi_docs.wording.nearest_names import nearest_name

PARTS = {FULFILMENT: "Pemenuhan", REFORM: "Reform"}
# So like a known code, of 100, must be what stands for it.
_LIKE = 75
_LOOKALIKES = str.maketrans("IL", "11")


class Reading(Enum):
    """What of an item's answer a plan can prove; the head of the data file explains each."""

    PRESENT = "ada"
    PERIODIC = "berkala"
    TIMES = "kali"
    LEADERS = "pimpinan"
    WHOLE = "cakupan"
    WORDS = "kata"
    NOTHING = "tidak"


@dataclass(frozen=True)
class LkeOption:
    """An answer to an item, and the share of the item's weight that it earns (0 to 1)."""

    words: str
    value: float


@dataclass(frozen=True)
class LkeItem:
    """An item: a question of the LKE.

    `part` is FULFILMENT or REFORM, `area` the title of its area, `weight` its points. Without
    `options` it is scored by reported numbers. `words` prove the first option, and so does a word
    for all before one of `whole`; `times` are the yearly counts that its options ask for. `least`
    is what a row that serves it earns at least, when nothing else is known.
    """

    code: str
    label: str
    part: str
    area: str
    component: str
    weight: float
    options: tuple[LkeOption, ...]
    reading: Reading
    words: tuple[str, ...]
    whole: tuple[str, ...]
    times: tuple[int, ...]
    least: float

    @property
    def area_numeral(self) -> str:
        """The numeral of its area: `III`."""
        return self.area.split()[0]


@dataclass(frozen=True)
class LkeResult:
    """A result that a survey or a report gives, no plan; `weight` are its points."""

    code: str
    label: str
    weight: float


@dataclass(frozen=True)
class Threshold:
    """What a predicate asks for.

    `area` is a share of the combined weight of each area; `total`, `levers` (pengungkit) and
    `results` (by the result's code) are points.
    """

    predicate: str
    area: float
    total: float
    levers: float
    results: Mapping[str, float]


@cache
def lke_items() -> Mapping[str, LkeItem]:
    """The items by code, in the order of the LKE."""
    data = shipped("lke_items")
    rows: Sequence[Mapping[str, Any]] = data["butir"]
    siblings: dict[str, int] = {}
    for row in rows:
        siblings[row["kode"][:4]] = siblings.get(row["kode"][:4], 0) + 1
    return {row["kode"]: _item(row, siblings[row["kode"][:4]], data) for row in rows}


def _item(row: Mapping[str, Any], count: int, data: Mapping[str, Any]) -> LkeItem:
    code = row["kode"]
    component = component_of_code(code)
    if component is None or not component.name:
        raise ValueError(f"{code} names no component of the LKE")
    part = FULFILMENT if code[1] == "P" else REFORM
    weights = data["bobot"][part][component.area.split()[0]]
    scale = {**data["skala"].get(row.get("skala"), {}), **row}
    options = tuple(LkeOption(words, value) for words, value in scale["opsi"])
    earning = [option.value for option in options if option.value]
    return LkeItem(
        code,
        row["nama"],
        part,
        component.area,
        component.name,
        weights[int(code[3]) - 1] / count,
        options,
        Reading(scale["baca"]),
        tuple(scale.get("kata", ())),
        tuple(scale.get("seluruh", ())),
        tuple(scale.get("kali", ())),
        scale.get("terendah", min(earning, default=0.0)),
    )


@cache
def lke_results() -> tuple[LkeResult, ...]:
    """The results (hasil), which no row of a plan serves."""
    rows = shipped("lke_items")["hasil"]
    return tuple(LkeResult(row["kode"], row["nama"], row["bobot"]) for row in rows)


@cache
def thresholds() -> tuple[Threshold, ...]:
    """The thresholds of the predicates, the lower predicate first."""
    return tuple(
        Threshold(name, row["area"], row["jumlah"], row["pengungkit"], row["hasil"])
        for name, row in shipped("lke_items")["ambang"].items()
    )


def area_numeral(title: str) -> str:
    """The numeral of the area that a title names; empty where it names none.

    Its name counts, also in part (`Area Tatalaksana`), else the numeral or number before it.
    """
    folded = "".join(title.casefold().split())
    named = {numeral for numeral, words in _own_words().items() if any(w in folded for w in words)}
    if len(named) == 1:
        return named.pop()
    first = title.split()[0].strip(".").upper() if title.split() else ""
    numerals = list(_own_words())
    number = whole_number(first) or 0
    if 1 <= number <= len(numerals):
        return numerals[number - 1]
    return first if first in numerals else ""


@cache
def _own_words() -> Mapping[str, frozenset[str]]:
    """The words of each area's name that no other area's has, by numeral."""
    names = {item.area_numeral: item.area.casefold().split()[1:] for item in lke_items().values()}
    every = [word for words in names.values() for word in words]
    return {
        numeral: frozenset(word for word in words if every.count(word) == 1 and len(word) > 2)
        for numeral, words in names.items()
    }


def version() -> str:
    """The regulation whose weights and thresholds these are, for print."""
    data = shipped("lke_items")
    return f"{data['versi']} ({data['catatan_versi']})"


def known_codes(cell: str) -> tuple[str, ...]:
    """The codes of a cell that name an item."""
    return tuple(code for code in codes_in(cell) if code in lke_items())


def nearest_code(code: str) -> str | None:
    """The known code that is written most like an unknown one; None when none is near."""
    upper = code.upper()
    # The number of the component, typed as the letter that looks like it.
    upper = upper[:3] + upper[3:4].translate(_LOOKALIKES) + upper[4:]
    # Of its own component first, then of its own area.
    for length in (4, 3, 0):
        siblings = [known for known in lke_items() if known.startswith(upper[:length])]
        if near := nearest_name(upper, siblings, _LIKE):
            return near
    return None


def joined_codes(codes: Sequence[str]) -> str:
    """Codes as a cell of the workbook holds them: `PPA1A, PPA1B`."""
    return ", ".join(codes)
