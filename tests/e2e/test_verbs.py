"""The verbs as scripts of an office rely on them: streams, JSON, exit codes, files left alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cases.edited import edited
from tests.cases.golden import same_passage
from tests.e2e.conftest import ROOT, SOURCE, without_office
from tests.e2e.conftest import generate_here as generate
from zi_docs import ooxml
from zi_docs.errors import ExitCode
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.reference import sheet_reference


def test_periksa_json_prints_findings_and_nothing_else() -> None:
    result = generate("periksa", "--json")
    assert result.returncode == ExitCode.BERES
    assert result.stderr == ""
    findings = json.loads(result.stdout)["findings"]
    assert {
        "code": "RA-TARGET",
        "severity": "peringatan",
        "message": "Baris RA-005 belum mempunyai target; isilah, misalnya 100%.",
        "place": {"file": "source/zi-2026.xlsx", "sheet": "Rencana Aksi", "cell": "S8"},
    } in findings


def test_strict_makes_warnings_fatal() -> None:
    assert generate("periksa", "--strict").returncode == ExitCode.TEMUAN
    result = without_office("keputusan", "--strict")
    assert result.returncode == ExitCode.TEMUAN
    assert result.stdout == ""


def test_all_mistakes_come_in_one_run_and_nothing_is_made(tmp_path: Path) -> None:
    source = edited(
        SOURCE,
        tmp_path / "zi.xlsx",
        cells={
            ("Keputusan", "renaksi", "Tanggal"): "31 Februari 2026",
            ("Keputusan", "renaksi", "Penanda tangan"): "KETAU",
            ("Rencana Aksi", "RA-007", "ID"): "RA-006",
        },
    )
    result = generate("keputusan", "--source", source, "--output", tmp_path / "output")
    assert result.returncode == ExitCode.TEMUAN
    for told in ("31 Februari 2026", "KETAU", "KETUA", "RA-006"):
        assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "output").exists()


def test_without_the_office_program_the_docx_are_still_made(tmp_path: Path) -> None:
    result = without_office("keputusan", "--output", tmp_path)
    assert result.returncode == ExitCode.PROGRAM_HILANG
    assert sorted(path.name for path in tmp_path.rglob("*.docx")) == [
        "renaksi-asli.docx",
        "renaksi-salinan.docx",
    ]
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_decree_that_is_not_there() -> None:
    result = generate("keputusan", "sk-lain")
    assert result.returncode == ExitCode.TEMUAN
    assert "sk-lain tidak ada" in result.stderr


def test_a_wrong_option_is_a_wrong_command() -> None:
    assert generate("keputusan", "--warna").returncode == ExitCode.SALAH_PERINTAH


def test_a_fresh_workbook_is_never_laid_over_another(tmp_path: Path) -> None:
    book = tmp_path / "baru.xlsx"
    assert generate("buku-kerja", book).returncode == ExitCode.BERES
    before = book.read_bytes()
    result = generate("buku-kerja", book)
    assert result.returncode == ExitCode.KELUARAN_GAGAL
    assert "tidak akan ditimpa" in result.stderr
    assert book.read_bytes() == before


def test_a_plan_in_another_table_is_brought_in(tmp_path: Path) -> None:
    table = tmp_path / "rencana.csv"
    table.write_text(
        "Nomor Area;Nama Area;Komponen;Indikator;Kegiatan;Bukti Dukung;Bulan\n"
        "I;MANAJEMEN PERUBAHAN;Tim;Ada tim;Membentuk tim;SK;Januari\n"
        ";;;Rapat;Rapat triwulan;Notula;3, 6, 9, 12\n"
        ";;;Salah;Apa saja;Bukti;Smarch\n",
        encoding="utf-8",
    )
    book = tmp_path / "baru.xlsx"
    result = generate("buku-kerja", book, "--impor", table, "--petakan", "Kegiatan=langkah_aksi")
    assert "Smarch" in result.stderr
    office = {"Nama lembaga": "Lembaga", "Singkatan lembaga": "L", "Tingkat": "Kota",
              "Nama wilayah": "Contoh", "Tempat kedudukan": "Contoh", "Tahun": 2026}  # fmt: skip
    plan, _ = read_plan(edited(book, tmp_path / "isi.xlsx", office))
    assert plan is not None
    rows = [(row.langkah_aksi.plain, sorted(row.bulan)) for row in plan.activities]
    assert rows[:2] == [("Membentuk tim", [1]), ("Rapat triwulan", [3, 6, 9, 12])]


def test_the_built_in_templates_are_copied_where_none_are(tmp_path: Path) -> None:
    built_in = {path.name: path.read_bytes() for path in (ROOT / "templates").glob("*.docx")}
    assert generate("templat", "baru", "--ke", tmp_path).returncode == ExitCode.BERES
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == built_in

    again = generate("templat", "baru", "--ke", tmp_path)
    assert (again.returncode, again.stdout) == (ExitCode.BERES, "")


def test_a_changed_template_is_not_written_over_nor_the_others_beside_it(tmp_path: Path) -> None:
    changed = tmp_path / "undangan.docx"
    changed.write_bytes(b"milik kantor")
    result = generate("templat", "baru", "--ke", tmp_path)
    assert result.returncode == ExitCode.KELUARAN_GAGAL
    assert "undangan.docx sudah ada dan tidak akan ditimpa" in result.stderr
    assert list(tmp_path.iterdir()) == [changed]
    assert changed.read_bytes() == b"milik kantor"


def test_the_folder_of_new_templates_must_be_named() -> None:
    assert generate("templat", "baru").returncode == ExitCode.SALAH_PERINTAH


def test_the_real_templates_are_sound_and_found_from_any_folder(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, str(ROOT / "generate.py"), "templat", "periksa", "--source", str(SOURCE)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr.count("TPL-")) == (ExitCode.BERES, 0), result.stderr


def test_a_template_is_compared_with_the_built_in_one(tmp_path: Path) -> None:
    """The office's invitation prints the agenda where the built-in one prints its secrecy."""
    templates = tmp_path / "templat"
    shutil.copytree(ROOT / "templates", templates)
    invitation = templates / "undangan.docx"
    parts = ooxml.read_parts(invitation.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{ sifat }}", b"{{ acara }}")
    invitation.write_bytes(ooxml.write_parts(parts))
    (templates / "notula.docx").write_bytes(b"%PDF-1.7")

    result = generate("templat", "banding", "--templat", templates)

    assert result.returncode == ExitCode.TEMPLAT_RUSAK
    assert "notula.docx: kesalahan: Templat ini berkas PDF" in result.stderr
    assert "undangan.docx:\n  tidak tercetak: sifat\n  tercetak tambahan: acara\n" in result.stdout
    assert "daftar-hadir.docx: mencetak yang sama dengan templat bawaan\n" in result.stdout


def test_the_readme_lists_every_exit_code() -> None:
    rows = "\n".join(f"| {code.value} | {code.name} | {code.meaning} |" for code in ExitCode)
    table = f"| code | name | meaning |\n|---|---|---|\n{rows}"
    same_passage(ROOT / "README.md", "exit-codes", table)


def test_the_guide_describes_every_sheet() -> None:
    same_passage(ROOT / "docs" / "panduan-rujukan.md", "lembar", sheet_reference())


def test_make_help_lists_the_targets() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(r"^make keputusan +Membuat keputusan", listed.stdout, re.MULTILINE)
    assert re.search(r"^make test +", listed.stdout, re.MULTILINE)
