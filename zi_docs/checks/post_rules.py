"""Checks of the sheet Pejabat beyond the NIP: ranks, people who stand there twice, empty posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from zi_docs.checks.people_rules import listed_people
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Guest, Official, Plan
from zi_docs.text import plain_characters

_GRADE = re.compile(r"\(?\s*\b([IVX]+)\s*[/.\-]?\s*([A-Ea-e])\b\s*\)?\s*$", re.I)
_NO_RANK = re.compile(r"\bgol(?:ongan)?(?:\.|\b)(?:\s*ruang)?", re.I)
# Who stands in for another holds a second post rightly.
_STAND_IN = re.compile(r"\b(?:plt|plh|pjs?|pelaksana (?:tugas|harian)|penjabat)\b", re.I)
_WOMAN, _MAN = {"Hj.", "Dra."}, {"H.", "Drs."}
_FIRST_CONTRACT_MONTH = 21


def check_ranks(plan: Plan) -> Iterator[Finding]:
    """A rank (pangkat) beside the grade (golongan ruang) of another one, or in another form."""
    for person in listed_people(plan):
        written = " ".join(plain_characters(person.pangkat).split())
        match = _GRADE.search(written)
        if match is None:
            continue
        grade = f"{match[1].upper()}/{match[2].lower()}"
        name = _NO_RANK.sub("", written[: match.start()]).strip(" ,-–/(")
        right = shipped("ranks")["pangkat"].get(grade)
        place = person.origin.at("pangkat")
        if right is None:
            yield warning(
                "PEJ-PANGKAT",
                f"Golongan ruang {grade} pada {person.id} tidak ada; perbaiki kolom "
                "Pangkat/Golongan.",
                place,
            )
        elif name and _rank(name) != _rank(right):
            yield warning(
                "PEJ-PANGKAT",
                f"Pangkat {name} pada {person.id} tidak sesuai dengan golongan ruang {grade}, yang "
                f"berpangkat {right}. Perbaiki salah satunya.",
                place,
            )
        elif _service_month(person) >= _FIRST_CONTRACT_MONTH:
            yield warning(
                "PEJ-PANGKAT",
                f"NIP {person.id} adalah NIP PPPK, yang mempunyai golongan I sampai dengan XVII "
                f"tanpa pangkat, bukan {written}. Perbaiki salah satunya.",
                place,
            )
        elif (name and name != right) or grade not in written:
            yield suggestion(
                "PEJ-GOLONGAN",
                f"Pangkat {person.id} ditulis “{written}”; tuliskan “{right} ({grade})” agar "
                "seragam dalam semua naskah.",
                place,
            )


def _rank(name: str) -> str:
    """A rank for comparing: `Penata Tk. 1` is `Penata Tingkat I`."""
    text = re.sub(r"\b(?:tk|tkt)\b\.?", "tingkat", name.casefold())
    return " ".join(re.sub(r"\btingkat 1\b", "tingkat i", text).split())


def _service_month(person: Guest) -> int:
    """Digits 13 and 14 of a NIP: the month of appointment, from 21 on that of a PPPK; else 0."""
    digits = re.sub(r"\D", "", person.nip)
    return int(digits[12:14]) if len(digits) == 18 else 0


def check_sexes(plan: Plan) -> Iterator[Finding]:
    """A title that only women or only men bear, beside the other digit in the NIP."""
    for person in listed_people(plan):
        digits = re.sub(r"\D", "", person.nip)
        if len(digits) != 18 or not person.nama:
            continue
        titles = set(person.nama.partition(",")[0].split())
        if (digits[14] == "1" and titles & _WOMAN) or (digits[14] == "2" and titles & _MAN):
            kind = "laki-laki" if digits[14] == "1" else "perempuan"
            yield suggestion(
                "PEJ-KELAMIN",
                f"Angka ke-15 NIP {person.id} ({digits[14]}) menandakan {kind}, tidak sesuai "
                f"dengan gelar pada nama {person.nama}. Periksa NIP atau namanya.",
                person.origin.at("nip"),
            )


def check_same_people(plan: Plan) -> Iterator[Finding]:
    """The same NIP for two people, and the same person in two posts or on both sheets."""
    people = [
        (person, re.sub(r"\D", "", person.nip), _name(person)) for person in listed_people(plan)
    ]
    for (first, number, name), (second, other, other_name) in combinations(people, 2):
        same_name = bool(name) and name == other_name
        if number and number == other and first.nama and second.nama and not same_name:
            yield warning(
                "PEJ-NIP-GANDA",
                f"NIP {second.nama} ({second.id}) sama dengan NIP {first.nama} ({first.id}); "
                "setiap pegawai mempunyai NIP sendiri. Perbaiki salah satunya.",
                second.origin.at("nip"),
            )
        elif (number and number == other) or (same_name and not _others(plan, first, second)):
            yield from _twice(first, second)


def _name(person: Guest) -> str:
    """A name for comparing: without titles behind the comma, dots and case."""
    name = plain_characters(person.nama).partition(",")[0]
    return " ".join(re.sub(r"[^\w\s]", " ", name).casefold().split())


def _others(plan: Plan, first: Guest, second: Guest) -> bool:
    """Whether two people of one name are told apart: by their NIP, or one can have none."""
    if first.nip and second.nip:
        return True
    without = plan.office.agency.without_nip
    return without(first.kelompok) != without(second.kelompok)


def _twice(first: Guest, second: Guest) -> Iterator[Finding]:
    if _STAND_IN.search(first.jabatan) or _STAND_IN.search(second.jabatan):
        return
    if isinstance(second, Official):
        message = (
            f"{second.nama or second.id} memegang dua jabatan, {first.jabatan} ({first.id}) dan "
            f"{second.jabatan} ({second.id}). Perbaiki namanya, atau tuliskan Plt. di depan "
            "jabatan yang dirangkap."
        )
    else:
        message = (
            f"{second.nama or second.id} ({second.id}) sudah tercantum sebagai {first.id}; "
            "hapuslah salah satunya, sebab daftar hadir akan memuatnya dua kali."
        )
    yield suggestion("PEJ-RANGKAP", message, second.origin.at("nama"))


def check_empty_posts(plan: Plan) -> Iterator[Finding]:
    """A post without a name that signs a numbered or dated paper, or chairs its meeting.

    Before that the paper is being drafted, and its blank is wanted.
    """
    wanted: dict[str, list[str]] = {}
    for decree in plan.decrees:
        if decree.nomor or decree.tanggal:
            wanted.setdefault(decree.penanda_tangan.casefold(), []).append(
                f"menandatangani keputusan {decree.id}"
            )
    for meeting in plan.meetings:
        if meeting.nomor or meeting.tanggal_surat or meeting.nomor_ba:
            for key, work in (("pimpinan", "memimpin"), ("penanda_tangan", "mengundang ke")):
                wanted.setdefault(str(getattr(meeting, key)).casefold(), []).append(
                    f"{work} rapat {meeting.id}"
                )
    for official in plan.officials:
        works = wanted.get(official.id.casefold(), [])
        if works and not official.nama:
            more = f" dan {len(works) - 1} lagi" if len(works) > 1 else ""
            yield warning(
                "PEJ-KOSONG",
                f"{official.jabatan} ({official.id}) {works[0]}{more}, yang sudah bernomor atau "
                "bertanggal, tetapi namanya kosong. Isilah kolom Nama, atau tunjuk pejabat lain.",
                official.origin.at("nama"),
            )


CHECKS = (check_ranks, check_sexes, check_same_people, check_empty_posts)
