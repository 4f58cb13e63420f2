"""Indonesian wording: each function beside what an official paper prints."""

from datetime import date, time

import pytest

from zi_docs.data.agencies import shipped_agency
from zi_docs.model import Office, Official, Plan, Regulation, Voice
from zi_docs.text import RichText
from zi_docs.wording import citations, dates, lists, names, numbers


def office(tingkat: str = "Kabupaten", wilayah: str = "Batang Hari") -> Office:
    return Office(
        "Komisi Pemilihan Umum",
        "KPU",
        tingkat,
        wilayah,
        "Muara Bulian",
        2026,
        shipped_agency("kpu"),
    )


def test_a_date_in_figures_with_weekday_and_in_words() -> None:
    day = date(2026, 1, 22)
    assert dates.long_date(day) == "22 Januari 2026"
    assert dates.weekday_date(day) == "Kamis, 22 Januari 2026"
    assert dates.date_in_words(day) == (
        "Kamis, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam"
    )
    assert dates.month_name(8) == "Agustus"
    assert dates.time_text(time(9, 30)) == "09.30"


@pytest.mark.parametrize(
    ("number", "label"),
    [(1, "KESATU"), (2, "KEDUA"), (10, "KESEPULUH"), (11, "KESEBELAS"), (12, "KEDUA BELAS"),
     (21, "KEDUA PULUH SATU")],
)  # fmt: skip
def test_dictum_labels(number: int, label: str) -> None:
    assert numbers.dictum_label(number) == label


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (12, "XII"), (1994, "MCMXCIV")]
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert numbers.roman_numeral(number) == numeral


def test_no_roman_numeral_below_one() -> None:
    with pytest.raises(ValueError, match="0"):
        numbers.roman_numeral(0)


def test_letters_go_on_after_z() -> None:
    assert [numbers.list_letter(i) for i in (0, 25, 26, 52)] == ["a", "z", "aa", "aaa"]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "huruf a"),
        (2, "huruf a dan huruf b"),
        (3, "huruf a, huruf b, dan huruf c"),
    ],
)
def test_the_closing_consideration_cites_the_letters_before_it(count: int, text: str) -> None:
    assert lists.letters_before(count) == text


def test_a_list_item_keeps_the_stop_its_office_wrote() -> None:
    assert lists.end_with_stop(RichText.of("tanpa tanda"), ";").plain == "tanpa tanda;"
    assert lists.end_with_stop(RichText.of("sudah; "), ".").plain == "sudah; "


@pytest.mark.parametrize(
    ("tingkat", "wilayah", "expected"),
    [
        ("Kabupaten", "Batang Hari", "Komisi Pemilihan Umum Kabupaten Batang Hari"),
        ("Kota", "Jambi", "Komisi Pemilihan Umum Kota Jambi"),
        ("Provinsi", "Jambi", "Komisi Pemilihan Umum Provinsi Jambi"),
        ("Lainnya", "Republik Indonesia", "Komisi Pemilihan Umum Republik Indonesia"),
    ],
)
def test_an_office_of_any_level_is_named_right(tingkat: str, wilayah: str, expected: str) -> None:
    assert office(tingkat, wilayah).name == expected


def test_the_signer_decides_the_heading() -> None:
    ketua = Official("KETUA", "Ketua", atas_nama=Voice.OFFICE)
    sekretaris = Official("SEK", "Sekretaris")
    assert names.decree_heading(office(), ketua)[0] == "KEPUTUSAN KOMISI PEMILIHAN UMUM"
    assert names.decree_heading(office(), sekretaris) == (
        "KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI",
    )
    assert names.decree_author(office(), sekretaris) == (
        "Sekretaris Komisi Pemilihan Umum Kabupaten Batang Hari"
    )
    assert names.post_lines(office(), ketua) == (
        "KETUA KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI,",
    )


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Ahmad Halim, S.Pd.I., M.H.", "Ahmad Halim"),
        ("Prof. Dr. Ir. Siti Nurhaliza, M.A.P.", "Siti Nurhaliza"),
        ("H. M. Nur Dr. Azis", "H. M. Nur Dr. Azis"),
        ("Dr.", "Dr."),
        ("", ""),
    ],
)
def test_a_decree_names_its_signer_without_titles(name: str, bare: str) -> None:
    assert names.name_without_titles(name) == bare


def test_lines_of_a_heading_break_between_the_parts_of_an_offices_name() -> None:
    """The region with its level, and its own name, which breaks last."""
    assert office().decree_paper.whole == (
        "KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI",
        "BATANG HARI",
    )
    assert office("Kota", "Jambi").letter_paper.whole == ("KOMISI PEMILIHAN UMUM", "KOTA JAMBI")


def test_a_regulation_is_cited_with_its_gazettes_and_amendment() -> None:
    old = Regulation("A", "Peraturan Menteri", "90", 2021, "Pembangunan", bn_nomor="1571",
                     diubah="b")  # fmt: skip
    new = Regulation("B", "Peraturan Menteri", "5", 2024, "Perubahan", ln_tahun=2025,
                     ln_nomor="7", tln_nomor="8")  # fmt: skip
    plan = Plan(office(), regulations=(old, new))
    assert citations.cite_regulation(old, plan) == (
        "Peraturan Menteri Nomor 90 Tahun 2021 tentang Pembangunan (Berita Negara Republik "
        "Indonesia Tahun 2021 Nomor 1571) sebagaimana telah diubah dengan Peraturan Menteri "
        "Nomor 5 Tahun 2024 tentang Perubahan (Lembaran Negara Republik Indonesia Tahun 2025 "
        "Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 8)"
    )


def test_regulations_that_amend_each_other_end() -> None:
    one = Regulation("A", "UU", "1", 2020, "X", diubah="B")
    two = Regulation("B", "UU", "2", 2021, "Y", diubah="A")
    assert citations.cite_regulation(one, Plan(office(), regulations=(one, two))).count("UU") == 2
