"""The decree that changes a decree, and the matrix of what it changes, as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.plans import activity, plan, rich, with_decree
from tests.cases.products import named, subject
from tests.cases.teams import seat, with_team
from zi_docs.model import AmendmentForm, Decree, KeptState, Origin, Part, Plan, Revision
from zi_docs.papers import keputusan_perubahan as revision
from zi_docs.papers.keputusan import dictum
from zi_docs.papers.keputusan_perubahan import amending_decree
from zi_docs.papers.matriks_perubahan import marked, matrix
from zi_docs.product import Family, Leaf
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.differences import PieceFate, word_difference
from zi_docs.revision.states import states
from zi_docs.text import Flow, Paragraph
from zi_docs.wording.names import amendment_title, ordinal_word

BASE = "Keputusan Komisi Pemilihan Umum Kabupaten Contoh Nomor 10 Tahun 2026 tentang Rencana Aksi Contoh Tahun 2026"  # noqa: E501
REVISIONS = (
    Revision("p1", "renaksi", "24", date(2026, 4, 1), rich("jadwal berubah")),
    Revision("p2", "renaksi", "31", date(2026, 7, 1), bentuk=AmendmentForm.LISTED),
    Revision("p3", "renaksi"),
)


def before() -> Plan:
    return replace(plan(), revisions=REVISIONS)


def after() -> Plan:
    """RA-001 reworded and put elsewhere in the year, RA-002 gone, RA-005 new, RA-004 first."""
    one, _, three, four = plan().activities
    changed = replace(one, bukti=rich("Bukti baru RA-001"), bulan=frozenset({2}))
    new = activity("RA-005", one.area, "Tim kerja", 3)
    return replace(before(), activities=(four, changed, new, three))


def decree(number: int, old: Plan | None = None, new: Plan | None = None) -> Decree:
    """The decree of the revision of a number, of the plans above unless others are given."""
    old, new = old or before(), new or after()
    return amending_decree(new, states(new, new.decrees[0])[number], compare_plans(old, new))


def items(made: Decree, part: Part) -> list[str]:
    return [item.isi.plain for item in made.items(part)]


@pytest.mark.parametrize(
    ("number", "title"), [(1, "Perubahan"), (2, "Perubahan Kedua"), (3, "Perubahan Ketiga")]
)
def test_the_title_counts_the_changes(number: int, title: str) -> None:
    assert decree(number).judul == f"{title} atas {BASE}"
    assert decree(number).judul_lampiran == "Rencana Aksi Contoh Tahun 2026"


def test_ordinals_beyond_ten() -> None:
    assert ordinal_word(12) == "Kedua Belas"
    assert amendment_title(1, "X") == "Perubahan atas X"


def test_menimbang_begins_with_the_changed_decree_and_its_last_change() -> None:
    """There alone: Mengingat holds the regulations that the changed decree rests on."""
    said = (items(decree(n), Part.CONSIDERING)[0] for n in (1, 2, 3))
    first, second, third = (words.removeprefix("bahwa telah ditetapkan ") for words in said)
    base = before().decrees[0]
    assert decree(2).items(Part.RECALLING) == base.items(Part.RECALLING)
    author = "Keputusan Komisi Pemilihan Umum Kabupaten Contoh"
    assert first == BASE
    assert second == (
        f"{BASE} sebagaimana telah diubah dengan {author} Nomor 24 Tahun 2026 tentang Perubahan "
        f"atas {BASE}"
    )
    assert third == (
        f"{BASE} sebagaimana telah beberapa kali diubah, terakhir dengan {author} Nomor 31 Tahun "
        f"2026 tentang Perubahan Kedua atas {BASE}"
    )


def test_menimbang_gives_the_reason_of_the_workbook_or_a_gap() -> None:
    assert items(decree(1), Part.CONSIDERING)[1] == "bahwa jadwal berubah"
    assert items(decree(2), Part.CONSIDERING)[1] == (
        "bahwa «ditulis oleh kantor: apa yang ternyata keliru atau apa yang berubah»"
    )
    assert items(decree(1), Part.CONSIDERING)[2].endswith(f"tentang Perubahan atas {BASE}")


@pytest.mark.parametrize("reason", ["", "dalam rangka penyesuaian, perlu dilakukan perubahan"])
def test_without_a_reason_that_says_anything_the_decree_is_a_draft(reason: str) -> None:
    """As after a formula that gives an empty text; the finding names its cell."""
    origin = Origin("zi.xlsx", "Revisi", 4, {"alasan": "E4"})
    said = replace(REVISIONS[0], alasan=rich(reason), origin=origin)
    old, new = (replace(p, revisions=(said, *REVISIONS[1:])) for p in (before(), after()))
    state = states(new, new.decrees[0])[1]
    made = revision.products(old, new, state, subject(Family.AMENDMENT, "p1"))
    inputs = named(made, "p1-asli").inputs()
    assert inputs.form["tanda konsep"] == "KONSEP"
    told = {finding.code: finding.place.cell for finding in inputs.findings}
    assert told["REV-ALASAN"] == "E4"
    assert not [product for product in made if product.name.endswith("salinan")]


def test_a_whole_new_lampiran() -> None:
    assert items(decree(1), Part.DICTUM) == [
        f"Mengubah rencana aksi yang ditetapkan dengan {BASE} sehingga menjadi sebagaimana "
        "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        "Ketentuan lain dalam Keputusan sebagaimana dimaksud dalam Diktum KESATU yang tidak "
        "diubah dengan Keputusan ini tetap berlaku.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ]


def test_a_row_that_is_moved_and_reworded() -> None:
    one, two, three, four = plan().activities
    moved = replace(four, bukti=rich("Bukti baru RA-004"))
    new = replace(before(), activities=(one, moved, two, three))
    first, *_ = items(decree(2, new=new), Part.DICTUM)
    clause = first.split("\n- ")[-1]
    assert clause.endswith(
        "bukti diubah menjadi “Bukti baru RA-004”, serta baris itu dipindahkan ke tempat sesudah "
        "baris ke-1 komponen nomor 1 “Tim kerja” Area I MANAJEMEN PERUBAHAN, indikator "
        "“Indikator RA-001”."
    )


def test_a_dictum_that_lists_the_rows() -> None:
    first, second, *_ = items(decree(2), Part.DICTUM)
    head, *clauses = first.split("\n- ")
    assert head.startswith(f"Beberapa ketentuan dalam Lampiran {BASE} sebagaimana telah diubah")
    assert head.endswith(f"tentang Perubahan atas {BASE}, diubah sebagai berikut:")
    area = "Area I MANAJEMEN PERUBAHAN"
    assert clauses == [
        "memindahkan baris ke-1 komponen nomor 1 “Keterbukaan” Area II PENATAAN TATA LAKSANA, "
        "indikator “Indikator RA-004”, ke awal tabel;",
        f"pada baris ke-1 komponen nomor 1 “Tim kerja” {area}, indikator “Indikator RA-001”, bukti "
        "diubah menjadi “Bukti baru RA-001”, serta pelaksanaan diubah menjadi bulan Februari;",
        f"menghapus baris ke-1 komponen nomor 2 “Budaya kerja” {area}, indikator “Indikator "
        "RA-002”;",
        f"menambahkan baris sesudah baris ke-1 komponen nomor 1 “Tim kerja” {area}, indikator "
        "“Indikator RA-001”, dengan indikator "
        "“Indikator RA-005”, langkah aksi “Langkah satu RA-005; Langkah dua RA-005”, bukti "
        "“Bukti RA-005”, "
        "pelaksanaan bulan Maret, dan target 100%.",
    ]
    assert second == (
        "Rencana aksi yang telah memuat perubahan sebagaimana dimaksud dalam Diktum KESATU "
        "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."
    )


def test_rows_with_the_same_words_are_told_apart() -> None:
    """By their place in the component, on the page as it was decreed; never by their ID."""
    one, two, three, four = plan().activities
    twin = replace(three, indikator=two.indikator)
    old = replace(before(), activities=(one, two, twin, four))
    new = replace(old, activities=(one, two, replace(twin, target="90%"), four))
    (_, clause) = items(decree(2, old, new), Part.DICTUM)[0].split("\n- ")
    assert clause == (
        "pada baris ke-2 komponen nomor 2 “Budaya kerja” Area I MANAJEMEN PERUBAHAN, indikator "
        "“Indikator RA-002”, langkah aksi “Langkah satu RA-003; Langkah dua RA-003”, target diubah "
        "menjadi “90%”."
    )


def test_a_new_row_is_named_by_its_component_on_the_decreed_page() -> None:
    """Though the component is another number of the area as changed; a new one has no number."""
    one, two, three, four = plan().activities
    fifth = activity("RA-005", one.area, "Budaya kerja", 3)
    sixth = activity("RA-006", one.area, "Survei", 3)
    new = replace(before(), activities=(two, three, fifth, sixth, one, four))
    clauses = items(decree(2, before(), new), Part.DICTUM)[0].split("\n- ")
    area = "Area I MANAJEMEN PERUBAHAN"
    added = [clause for clause in clauses if clause.startswith("menambahkan")]
    assert [clause.partition(", dengan")[0] for clause in added] == [
        f"menambahkan baris sesudah baris ke-2 komponen nomor 2 “Budaya kerja” {area}, indikator "
        "“Indikator RA-003”",
        f"menambahkan baris pada komponen baru “Survei” {area}, sesudah baris baru komponen nomor "
        f"2 “Budaya kerja” {area}, indikator “Indikator RA-005”",
    ]


def test_changed_items_are_numbered_and_items_of_an_ordinary_dictum_lettered() -> None:
    state = states(after(), after().decrees[0])[2]
    made = revision.products(before(), after(), state, subject(Family.AMENDMENT, "p2"))
    flow = named(made, "p2-asli").inputs().content["diktum"]
    assert isinstance(flow, Flow)
    assert [p.style for p in flow.paragraphs][:5] == ["Diktum", *["Angka Diktum"] * 4]
    assert all(p.style != "Angka Diktum" for p in dictum(before().decrees[0]).paragraphs)


def test_several_changed_dictums_are_items_of_one() -> None:
    old = before()
    considerations = tuple(
        replace(item, isi=rich(f"{item.isi.plain[:-1]} baru."))
        if item.bagian is Part.DICTUM
        else item
        for item in old.decrees[0].considerations
    )
    new = replace(old, decrees=(replace(old.decrees[0], considerations=considerations),))
    head, *clauses = items(decree(1, old, new), Part.DICTUM)[0].split("\n- ")
    assert head == f"Beberapa ketentuan dalam {BASE} diubah sebagai berikut:"
    assert clauses == [
        "Ketentuan Diktum KESATU diubah sehingga berbunyi: “Menetapkan rencana aksi baru.”;",
        "Ketentuan Diktum KEDUA diubah sehingga berbunyi: “Keputusan ini mulai berlaku baru.”.",
    ]
    # Nothing is said to change that does not.
    assert items(decree(1, old, new), Part.DICTUM)[1] == (
        f"Rencana aksi yang ditetapkan dengan {BASE} tidak berubah dan dimuat kembali dalam "
        "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."
    )


def test_a_changed_dictum_is_a_dictum_of_its_own() -> None:
    old = before()
    considerations = tuple(
        replace(item, isi=rich("Menetapkan rencana aksi baru."))
        if item.isi.plain.startswith("Menetapkan rencana")
        else item
        for item in old.decrees[0].considerations
    )
    new = replace(old, decrees=(replace(old.decrees[0], considerations=considerations),))
    assert items(decree(1, old, new), Part.DICTUM)[0] == (
        f"Ketentuan Diktum KESATU {BASE} diubah sehingga berbunyi: “Menetapkan rencana aksi baru.”."
    )


def test_a_changed_decree_is_cited_by_who_signed_it() -> None:
    """The Sekretaris changes what the Ketua had signed."""
    base = plan()
    kept = KeptState(base.decrees[0], "renaksi", "10", date(2026, 1, 22), base)
    changed = replace(with_decree(after(), penanda_tangan="SEK"), kept=(kept,))
    made = decree(1, new=changed)
    assert made.judul == f"Perubahan atas {BASE}"
    first, *_, last = items(made, Part.CONSIDERING)
    assert first == f"bahwa telah ditetapkan {BASE}"
    author = "Sekretaris Komisi Pemilihan Umum Kabupaten Contoh"
    assert f"perlu menetapkan Keputusan {author} tentang Perubahan atas {BASE}" in last


def test_the_papers_of_a_revision_and_its_lampiran_as_amended() -> None:
    state = states(after(), after().decrees[0])[1]
    made = revision.products(before(), after(), state, subject(Family.AMENDMENT, "p1"))
    assert [(product.name, product.leaf) for product in made] == [
        ("keputusan/p1-paraf", Leaf("Lembar Paraf Koordinasi", "i")),
        ("keputusan/p1-asli", Leaf("Keputusan")),
        ("keputusan/p1-salinan", None),
        ("revisi/p1-matriks", Leaf("Matriks Semula-Menjadi")),
    ]
    content = named(made, "-asli").inputs().content
    assert content["judul_lampiran"] == "RENCANA AKSI CONTOH TAHUN 2026"
    assert [area["nama"] for area in content["rencana_aksi"]]  # type: ignore[attr-defined]
    # What head and Lampiran call the decree is the amending one.
    assert (content["nomor"], str(content["judul"])[:27]) == ("24", "PERUBAHAN ATAS KEPUTUSAN KO")


def test_the_base_decree_is_no_revision() -> None:
    with pytest.raises(ValueError, match="renaksi is no revision"):
        decree(0)


def test_a_changed_team_keeps_its_seats_in_the_amending_decree() -> None:
    old = with_team(seat("Ketua", "KSB"))
    changed = Revision("tim-p1", "sk-tim", "40", date(2026, 5, 1))
    new = replace(with_team(seat("Ketua", "KSB"), seat("Anggota", "STAF")), revisions=(changed,))
    base = new.decree("sk-tim")
    assert base is not None
    made = revision.products(old, new, states(new, base)[1], subject(Family.AMENDMENT, "tim-p1"))
    content = named(made, "-asli").inputs().content
    (group,) = content["susunan"]  # type: ignore[misc]
    assert [row["kedudukan"] for row in group["baris"]] == ["Ketua", "Anggota"]
    assert content["judul_lampiran"] == "SUSUNAN TIM CONTOH TAHUN 2026"


def matrix_groups(new: Plan | None = None) -> Any:
    new = new or after()
    state = states(new, new.decrees[0])[1]
    return matrix(plan().office, state, "Judul", compare_plans(before(), new)).context["bagian"]


def matrix_rows() -> list[dict[str, Flow]]:
    return [row for group in matrix_groups() for row in group["baris"]]


def test_an_area_is_named_once_however_the_changed_rows_are_mixed() -> None:
    one, two, three, four = plan().activities
    mixed = [replace(row, target="50%") for row in (one, four, two, three)]
    names = [
        group["nama"].paragraphs[0].text.plain
        for group in matrix_groups(replace(before(), activities=tuple(mixed)))
    ]
    assert names == [f"Area {name}" for name in (one.area, four.area)]


def looks(paragraph: Paragraph) -> str:
    """The words of a paragraph, struck ones in [-...-], bold underlined ones in {+...+}."""
    return "".join(
        f"[-{s.text}-]" if s.strike else f"{{+{s.text}+}}" if s.bold and s.underline else s.text
        for s in paragraph.text.spans
    )


@pytest.mark.parametrize(
    ("before", "after", "semula", "menjadi"),
    [
        # The space before what went is that of the words that stay.
        ("anggotanya dari unit", "anggotanya", "anggotanya [-dari unit-]", "anggotanya"),
        ("- satu\n- dua", "- satu", "- satu\n[-- dua-]", "- satu"),
        ("satu\ndua", "satu", "satu\n[-dua-]", "satu"),
        ("satu dua", "satu dua tiga", "satu dua ", "satu dua {+tiga+}"),
        ("satu dua tiga", "tiga satu dua", "satu dua [-tiga-]", "{+tiga+} satu dua"),
        ("satu, dua", "satu", "[-satu, dua-]", "{+satu+}"),
    ],
)
def test_no_words_of_the_matrix_are_glued(
    before: str, after: str, semula: str, menjadi: str
) -> None:
    pieces = word_difference(rich(before), rich(after))
    sides = [marked(pieces, side) for side in (PieceFate.REMOVED, PieceFate.ADDED)]
    assert [looks(Paragraph("", side)) for side in sides] == [semula, menjadi]


def test_the_matrix_marks_what_changed_on_both_sides() -> None:
    moved, changed, removed, added = matrix_rows()
    assert [looks(p) for p in changed["semula"].paragraphs] == [
        "Bukti:", "Bukti RA-001", "Pelaksanaan:", "[-Januari-]",
    ]  # fmt: skip
    assert [looks(p) for p in changed["menjadi"].paragraphs] == [
        "Bukti:", "Bukti {+baru+} RA-001", "Pelaksanaan:", "{+Februari+}",
    ]  # fmt: skip
    assert [p.text.plain for p in changed["keterangan"].paragraphs] == [
        "Diubah",
        "Bulan Februari ditambahkan",
        "Bulan Januari dihapus",
    ]
    assert [looks(p) for p in added["semula"].paragraphs] == ["Tidak ada"]
    assert "{+Indikator RA-005+}" in [looks(p) for p in added["menjadi"].paragraphs]
    assert "[-Bukti RA-002-]" in [looks(p) for p in removed["semula"].paragraphs]
    assert [looks(p) for p in removed["menjadi"].paragraphs] == ["Dihapus"]
    assert [looks(p) for p in moved["semula"].paragraphs] == [
        "Letak: sesudah baris ke-2 komponen nomor 2 “Budaya kerja” Area I MANAJEMEN PERUBAHAN, "
        "indikator “Indikator RA-003”."
    ]
    assert [looks(p) for p in moved["menjadi"].paragraphs] == ["Letak: di awal tabel."]
