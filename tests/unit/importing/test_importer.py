"""A plan from tables of other shapes."""

from pathlib import Path

import openpyxl
import pytest

from zi_docs.findings import Finding
from zi_docs.importing.importer import import_plan
from zi_docs.text import RichText, Span

SEED = (
    "area_no,area,komponen_no,komponen,indikator,langkah_aksi,bukti,"
    "1,2,3,4,5,6,7,8,9,10,11,12,target,catatan\n"
    "I,MANAJEMEN PERUBAHAN,1,Tim kerja,SK Tim,Menetapkan tim,SK,√,,,,,,,,,,,,100%,\n"
    'II,PENATAAN TATA LAKSANA,1,SOP,"SOP ditinjau,\nsetiap tahun","- Meninjau;\n- Menetapkan",'
    "SOP,,√,√,,,,,,,,,,100%,pindaian miring\n"
    "II,PENATAAN TATA LAKSANA,1,SOP,SOP dipakai,Memakai,Foto,,?,,,,,,,,,,√,100%,\n"
)
ONE_MONTH = (
    "Area;Komponen;Indikator Kinerja;Kegiatan;Data Dukung;Waktu Pelaksanaan;Penanggungjawab\n"
)


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "rencana.csv"
    path.write_bytes(text.encode(encoding))
    return path


def told(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(f.code, f.place.part or f.place.cell) for f in findings]


def test_twelve_month_columns(tmp_path: Path) -> None:
    rows, findings = import_plan(write(tmp_path, SEED), {})
    assert [row["id"] for row in rows] == ["RA-001", "RA-002", "RA-003"]
    assert rows[0]["area"] == "I MANAJEMEN PERUBAHAN"
    assert rows[0]["bulan_1"] is True
    assert rows[1]["langkah_aksi"] == RichText.of("- Meninjau;\n- Menetapkan")
    assert rows[1]["catatan"] == "pindaian miring"
    assert {key for key in rows[1] if key.startswith("bulan")} == {"bulan_2", "bulan_3"}
    # The second record runs over three lines of the file.
    assert told(findings) == [("IMP-KOLOM-LAIN", "baris 1"), ("WB-TANDA", "baris 6")]


def test_one_column_of_months_blank_cells_filled_down_and_other_names(tmp_path: Path) -> None:
    text = ONE_MONTH + (
        '1. Manajemen Perubahan;Tim;a;b;c;"Maret; Juni";Sekretaris\n'
        ";;d;<i>role</i> model;f;Triwulan;\n"
        "II;Tata kelola;g;h;i;kapan saja;\n"
    )
    rows, findings = import_plan(write(tmp_path, text), {})
    assert [row["area"] for row in rows] == [
        "I MANAJEMEN PERUBAHAN",
        "I MANAJEMEN PERUBAHAN",
        "II PENATAAN TATA LAKSANA",
    ]
    assert rows[1]["komponen"] == RichText.of("Tim")
    assert rows[1]["langkah_aksi"] == RichText((Span("role", italic=True), Span(" model")))
    assert {key for key in rows[0] if key.startswith("bulan")} == {"bulan_3", "bulan_6"}
    assert sum(key.startswith("bulan") for key in rows[1]) == 4
    assert rows[0]["pic"] == "Sekretaris"
    assert told(findings) == [("IMP-WAKTU", "baris 4")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = ["Area|Komponen|Indikator|Langkah Aksi|Bukti|Jan", "IV|Naïf – x|a|b|c|v"]
    text = "\r\n".join(lines).replace("|", delimiter)
    rows, findings = import_plan(write(tmp_path, text, encoding), {})
    assert findings == []
    assert rows[0]["komponen"] == RichText.of("Naïf – x")
    assert rows[0]["area"] == "IV PENGUATAN AKUNTABILITAS"


def test_a_mapping_names_the_rest(tmp_path: Path) -> None:
    text = "Bidang,Rumpun,Ukuran,Laku,Wujud\nV,k,i,l,b\n"
    mapping = {
        "Bidang": "area",
        "rumpun": "Komponen",
        "Ukuran": "indikator",
        "Laku": "langkah_aksi",
        "Wujud": "bukti",
        "Hilang": "target",
        "Lain": "tragedi",
    }
    rows, findings = import_plan(write(tmp_path, text), mapping)
    assert rows[0]["komponen"] == RichText.of("k")
    assert [f.code for f in findings] == ["IMP-PETA", "IMP-PETA"]
    assert all("Lain" in f.message or "hilang" in f.message.lower() for f in findings)


def test_ids_are_kept_where_they_differ(tmp_path: Path) -> None:
    text = "ID,Area,Komponen,Indikator,Langkah Aksi,Bukti\n" + "".join(
        f"{own},I,k,i,l,b\n" for own in ("RA-002", "", "X-1", "x-1")
    )
    rows, _ = import_plan(write(tmp_path, text), {})
    assert [row["id"] for row in rows] == ["RA-002", "RA-001", "X-1", "RA-003"]


def test_headings_numbering_and_gaps(tmp_path: Path) -> None:
    text = (
        "RENCANA AKSI,,,,\n"
        "Area,Komponen,Indikator,Langkah Aksi,Bukti\n"
        "(1),(2),(3),(4),(5)\n"
        "VI,,,,\n"
        ",Standar,i,l,b\n"
        ",,i2,,b2\n"
        "VII Inovasi,k,i,l,b\n"
    )
    rows, findings = import_plan(write(tmp_path, text), {})
    assert [row["area"] for row in rows] == ["VI PENINGKATAN KUALITAS PELAYANAN PUBLIK"] * 2 + [
        "VII Inovasi"
    ]
    assert told(findings) == [("IMP-WAJIB", "baris 6"), ("IMP-AREA", "baris 7")]


def test_a_table_without_the_columns_of_a_plan(tmp_path: Path) -> None:
    rows, findings = import_plan(write(tmp_path, "a,b\n1,2\n"), {})
    assert rows == []
    assert [f.code for f in findings] == ["IMP-KEPALA"]


def test_a_missing_column_and_an_empty_table(tmp_path: Path) -> None:
    rows, findings = import_plan(write(tmp_path, "Area,Komponen,Indikator,Aksi\n"), {})
    assert rows == []
    assert [f.code for f in findings] == ["IMP-KOLOM", "IMP-KOSONG"]


def test_a_missing_file(tmp_path: Path) -> None:
    rows, (finding,) = import_plan(tmp_path / "tidak-ada.csv", {})
    assert rows == []
    assert finding.code == "WB-TIDAK-ADA"


def test_a_workbook_with_merged_cells_and_a_header_of_two_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Lain").append(["x"])
    page = book.create_sheet("Renaksi")
    page.append(["Area", "Komponen", "Indikator", "Rencana Aksi", "Bukti", "Waktu", None])
    page.append([None, None, None, None, None, "Jan", "Feb"])
    page.merge_cells("F1:G1")
    page.append(["I", "k", "i", "l", "b", "v", None])
    page.append([None, None, "i2", "l2", 5, None, "√"])
    page.merge_cells("A3:A4")
    page.merge_cells("B3:B4")
    path = tmp_path / "lain.xlsx"
    book.save(path)
    rows, findings = import_plan(path, {})
    assert [row["komponen"] for row in rows] == [RichText.of("k")] * 2
    assert rows[0]["bulan_1"] is True
    assert rows[1]["bulan_2"] is True
    assert told(findings) == [("WB-TEKS", "E4"), ("IMP-WAJIB", "A4")]
