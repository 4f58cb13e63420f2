"""Checks of meetings and of letters: times, days, chair, invitees, follow-ups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.findings import Finding, error, note, warning
from zi_docs.model import Meeting, Plan, follow_up_parts
from zi_docs.wording.dates import long_date, time_text, weekday_date
from zi_docs.workbook.sheets.letter_sheets import Letter

_SATURDAY = 5
# What people write for the bar between what, who and until when.
_OTHER_SEPARATOR = re.compile(r";|\s[-–—/>→]+\s|\s{3,}|//")


def check_meeting_times(plan: Plan) -> Iterator[Finding]:
    """A meeting must end after it begins; its letter must not be dated after it."""
    for meeting in plan.meetings:
        start, end = meeting.mulai, meeting.selesai
        if start and end and end <= start:
            yield error(
                "RAPAT-JAM",
                f"Rapat {meeting.id} selesai pukul {time_text(end)}, tidak sesudah mulainya pukul "
                f"{time_text(start)}; perbaiki salah satunya.",
                meeting.origin.at("selesai"),
            )
        if meeting.tanggal_surat and meeting.tanggal_surat > meeting.tanggal:
            yield error(
                "RAPAT-SURAT",
                f"Undangan rapat {meeting.id} bertanggal {long_date(meeting.tanggal_surat)}, "
                f"sesudah rapatnya ({long_date(meeting.tanggal)}); perbaiki salah satunya.",
                meeting.origin.at("tanggal_surat"),
            )


def check_meeting_days(plan: Plan) -> Iterator[Finding]:
    """A meeting on a weekend is seldom intended."""
    for meeting in plan.meetings:
        if meeting.tanggal.weekday() >= _SATURDAY:
            yield note(
                "RAPAT-AKHIR-PEKAN",
                f"Rapat {meeting.id} jatuh pada {weekday_date(meeting.tanggal)}; pindahkan bila "
                "tidak disengaja.",
                meeting.origin.at("tanggal"),
            )


def check_meeting_chairs(plan: Plan) -> Iterator[Finding]:
    """Without a chair nobody signs: the papers get a blank instead of a name."""
    for meeting in plan.meetings:
        if not plan.official(meeting.pimpinan):
            yield warning(
                "RAPAT-PIMPINAN",
                f"Rapat {meeting.id} belum mempunyai pimpinan; isilah dengan ID pejabat.",
                meeting.origin.at("pimpinan"),
            )


def check_meeting_invitees(plan: Plan) -> Iterator[Finding]:
    """Somebody must be invited, and every invited group must have members."""
    for meeting in plan.meetings:
        if not meeting.undangan:
            yield warning(
                "RAPAT-UNDANGAN",
                f"Rapat {meeting.id} belum menyebut yang diundang; isilah ID atau kelompoknya.",
                meeting.origin.at("undangan"),
            )
        for name in _empty_groups(plan, meeting):
            yield error(
                "RAPAT-KELOMPOK",
                f"Kelompok “{name}” yang diundang ke rapat {meeting.id} tidak beranggota; isilah "
                "kolom Kelompok pada lembar Pejabat atau Peserta.",
                meeting.origin.at("undangan"),
            )


def _empty_groups(plan: Plan, meeting: Meeting) -> list[str]:
    return [name for name in meeting.undangan if not (plan.guest(name) or plan.group(name))]


def check_meeting_follow_ups(plan: Plan) -> Iterator[Finding]:
    """Who follows up and until when must be parted by bars: else they stand with what is done."""
    for meeting in plan.meetings:
        for block in meeting.tindak_lanjut.blocks:
            # A bar says that the line was written for the table: what is behind it may lack one.
            what, who, until = (part.plain for part in follow_up_parts(block.text))
            if not until and _OTHER_SEPARATOR.search(who or what):
                yield warning(
                    "RAPAT-TINDAK-LANJUT",
                    f"Tindak lanjut “{block.text.plain}” tidak dipisahkan dengan tanda |, sehingga "
                    "pelaksana atau batas waktunya tidak masuk ke kolomnya. Tuliskan: apa | siapa "
                    "| batas waktu.",
                    meeting.origin.at("tindak_lanjut"),
                )


def check_letter_days(plan: Plan) -> Iterator[Finding]:
    """A task must not end before it begins, nor begin before its letter is dated."""
    for letter in plan.rows(Letter):
        if letter.mulai and letter.selesai and letter.selesai < letter.mulai:
            yield error(
                "SURAT-HARI",
                f"Tugas {letter.id} selesai {long_date(letter.selesai)}, sebelum mulainya "
                f"{long_date(letter.mulai)}; perbaiki salah satunya.",
                letter.origin.at("selesai"),
            )
        if letter.mulai and letter.tanggal and letter.mulai < letter.tanggal:
            yield warning(
                "SURAT-TANGGAL",
                f"Surat {letter.id} bertanggal {long_date(letter.tanggal)}, sesudah tugasnya mulai "
                f"({long_date(letter.mulai)}); perbaiki salah satunya.",
                letter.origin.at("tanggal"),
            )


CHECKS = (
    check_meeting_times,
    check_meeting_days,
    check_meeting_chairs,
    check_meeting_invitees,
    check_meeting_follow_ups,
    check_letter_days,
)
