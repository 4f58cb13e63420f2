"""Rows of the plan -> the meetings they speak of, month by month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from zi_docs.findings import Finding, note
from zi_docs.model import Activity, Plan

# Indonesian puts a word into use with these: men-sosialisasi-kan, di-sosialisasi-kan, rapat-nya.
_BEFORE, _AFTER = r"(?:me|mem|men|meng|di)?", r"(?:kan|nya)?"


class Purpose(Enum):
    """What a meeting is for; rows of one purpose can share one."""

    SOSIALISASI = "sosialisasi"
    PEMBAHASAN = "pembahasan"
    EVALUASI = "evaluasi"


_SIGNS = {
    Purpose.SOSIALISASI: ("sosialisasi",),
    Purpose.EVALUASI: ("evaluasi", "monitoring", "monev", "pemantauan"),
}


@dataclass(frozen=True)
class Need:
    """A row that asks for a meeting in a month: the word that says so, and what it is for."""

    activity: Activity
    month: int
    purpose: Purpose
    word: str


def needs(plan: Plan) -> list[Need]:
    """What the rows ask for, in the order of the plan and its months."""
    return [
        Need(activity, month, purpose_of(activity), word)
        for activity in plan.activities
        if (word := meeting_word(activity, plan)) and not _excuse(activity, plan)
        for month in sorted(activity.bulan)
    ]


def meeting_word(activity: Activity, plan: Plan) -> str:
    """The first word of the list Kata Rapat that the row uses; empty if it uses none."""
    said = _said(activity)
    return next((word for word in plan.meeting_words if _uses(said, word)), "")


def excused(plan: Plan) -> Iterator[Finding]:
    """Rows that use such a word but, by a phrase of the list Bukan Rapat, mean no own meeting."""
    for activity in plan.activities:
        word, phrase = meeting_word(activity, plan), _excuse(activity, plan)
        if word and phrase:
            yield note(
                "JADWAL-BUKAN",
                f"Baris {activity.id} menyebut “{word}”, tetapi juga “{phrase}” (daftar Bukan "
                "Rapat di lembar Referensi), sehingga tidak diusulkan rapatnya.",
                activity.origin.at("langkah_aksi"),
            )


def purpose_of(activity: Activity) -> Purpose:
    """What the row's meeting is for, by the words of its step and evidence."""
    said = _said(activity)
    found = (p for p, signs in _SIGNS.items() if any(_uses(said, sign) for sign in signs))
    return next(found, Purpose.PEMBAHASAN)


def _excuse(activity: Activity, plan: Plan) -> str:
    said = _said(activity)
    return next((p for p in plan.not_meetings if _folded(p) in said), "")


def _said(activity: Activity) -> str:
    return _folded(f"{activity.langkah_aksi.plain}\n{activity.bukti.plain}")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _uses(said: str, word: str) -> bool:
    return bool(re.search(rf"\b{_BEFORE}{re.escape(_folded(word))}{_AFTER}\b", said))
