"""The items of the LKE: weights that add up, thresholds, and codes as people write them."""

from __future__ import annotations

import pytest

from zi_docs.lke.items import (
    Reading,
    area_numeral,
    codes_in,
    lke_items,
    lke_results,
    nearest_code,
    thresholds,
    version,
)

# PermenPANRB 90/2021, for Pemenuhan and Reform alike.
AREA_WEIGHTS = {"I": 4.0, "II": 3.5, "III": 5.0, "IV": 5.0, "V": 7.5, "VI": 5.0}


@pytest.mark.parametrize("part", ["pemenuhan", "reform"])
def test_the_weights_of_each_area_add_up_to_those_of_the_regulation(part: str) -> None:
    added = dict.fromkeys(AREA_WEIGHTS, 0.0)
    for item in lke_items().values():
        if item.part == part:
            added[item.area_numeral] += item.weight
    assert added == pytest.approx(AREA_WEIGHTS)


def test_levers_and_results_add_up_to_a_hundred() -> None:
    assert len(lke_items()) == 110
    assert sum(item.weight for item in lke_items().values()) == pytest.approx(60)
    assert sum(result.weight for result in lke_results()) == pytest.approx(40)


def test_a_component_shares_its_weight_equally() -> None:
    items = lke_items()
    # Pengembangan Pegawai Berbasis Kompetensi: 1.25 points, six questions.
    assert items["PPC3A"].weight == items["PPC3F"].weight == pytest.approx(1.25 / 6)
    assert items["PRE2A"].weight == 3.0
    assert items["PPC3A"].component == "Pengembangan Pegawai Berbasis Kompetensi"


def test_the_thresholds_of_the_two_predicates() -> None:
    wbk, wbbm = thresholds()
    assert (wbk.predicate, wbk.area, wbk.total, wbk.levers) == ("WBK", 0.6, 75, 40)
    assert (wbbm.predicate, wbbm.area, wbbm.total, wbbm.levers) == ("WBBM", 0.75, 85, 48)
    clean = ("HBA", "HBB")
    assert sum(wbk.results[code] for code in clean) == 18.25
    assert sum(wbbm.results[code] for code in clean) == 19.5
    assert "90 Tahun 2021" in version()


def test_every_item_has_falling_answers_or_is_counted() -> None:
    for item in lke_items().values():
        values = [option.value for option in item.options]
        assert values == sorted(values, reverse=True), item.code
        assert not values or values[0] == 1.0, item.code
        assert len(item.times) == (len(values) - 1 if item.reading is Reading.TIMES else 0)
        if item.reading is Reading.WHOLE:
            assert item.whole, item.code
        if item.reading is Reading.WORDS:
            assert item.words, item.code


def test_the_answers_of_ppd2g_are_not_known() -> None:
    # Those of the sheets at hand belong to another question.
    assert lke_items()["PPD2G"].options == ()
    assert lke_items()["PPD2G"].least == 0.0


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("PPA1A, PPA1B", ("PPA1A", "PPA1B")),
        ("ppa1a;PPA1B / PPA1A", ("PPA1A", "PPA1B")),
        ("PPA1A dan PPA1B", ("PPA1A", "PPA1B")),
        ("PPA1A\nPPA1B.", ("PPA1A", "PPA1B")),
        ("A.1.I.i.a", ("PPA1A",)),
        ("A.2.VI.2.a, A.1.III.iii.f", ("PRF2A", "PPC3F")),
        ("PPX9Z", ("PPX9Z",)),
        ("", ()),
    ],
)
def test_codes_are_read_as_people_write_them(cell: str, codes: tuple[str, ...]) -> None:
    assert codes_in(cell) == codes


def test_the_code_that_was_likely_meant() -> None:
    assert nearest_code("PPA1Z") in ("PPA1A", "PPA1B")
    assert nearest_code("PPAIA") == "PPA1A"
    assert nearest_code("LAINNYA") is None


@pytest.mark.parametrize(
    ("title", "numeral"),
    [
        ("I MANAJEMEN PERUBAHAN", "I"),
        ("Area 2: Penataan Tatalaksana", "II"),
        ("PENATAAN SISTEM MANAJEMEN SDM", "III"),
        ("Penguatan Akuntabilitas Kinerja", "IV"),
        ("V. Pengawasan", "V"),
        ("6. PENINGKATAN KUALITAS PELAYANAN PUBLIK", "VI"),
        ("3. Kepegawaian", "III"),
        ("IV", "IV"),
        ("Pemilih", ""),
        ("", ""),
    ],
)
def test_areas_are_told_by_name_or_numeral(title: str, numeral: str) -> None:
    assert area_numeral(title) == numeral
