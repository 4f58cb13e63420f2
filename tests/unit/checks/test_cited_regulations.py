"""Regulations that a decree cites: rows of the sheet Peraturan and texts, with what is reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.drafted import codes_of, drafted, regulation
from zi_docs.checks.texts.legal_basis import (
    check_amended_words,
    check_amendments_alone,
    check_customary_bases,
    check_joined_items,
    check_legal_bases,
    check_listed_regulations,
    check_order,
    check_sheet_rows,
    check_unnumbered,
)
from zi_docs.checks.texts.regulation_dates import (
    check_amendments,
    check_facts,
    check_identities,
    check_validity,
    check_verified,
)
from zi_docs.checks.texts.regulation_rows import (
    check_amending_titles,
    check_amendment_phrases,
    check_gazette_years,
    check_gazettes,
    check_kinds,
    check_periods_written,
    check_statuses,
)
from zi_docs.checks.texts.typed_gazettes import check_typed_gazettes
from zi_docs.data.known_regulations import known_by_id
from zi_docs.model import Plan, Regulation

LAW, DECREED = "Undang-Undang", "Peraturan Presiden"
MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
GRATUITIES = "Peraturan Komisi Pemberantasan Korupsi"


def rows(*regulations: Regulation) -> Plan:
    return drafted(regulations=regulations)


def row(key: str, **changes: object) -> Regulation:
    """A row of a regulation that the program knows, with some of its columns changed."""
    known = known_by_id(key)
    assert known is not None
    cited = known.cited
    facts = {
        "ln_nomor": cited.ln_nomor, "tln_nomor": cited.tln_nomor, "bn_nomor": cited.bn_nomor,
        "diubah": cited.diubah, "tentang": cited.tentang,
    }  # fmt: skip
    return regulation(key, cited.jenis, cited.nomor, cited.tahun, **{**facts, **changes})  # type: ignore[arg-type]


def cell(text: str) -> Plan:
    return drafted(narrative=[("Paragraf", text)])


GRAND_DESIGN = row("PERPRES-81-2010")


def test_a_regulation_whose_period_has_ended() -> None:
    """At its row, where Mengingat cites it, and where a text does; not in a plan of its time."""
    plan = drafted(
        [("Mengingat", "PERPRES-81-2010")],
        [("Paragraf", "Berdasarkan Peraturan Presiden Nomor 81 Tahun 2010, kantor berbenah.")],
        regulations=[GRAND_DESIGN],
    )
    findings = list(check_validity(plan))
    assert [f"{f.place.sheet}!{f.place.cell}" for f in findings] == [
        "Peraturan!E4", "Konsiderans!D1", "Narasi!C1",
    ]  # fmt: skip
    assert str(findings[0]) == (
        "zi.xlsx › Peraturan!E4: peringatan: Masa Peraturan Presiden Nomor 81 Tahun 2010 berakhir "
        "pada tahun 2025, sedangkan naskah ini untuk tahun 2026. Hapuslah, atau ganti dengan "
        "peraturan yang berlaku. [PER-PERIODE]"
    )


def test_a_period_that_only_the_title_tells() -> None:
    other = regulation("R", DECREED, "999", 2015, "Rencana Induk Contoh 2015-2019")
    assert codes_of(check_validity, rows(other)) == ["E4 PER-PERIODE"]
    still = regulation("R", DECREED, "999", 2015, "Rencana Induk Contoh 2015-2045")
    assert codes_of(check_validity, rows(still)) == []


@pytest.mark.parametrize(
    "named",
    [f"{MINISTRY} Nomor 52 Tahun 2014", "PermenPANRB 52/2014", "Permen PAN-RB Nomor 52 Tahun 2014"],
)
def test_a_regulation_that_was_replaced(named: str) -> None:
    (finding,) = check_validity(cell(f"Kantor mengacu pada {named} tentang Pedoman Zona."))
    assert (finding.code, finding.place.cell) == ("PER-DICABUT", "C1")
    assert f"digantikan {MINISTRY} Nomor 90 Tahun 2021" in finding.message


def test_a_row_that_says_itself_that_it_was_repealed() -> None:
    other = regulation("R", LAW, "999", 2001, "Contoh", status="Dicabut")
    plan = drafted([("Mengingat", "R")], regulations=[other])
    assert codes_of(check_validity, plan) == ["D1 PER-DICABUT"]


def test_a_regulation_that_was_amended_since() -> None:
    silent = row("PERKPK-2-2019", diubah="")
    assert codes_of(check_amendments, rows(silent)) == ["L4 PER-DIUBAH"]
    amending = row("PERKPK-1-2026", row=5)
    assert codes_of(check_amendments, rows(row("PERKPK-2-2019"), amending)) == []


def test_a_text_of_before_an_amendment_is_right_without_it() -> None:
    """The amendment is in force from 20 January 2026."""
    text = [("Paragraf", f"Kantor mengacu pada {GRATUITIES} Nomor 2 Tahun 2019.")]
    before, after = (drafted(narrative=text, day=date(2026, 1, day)) for day in (13, 22))
    assert codes_of(check_amendments, before) == []
    assert codes_of(check_amendments, after) == ["C1 PER-DIUBAH"]
    whole = f"{text[0][1][:-1]} sebagaimana telah diubah dengan {GRATUITIES} Nomor 1 Tahun 2026."
    said = drafted(narrative=[("Paragraf", whole)], day=date(2026, 1, 22))
    assert codes_of(check_amendments, said) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ln_nomor": "113"}, "G4 PER-DATA"),
        ({"tln_nomor": "5083"}, "H4 PER-DATA"),
        ({"tentang": "Pelayanan Masyarakat"}, "E4 PER-DATA"),
        ({"tentang": "Pelayanan publik"}, "E4 PER-DATA"),
    ],
)
def test_a_row_that_says_other_than_the_program(changes: dict[str, str], code: str) -> None:
    assert codes_of(check_facts, rows(row("UU-25-2009", **changes))) == [code]
    assert codes_of(check_facts, rows(row("UU-25-2009"))) == []


def test_what_nobody_could_look_up_is_held_against_nobody() -> None:
    known = known_by_id("UU-30-2014")
    assert known is not None and "tln_nomor" in known.uncertain
    assert codes_of(check_facts, rows(row("UU-30-2014", tln_nomor="9999"))) == []


def test_both_titles_of_a_law_that_is_printed_in_two_ways() -> None:
    for first in ("Penyelenggara", "Penyelenggaraan"):
        title = f"{first} Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme"
        assert codes_of(check_facts, rows(row("UU-28-1999", tentang=title))) == []
    short = "Penyelenggaraan Negara yang Bersih dan bebas dari korupsi, kolusi, nepotisme"
    assert codes_of(check_facts, rows(row("UU-28-1999", tentang=short))) == ["E4 PER-DATA"]


def test_a_capital_on_which_official_prints_disagree() -> None:
    known = known_by_id("UU-7-2023")
    assert known is not None
    capital = known.cited.tentang.replace(" menjadi ", " Menjadi ")
    assert capital != known.cited.tentang
    assert codes_of(check_facts, rows(row("UU-7-2023", tentang=capital))) == []


def test_a_text_that_names_a_regulation_wrong() -> None:
    body = "Peraturan Dewan Kehormatan {} Pemilihan Umum Nomor 2 Tahun 2017 tentang {}."
    wrong = body.format("Penyelenggaraan", "Kode Etik Penyelenggara Pemilihan Umum")
    assert codes_of(check_facts, cell(wrong)) == ["C1 PER-DATA", "C1 PER-DATA"]
    right = body.format(
        "Penyelenggara", "Kode Etik dan Pedoman Perilaku Penyelenggara Pemilihan Umum"
    )
    assert codes_of(check_facts, cell(right)) == []


def test_the_offices_own_row_is_the_measure_where_the_program_knows_none() -> None:
    own = regulation("R", LAW, "999", 2001, "Contoh Satu")
    text = "Kantor mengacu pada Undang-Undang Nomor 999 Tahun 2001 tentang Contoh Dua."
    plan = drafted(narrative=[("Paragraf", text)], regulations=[own])
    assert codes_of(check_facts, plan) == ["C1 PER-DATA"]


@pytest.mark.parametrize(
    ("gazettes", "codes"),
    [
        ("(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara "
         "Republik Indonesia Nomor 5038)", []),
        ("(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 113, Tambahan Lembaran Negara "
         "Republik Indonesia Nomor 5083)", ["C1 PER-DATA", "C1 PER-DATA"]),
        ("(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112)", ["C1 PER-LEMBARAN"]),
        ("", ["C1 PER-LEMBARAN"]),
    ],
)  # fmt: skip
def test_gazettes_that_are_typed(gazettes: str, codes: list[str]) -> None:
    text = f"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik {gazettes};"
    assert codes_of(check_typed_gazettes, drafted([("Mengingat", text)])) == codes


def test_a_running_text_needs_no_gazettes() -> None:
    assert codes_of(check_typed_gazettes, cell("Menurut Undang-Undang Nomor 25 Tahun 2009.")) == []


def test_a_number_that_belongs_to_another_regulation() -> None:
    slip = regulation("UU-25-2009", LAW, "24", 2009, "Pelayanan Publik")
    assert codes_of(check_identities, rows(slip)) == ["C4 PER-DATA"]
    other = regulation("LAYANAN", LAW, "24", 2009, "Pelayanan Publik")
    (finding,) = check_identities(rows(other))
    assert "adalah judul Undang-Undang Nomor 25 Tahun 2009" in finding.message
    assert codes_of(check_identities, rows(row("UU-25-2009"))) == []


def test_what_is_not_looked_up_weighs_less() -> None:
    """That it was replaced nobody has looked up yet: a suggestion, and said so."""
    known = known_by_id("PERMENPANRB-26-2020")
    assert known is not None and known.verified is None
    finding, *_ = check_validity(rows(row("PERMENPANRB-26-2020")))
    assert finding.severity.value == "saran"
    assert "(menurut data program yang belum diperiksa)" in finding.message


def test_one_note_when_the_data_is_old() -> None:
    later = drafted(regulations=[row("UU-25-2009")], day=date(2028, 3, 1))
    assert codes_of(check_verified, later) == ["A4 PER-PERIKSA"]
    assert codes_of(check_verified, drafted(regulations=[row("UU-25-2009")])) == []


def test_the_phrase_before_an_amendment() -> None:
    amending = row("PKPU-21-2023", row=5)
    for phrase, codes in (
        ("; sebagaimana telah beberapa kali diubah, terakhir dengan", ["M4 PER-FRASA"]),
        ("sebagaimana telah diubah dengan", ["M4 PER-FRASA"]),  # the second amendment
        ("yang diubah oleh", ["M4 PER-FRASA"]),
        ("sebagaimana telah beberapa kali diubah, terakhir dengan", []),
    ):
        plan = rows(row("PKPU-14-2020", frasa=phrase), amending)
        assert codes_of(check_amendment_phrases, plan) == codes


def test_an_amendment_gives_the_title_of_what_it_amends() -> None:
    base = regulation("A", LAW, "1", 2001, "Contoh, Tugas, dan Fungsi", diubah="B")
    for title, codes in (
        ("Perubahan atas Undang-Undang Nomor 1 Tahun 2001 tentang Contoh dan Tugas",
         ["E5 PER-JUDUL"]),
        ("Perubahan atas Undang-Undang Nomor 1 Tahun 2001 tentang Contoh, Tugas, dan Fungsi", []),
        ("Perubahan atas Undang-Undang Nomor 1 Tahun 2001 tentang Contoh, Tugas dan Fungsi", []),
    ):  # fmt: skip
        plan = rows(base, regulation("B", LAW, "2", 2005, title, row=5))
        assert codes_of(check_amending_titles, plan) == codes


def test_what_is_no_amendment_does_not_amend() -> None:
    base = regulation("A", LAW, "1", 2001, "Contoh", diubah="B")
    other = regulation("B", LAW, "2", 2005, "Komisi Contoh", row=5)
    assert codes_of(check_amending_titles, rows(base, other)) == ["L4 PER-PENGUBAH"]


@pytest.mark.parametrize(
    ("jenis", "gazettes", "codes"),
    [
        (LAW, {}, ["G4 PER-LEMBARAN", "H4 PER-LEMBARAN"]),
        (LAW, {"ln_nomor": "1", "tln_nomor": "2"}, []),
        (DECREED, {}, ["G4 PER-LEMBARAN"]),
        ("Peraturan Badan Contoh", {}, ["J4 PER-LEMBARAN"]),
        ("Keputusan Kepala Badan Contoh", {}, []),
        ("Peraturan Daerah", {}, []),
    ],
)
def test_gazettes_that_a_kind_has(jenis: str, gazettes: dict[str, str], codes: list[str]) -> None:
    plan = rows(regulation("R", jenis, "999", 2001, "Contoh", **gazettes))
    assert codes_of(check_gazettes, plan) == codes


def test_a_gazette_that_nobody_could_look_up_is_not_asked_for() -> None:
    assert codes_of(check_gazettes, rows(row("PERMENPANRB-27-2014"))) == []
    (finding,) = check_gazettes(rows(row("UU-30-2002", tln_nomor="")))
    assert "(menurut data program: 4250, belum diperiksa)" in finding.message


def test_a_gazette_of_another_year() -> None:
    plan = rows(row("UU-25-2009", ln_tahun=2008))
    assert codes_of(check_gazette_years, plan) == ["F4 PER-LEMBARAN"]
    assert codes_of(check_gazette_years, rows(row("UU-25-2009", ln_tahun=2009))) == []


def test_kinds_are_written_alike() -> None:
    small = regulation("A", "Undang-undang", "1", 2001, "Contoh")
    stately = regulation("B", f"{MINISTRY} Republik Indonesia", "9", 2023, "Contoh", row=5)
    first = regulation("C", LAW, "3", 2001, "Contoh", row=6)
    plan = rows(first, small, stately, regulation("D", MINISTRY, "90", 2021, "Contoh", row=7))
    assert codes_of(check_kinds, plan) == ["B4 PER-JENIS", "B5 PER-JENIS"]


def test_small_slips_of_rows() -> None:
    years = regulation("A", LAW, "1", 2001, "Peta Jalan 2020 2024")
    assert codes_of(check_periods_written, rows(years)) == ["E4 PER-JUDUL"]
    amended = regulation("A", LAW, "1", 2001, "Contoh", status="Diubah")
    assert codes_of(check_statuses, rows(amended)) == ["L4 PER-STATUS"]
    in_force = regulation("A", LAW, "1", 2001, "Contoh", status="Berlaku", diubah="B")
    assert codes_of(check_statuses, rows(in_force)) == ["N4 PER-STATUS"]
    twice = regulation("B", "UNDANG-UNDANG", "1", 2001, "Contoh", row=5)
    assert codes_of(check_sheet_rows, rows(years, twice)) == ["A5 PER-GANDA"]


LIBRARY = (
    regulation("UU-1", LAW, "1", 2001, "Satu", row=4),
    regulation("UU-2", LAW, "2", 2009, "Dua", row=5),
    regulation("PP-3", "Peraturan Pemerintah", "3", 2005, "Tiga", row=6),
)


def test_mengingat_and_the_legal_basis_are_alike() -> None:
    body = [("Mengingat", "UU-1"), ("Mengingat", "PP-3")]
    chapter = ("Bab", "Dasar Hukum")
    plan = drafted(body, [chapter, ("Huruf", "UU-1"), ("Huruf", "UU-2")], regulations=LIBRARY)
    findings = list(check_legal_bases(plan))
    assert [(f.place.cell, f.severity.value) for f in findings] == [
        ("D3", "peringatan"),
        ("C1", "saran"),
    ]
    assert "tidak ada pada Mengingat" in findings[0].message
    assert "tidak memuat 1 peraturan yang ada pada Mengingat: PP-3" in findings[1].message
    alike = drafted(body, [chapter, ("Huruf", "UU-1"), ("Huruf", "PP-3")], regulations=LIBRARY)
    assert codes_of(check_legal_bases, alike) == []


def test_a_legal_basis_that_is_typed() -> None:
    """Texts are compared by number and year, and stand in order as rows do."""
    passages = [
        ("Bab", "Dasar Hukum"),
        ("Huruf", "Undang-Undang Nomor 2 Tahun 2009 tentang Dua;"),
        ("Huruf", "Undang-Undang Nomor 1 Tahun 2001 tentang Satu."),
        ("Bab", "Tujuan"),
        ("Paragraf", "Kantor mengacu pada Peraturan Pemerintah Nomor 3 Tahun 2005."),
    ]
    plan = drafted([("Mengingat", "UU-1")], passages, regulations=LIBRARY)
    assert codes_of(check_legal_bases, plan) == ["C2 KEP-DASAR"]
    assert codes_of(check_order, plan) == ["C3 KEP-URUTAN"]


def test_regulations_stand_in_order_of_rank_and_year() -> None:
    for keys, codes in (
        (("UU-1", "UU-2", "PP-3"), []),
        (("UU-2", "UU-1", "PP-3"), ["D2 KEP-URUTAN"]),
        (("PP-3", "UU-1"), ["D2 KEP-URUTAN"]),
    ):
        plan = drafted([("Mengingat", key) for key in keys], regulations=LIBRARY)
        assert codes_of(check_order, plan) == codes


def test_a_regulation_that_every_decree_of_an_agency_cites() -> None:
    plan = drafted([("Mengingat", "UU-1")], regulations=LIBRARY)
    assert codes_of(check_customary_bases, plan) == []
    election = replace(plan, office=replace(plan.office, lembaga="Komisi Pemilihan Umum"))
    assert codes_of(check_customary_bases, election) == ["D1 KEP-LAZIM"]


def test_what_texts_cite_stands_on_the_sheet() -> None:
    text = "Kantor mengacu pada Undang-Undang Nomor 998 Tahun 2001 tentang Contoh."
    assert codes_of(check_listed_regulations, cell(text)) == ["C1 PER-DAFTAR"]
    own = regulation("R", LAW, "998", 2001, "Contoh")
    listed = drafted(narrative=[("Paragraf", text)], regulations=[own])
    assert codes_of(check_listed_regulations, listed) == []


def test_a_decree_that_is_cited_need_not_stand_on_the_sheet() -> None:
    text = "Menurut Keputusan Komisi Contoh Nomor 855 Tahun 2025 tentang Kartu."
    assert codes_of(check_listed_regulations, cell(text)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("UU 1/2001 sebagaimana telah diubah.", ["C1 PER-FRASA"]),
        ("UU 1/2001 sebagaimana telah beberapa kali diubah, terakhir dengan UU 2/2005.", []),
        ("UU 1/2001 sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2005.", []),
    ],
)
def test_an_amendment_is_named(text: str, codes: list[str]) -> None:
    assert codes_of(check_amended_words, cell(text)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Sebagaimana dipersyaratkan dalam Peraturan Menteri PANRB.", ["C1 PER-NOMOR"]),
        ("Sebagaimana diatur dalam Peraturan Menteri PANRB Nomor 90 Tahun 2021.", []),
        ("Peraturan Menteri ini berlaku.", []),
        ("Menurut peraturan perundang-undangan.", []),
    ],
)
def test_regulations_without_a_number(text: str, codes: list[str]) -> None:
    assert codes_of(check_unnumbered, cell(text)) == codes


def test_an_amendment_is_not_cited_alone() -> None:
    base = f"{MINISTRY} Nomor 90 Tahun 2021 tentang Zona"
    amending = f"{MINISTRY} Nomor 5 Tahun 2024 tentang Perubahan atas {base}"
    assert codes_of(check_amendments_alone, cell(f"Menurut {amending}.")) == ["C1 PER-PENGUBAH"]
    whole = f"Menurut {base} sebagaimana telah diubah dengan {amending}."
    assert codes_of(check_amendments_alone, cell(whole)) == []


def test_one_item_holds_one_regulation() -> None:
    one, two = ("Undang-Undang Nomor 1 Tahun 2001 tentang A", "Undang-Undang Nomor 2 Tahun 2002")
    joined = drafted([("Mengingat", f"{one} dan {two};")])
    assert codes_of(check_joined_items, joined) == ["C1 KEP-GABUNG"]
    amended = drafted([("Mengingat", f"{one} sebagaimana telah diubah dengan {two};")])
    assert codes_of(check_joined_items, amended) == []
