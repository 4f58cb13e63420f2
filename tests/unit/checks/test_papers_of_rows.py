"""Which paper is the evidence of a row: what its cell names, piece by piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from zi_docs.catalog import catalog
from zi_docs.checks.rows.papers_of_rows import (
    PieceSource,
    RowPapers,
    paper_kinds,
    papers_of_piece,
    papers_of_rows,
)
from zi_docs.data import shipped
from zi_docs.model import Plan
from zi_docs.product import Family, Product
from zi_docs.revision.states import Year, read_plan_and_year
from zi_docs.specimens import specimens

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
# One verb makes the decrees of the plan, another those of teams.
DECREES = {Family.DECREE.command, Family.TEAM_DECREE.command, Family.AMENDMENT.command}


@cache
def real_year() -> Year:
    year, _ = read_plan_and_year(SOURCE)
    assert year is not None
    return year


@cache
def real_rows() -> tuple[RowPapers, ...]:
    return tuple(papers_of_rows(real_year().plan))


@cache
def listed() -> tuple[Product, ...]:
    return tuple(catalog(real_year()).products())


def cell(text: str, step: str = "") -> Plan:
    """The small plan with a row whose Bukti says this, and whose action this."""
    row = replace(plan().activities[0], bukti=rich(text), langkah_aksi=rich(step))
    return replace(plan(), activities=(row,))


def pieces(text: str, step: str = "") -> list[str]:
    (row,) = papers_of_rows(cell(text, step))
    return [f"{piece.words}: {piece.maker}" for piece in row.pieces]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Undangan Daftar hadir, notula dan dokumentasi",
            [
                "Undangan: undangan (rapat)",
                "Daftar hadir: daftar hadir (rapat)",
                "notula: notula (rapat)",
                "dokumentasi: lembar dokumentasi rapat (rapat)",
            ],
        ),
        (
            "SK TIM SPIP Kartu Kendali SPIP",
            [
                "SK TIM SPIP: keputusan (keputusan)",
                "Kartu Kendali SPIP: Kartu Kendali (naskah spip)",
            ],
        ),
        (
            "PK Tahun 2026 dan SKP Tahun 2026",
            [
                "PK Tahun 2026: dokumen perencanaan dan perjanjian kinerja",
                "SKP Tahun 2026: aplikasi kinerja pegawai",
            ],
        ),
        (
            "- Spanduk\n- Berkas yang tidak dikenal",
            [
                "Spanduk: lembar foto (naskah foto)",
                "Berkas yang tidak dikenal: tidak dikenali",
            ],
        ),
        (
            "Laporan monitoring dan evaluasi penanganan benturan kepentingan",
            [
                "Laporan monitoring dan evaluasi penanganan benturan kepentingan: laporan tematik "
                "(naskah tematik)"
            ],
        ),
        (
            "Laporan rapat sosialisasi, Analisis survei dan tindak lanjutnya",
            [
                "Laporan rapat sosialisasi: laporan kegiatan (rapat)",
                "Analisis survei: laporan survei (naskah survei)",
                "tindak lanjutnya: daftar tindak lanjut (naskah tindak-lanjut)",
            ],
        ),
    ],
)
def test_a_cell_is_read_piece_by_piece(text: str, said: list[str]) -> None:
    assert pieces(text) == said


def test_the_row_tells_what_a_word_means_in_it() -> None:
    """The attendance of a meeting is made here, that of every day comes from another system."""
    assert pieces("Daftar hadir") == ["Daftar hadir: daftar hadir (rapat)"]
    every_day = "Pimpinan mencatat kehadiran setiap hari"
    assert pieces("Daftar hadir", every_day) == ["Daftar hadir: aplikasi presensi"]
    report = "Laporan evaluasi dalam bentuk rekapitulasi"
    assert pieces(report) == [f"{report}: tidak dikenali"]
    assert pieces(report, "Menangani pengaduan") == [
        f"{report}: rekapitulasi pengaduan (naskah pengaduan)"
    ]


def test_papers_of_a_meeting_serve_the_rows_that_it_names() -> None:
    row = replace(plan().activities[0], bukti=rich("Notula"))
    held = (meeting(id="R-01", baris=("ra-001",)), meeting(id="R-02", baris=("RA-002",)))
    asked = replace(plan(), activities=(row,), meetings=held)
    (papers,) = papers_of_rows(asked)
    serving = papers_of_piece(papers.pieces[0], row, asked, catalog(Year(asked)).products())
    assert [product.name for product in serving] == ["rapat/R-01/notula"]


def test_a_decree_serves_by_what_it_is_about() -> None:
    (row,) = [each for each in real_rows() if each.row.id == "RA-042"]
    serving = papers_of_piece(row.pieces[0], row.row, real_year().plan, listed())
    assert [product.name for product in serving] == ["keputusan/sk-spip-asli"]


def test_every_kind_is_one_that_the_catalog_can_list() -> None:
    known = (*listed(), *specimens(real_year()))
    unknown = {key for key, kind in paper_kinds().items() if not any(map(kind.is_of, known))}
    assert unknown == set()


def test_every_kind_names_the_verb_that_makes_it() -> None:
    wrong = []
    for key, kind in paper_kinds().items():
        families = {p.about.family.command for p in listed() if kind.is_of(p)}
        if families and not (kind.verb in families and families <= {kind.verb, *DECREES}):
            wrong.append(key)
    assert wrong == []


def test_every_kind_is_named_by_a_rule() -> None:
    rules = shipped("evidence_papers")
    tables = (rules["dibuat"], rules["disiapkan"], rules["rekaman"])
    named = {key for table in tables for rule in table for key in rule["jenis"]}
    assert named == set(paper_kinds())


def test_what_the_real_plan_asks_for_is_known_in_every_row() -> None:
    assert len(real_rows()) == 68
    assert all(row.pieces for row in real_rows())
    sources = Counter(piece.source for row in real_rows() for piece in row.pieces)
    assert sources[PieceSource.UNKNOWN] == 0
    assert {source.value: count for source, count in sources.items()} == {
        "dibuat di sini": 54,
        "disiapkan di sini": 3,
        "dari sistem lain": 43,
        "foto/tangkapan layar oleh kantor": 23,
        "ditulis oleh kantor": 5,
    }


def test_these_rows_have_all_of_their_evidence_made_or_prepared_here() -> None:
    """Of 43 rows the papers alone are the evidence of 33; in ten the office takes pictures too."""
    whole = [row for row in real_rows() if row.whole]
    numbers = {row.row.id: int(row.row.id.removeprefix("RA-")) for row in whole}
    pictured = [numbers[row.row.id] for row in whole if row.pictured]
    assert pictured == [2, 8, 40, 41, 46, 50, 61, 63, 65, 67]
    assert [number for number in numbers.values() if number not in pictured] == [
        3, 5, 9, 11, 17, 18, 19, 20, 21, 22, 23, 29, 32, 42, 43, 44, 45, 47, 48, 49, 51, 52, 53,
        54, 55, 56, 57, 58, 59, 62, 64, 66, 68,
    ]  # fmt: skip
