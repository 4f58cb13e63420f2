"""The decree as data: what the templates are given, before any Word file exists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import activity, office, plan, rich, with_decree
from tests.cases.products import names, subject
from zi_docs.model import Consideration, Origin, Part, Plan
from zi_docs.papers import keputusan as decrees
from zi_docs.papers.keputusan import dictum
from zi_docs.papers.konsiderans import considerations
from zi_docs.papers.lampiran import narrative, table_title
from zi_docs.papers.pages import Keep, Pagination, observe
from zi_docs.papers.signature import ROOM
from zi_docs.papers.tabel_renaksi import (
    CLOSING,
    cell,
    keeps,
    plan_table,
    printed_rows,
    row_anchors,
)
from zi_docs.product import Family, Leaf, Product
from zi_docs.text import BLANK, CONTINUED, Flow


def lines(flow: object) -> list[tuple[str, str]]:
    assert isinstance(flow, Flow)
    return [(paragraph.style, paragraph.text.plain) for paragraph in flow.paragraphs]


def test_the_closing_consideration_cites_the_letters_before_it() -> None:
    year = plan()
    menimbang, mengingat = considerations(year, year.decrees[0])
    assert menimbang["label"] == "Menimbang"
    assert lines(menimbang["butir"])[2] == (
        "Butir Menimbang",
        "bahwa sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan;",
    )
    # One regulation alone is not numbered.
    assert lines(mengingat["butir"]) == [
        ("Butir Tunggal", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;")
    ]


def test_the_first_item_of_a_part_stands_on_the_line_of_its_label() -> None:
    """Word numbers the others; a single item has no number."""
    year = plan()
    context = decrees.original(year, year.decrees[0]).context
    assert [(style, text[:27]) for style, text in lines(context["konsiderans"])] == [
        ("Awal Menimbang", "Menimbang\t:\ta.\tbahwa satu;"),
        ("Butir Menimbang", "bahwa dua;"),
        ("Butir Menimbang", "bahwa sebagaimana dimaksud "),
        ("Awal Tunggal", "Mengingat\t:\tUndang-Undang N"),
    ]


def test_the_last_paragraph_of_the_dictum_stays_with_the_closing_block() -> None:
    item = Consideration(Part.DICTUM, rich("Tim bertugas:\n- merencanakan;\n- melaporkan."))
    flow = dictum(replace(plan().decrees[0], considerations=(item,)))
    assert [paragraph.keeps_next for paragraph in flow.paragraphs] == [False, False, True]


def test_the_office_chooses_the_stop_that_ends_the_considerations() -> None:
    year = replace(plan(), office=replace(office(), keputusan_akhir="."))
    (_, mengingat) = considerations(year, year.decrees[0])
    assert lines(mengingat["butir"])[-1][1].endswith("Pelayanan Publik.")


def test_dictum_labels_and_the_last_one_stays_with_the_closing_block() -> None:
    assert lines(dictum(plan().decrees[0])) == [
        ("Diktum", "KESATU\t:\tMenetapkan rencana aksi."),
        ("Diktum Akhir", "KEDUA\t:\tKeputusan ini mulai berlaku."),
    ]


def test_a_dictum_of_several_paragraphs() -> None:
    item = Consideration(Part.DICTUM, rich("Tim bertugas:\n- merencanakan;\n- melaporkan."))
    assert lines(dictum(replace(plan().decrees[0], considerations=(item,)))) == [
        ("Diktum", "KESATU\t:\tTim bertugas:"),
        ("Butir Diktum", "merencanakan;"),
        ("Butir Diktum", "melaporkan."),
    ]


def test_cited_regulations_close_their_list() -> None:
    year = plan()
    assert lines(narrative(year, year.decrees[0]))[-2:] == [
        ("Huruf", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"),
        ("Huruf", "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik."),
    ]
    assert table_title(year.decrees[0]) == "Rencana Aksi\nTahun 2026"


def test_a_narrative_that_nobody_wrote_has_no_paragraph() -> None:
    year = with_decree(plan(), narrative=())
    assert narrative(year, year.decrees[0]) == Flow(())


def test_a_component_is_shown_once_and_again_where_a_page_opens() -> None:
    first, _ = plan_table(plan(), Pagination())
    assert [row["komponen"] is CONTINUED for row in first["baris"]] == [False, False, True]  # type: ignore[attr-defined]
    opened, _ = plan_table(plan(), Pagination(tops=frozenset({"barisRA003"})))
    shown = opened["baris"][2]  # type: ignore[index]
    assert lines(shown["komponen"]) == [("Tabel Isi", "Budaya kerja")]
    assert lines(shown["nomor"]) == [("Tabel Tengah", "2")]


def test_months_become_ticks() -> None:
    first, _ = plan_table(plan(), Pagination())
    months = first["baris"][1]["bulan"]  # type: ignore[index]
    assert [month for month, tick in months.items() if tick == "√"] == [1, 2, 3]


def test_list_items_of_a_cell_and_an_empty_cell() -> None:
    assert lines(cell(rich("- satu\n- dua\nbiasa"))) == [
        ("Tabel Butir", "satu"),
        ("Tabel Butir", "dua"),
        ("Tabel Isi", "biasa"),
    ]
    assert lines(cell(rich(""))) == [("Tabel Isi", "")]


def test_pages_are_learnt_from_the_pdf() -> None:
    rows = row_anchors(plan().activities)
    pages = {"areaI": 0, rows[0]: 0, rows[1]: 0, rows[2]: 1, "areaII": 1, rows[3]: 2, CLOSING: 3}
    seen = observe(Pagination(), pages, rows, keeps(plan()))
    assert seen.tops == {rows[2], rows[3]}
    # The heading of area II was left behind; its only row would part from the closing block.
    assert seen.breaks == {"areaII"}


def test_a_break_once_made_stays() -> None:
    known = Pagination(breaks=frozenset({"x"}))
    assert observe(known, {"x": 1, "y": 1}, ["x", "y"], [Keep("x", "y")]).breaks == {"x"}


def test_an_area_of_one_row_is_not_parted_from_its_heading() -> None:
    lone = replace(plan(), areas=(), activities=(activity("RA-001", "I SATU", "K", 1),))
    assert keeps(lone) == [Keep("areaI", "barisRA001"), Keep("areaI", CLOSING)]


def test_number_and_date_not_yet_given_are_blanks_and_there_is_no_copy() -> None:
    year = with_decree(plan(), nomor="", tanggal=None)
    context = decrees.original(year, year.decrees[0]).context
    assert context["nomor"] == BLANK
    assert context["tanggal"] == BLANK
    assert context["tahun"] == 2026
    assert not decrees.copy_ready(year, year.decrees[0])
    with pytest.raises(ValueError, match="renaksi"):
        decrees.copy(year, year.decrees[0])


def test_the_copy_names_its_copier_and_is_archival() -> None:
    year = plan()
    document = decrees.copy(year, year.decrees[0])
    assert document.archival
    assert document.context["penyalin"] == {
        "lembaga": "SEKRETARIAT KOMISI PEMILIHAN UMUM",
        "wilayah": "KABUPATEN CONTOH",
        "jabatan": "Kepala Subbagian Hukum",
        "nama": "Nama Kasubbag",
    }


@pytest.mark.parametrize(
    ("tingkat", "wilayah", "line"),
    [
        ("Provinsi", "Jambi", "PROVINSI JAMBI"),
        ("Kota", "Sungai Penuh", "KOTA SUNGAI PENUH"),
        ("Lainnya", "Republik Indonesia", "REPUBLIK INDONESIA"),
    ],
)
def test_offices_of_every_level_have_right_headings(tingkat: str, wilayah: str, line: str) -> None:
    year = replace(plan(), office=office(tingkat, wilayah))
    context = decrees.original(year, year.decrees[0]).context
    assert context["kepala"] == "KEPUTUSAN KOMISI PEMILIHAN UMUM"
    assert context["wilayah"] == line
    assert context["jabatan_penetap"] == f"KETUA KOMISI PEMILIHAN UMUM {line}"
    assert context["penanda_tangan"] == {
        "jabatan": "KETUA KOMISI PEMILIHAN UMUM",
        "wilayah": f"{line},",
        "nama": "NAMA KETUA",
        **ROOM,
    }


def test_a_signer_nobody_named_gets_a_line() -> None:
    year = with_decree(plan(), penanda_tangan="SEK")
    signature = decrees.original(year, year.decrees[0]).context["penanda_tangan"]
    assert signature["nama"].strip(".") == ""  # type: ignore[index]


def test_those_who_initial_come_in_their_order() -> None:
    year = plan()
    officials = [year.officials[2], year.officials[1]]
    sheet = decrees.initials(year, year.decrees[0], officials)
    assert [p["jabatan"] for p in sheet.context["pemaraf"]] == [  # type: ignore[attr-defined]
        "Kepala Subbagian Hukum",
        "Sekretaris",
    ]


def of_decree(year: Plan) -> list[Product]:
    return decrees.products(year, year.decrees[0], subject(Family.DECREE, "renaksi"))


def test_sheet_original_and_copy_with_their_files_and_their_places_in_the_bundle() -> None:
    """The sheet stands in the bundle alone; the copy is published, and signed by nobody."""
    sheet, original, copy = of_decree(plan())
    assert (sheet.name, sheet.targets, sheet.leaf) == (
        "keputusan/renaksi-paraf", (), Leaf("Lembar Paraf Koordinasi", "i"),
    )  # fmt: skip
    assert (original.name, original.targets, original.leaf) == (
        "keputusan/renaksi-asli",
        ("keputusan/renaksi-asli.docx", "keputusan/renaksi-asli.pdf"),
        Leaf("Keputusan"),
    )
    assert (copy.name, copy.targets, copy.leaf) == (
        "keputusan/renaksi-salinan",
        ("keputusan/renaksi-salinan.docx", "keputusan/renaksi-salinan.pdf"),
        None,
    )


def test_the_signed_paper_bears_the_id_of_its_decree_and_the_copy_names_its_original() -> None:
    sheet, original, copy = of_decree(plan())
    assert (sheet.id, original.id, copy.id) == ("", "renaksi", "")
    assert (sheet.original, original.original, copy.original) == ("", "", original.name)


def test_a_decree_that_nobody_initials_has_no_sheet() -> None:
    assert names(of_decree(with_decree(plan(), pemaraf=()))) == [
        "keputusan/renaksi-asli",
        "keputusan/renaksi-salinan",
    ]


def test_without_a_number_there_is_no_copy_and_the_original_says_so() -> None:
    _, original = of_decree(with_decree(plan(), nomor=""))
    assert original.name == "keputusan/renaksi-asli"
    assert [finding.code for finding in original.inputs().findings] == ["KEP-SALINAN"]
    assert not original.draft


def test_a_decree_bears_no_titles_and_no_blanks_in_its_keywords() -> None:
    """Neither of who signs it nor of who certifies the copy; initials are set by name and title."""
    titled = tuple(
        replace(o, nama=f"Dr. H. {o.nama}, S.Pd.I., Ph.D.") if o.nama else o
        for o in plan().officials
    )
    year = replace(plan(), officials=titled)
    copied = decrees.copy(year, year.decrees[0])
    assert copied.context["penanda_tangan"]["nama"] == "H. NAMA KETUA"  # type: ignore[index]
    assert copied.context["penyalin"]["nama"] == "H. Nama Kasubbag"  # type: ignore[index]
    sheet = decrees.initials(year, year.decrees[0], titled[2:])
    assert sheet.context["pemaraf"][0]["nama"] == (  # type: ignore[index]
        "Dr. H. Nama Kasubbag, S.Pd.I., Ph.D."
    )
    assert copied.keywords == "Nomor 10 Tahun 2026"
    undecided = with_decree(plan(), nomor="", tanggal=None)
    assert decrees.original(undecided, undecided.decrees[0]).keywords == ""


def test_a_copier_without_a_name_certifies_nothing() -> None:
    """A copy is published; it would bear a row of dots for ever."""
    cells = Origin("zi.xlsx", "Pejabat", 6, {"nama": "B6"})
    unnamed = tuple(
        replace(o, nama="", origin=cells) if o.id == "KSB" else o for o in plan().officials
    )
    year = replace(plan(), officials=unnamed)
    _, original = of_decree(year)
    (finding,) = original.inputs().findings
    assert (finding.code, str(finding.place)) == ("KEP-SALINAN", "zi.xlsx › Pejabat!B6")
    assert not original.draft


def test_an_area_that_the_plan_names_twice_is_printed_once() -> None:
    rows = (
        activity("RA-001", "I PERUBAHAN", "Tim", 1),
        activity("RA-002", "II TATA LAKSANA", "SOP", 2),
        # Reform, after Pemenuhan of both areas.
        activity("RA-003", "I PERUBAHAN", "Komitmen", 3),
        activity("RA-004", "I PERUBAHAN", "Tim", 4),
    )
    twice = replace(plan(), activities=rows, areas=("I PERUBAHAN", "II TATA LAKSANA"))
    table = plan_table(twice, Pagination())
    assert [block["nomor"] for block in table] == ["I", "II"]
    assert [row.id for row in printed_rows(twice)] == ["RA-001", "RA-004", "RA-003", "RA-002"]
