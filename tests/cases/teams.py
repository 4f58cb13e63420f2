"""A team of two groups: leaders, one group without a name yet, one with a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.plans import plan, rich
from zi_docs.model import (
    Consideration,
    Decree,
    DecreeKind,
    Official,
    Origin,
    Part,
    Plan,
    TeamSeat,
    Voice,
)

DECREE_CELLS = Origin("zi.xlsx", "Keputusan", 4, {"id": "A4"})


def seat(kedudukan: str, pejabat: str = "", kelompok: str = "", **more: str) -> TeamSeat:
    """A seat of the decree `sk-tim`."""
    tugas = rich(more.pop("tugas", ""))
    return TeamSeat("sk-tim", kedudukan, kelompok, pejabat, tugas=tugas, **more)


def team_decree() -> Decree:
    return Decree(
        id="sk-tim",
        jenis=DecreeKind.TEAM,
        judul="Pembentukan Tim Contoh Tahun 2026",
        penanda_tangan="KETUA",
        nomor="11",
        tanggal=date(2026, 1, 23),
        penyalin="KSB",
        pemaraf=("KSB",),
        considerations=(
            Consideration(Part.CONSIDERING, rich("bahwa perlu dibentuk tim")),
            Consideration(Part.RECALLING, rich(""), "UU-25-2009"),
            Consideration(Part.DICTUM, rich("Membentuk tim.")),
        ),
        origin=DECREE_CELLS,
    )


def with_team(*seats: TeamSeat, **changes: object) -> Plan:
    """The small plan with a team decree (changed) and these seats, each with its cells."""
    officials = (
        Official("KETUA", "Ketua", "Nama Ketua", kelompok="Komisioner", atas_nama=Voice.OFFICE),
        Official("SEK", "Sekretaris", origin=Origin("zi.xlsx", "Pejabat", 6, {"nama": "B6"})),
        Official("KSB", "Kepala Subbagian Hukum", "Nama Kasubbag", "198001012005011001",
                 unit="Subbagian Hukum"),
        Official("STAF", "Pelaksana", "Nama Staf", "199001012015011002", unit="Subbagian Umum",
                 origin=Origin("zi.xlsx", "Pejabat", 8, {"nip": "C8", "unit": "G8"})),
    )  # fmt: skip
    placed = tuple(
        replace(one, origin=Origin("zi.xlsx", "Tim", row, {"pejabat": f"D{row}"}))
        for row, one in enumerate(seats, start=4)
    )
    decree = replace(team_decree(), **changes)  # type: ignore[arg-type]
    year = plan()
    return replace(year, officials=officials, decrees=(decree,), seats=placed)


def whole_team() -> tuple[TeamSeat, ...]:
    """Leaders and one group, everybody named."""
    return (
        seat("Pengarah", "KETUA"),
        seat("Koordinator", "KSB", "Pokja I"),
        seat("Anggota", "STAF", "Pokja I"),
    )
