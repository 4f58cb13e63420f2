"""The form of several months: a card for each row of the plan, a line for each report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.plans import plan
from tests.cases.realisations import with_year
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.document import Document
from zi_docs.papers.formulir_monev import area_form, office_form
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.tabel_monev import CLOSING
from zi_docs.text import Flow, LinkSpan, RichText

QUARTER, YEAR = Period(2026, Cycle.QUARTER, 1), Period(2026, Cycle.YEAR)


def area_one(plan: Plan, period: Period) -> Document:
    return area_form(plan, period, rows_of(plan, period)[0], Pagination())


def text(value: Any) -> str:
    if isinstance(value, Flow):
        return "\n".join(paragraph.text.plain for paragraph in value.paragraphs)
    return str(value)


def card(document: Document, row: str) -> dict[str, Any]:
    """The card of the row whose indicator ends so, in the first section."""
    sections: Any = document.context["bagian"]
    return next(card for card in sections[0]["kartu"] if f"Indikator {row}" in text(card["kepala"]))


def lines(document: Document, row: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(text(line[c]) for c in columns) for line in card(document, row)["baris"]]


def reported(*reports: Realisation) -> Plan:
    return replace(plan(), realisations=reports)


def test_a_card_says_across_the_page_what_the_plan_asks_of_its_row() -> None:
    assert text(card(area_one(plan(), YEAR), "RA-002")["kepala"]).split("\n") == [
        "I.2\u2002Budaya kerja\u2002\u2002Target: 100%",
        "Indikator: Indikator RA-002",
        "Langkah aksi: Langkah satu RA-002; Langkah dua RA-002",
        "Bukti yang diminta: Bukti RA-002",
    ]


def test_a_card_leaves_out_what_the_office_does_without() -> None:
    chosen = replace(plan(), form_columns=("Realisasi", "%"))
    sections: Any = area_one(chosen, YEAR).context["bagian"]
    assert text(sections[0]["kartu"][0]["kepala"]).split("\n") == [
        "I.1\u2002Tim kerja",
        "Langkah aksi: Langkah satu RA-001; Langkah dua RA-001",
    ]


def test_each_month_is_a_line_equal_ones_are_one_and_those_without_report_another() -> None:
    year = reported(
        Realisation("RA-002", 1, persen=100, uraian=RichText.of("Rapat"), bukti_ada="Ada"),
        Realisation("RA-002", 2, persen=100, uraian=RichText.of("Rapat"), bukti_ada="Ada"),
    )
    columns = ("bulan", "realisasi", "persen", "bukti", "kosong")
    assert lines(area_one(year, YEAR), "RA-002", *columns) == [
        ("Januari, Februari", "Rapat", "100,0", "Ada", "False"),
        ("Maret", "", "", "Ada / Belum *)", "True"),
    ]


def test_what_was_finished_late_has_a_line_of_its_own() -> None:
    late = reported(
        Realisation("RA-001", 1, persen=60, kendala="Listrik padam", rekomendasi="Genset"),
        Realisation("RA-001", 1, bulan_lapor=2, persen=100, bukti_ada="Ada"),
    )
    columns = ("bulan", "persen", "bukti", "kendala", "rekomendasi")
    assert lines(area_one(late, QUARTER), "RA-001", *columns) == [
        ("Januari", "60,0", "", "Listrik padam", "Genset"),
        ("Januari (dilaporkan Februari)", "100,0", "Ada", "", ""),
    ]


def test_deadlines_part_lines_days_of_closing_do_not() -> None:
    """Which month a deadline is for must be seen; the days of closing stand in order."""
    advice = {"rekomendasi": "Ingatkan", "keadaan": "Selesai"}
    year = reported(
        Realisation("RA-002", 1, **advice, selesai=date(2026, 1, 28)),
        Realisation("RA-002", 2, **advice, selesai=date(2026, 2, 28)),
        Realisation("RA-002", 3, rekomendasi="Ingatkan", batas=date(2026, 4, 15)),
    )
    assert lines(area_one(year, QUARTER), "RA-002", "bulan", "rekomendasi", "batas") == [
        ("Januari, Februari",
         "Ingatkan\nKeadaan: Selesai 28 Januari 2026, 28 Februari 2026", ""),
        ("Maret", "Ingatkan", "15-04-2026"),
    ]  # fmt: skip


def test_a_recommendation_still_open_from_an_earlier_period_is_said_again() -> None:
    year = reported(Realisation("RA-002", 3, persen=50, rekomendasi="Ingatkan"))
    second = area_one(year, Period(2026, Cycle.QUARTER, 2))
    printed = [
        text(line["rekomendasi"])
        for section in second.context["bagian"]  # type: ignore[attr-defined]
        for each in section["kartu"]
        for line in each["baris"]
        if "Maret" in text(line["bulan"])
    ]
    assert printed == ["Ingatkan"]


LINKS = "https://contoh.id/a, https://contoh.id/b.\nfoto/rapat.jpg"


def test_evidence_is_numbered_in_its_cell_and_listed_with_its_address() -> None:
    """The same address in two months is one evidence."""
    document = area_one(
        reported(
            Realisation("RA-002", 1, bukti_ada="Ada", tautan=LINKS),
            Realisation("RA-002", 2, bukti_ada="Belum"),
            Realisation("RA-002", 3, bukti_ada="Ada", tautan="https://contoh.id/a"),
            Realisation("RA-001", 1, bukti_ada="Ada", tautan="https://contoh.id/c"),
        ),
        QUARTER,
    )
    assert lines(document, "RA-002", "bulan", "bukti") == [
        ("Januari, Maret", "Ada [2]; [3]; [4] [2]"),
        ("Februari", "Belum"),
    ]
    cell = card(document, "RA-002")["baris"][0]["bukti"]
    links = [span for paragraph in cell.paragraphs for span in paragraph.text.spans
             if isinstance(span, LinkSpan)]  # fmt: skip
    assert [(span.text, span.address) for span in links] == [
        ("[2]", "https://contoh.id/a"),
        ("[3]", "https://contoh.id/b"),
        ("[2]", "https://contoh.id/a"),
    ]
    listed: Any = document.context["daftar_bukti"]
    assert [(row["nomor"], row["komponen"], text(row["isi"])) for row in listed] == [
        ("[1]", "I.1 Januari", "https://contoh.id/c"),
        ("[2]", "I.2 Januari, Maret", "https://contoh.id/a"),
        ("[3]", "I.2 Januari", "https://contoh.id/b"),
        ("[4]", "I.2 Januari", "foto/rapat.jpg"),
    ]
    assert document.keeps[-1] == Keep("buktidukung4", CLOSING)


def test_headings_stay_with_their_first_card() -> None:
    document = area_one(plan(), QUARTER)
    assert document.keeps[0] == Keep("jadwal0", "barisRA001")
    assert document.rows == ()


def test_a_card_of_one_line_takes_its_head_along_to_the_signatures() -> None:
    """Its head alone stood at the foot of the page before."""
    assert area_one(plan(), QUARTER).keeps[-1] == Keep("barisRA002", CLOSING)
    of_two_lines = reported(Realisation("RA-002", 1, persen=60.0))
    assert area_one(of_two_lines, QUARTER).keeps[-1] == Keep("barisRA002b1", CLOSING)


@pytest.mark.parametrize("cycle", [Cycle.QUARTER, Cycle.SEMESTER, Cycle.YEAR])
def test_the_forms_of_a_year_hold_every_word_that_was_entered(cycle: Cycle) -> None:
    year = with_year(plan())
    periods = [Period(2026, cycle, n) for n in range(1, 12 // cycle.value + 1)]
    forms = [office_form(year, period, rows_of(year, period)) for period in periods]
    printed = "\n".join(
        text(line[column])
        for form in forms
        for section in form.context["bagian"]  # type: ignore[attr-defined]
        for each in section["kartu"]
        for line in each["baris"]
        for column in ("kendala", "rekomendasi")
    )
    entered = {
        words
        for entry in year.realisations
        for words in (entry.kendala, entry.rekomendasi, entry.tindak_lanjut)
        if words
    }
    assert entered
    assert {words for words in entered if words not in printed} == set()
