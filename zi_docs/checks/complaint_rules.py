"""Checks of the register of complaints: nobody is named, days fit, nothing contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.model import Guest, Plan
from zi_docs.wording.academic_titles import name_without_titles
from zi_docs.wording.dates import long_date
from zi_docs.workbook.sheets.complaint_sheets import Complaint, ComplaintState

# NIK or NIP, whole or in groups; numbers of mobile phones; mail; who is addressed or named.
_MARKS = (
    ("NIK atau NIP", re.compile(r"(?<!\d)(?:\d[ .-]?){15,17}\d(?!\d)")),
    ("nomor telepon", re.compile(r"(?<!\d)(?:\+?62|0)[ -]?8(?:[ -]?\d){7,11}(?!\d)")),
    ("alamat surel", re.compile(r"[\w.+-]+@[\w-]+\.\w+")),
    (
        "nama orang",
        re.compile(
            r"\b(?:[Ss]dri?\.|[Ss]audar[ai]|[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|[Aa]\.\s?[Nn]\."
            r"|[Aa]tas nama|[Bb]ernama)\s+[A-Z][\w.']+"
        ),
    ),
)


def personal_mark(plan: Plan, text: str) -> str:
    """What in a text seems to tell who somebody is, in a word; empty where nothing does."""
    for what, pattern in _MARKS:
        if pattern.search(text):
            return what
    folded = f" {_words(text)} "
    return "nama orang" if any(f" {name} " in folded for name in _names(plan)) else ""


def _names(plan: Plan) -> Iterator[str]:
    """The names of the office's people; one of a single word may be any word."""
    people: tuple[Guest, ...] = (*plan.officials, *plan.participants)
    for person in people:
        name = _words(name_without_titles(person.nama))
        if " " in name:
            yield name


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def check_complaints(plan: Plan) -> Iterator[Finding]:
    """Every line of the register."""
    rows = plan.rows(Complaint)
    for row in rows:
        for key in ("perihal", "tindak_lanjut"):
            if mark := personal_mark(plan, getattr(row, key)):
                yield warning(
                    "PENGADUAN-NAMA",
                    f"Pengaduan {row.id} tampaknya memuat {mark}. Register tidak menyebut siapa "
                    "pun; hapuslah dari sel ini. Sebelum itu isinya tidak dicetak.",
                    row.origin.at(key),
                )
        yield from _days(plan, row)
        if row.keadaan is ComplaintState.NOTHING and any(_shares(row, each) for each in rows):
            yield warning(
                "PENGADUAN-NIHIL",
                f"Baris {row.id} menyatakan nihil, padahal ada {row.jenis.value} lain yang masuk "
                "pada triwulan itu. Hapuslah baris yang keliru; yang masuk tetap dihitung.",
                row.origin.at("keadaan"),
            )


def _days(plan: Plan, row: Complaint) -> Iterator[Finding]:
    for key, name in (("batas", "Batas jawab"), ("dijawab", "Tanggal dijawab")):
        day = getattr(row, key)
        if day is not None and day < row.masuk:
            yield warning(
                "PENGADUAN-URUTAN",
                f"{name} {row.id} ({long_date(day)}) mendahului tanggal masuk "
                f"({long_date(row.masuk)}); betulkan salah satunya.",
                row.origin.at(key),
            )
    if row.masuk.year > plan.office.tahun:
        yield warning(
            "PENGADUAN-TAHUN",
            f"Pengaduan {row.id} masuk pada {long_date(row.masuk)}, sesudah tahun "
            f"{plan.office.tahun}; betulkan tanggalnya, atau pindahkan ke buku kerja tahun itu.",
            row.origin.at("masuk"),
        )
    if row.keadaan is ComplaintState.CLOSED and row.dijawab is None:
        yield warning(
            "PENGADUAN-JAWAB",
            f"Pengaduan {row.id} berkeadaan Selesai tanpa tanggal dijawab, sehingga terhitung "
            "belum dijawab; isilah Tanggal dijawab.",
            row.origin.at("dijawab"),
        )


def _shares(nothing: Complaint, row: Complaint) -> bool:
    """Whether a line came in during the quarter of one that states that nothing did."""
    return (
        row.keadaan is not ComplaintState.NOTHING
        and row.jenis is nothing.jenis
        and row.masuk.year == nothing.masuk.year
        and (row.masuk.month - 1) // 3 == (nothing.masuk.month - 1) // 3
    )


CHECKS = (check_complaints,)
