"""Mistakes in the words of a decree: what stands in the cells, and the cells that are reported."""

from __future__ import annotations

import pytest

from tests.cases.drafted import TITLE, codes_of, drafted
from zi_docs.checks.language import check_language
from zi_docs.checks.texts import CHECKS
from zi_docs.checks.texts.abbreviations import (
    check_abbreviations,
    check_short_office_name,
    check_slogans,
)
from zi_docs.checks.texts.announced_lists import (
    check_announced_lists,
    check_chapters,
    check_counts,
    check_inline_items,
    check_parallel_items,
)
from zi_docs.checks.texts.clauses import check_considerations, check_in_force, check_sentences
from zi_docs.checks.texts.closing_marks import check_item_marks, check_narrative_marks
from zi_docs.checks.texts.cross_references import check_other_years, check_references
from zi_docs.checks.texts.repetitions import (
    check_comma_splices,
    check_definitions,
    check_repetitions,
)
from zi_docs.checks.texts.same_terms import (
    check_area_names,
    check_competing_terms,
    check_office_names,
    check_slashed_teams,
)
from zi_docs.checks.texts.same_title import check_titles
from zi_docs.checks.texts.scope import check_scope
from zi_docs.checks.texts.typed_numbers import check_typed_numbers
from zi_docs.findings import Finding
from zi_docs.model import Plan

AREAS = ("I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA", "III PENGUATAN PENGAWASAN",
         "IV PENINGKATAN KUALITAS PELAYANAN PUBLIK")  # fmt: skip


def considering(text: str) -> Plan:
    return drafted([("Menimbang", text)])


def narrated(*lines: tuple[str, str], areas: tuple[str, ...] = ()) -> Plan:
    return drafted(narrative=lines, areas=areas)


def passage(text: str) -> Plan:
    return narrated(("Paragraf", text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("bahwa berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
         ["C1 KEP-KLAUSA"]),
        ("bahwa dalam rangka pembangunan Zona Integritas yang berkelanjutan;", ["C1 KEP-KLAUSA"]),
        ("bahwa untuk melaksanakan ketentuan Pasal 3;", ["C1 KEP-KLAUSA"]),
        ("bahwa menindaklanjuti Surat Ketua Nomor 5 tanggal 3 Januari 2026;", ["C1 KEP-KLAUSA"]),
        ("bahwa untuk menata layanan kantor dan menilai hasilnya;", ["C1 KEP-KLAUSA"]),
        ("bahwa sehubungan dengan surat yang diterima pada tanggal 3 Januari;",
         ["C1 KEP-KLAUSA"]),
        ("bahwa dengan ditetapkannya peraturan tersebut;", ["C1 KEP-KLAUSA"]),
        ("bahwa menindaklanjuti surat itu, perlu menyusun rencana aksi;", []),
        ("perlu menyusun rencana aksi;", ["C1 KEP-BAHWA"]),
        ("bahwa berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, perlu "
         "menyusun standar pelayanan;", []),
        ("bahwa untuk mewujudkan pelayanan yang prima, diperlukan rencana aksi;", []),
        ("bahwa pembangunan Zona Integritas merupakan langkah nyata;", []),
        ("bahwa Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik "
         "mengamanatkan setiap badan publik untuk membuka akses informasi;", []),
        ("bahwa nama-nama yang tercantum dalam Lampiran dianggap cakap melaksanakan tugas;", []),
        ("bahwa penetapan tim dimaksudkan agar tugas terlaksana dengan baik;", []),
        ("bahwa unit kerja wajib membangun Zona Integritas;", []),
    ],
)  # fmt: skip
def test_a_consideration_has_a_predicate(text: str, codes: list[str]) -> None:
    assert codes_of(check_considerations, considering(text)) == codes


def test_what_is_said_of_an_incomplete_clause() -> None:
    clause = "bahwa berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"
    (finding,) = check_considerations(considering(clause))
    assert str(finding) == (
        "zi.xlsx › Konsiderans!C1: peringatan: Butir Menimbang “bahwa berdasarkan Undang-Undang "
        "Nomor 25 Tahun …” tidak mempunyai predikat, jadi belum menyatakan apa pun. Lengkapi "
        "kalimatnya, misalnya dengan “…, perlu menyusun rencana aksi …;”. [KEP-KLAUSA]"
    )


