"""The titles of proposed meetings, in the words of the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from zi_docs.model import Activity
from zi_docs.schedule.needs import MeetingNeed, MeetingPurpose
from zi_docs.wording.dates import month_name
from zi_docs.wording.lists import enumeration
from zi_docs.wording.numbers import roman_numeral

_MAX_SUBJECTS = 3
_LOWERCASE_WORDS = {
    "atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh", "pada",
    "secara", "serta", "terhadap", "untuk", "yang",
}  # fmt: skip
# The name that a row gives its meeting: after the word rapat, up to when, where or by whom.
_MEETING_NAME = re.compile(
    r"\brapat\s+((?!dan\b)[^\n.,;(]+?)\s*"
    r"(?=[\n.,;(]|\b(?:pada|di|oleh|per|yang|secara|setiap|internal)\b|$)",
    re.IGNORECASE,
)
_EVALUATION_WORDS = re.compile(
    r"^(?:(?:monitoring|monev|evaluasi|pemantauan|dan|terkait|atas|mengenai)\b|[\s/])+",
    re.IGNORECASE,
)
_ZI = re.compile(r"\b(?:ZI|WBK|WBBM|zona integritas)\b", re.IGNORECASE)

# A period is evaluated in its last month or the month after it (NASKAH section 9).
_PERIODS = (
    ("triwulan", "Triwulan", 3),
    ("caturwulan", "Caturwulan", 4),
    ("semester", "Semester", 6),
)


def meeting_title(group: Sequence[MeetingNeed], year: int) -> str:
    """The title (acara) of the meeting for a group of rows with the same month and purpose."""
    month = group[0].month
    month_text = f"Bulan {month_name(month)} {year}"
    if group[0].purpose is MeetingPurpose.EVALUASI:
        zi_row = next((need.activity for need in group if is_zi_evaluation(need)), None)
        if zi_row is not None:
            period = _evaluated_periods(zi_row, month, year) or month_text
            return f"Rapat Evaluasi Pembangunan Zona Integritas {period}"
    return f"{_TITLES[group[0].purpose](group)} {month_text}"


def is_zi_evaluation(need: MeetingNeed) -> bool:
    """Tell whether a row asks for the evaluation of the Zona Integritas itself."""
    row = need.activity
    text = f"{row.komponen.plain}\n{row.langkah_aksi.plain}"
    return need.purpose is MeetingPurpose.EVALUASI and bool(_ZI.search(text))


def _evaluated_periods(row: Activity, month: int, year: int) -> str:
    """`Triwulan II dan Semester I Tahun 2026`; empty if the row names no period that ended."""
    text = f"{row.indikator.plain}\n{row.langkah_aksi.plain}".casefold()
    periods = [
        (name, period)
        for word, name, size in _PERIODS
        if word in text and (period := _ended_period(month, size))
    ]
    if not periods:
        return ""
    names = enumeration([f"{name} {roman_numeral(number)}" for name, (number, _) in periods])
    return f"{names} Tahun {year - periods[0][1][1]}"


def _ended_period(month: int, size: int) -> tuple[int, int] | None:
    """The number of the period of `size` months that ended in this month or the month before.

    With it, how many years ago that was (0 or 1).
    """
    if month == 1:
        return 12 // size, 1
    for end in (month, month - 1):
        if end % size == 0:
            return end // size, 0
    return None


def _socialisation_title(group: Sequence[MeetingNeed]) -> str:
    subjects = _distinct([need.activity.komponen.plain for need in group])
    if len(subjects) > _MAX_SUBJECTS:
        return "Sosialisasi Pembangunan Zona Integritas"
    return f"Sosialisasi {enumeration(subjects)}"


def _discussion_title(group: Sequence[MeetingNeed]) -> str:
    rows = [need.activity for need in group]
    subjects = [_meeting_name(row) or f"Pembahasan {row.komponen.plain}" for row in rows]
    return f"Rapat {enumeration(_distinct(subjects))}"


def _evaluation_title(group: Sequence[MeetingNeed]) -> str:
    rows = [need.activity for need in group]
    subjects = _distinct(
        [_EVALUATION_WORDS.sub("", _meeting_name(row)) or row.komponen.plain for row in rows]
    )
    if len(subjects) > _MAX_SUBJECTS:
        return "Rapat Evaluasi Rencana Aksi"
    return f"Rapat Evaluasi {enumeration(subjects)}"


_TITLES: dict[MeetingPurpose, Callable[[Sequence[MeetingNeed]], str]] = {
    MeetingPurpose.SOSIALISASI: _socialisation_title,
    MeetingPurpose.PEMBAHASAN: _discussion_title,
    MeetingPurpose.EVALUASI: _evaluation_title,
}


def _meeting_name(row: Activity) -> str:
    match = _MEETING_NAME.search(row.langkah_aksi.plain) or _MEETING_NAME.search(row.bukti.plain)
    return match[1].strip() if match else ""


def _distinct(subjects: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_title_case(subject) for subject in subjects))


def _title_case(text: str) -> str:
    words = text.split()
    return " ".join(
        word if index and word.casefold() in _LOWERCASE_WORDS else word[:1].upper() + word[1:]
        for index, word in enumerate(words)
    )
