"""A small plan with meetings: who is there to invite, and a meeting to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tests.cases.plans import office
from zi_docs.model import Meeting, Official, Origin, Participant, Plan, Voice

CELLS = {
    "tanggal": "C4",
    "selesai": "E4",
    "pimpinan": "G4",
    "undangan": "I4",
    "tanggal_surat": "L4",
}


def meeting(**changes: object) -> Meeting:
    plain = Meeting(
        id="R-01",
        acara="Rapat Evaluasi Triwulan I",
        tanggal=date(2026, 3, 31),
        mulai=time(9),
        tempat="Ruang Rapat",
        pimpinan="KETUA",
        notulis="STAF",
        undangan=("SEK", "Komisioner"),
        nomor="12/PW.02-Und/1504/2026",
        tanggal_surat=date(2026, 3, 26),
        origin=Origin("zi.xlsx", "Rapat", 4, CELLS),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def year(*meetings: Meeting) -> Plan:
    return Plan(
        office=office(),
        officials=(
            Official("KETUA", "Ketua", "Nama Ketua", kelompok="Komisioner", atas_nama=Voice.OFFICE),
            Official("ANGGOTA-1", "Anggota", "Nama Satu", kelompok="Komisioner"),
            Official("ANGGOTA-2", "Anggota", "Nama Dua", kelompok="Komisioner"),
            Official("SEK", "Sekretaris", kelompok="Sekretariat"),
            Official(
                "STAF",
                "Pelaksana",
                "Nama Staf, S.H.",
                "197001012000031001",
                "Penata (III/c)",
                "Sekretariat",
                "Subbagian Keuangan",
            ),
        ),
        participants=(
            Participant("P-1", jabatan="Inspektur", instansi="Kabupaten Contoh"),
            Participant("P-2", nama="Nama Tamu"),
            Participant("P-3"),
        ),
        meetings=meetings,
    )
