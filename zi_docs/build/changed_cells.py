"""The cells of a plan as hashes, and which of them changed since the manifest was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time

from zi_docs.build.digest import digest, texts
from zi_docs.findings import Place
from zi_docs.model import Acceptance, Activity, Origin, Plan
from zi_docs.wording.dates import long_date
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

_LENGTH = 16
_MOST = 6
# A shorter text stands in too many places to say where it came from.
_TELLING = 4
# A month of a new row that is not marked is no change.
_UNMARKED = digest(False)[:_LENGTH]


@dataclass(frozen=True)
class Cell:
    """A datum of the plan: its name that outlives moves, where it stands, its hash, its words.

    `key` is that of its column.
    """

    name: str
    at: Place
    key: str
    hash: str
    words: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it stands in the workbook, in short."""
        return f"{self.at.sheet}!{self.at.cell}"


@dataclass(frozen=True)
class Changes:
    """The cells of a plan that differ from those that were known."""

    cells: tuple[Cell, ...] = ()
    plan: Plan | None = None

    @classmethod
    def since(cls, before: Mapping[str, str], plan: Plan | None) -> Changes:
        """The cells of a plan that are new or other than before; none when nothing was known."""
        if plan is None or not before:
            return cls(plan=plan)
        changed = [c for c in cells_of(plan) if before.get(c.name, _UNMARKED) != c.hash]
        return cls(tuple(changed), plan)

    def since_signing(self, signed: Mapping[str, str]) -> Changes:
        """The cells that differ from those of a signed paper, or these where none are known."""
        return Changes.since(signed, self.plan) if signed else self

    def within(self, values: Iterable[object]) -> list[str]:
        """The places of those changed cells whose words stand in the values."""
        return _few([cell.place for cell in _shown(self.cells, values)])

    def named(self, values: Iterable[object], known: Mapping[str, str]) -> list[str]:
        """The places of the changed cells in the values, or of known ones; the rows that are gone.

        A value of a few signs stands in too many places to be looked for in the values.
        """
        in_known = [cell for cell in self.cells if cell.name in known]
        changed = list(_shown(self.cells, values)) or in_known or self.cells
        rows = {_row_of(name) for name in hashes_of(self.plan)}
        gone = dict.fromkeys(row for name in known if (row := _row_of(name)) not in rows)
        return _few([*(cell.place for cell in changed), *gone])


def cells_shown(plan: Plan, values: Iterable[object], known: Mapping[str, str]) -> dict[str, str]:
    """The hash of every cell whose words stand in the values, as an earlier run knew it."""
    return {c.name: known.get(c.name, c.hash) for c in cells_in(plan, values)}


def cells_in(plan: Plan, values: Iterable[object]) -> Iterator[Cell]:
    """Every cell whose words stand in the values."""
    return _shown(cells_of(plan), values)


def _few(places: list[str]) -> list[str]:
    return [*places[:_MOST], *([f"{len(places) - _MOST} sel lain"] if places[_MOST:] else [])]


def _row_of(name: str) -> str:
    """The row of a cell's name, for people."""
    sheet, row, *_ = (*name.split("|"), "")
    return f"{sheet} baris {row}"


def _shown(cells: Iterable[Cell], values: Iterable[object]) -> Iterator[Cell]:
    """The cells whose words stand in the values."""
    text = "\n".join(_folded(words) for value in values for words in texts(value))
    for cell in cells:
        if any(len(words) >= _TELLING and _folded(words) in text for words in cell.words):
            yield cell


def hashes_of(plan: Plan | None) -> dict[str, str]:
    """The hash of every cell by its name."""
    return {} if plan is None else {cell.name: cell.hash for cell in cells_of(plan)}


def cells_of(value: object) -> Iterator[Cell]:
    """Every cell that a record and those within it come from; what is accepted is on no paper."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from cells_of(item)
    elif is_dataclass(value) and not isinstance(value, type | Origin | Acceptance):
        origin = getattr(value, "origin", None)
        for field in fields(value):
            content = getattr(value, field.name)
            if isinstance(value, Activity) and field.name == "bulan":
                yield from _month_cells(value)
            elif isinstance(origin, Origin) and field.name in origin.cells:
                yield _cell(value, origin, field.name, content, _words(content))
            else:
                yield from cells_of(content)


def _month_cells(row: Activity) -> Iterator[Cell]:
    """A cell for each month; a mark has no words of its own, so the row's say where it shows."""
    words = (*_words(row.langkah_aksi), *_words(row.indikator))
    for month, column in enumerate(RENCANA_AKSI.filling("bulan"), start=1):
        if column.key in row.origin.cells:
            yield _cell(row, row.origin, column.key, month in row.bulan, words)


def _cell(record: object, origin: Origin, key: str, content: object, words: Iterable[str]) -> Cell:
    row = getattr(record, "id", "") or origin.row
    name = f"{origin.sheet}|{row}|{key}"
    return Cell(name, origin.at(key), key, digest(content)[:_LENGTH], tuple(words))


def _words(content: object) -> Iterator[str]:
    if isinstance(content, date):
        yield long_date(content)
    elif isinstance(content, time):
        yield f"{content:%H.%M}"
    elif isinstance(content, int | float):
        yield str(content)
    else:
        yield "".join(texts(content))
        for text in texts(content):
            yield from (line.lstrip("-–• ") for line in text.splitlines())


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