def test_a_decree_says_since_when_it_is_in_force() -> None:
    first = ("Diktum", "Menetapkan Rencana Aksi.")
    assert codes_of(check_in_force, drafted([first])) == ["C1 KEP-BERLAKU"]
    last = ("Diktum", "Keputusan ini mulai berlaku pada tanggal ditetapkan.")
    assert codes_of(check_in_force, drafted([first, last])) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pemilihan unit kerja dengan memperhatikan sumber daya.", "tidak mempunyai predikat"),
        ("Unit siap. Berbagai upaya yang sudah dilakukan di kantor.", "tidak mempunyai predikat"),
        ("Layanan e-PPID, layanan pengaduan, dan lain-lain.", "tidak mempunyai predikat"),
        ("Dalam pencanangan Zona Integritas didahului dengan apel.", "hapuslah kata “Dalam”"),
        ("Dalam memberi layanan, memperhatikan penyandang disabilitas.", "di depan kata “memp"),
        ("Dalam rangka percepatan, maka kantor menyusun rencana.", "hapuslah kata “maka”"),
        ("Kantor menata layanan Pelayanan sudah diterapkan.", "“layanan Pelayanan”; pisahkan"),
    ],
)
def test_a_sentence_that_is_none(text: str, words: str) -> None:
    (finding,) = check_sentences(passage(text))
    assert (finding.code, finding.place.cell) == ("KEP-KALIMAT", "C1")
    assert words in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Zona Integritas adalah predikat bagi unit kerja yang berkomitmen.",
        "Untuk itu perlu disusun rencana aksi.",
        "Dalam pembangunan Zona Integritas, pimpinan menetapkan unit kerja.",
        "Untuk mewujudkan pelayanan prima, kantor menyusun standar pelayanan.",
        "Kepercayaan itu bertumpu pada penyelenggara yang berintegritas.",
        "Langkah aksi tercantum dalam tabel berikut.",
    ],
)
def test_sentences_that_are_whole(text: str) -> None:
    assert codes_of(check_sentences, passage(text)) == []


def test_items_end_as_their_kind_does() -> None:
    body = [
        ("Menimbang", "bahwa satu perlu."),
        ("Menimbang", "bahwa dua perlu;"),
        ("Menimbang", "bahwa tiga perlu"),  # the program adds the mark
        ("Diktum", "Menetapkan Rencana Aksi;"),
        ("Diktum", "Keputusan ini mulai berlaku."),
    ]
    assert codes_of(check_item_marks, drafted(body)) == ["C1 KEP-TANDA", "C4 KEP-TANDA"]


def test_passages_end_as_their_level_does() -> None:
    plan = narrated(
        ("Bab", "Tujuan."),
        ("Paragraf", "Kantor bekerja"),
        ("Paragraf", "Tujuannya adalah:"),
        ("Huruf", "menyamakan pemahaman."),
        ("Huruf", "menata layanan:"),
        ("Angka", "cepat; dan"),
        ("Angka", "tepat."),
        ("Huruf", "menilai hasil; dan"),
        ("Huruf", "melapor;"),
    )
    assert codes_of(check_narrative_marks, plan) == [
        f"C{row} KEP-TANDA" for row in (1, 2, 4, 7, 9)
    ]  # fmt: skip


def test_a_list_whose_items_are_sentences_is_told_once() -> None:
    items = [("Paragraf", "Tujuannya adalah:"), ("Huruf", "Menata layanan."), ("Huruf", "Melapor.")]
    assert codes_of(check_narrative_marks, narrated(*items)) == ["C2 KEP-TANDA"]


