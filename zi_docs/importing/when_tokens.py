"""A text that names months and periods -> the pieces that it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zi_docs.importing.time_words import PERIOD_LENGTHS, month_of_word, ordinal
from zi_docs.text import whole_number

_DATE = re.compile(
    r"(?P<y1>20\d\d)[-/.](?P<m1>\d{1,2})(?:[-/.]\d{1,2})?(?!\d)"
    r"|\d{1,2}[-/.](?P<m2>\d{1,2})[-/.](?P<y2>(?:20)?\d\d)(?!\d)"
    r"|(?P<m3>\d{1,2})[-/.](?P<y3>20\d\d)(?!\d)"
)
_MONTH_AND_SHORT_YEAR = re.compile(r"([a-z]+)[-’'`](\d\d)(?![\d/.])")
_PIECE = re.compile(r"bulanke\d+|[^\W\d_]+|20\d\d|\d+|~|,")
_UNTIL = re.compile(
    r"(?<![a-z])(?:s\s*\.?\s*[/.]?\s*d\b\.?|sampai(?:\s+dengan)?\b|hingga\b|to\b)|[–—-]"
)
_AND = re.compile(r"\bdan\b|\bserta\b|\batau\b|\bjuga\b|[;/&+\n•|]")
_GLUED = re.compile(
    r"\b(triwulan|tw|trw|q|smt|sem|cw|semester)[\s._-]*(\d+|iv|iii|ii|i)(?![a-z\d])"
)
_NUMBERED_MONTH = re.compile(r"\b(?:b|bl|bln|bulan)\s*\.?\s*(?:ke\s*-?\s*)?(\d{1,2})(?!\d)")
_NUMBERED_WEEK = re.compile(r"\b(?:m|w)\s*-?\s*([1-5])(?!\d)")

_WEEKS = {"minggu", "mgg", "mg", "pekan", "week"}
# Words that change nothing about the month.
_SILENT = {
    *("awal", "akhir", "pertengahan", "medio", "tengah", "bulan", "bln", "tanggal", "tgl", "pada"),
    *("di", "dari", "antara", "paling", "lambat", "lambatnya", "selambat", "batas", "target", "ke"),
    *("sekitar", "tahun", "thn", "th", "ta", "t", "a", "anggaran", "hari", "waktu", "periode"),
    *("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "bulannya", "mulai", "d", "terakhir"),
}


@dataclass(frozen=True)
class TimeToken:
    """A piece: `kind` is month, period, number, year, week, until or and; with its number.

    A month's or period's `year` stands in the same piece (`2025-03`, `Mar-25`).
    """

    kind: str
    number: int = 0
    year: int | None = None
    length: int = 0


def time_tokens(text: str) -> list[TimeToken] | None:
    """The pieces of a text, already in small letters; None when a word of it means nothing here."""
    tokens: list[TimeToken] = []
    end = 0
    for date in _DATE.finditer(text):
        before = _plain_tokens(text[end : date.start()])
        month = int(date["m1"] or date["m2"] or date["m3"])
        if before is None or not 1 <= month <= 12:
            return None
        year = int(date["y1"] or date["y2"] or date["y3"])
        tokens += [*before, TimeToken("month", month, year if year > 99 else 2000 + year)]
        end = date.end()
    rest = _plain_tokens(text[end:])
    return None if rest is None else [*tokens, *rest]


def _plain_tokens(text: str) -> list[TimeToken] | None:
    text = _MONTH_AND_SHORT_YEAR.sub(_with_long_year, text)
    text = re.sub(r"\btri\s+wulan\b", "triwulan", text)
    text = _NUMBERED_MONTH.sub(r" bulanke\1 ", text)
    text = _NUMBERED_WEEK.sub(r" minggu \1 ", text)
    text = _GLUED.sub(r"\1 \2", text)
    text = re.sub(r"\bke\s*-\s*", " ", text)
    text = re.sub(r"selambat\s*-\s*lambatnya", " ", text)
    text = _AND.sub(" , ", _UNTIL.sub(" ~ ", text))
    tokens = [_token(piece) for piece in _PIECE.findall(text)]
    if any(token is None for token in tokens) or re.search(r"[^\w\s~,.():*’'`]", text):
        return None
    return [token for token in tokens if token is not None and token.kind]


def _with_long_year(match: re.Match[str]) -> str:
    known = month_of_word(match[1]) is not None and int(match[2]) >= 20
    return f"{match[1]} 20{match[2]}" if known else match[0]


def _token(piece: str) -> TimeToken | None:
    if piece in ("~", ","):
        return TimeToken("until" if piece == "~" else "and")
    if piece.startswith("bulanke"):
        month = whole_number(piece.removeprefix("bulanke"))
        return TimeToken("month", month) if month and month <= 12 else None
    if piece.isdecimal():
        number = whole_number(piece)
        kind = "year" if re.fullmatch(r"20\d\d", piece) else "number"
        return None if number is None else TimeToken(kind, number)
    if length := PERIOD_LENGTHS.get(piece):
        return TimeToken("period", length=length)
    if piece in _WEEKS:
        return TimeToken("week")
    counted = ordinal(piece)
    if counted is not None:
        return TimeToken("number", counted)
    named = month_of_word(piece)
    if named is not None:
        return TimeToken("month", named)
    return TimeToken("") if piece in _SILENT else None
