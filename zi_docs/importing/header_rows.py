"""Which rows of a foreign table are its header: over several rows, merged or not, anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zi_docs.importing.column_names import (
    exact_key,
    is_plain_leaf,
    is_realised,
    ranked_key,
    squash,
)
from zi_docs.importing.source_sheet import SourceSheet, cell_words
from zi_docs.importing.time_headers import is_week, time_key
from zi_docs.wording.dates import month_name
from zi_docs.workbook.reading.xlsx import RawCell

_LEAST_COLUMNS = 3
_SUBSTANCE = {"langkah_aksi", "indikator", "bukti", "penilaian"}
# Beyond these rows a header repeats an earlier one; similar names are not looked for.
_SIMILAR_WITHIN = 120
_LONGEST_NAME = 70
_MOST_ROWS = 4
PLAN_CODES = {"r", "p", "t", "renc", "rencana", "target", "rcn", "tgt"}
DONE_CODES = {"c", "real", "capaian", "realisasi", "cap", "r"}


@dataclass(frozen=True)
class HeaderRows:
    """The rows of a header, and how many columns of a plan its fullest row names."""

    first: int
    last: int
    named: int


def header_text(cell: RawCell) -> str:
    """What a header cell says; a date stands for its month."""
    value = cell.value
    return month_name(value.month) if isinstance(value, date) else cell_words(cell)


def known_columns(cells: Mapping[tuple[int, int], RawCell]) -> int:
    """How many columns of a plan the best row among cells names; for choosing a delimiter."""
    rows: dict[int, list[RawCell]] = {}
    for (row, _), cell in cells.items():
        rows.setdefault(row, []).append(cell)
    return max((len(_keys(row, frozenset(), similar=True)) for row in rows.values()), default=0)


def find_headers(sheet: SourceSheet, chosen: frozenset[str] = frozenset()) -> list[HeaderRows]:
    """Every header of a sheet from above; none where no row names three columns of a plan.

    `chosen` are the squashed names that a user's mapping speaks of.
    """
    scores = {
        number: len(keys)
        for number, cells in sheet.rows.items()
        if (keys := _keys(cells.values(), chosen, similar=number <= _SIMILAR_WITHIN))
        and len(keys) >= _LEAST_COLUMNS - ("penilaian" in keys)
        and (keys & _SUBSTANCE or chosen)
    }
    if not scores:
        return []
    least = min(max(_LEAST_COLUMNS, max(scores.values()) - 2), max(scores.values()))
    headers: list[HeaderRows] = []
    for number in sorted(scores):
        if scores[number] >= least and (not headers or number > headers[-1].last):
            headers.append(_extended(sheet, number, scores[number], headers))
    return headers


def own_texts(sheet: SourceSheet, row: int) -> dict[int, str]:
    """The texts of a row by column, without those that a merged range repeats."""
    return {
        column: text
        for column, cell in sheet.rows.get(row, {}).items()
        if (row, column) not in sheet.dress.copies and (text := header_text(cell).strip())
    }


def is_column_numbering(texts: Sequence[str]) -> bool:
    """Whether texts are the row of column numbers, (1) (2) (3), that many tables have."""
    numbers = [text.strip(" ().").partition("=")[0].strip() for text in texts]
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    return len(numbers) >= _LEAST_COLUMNS and numbers == counted


@lru_cache(maxsize=4096)
def _key(text: str, similar: bool) -> str | None:
    if is_realised(text):
        return None
    ranked = ranked_key(text) if similar else exact_key(text)
    return ranked[0] if ranked else None


def _keys(cells: Iterable[RawCell], chosen: frozenset[str], *, similar: bool) -> set[str]:
    texts = {
        text
        for cell in cells
        if not isinstance(cell.value, int | float) and (text := header_text(cell).strip())
    }
    keys = {key for text in texts if len(text) <= _LONGEST_NAME and (key := _key(text, similar))}
    return keys | {squash(text) for text in texts if squash(text) in chosen}


def _extended(
    sheet: SourceSheet, base: int, named: int, earlier: Sequence[HeaderRows]
) -> HeaderRows:
    first = last = base
    floor = earlier[-1].last if earlier else 0
    while first - 1 > floor and last - first < _MOST_ROWS - 1 and _is_upper(sheet, first - 1, base):
        first -= 1
    while last - first < _MOST_ROWS - 1 and _is_lower(sheet, last + 1, first):
        last += 1
    return HeaderRows(first, last, named)


def _is_upper(sheet: SourceSheet, row: int, base: int) -> bool:
    """Whether the row above a header is a part of it: only names of columns and groups."""
    texts = own_texts(sheet, row)
    if not texts or not all(_heads(text) for text in texts.values()):
        return False
    start = min(sheet.rows[base])
    # A lone name above the first column is the table's title.
    return len(texts) > 1 or next(iter(texts)) > start


def _is_lower(sheet: SourceSheet, row: int, first: int) -> bool:
    """Whether the row below a header goes on with it."""
    texts = own_texts(sheet, row)
    if not texts:
        return False
    return all(
        _heads(text) or _divides(text, sheet, row, column, first) for column, text in texts.items()
    )


def _heads(text: str) -> bool:
    if len(text) > _LONGEST_NAME or text.isdecimal():
        return False
    known = time_key(text) or _key(text, similar=False) or is_realised(text)
    return bool(known) or is_plain_leaf(text)


def _divides(text: str, sheet: SourceSheet, row: int, column: int, first: int) -> bool:
    """Whether a number, a week or a code stands below a heading of time."""
    word = squash(text)
    if not (
        is_week(text) or word in PLAN_CODES | DONE_CODES or word.isdecimal() or _is_roman(word)
    ):
        return False
    return any(is_time(parent) for parent in parents(sheet, row, column, first))


def _is_roman(word: str) -> bool:
    return bool(word) and set(word) <= set("ivx")


def is_time(text: str) -> bool:
    """Whether a header is one of time: a month, a quarter, `Jadwal`, `Target Waktu`."""
    return time_key(text) is not None or _key(text, similar=True) == "waktu"


def parents(sheet: SourceSheet, row: int, column: int, first: int) -> list[str]:
    """The headings above a header cell, from above; a blank one goes on from its left."""
    texts = []
    for number in range(first, row):
        cells = sheet.rows.get(number, {})
        left = [at for at in cells if at <= column and header_text(cells[at]).strip()]
        if left:
            texts.append(header_text(cells[max(left)]).strip())
    return texts