def test_a_list_says_whether_its_items_hold_together() -> None:
    items = [("Paragraf", "Tujuannya adalah:"), ("Huruf", "satu;"), ("Huruf", "dua;")]
    assert codes_of(check_narrative_marks, narrated(*items, ("Huruf", "tiga."))) == [
        "C3 KEP-RINCIAN"
    ]
    joined = [*items[:2], ("Huruf", "dua; dan"), ("Huruf", "tiga.")]
    assert codes_of(check_narrative_marks, narrated(*joined)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Langkahnya adalah : menata.", "BHS-TANDA"),
        ("Kantor menata ,lalu menilai.", "BHS-TANDA"),
        ("Kantor  menata.", "BHS-TANDA"),
        ("Kantor menata,menilai.", "BHS-TANDA"),
        ("Kantor menata;;", "BHS-TANDA"),
        ("Kantor (menata.", "BHS-KURUNG"),
        ("Kantor “menata.", "BHS-KURUNG"),
        ("Kantor mengacu pada undang-undang Tentang pelayanan.", "BHS-KATA-TUGAS"),
        ("Ada tiga kondisi yaitu bersih, cakap, dan prima.", "BHS-KOMA"),
        ("Melaksanakan pengawasan, pembinaan, pelaksanaan dan evaluasi.", "BHS-KOMA"),
        ("Insan yang “Profesional, Mandiri dan Berintegritas”.", "BHS-KOMA"),
        ("Kepada pemangku kepentingan baik internal dan eksternal.", "BHS-PASANGAN"),
        ("Sudah 100 persen (%) dilakukan.", "BHS-EJA"),
        ("Kantor menata untuk terwujudnya layanan prima.", "BHS-MUBAZIR"),
        ("Kantor menata demi zona Integritas.", "BHS-NAMA"),
    ],
)
def test_texts_of_decrees_are_read_as_all_texts_are(text: str, code: str) -> None:
    assert codes_of(check_language, passage(text)) == [f"C1 {code}"]


@pytest.mark.parametrize(
    "text",
    ["Rapat 1) pertama dan 2) kedua.", "Buka (https://contoh.go.id): lihat.",
     "Pukul 09.30 WIB; selesai.", "Ada tiga kondisi, yaitu bersih, cakap, dan prima.",
     "Kepada pemangku kepentingan, baik internal maupun eksternal.",
     "Dilaksanakan secara baik di kantor dan lapangan.", "Tata kelola yang baik dan bersih."],
)  # fmt: skip
def test_marks_and_joints_that_stand_right(text: str) -> None:
    assert codes_of(check_language, passage(text)) == []


def test_numbers_are_the_programs() -> None:
    assert codes_of(check_typed_numbers, considering("a. bahwa perlu;")) == ["C1 KEP-NOMOR"]
    assert codes_of(check_typed_numbers, narrated(("Bab", "II. Tujuan"))) == ["C1 KEP-NOMOR"]
    assert codes_of(check_typed_numbers, passage("Ada (1) satu; (3) tiga.")) == ["C1 KEP-NOMOR"]
    assert codes_of(check_typed_numbers, passage("Ada (1) satu; (2) dua.")) == []


CLOSING = "bahwa berdasarkan pertimbangan, perlu menetapkan Keputusan Ketua tentang "


@pytest.mark.parametrize(
    ("body", "weights"),
    [
        ([("Menimbang", f"{CLOSING}{TITLE};")], []),
        ([("Menimbang", f"{CLOSING}{TITLE.replace(' di ', ' Di ')};")], ["saran"]),
        ([("Menimbang", f"{CLOSING}{TITLE.replace('Aksi', 'Kerja')};")], ["peringatan"]),
        ([("Diktum", f"Menetapkan {TITLE} sebagaimana tercantum dalam Lampiran.")], []),
        ([("Diktum", "Menetapkan Rencana Aksi Tahun 2026.")], ["saran"]),
    ],
)
def test_the_title_reads_alike(body: list[tuple[str, str]], weights: list[str]) -> None:
    findings = list(check_titles(drafted(body)))
    assert [finding.severity.value for finding in findings] == weights
    assert {finding.code for finding in findings} <= {"KEP-JUDUL"}


