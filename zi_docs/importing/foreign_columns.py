"""The columns of a foreign table: their names over all header rows, the parts that they play."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.importing.column_names import (
    NOTE,
    QUARTER_PREFIX,
    SEMESTER_PREFIX,
    is_plain_leaf,
    is_realised,
    ranked_key,
    squash,
)
from zi_docs.importing.header_rows import (
    DONE_CODES,
    PLAN_CODES,
    HeaderRows,
    header_text,
    is_time,
    parents,
)
from zi_docs.importing.source_sheet import SourceSheet
from zi_docs.importing.time_headers import is_week, numbered_keys, time_key
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX, month_key

WHEN_KEYS = ("waktu", "mulai", "selesai")
WHEN_TITLE = "Pelaksanaan"
"""What the workbook's columns of months are called together."""
_TIME_PREFIXES = (MONTH_PREFIX, QUARTER_PREFIX, SEMESTER_PREFIX)
_MANY = {NOTE, "lewati", "penilaian"}


@dataclass(frozen=True)
class ForeignColumn:
    """A column: its number, its name (headings joined), the part it plays.

    `week`: it is a part of its month. `wanted` is the part that another column plays better.
    `known`: its name was understood; else it goes to Catatan as what it is.
    """

    number: int
    name: str
    key: str
    week: bool = False
    wanted: str = ""
    known: bool = True
    leaf: str = ""

    @property
    def is_time(self) -> bool:
        """Whether it marks a month, a quarter or a semester."""
        return self.key.startswith(_TIME_PREFIXES)

    @property
    def tells_when(self) -> bool:
        """Whether it says when: by marks, or in words."""
        return self.is_time or self.key in WHEN_KEYS


@dataclass(frozen=True)
class ForeignHeader:
    """The header of a table: its rows and its columns by number."""

    rows: HeaderRows
    columns: Mapping[int, ForeignColumn]

    def of(self, key: str) -> list[ForeignColumn]:
        """The columns that play a part, from the left."""
        return [column for column in self.columns.values() if column.key == key]

    def first(self, key: str) -> int:
        """The number of the column that plays a part; 0 where there is none."""
        return next((column.number for column in self.of(key)), 0)


def read_header(
    sheet: SourceSheet, rows: HeaderRows, chosen: Mapping[str, str], last_row: int
) -> ForeignHeader:
    """The columns of a header; `chosen` gives the parts that the user named by squashed names.

    Every column that holds anything down to `last_row` is there, with or without a name.
    """
    paths = _paths(sheet, rows, last_row)
    columns = {number: _column(number, path, chosen) for number, path in paths.items()}
    _give_numbered(columns, paths, chosen)
    _tell_codes(columns, paths)
    return ForeignHeader(rows, _without_rivals(columns, chosen))


def _paths(sheet: SourceSheet, rows: HeaderRows, last_row: int) -> dict[int, list[str]]:
    """The headings above each column that has any cell, from above, each once."""
    used = sorted({c for r, c in sheet.own() if rows.first <= r <= last_row})
    paths: dict[int, list[str]] = {}
    for column in used:
        path: list[str] = []
        for row in range(rows.first, rows.last + 1):
            cell = sheet.rows.get(row, {}).get(column)
            text = " ".join(header_text(cell).split()) if cell else ""
            if text and text not in path:
                path += (
                    [text]
                    if path or not _needs_parent(text)
                    else _with_parents(sheet, row, column, rows.first, text)
                )
        paths[column] = path
    return paths


def _needs_parent(text: str) -> bool:
    word = squash(text)
    coded = word in PLAN_CODES | DONE_CODES
    return is_week(text) or word.isdecimal() or coded or is_plain_leaf(text)


def _with_parents(sheet: SourceSheet, row: int, column: int, first: int, text: str) -> list[str]:
    return [*parents(sheet, row, column, first), text]


