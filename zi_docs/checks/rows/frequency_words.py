"""Words that say how often (`setiap triwulan`, `laporan tahunan`) against the marked months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zi_docs.checks.rows.row_words import NAMES, TEXT_KEYS, months_said, place_of, text_of
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.importing.time_words import PeriodMonths
from zi_docs.importing.when_phrases import months_of_phrase
from zi_docs.model import Activity, Plan
from zi_docs.wording.lists import enumeration

_PERIOD = r"(?:triwulan|tri wulan|kuartal|caturwulan|semester)"
_PHRASE = re.compile(
    rf"\b(?:(?:setiap|tiap|per)\s+(?:hari|minggu|pekan|bulan|tahun|{_PERIOD})(?:nya)?"
    r"|(?:\d+|satu|dua|tiga|empat|enam)\s*(?:x|kali)\s*(?:dalam\s+)?(?:se|per\s+|setiap\s+)tahun"
    r"|(?:(?:setiap|tiap|per)\s+)?(?:\d+|dua|tiga|empat|enam)\s+bulan(?:\s+sekali)?|sebulan\s+sekali|setahun\s+sekali"
    rf"|{_PERIOD}(?:an)?|bulanan"
    r"|(?<=laporan )tahunan|(?<=evaluasi )tahunan|(?<=survei )tahunan|(?<=rapat )tahunan)\b"
    # A numbered period is a time, and `triwulan berikutnya` is one too.
    r"(?!\s+(?:[ivx]+|\d+|ke-?\d+|pertama|kedua|ini|itu|lalu|berikut\w*|sebelum\w*|sesudah\w*)\b)"
)
_NUMBERED = re.compile(rf"{_PERIOD}\s+(?:[ivx]+|\d)\b")
_REGULAR = re.compile(r"\b(?:secara\s+)?(?:berkala|periodik|rutin)\b")
_WINDOW = 3


@dataclass(frozen=True)
class Frequency:
    """How often a text says: its words, the column they stand in, the times a year."""

    words: str
    key: str
    times: int

    def fits(self, marks: frozenset[int]) -> bool:
        """Whether marked months are so many, one in each part of the year (NASKAH section 9)."""
        if self.times == 1:
            return 0 < len(marks) <= _WINDOW and max(marks) - min(marks) < _WINDOW
        if len(marks) != self.times:
            return False
        length = 12 // self.times
        return (
            marks in _AFTER_QUARTERS
            or 12 % self.times != 0
            or {(month - 1) // length for month in marks} == set(range(self.times))
        )

    @property
    def example(self) -> str:
        """Months that would fit."""
        return months_said(range(12 // self.times, 13, 12 // self.times))


# Quarters are evaluated after they ended, the last one in its own December.
_AFTER_QUARTERS = (frozenset({4, 7, 10, 12}),)


def frequencies(row: Activity) -> list[Frequency]:
    """What the texts of a row say about how often, in their order; each phrase once a text."""
    return [
        Frequency(phrase, key, times)
        for key in TEXT_KEYS
        for phrase, times in dict(_phrases(text_of(row, key))).items()
    ]


def _phrases(text: str) -> Iterator[tuple[str, int]]:
    small = " ".join(text.lower().split())
    if _NUMBERED.search(small):
        return
    for match in _PHRASE.finditer(small):
        months = months_of_phrase(match[0], PeriodMonths.LAST)
        if months:
            yield match[0], len(months)


def check_frequencies(plan: Plan) -> Iterator[Finding]:
    """Rows whose words say another frequency than their marks, or two that cannot both be."""
    for row in plan.activities:
        phrases = frequencies(row)
        if not row.bulan or not phrases:
            yield from _irregular(row)
            continue
        times = {phrase.times for phrase in phrases}
        plans = {phrase.times for phrase in phrases if phrase.key != "bukti"}
        if len(plans) > 1 or (len(times) > 1 and not any(p.fits(row.bulan) for p in phrases)):
            yield _contradiction(row, phrases)
            continue
        # A monthly action may be reported each quarter: the marks fit one of the two.
        if not any(phrase.fits(row.bulan) for phrase in phrases):
            yield _mismatch(row, phrases[0])


def _contradiction(row: Activity, phrases: list[Frequency]) -> Finding:
    words = enumeration([f"“{word}”" for word in dict.fromkeys(p.words for p in phrases)])
    return warning(
        "RA-FREKUENSI-GANDA",
        f"Baris {row.id} menyebut beberapa frekuensi sekaligus ({words}); pilihlah satu, lalu "
        "sesuaikan tanda bulannya.",
        place_of(row, phrases[0].key),
    )


def _mismatch(row: Activity, phrase: Frequency) -> Finding:
    marks = months_said(row.bulan)
    return warning(
        "RA-FREKUENSI",
        f"{NAMES[phrase.key]} menyebut “{phrase.words}” ({phrase.times} kali setahun, misalnya "
        f"bulan {phrase.example}), sedangkan tandanya pada bulan {marks}; sesuaikan salah satunya.",
        place_of(row, phrase.key),
    )


def _irregular(row: Activity) -> Iterator[Finding]:
    """`secara berkala` beside a single month."""
    if len(row.bulan) != 1:
        return
    for key in TEXT_KEYS:
        if match := _REGULAR.search(text_of(row, key).lower()):
            yield suggestion(
                "RA-BERKALA",
                f"{NAMES[key]} menyebut “{match[0]}”, sedangkan hanya satu bulan yang ditandai; "
                "tandai setiap bulannya, misalnya setiap triwulan.",
                place_of(row, key),
            )
            return
