"""The form of a period: its sections, blanks, answers, signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.cases.plans import decree, plan
from tests.cases.products import subject
from zi_docs.model import DecreeKind, Official, Plan, Realisation, TeamSeat
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.document import Document
from zi_docs.papers.formulir_monev import area_form, office_form, products
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.tabel_monev import CLOSING
from zi_docs.product import Family, Leaf
from zi_docs.text import CONTINUED, OMITTED, Flow, RichText

MARCH = Period(2026, Cycle.MONTH, 3)


def form(plan: Plan, period: Period, part: str, pages: Pagination | None = None) -> Document:
    """The form of an area (`area-1`), or that of the whole office (`rekap`)."""
    rows = rows_of(plan, period)
    if part == "rekap":
        return office_form(plan, period, rows, pages or Pagination())
    area = rows[int(part.removeprefix("area-")) - 1]
    return area_form(plan, period, area, pages or Pagination())


def text(value: Any) -> str:
    if isinstance(value, Flow):
        return "\n".join(paragraph.text.plain for paragraph in value.paragraphs)
    return str(value)


def shape(document: Document) -> list[tuple[list[str], list[tuple[str, str]]]]:
    """Headings of each section, with langkah aksi and month of its lines."""
    sections: Any = document.context["bagian"]
    return [
        (
            [text(heading) for heading in section["kepala"]],
            [(text(row["indikator"]), row["bulan"]) for row in section["baris"]],
        )
        for section in sections
    ]


def only_row(plan: Plan, period: Period, row: str) -> dict[str, Any]:
    sections: Any = form(plan, period, "area-1").context["bagian"]
    rows = [one for section in sections for one in section["baris"]]
    return next(one for one in rows if text(one["indikator"]).endswith(row))


def test_an_area_form_holds_what_is_due_then_what_is_overdue() -> None:
    assert shape(form(plan(), MARCH, "area-1")) == [
        (["Dijadwalkan pada Maret 2026"], [("Indikator RA-002", "Maret")]),
        (
            ["Tunggakan dari bulan sebelumnya"],
            [("Indikator RA-001", "Januari"), ("Indikator RA-002", "Januari, Februari")],
        ),
    ]


def test_the_office_form_names_each_area_once() -> None:
    december = form(plan(), Period(2026, Cycle.MONTH, 12), "rekap")
    assert [headings for headings, _ in shape(december)] == [
        ["I. MANAJEMEN PERUBAHAN", "Dijadwalkan pada Desember 2026"],
        ["Tunggakan dari bulan sebelumnya"],
        ["II. PENATAAN TATA LAKSANA", "Dijadwalkan pada Desember 2026"],
        ["Tunggakan dari bulan sebelumnya"],
    ]


def test_a_period_without_rows_makes_a_nil_form() -> None:
    document = form(plan(), MARCH, "area-2")
    assert document.context["bagian"] == []
    assert document.context["nihil"] == (
        "NIHIL. Rencana aksi tidak menjadwalkan pelaksanaan untuk Area II Penataan Tata Laksana "
        "pada bulan Maret 2026, dan tidak ada tunggakan dari bulan sebelumnya."
    )
    assert document.keeps == ()


def test_nothing_reported_leaves_blanks() -> None:
    row = only_row(plan(), MARCH, "RA-002")
    assert [text(row[key]) for key in ("realisasi", "persen", "kendala", "batas")] == [""] * 4
    assert text(row["bukti"]) == "Diminta: Bukti RA-002\nAda / Belum *)"


def test_one_month_shows_its_answers() -> None:
    report = Realisation(
        "RA-002",
        3,
        persen=87.5,
        uraian=RichText.of("Rapat"),
        bukti_ada="Ada",
        tautan="https://contoh.id",
        rekomendasi="Lanjutkan",
        tindak_lanjut="Sudah",
        batas=date(2026, 4, 5),
    )
    row = only_row(replace(plan(), realisations=(report,)), MARCH, "RA-002")
    assert text(row["realisasi"]) == "Rapat"
    assert (row["persen"], row["batas"]) == ("87,5", "05-04-2026")
    assert text(row["bukti"]) == "Diminta: Bukti RA-002\nAda [1]"
    assert text(row["rekomendasi"]) == "Lanjutkan\nTindak lanjut: Sudah"


def test_headings_and_signatures_stay_with_their_rows() -> None:
    document = form(plan(), MARCH, "area-1")
    assert document.keeps == (
        Keep("jadwal0", "barisRA002"),
        Keep("tunggakan0", "lewatRA001"),
        Keep("lewatRA002", CLOSING),
    )


def test_columns_that_the_office_does_without_are_left_out() -> None:
    chosen = replace(plan(), form_columns=("Realisasi", "%"))
    columns: Any = form(chosen, MARCH, "area-1").context["kolom"]
    kept = [text(flow) for flow in columns.values() if flow is not OMITTED]
    assert kept == ["No", "Komponen", "Langkah Aksi", "Bulan", "Realisasi", "%"]
    assert form(chosen, MARCH, "area-1").context["catatan"] == ""


def test_signers_come_from_the_team_and_are_blank_without_one() -> None:
    blank: Any = form(plan(), MARCH, "area-1").context["penyusun"]
    assert blank["kedudukan"] == "Koordinator Kelompok Kerja I\nManajemen Perubahan,"
    assert set(blank["nama"]) == {"."}
    team = replace(
        decree(), id="tim", jenis=DecreeKind.TEAM, judul="Tim Kerja Pembangunan Zona Integritas"
    )
    seats = (
        TeamSeat("tim", "Ketua", pejabat="SEK"),
        TeamSeat("tim", "Koordinator", "Pokja I Manajemen Perubahan", "KSB"),
        TeamSeat("tim", "Koordinator", "Pokja II Penataan Tata Laksana", "KETUA"),
    )
    official = Official("SEK", "Sekretaris", "Nama Sekretaris", "1970")
    staffed = replace(
        plan(),
        decrees=(team,),
        seats=seats,
        officials=(official, *(o for o in plan().officials if o.id != "SEK")),
    )
    context = form(staffed, MARCH, "area-1").context
    assert context["penyusun"]["nama"] == "Nama Kasubbag"  # type: ignore[index]
    assert context["ketua"] == {
        "kedudukan": "Ketua Tim Kerja\nPembangunan Zona Integritas,",
        "nama": "Nama Sekretaris",
        "nip": "NIP 1970",
    }


def test_the_products_of_a_period_and_their_places_in_its_bundle() -> None:
    """Nothing to fill on a screen where nothing is asked, as of area II in March."""
    made = products(plan(), MARCH, subject(Family.FORM, "2026-03"))
    assert [(product.name, product.leaf) for product in made] == [
        ("monev/2026-03/area-1", Leaf("I MANAJEMEN PERUBAHAN")),
        ("monev/2026-03/area-2", Leaf("II PENATAAN TATA LAKSANA")),
        ("monev/2026-03/rekap", Leaf("Rekapitulasi")),
        ("monev/2026-03/area-1.xlsx", None),
    ]
    assert made[-1].targets == ("monev/2026-03/2026-03 Area 1 KPU Contoh.xlsx",)


def test_a_form_bears_the_last_day_of_its_period() -> None:
    parts = ("area-1", "area-2", "rekap")
    assert {form(plan(), MARCH, part).stamp for part in parts} == {date(2026, 3, 31)}


def test_the_evidence_that_the_plan_asks_for_stands_beside_the_answer() -> None:
    listed = replace(plan().activities[1], bukti=RichText.of("- Notula\n- Daftar hadir"))
    asked = replace(plan(), activities=(plan().activities[0], listed, *plan().activities[2:]))
    assert text(only_row(asked, MARCH, "RA-002")["bukti"]) == (
        "Diminta:\nNotula\nDaftar hadir\nAda / Belum *)"
    )


def test_a_form_of_no_evidence_lists_none() -> None:
    assert form(plan(), MARCH, "area-1").context["daftar_bukti"] == []
    chosen = replace(
        plan(),
        form_columns=("Realisasi",),
        realisations=(Realisation("RA-002", 3, tautan="https://contoh.id"),),
    )
    assert form(chosen, MARCH, "area-1").context["daftar_bukti"] == []


def test_overdue_months_of_a_row_show_their_reports_by_name() -> None:
    reports = tuple(
        Realisation("RA-002", month, persen=share, uraian=RichText.of("Rapat"), kendala=trouble)
        for month, share, trouble in ((1, 75, ""), (2, 50, "Hujan"))
    )
    sections: Any = form(replace(plan(), realisations=reports), MARCH, "area-1").context["bagian"]
    row = sections[-1]["baris"][-1]
    assert text(row["realisasi"]) == "Januari, Februari: Rapat"
    assert row["persen"] == "Jan\u00a075,0\nFeb\u00a050,0"
    assert row["kendala"] == "Februari: Hujan"


def test_a_component_is_named_once_a_page() -> None:
    one_component = [replace(row, komponen=RichText.of("Tim")) for row in plan().activities]
    one = replace(plan(), activities=tuple(one_component))
    for pages, shown in ((Pagination(), False), (Pagination(frozenset({"lewatRA002"})), True)):
        sections: Any = form(one, MARCH, "area-1", pages).context["bagian"]
        assert (sections[1]["baris"][1]["komponen"] is not CONTINUED) is shown


def test_a_row_with_much_to_say_is_parted_and_says_again_atop_a_page_what_it_is_about() -> None:
    """The reports of eleven overdue months, as the form of December shows them."""
    long = "Rapat pengendalian dilaksanakan bersama kelompok kerja bulan ke-"
    row = replace(plan().activities[1], bulan=frozenset(range(1, 12)))
    reports = tuple(
        Realisation("RA-002", month, uraian=RichText.of(f"{long}{month}")) for month in range(1, 12)
    )
    year = replace(plan(), activities=(row,), realisations=reports)
    december = Period(2026, Cycle.MONTH, 12)
    sections: Any = form(year, december, "area-1").context["bagian"]
    first, *others = sections[0]["baris"]
    assert [line["bulan"] for line in (first, *others)] == [
        "Januari s.d. Maret",
        "April s.d. Juni",
        "Juli s.d. September",
        "Oktober, November",
    ]
    assert all(line["langkah_aksi"] is line["komponen"] is CONTINUED for line in others)
    pages = Pagination(frozenset({"lewatRA002x1"}))
    again: Any = form(year, december, "area-1", pages).context["bagian"]
    assert text(again[0]["baris"][1]["langkah_aksi"]) == text(first["langkah_aksi"])
    assert text(again[0]["baris"][1]["nomor"]) == "1"


def test_a_quarter_s_heading_says_that_its_number_is_a_year() -> None:
    assert form(plan(), Period(2026, Cycle.QUARTER, 1), "rekap").context["periode"] == (
        "TRIWULAN I TAHUN 2026"
    )
    assert form(plan(), MARCH, "rekap").context["periode"] == "BULAN MARET 2026"


def test_what_was_reported_though_nobody_asked_is_printed() -> None:
    """RA-001 was done in January; in March its link is corrected."""
    done = Realisation("RA-001", 1, persen=100, bukti_ada="Ada", tautan="https://contoh.id/lama")
    again = replace(done, bulan_lapor=3, tautan="https://contoh.id/baru", kendala="Tautan rusak")
    corrected = form(replace(plan(), realisations=(done, again)), MARCH, "area-1")
    assert shape(corrected)[-1] == (
        ["Laporan tambahan atas bulan sebelumnya"],
        [("Indikator RA-001", "Januari")],
    )
    sections: Any = corrected.context["bagian"]
    assert sections[-1]["baris"][0]["kendala"] == "Tautan rusak"