def test_the_title_of_the_table_and_of_a_team() -> None:
    tabled = narrated(("Judul tabel", "Rencana Aksi Kantor Contoh\nTahun 2026"))
    assert codes_of(check_titles, tabled) == ["C1 KEP-JUDUL"]
    assert (
        codes_of(check_titles, narrated(("Judul tabel", TITLE.replace(" Tahun", "\nTahun")))) == []
    )
    formed = drafted(
        [("Diktum", "Membentuk Tim Kerja Contoh, dengan susunan")],
        title="Pembentukan Tim Kerja Contoh",
    )
    assert codes_of(check_titles, formed) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("menuju Wilayah Bebas Korupsi (WBK)", "tuliskan “Wilayah Bebas dari Korupsi”"),
        ("Sistem Pengendalian Internal Pemerintah", "Sistem Pengendalian Intern Pemerintah"),
        ("Wilayah Birokrasi Bersih Melayani", "Bersih dan Melayani"),
        ("Zona Integritas Wilayah Bebas dari Korupsi (WBK)", "Menuju"),
    ],
)
def test_official_terms(text: str, words: str) -> None:
    (finding,) = check_language(passage(text))
    assert (finding.code, finding.place.cell) == ("BHS-ISTILAH", "C1")
    assert words in finding.message


def test_official_terms_written_right() -> None:
    text = (
        "Zona Integritas Menuju Wilayah Bebas dari Korupsi (WBK) dan Wilayah Birokrasi Bersih dan "
        "Melayani (WBBM); Sistem Pengendalian Intern Pemerintah; "
        "Laporan Harta Kekayaan Aparatur Negara dan Laporan Harta Kekayaan Penyelenggara Negara."
    )
    assert codes_of(check_language, passage(text)) == []


def test_the_title_itself_is_read_too() -> None:
    plan = drafted(title="Rencana Aksi  Wilayah Bebas Korupsi Tahun 2026")
    assert codes_of(check_language, plan) == ["F4 BHS-ISTILAH", "F4 BHS-TANDA"]


def test_terms_that_compete() -> None:
    assert codes_of(check_competing_terms, passage("Rencana Kerja ini memuat program.")) == [
        "C1 KEP-ISTILAH"
    ]
    # Another paper of that name, and a title that does not have the term.
    assert codes_of(check_competing_terms, passage("Rencana Kerja Tahunan kantor.")) == []
    other = drafted(narrative=[("Paragraf", "Rencana kerja ini.")], title="Standar Pelayanan")
    assert codes_of(check_competing_terms, other) == []


def test_two_words_for_one_team() -> None:
    text = "Dibentuk Tim Kerja/Kelompok Kerja Zona Integritas."
    assert codes_of(check_slashed_teams, passage(text)) == ["C1 KEP-ISTILAH"]
    assert codes_of(check_slashed_teams, passage("Tim Kerja memimpin kelompok kerja.")) == []


def test_an_area_by_another_name() -> None:
    text = "penguatan kualitas pelayanan publik"
    assert codes_of(check_area_names, narrated(("Paragraf", text), areas=AREAS)) == [
        "C1 KEP-ISTILAH"
    ]
    for right in (
        "peningkatan kualitas pelayanan publik",
        "meningkatkan kualitas pelayanan publik",
    ):
        assert codes_of(check_area_names, narrated(("Paragraf", right), areas=AREAS)) == []


def test_the_office_by_other_names() -> None:
    plan = narrated(
        ("Paragraf", "BKX Kab. Contoh melapor kepada BKX RI."),
        ("Paragraf", "BKX Kabupaten Contoh menilai BKX Republik Indonesia."),
    )
    assert codes_of(check_office_names, plan) == ["C1 KEP-SEBUTAN", "C2 KEP-SEBUTAN"]


def test_the_body_names_the_office_in_full() -> None:
    short = [("Menimbang", "bahwa BKX Kabupaten Contoh perlu rencana;")]
    assert codes_of(check_short_office_name, drafted(short)) == ["C1 KEP-SEBUTAN"]
    explained = "bahwa Badan, yang selanjutnya disebut BKX Kabupaten Contoh, perlu rencana;"
    assert codes_of(check_short_office_name, drafted([("Menimbang", explained), *short])) == []


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["Sistem Informasi Pergantian Antar Waktu (SIMPAW)."], ["C1 KEP-SINGKATAN"]),
        (["Laporan Harta Kekayaan Penyelenggara Negara (LHKPN)."], []),
        (["Wilayah Birokrasi Bersih dan Melayani (WBBM)."], []),
        (["Badan Karya Contoh (BKC) menilai.", "Badan Karya Contoh (BADAN) menilai."],
         ["C2 KEP-SINGKATAN"]),
    ],
)  # fmt: skip
def test_abbreviations(lines: list[str], codes: list[str]) -> None:
    plan = narrated(*(("Paragraf", line) for line in lines))
    assert codes_of(check_abbreviations, plan) == codes


