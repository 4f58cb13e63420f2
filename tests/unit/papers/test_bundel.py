"""What a bundle says of itself, how it is printed, and that it is not what is signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cases.meetings import meeting
from tests.cases.meetings import year as meetings
from tests.cases.pdf_facts import PdfFacts, inspect
from tests.cases.plans import DECREE_PAPER, plan, with_decree
from tests.cases.products import named, products, subject
from tests.cases.signing import text_pdf
from zi_docs.findings import Place
from zi_docs.model import Plan, Signing
from zi_docs.monev.periods import Period
from zi_docs.papers import keputusan
from zi_docs.papers.bundel import bundle_notes
from zi_docs.papers.document import START, Document, Paper, fixed
from zi_docs.papers.formulir_monev import area_form, rows_of
from zi_docs.papers.signature import ROOM
from zi_docs.product import (
    Family,
    Given,
    Lack,
    Made,
    PdfPart,
    Product,
    Properties,
    Signature,
)

CELL = Place("zi.xlsx", "Keputusan", "B4")
DECREE, SHEET = "keputusan/renaksi-asli", "keputusan/renaksi-paraf"
BUNDLE = "bundel/keputusan-renaksi"
ASKED = Signature(Signing.FIELD, ("KETUA",), "", CELL)


def joined(bundle: Product, pages: int = 1, signature: Signature | None = None) -> PdfFacts:
    """The bundle of papers of so many pages each, which say so of themselves."""
    facts = Properties("Judul naskah", "Pokok", "Kantor", "Nomor\u00a010", date(2026, 1, 22))
    part = PdfPart(text_pdf(*["isi"] * pages), facts, signature)
    making = bundle.make(Given(Path(), {name: Made({}, part) for name in bundle.needs}))
    with pytest.raises(StopIteration) as end:
        next(making)
    (content,) = end.value.value.files.values()
    return inspect(content)


def of_decree(year: Plan | None = None) -> Product:
    return named(products(year or plan(), Family.DECREE), BUNDLE)


def with_draft(year: Plan | None = None) -> Plan:
    """A decree without its dictum is a draft."""
    base = year or plan()
    return with_decree(base, considerations=())


def test_a_bundle_has_a_title_and_a_subject_of_its_own() -> None:
    facts = joined(of_decree())
    assert facts.title == (
        "Bundel Keputusan Komisi Pemilihan Umum Kabupaten Contoh tentang Rencana Aksi Contoh "
        "Tahun 2026"
    )
    assert facts.subject == "Lembar Paraf Koordinasi dan Keputusan"
    assert (facts.author, facts.keywords, facts.lang) == ("Kantor", "Nomor 10", "id-ID")


@pytest.mark.parametrize(
    ("family", "key", "name", "title"),
    [
        (Family.FORM, "2026-03", "bundel/monev-2026-03", "Bundel Formulir Monev Maret 2026"),
        (
            Family.RECAP,
            "2026-tw1",
            "bundel/rekap-2026-tw1",
            "Bundel Rekapitulasi Capaian Triwulan I 2026",
        ),
        (
            Family.REPORT,
            "2026-tw1",
            "bundel/laporan-2026-tw1",
            "Bundel Laporan Monev Triwulan I 2026",
        ),
    ],
)
def test_the_bundle_of_a_period_is_titled_by_the_period(
    family: Family, key: str, name: str, title: str
) -> None:
    facts = joined(named(products(plan(), family, key=key), name))
    assert facts.title == title
    if family is Family.FORM:
        assert facts.subject == (
            "I Manajemen Perubahan, II Penataan Tata Laksana, dan Rekapitulasi"
        )


def test_the_bundles_of_a_meeting_are_titled_by_what_it_is_about() -> None:
    made = products(meetings(meeting()), Family.MEETING)
    papers, letters = (named(made, f"bundel/{kind}-R-01") for kind in ("rapat", "undangan"))
    assert joined(papers).title == "Bundel Naskah Rapat Evaluasi Triwulan I"
    assert joined(letters).title == "Bundel Undangan Rapat Evaluasi Triwulan I"


def test_the_forms_of_an_area_name_it_in_its_own_case() -> None:
    """I MANAJEMEN PERUBAHAN."""
    year, period = plan(), Period.parse("2026-03")
    assert period is not None
    properties = area_form(year, period, rows_of(year, period)[0]).properties
    assert properties.subject == "Area I Manajemen Perubahan"


def test_a_number_that_is_not_given_is_no_keyword() -> None:
    year = with_decree(plan(), nomor="")
    assert keputusan.original(year, year.decrees[0]).keywords == ""
    assert keputusan.original(plan(), plan().decrees[0]).keywords == "Nomor 10 Tahun 2026"


def test_no_hard_space_stands_in_what_a_file_says_of_itself() -> None:
    hard = "Triwulan\u00a0I\u00a0 2026"
    said = Properties(hard, hard, hard, f"laporan; {hard}", date(2026, 3, 31))
    assert (said.title, said.keywords) == ("Triwulan I 2026", "laporan; Triwulan I 2026")


@pytest.mark.parametrize(("answer", "labels"), [("Ya", ("i", "ii", "1")), ("Tidak", ("i", "1"))])
def test_the_office_says_whether_its_bundles_are_printed_on_both_sides(
    answer: str, labels: tuple[str, ...]
) -> None:
    """A sheet and a decree of a page each."""
    year = replace(plan(), office=replace(plan().office, bolak_balik=answer))
    assert joined(of_decree(year)).labels == labels


def test_a_bundle_is_not_what_is_signed() -> None:
    """Its papers have fields to sign; the bundle with the sheet of initials has none."""
    facts = joined(of_decree(with_decree(plan(), tanda_tangan=Signing.FIELD)), signature=ASKED)
    assert facts.fields == ()


class TestOfADraft:
    """The decree lacks its whole body."""

    def test_the_sheet_of_initials_has_the_decrees_paper_and_names_the_drafts(self) -> None:
        year = with_draft()
        officials = [year.officials[2]]
        sheet = keputusan.initials(year, year.decrees[0], officials, ["Keputusan"])
        assert sheet.paper.paper == DECREE_PAPER.paper
        assert sheet.context["naskah"][-1] == {"label": "Keadaan", "isi": "KONSEP: Keputusan"}  # type: ignore[index]
        whole = keputusan.initials(year, year.decrees[0], officials)
        assert "Keadaan" not in str(whole.context["naskah"])

    def test_the_sheet_in_the_bundle_names_them(self) -> None:
        made = products(with_draft(), Family.DECREE)
        assert "KONSEP: Keputusan" in str(named(made, SHEET).inputs().content)
        assert "KONSEP" not in str(named(products(plan(), Family.DECREE), SHEET).inputs().content)

    def test_the_bundle_says_so_of_itself(self) -> None:
        assert joined(of_decree(with_draft())).subject == (
            "Lembar Paraf Koordinasi dan Keputusan; masih KONSEP: Keputusan"
        )

    def test_the_run_says_so(self) -> None:
        (finding,) = bundle_notes(products(with_draft(), Family.DECREE), CELL)
        assert (finding.code, finding.place) == ("HASIL-KONSEP", CELL)
        assert "bundel/keputusan-renaksi (Keputusan)" in finding.message
        assert list(bundle_notes(products(plan(), Family.DECREE), CELL)) == []


@pytest.mark.parametrize("mode", [Signing.TAG, Signing.FIELD])
def test_the_run_says_which_file_is_signed(mode: Signing) -> None:
    """The paper alone; nothing of a draft is signed yet."""
    year = with_decree(plan(), tanda_tangan=mode)
    (finding,) = bundle_notes(products(year, Family.DECREE), CELL)
    assert finding.code == "TTD-NASKAH"
    assert "ialah keputusan/renaksi-asli.pdf, bukan bundelnya" in finding.message
    (draft,) = bundle_notes(products(with_draft(year), Family.DECREE), CELL)
    assert draft.code == "HASIL-KONSEP"


def test_many_bundles_with_drafts_are_counted() -> None:
    year = with_draft()
    decrees = tuple(replace(year.decrees[0], id=f"k-{number}") for number in range(10))
    (finding,) = bundle_notes(products(replace(year, decrees=decrees), Family.DECREE), CELL)
    assert "k-7 (Keputusan), dan 2 bundel lain;" in finding.message
    assert "k-8" not in finding.message


@pytest.mark.parametrize("mode", [Signing.TAG, Signing.FIELD, Signing.SRIKANDI])
def test_a_draft_offers_no_place_to_sign(mode: Signing) -> None:
    """No tag, no variable, no words of an electronic signature, and no field."""
    whole, draft = (
        named(products(with_decree(year, tanda_tangan=mode), Family.DECREE), name).inputs()
        for year, name in (
            (plan(), f"renaksi-{'srikandi' if mode is Signing.SRIKANDI else 'asli'}"),
            (with_draft(), f"renaksi-{'srikandi' if mode is Signing.SRIKANDI else 'asli'}"),
        )
    )
    block = draft.content["penanda_tangan"]
    assert isinstance(block, dict)
    assert {key: block[key] for key in ROOM} == ROOM
    assert whole.content["penanda_tangan"] != block
    assert draft.form["cara tanda tangan"] is None
    assert whole.form["cara tanda tangan"] is not None


def test_a_paper_that_needs_others_is_no_exception() -> None:
    """Its draft is composed when those are made; it lacks what it cannot be sent without."""
    bare = Document({"isi": ""}, DECREE_PAPER, "", "", "", "", date(2026, 1, 2))
    signed = replace(bare, context={"isi": "#"}, signature=ASKED, unsigned=bare)
    lack = Lack("isi", CELL, draft=True)
    paper = Paper("a", "k", "A", subject(Family.DECREE), "t", needs=("b",), lacks=(lack,))
    composed = paper._draft(lambda _: fixed(signed), lambda: signed, Given(Path()))
    assert composed(START) == bare
    assert (
        replace(paper, lacks=())._draft(lambda _: fixed(signed), lambda: signed, Given(Path()))(
            START
        )
        == signed
    )
