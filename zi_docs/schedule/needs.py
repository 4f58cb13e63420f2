"""Rows of the plan -> the meetings that they ask for, month by month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from zi_docs.findings import Finding, note
from zi_docs.model import Activity, Plan

# Indonesian inflects a word with these: men-sosialisasi-kan, di-sosialisasi-kan, rapat-nya.
_PREFIXES, _SUFFIXES = r"(?:me|mem|men|meng|di)?", r"(?:kan|nya)?"


class MeetingPurpose(Enum):
    """What a meeting is for; rows with the same purpose can share a meeting."""

    SOSIALISASI = "sosialisasi"
    PEMBAHASAN = "pembahasan"
    EVALUASI = "evaluasi"


_PURPOSE_WORDS = {
    MeetingPurpose.SOSIALISASI: ("sosialisasi",),
    MeetingPurpose.EVALUASI: ("evaluasi", "monitoring", "monev", "pemantauan"),
}
_REPORTS = ("laporan", "pelaporan", "rekapitulasi")


@dataclass(frozen=True)
class MeetingNeed:
    """A row that asks for a meeting in a month: the word that shows it, and the purpose."""

    activity: Activity
    month: int
    purpose: MeetingPurpose
    word: str


def meeting_needs(plan: Plan) -> list[MeetingNeed]:
    """The meetings that the rows ask for, in the order of the plan and its months."""
    return [
        MeetingNeed(activity, month, meeting_purpose(activity), word)
        for activity in plan.activities
        if (word := meeting_word(activity, plan)) and not _exempting_phrase(activity, plan)
        for month in sorted(activity.bulan)
    ]


def meeting_word(activity: Activity, plan: Plan) -> str:
    """The first word of the list Kata Rapat that the row uses; empty if it uses none."""
    text = _step_and_evidence(activity)
    return next((word for word in plan.meeting_words if _uses(text, word)), "")


def exempt_row_notes(plan: Plan) -> Iterator[Finding]:
    """A note for each row with such a word that needs no meeting, by the list Bukan Rapat."""
    for activity in plan.activities:
        word, phrase = meeting_word(activity, plan), _exempting_phrase(activity, plan)
        if word and phrase:
            yield note(
                "JADWAL-BUKAN",
                f"Baris {activity.id} menyebut “{word}”, tetapi juga “{phrase}” (daftar Bukan "
                "Rapat di lembar Referensi), sehingga tidak diusulkan rapatnya. "
                "Bila rapatnya perlu, tambahkan barisnya pada lembar Rapat.",
                activity.origin.at("langkah_aksi"),
            )


def meeting_purpose(activity: Activity) -> MeetingPurpose:
    """The purpose of the row's meeting, from the words of its step and evidence."""
    text = _step_and_evidence(activity)
    purposes = (
        purpose
        for purpose, words in _PURPOSE_WORDS.items()
        if any(_uses(text, word) for word in words)
    )
    return next(purposes, MeetingPurpose.PEMBAHASAN)


def reviews(title: str) -> bool:
    """Tell whether a meeting of this title looks back: it evaluates or reports what was done."""
    text = _folded(title)
    return any(_uses(text, word) for word in (*_PURPOSE_WORDS[MeetingPurpose.EVALUASI], *_REPORTS))


def _exempting_phrase(activity: Activity, plan: Plan) -> str:
    text = _step_and_evidence(activity)
    return next((phrase for phrase in plan.not_meetings if _folded(phrase) in text), "")


def _step_and_evidence(activity: Activity) -> str:
    return _folded(f"{activity.langkah_aksi.plain}\n{activity.bukti.plain}")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _uses(text: str, word: str) -> bool:
    return bool(re.search(rf"\b{_PREFIXES}{re.escape(_folded(word))}{_SUFFIXES}\b", text))
