"""Indonesian wording: each function beside what an official paper prints."""

from dataclasses import replace
from datetime import date, time

import pytest

from zi_docs.data.agencies import shipped_agency
from zi_docs.model import (
    Consideration,
    Decree,
    DecreeKind,
    Level,
    Office,
    Official,
    Part,
    Passage,
    Plan,
    Regulation,
    Voice,
)
from zi_docs.text import RichText
from zi_docs.wording import academic_titles, citations, dates, lists, names, numbers


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
        (11, "huruf a sampai dengan huruf k"),
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
        ("dr. Ani Contoh, Sp.A.", "Ani Contoh"),
        ("Dr.-Ing. Budi Contoh", "Budi Contoh"),
        ("Dr. (c) Budi Contoh, M.Si.", "Budi Contoh"),
        # Written close, or without the stop.
        ("Prof.Dr.Budi Contoh", "Budi Contoh"),
        ("Drs Budi Contoh, M.Si", "Budi Contoh"),
        # Written without the comma.
        ("Budi Contoh S.H., M.H.", "Budi Contoh"),
        ("Budi Contoh SH", "Budi Contoh"),
        ("Budi Contoh S.Pd.I M.Si", "Budi Contoh"),
        ("Budi Contoh Ph.D.", "Budi Contoh"),
        ("Budi Contoh A.Md.Kom.", "Budi Contoh"),
        # Who has been on the pilgrimage is no graduate of it; noble names and initials are names.
        ("Drs. H. Budi Contoh, M.Si.", "H. Budi Contoh"),
        ("H. Dr. Budi Contoh", "H. Budi Contoh"),
        ("Drs.H.Budi Contoh", "H. Budi Contoh"),
        ("K.H. Budi Contoh, Lc.", "K.H. Budi Contoh"),
        ("Dr. Hj. Siti Contoh", "Hj. Siti Contoh"),
        ("Dr. Raden Ayu Contohningtyas, S.Pd.I.", "Raden Ayu Contohningtyas"),
        ("M. Nur A.R.", "M. Nur A.R."),
        ("H. M. Nur Dr. Azis", "H. M. Nur Dr. Azis"),
        ("Irwan Drajat", "Irwan Drajat"),
        ("Nur'aini Al-Contoh, S.E.", "Nur'aini Al-Contoh"),
        ("Dr.", "Dr."),
        ("", ""),
    ],
)
def test_a_decree_names_its_signer_without_academic_titles(name: str, bare: str) -> None:
    assert academic_titles.name_without_titles(name) == bare


