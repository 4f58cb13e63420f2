"""Two plans compared: rows by their ID, passages by their words, records by their key."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import activity, plan, rich, with_decree
from tests.cases.teams import seat, with_team
from zi_docs.model import Activity, Level, Origin, Passage, Plan
from zi_docs.revision.changes import ChangeKind
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.report import change_lines, changes_as_dict, mark_pieces


def with_rows(*rows: Activity) -> Plan:
    return replace(plan(), activities=rows)


def told(old: Plan, new: Plan) -> list[str]:
    return [line.strip() for line in change_lines(compare_plans(old, new))]


def test_nothing_changed() -> None:
    assert not compare_plans(plan(), plan())
    assert told(plan(), plan()) == ["Tidak ada yang berubah."]


def test_where_a_row_stands_in_the_workbook_is_no_change() -> None:
    first, *rest = plan().activities
    placed = replace(first, origin=Origin("lain.xlsx", "Rencana Aksi", 99), id="ra-001")
    assert not compare_plans(plan(), with_rows(placed, *rest))


def test_changed_fields_of_a_row_and_its_months() -> None:
    one, two, three, four = plan().activities
    new = replace(two, langkah_aksi=rich("- Langkah satu RA-002\n- Langkah baru RA-002"),
                  bulan=frozenset({1, 3, 6}))  # fmt: skip
    (change,) = compare_plans(plan(), with_rows(one, new, three, four)).rows
    assert change.kinds == (ChangeKind.CHANGED,)
    assert [(f.label, mark_pieces(f.pieces)) for f in change.fields] == [
        ("Langkah Aksi", "- Langkah satu RA-002 - Langkah [-dua-] {+baru+} RA-002"),
        ("Pelaksanaan", "Januari[-, Februari-] , Maret{+, Juni+}"),
    ]
    assert (change.months_added, change.months_removed) == ((6,), (2,))


def test_rows_moved_added_and_removed() -> None:
    one, _, three, four = plan().activities
    new = activity("RA-005", one.area, "Tim kerja", 2)
    changes = compare_plans(plan(), with_rows(three, one, new, four))
    assert [(c.id, c.kinds) for c in changes.rows] == [
        ("RA-003", (ChangeKind.MOVED,)),
        ("RA-002", (ChangeKind.REMOVED,)),
        ("RA-005", (ChangeKind.ADDED,)),
    ]
    assert (
        changes_as_dict(changes)["rows"][0]["moved"]
        == "semula sesudah RA-002, menjadi di awal tabel"
    )


def test_a_row_may_be_moved_and_changed() -> None:
    one, two, three, four = plan().activities
    changes = compare_plans(plan(), with_rows(two, three, four, replace(one, target="90%")))
    assert [(c.id, c.kinds) for c in changes.rows] == [
        ("RA-001", (ChangeKind.CHANGED, ChangeKind.MOVED))
    ]


def test_passages_are_found_without_ids() -> None:
    old = plan()
    narrative = list(old.decrees[0].narrative)
    narrative[1] = Passage(Level.PARAGRAPH, rich("Zona Integritas kini meliputi:"))
    narrative.insert(3, Passage(Level.LETTER, rich("sisipan;")))
    found = compare_plans(old, with_decree(old, narrative=tuple(narrative))).passages
    assert [(p.where, p.kind, mark_pieces(p.change.pieces)) for p in found] == [
        (
            "Narasi Lampiran angka 1 (Pendahuluan)",
            ChangeKind.CHANGED,
            "Zona Integritas {+kini+} meliputi:",
        ),
        ("Narasi Lampiran angka 1 (Pendahuluan)", ChangeKind.ADDED, "{+sisipan;+}"),
    ]


def test_a_regulation_is_compared_as_it_is_cited() -> None:
    old = plan()
    first, second = old.regulations
    new = replace(old, regulations=(replace(first, tentang="Pelayanan Prima"), second))
    text = told(old, new)
    assert "renaksi     Diubah  Mengingat angka 1" in text
    assert "Tentang: Pelayanan [-Publik-] {+Prima+}" in text


def test_seats_of_a_team() -> None:
    old = with_team(seat("Ketua", "KSB"), seat("Anggota", "STAF"))
    new = with_team(seat("Ketua", "KSB"), seat("Sekretaris", "STAF"))
    assert "Isi: [-Anggota:-] {+Sekretaris:+} Nama Staf (Pelaksana)" in told(old, new)


def test_office_and_officials() -> None:
    old = plan()
    chair, *rest = old.officials
    new = replace(
        old,
        office=replace(old.office, kedudukan="Kota Baru"),
        officials=(replace(chair, nama="Nama Baru"), *rest),
    )
    assert told(old, new) == [
        "INSTANSI",
        "Diubah",
        "Tempat kedudukan: Kota [-Contoh-] {+Baru+}",
        "PEJABAT",
        "KETUA       Diubah",
        "Nama: Nama [-Ketua-] {+Baru+}",
    ]


def test_the_paper_of_the_office_goes_by_the_names_of_its_columns() -> None:
    old = plan()
    paper = replace(old.office, keputusan_kertas="A4", surat_margin_kiri=30, keputusan_akhir=".")
    assert told(old, replace(old, office=paper))[2:] == [
        "Kertas keputusan: [-F4-] {+A4+}",
        "Tanda akhir konsiderans: [-;-] {+.+}",
        "Margin kiri surat (mm): [-25-] {+30+}",
    ]


def test_emphasis_alone_is_told_as_such() -> None:
    one, *rest = plan().activities
    italic = replace(one, indikator=one.indikator.__class__.of("Indikator RA-001", italic=True))
    text = told(plan(), with_rows(italic, *rest))
    assert "Indikator: hanya huruf miring atau tebalnya yang berubah" in text
