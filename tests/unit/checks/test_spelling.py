"""Misspelt and doubled words, in the cells where they stand, with the right word."""

import pytest

from tests.cases.written_cells import plan_of, row, task_of, told
from zi_docs.checks.language import check_language
from zi_docs.data import shipped


def told_of_indicator(text: str, *codes: str) -> list[str]:
    return told(check_language, plan_of(row(indikator=text)), *codes)


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("Aktifitas pegawai dipantau", "Aktifitas", "Aktivitas"),
        ("Hasil analisa tersedia", "analisa", "analisis"),
        ("Tersedia notula bulan Nopember", "Nopember", "November"),
        ("Kotak pengaduan tersedia disetiap ruang", "disetiap", "di setiap"),
        ("Kegiatan di laksanakan tepat waktu", "di laksanakan", "dilaksanakan"),
        ("Peraturan perundang undangan dipatuhi", "perundang undangan", "perundang-undangan"),
        ("Pegawai diikut sertakan dalam pelatihan", "diikut sertakan", "diikutsertakan"),
        ("Tahap2 pelayanan tercatat dalam dokumen2", "dokumen2", "dokumen-dokumen"),
        # A prefix without its vowel, whatever the verb.
        ("Hasil pengaduan dtindaklanjuti", "dtindaklanjuti", "ditindaklanjuti"),
        ("Laporan dsampaikan tepat waktu", "dsampaikan", "disampaikan"),
        ("Petugas mlaksanakan tugasnya", "mlaksanakan", "melaksanakan"),
        ("Tersedia pnyusunan laporan", "pnyusunan", "penyusunan"),
    ],
)
def test_a_word_that_is_spelt_otherwise(text: str, written: str, right: str) -> None:
    expected = f"D4 peringatan: Ejaan “{written}” tidak baku; tuliskan “{right}”."
    assert expected in told_of_indicator(text, "BHS-EJA")


def test_words_that_are_right_are_let_be() -> None:
    text = (
        "Program drone, dramatisasi, klasifikasi, dll. pada Kota Dzikir: drafnya, tradisi, "
        "praktik, psikologi; ditempatkan di tempat, dibawa ke bawah, diluaskan ke luar"
    )
    words = [line.split("“")[1].split("”")[0] for line in told_of_indicator(text, "BHS-EJA")]
    assert words == ["dll"]


def test_a_letter_too_few_or_too_many_in_a_word_that_others_write() -> None:
    text = "Tim menyusun pemutakhran daftar dan melakukan pemnatauan serta pengwasan"
    assert told_of_indicator(text, "BHS-KETIK") == [
        "D4 saran: Periksa “pemutakhran”: mungkin salah ketik dari “pemutakhiran”.",
        "D4 saran: Periksa “pemnatauan”: mungkin salah ketik dari “pemantauan”.",
        "D4 saran: Periksa “pengwasan”: mungkin salah ketik dari “pengawasan”.",
    ]


def test_the_list_gives_no_word_that_it_calls_wrong() -> None:
    words = shipped("spelling")["kata"]
    assert len(words) > 300
    assert [right for right in words.values() if right.lower() in words] == []


def test_a_word_twice_but_no_plural() -> None:
    plan = plan_of(
        row(4, indikator="Evaluasi terhadap terhadap pengaduan dilakukan"),
        row(5, indikator="Seluruh unit unit kerja menjawab pengaduan"),
        row(6, indikator="Undang-undang dan masing-masing pegawai; di Batang Hari hari Senin"),
    )
    assert told(check_language, plan, "BHS-GANDA") == [
        "D4 peringatan: Kata “terhadap terhadap” tertulis dua kali; hapuslah salah satunya.",
        "D5 peringatan: Kata “unit unit” tertulis dua kali; hapuslah salah satunya, atau tuliskan "
        "“unit-unit” bila yang dimaksud bentuk jamak.",
    ]


def test_words_that_say_a_thing_twice_and_halves_of_conjunctions() -> None:
    plan = task_of(
        "Dalam rangka pembangunan Zona Integritas, maka Tim terdiri dari pegawai baik internal "
        "dan eksternal yang bekerja secara baik dan jujur."
    )
    assert told(check_language, plan) == [
        "C4 saran: Ungkapan “terdiri dari” berlebihan atau kurang tepat; cukup “terdiri atas”.",
        "C4 saran: Kata “baik” pada “baik internal dan eksternal …” tidak berpasangan; tuliskan "
        "“baik … maupun …”, atau hapuslah kata “baik”.",
        "C4 saran: Sesudah anak kalimat “Dalam rangka …” kata “maka” tidak diperlukan; hapuslah.",
    ]


def test_the_offices_name_over_and_over() -> None:
    name = "KPU Kabupaten Contoh"
    plan = plan_of(row(bukti=f"Laman {name}, akun {name}, dan surat {name}"))
    assert told(check_language, plan, "BHS-MUBAZIR") == [
        "F4 saran: Nama “KPU Kabupaten Contoh” disebut 3 kali dalam sel ini; cukup sekali, atau "
        "“kantor”."
    ]


def test_a_word_as_long_as_a_book_is_no_misspelt_one() -> None:
    """Every way to leave out a letter of it would take gigabytes."""
    word = "a" * 300_000
    assert told_of_indicator(f"Dokumen {word} tersedia", "BHS-KETIK") == []