def test_a_slogan_has_the_same_capitals_everywhere() -> None:
    plan = narrated(
        ("Paragraf", "Kantor melayani kini."), ("Paragraf", "Sesuai “Kantor Melayani”.")
    )
    assert codes_of(check_slogans, plan) == ["C1 KEP-EJAAN"]


def test_lists_that_are_announced() -> None:
    assert codes_of(check_announced_lists, passage("Tujuannya sebagai berikut.")) == [
        "C1 KEP-SENARAI"
    ]
    assert codes_of(check_announced_lists, passage("Tujuannya adalah:")) == ["C1 KEP-SENARAI"]
    dictum = drafted([("Diktum", "Tim bertugas:"), ("Diktum", "Keputusan ini berlaku.")])
    assert codes_of(check_announced_lists, dictum) == ["C1 KEP-SENARAI"]
    inside = drafted([("Diktum", "Tim bertugas:\n- menata; dan\n- menilai.")])
    assert codes_of(check_announced_lists, inside) == []
    unannounced = narrated(("Paragraf", "Kantor menata."), ("Huruf", "layanan."))
    assert codes_of(check_announced_lists, unannounced) == ["C1 KEP-SENARAI"]
    whole = narrated(("Paragraf", "Kantor menata:"), ("Huruf", "layanan."))
    assert codes_of(check_announced_lists, whole) == []


def test_a_list_has_as_many_items_as_it_says() -> None:
    items = (("Huruf", "satu; dan"), ("Huruf", "dua."))
    assert codes_of(check_counts, narrated(("Paragraf", "Ada tiga hal, yaitu:"), *items)) == [
        "C1 KEP-SENARAI"
    ]
    assert codes_of(check_counts, narrated(("Paragraf", "Ada dua hal, yaitu:"), *items)) == []


def test_items_begin_alike() -> None:
    head = ("Paragraf", "Kantor wajib:")
    verbs = (("Huruf", "Menata layanan;"), ("Huruf", "Senantiasa melibatkan warga;"))
    assert codes_of(
        check_parallel_items, narrated(head, *verbs, ("Huruf", "Pelaporan hasil."))
    ) == ["C4 KEP-SEJAJAR"]
    assert codes_of(check_parallel_items, narrated(head, *verbs, ("Huruf", "Melapor."))) == []
    nouns = (("Huruf", "Penataan;"), ("Huruf", "Untuk mencapai hasil."))
    assert codes_of(check_parallel_items, narrated(head, *nouns)) == ["C3 KEP-SEJAJAR"]
    inline = "Langkahnya: (1) Menata instrumen; serta (2) Penyederhanaan indikator."
    assert codes_of(check_inline_items, passage(inline)) == ["C1 KEP-SEJAJAR"]


def test_a_chapter_holds_something() -> None:
    plan = narrated(("Bab", "Tujuan"), ("Bab", "Penutup"), ("Paragraf", "Selesai."))
    assert codes_of(check_chapters, plan) == ["C1 KEP-BAB"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["Rencana ini memuat Area Penguatan Pengawasan."], ["C1 KEP-LINGKUP"]),
        (["Lingkupnya meliputi penguatan pengawasan."], ["C1 KEP-LINGKUP"]),
        (["Ada tiga area perubahan."], ["C1 KEP-LINGKUP"]),
        (["Ada empat area perubahan."], []),
        (["Kantor menata manajemen perubahan dan penguatan pengawasan."], ["C1 KEP-LINGKUP"]),
        (["Hasil pengawasan dibahas."], []),
        # Each area in a paragraph of its own.
        ([f"Area {area.partition(' ')[2].title()} menata." for area in AREAS], []),
    ],
)
def test_the_scope_covers_the_table(lines: list[str], codes: list[str]) -> None:
    plan = narrated(*(("Paragraf", line) for line in lines), areas=AREAS)
    assert codes_of(check_scope, plan) == codes


