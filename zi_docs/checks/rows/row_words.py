"""The words of a row of the plan: plain, in pieces, and as the stems that carry its content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.findings import Place
from zi_docs.model import Activity, Office
from zi_docs.text import RichText
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.plan_sheets import month_key

TEXT_KEYS = ("indikator", "langkah_aksi", "bukti")
"""The columns of a row that hold sentences."""

NAMES: Mapping[str, str] = {
    "indikator": "Indikator",
    "langkah_aksi": "Langkah aksi",
    "bukti": "Bukti",
}
"""What people call these columns."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*%?")
_NO_WORD = re.compile(r"[^\w%/-]+")
_BEFORE_NAME = re.compile(r"(?:\s*\b(?:di lingkungan|pada|di|sekretariat))+\s*$")
_BULLET = re.compile(r"^\s*(?:[-–•]|\d{1,2}[.)]|[a-z][.)])\s+", re.MULTILINE)
_PREFIX = re.compile(r"^(?:me(?:ng|ny|m|n)?|pe(?:ng|ny|m|n|r)?|di|ter|ber|ke|se)(?=\w{4})")
_PIECE = re.compile(r"[;\n]|,(?![^(]*\))")
_JOINER = re.compile(r"^(?:dan|serta|atau|beserta)\s+", re.IGNORECASE)


def table(name: str) -> Any:
    """A table of `row_words.toml`."""
    return shipped("row_words")[name]


def text_of(row: Activity, key: str) -> str:
    """The text of a column, as one line for each of its lines."""
    value: RichText = getattr(row, key)
    return value.plain


def place_of(row: Activity, key: str) -> Place:
    """The cell of a column of a row."""
    return row.origin.at(key)


def first_month(row: Activity) -> Place:
    """The cell of the first marked month of a row; of January where none is marked."""
    return row.origin.at(month_key(min(row.bulan, default=1)))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text for comparing: small letters, single spaces, no marks."""
    return _NO_WORD.sub(" ", text.casefold()).strip(" -/")


def as_written(row: Activity, key: str, words: str) -> str:
    """Words of a plain text as the cell of a column writes them."""
    pattern = re.escape(words).replace(r"\ ", r"\W+")
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text_of(row, key), re.IGNORECASE)
    return match[0] if match else words


def months_said(months: Iterable[int]) -> str:
    """Months by number; three or more in a row as `10 sampai dengan 12`."""
    runs: list[list[int]] = []
    for month in sorted(months):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    said: list[str] = []
    for run in runs:
        long = len(run) > 2
        said += [f"{run[0]} sampai dengan {run[-1]}"] if long else [str(month) for month in run]
    return enumeration(said)


def holds(text: str, phrase: str) -> bool:
    """Whether a plain text has a phrase among its words."""
    return phrase in text and f" {phrase} " in f" {text.replace('/', ' ')} "


def shortened(text: str, most: int = 6) -> str:
    """The first words of a text, for a message."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def without_office(text: str, office: Office) -> str:
    """A plain text without the office's name, which makes any two texts alike."""
    for name in (office.name, office.short_name, office.singkatan):
        text = text.replace(plain(name), " ")
    return " ".join(_BEFORE_NAME.sub("", text.strip()).split())


def lines_of(text: str) -> list[str]:
    """The lines of a cell without the signs of lists."""
    return [line.strip() for line in _BULLET.sub("", text).split("\n") if line.strip()]


def pieces_of(text: str) -> list[str]:
    """The pieces of a cell that commas, semicolons or lines part, without `dan` before the last."""
    pieces = (_JOINER.sub("", piece.strip()) for piece in _PIECE.split(_BULLET.sub("", text)))
    return [piece.rstrip(" .") for piece in pieces if piece.strip(" .")]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the forms of a word share: `menyusun`, `penyusunan`, `disusun` -> `usun`.

    A rough measure: a first letter that prefixes swallow is left out everywhere.
    """
    for ending in ("nya", "lah", "kan", "an", "i"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
    for _ in range(2):
        word = _PREFIX.sub("", word)
    return re.sub(r"^[kpts](?=[aiueo]\w{2})", "", word)


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    """By stem, the numbers of the groups of synonyms that it belongs to, as words."""
    groups: dict[str, set[str]] = {}
    for number, group in enumerate(table("padanan")["kelompok"]):
        for phrase in group:
            for word in phrase.split():
                groups.setdefault(stem(word), set()).add(f"#{number}")
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def _common() -> frozenset[str]:
    return frozenset(table("padanan")["umum"])


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry a text's content, and the groups that they stand for."""
    for phrase, short in table("padanan")["singkatan"].items():
        text = text.replace(phrase, short)
    stems = {stem(word) for word in words_of(text) if word not in _common() and len(word) > 1}
    groups = (_synonyms().get(each, frozenset()) for each in stems)
    return frozenset(stems.union(*groups))


def rows_of_components(rows: tuple[Activity, ...]) -> Iterator[list[Activity]]:
    """The rows of each component, in the order in which components come."""
    components: dict[tuple[str, str], list[Activity]] = {}
    for row in rows:
        components.setdefault((row.area, plain(row.komponen.plain)), []).append(row)
    yield from components.values()
