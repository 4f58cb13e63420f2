"""Phrases that say how often (`setiap triwulan`, `4 kali setahun`) -> months of the year."""

from __future__ import annotations

import re

from zi_docs.importing.time_words import PERIOD_LENGTHS, PeriodMonths, months_of_period, ordinal

ALL_MONTHS = frozenset(range(1, 13))

_EVERY = r"(?:(?:se)?tiap(?:-tiap)?|per|rutin(?: (?:se)?tiap)?|masing-masing)"
_AROUND = r"(?:(?:awal|akhir|pertengahan|medio)\s+)?"
_COUNT = r"(\d+|satu|dua|tiga|empat|enam|se)"
_MONTHLY = re.compile(
    rf"(?:{_EVERY}\s*{_AROUND}(?:bulan|minggu|pekan|hari)(?:nya)?(?: kerja)?"
    rf"|{_EVERY}\s*(?:tanggal|tgl\.?)\s*\d+(?: (?:bulan|setiap bulan))?"
    r"|bulanan|mingguan|harian|sepanjang tahun|selama (?:satu |1 )?tahun|setahun penuh|12 bulan"
    r"|(?:1 |satu |se)?\s*(?:bulan|minggu|pekan|hari) sekali"
    rf"|{_COUNT}\s*(?:x|kali)?\s*(?:se|per |dalam se|dalam 1 |setiap )(?:bulan|minggu|hari))"
)
# NASKAH section 9: a period without a number recurs through the whole year.
_CYCLIC = re.compile(
    rf"(?:{_EVERY}|setahun|{_COUNT}\s*(?:x|kali)\s*(?:se|per|dalam se|setiap|tiap))?\s*{_AROUND}"
    r"(triwulan|tri wulan|tw|kuartal|caturwulan|semester|tahun)(?:an|nya)?"
)
_EVERY_SO_MANY = re.compile(rf"(?:{_EVERY}\s*{_COUNT}\s*bulan(?: sekali)?|{_COUNT}\s*bulan sekali)")
_TIMES_A_YEAR = re.compile(
    rf"{_COUNT}\s*(?:x|kali)\s*(?:(?:dalam\s*)?se|per|dalam (?:1|satu)|setiap|tiap|/)\s*tahun"
)
_PART_OF_YEAR = {
    "awal tahun": {1},
    "pertengahan tahun": {6},
    "tengah tahun": {6},
    "akhir tahun": {12},
}
# The year passes without a month of its own; the phrase is kept, no month is marked.
_NO_FIXED_MONTH = re.compile(
    r"ins[ie]dent[ia]+l|sesuai (?:dengan )?(?:kebutuhan|jadwal|keperluan|kondisi|permintaan).*"
    r"|(?:jika|bila|apabila|kalau) (?:diperlukan|dibutuhkan|ada|terdapat).*|tentati[fv]"
    r"|kondisional|menyesuaikan.*|situasional|sewaktu[- ]waktu|setiap saat|setiap ada .*|rutin"
    r"|terus[- ]menerus|berkelanjutan|berkala|kontin[yu]+|on ?going|setiap kegiatan|selalu"
)


def is_without_fixed_month(phrase: str) -> bool:
    """Whether a phrase says plainly that no month is fixed (`insidental`, `sesuai kebutuhan`)."""
    return _NO_FIXED_MONTH.fullmatch(phrase) is not None


def months_of_phrase(phrase: str, style: PeriodMonths) -> frozenset[int] | None:
    """The months of a phrase of recurrence; None for any other phrase."""
    if _MONTHLY.fullmatch(phrase):
        return ALL_MONTHS
    if months := _PART_OF_YEAR.get(phrase):
        return frozenset(months)
    if match := _TIMES_A_YEAR.fullmatch(phrase):
        return _spread(_count(match[1]))
    if match := _CYCLIC.fullmatch(phrase):
        return _cyclic(match[match.lastindex or 1].replace(" ", ""), style)
    if match := _EVERY_SO_MANY.fullmatch(phrase):
        length = _count(match[1] or match[2])
        return frozenset(range(length, 13, length)) if 12 % length == 0 else None
    return None


def _count(word: str) -> int:
    return 1 if word == "se" else ordinal(word) or 1


def _spread(times: int) -> frozenset[int] | None:
    """So many times a year: the last months of as many equal parts of it."""
    return frozenset(range(12 // times, 13, 12 // times)) if times and 12 % times == 0 else None


def _cyclic(period: str, style: PeriodMonths) -> frozenset[int]:
    length = PERIOD_LENGTHS.get(period, 12)
    # “Every quarter” asks for a time in each: never for all of its months.
    once = PeriodMonths.FIRST if style is PeriodMonths.FIRST else PeriodMonths.LAST
    if length == 12:
        once = PeriodMonths.LAST
    numbers = range(1, 12 // length + 1)
    return frozenset().union(*(months_of_period(length, number, once) for number in numbers))
