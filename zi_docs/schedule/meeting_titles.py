"""What a proposed meeting is called, in the plan's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from zi_docs.model import Activity
from zi_docs.schedule.needs import Need, Purpose
from zi_docs.wording.dates import month_name
from zi_docs.wording.lists import enumeration
from zi_docs.wording.numbers import roman

_MAX_SUBJECTS = 3
_SMALL = {"atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh"} | {
    "pada", "secara", "serta", "terhadap", "untuk", "yang",
}  # fmt: skip
# A row's own name of its meeting: from the word rapat up to where it tells when, where or by whom.
_NAMED = re.compile(
    r"\brapat\s+((?!dan\b)[^\n.,;(]+?)\s*"
    r"(?=[\n.,;(]|\b(?:pada|di|oleh|per|yang|secara|setiap|internal)\b|$)",
    re.IGNORECASE,
)
_EVALUATING = re.compile(
    r"^(?:(?:monitoring|monev|evaluasi|pemantauan|dan|terkait|atas|mengenai)\b|[\s/])+",
    re.IGNORECASE,
)
_ZI = re.compile(r"\b(?:ZI|WBK|WBBM|zona integritas)\b", re.IGNORECASE)

# The month in which a period is looked back upon (NASKAH section 9): its last or the one after.
_PERIODS = (
    ("triwulan", "Triwulan", 3),
    ("caturwulan", "Caturwulan", 4),
    ("semester", "Semester", 6),
)


def title(group: Sequence[Need], year: int) -> str:
    """The acara of the meeting that serves a group of one month and purpose."""
    month = group[0].month
    when = f"Bulan {month_name(month)} {year}"
    if group[0].purpose is Purpose.EVALUASI:
        zi = next((need.activity for need in group if is_zi_evaluation(need)), None)
        if zi is not None:
            return f"Rapat Evaluasi Pembangunan Zona Integritas {_period(zi, month, year) or when}"
    return f"{_TITLES[group[0].purpose](group)} {when}"


def is_zi_evaluation(need: Need) -> bool:
    """Tell whether a row asks for the evaluation of the Zona Integritas itself."""
    row = need.activity
    said = f"{row.komponen.plain}\n{row.langkah_aksi.plain}"
    return need.purpose is Purpose.EVALUASI and bool(_ZI.search(said))


def _period(row: Activity, month: int, year: int) -> str:
    said = f"{row.indikator.plain}\n{row.langkah_aksi.plain}".casefold()
    found = [
        (name, past)
        for word, name, size in _PERIODS
        if word in said and (past := _past(month, size))
    ]
    if not found:
        return ""
    names = enumeration([f"{name} {roman(number)}" for name, (number, _) in found])
    return f"{names} Tahun {year - found[0][1][1]}"


def _past(month: int, size: int) -> tuple[int, int] | None:
    """The period of `size` months that ends in this month or the one before; years back (0, 1)."""
    if month == 1:
        return 12 // size, 1
    for end in (month, month - 1):
        if end % size == 0:
            return end // size, 0
    return None


def _socialisation(group: Sequence[Need]) -> str:
    subjects = _distinct([need.activity.komponen.plain for need in group])
    if len(subjects) > _MAX_SUBJECTS:
        return "Sosialisasi Pembangunan Zona Integritas"
    return f"Sosialisasi {enumeration(subjects)}"


def _discussion(group: Sequence[Need]) -> str:
    rows = [need.activity for need in group]
    subjects = [_named(row) or f"Pembahasan {row.komponen.plain}" for row in rows]
    return f"Rapat {enumeration(_distinct(subjects))}"


def _evaluation(group: Sequence[Need]) -> str:
    rows = [need.activity for need in group]
    subjects = _distinct([_EVALUATING.sub("", _named(r)) or r.komponen.plain for r in rows])
    if len(subjects) > _MAX_SUBJECTS:
        return "Rapat Evaluasi Rencana Aksi"
    return f"Rapat Evaluasi {enumeration(subjects)}"


_TITLES: dict[Purpose, Callable[[Sequence[Need]], str]] = {
    Purpose.SOSIALISASI: _socialisation,
    Purpose.PEMBAHASAN: _discussion,
    Purpose.EVALUASI: _evaluation,
}


def _named(row: Activity) -> str:
    found = _NAMED.search(row.langkah_aksi.plain) or _NAMED.search(row.bukti.plain)
    return found[1].strip() if found else ""


def _distinct(subjects: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_titled(subject) for subject in subjects))


def _titled(text: str) -> str:
    words = text.split()
    return " ".join(
        word if word.casefold() in _SMALL and place else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )
