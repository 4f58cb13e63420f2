"""Checks of people: a NIP says when somebody was born and began, and so whether it can be one.

A NIP has 18 digits: day of birth (8), year and month of the appointment (6), sex (1 or 2), number
(3). In that of a PPPK the month is 21 and up, the count of appointments (Peraturan BKN 1/2019).
Excel keeps 15 digits of a number and puts zeros for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zi_docs.findings import Finding, warning
from zi_docs.model import Guest, Official, Plan, folded_id
from zi_docs.text import plain_characters
from zi_docs.workbook.sheets.pledge_sheets import DeclaredInterest, InterestState

_NIP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d{4})(\d\d)([12])(\d{3})")
_DIGITS = 18
_SEPARATORS = re.compile(r"^NIP[.: ]*|[\s.\-–]", re.I)
_PPPK = range(21, 30)
_YOUNGEST, _OLDEST = 15, 60
# Of the highest functional posts (UU 20/2023, article 55).
_LATEST_RETIREMENT = 65
# A number of the police or the army (NRP), which guests may have, is shorter than any slip of NIP.
_LONGEST_NRP = 14


def listed_people(plan: Plan) -> list[Guest]:
    """All who stand on the sheets Pejabat and Peserta, in their order."""
    return [*plan.officials, *plan.participants]


def check_service_numbers(plan: Plan) -> Iterator[Finding]:
    """A NIP of an official or participant that cannot be one, as a question."""
    for person in listed_people(plan):
        number = _SEPARATORS.sub("", plain_characters(person.nip))
        if number and (isinstance(person, Official) or len(number) > _LONGEST_NRP):
            reason = _implausible(number, plan.office.tahun)
            if reason:
                yield _finding(person, reason)


def _implausible(number: str, year: int) -> str:
    """Why a number can be no NIP of somebody who serves in a year; empty when it can be one."""
    if re.fullmatch(r"\d[.,]?\d*E\+?\d+", number, re.I):
        return "disingkat oleh Excel"
    if not number.isdecimal():
        return "memuat selain angka"
    if len(number) != _DIGITS:
        return f"terdiri atas {len(number)} angka, bukan {_DIGITS}"
    parts = _NIP.fullmatch(number)
    if number.endswith("000"):
        return "berakhir dengan 000; Excel hanya menyimpan 15 angka pertama sebuah bilangan"
    if parts is None:
        return "tidak memuat 1 atau 2 (jenis kelamin) pada angka ke-15"
    born_year, month, day, start, start_month = (int(part) for part in parts.groups()[:5])
    if not _is_day(born_year, month, day):
        return "tidak diawali tanggal lahir yang ada di kalender"
    begun = 1 <= start_month <= 12 or start_month in _PPPK
    if not (begun and start <= year and _YOUNGEST <= start - born_year <= _OLDEST):
        return "tidak memuat tahun dan bulan pengangkatan yang wajar sesudah tanggal lahirnya"
    if year - born_year > _LATEST_RETIREMENT:
        return f"adalah milik orang kelahiran {born_year}, yang sudah melewati usia pensiun"
    return ""


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _finding(person: Guest, reason: str) -> Finding:
    return warning(
        "WB-NIP",
        f"NIP {person.id} “{person.nip}” {reason}. Ubah format sel menjadi Teks, lalu ketik ulang "
        f"{_DIGITS} angkanya; kosongkan bila belum diketahui.",
        person.origin.at("nip"),
    )


def check_declared_interests(plan: Plan) -> Iterator[Finding]:
    """Whoever declared to be free of conflicts declared no interest; an interest is described."""
    potential = {folded_id(i.pejabat) for i in plan.rows(DeclaredInterest) if not _free(i)}
    for interest in plan.rows(DeclaredInterest):
        if _free(interest) and folded_id(interest.pejabat) in potential:
            yield warning(
                "BENTURAN-GANDA",
                f"{interest.pejabat} menyatakan bebas dan juga menyatakan potensi benturan "
                "kepentingan. Hapuslah baris yang tidak berlaku; sebelum itu potensinya yang "
                "dicetak.",
                interest.origin.at("keadaan"),
            )
        if not _free(interest) and not interest.kepentingan:
            yield warning(
                "BENTURAN-URAIAN",
                f"Potensi benturan kepentingan {interest.pejabat} belum diuraikan; isilah kolom "
                "Hubungan atau kepentingan menurut pernyataannya.",
                interest.origin.at("kepentingan"),
            )


def _free(interest: DeclaredInterest) -> bool:
    return interest.keadaan is InterestState.FREE


CHECKS = (check_service_numbers, check_declared_interests)
