"""Capitals, punctuation, foreign words, mixed terms, and what was left from elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.written_cells import decree_of, plan_of, row, task_of, told
from zi_docs.checks.language import check_language
from zi_docs.model import Meeting, Official, Origin


@pytest.mark.parametrize(
    ("text", "written", "remedy"),
    [
        ("Tim Kerja /Kelompok Kerja", "Kerja /Kelompok", "tuliskan garis miring tanpa spasi"),
        ("mengisi/ mencatat presensi", "mengisi/ mencatat", "tuliskan garis miring tanpa spasi"),
        ("unsur yang meliputi :", "meliputi :", "hapuslah spasi sebelum tandanya"),
        ("surat,foto", "surat,foto", "berilah spasi sesudah tandanya"),
        ("surat,, foto", "surat,,", "sisakan satu tanda baca"),
        ("surat ( asli )", "( asli", "hapuslah spasi di dalam kurung"),
        ("Road Map 2020 2024", "2020 2024", "hubungkan kedua tahun dengan tanda –"),
    ],
)
def test_punctuation(text: str, written: str, remedy: str) -> None:
    lines = told(check_language, task_of(text), "BHS-TANDA")
    assert lines[0] == f"C4 peringatan: Tanda baca pada “{written}”: {remedy}."


def test_punctuation_that_is_right() -> None:
    text = "Kabupaten/Kota, pukul 08.30; 2020-2024 (dua) ... lihat https://kpu.go.id/a,b :-) 1,5"
    assert told(check_language, task_of(text), "BHS-TANDA") == [
        "C4 peringatan: Tanda baca pada “x :-)”: hapuslah spasi sebelum tandanya."
    ]


def test_brackets_and_quotation_marks_come_in_pairs() -> None:
    for text, sign in (("Tim Kerja (Pokja", "("), ("“KPU Melayani", "“"), ("SPIP)", ")")):
        assert told(check_language, task_of(text), "BHS-KURUNG") == [
            f"C4 peringatan: Tanda “{sign}” tidak mempunyai pasangan; lengkapi atau hapuslah."
        ]
    assert not told(check_language, task_of("1) satu (dua); (3) tiga; a) empat"), "BHS-KURUNG")


def test_capitals_inside_sentences() -> None:
    plan = plan_of(
        row(4, indikator="Kebutuhan pegawai diketahui", langkah_aksi="Mendata pegawai baru"),
        row(5, langkah_aksi="Menilai mekanisme Pegawai teladan", bukti="Bebas Dari Korupsi"),
        row(6, langkah_aksi="mendata pengaduan", bukti="SK TIM pengaduan"),
        row(7, langkah_aksi="Menugaskan tim", bukti="Surat tugas tim"),
        row(8, langkah_aksi="Membangun zona Integritas bersama Tim kerja"),
    )
    codes = ("BHS-KAPITAL", "BHS-KATA-TUGAS", "BHS-AWAL", "BHS-KAPITAL-PENUH", "BHS-NAMA")
    assert told(check_language, plan, *codes) == [
        "E5 saran: Huruf kapital di tengah kalimat: “Pegawai”; pakailah huruf kecil bila bukan "
        "nama.",
        "F5 peringatan: Kata “Dari” di tengah kalimat atau judul; tuliskan “dari”.",
        "F6 peringatan: Kata “TIM” bukan singkatan; tuliskan “Tim” atau “tim”.",
        "E8 saran: Huruf kapital pada “zona Integritas” tidak seragam; tuliskan “Zona Integritas”.",
        "E8 saran: Huruf kapital pada “Tim kerja” tidak seragam; tuliskan “Tim Kerja”.",
        "E6 peringatan: Isi sel ini diawali huruf kecil (“mendata”); tuliskan “Mendata”.",
    ]


def test_capitals_behind_the_verb_and_in_a_list() -> None:
    plan = plan_of(
        row(
            4, langkah_aksi="Melakukan Sosialisasi mengenai pengaduan", indikator="Ada sosialisasi"
        ),
        row(5, bukti="penghargaan SAKIP, Penghargaan SPIP"),
        row(6, bukti="insan “Profesional, Mandiri dan Berintegritas”, mandiri dalam arti mampu"),
    )
    assert told(check_language, plan, "BHS-KAPITAL") == [
        "E4 saran: Huruf kapital di tengah kalimat: “Sosialisasi”; pakailah huruf kecil bila bukan "
        "nama.",
        "F5 saran: Huruf kapital di tengah kalimat: “Penghargaan”; pakailah huruf kecil bila bukan "
        "nama.",
    ]


def test_capitals_of_names_and_beginnings_are_right() -> None:
    text = (
        "Membentuk Tim Kerja di lingkungan Komisi Pemilihan Umum. Tim kerja melapor kepada Ketua "
        "dan Sekretaris:\n- Pegawai melapor;\n- Wilayah Bebas dari Korupsi."
    )
    assert told(check_language, decree_of(text)) == []


def test_foreign_words_stand_in_italics() -> None:
    plan = plan_of(
        row(4, indikator="Pimpinan menjadi role model", bukti="*Screenshot* laman"),
        row(5, indikator="Dilakukan *reviu* atas jawaban pengaduan"),
    )
    assert told(check_language, plan, "BHS-ASING", "BHS-MIRING") == [
        "D4 saran: Kata asing “role model” dicetak miring, atau gantilah dengan “panutan”.",
        "D5 saran: Kata “reviu” sudah menjadi kata Indonesia; tidak perlu dicetak miring.",
    ]


def test_a_cited_title_keeps_its_foreign_words() -> None:
    text = "Perpres Nomor 81 Tahun 2010 tentang Grand Design Reformasi; sesuai grand design"
    assert told(check_language, decree_of(text), "BHS-ASING") == [
        "C4 saran: Kata asing “grand design” dicetak miring, atau gantilah dengan “rancangan "
        "induk”."
    ]


def test_one_workbook_writes_a_term_in_one_way() -> None:
    plan = plan_of(row(4, bukti="Notula rapat LKjIP"), row(5, bukti="Notulensi rapat LKJip"))
    assert told(check_language, plan, "BHS-ISTILAH", "BHS-SINGKATAN") == [
        "F5 saran: Istilah “Notulensi” berganti-ganti dengan bentuk lain dalam buku kerja ini; "
        "pakailah satu, misalnya “notula”.",
        "F5 saran: Singkatan “LKJip” lazim ditulis “LKjIP”; samakan hurufnya.",
    ]
    assert not told(check_language, plan_of(row(5, bukti="Notulensi rapat")), "BHS-ISTILAH")


def test_another_offices_name_is_a_leftover() -> None:
    text = "pegawai di lingkungan KPU Kabupaten Tetangga Raya bekerja dengan KPU Kabupaten Contoh"
    assert told(check_language, decree_of(text), "BHS-KANTOR-LAIN") == [
        "C4 peringatan: “KPU Kabupaten Tetangga Raya” bukan kantor ini (KPU Kabupaten Contoh); "
        "gantilah bila terbawa dari naskah kantor lain."
    ]
    for right in ("KPU Kabupaten/Kota", "belajar ke KPU Kota Tetangga", "KPU Provinsi Contoh"):
        assert not told(check_language, decree_of(right), "BHS-KANTOR-LAIN")


def test_a_title_of_another_year() -> None:
    plan = decree_of("Menetapkan.", judul="Rencana Aksi Tahun 2025")
    origin = Origin("zi.xlsx", "Rapat", 4, {"acara": "B4"})
    meeting = Meeting("R-01", "Rapat Evaluasi Tahun 2025", date(2026, 1, 5), origin=origin)
    assert told(check_language, replace(plan, meetings=(meeting,)), "BHS-TAHUN") == [
        "F4 peringatan: Judul ini menyebut tahun 2025, sedangkan rencana ini tahun 2026; sesuaikan "
        "bila terbawa dari tahun lain.",
        "B4 saran: Judul ini menyebut tahun 2025, sedangkan rencana ini tahun 2026; sesuaikan bila "
        "terbawa dari tahun lain.",
    ]


def test_text_that_waits_to_be_replaced() -> None:
    for text, gap in (("Spanduk melalui (link)", "(link)"), ("Kepada [isi nama]", "[isi nama]")):
        assert told(check_language, plan_of(row(bukti=text)), "BHS-ISIAN") == [
            f"F4 peringatan: “{gap}” masih menunggu isi; gantilah dengan isinya."
        ]


def test_commas() -> None:
    text = "Dokumen Renstra, RKT, IKU dan RAK yaitu surat; selain itu, pimpinan dan pegawai hadir"
    assert told(check_language, task_of(text), "BHS-KOMA") == [
        "C4 saran: Perincian “Dokumen Renstra, RKT, IKU dan RAK” memerlukan koma sebelum “dan”.",
        "C4 saran: Pada “RAK yaitu” bubuhkan koma sebelum kata itu.",
    ]


def test_ends_of_cells_are_alike_in_a_column() -> None:
    rows = [row(number) for number in range(4, 9)]
    rows.append(row(9, langkah_aksi="Menjawab pengaduan lisan."))
    assert told(check_language, plan_of(*rows), "BHS-TITIK") == [
        "E9 saran: Isi sel ini diakhiri titik, sel lain pada kolom ini tidak; samakan."
    ]


def test_words_that_a_slash_joins_have_one_form() -> None:
    plan = plan_of(
        row(4, indikator="Aturan telah disosialisasikan/internalisasi"),
        row(5, indikator="Diklat/pelatihan diikuti; aturan disosialisasikan/diinternalisasikan"),
        row(6, langkah_aksi="Penyusunan rencana, menyosialisasikan ke pegawai"),
        row(7, langkah_aksi="Penyusunan rencana, penetapan, dan sosialisasinya"),
    )
    assert told(check_language, plan, "BHS-SEJAJAR") == [
        "D4 saran: Bentuk kata pada “disosialisasikan/internalisasi” tidak sejajar; tuliskan "
        "kedua-duanya sebagai kata kerja atau kedua-duanya sebagai kata benda.",
        "E6 saran: “Penyusunan …” dan “menyosialisasikan …” tidak sejajar; awali semuanya dengan "
        "kata kerja.",
    ]


def test_names_that_are_no_longer_in_use() -> None:
    assert told(check_language, decree_of("Dinilai oleh Baperjakat."), "BHS-USANG") == [
        "C4 saran: Sebutan “Baperjakat” tidak dipakai lagi; kini “tim penilai kinerja”."
    ]


def test_a_name_in_capitals_may_be_a_word_as_well() -> None:
    plan = plan_of(
        row(4, indikator="Aduan masuk melalui LAPOR", langkah_aksi="Bukti wajib lapor dicatat"),
        row(5, langkah_aksi="Bukti lapor dicatat"),
    )
    assert told(check_language, plan, "BHS-KAPITAL-PENUH", "BHS-SINGKATAN") == []


def test_the_id_of_a_person_is_no_word_in_capitals() -> None:
    plan = decree_of("- Mengundang staf;\n- Menugaskan staf dan STAF.")
    assert len(told(check_language, plan, "BHS-KAPITAL-PENUH")) == 1
    known = replace(plan, officials=(Official("STAF", "Staf"),))
    assert told(check_language, known, "BHS-KAPITAL-PENUH") == []