def test_a_scope_whose_list_names_every_area() -> None:
    names = [area.partition(" ")[2].title() for area in AREAS]
    listed = [("Huruf", f"{name};") for name in names]
    assert (
        codes_of(check_scope, narrated(("Paragraf", "Rencana ini meliputi:"), *listed, areas=AREAS))
        == []
    )


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ([("Menimbang", "bahwa a perlu;"), ("Menimbang", "bahwa b perlu;"),
          ("Menimbang", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan "
                        "huruf c, perlu menetapkan;")], ["C3 KEP-RUJUKAN"]),
        ([("Menimbang", "bahwa a perlu;"), ("Menimbang", "bahwa b perlu;"),
          ("Menimbang", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan "
                        "huruf b, perlu menetapkan;")], []),
        ([("Menimbang", f"bahwa {x} perlu;") for x in "abc"]
         + [("Menimbang", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a "
                          "sampai dengan huruf c, perlu menetapkan;")], []),
        ([("Menimbang", f"bahwa {x} perlu;") for x in "abc"]
         + [("Menimbang", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan "
                          "huruf c, perlu menetapkan;")], ["C4 KEP-RUJUKAN"]),
        ([("Menimbang", "bahwa a perlu;"), ("Menimbang", "bahwa berdasarkan pertimbangan "
           "sebagaimana dimaksud dalam {huruf-sebelumnya}, perlu menetapkan;")], []),
        ([("Diktum", "Menetapkan."), ("Diktum", "Sebagaimana dimaksud dalam Diktum KETIGA.")],
         ["C2 KEP-RUJUKAN"]),
        ([("Diktum", "Menetapkan."), ("Diktum", "Sebagaimana dimaksud dalam Diktum KESATU.")], []),
        ([("Diktum", "Sebagaimana tercantum dalam Lampiran II.")], ["C1 KEP-RUJUKAN"]),
        ([("Diktum", "Sebagaimana tercantum dalam Lampiran.")], []),
    ],
)  # fmt: skip
def test_what_is_referred_to_is_there(body: list[tuple[str, str]], codes: list[str]) -> None:
    assert codes_of(check_references, drafted(body)) == codes


def test_years_that_are_another_years() -> None:
    text = "Biaya dibebankan pada Tahun Anggaran 2025."
    assert codes_of(check_other_years, drafted([("Diktum", text)])) == ["C1 KEP-TAHUN"]
    assert codes_of(check_other_years, passage("Rencana sepanjang tahun 2025.")) == ["C1 KEP-TAHUN"]
    assert codes_of(check_other_years, passage("Rencana sepanjang tahun 2026.")) == []
    assert codes_of(check_other_years, passage("Partisipasi pada Pemilu 2024.")) == []


def test_what_is_said_twice() -> None:
    text = "Menata layanan di lingkungan kantor ini agar layanan di lingkungan kantor ini baik."
    assert codes_of(check_repetitions, passage(text)) == ["C1 KEP-ULANG"]
    office = "Badan Karya Contoh Kabupaten Contoh"
    assert codes_of(check_repetitions, passage(f"{office} menilai {office} lain.")) == []


def test_a_term_has_one_meaning() -> None:
    first = ("Paragraf", "Zona Integritas adalah predikat bagi kantor.")
    again = ("Paragraf", "Zona Integritas adalah  predikat bagi kantor.")
    other = ("Paragraf", "Zona Integritas ialah janji.")
    assert codes_of(check_definitions, narrated(first, again)) == []
    assert codes_of(check_definitions, narrated(first, other)) == ["C2 KEP-DEFINISI"]


def test_sentences_joined_by_a_comma() -> None:
    text = "Menerapkan semboyan kantor, Kantor melayani merupakan citra."
    assert codes_of(check_comma_splices, passage(text)) == ["C1 KEP-KALIMAT"]
    whole = "Berdasarkan Pasal 3, Zona Integritas adalah predikat."
    assert codes_of(check_comma_splices, passage(whole)) == []


def test_what_the_program_writes_is_not_looked_at() -> None:
    """Texts without a cell, such as those of an amending decree, are nothing for a user to mend."""
    from tests.cases.plans import plan

    findings: list[Finding] = [finding for check in CHECKS for finding in check(plan())]
    assert findings == []