def _column(number: int, path: Sequence[str], chosen: Mapping[str, str]) -> ForeignColumn:
    name = " › ".join(path) or f"kolom ke-{number}"
    leaf = path[-1] if path else ""
    named = ForeignColumn(number, name, NOTE, known=False, leaf=leaf)
    for text in (name, leaf, *path):
        if key := chosen.get(squash(text)):
            return replace(named, key=key, known=True)
    if not path or any(is_realised(text) for text in path):
        return named
    if timed := _timed(named, path):
        return timed
    ranked = ranked_key(leaf)
    if ranked is None or is_plain_leaf(leaf):
        ranked = ranked_key(path[-2]) if len(path) > 1 and is_plain_leaf(leaf) else ranked
    return replace(named, key=ranked[0], known=True) if ranked else named


def _timed(column: ForeignColumn, path: Sequence[str]) -> ForeignColumn | None:
    keys = [time_key(text) for text in path]
    months = [key for key in keys if key and key.startswith(MONTH_PREFIX)]
    key = months[-1] if months else next((key for key in reversed(keys) if key), None)
    if key is None:
        return None
    leaf = path[-1]
    if keys[-1] or is_week(leaf):
        return replace(column, key=key, week=not keys[-1], known=True)
    divided = squash(leaf) in PLAN_CODES or squash(leaf) in ("volume", "vol", "fisik")
    return replace(column, key=key, known=True) if divided else column


def _give_numbered(
    columns: dict[int, ForeignColumn], paths: Mapping[int, Sequence[str]], chosen: Mapping[str, str]
) -> None:
    """Months and quarters of headers that are bare numbers, in runs side by side."""
    for run in _runs(paths):
        names = [paths[number][-1] for number in run]
        below_time = len(paths[run[0]]) > 1
        keys = numbered_keys(names) if below_time else _bare_months(names)
        for number, key in zip(run, keys or (), strict=False):
            if squash(names[0]) not in chosen and not columns[number].is_time:
                columns[number] = replace(columns[number], key=key, known=True)


def _bare_months(names: Sequence[str]) -> list[str] | None:
    counted = [str(number) for number in range(1, len(names) + 1)]
    bare = [name.strip(" ()") for name in names]
    if bare != counted or not 3 <= len(names) <= 12:
        return None
    return [month_key(number) for number in range(1, len(names) + 1)]


def _runs(paths: Mapping[int, Sequence[str]]) -> Iterator[list[int]]:
    """Columns side by side whose lowest header is a number, under one heading of time or none."""
    run: list[int] = []
    for number, path in paths.items():
        numbered = bool(path) and _is_number(path[-1])
        timely = numbered and (len(path) == 1 or is_time(path[-2]))
        if run and (not timely or list(paths[run[-1]][:-1]) != list(path[:-1])):
            yield run
            run = []
        if timely:
            run.append(number)
    if run:
        yield run


def _is_number(text: str) -> bool:
    word = text.strip(" .()").casefold()
    return word.isdecimal() or (bool(word) and set(word) <= set("ivx"))


def _tell_codes(columns: dict[int, ForeignColumn], paths: Mapping[int, Sequence[str]]) -> None:
    """Of the codes below a month, R is planned beside C, and done beside T or P."""
    codes = Counter(squash(path[-1]) for path in paths.values() if path)
    done = {"c", "real", "capaian", "cap"}
    if codes["t"] or codes["p"] or codes["target"] or codes["rencana"]:
        done |= {"r"}
    for number, path in paths.items():
        if len(path) > 1 and squash(path[-1]) in done and columns[number].is_time:
            columns[number] = replace(columns[number], key=NOTE, known=False, week=False)


def _without_rivals(
    columns: Mapping[int, ForeignColumn], chosen: Mapping[str, str]
) -> dict[int, ForeignColumn]:
    """One column a part: the best named, then the first; the others go to Catatan."""
    best: dict[str, tuple[tuple[int, int], int]] = {}
    for number, column in columns.items():
        if column.key in _MANY or column.week:
            continue
        rank = (_rank(column, chosen), number)
        if column.key not in best or rank < best[column.key][0]:
            best[column.key] = rank, number
    return {
        number: column
        if column.key in _MANY or column.week or best[column.key][1] == number
        else replace(column, key=NOTE, wanted=column.key)
        for number, column in columns.items()
    }


def _rank(column: ForeignColumn, chosen: Mapping[str, str]) -> int:
    if any(squash(text) in chosen for text in (column.name, column.leaf)):
        return -1
    ranked = ranked_key(column.leaf)
    return ranked[1] if ranked and ranked[0] == column.key else 0
