"""What other offices call areas, components and items of the LKE."""

from __future__ import annotations

import pytest

from zi_docs.importing.area_words import area_in, bare_component, lke_item, names_area, read_area
from zi_docs.text import RichText

CHANGE, PROCESS, STAFF, RESULTS, CONTROL, SERVICE = (
    "I MANAJEMEN PERUBAHAN",
    "II PENATAAN TATA LAKSANA",
    "III PENATAAN SISTEM MANAJEMEN SDM DAN APARATUR",
    "IV PENGUATAN AKUNTABILITAS",
    "V PENGUATAN PENGAWASAN",
    "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK",
)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Manajemen Perubahan", CHANGE),
        ("AREA 1", CHANGE),
        ("AREA I", CHANGE),
        ("1", CHANGE),
        ("Area I - Manajemen Perubahan", CHANGE),
        ("1. Manajemen Perubahan", CHANGE),
        ("i. Manajemen Perubahan", CHANGE),
        ("A. MANAJEMEN PERUBAHAN", CHANGE),
        ("Pokja I Manajemen Perubahan", CHANGE),
        ("PILAR I MANAJEMEN PERUBAHAN", CHANGE),
        ("AREA PERUBAHAN I: MANAJEMEN PERUBAHAN", CHANGE),
        ("Area Perubahan 1 (Manajemen Perubahan)", CHANGE),
        ("Reformasi: Manajemen Perubahan", CHANGE),
        ("Manajemen Perubhan", CHANGE),
        ("MP", CHANGE),
        ("A.1.I", CHANGE),
        ("Penataan Tatalaksana", PROCESS),
        ("Tatalaksana", PROCESS),
        ("Penataan Sistem Manajemen SDM Aparatur", STAFF),
        ("Penataan Sistem Manajemen Sumber Daya Manusia Aparatur", STAFF),
        ("Manajemen SDM", STAFF),
        ("Penguatan Akuntabilitas Kinerja", RESULTS),
        ("Pengawasan", CONTROL),
        ("Pelayanan Publik", SERVICE),
        ("VI", SERVICE),
    ],
)
def test_an_area_by_name_number_or_code(text: str, area: str) -> None:
    assert read_area(text).title == area


def test_what_is_said_of_an_area() -> None:
    assert read_area("I. Manajemen Perubahan").plain
    assert not read_area("Manajemen SDM").plain
    # Its number says II, its name area I: the name is followed.
    wrong = read_area("II. MANAJEMEN PERUBAHAN")
    assert (wrong.title, wrong.differs) == (CHANGE, True)
    own = read_area("VII Inovasi")
    assert (own.title, own.listed) == ("VII Inovasi", False)


def test_titles_and_headings() -> None:
    assert area_in("RENCANA AKSI AREA II TAHUN 2025") == PROCESS
    assert area_in("RENCANA AKSI MANAJEMEN PERUBAHAN") == CHANGE
    assert area_in("Sheet1") is None
    assert names_area("AREA II: PENATAAN TATALAKSANA")
    assert not names_area("1")
    assert not names_area("Penyusunan Tim Kerja")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("iii. Pemantauan dan Evaluasi", "Pemantauan dan Evaluasi"),
        ("2) Rencana Kerja", "Rencana Kerja"),
        ("(1) Tim", "Tim"),
        ("1.2 SOP", "SOP"),
        ("I.1. Tim", "Tim"),
        ("Komponen 1: Tim", "Tim"),
        ("Rencana Kerja", "Rencana Kerja"),
        ("5R dan 5S", "5R dan 5S"),
        ("Whistle-Blowing System", "Whistle-Blowing System"),
    ],
)
def test_a_component_loses_the_numeral_of_its_own_plan(name: str, bare: str) -> None:
    assert bare_component(RichText.of(name)).plain == bare


@pytest.mark.parametrize(
    ("code", "area", "component"),
    [
        ("A.1.I.i.a", CHANGE, "Penyusunan Tim Kerja"),
        ("A.I.1.i.a", CHANGE, "Penyusunan Tim Kerja"),
        ("A.2.VI.i", SERVICE, "Upaya dan/atau Inovasi pada Pelayanan Publik"),
        ("PPC4B", STAFF, "Penetapan Kinerja Individu"),
        ("A.1.I", CHANGE, ""),
    ],
)
def test_a_code_of_the_lke_gives_area_and_component(code: str, area: str, component: str) -> None:
    item = lke_item(code)
    assert item is not None
    assert (item.area, item.name) == (area, component)
    assert lke_item(f"x{code}") is None
