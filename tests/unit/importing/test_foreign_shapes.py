"""Shapes of real plans of other offices: each comes in whole, or says what did not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cases.foreign import HEAD, ROW, codes, csv, imported, months, texts, workbook
from zi_docs.cli import finding_lines
from zi_docs.importing.import_options import ImportOptions
from zi_docs.importing.importer import import_plan
from zi_docs.importing.time_words import PeriodMonths
from zi_docs.settings import Settings

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"]
HEAD_TEXT = "Area,Komponen,Indikator,Langkah Aksi,Bukti"
ROW_TEXT = "I MANAJEMEN PERUBAHAN,Tim,Ada tim,Rapat,SK"
AREA_I = "I MANAJEMEN PERUBAHAN"


# The header.


@pytest.mark.parametrize("numbers", ["1,2,3,4,5,6", "(1),(2),(3),(4),(5),(6)"])
def test_a_row_of_column_numbers_is_no_header(tmp_path: Path, numbers: str) -> None:
    (row,) = imported(csv(tmp_path, f"{HEAD_TEXT},Waktu\n{numbers}\n{ROW_TEXT},Januari\n")).rows
    assert (texts(row)["langkah_aksi"], months(row)) == ("Rapat", [1])


def test_small_numbers_are_no_header(tmp_path: Path) -> None:
    text = "Rencana Aksi,Output,Indikator,Bobot,Nilai A,Nilai B,Nilai C\nRapat,SK,Ada,1,2,3,4\n"
    plan = imported(csv(tmp_path, text))
    assert texts(plan.rows[0]) == {
        "indikator": "Ada",
        "langkah_aksi": "Rapat",
        "bukti": "SK",
        "catatan": "Bobot: 1; Nilai A: 2; Nilai B: 3; Nilai C: 4",
    }
    # Area and component are nowhere: an error, so that the command does not end well.
    assert codes(plan).count("IMP-KOLOM") == 2


def test_a_header_of_two_merged_rows_over_quarters(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        [
            [*HEAD, "Target Waktu", None, None, None, "PIC"],
            [None] * 6 + ["I", "II", "III", "IV"],
            [*ROW, "√", None, "√", None, "Tim I"],
        ],
        merged=["G1:J1", "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2", "K1:K2"],
    )
    plan = imported(path)
    assert [months(row) for row in plan.rows] == [[3, 9]]
    assert codes(plan) == ["IMP-TRIWULAN"]
    first = imported(path, ImportOptions(quarter=PeriodMonths.FIRST))
    assert months(first.rows[0]) == [1, 7]
    every = imported(path, ImportOptions(quarter=PeriodMonths.ALL))
    assert months(every.rows[0]) == [1, 2, 3, 7, 8, 9]


def test_a_header_of_two_rows_without_merged_cells(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Pelaksanaan,\n,,,,,Waktu,PIC\n{ROW_TEXT},Maret,Tim I\n"
    (row,) = imported(csv(tmp_path, text)).rows
    assert (months(row), texts(row)["pic"]) == ([3], "Tim I")


def test_months_over_weeks(tmp_path: Path) -> None:
    weeks = [week for _ in MONTHS for week in (1, 2, 3, 4)]
    over = [text for month in MONTHS for text in (month, None, None, None)]
    marks = [None] * 9 + ["x", "x"]
    (row,) = imported(workbook(tmp_path, [[*HEAD, *over], [None] * 6 + weeks, [*ROW, *marks]])).rows
    assert months(row) == [3]


def test_planned_and_done_below_each_month(tmp_path: Path) -> None:
    head = [*HEAD, "Januari", None, "Februari", None]
    lines = [head, [None] * 6 + ["R", "C"] * 2, [*ROW, "√", "√", None, "√"]]
    (row,) = imported(workbook(tmp_path, lines, merged=["G1:H1", "I1:J1"])).rows
    assert months(row) == [1]
    assert texts(row)["catatan"] == "Januari › C: √; Februari › C: √"


def test_three_header_rows_and_column_numbers(tmp_path: Path) -> None:
    lines = [
        ["No", "Area Perubahan", "Komponen", "Indikator", "Rencana Aksi", None, None, "Jadwal"],
        [None] * 4 + ["Uraian", "Output", "Target", "Triwulan I"],
        [None] * 7 + ["Jan", "Feb", "Mar"],
        [str(number) for number in range(1, 11)],
        [1, "I", "Tim", "Ada tim", "Rapat", "SK", "1 dokumen", "√", None, "√"],
    ]
    merged = ["A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:G1", "H1:J1", "H2:J2", "E2:E3", "F2:F3"]
    (row,) = imported(workbook(tmp_path, lines, merged=merged)).rows
    assert months(row) == [1, 3]
    assert (texts(row)["langkah_aksi"], texts(row)["target"]) == ("Rapat", "1 dokumen")


def test_a_header_far_below(tmp_path: Path) -> None:
    lines = [[f"Baris pengantar {number}"] for number in range(1, 60)]
    (row,) = imported(workbook(tmp_path, [*lines, [*HEAD, "Waktu"], [*ROW, "Januari"]])).rows
    assert months(row) == [1]


def test_blank_columns_between(tmp_path: Path) -> None:
    text = "Area,,Komponen,,Indikator,,Langkah Aksi,,Bukti,,Waktu\nI,,K,,I,,L,,B,,Maret\n"
    assert [months(row) for row in imported(csv(tmp_path, text)).rows] == [[3]]


# Columns of time.


@pytest.mark.parametrize(
    "names",
    [
        "JAN 2025,FEBR,MRT,APRIL,MEI,JUNI,JULI,AGUS,SEPT,OKT,NOP,DES",
        "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
        "B01,B02,B03,B04,B05,B06,B07,B08,B09,B10,B11,B12",
        "1,2,3,4,5,6,7,8,9,10,11,12",
    ],
)
def test_names_of_month_columns(tmp_path: Path, names: str) -> None:
    plan = imported(csv(tmp_path, f"{HEAD_TEXT},{names}\n{ROW_TEXT}{',√' * 12}\n"))
    assert (months(plan.rows[0]), plan.findings) == (list(range(1, 13)), [])


def test_dates_as_names_of_month_columns(tmp_path: Path) -> None:
    head = [*HEAD, date(2025, 1, 1), date(2025, 2, 1)]
    assert months(imported(workbook(tmp_path, [head, [*ROW, None, "v"]])).rows[0]) == [2]


def test_marks_under_a_name_that_nobody_understands_are_an_error(tmp_path: Path) -> None:
    path = csv(tmp_path, f"{HEAD_TEXT},Waktu,Zeta\n{ROW_TEXT},Mei,√\n")
    plan = imported(path)
    (finding,) = plan.findings
    assert (finding.code, finding.severity.value) == ("IMP-TANDA", "kesalahan")
    assert "“Zeta”" in finding.message
    mapped = imported(path, ImportOptions({"Zeta": "bulan_7"}))
    assert (months(mapped.rows[0]), mapped.findings) == ([5, 7], [])


@pytest.mark.parametrize(
    "mark",
    [*"VX√PÖaüþ*●■O", "y", "Y", "ada", "ok", "✅", "✔️", "1", "TRUE"],
)
def test_signs_that_mark_a_month(tmp_path: Path, mark: str) -> None:
    (row,) = imported(csv(tmp_path, f"{HEAD_TEXT},Jan,Feb\n{ROW_TEXT},{mark},-\n")).rows
    assert (months(row), "target" in row, "catatan" in row) == ([1], False, False)


def test_quantities_in_month_cells_mark_the_month_and_are_the_target(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Jan,Feb,Mar\n{ROW_TEXT},1 dok,,100%\n{ROW_TEXT},1,2,\n{ROW_TEXT},4,,4\n"
    rows = imported(csv(tmp_path, text)).rows
    assert [(months(row), texts(row)["target"]) for row in rows] == [
        ([1, 3], "Jan: 1 dok; Mar: 100%"),
        ([1, 2], "Jan: 1; Feb: 2"),
        ([1, 3], "4"),
    ]


def test_targets_of_quarters(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Target TW I,Target TW II,Target\n{ROW_TEXT},25%,50%,100%\n"
    (row,) = imported(csv(tmp_path, text)).rows
    assert (months(row), texts(row)["target"]) == ([3, 6], "100%")
    assert texts(row)["catatan"] == "Isi sel bulan: Target TW I: 25%; Target TW II: 50%"


def test_colours_of_cells_are_marks_and_that_is_said(tmp_path: Path) -> None:
    plan = imported(workbook(tmp_path, [[*HEAD, *MONTHS], ROW], green=["H2", "K2"]))
    assert (months(plan.rows[0]), codes(plan)) == ([2, 5], ["IMP-WARNA"])
    # A row that is coloured all over is no schedule.
    shaded = [f"{column}2" for column in "ABCDEFGH"]
    plan = imported(workbook(tmp_path, [[*HEAD, *MONTHS], ROW], green=shaded))
    assert months(plan.rows[0]) == []


def test_start_and_end(tmp_path: Path) -> None:
    head = [*HEAD, "Tanggal Mulai", "Tanggal Selesai", "Anggaran (Rp)", "Link"]
    lines = [
        head,
        [*ROW, date(2025, 1, 6), date(2025, 3, 28), 1500000, "https://contoh.go.id/a"],
        [*ROW, "15 April 2025", "30 April 2025", "2.500.000", None],
    ]
    rows = imported(workbook(tmp_path, lines)).rows
    assert [months(row) for row in rows] == [[1, 2, 3], [4]]
    notes = texts(rows[0])["catatan"]
    assert "Waktu: 6 Januari 2025 s.d. 28 Maret 2025" in notes
    assert "Anggaran (Rp): 1500000" in notes
    assert "Link: https://contoh.go.id/a" in notes


def test_phrases_dates_and_numbers_in_a_column_of_time(tmp_path: Path) -> None:
    lines = [[*HEAD, "Target Waktu"]] + [
        [*ROW, when] for when in (date(2025, 3, 1), 3, "TW I", "-")
    ]
    plan = imported(workbook(tmp_path, lines))
    assert [months(row) for row in plan.rows] == [[3], [3], [3], []]
    assert plan.report.without_month == ("RA-004",)


def test_times_that_cannot_be_taken_are_said_and_kept(tmp_path: Path) -> None:
    phrases = ["Maret 2025", "Mei 2025", "Smarch", "Insidentil", "Desember 2024", "Nov - Feb"]
    text = f"{HEAD_TEXT},Waktu\n" + "".join(f"{ROW_TEXT},{phrase}\n" for phrase in phrases)
    plan = imported(csv(tmp_path, text))
    assert [months(row) for row in plan.rows] == [[3], [5], [], [], [], [11, 12]]
    assert codes(plan) == ["IMP-WAKTU", "IMP-TANPA-BULAN", "IMP-TAHUN", "IMP-TAHUN"]
    assert [row.get("catatan") for row in plan.rows[2:]] == [
        f"Waktu: {phrase}" for phrase in phrases[2:]
    ]


# Columns of words.


def test_the_better_named_of_twin_columns_wins_and_the_other_is_kept(tmp_path: Path) -> None:
    head = ["Area", "Program", "Kegiatan", "Indikator Keberhasilan", "Rencana Aksi", "Output"]
    lines = [[*head, "Waktu"], ["I", "Program A", "Kegiatan B", "Ind", "Aksi", "SK", "Maret"]]
    plan = imported(workbook(tmp_path, lines))
    assert texts(plan.rows[0]) == {
        "area": AREA_I,
        "komponen": "Program A",
        "indikator": "Ind",
        "langkah_aksi": "Aksi",
        "bukti": "SK",
        "catatan": "Kegiatan: Kegiatan B",
    }
    assert "karena kolom “Rencana Aksi” lebih tepat" in plan.findings[0].message


@pytest.mark.parametrize(
    "head",
    [
        "No,Area Perubahan,Sasaran,Indikator Kinerja,Kegiatan/Aksi,Bukti Dukung/Eviden,"
        "Target Waktu Penyelesaian,Pelaksana/PIC,Ket.",
        "No.,Area,Sub Area,Pertanyaan,Upaya yang Dilakukan,Data Dukung,Jadwal Kegiatan,"
        "Penanggungjawab Kegiatan,Keterangan",
    ],
)
def test_other_names_of_columns(tmp_path: Path, head: str) -> None:
    plan = imported(csv(tmp_path, f"{head}\n1,I,Tim,Ada tim,Rapat,SK,Maret,Tim I,-\n"))
    assert plan.findings == []
    assert months(plan.rows[0]) == [3]
    assert list(texts(plan.rows[0]).values()) == ["Tim", "Ada tim", "Rapat", "SK", "Tim I", AREA_I]


def test_targets_with_their_unit_or_as_a_date(tmp_path: Path) -> None:
    lines = [
        [*HEAD, "Waktu", "Target", "Satuan"],
        [*ROW, "Januari", "100%", "%"],
        [*ROW, "Maret", "4", "Dokumen"],
        [*ROW, "Juni", date(2025, 12, 31), None],
    ]
    rows = imported(workbook(tmp_path, lines)).rows
    assert [row["target"] for row in rows] == ["100%", "4 Dokumen", "31 Desember 2025"]
    assert months(rows[2]) == [6]


def test_odd_and_equal_ids_are_given_anew_and_kept(tmp_path: Path) -> None:
    head = ["ID", *HEAD[1:], "Waktu"]
    lines = [[given, *ROW[1:], "Mei"] for given in ("1.1", "1.1", "A/1", "RA-001", None)]
    plan = imported(workbook(tmp_path, [head, *lines]))
    assert [row["id"] for row in plan.rows] == ["1.1", "RA-002", "RA-003", "RA-001", "RA-004"]
    assert [row.get("catatan") for row in plan.rows[1:3]] == ["ID semula: 1.1", "ID semula: A/1"]
    assert [(finding.code, finding.place.cell) for finding in plan.findings] == [
        ("IMP-ID", "A3"),
        ("IMP-ID", "A4"),
    ]


def test_codes_of_the_lke_give_area_and_component(tmp_path: Path) -> None:
    text = (
        "Kode,Indikator,Rencana Aksi,Output,Target Bulan\n"
        "A.1.I.i.a,Tim dibentuk,Rapat,SK,2025-03\nA.2.VI.i,Inovasi,FGD,Laporan,2025-10\n"
    )
    plan = imported(csv(tmp_path, text))
    assert plan.findings == []
    shown = [(row["area"], str(row["komponen"]), row["lke"], months(row)) for row in plan.rows]
    assert shown == [
        (AREA_I, "Penyusunan Tim Kerja", "A.1.I.i.a", [3]),
        (
            "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK",
            "Upaya dan/atau Inovasi pada Pelayanan Publik",
            "A.2.VI.i",
            [10],
        ),
    ]


def test_components_with_numerals_of_their_own(tmp_path: Path) -> None:
    text = (
        "Area,Komponen,Indikator,Langkah Aksi,Bukti,Waktu\n"
        "I,iii. Pemantauan,a,b,c,Mei\n,2) Rencana Kerja,a,b,c,Mei\n,Rencana  Kerja ,a,d,c,Mei\n"
    )
    rows = imported(csv(tmp_path, text)).rows
    assert [str(row["komponen"]) for row in rows] == [
        "Pemantauan",
        "Rencana Kerja",
        "Rencana Kerja",
    ]


def test_emphasis_and_signs_of_programs_are_text(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Waktu\nI,K & L,a < b <br> &amp;,=SUM(A1),<i>role</i> {{entah}},Januari\n"
    (row,) = imported(csv(tmp_path, text.replace("<i>role</i>", "role"))).rows
    assert texts(row)["langkah_aksi"] == "=SUM(A1)"
    assert texts(row)["indikator"] == "a < b <br> &amp;"
    (row,) = import_plan(csv(tmp_path, text)).rows
    assert texts(row)["bukti"] == "role {entah}"


# Rows.


def test_bands_give_area_and_component_and_are_no_actions(tmp_path: Path) -> None:
    lines = [
        ["No", "Indikator", "Rencana Aksi", "Output", "Waktu", "PIC"],
        ["A", "AREA I: MANAJEMEN PERUBAHAN"],
        ["1", "Penyusunan Tim Kerja"],
        ["a", "Tim dibentuk", "Rapat", "SK Tim", "Januari", "Tim I"],
        ["B", "AREA II: PENATAAN TATALAKSANA"],
        ["1", "SOP"],
        ["a", "SOP sesuai", "Reviu", "SOP", "Maret", "Tim II"],
    ]
    for merged in (["B2:F2", "B3:F3", "B5:F5", "B6:F6"], []):
        plan = imported(workbook(tmp_path, lines, merged=merged))
        assert [(row["area"], str(row["komponen"])) for row in plan.rows] == [
            (AREA_I, "Penyusunan Tim Kerja"),
            ("II PENATAAN TATA LAKSANA", "SOP"),
        ]
        assert plan.findings == []


def test_bands_beside_columns_of_their_own(tmp_path: Path) -> None:
    lines = [
        ["No", "Komponen", "Indikator", "Rencana Aksi", "Output", "Waktu"],
        ["I", "MANAJEMEN PERUBAHAN"],
        [1, "Tim", "Ada", "Rapat", "SK", "Mei"],
        ["II", "PENATAAN TATALAKSANA"],
        [1, "SOP", "Ada", "Reviu", "SOP", "Mei"],
    ]
    plan = imported(workbook(tmp_path, lines))
    assert plan.findings == []
    assert [(row["area"], str(row["komponen"])) for row in plan.rows] == [
        (AREA_I, "Tim"),
        ("II PENATAAN TATA LAKSANA", "SOP"),
    ]


def test_a_heading_that_no_row_uses_is_an_error(tmp_path: Path) -> None:
    lines = [
        ["No", "Indikator", "Rencana Aksi", "Output", "Waktu"],
        ["A", "AREA I"],
        [1, "Tim Kerja"],
        [2, "Rencana Kerja"],
        ["a", "Ada", "Rapat", "SK", "Mei"],
    ]
    plan = imported(workbook(tmp_path, lines))
    (finding,) = plan.findings
    assert (finding.code, finding.severity.value) == ("IMP-JUDUL", "kesalahan")
    assert "“Tim Kerja”" in finding.message


def test_two_tables_of_one_sheet(tmp_path: Path) -> None:
    head = ["No", "Komponen", "Indikator", "Rencana Aksi", "Output", "Waktu"]
    row = [1, "Tim", "Ada", "Rapat", "SK", "Mei"]
    lines = [["AREA I"], head, row, [], ["AREA II PENATAAN TATALAKSANA"], head, row]
    plan = imported(workbook(tmp_path, lines))
    assert [row["area"] for row in plan.rows] == [AREA_I, "II PENATAAN TATA LAKSANA"]
    assert plan.findings == []


def test_a_row_of_what_was_done_is_no_plan(tmp_path: Path) -> None:
    lines = [
        [*HEAD, "R/C", "Jan", "Feb"],
        [*ROW, "Rencana", "√", "√"],
        [None] * 6 + ["Realisasi", "√"],
    ]
    merged = [f"{column}2:{column}3" for column in "ABCDEF"]
    (row,) = imported(workbook(tmp_path, lines, merged=merged)).rows
    assert months(row) == [1, 2]
    assert texts(row)["catatan"] == "R/C: Rencana; R/C: Realisasi; Jan: √"


def test_bands_in_the_column_of_actions(tmp_path: Path) -> None:
    text = (
        "No,Rencana Aksi,Indikator,Output,Waktu\n,Area Perubahan: Manajemen Perubahan,,,\n"
        ",Komponen: Tim Kerja,,,\n1,Rapat,Ada tim,SK,Mei\n"
    )
    plan = imported(csv(tmp_path, text))
    assert plan.findings == []
    assert [(row["area"], str(row["komponen"])) for row in plan.rows] == [(AREA_I, "Tim Kerja")]


@pytest.mark.parametrize(
    "numbers",
    [[*range(1, 13)], ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]],
)
def test_numbers_of_months_under_their_heading(tmp_path: Path, numbers: list[object]) -> None:
    head = [*HEAD, "Bulan Pelaksanaan Tahun 2025", *[None] * 11]
    lines = [head, [None] * 6 + numbers, [*ROW, None, None, "v"]]
    (row,) = imported(workbook(tmp_path, lines, merged=["G1:R1"])).rows
    assert months(row) == [3]


def test_what_stands_below_the_table_is_left_out_and_named(tmp_path: Path) -> None:
    lines = [
        [*HEAD, "Waktu"],
        [*ROW, "Januari"],
        ["Jumlah", None, None, None, 2],
        [],
        [None] * 4 + ["Banda Aceh, 2 Januari 2025"],
        [None] * 4 + ["Kepala,"],
        [None] * 4 + ["Nama Pejabat"],
        [None] * 4 + ["NIP 19700101 200001 1 001"],
        ["Keterangan: √ = dilaksanakan"],
    ]
    plan = imported(workbook(tmp_path, lines))
    assert len(plan.rows) == 1
    (finding,) = plan.findings
    assert finding.code == "IMP-KAKI"
    assert "Baris 3 sampai dengan 9" in finding.message
    assert "Jumlah; Banda Aceh, 2 Januari 2025; Kepala,; Nama Pejabat" in finding.message


def test_sums_between_areas_and_a_header_on_every_page(tmp_path: Path) -> None:
    head = [*HEAD, "Waktu"]
    lines = [head, [*ROW, "Januari"], ["Jumlah", None, None, None, 1], head, [*ROW, "Maret"]]
    plan = imported(workbook(tmp_path, lines))
    assert [months(row) for row in plan.rows] == [[1], [3]]


def test_blank_cells_are_the_same_as_above(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Waktu\n{ROW_TEXT},Januari\n,,,Sosialisasi,Undangan,Februari\n"
    rows = imported(csv(tmp_path, text)).rows
    assert [str(row["indikator"]) for row in rows] == ["Ada tim", "Ada tim"]
    assert [months(row) for row in rows] == [[1], [2]]
    assert [row["area"] for row in rows] == [AREA_I] * 2


def test_merged_cells_are_the_same_for_all_their_rows(tmp_path: Path) -> None:
    lines = [[*HEAD, "Waktu"], [*ROW, "Januari"], [None] * 4 + ["Sosialisasi", "Undangan", "Mei"]]
    plan = imported(workbook(tmp_path, lines, merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"]))
    assert [str(row["indikator"]) for row in plan.rows] == ["Tim dibentuk"] * 2


def test_evidence_alone_goes_on_with_the_row_above(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Waktu\n{ROW_TEXT},Januari\n,,,,Notula,\n{ROW_TEXT},Mei\n"
    rows = imported(csv(tmp_path, text)).rows
    assert [texts(row)["bukti"] for row in rows] == ["SK\nNotula", "SK"]


def test_lone_dashes_are_empty(tmp_path: Path) -> None:
    plan = imported(csv(tmp_path, f"{HEAD_TEXT},Waktu\n{AREA_I},-,–,Rapat,-,-\n"))
    assert texts(plan.rows[0]) == {"area": AREA_I, "langkah_aksi": "Rapat"}
    assert codes(plan) == ["IMP-WAJIB"]


def test_a_sheet_an_area_and_a_sheet_without_a_plan(tmp_path: Path) -> None:
    head = ["No", "Komponen", "Indikator", "Rencana Aksi", "Output", "Waktu"]
    row = [1, "Tim", "Ada tim", "Rapat", "SK", "Mei"]
    sheets = {
        "AREA I": [["AREA I MANAJEMEN PERUBAHAN"], [], head, row],
        "Lembar 2": [["AREA II PENATAAN TATALAKSANA"], [], head, row],
        "Area 3": [head, row],
        "Catatan rapat": [["Tidak ada tabel di sini"]],
    }
    plan = imported(workbook(tmp_path, sheets))
    assert [row["area"] for row in plan.rows] == [
        AREA_I,
        "II PENATAAN TATA LAKSANA",
        "III PENATAAN SISTEM MANAJEMEN SDM DAN APARATUR",
    ]
    assert codes(plan) == ["IMP-LEMBAR"]
    assert "Catatan rapat" in plan.findings[0].message
    only = import_plan(workbook(tmp_path, sheets), ImportOptions(sheets=("Lembar 2",)))
    assert len(only.rows) == 1


def test_a_levelled_sheet_of_the_lke(tmp_path: Path) -> None:
    lines = [
        ["LKE ZONA INTEGRITAS"],
        ["Penilaian", None, None, None, None, "Bobot", "Penjelasan", "Jawaban", "Eviden"],
        ["A.", "PENGUNGKIT", None, None, None, 60],
        [None, "I.", "PEMENUHAN", None, None, 30],
        [None, None, "1.", "MANAJEMEN PERUBAHAN", None, 4],
        [None, None, None, "i.", "Penyusunan Tim Kerja", 0.5],
        [None] * 4 + ["a. Tim telah dibentuk", None, "Ya, jika ada", "Ya", "SK TIM.pdf"],
    ]
    plan = imported(workbook(tmp_path, lines, merged=["A2:E2"]))
    assert texts(plan.rows[0]) == {
        "area": AREA_I,
        "komponen": "Penyusunan Tim Kerja",
        "indikator": "Tim telah dibentuk",
        "bukti": "SK TIM.pdf",
        "lke": "A.I.1.i.a",
        "catatan": "Penjelasan: Ya, jika ada; Jawaban: Ya",
    }
    # An LKE asks; what is to be done is the office's to write.
    assert [f.message[:25] for f in plan.findings if f.severity.value == "kesalahan"] == [
        "Kolom Langkah Aksi tidak "
    ]


NUMBERED = [*ROW[:4], "1. Rapat persiapan\n2. Penunjukan tim", "1. Undangan\n2. SK", "Jan\nMaret"]


def test_numbered_actions_of_one_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, "Waktu"], NUMBERED])
    whole = imported(path)
    assert texts(whole.rows[0])["langkah_aksi"] == "1. Rapat persiapan\n2. Penunjukan tim"
    assert (months(whole.rows[0]), codes(whole)) == ([1, 3], ["IMP-PECAH"])
    split = import_plan(path, ImportOptions(split=True))
    assert [(texts(row)["langkah_aksi"], texts(row)["bukti"]) for row in split.rows] == [
        ("Rapat persiapan", "Undangan"),
        ("Penunjukan tim", "SK"),
    ]
    assert [months(row) for row in split.rows] == [[1, 3]] * 2


# What is said, and how much is taken.


def test_one_line_for_one_fault(tmp_path: Path) -> None:
    text = f"{HEAD_TEXT},Waktu\n" + f"{AREA_I},Tim,Ada tim,Rapat,,Mei\n" * 150
    plan = imported(csv(tmp_path, text))
    assert finding_lines.lines(plan.findings) == [
        f"{tmp_path}/rencana.csv › baris 2-151: peringatan: Bukti kosong pada baris ini. "
        "Lengkapilah di buku kerja baru. [IMP-WAJIB]"
    ]


def test_more_rows_than_a_workbook_holds_are_refused_whole(tmp_path: Path) -> None:
    path = csv(tmp_path, f"{HEAD_TEXT},Waktu\n" + f"{ROW_TEXT},Mei\n" * 60)
    settings = Settings(max_rows=50)
    plan = import_plan(path, settings=settings)
    assert (plan.rows, codes(plan)) == ([], ["IMP-BANYAK"])
    assert "60 baris" in plan.findings[0].message


def test_the_closing_table(tmp_path: Path) -> None:
    lines = [["RENCANA AKSI"], [*HEAD, "TW I", "TW II", "Link"], [*ROW, "√", None, "x.id"], ROW]
    report = imported(workbook(tmp_path, lines)).report
    assert report.lines() == [
        "Kolom berkas  Kolom buku kerja",
        "No            (tidak dibawa)",
        "Area          Area",
        "Komponen      Komponen",
        "Indikator     Indikator",
        "Rencana Aksi  Langkah Aksi",
        "Output        Bukti",
        "TW I … TW II  Pelaksanaan",
        "Link          Catatan",
        "",
        "Baris dibawa: 2; tanpa bulan pelaksanaan: 1 (RA-002).",
        "Tidak dibawa: judul di atas tabel: 1 sel, misalnya A1 “RENCANA AKSI”.",
        "Tidak dibawa: kepala kolom: 9 sel, misalnya A2 “No”.",
        "Tidak dibawa: nomor urut: 2 sel, misalnya A3 “1”.",
    ]


def test_a_mapping_names_the_rest(tmp_path: Path) -> None:
    text = "Bidang,Rumpun,Ukuran,Laku,Wujud,Buang\nV,k,i,l,b,x\n"
    mapping = {
        "Bidang": "area",
        "rumpun": "Komponen",
        "Ukuran": "indikator",
        "Laku": "langkah_aksi",
        "Wujud": "bukti",
        "Buang": "lewati",
        "Hilang": "target",
        "Lain": "tragedi",
    }
    plan = imported(csv(tmp_path, text), ImportOptions(mapping))
    assert list(texts(plan.rows[0])) == ["komponen", "indikator", "langkah_aksi", "bukti", "area"]
    assert codes(plan) == ["IMP-PETA", "IMP-PETA"]
    assert plan.report.left_out[-1].reason == "dikecualikan oleh pemetaan"


def test_a_table_without_the_columns_of_a_plan(tmp_path: Path) -> None:
    for text in ("a,b\n1,2\n", "Ȁ"):
        plan = import_plan(csv(tmp_path, text, "utf-16"))
        assert (plan.rows, codes(plan)) == ([], ["IMP-KEPALA"])


def test_a_header_without_rows(tmp_path: Path) -> None:
    assert codes(import_plan(csv(tmp_path, f"{HEAD_TEXT},Waktu\n"))) == ["IMP-KOSONG"]