@pytest.mark.parametrize(
    ("post", "office", "joined"),
    [
        ("Wali Kota Palopo", "Pemerintah Kota Palopo", "Wali Kota Palopo"),
        ("Bupati Tebo", "Pemerintah Daerah Kabupaten Tebo", "Bupati Tebo"),
        ("Wakil Gubernur", "Pemerintah Provinsi Jambi", "Wakil Gubernur Jambi"),
        ("Camat Bajubang", "Kecamatan Bajubang", "Camat Bajubang"),
        ("Kepala Dinas Kesehatan", "Dinas Kesehatan Kota Palopo",
         "Kepala Dinas Kesehatan Kota Palopo"),
        ("Ketua Bawaslu Kota Palopo", "Bawaslu Kota Palopo", "Ketua Bawaslu Kota Palopo"),
        ("Sekretaris Daerah", "Pemerintah Kota Palopo", "Sekretaris Daerah Pemerintah Kota Palopo"),
        ("Kepala Seksi Sumber Daya", "Dinas Sumber Daya",
         "Kepala Seksi Sumber Daya Dinas Sumber Daya"),
        ("Kapolres Palopo", "Polres Palopo", "Kapolres Palopo"),
        ("Kapolres", "Polres Palopo", "Kapolres Palopo"),
        ("Ketua", "KPU Kota Palopo", "Ketua KPU Kota Palopo"),
        ("Inspektur", "Kabupaten Contoh", "Inspektur Kabupaten Contoh"),
        # The same words at the end, but not the same place.
        ("Kepala Seksi Umum", "Komisi Pemilihan Umum", "Kepala Seksi Umum Komisi Pemilihan Umum"),
        ("", "KPU Kota Palopo", "KPU Kota Palopo"),
        ("Tokoh Masyarakat", "", "Tokoh Masyarakat"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_post_and_its_office_are_joined_once(post: str, office: str, joined: str) -> None:
    assert names.post_at(post, office) == joined


def test_a_post_that_names_its_office_decrees_without_naming_it_twice() -> None:
    chair = Official("KETUA", "Ketua Komisi Pemilihan Umum Kabupaten Batang Hari")
    assert names.decree_author(office(), chair) == chair.jabatan
    assert names.post_lines(office(), chair) == (
        "KETUA KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI,",
    )
    ministry = replace(
        office("Lainnya", "Provinsi Jambi"), lembaga="Kantor Wilayah Kementerian Agama"
    )
    head = Official("KEPALA", "Kepala Kantor Wilayah")
    assert names.decree_heading(ministry, head) == (
        "KEPUTUSAN KEPALA KANTOR WILAYAH KEMENTERIAN AGAMA",
        "PROVINSI JAMBI",
    )


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


def test_regulations_stand_by_rank_then_by_year_and_number() -> None:
    kinds = [
        ("Keputusan Komisi Pemilihan Umum", "855", 2025),
        ("Peraturan Daerah Kota Palopo", "1", 2020),
        ("Peraturan Menteri Pendayagunaan Aparatur Negara", "90", 2021),
        ("Peraturan Komisi Pemilihan Umum", "14", 2020),
        ("Peraturan Komisi Pemilihan Umum", "8", 2019),
        ("Keputusan Presiden", "7", 2001),
        ("Peraturan Presiden", "54", 2018),
        ("Peraturan Pemerintah", "60", 2008),
        ("Peraturan Pemerintah Pengganti Undang-Undang", "1", 2022),
        ("Undang-undang", "20", 2023),
        ("Undang-Undang", "7", 2023),
        ("Surat Edaran Sekretaris Jenderal", "5", 2010),
    ]
    given = [Regulation(f"R{n}", *kind, "X") for n, kind in enumerate(kinds)]
    assert [f"{r.jenis} {r.nomor}/{r.tahun}" for r in citations.by_rank(given)] == [
        "Peraturan Pemerintah Pengganti Undang-Undang 1/2022",
        "Undang-Undang 7/2023",
        "Undang-undang 20/2023",
        "Peraturan Pemerintah 60/2008",
        "Peraturan Presiden 54/2018",
        "Keputusan Presiden 7/2001",
        "Peraturan Komisi Pemilihan Umum 8/2019",
        "Peraturan Komisi Pemilihan Umum 14/2020",
        "Peraturan Menteri Pendayagunaan Aparatur Negara 90/2021",
        "Peraturan Daerah Kota Palopo 1/2020",
        "Keputusan Komisi Pemilihan Umum 855/2025",
        "Surat Edaran Sekretaris Jenderal 5/2010",
    ]


def test_a_paper_knows_no_amendment_of_a_later_year() -> None:
    base = Regulation("A", "PP", "1", 2020, "X", diubah="B")
    first = Regulation("B", "PP", "2", 2022, "Perubahan X", diubah="C")
    second = Regulation("C", "PP", "3", 2024, "Perubahan Kedua X")
    plan = Plan(office(), regulations=(base, first, second))

    def cited(year: int) -> str:
        return citations.cite_regulation(base, plan, date(year, 6, 1)).partition(" X ")[2]

    assert cited(2021) == ""
    assert cited(2023) == (
        "sebagaimana telah diubah dengan PP Nomor 2 Tahun 2022 tentang Perubahan X"
    )
    assert cited(2025) == (
        "sebagaimana telah beberapa kali diubah, terakhir dengan PP Nomor 3 Tahun 2024 tentang "
        "Perubahan Kedua X"
    )


def test_a_paper_rests_on_what_its_decrees_cite() -> None:
    """Not on what other decrees cite, nor on what is revoked or came later."""
    regulations = (
        Regulation("P", "Peraturan Komisi", "14", 2020, "Tata Kerja"),
        Regulation("U", "Undang-Undang", "7", 2017, "Pemilu"),
        Regulation("L", "Undang-Undang", "1", 2028, "Kemudian"),
        Regulation("D", "Undang-Undang", "2", 1999, "Lama", status="Dicabut"),
        Regulation("T", "Undang-Undang", "31", 1999, "Tipikor"),
    )
    own = Decree(
        "renaksi", DecreeKind.PLAN, "Rencana", "KETUA",
        considerations=tuple(
            Consideration(Part.RECALLING, RichText(), key) for key in ("p", "L", "D")
        ),
        narrative=(Passage(Level.LETTER, RichText(), "U"), Passage(Level.LETTER, RichText(), "P")),
    )  # fmt: skip
    plan = Plan(office(), regulations=regulations, decrees=(own,))
    assert citations.legal_bases(plan, plan.decrees, date(2026, 6, 30)) == [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu",
        "Peraturan Komisi Nomor 14 Tahun 2020 tentang Tata Kerja",
    ]


@pytest.mark.parametrize(
    ("nip", "line"),
    [("197001012000031001", "NIP 197001012000031001"), ("-", ""), (" – ", ""), ("", "")],
)
def test_nobody_signs_with_the_nip_that_he_has_not(nip: str, line: str) -> None:
    assert names.nip_line(nip) == line


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (61.25, "61,3"),  # Python's round gives 61.2, Excel 61.3
        (61.35, "61,4"),
        (64.64999999999999, "64,7"),  # what a mean that is 64.65 may be stored as
        (77.84, "77,8"),
        (81, "81,0"),
        (100, "100,0"),
        (99.96, "99,9"),  # not finished
        (0.04, "0,1"),  # begun
        (0, "0,0"),
    ],
)
def test_percentages_have_one_decimal_rounded_as_excel_rounds(percent: float, text: str) -> None:
    assert numbers.percent_text(percent) == text


def test_months_in_a_row_become_a_span() -> None:
    told = [dates.months_text(months) for months in ((3,), (2, 1), (1, 2, 3, 5), (4, 4))]
    assert told == ["Maret", "Januari, Februari", "Januari s.d. Maret, Mei", "April"]


def test_the_first_words_of_a_cell_end_with_a_whole_word() -> None:
    cell = RichText.of("- Menyusun laporan;\n- Menyampaikannya kepada pimpinan")
    assert lists.first_words(cell, 40) == "Menyusun laporan; Menyampaikannya …"
    assert lists.first_words(cell, 80) == lists.one_line(cell)
