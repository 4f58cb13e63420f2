"""Rows of the plan: gaps, repetitions, evidence, components, and what fits together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.written_cells import plan_of, row, told
from zi_docs.checks.rows import (
    component_rules,
    evidence_kinds,
    row_fit,
    row_gaps,
)
from zi_docs.checks.rows import joined_texts as joined
from zi_docs.checks.rows import repeated_texts as repeated


def test_a_sound_row_has_no_findings() -> None:
    from zi_docs.checks.rows import CHECKS

    assert [finding for check in CHECKS for finding in check(plan_of(row()))] == []


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        ("", ["S4 peringatan: Baris RA-001 belum mempunyai target; isilah, misalnya 100%."]),
        (
            "12",
            ["S4 peringatan: Target “12” tanpa satuan; tuliskan misalnya “12 dokumen”."],
        ),
        ("100%", []),
        (
            "satu",
            ["S4 peringatan: Target “satu” tanpa satuan; tuliskan misalnya “satu dokumen”."],
        ),
        ("12 laporan", []),
        ("100% pegawai", []),
    ],
)
def test_a_target_counts_something(target: str, lines: list[str]) -> None:
    assert told(row_gaps.check_row_targets, plan_of(row(target=target))) == lines


def test_one_target_for_every_row_measures_nothing() -> None:
    alike = [row(4 + number, target="100%") for number in range(10)]
    assert told(row_gaps.check_alike_targets, plan_of(*alike)) == [
        "S4 saran: Target semua baris sama (“100%”), sehingga tidak terbaca apa yang diukur; "
        "tuliskan ukuran setiap baris, misalnya “4 laporan” atau “100% pegawai”."
    ]
    few, counted = plan_of(*alike[:9]), plan_of(*alike, row(14, target="4 laporan"))
    assert told(row_gaps.check_alike_targets, few) == []
    assert told(row_gaps.check_alike_targets, counted) == []


def test_a_dash_is_no_text() -> None:
    assert told(row_gaps.check_row_texts, plan_of(row(bukti="-"))) == [
        "F4 peringatan: Bukti baris RA-001 hanya berisi “-”; tuliskan isinya."
    ]


def test_percentages_are_written_alike() -> None:
    plan = plan_of(row(4, target="100%"), row(5, target="100 persen"))
    assert told(row_gaps.check_row_targets, plan) == [
        "S5 saran: Target “100 persen” ditulis lain daripada target lain dalam persen; tuliskan "
        "seperti 100%."
    ]


def test_an_indicator_with_its_own_limit() -> None:
    plan = plan_of(row(indikator="Kesenjangan kompetensi kurang dari 25%", target="100%"))
    assert told(row_gaps.check_own_limits, plan) == [
        "S4 saran: Indikator menyebut ukurannya sendiri (“kurang dari 25%”), sedangkan target "
        "“100%”; tuliskan target dengan ukuran indikatornya."
    ]


def test_nobody_in_charge_is_one_finding_for_the_whole_plan() -> None:
    nobody = plan_of(row(4, pic=""), row(5, pic=""))
    assert told(row_gaps.check_row_pics, nobody) == [
        "T4 peringatan: Kolom PIC kosong pada semua baris; isilah penanggung jawab atau pokja "
        "setiap baris."
    ]
    assert told(row_gaps.check_row_pics, plan_of(row(4), row(5, pic=""))) == [
        "T5 peringatan: Baris RA-002 belum mempunyai penanggung jawab; isilah kolom PIC."
    ]


def test_the_same_text_in_two_rows() -> None:
    plan = plan_of(
        row(4, indikator="Pengaduan dijawab", bukti="Surat jawaban"),
        row(5, indikator="Pengaduan  dijawab.", bukti="Surat jawaban", langkah_aksi="Mencatat"),
    )
    assert told(repeated.check_repeated_texts, plan) == [
        "D4 peringatan: Indikator baris RA-001 sama dengan baris RA-002; tuliskan yang khas bagi "
        "baris ini, atau gabungkan barisnya.",
        "D5 peringatan: Indikator baris RA-002 sama dengan baris RA-001; tuliskan yang khas bagi "
        "baris ini, atau gabungkan barisnya.",
        "F4 saran: Bukti baris RA-001 sama dengan baris RA-002; tuliskan yang khas bagi baris ini, "
        "atau gabungkan barisnya.",
        "F5 saran: Bukti baris RA-002 sama dengan baris RA-001; tuliskan yang khas bagi baris ini, "
        "atau gabungkan barisnya.",
    ]


def test_nearly_the_same_text_but_for_the_offices_name() -> None:
    plan = plan_of(
        row(4, langkah_aksi="Memasang poster tentang gratifikasi di lingkungan Sekretariat KPU"),
        row(5, langkah_aksi="Membentuk UPG, memasang poster tentang gratifikasi di lingkungan KPU"),
        row(6, langkah_aksi="Mengevaluasi penanganan benturan kepentingan"),
        row(7, langkah_aksi="Mengevaluasi penanganan pengaduan"),
    )
    assert told(repeated.check_similar_texts, plan) == [
        "E5 saran: Langkah aksi baris RA-002 hampir sama dengan baris RA-001 (“memasang poster "
        "tentang gratifikasi di lingkungan KPU”); bedakan, atau gabungkan."
    ]


@pytest.mark.parametrize(
    ("action", "evidence", "copied"),
    [
        ("Menilai risiko kebijakan", "Menilai risiko kebijakan", True),
        ("Mengikuti rapat koordinasi", "Rapat Koordinasi", True),
        ("Rencana Tindak Pengendalian", "Dokumen Rencana Tindak Pengendalian", True),
        ("Menetapkan SK Tim Agen Perubahan", "SK Tim Agen Perubahan", False),
        ("Menilai risiko kebijakan", "Daftar risiko kebijakan", False),
        ("Menyusun LKjIP Tahun 2025", "LKjIP Tahun 2025", False),
    ],
)
def test_evidence_that_repeats_its_action(action: str, evidence: str, copied: bool) -> None:
    lines = told(repeated.check_copied_evidence, plan_of(row(langkah_aksi=action, bukti=evidence)))
    assert bool(lines) == copied
    assert not lines or lines[0].startswith("F4 peringatan: Bukti baris RA-001 hanya mengulang")


def test_an_action_that_repeats_its_indicator() -> None:
    plan = plan_of(
        row(4, indikator="Telah dilakukan evaluasi penanganan pengaduan",
            langkah_aksi="Melaksanakan evaluasi penanganan pengaduan"),
        row(5, indikator="Penanganan pengaduan dinilai",
            langkah_aksi="Mengukur waktu jawaban setiap pengaduan"),
    )  # fmt: skip
    lines = told(repeated.check_echoed_actions, plan)
    assert [line.split(";")[0] for line in lines] == [
        "E4 saran: Langkah aksi baris RA-001 hanya mengulang indikatornya"
    ]


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("Mengikuti diklat", "peringatan: Bukti “Mengikuti diklat” menyebut kegiatan"),
        ("Pelaksanaan evaluasi", "peringatan: Bukti “Pelaksanaan evaluasi” menyebut kegiatan"),
        ("Rapat koordinasi", "peringatan: Bukti “Rapat koordinasi” menyebut kegiatan"),
        ("Rencana diumumkan di laman", "peringatan: Bukti “Rencana diumumkan di laman” menyebut"),
        ("Notula, sosialisasi SOP", "peringatan: Bukti “sosialisasi SOP” menyebut kegiatan"),
        ("Website kantor", "saran: Bukti “Website kantor” menyebut benda atau media"),
        ("Bukti pelaksanaan", "saran: Bukti “Bukti pelaksanaan” tidak menyebut dokumen mana"),
        ("Laporan", "saran: Bukti “Laporan” tidak menyebut dokumen mana"),
    ],
)
def test_evidence_is_a_document(evidence: str, said: str) -> None:
    (line,) = told(evidence_kinds.check_evidence_kinds, plan_of(row(bukti=evidence)))
    assert line.startswith(f"F4 {said}")


@pytest.mark.parametrize(
    "evidence",
    [
        "Laporan pelaksanaan evaluasi",
        "- Undangan, daftar hadir, dan notula rapat;\n- Foto spanduk.",
        "Surat keputusan yang ditetapkan Ketua",
        "Undangan, daftar hadir, notula, dan dokumentasi",
        "Rekapitulasi pengaduan (diselesaikan, ditunda)",
    ],
)
def test_evidence_that_is_one(evidence: str) -> None:
    assert told(evidence_kinds.check_evidence_kinds, plan_of(row(bukti=evidence))) == []


def test_papers_that_others_issue() -> None:
    plan = plan_of(row(4, bukti="SK Mutasi"), row(5, bukti="Surat usul mutasi"))
    assert told(evidence_kinds.check_evidence_issuers, plan) == [
        "F4 saran: “SK Mutasi” diterbitkan oleh pejabat pembina kepegawaian, bukan oleh kantor "
        "ini; sebutkan salinannya, atau surat usul kantor ini."
    ]


def test_a_follow_up_proved_by_the_evaluation_and_a_meeting_without_minutes() -> None:
    plan = plan_of(
        row(4, indikator="Hasil evaluasi ditindaklanjuti", bukti="Laporan evaluasi pengaduan"),
        row(5, indikator="Hasil evaluasi ditindaklanjuti", bukti="Matriks tindak lanjut evaluasi"),
        row(6, bukti="Undangan dan daftar hadir rapat"),
    )
    assert told(evidence_kinds.check_evidence_of_following, plan) == [
        "F4 saran: Baris RA-001 tentang tindak lanjut, tetapi buktinya hasil evaluasi; sebutkan "
        "bukti tindak lanjutnya, misalnya matriks tindak lanjut."
    ]
    assert told(evidence_kinds.check_meeting_evidence, plan) == [
        "F6 saran: Bukti rapat baris RA-003 belum lengkap; tambahkan notula."
    ]


@pytest.mark.parametrize(
    ("evidence", "second"),
    [
        ("SK Tim SPIP Kartu Kendali SPIP", "Kartu Kendali SPIP"),
        ("Daftar Hadir Banner Budaya Kerja", "Banner Budaya Kerja"),
        ("SK Penempatan SK Mutasi", "SK Mutasi"),
        ("Undangan Daftar hadir, notula", "Daftar hadir"),
        ("Perjanjian Kinerja RKT", "RKT"),
        ("SK Promosi Rotasi Jabatan", "Rotasi Jabatan"),
        ("Standar pelayanan publik Standar Pelayanan PPID", "Standar Pelayanan PPID"),
        ("upaya pengajuan pegawai Melakukan mutasi", "Melakukan mutasi"),
    ],
)
def test_two_papers_with_nothing_between_them(evidence: str, second: str) -> None:
    (line,) = told(joined.check_joined_texts, plan_of(row(bukti=evidence)))
    assert line.endswith(f"memuat dua hal tanpa pemisah; pisahkan sebelum “{second}”.")


@pytest.mark.parametrize(
    "evidence",
    [
        "SK Tim Penyusun Laporan Kinerja",
        "Berita acara pleno Kartu Kendali SPIP",
        "Laporan Hasil Survei, Daftar Hadir, dan Notula",
        "Daftar Hadir Rapat KPU Kabupaten Contoh di KPU Kabupaten Contoh",
        "PK Tahun 2026 dan SKP Tahun 2026",
        "Transformasi Digital Memberikan Nilai Manfaat",
        "SK Standar Pelayanan",
    ],
)
def test_one_paper_with_a_long_name(evidence: str) -> None:
    assert told(joined.check_joined_texts, plan_of(row(bukti=evidence))) == []


def test_texts_that_break_off() -> None:
    plan = plan_of(
        row(4, komponen="Pengendalian Gratifikasi mensosialisasikan"),
        row(5, langkah_aksi="Menyusun laporan dan"),
        row(6, langkah_aksi="Menindaklanjuti hasil dan penanganan"),
        row(7, indikator="Pegawai mengisi jabatan yang membutuhkan", bukti="Surat pihak terkait"),
    )
    assert told(joined.check_broken_texts, plan) == [
        "C4 peringatan: Teks terputus sesudah “Pengendalian Gratifikasi mensosialisasikan”; "
        "lengkapi, atau hapuslah kata yang tersisa.",
        "E5 peringatan: Teks terputus sesudah “Menyusun laporan dan”; lengkapi, atau hapuslah kata "
        "yang tersisa.",
    ]
    assert told(joined.check_lost_words, plan) == [
        "E6 saran: Sesudah “hasil” pada “menindaklanjuti hasil dan” sebuah kata hilang; sebutkan "
        "hasil apa, misalnya hasil evaluasi."
    ]


def test_lists_inside_a_cell() -> None:
    plan = plan_of(
        row(4, bukti="- Notula rapat"),
        row(5, bukti="- Notula rapat;\n- Foto rapat"),
        row(6, bukti="- Notula rapat;\n- Foto rapat."),
    )
    assert [line.split(";")[0] for line in told(joined.check_lone_items, plan)] == [
        "F4 saran: Daftar ini hanya berisi satu butir",
        "F5 saran: Butir-butir sel ini berakhir dengan tanda yang berlainan",
    ]


def test_names_of_components() -> None:
    plan = plan_of(
        row(4, komponen="Pengaduan masyarakat"),
        row(5, komponen="Standar Pelayanan"),
        row(6, komponen="Aplikasi Rapat"),
        row(7, komponen="Pengaduan Masyarakat"),
    )
    lines = told(component_rules.check_component_names, plan)
    assert [line.partition(";")[0] for line in lines] == [
        "C4 saran: Komponen “Pengaduan masyarakat” pada LKE bernama “Pengaduan Masyarakat”",
        "C5 peringatan: Komponen “Standar Pelayanan” termasuk area VI PENINGKATAN KUALITAS "
        "PELAYANAN PUBLIK, bukan area V PENGUATAN PENGAWASAN",
        "C6 saran: Komponen “Aplikasi Rapat” tidak dikenal pada LKE",
    ]
    assert told(component_rules.check_component_spellings, plan) == [
        "C7 peringatan: Komponen “Pengaduan Masyarakat” pada baris RA-001 ditulis “Pengaduan "
        "masyarakat”; samakan, agar menjadi satu komponen."
    ]


def test_rows_of_a_component_stand_together() -> None:
    plan = plan_of(row(4), row(5, komponen="Penanganan Benturan Kepentingan"), row(6))
    assert told(component_rules.check_component_spellings, plan) == [
        "C6 peringatan: Baris RA-003 terpisah dari baris lain komponen “Pengaduan Masyarakat”; "
        "kumpulkan barisnya."
    ]


def test_a_row_of_another_component() -> None:
    survey = {"indikator": "Survei kepuasan dilakukan", "langkah_aksi": "Menyurvei pemohon"}
    area = "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK"
    plan = plan_of(
        row(4, area=area, komponen="Pengelolaan Pengaduan", **survey),
        row(5, area=area, komponen="Penilaian Kepuasan terhadap Pelayanan", **survey),
        row(6, area=area, komponen="Pengelolaan Pengaduan"),
    )
    assert told(component_rules.check_component_rows, plan) == [
        "C4 peringatan: Baris RA-001 berisi urusan komponen “Penilaian Kepuasan terhadap "
        "Pelayanan”, bukan “Pengelolaan Pengaduan”; pindahkan ke komponen itu."
    ]


def test_action_and_evidence_answer_the_indicator() -> None:
    plan = plan_of(
        row(4, indikator="Kapasitas pengelola ditingkatkan", langkah_aksi="Menyusun LKjIP"),
        row(5, bukti="Rekapitulasi potongan tunjangan"),
        row(6, indikator="Petugas terlatih", langkah_aksi="Mengikuti diklat", bukti="Sertifikat"),
        row(7, indikator="Laporan kinerja tepat waktu", langkah_aksi="Menyusun LKjIP",
            bukti="LKjIP"),
    )  # fmt: skip
    assert [line.split(";")[0] for line in told(row_fit.check_row_fit, plan)] == [
        "E4 saran: Langkah aksi baris RA-001 tampaknya tidak menjawab indikatornya",
        "F5 saran: Bukti baris RA-002 tampaknya tidak membuktikan indikatornya",
    ]


@pytest.mark.parametrize(
    ("indicator", "action", "evidence"),
    [
        ("Agent of change ditunjuk", "Pemilihan agen perubahan", "SK agen perubahan"),
        ("Kebutuhan pegawai dihitung", "Menyusun analisis beban kerja pegawai", "Dokumen ABK"),
        ("Survei kepuasan pengguna dilaksanakan", "Menyebar kuesioner SKM", "Laporan SKM"),
        ("Kode etik ditegakkan", "Sosialisasi dan pemotongan tukin", "Rekap hukuman disiplin"),
        ("CPNS ditempatkan sesuai formasi", "Menempatkan CPNS pada jabatan kosong", "SPMT"),
        # What names no paper in particular has a finding of its own.
        ("Penggunaan aplikasi kinerja", "Menginput data pada aplikasi", "Tangkapan layar"),
    ],
)
def test_a_row_in_an_offices_own_short_words_fits(
    indicator: str, action: str, evidence: str
) -> None:
    plan = plan_of(row(indikator=indicator, langkah_aksi=action, bukti=evidence))
    assert told(row_fit.check_row_fit, plan) == []
    assert told(row_fit.check_actions, plan) == []


def test_what_is_asked_together_is_answered_together() -> None:
    asked = "Petugas memperoleh penghargaan dan sanksi, pengguna kompensasi"
    plan = plan_of(
        row(4, indikator=asked, langkah_aksi="Memilih petugas berprestasi", bukti="Piagam"),
        row(5, indikator=asked, langkah_aksi="Memberi penghargaan, sanksi, atau kompensasi"),
        # What shares nothing with its indicator has a finding of its own.
        row(6, indikator=asked, langkah_aksi="Menyusun SOP", bukti="SOP"),
    )
    assert told(row_fit.check_half_answered, plan) == [
        "E4 saran: Indikator baris RA-001 menyebut pula sanksi dan kompensasi, sedangkan langkah "
        "aksi dan buktinya tidak; lengkapilah, atau pecahlah barisnya."
    ]


def test_what_shall_be_made_is_not_only_judged() -> None:
    plan = plan_of(
        row(4, indikator="Tim Kerja telah dibentuk", langkah_aksi="Mengevaluasi tim tahun lalu"),
        row(5, indikator="Tim Kerja telah dibentuk",
            langkah_aksi="Mengevaluasi tim tahun lalu, lalu menetapkan tim baru"),
        row(6, indikator="SOP telah dievaluasi", langkah_aksi="Mengevaluasi SOP"),
    )  # fmt: skip
    assert told(row_fit.check_only_judged, plan) == [
        "E4 saran: Indikator baris RA-001 tentang pembentukan atau penetapan (“dibentuk”), "
        "sedangkan langkah aksinya hanya mengevaluasi; sebutkan langkah penetapannya."
    ]


def test_evidence_is_no_draft() -> None:
    plan = plan_of(
        row(4, bukti="Laporan; Draft LKjIP"),
        row(5, bukti="Konsep keputusan"),
        row(6, bukti="Surat pengantar draf keputusan"),
    )
    assert told(evidence_kinds.check_draft_evidence, plan) == [
        "F4 peringatan: Bukti “Draft LKjIP” baru berupa konsep, yang tidak dinilai; sebutkan "
        "naskah yang sudah ditetapkan atau ditandatangani.",
        "F5 peringatan: Bukti “Konsep keputusan” baru berupa konsep, yang tidak dinilai; sebutkan "
        "naskah yang sudah ditetapkan atau ditandatangani.",
    ]


def test_what_is_hung_is_what_is_shown() -> None:
    plan = plan_of(
        row(4, langkah_aksi="Memasang poster gratifikasi", bukti="Foto spanduk"),
        row(5, langkah_aksi="Memasang banner gratifikasi", bukti="Foto spanduk"),
        row(6, langkah_aksi="Memasang poster dan spanduk", bukti="Foto spanduk"),
    )
    assert told(evidence_kinds.check_other_media, plan) == [
        "F4 saran: Langkah aksi baris RA-001 menyebut poster, sedangkan buktinya spanduk; samakan."
    ]


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("SOP telah mengacu pada proses bisnis dan telah dievaluasi", "DUA-SOAL"),
        ("Rencana aksi disusun dan disosialisasikan", "DUA-SOAL"),
        ("Menerbitkan keputusan tim", "menyebut kegiatan"),
        ("Telah menetapkan agen perubahan", "tidak bersubjek"),
        ("Monitoring dan evaluasi pengaduan", "hanya menyebut pokok"),
        ("Agen perubahan telah ditetapkan", ""),
        ("Risiko yang telah diketahui sudah dikendalikan", ""),
        ("SOP selaras dengan proses bisnis", ""),
    ],
)
def test_an_indicator_is_one_statement(indicator: str, code: str) -> None:
    plan = plan_of(row(indikator=indicator))
    lines = told(row_fit.check_indicators, plan)
    questions = told(row_fit.check_two_questions, plan)
    assert bool(questions) == (code == "DUA-SOAL")
    assert bool(lines) == (code not in ("", "DUA-SOAL"))
    assert code == "DUA-SOAL" or code in "".join(lines)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("Aplikasi untuk pelayanan", "tidak menyebut kegiatan"),
        ("Rencana Tindak Pengendalian", "tidak menyebut kegiatan"),
        ("KPU telah menyusun penempatan", "menyatakan yang sudah terjadi"),
        ("Menyusun monitoring pengaduan", "tidak berpasangan"),
        ("Menyusun rekapitulasi pelatihan yang telah diikuti", ""),
        ("Pimpinan memberi teladan", ""),
        ("Penetapan standar pelayanan", ""),
        ("Rapat evaluasi pengaduan", ""),
    ],
)
def test_an_action_is_something_to_do(action: str, said: str) -> None:
    lines = told(row_fit.check_actions, plan_of(row(langkah_aksi=action)))
    assert len(lines) == bool(said)
    assert said in "".join(lines)


def test_evidence_of_neighbours_that_changed_places() -> None:
    planning = row(4, indikator="Pimpinan menyusun perencanaan", bukti="Perjanjian Kinerja")
    setting = row(5, indikator="Pimpinan menetapkan kinerja", bukti="Renstra dan RKT")
    lines = told(row_fit.check_swapped_evidence, plan_of(planning, setting))
    assert lines == [
        "F4 saran: Bukti baris RA-001 tampaknya tertukar dengan bukti baris RA-002; periksa "
        "kedua-duanya.",
        "F5 saran: Bukti baris RA-002 tampaknya tertukar dengan bukti baris RA-001; periksa "
        "kedua-duanya.",
    ]
    right = (replace(planning, bukti=setting.bukti), replace(setting, bukti=planning.bukti))
    assert told(row_fit.check_swapped_evidence, plan_of(*right)) == []


def test_a_choice_left_open() -> None:
    plan = plan_of(
        row(4, langkah_aksi="Menyusun formasi atau dokumen rotasi atau usul pegawai"),
        row(5, langkah_aksi="Menjawab lisan atau tertulis"),
    )
    assert told(row_fit.check_open_choices, plan) == [
        "E4 saran: Langkah aksi baris RA-001 menawarkan beberapa pilihan (“atau … atau …”); "
        "tetapkan yang akan dikerjakan."
    ]


def test_a_noun_that_begins_like_a_verb() -> None:
    """`Mekanisme`, `media` and `mentor` are no verbs."""
    plan = plan_of(row(4, indikator="Mekanisme pengaduan tersedia", bukti="Metode penilaian"))
    assert told(row_fit.check_indicators, plan) == []
    assert told(evidence_kinds.check_evidence_kinds, plan) == []


def test_an_action_about_another_areas_component() -> None:
    area = {"area": "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK", "komponen": "Standar Pelayanan"}
    asked = {"indikator": "Standar pelayanan diperbaiki"}
    plan = plan_of(
        row(4, **area, **asked, langkah_aksi="Mengkaji ulang dokumen", bukti="SOP perbaikan"),
        row(5, **area, **asked, langkah_aksi="Mengkaji ulang standar", bukti="SOP perbaikan"),
    )
    assert told(component_rules.check_strange_matters, plan) == [
        "E4 saran: Langkah aksi dan bukti baris RA-001 tentang “Prosedur Operasional Tetap (SOP) "
        "Kegiatan Utama”, bukan tentang “Standar Pelayanan”; sesuaikan dengan indikatornya."
    ]
