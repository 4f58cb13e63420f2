"""Which papers are drafts: where text is still to be written, whatever the kind of paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.meetings import meeting, year
from tests.cases.plans import decree, plan, rich, with_decree
from tests.cases.products import named, products
from tests.cases.teams import seat, with_team
from zi_docs.model import Consideration, Origin, Part, Plan
from zi_docs.product import Family, Product

LETTERS = {"undangan", "undangan-perorangan"}
OF_WHAT_WAS_DONE = {"notula", "dokumentasi", "laporan", "berita-acara"}
ALL = {*LETTERS, "daftar-hadir", *OF_WHAT_WAS_DONE}


def drafts(plan: Plan, *families: Family) -> set[str]:
    """The kinds of the papers that are drafts, each marked on its pages."""
    papers = [paper for paper in products(plan, *families) if paper.template]
    for paper in papers:
        assert paper.inputs().form["tanda konsep"] == ("KONSEP" if paper.draft else "")
    return {paper.kind for paper in papers if paper.draft}


def told(plan: Plan, code: str) -> set[str]:
    """The cells that findings of this code name."""
    given = [f for paper in products(plan) for f in paper.inputs().findings]
    return {str(finding.place) for finding in given if finding.code == code}


def pleno(**changes: object) -> Plan:
    """A meeting of which all is entered, with the cells of what is changed."""
    cells = {key: f"{letter}4" for key, letter in zip(changes, "BCDEF", strict=False)}
    whole = meeting(
        jenis="Pleno",
        nomor_ba="3/BA",
        hadir=("Komisioner",),
        susunan_acara=rich("Pembukaan"),
        pembahasan=rich("Dibahas."),
        kesimpulan=rich("Disepakati."),
        origin=Origin("zi.xlsx", "Rapat", 4, cells),
    )
    return year(replace(whole, **changes))  # type: ignore[arg-type]


def test_a_whole_meeting_gives_no_draft() -> None:
    assert drafts(pleno(), Family.MEETING) == set()


@pytest.mark.parametrize(
    ("changes", "marked"),
    [
        ({"acara": "Rapat [isi nama kegiatan]"}, ALL),
        ({"tempat": "Ruang ...."}, ALL),
        ({"tembusan": "Ketua KPU Provinsi <nama>"}, LETTERS),
        ({"pembahasan": rich("TODO")}, OF_WHAT_WAS_DONE),
        ({"kesimpulan": rich("«ditulis notulis»")},
         OF_WHAT_WAS_DONE),
    ],
)  # fmt: skip
def test_a_placeholder_in_a_cell_of_a_meeting(changes: dict[str, object], marked: set[str]) -> None:
    assert drafts(pleno(**changes), Family.MEETING) == marked
    assert told(pleno(**changes), "WB-BELUM-DITULIS") == {"zi.xlsx › Rapat!B4"}


def test_nobody_who_signs_the_papers_of_a_meeting() -> None:
    assert drafts(pleno(pimpinan="")) >= {"undangan", "daftar-hadir", "notula", "berita-acara"}
    assert told(pleno(pimpinan=""), "RAPAT-PENANDA") == {"zi.xlsx › Rapat!B4"}
    # The Sekretaris of this office has no name yet.
    assert "undangan" in drafts(pleno(penanda_tangan="SEK"))


def test_number_and_minutes_to_be_written_by_hand_make_no_draft() -> None:
    """The minutes are a form until something is entered, and so are their signatures."""
    waiting = year(meeting(nomor="", tanggal_surat=None, notulis=""))
    assert drafts(waiting, Family.MEETING) == {"laporan"}


def test_a_placeholder_in_any_text_of_a_decree() -> None:
    cells = Origin("zi.xlsx", "Konsiderans", 9, {"isi": "C9"})
    item = Consideration(Part.CONSIDERING, rich("bahwa ....;"), origin=cells)
    told_of = with_decree(plan(), considerations=(item, *decree().considerations))
    assert told(told_of, "WB-BELUM-DITULIS") == {"zi.xlsx › Konsiderans!C9"}
    assert "asli" in drafts(told_of)
    assert not [paper for paper in products(told_of) if paper.kind == "salinan"]


def test_a_placeholder_in_a_row_of_the_plan() -> None:
    """Decree, forms, recap: each paper that prints the row; the form of the other area is whole."""
    first, *others = plan().activities
    cells = Origin("zi.xlsx", "Rencana Aksi", 4, {"bukti": "F4"})
    row = replace(first, bukti=rich("Laporan [diisi]"), origin=cells)
    unfinished = replace(plan(), activities=(row, *others))
    assert drafts(unfinished) >= {"asli", "formulir", "rekap", "laporan"}
    assert told(unfinished, "WB-BELUM-DITULIS") == {"zi.xlsx › Rencana Aksi!F4"}
    assert not _form(unfinished, "II PENATAAN TATA LAKSANA").draft
    assert _form(unfinished, "I MANAJEMEN PERUBAHAN").draft


def _form(plan: Plan, area: str) -> Product:
    """The form of an area for some month."""
    return next(p for p in products(plan) if p.kind == "formulir" and p.title == area)


def test_a_placeholder_in_a_seat_of_a_team() -> None:
    tasked = with_team(seat("Ketua", "KSB", tugas="- menyusun ....;"))
    assert told(tasked, "WB-BELUM-DITULIS") == {"zi.xlsx › Tim!A4"}
    assert named(products(tasked), "sk-tim-asli").draft


def test_the_report_is_a_draft_until_the_team_has_written() -> None:
    reports = [p for p in products(plan()) if p.kind == "laporan" and "monev" in p.name]
    assert reports
    assert all(report.draft for report in reports)
    assert all(any(k.what.startswith("teks laporan: ") for k in r.lacks) for r in reports)


def test_the_recap_waits_for_the_name_of_who_signs_it() -> None:
    team = replace(
        with_team(seat("Ketua", "KSB")),
        decrees=tuple(replace(d, judul="Tim Kerja Zona Integritas") for d in with_team().decrees),
    )
    assert "rekap" not in drafts(team)
    assert "rekap" in drafts(replace(team, seats=()))
