"""Recap and report as data: tables, follow-up, gaps to write, words for every picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.plans import activity, plan
from tests.cases.products import subject
from tests.cases.realisations import with_year
from zi_docs.model import KeptState, Plan, Realisation, Regulation, Revision
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers import laporan_monev as monev_report
from zi_docs.papers import rekap as recap
from zi_docs.papers.gambar_capaian import cumulative
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.product import Family
from zi_docs.text import Flow, Picture, RichText

QUARTER = Period(2026, Cycle.QUARTER, 1)
YEAR = Period(2026, Cycle.YEAR)


def reported() -> Plan:
    """RA-001 done in January; RA-002 half done in January, done in February, silent in March."""
    return replace(
        plan(),
        realisations=(
            Realisation("RA-001", 1, persen=100, bukti_ada="Ada"),
            Realisation(
                "RA-002",
                1,
                persen=50,
                kendala="Listrik padam",
                rekomendasi="Sediakan genset",
                pic="Umum",
                batas=date(2026, 2, 15),
            ),
            Realisation("RA-002", 2, persen=100),
        ),
    )


def of_recap(year: Plan, period: Period) -> dict[str, Any]:
    return dict(recap.recap(year, period, Pagination()).context)


def of_report(year: Plan, period: Period) -> dict[str, Any]:
    return dict(monev_report.report(year, period, Pagination()).context)


def words(flow: Flow) -> str:
    return " ".join(paragraph.text.plain for paragraph in flow.paragraphs)


def test_the_table_of_achievement() -> None:
    first, second = of_recap(reported(), QUARTER)["capaian"]
    assert (first["nomor"], words(first["nama"])) == ("I", "MANAJEMEN PERUBAHAN")
    figures = ("rencana", "selesai", "persen", "tepat", "terlambat", "tunggakan", "bukti")
    assert [first[name] for name in figures] == [4, 2, "62,5", 2, 0, 2, 1]
    assert [(words(k["nama"]), k["persen"]) for k in first["komponen"]] == [
        ("Tim kerja", "100,0"),
        ("Budaya kerja", "50,0"),
    ]
    # The second area has nothing planned before June.
    assert {second[name] for name in figures} == {"–"}
    assert second["komponen"] == []
    assert second["ringkasan"] == "Tidak ada langkah yang direncanakan pada periode ini."


def test_what_is_overdue_hindered_and_recommended() -> None:
    told = of_recap(reported(), QUARTER)
    (late,) = told["tunggakan"]
    assert (late["id"], late["bulan"]) == ("RA-002", "Januari (50,0%); Maret (0,0%)")
    assert late["langkah"] == "Langkah satu RA-002; Langkah dua RA-002"
    (hindered,) = told["kendala"]
    assert (hindered["kendala"], hindered["rekomendasi"]) == ("Listrik padam", "Sediakan genset")
    (advice,) = told["rekomendasi"]
    assert advice["keadaan"] == "Belum ditindaklanjuti, melewati batas waktu"
    assert (advice["pic"], advice["batas"]) == ("Umum", "15 Februari 2026")
    assert told["tindak_lanjut"] == []


def test_a_period_follows_up_what_the_one_before_recommended() -> None:
    told = of_recap(reported(), Period(2026, Cycle.MONTH, 2))
    assert told["periode_lalu"] == "Januari 2026"
    assert [row["rekomendasi"] for row in told["tindak_lanjut"]] == ["Sediakan genset"]
    assert told["rekomendasi"] == []


def test_every_picture_is_told_in_words() -> None:
    shown = of_recap(reported(), QUARTER)["gambar"]
    assert len(shown) == 4
    progress, standing, heat, curve = (one["gambar"].description for one in shown)
    assert "I MANAJEMEN PERUBAHAN 62,5% (2 dari 4 selesai)" in progress
    assert "II PENATAAN TATA LAKSANA tidak ada rencana" in progress
    assert "I MANAJEMEN PERUBAHAN 2 tepat waktu, 0 terlambat, 2 tunggakan periode ini" in standing
    assert "I MANAJEMEN PERUBAHAN Januari 75,0%, Februari 100,0%, Maret 0,0%" in heat
    assert "direncanakan 57,1% dan terealisasi 35,7%" in curve
    assert shown[0]["keterangan"] == "Gambar 1. Capaian per area, Triwulan I 2026"


def test_a_picture_is_drawn_with_the_words_that_tell_it() -> None:
    """Until then it is only figures."""
    progress = of_recap(reported(), QUARTER)["gambar"][0]["gambar"]
    assert not isinstance(progress, Picture)
    drawn = progress.draw()
    assert isinstance(drawn, Picture)
    assert (drawn.width_mm, drawn.description) == (240, progress.description)


def test_a_period_without_steps_or_reports_says_so() -> None:
    may = of_recap(reported(), Period(2026, Cycle.MONTH, 5))
    assert may["ringkasan"] == "Tidak ada langkah yang direncanakan pada periode ini."
    assert len(may["gambar"]) == 2
    silent = of_recap(plan(), QUARTER)["ringkasan"]
    assert silent.endswith("Capaian 0,0%. Belum ada realisasi yang dilaporkan untuk periode ini.")


def test_the_curve_knows_only_what_each_month_s_end_knew() -> None:
    year = replace(
        reported(),
        realisations=(
            *reported().realisations,
            Realisation("RA-002", 1, bulan_lapor=3, persen=100),
        ),
    )
    planned, realised = cumulative(year, 3)
    assert planned == [100 * n / 7 for n in (2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 7)]
    assert realised == [150 / 7, 250 / 7, 300 / 7]


def test_headings_and_sums_stay_with_their_rows() -> None:
    assert recap.recap(reported(), QUARTER, Pagination()).keeps == (
        Keep("capaianI", "capaianI1"),
        Keep("capaianI2", "capaianIjumlah"),
        Keep("capaianI2", "jumlah"),
    )
    broken = recap.recap(reported(), QUARTER, Pagination(breaks=frozenset({"capaianI2"})))
    second = dict(broken.context)["capaian"][0]["komponen"][1]  # type: ignore[index]
    assert second["nama"].paragraphs[0].breaks


def test_recap_and_report_say_when_nothing_was_reported() -> None:
    recapped = subject(Family.RECAP, "2026-tw1")
    (silent,) = recap.products(plan(), QUARTER, recapped)
    (report,) = monev_report.products(plan(), YEAR, subject(Family.REPORT, "2026"))
    assert (silent.name, report.name) == ("monev/2026-tw1/rekap-capaian", "monev/2026/laporan")
    for product in (silent, report):
        assert [finding.code for finding in product.inputs().findings] == ["MONEV-NIHIL"]
    (spoken,) = recap.products(reported(), QUARTER, recapped)
    assert spoken.inputs().findings == ()


def test_the_report_leaves_marked_gaps_and_invents_nothing() -> None:
    told = of_report(reported(), YEAR)
    assert told["judul"].split("\n")[0] == "LAPORAN AKHIR PEMANTAUAN DAN EVALUASI"
    gaps: list[Flow] = [*told["tulis"].values(), *(area["analisis"] for area in told["capaian"])]
    assert len(gaps) == 5 + 2
    assert all(words(gap).startswith("«Ditulis oleh tim: ") for gap in gaps)
    assert set(told["ketua_tim"]["nama"]) == {"."}
    assert told["dasar_hukum"] == [
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
        "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang Rencana "
        "Aksi Contoh Tahun 2026, ditetapkan pada tanggal 22 Januari 2026.",
    ]


def test_revoked_and_amending_regulations_are_not_cited_on_their_own() -> None:
    year = replace(
        plan(),
        decrees=(),
        regulations=(
            Regulation("A", "Undang-Undang", "1", 2001, "Satu", diubah="B"),
            Regulation("B", "Undang-Undang", "2", 2002, "Perubahan Satu"),
            Regulation("C", "Undang-Undang", "3", 2003, "Tiga", status="Dicabut"),
        ),
    )
    (only,) = of_report(year, YEAR)["dasar_hukum"]
    assert only.startswith("Undang-Undang Nomor 1 Tahun 2001")
    assert only.endswith("Undang-Undang Nomor 2 Tahun 2002 tentang Perubahan Satu.")


def amended() -> Plan:
    """Decreed in January; in February an amendment adds RA-005, whose step has many words."""
    long = replace(
        activity("RA-005", plan().activities[0].area, "Pelaporan", 2, 3),
        langkah_aksi=RichText.of("Menyusun laporan triwulan " + "yang sangat panjang " * 12),
    )
    after = replace(plan(), activities=(*plan().activities, long))
    decree = plan().decrees[0]
    second = replace(decree, id="renaksi-p1", nomor="11", tanggal=date(2026, 2, 10))
    kept = (
        KeptState(decree, "renaksi", "10", date(2026, 1, 22), plan()),
        KeptState(second, "renaksi-p1", "11", date(2026, 2, 10), after),
    )
    return replace(after, kept=kept)


def test_the_sentence_of_changes_names_rows_by_number_and_first_words() -> None:
    told = of_recap(amended(), QUARTER)["ringkasan"]
    assert told.endswith(
        "menambahkan 1 baris (I.3 Menyusun laporan triwulan yang sangat panjang yang sangat …)."
    )


@pytest.mark.parametrize("period", [Period(2026, Cycle.MONTH, 12), Period(2026, Cycle.QUARTER, 4)])
def test_a_component_has_the_number_of_the_plan_wherever_it_stands(period: Period) -> None:
    """In December only RA-003 and RA-004 are due: Budaya kerja stays component 2."""
    year = replace(
        plan(), realisations=(Realisation("RA-003", 12, kendala="Hujan", rekomendasi="Tenda"),)
    )
    told = of_recap(year, period)
    (of_area,) = told["capaian"][0]["komponen"]
    assert (of_area["nomor"], words(of_area["nama"])) == ("I.2", "Budaya kerja")
    assert of_report(year, period)["capaian"][0]["komponen"][0]["nomor"] == "I.2"
    assert {row["komponen"] for row in told["kendala"]} == {"I.2"}
    assert {row["baris"] for row in told["rekomendasi"]} == {
        "I.2 Langkah satu RA-003; Langkah dua RA-003"
    }
    forms = rows_of(year, period)
    assert [due.number for due in forms[0].due] == [2]


def test_a_figure_of_arrears_says_of_which_months_it_is() -> None:
    """RA-001 and RA-002 are overdue from January on; the second quarter adds RA-004."""
    told = of_recap(plan(), Period(2026, Cycle.QUARTER, 2))
    assert "1 menjadi tunggakan periode ini" in told["ringkasan"]
    assert told["jumlah"]["tunggakan"] == 1
    assert len(told["tunggakan"]) == 3
    assert told["ringkasan_tunggakan"] == (
        "Sejak Januari sampai dengan 30 Juni 2026 terdapat 5 langkah tunggakan pada 3 baris "
        "rencana aksi, 1 di antaranya tunggakan periode ini."
    )
    first = of_recap(plan(), QUARTER)["ringkasan_tunggakan"]
    assert first.endswith("terdapat 4 langkah tunggakan pada 2 baris rencana aksi.")


def test_overdue_months_that_achieved_the_same_are_named_together() -> None:
    """Twelve months of a row took nine lines of its cell."""
    silent = of_recap(plan(), QUARTER)["tunggakan"]
    assert {row["id"]: row["bulan"] for row in silent} == {
        "RA-001": "Januari (0,0%)",
        "RA-002": "Januari s.d. Maret (0,0%)",
    }
    half = Realisation("RA-002", 2, persen=50)
    (_, row) = of_recap(replace(plan(), realisations=(half,)), QUARTER)["tunggakan"]
    assert row["bulan"] == "Januari (0,0%); Februari (50,0%); Maret (0,0%)"


def test_equal_remarks_of_a_row_stand_in_one_line() -> None:
    said = {"kendala": "Hujan", "rekomendasi": "Tenda", "keadaan": "Selesai"}
    year = replace(
        plan(),
        realisations=(
            *(Realisation("RA-002", month, selesai=date(2026, month, 20), **said)  # type: ignore[arg-type]
              for month in (1, 2, 3)),
            Realisation("RA-001", 1, **said),  # type: ignore[arg-type]
        ),
    )  # fmt: skip
    told = of_recap(year, QUARTER)
    assert [(row["komponen"], row["bulan"], row["kendala"]) for row in told["kendala"]] == [
        ("I.1", "Januari", "Hujan"),
        ("I.2", "Januari s.d. Maret", "Hujan"),
    ]
    assert [row["keadaan"] for row in told["rekomendasi"]] == [
        "Sudah ditindaklanjuti",
        "Sudah ditindaklanjuti, 20 Januari 2026, 20 Februari 2026, 20 Maret 2026",
    ]


def test_every_obstacle_and_recommendation_of_a_year_is_printed() -> None:
    """Also those of steps that were finished late."""
    of_year = with_year(plan())
    told = of_recap(of_year, YEAR)
    for column, name in (("kendala", "kendala"), ("rekomendasi", "rekomendasi")):
        entered = {getattr(entry, name) for entry in of_year.realisations} - {""}
        assert {row[name] for row in told[column]} == entered
        assert entered


def test_papers_of_the_last_period_leave_the_year_of_signing_open() -> None:
    """They are signed in January 2027."""
    for document in (recap.recap, monev_report.report):
        days = {
            period.folder: document(plan(), period, Pagination()).context["tanggal"]
            for period in (QUARTER, Period(2026, Cycle.QUARTER, 4), YEAR)
        }
        assert str(days["2026-tw1"]).strip() == "2026"
        assert {str(days[key]).strip() for key in ("2026-tw4", "2026")} == {""}


def test_the_report_cites_the_decree_as_it_was_amended_by_the_period_s_end() -> None:
    """An amendment of July is unknown to the report of the first quarter."""
    amendment = Revision("renaksi-p1", "renaksi", "25", date(2026, 7, 1))
    year = replace(plan(), revisions=(amendment,))
    decree = (
        "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang Rencana Aksi "
        "Contoh Tahun 2026"
    )
    day = "ditetapkan pada tanggal 22 Januari 2026"
    assert of_report(year, QUARTER)["dasar_hukum"][-1] == f"{decree}, {day}."
    assert of_report(year, YEAR)["dasar_hukum"][-1] == (
        f"{decree}, {day}, sebagaimana telah diubah dengan Keputusan Komisi Pemilihan Umum "
        f"Kabupaten Contoh Nomor 25 Tahun 2026 tentang Perubahan atas {decree}."
    )
