"""Checks of Pejabat and Peserta: ranks, sexes, people twice, empty posts; nobody here exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.meetings import meeting
from tests.cases.plans import plan, with_decree
from zi_docs.checks.post_rules import (
    check_empty_posts,
    check_ranks,
    check_same_people,
    check_sexes,
)
from zi_docs.model import Official, Origin, Participant, Plan

CELLS = {"nama": "B4", "nip": "C4", "pangkat": "D4"}
CIVIL, CONTRACT = "198503172010011002", "199003152022211015"


def staff(*people: Official, guests: tuple[Participant, ...] = ()) -> Plan:
    placed = tuple(
        replace(
            one, origin=Origin("zi.xlsx", "Pejabat", row, {"nama": f"B{row}", "nip": f"C{row}"})
        )
        for row, one in enumerate(people, start=4)
    )
    return replace(plan(), officials=placed, participants=guests)


def of_rank(rank: str, nip: str = CIVIL) -> list[str]:
    person = Official("KSB", "Kasubbag", "Nama", nip, rank, origin=Origin("zi.xlsx", cells=CELLS))
    findings = check_ranks(replace(plan(), officials=(person,)))
    return [f"{f.code} {f.severity.value}: {f.message}" for f in findings]


@pytest.mark.parametrize(
    "rank",
    ["", "-", "Penata (III/c)", "Penata, III/c", "III/c", "Pembina Tingkat I (IV/b)", "IX",
     "Golongan III/d", "Ajun Komisaris Polisi", "Penata Muda"],
)  # fmt: skip
def test_ranks_as_they_are(rank: str) -> None:
    assert of_rank(rank) == []


@pytest.mark.parametrize(
    ("rank", "told"),
    [
        ("Penata (III/d)", "PEJ-PANGKAT peringatan: Pangkat Penata pada KSB tidak sesuai dengan "
         "golongan ruang III/d, yang berpangkat Penata Tingkat I."),
        ("Penata Muda Tk. I / III/a", "PEJ-PANGKAT peringatan: Pangkat Penata Muda Tk. I pada KSB "
         "tidak sesuai dengan golongan ruang III/a, yang berpangkat Penata Muda."),
        ("Pembina (III/e)", "PEJ-PANGKAT peringatan: Golongan ruang III/e pada KSB tidak ada;"),
        ("Penata Tk. I (III/d)", "PEJ-GOLONGAN saran: Pangkat KSB ditulis “Penata Tk. I (III/d)”; "
         "tuliskan “Penata Tingkat I (III/d)”"),
        ("Penata (III.c)", "PEJ-GOLONGAN saran: Pangkat KSB ditulis “Penata (III.c)”"),
    ],
)  # fmt: skip
def test_a_rank_that_does_not_fit_its_grade(rank: str, told: str) -> None:
    (message,) = of_rank(rank)
    assert message.startswith(told)


def test_those_on_a_contract_have_no_rank() -> None:
    (message,) = of_rank("Penata (III/c)", CONTRACT)
    assert "NIP KSB adalah NIP PPPK, yang mempunyai golongan I sampai dengan XVII" in message
    assert of_rank("IX", CONTRACT) == []


def sexes(name: str, nip: str) -> list[str]:
    return [f.code for f in check_sexes(staff(Official("A", "Kasubbag", name, nip)))]


def test_a_title_of_women_beside_the_number_of_a_man() -> None:
    woman = CIVIL[:14] + "2" + CIVIL[15:]
    assert sexes("Hj. Nama Contoh, S.H.", CIVIL) == ["PEJ-KELAMIN"]
    assert sexes("Drs. Nama Contoh", woman) == ["PEJ-KELAMIN"]
    assert sexes("Hj. Nama Contoh", woman) == sexes("Nama Contoh, M.H.", woman) == []


def test_one_number_of_two_people() -> None:
    pair = (Official("A", "Kasubbag", "Nama Satu", CIVIL), Official("B", "Staf", "Nama Dua", CIVIL))
    (finding,) = check_same_people(staff(*pair))
    assert str(finding) == (
        "zi.xlsx › Pejabat!C5: peringatan: NIP Nama Dua (B) sama dengan NIP Nama Satu (A); setiap "
        "pegawai mempunyai NIP sendiri. Perbaiki salah satunya. [PEJ-NIP-GANDA]"
    )


def twice(first: Official, second: Official | Participant) -> list[str]:
    guests = (second,) if isinstance(second, Participant) else ()
    people = (first,) if isinstance(second, Participant) else (first, second)
    return [f.message for f in check_same_people(staff(*people, guests=guests))]


def test_one_person_in_two_posts() -> None:
    first = Official("A", "Kasubbag Umum", "Nama Satu, S.H.", CIVIL)
    (message,) = twice(first, Official("B", "Kasubbag Hukum", "NAMA SATU"))
    assert message.startswith("NAMA SATU memegang dua jabatan, Kasubbag Umum (A) dan Kasubbag Huk")
    assert twice(first, Official("B", "Plt. Kasubbag Hukum", "Nama Satu", CIVIL)) == []
    (message,) = twice(first, Participant("P-1", "Nama Satu", CIVIL))
    assert message.startswith("Nama Satu (P-1) sudah tercantum sebagai A;")


def test_namesakes_are_told_apart_by_their_numbers() -> None:
    first = Official("A", "Kasubbag", "Nama Satu", CIVIL)
    assert twice(first, Official("B", "Staf", "Nama Satu", CIVIL[:-1] + "3")) == []
    # Members of the commission have no NIP; nobody is both.
    assert twice(first, Official("B", "Anggota", "Nama Satu", kelompok="Komisioner")) == []
    assert twice(Official("A", "Staf"), Official("B", "Staf")) == []


def test_an_empty_post_that_signs_what_is_numbered() -> None:
    empty = Official("KETUA", "Ketua", origin=Origin("zi.xlsx", "Pejabat", 4, CELLS))
    year = replace(plan(), officials=(empty,), meetings=(meeting(),))
    (finding,) = check_empty_posts(year)
    assert str(finding) == (
        "zi.xlsx › Pejabat!B4: peringatan: Ketua (KETUA) menandatangani keputusan renaksi dan 1 "
        "lagi, yang sudah bernomor atau bertanggal, tetapi namanya kosong. Isilah kolom Nama, atau "
        "tunjuk pejabat lain. [PEJ-KOSONG]"
    )
    draft = with_decree(year, nomor="", tanggal=None)
    waiting = meeting(nomor="", tanggal_surat=None, tanggal=date(2026, 5, 5))
    assert list(check_empty_posts(replace(draft, meetings=(waiting,)))) == []
