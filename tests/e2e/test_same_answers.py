"""The same fault gets the same answer from every verb: its exit code, and JSON of one shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tests.e2e.conftest import SOURCE, generate_here, without_office
from zi_docs.errors import ExitCode

READING_FORMS = [
    "monev --bulan 3",
    "rekap --bulan Maret",
    "laporan --triwulan I",
    "realisasi",
    "bukti",
    "status --tanggal 2026-03-31",
    "lke",
    "lke --lembar {new}/jawaban.xlsx",
    "templat periksa",
    "tahun-baru {new}/zi-2027.xlsx",
]
READING_THE_WORKBOOK = [
    *READING_FORMS,
    "semua",
    "keputusan",
    "sk",
    "jdih renaksi",
    "rapat R-01",
    "jadwal",
    "nomor",
    "nomor --untuk R-01",
    "revisi",
    "revisi --per 2026-03-31",
    "lke --usulkan",
    "tandatangan {new}/pindai.pdf --untuk renaksi",
    "periksa",
]
ASKING = [
    "realisasi",
    "bukti",
    "status --tanggal 2026-03-31",
    "lke",
    "lke --usulkan",
    "jadwal",
    "nomor",
    "templat periksa",
    "tahun-baru {new}/zi-2027.xlsx",
    "periksa",
]
WRITING_A_FILE = [
    "buku-kerja {new}/ada.xlsx",
    "tahun-baru {new}/ada.xlsx",
    "jadwal --tulis {new}/ada.xlsx",
    "realisasi --tulis {new}/ada.xlsx",
    "lke --tambah {new}/ada.xlsx",
    "lke --lembar {new}/ada.xlsx",
    "periksa --salinan {new}/ada.xlsx",
    "periksa --sarif {new}/ada.xlsx",
    "jadwal --ics {new}/ada.xlsx",
]
NAMING_A_FILE = [
    "rekap --banding {new}/lama.xlsx",
    "revisi {new}/lama.xlsx",
    "lke --lembar {new}/jawaban.xlsx --dari {new}/lama.xlsx",
    "buku-kerja {new}/zi-2027.xlsx --impor {new}/rencana.xlsx",
    "buku-kerja {new}/zi-2027.xlsx --impor {new}/rencana.xlsx --pemetaan {new}/peta.toml",
    "tandatangan {new}/pindai.pdf --untuk renaksi",
]


def answer(verb: str, source: Path, new: Path) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of a verb for a workbook; `new` is an empty folder."""
    words = [word.format(new=new) for word in verb.split()]
    result = generate_here(*words, "--sumber", source, "--keluaran", new / "hasil", "--json")
    return result.returncode, json.loads(result.stdout)


def codes(data: dict[str, Any]) -> set[str]:
    assert list(data)[-3:] == ["files", "findings", "exit"]
    return {finding["code"] for finding in data["findings"]}


@pytest.fixture(scope="module")
def damaged_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound, brief workbook beside which a form is no form any more."""
    folder = tmp_path_factory.mktemp("kantor")
    source = brief(SOURCE, folder / SOURCE.name)
    (folder / "realisasi").mkdir()
    (folder / "realisasi" / "rusak.xlsx").write_bytes(b"PK rusak")
    return source


@pytest.mark.libreoffice
@pytest.mark.parametrize("verb", READING_FORMS)
def test_a_form_that_cannot_be_read(verb: str, damaged_form: Path, tmp_path: Path) -> None:
    code, data = answer(verb, damaged_form, tmp_path)
    assert (code, data["exit"]) == (ExitCode.SEBAGIAN, ExitCode.SEBAGIAN)
    assert "WB-RUSAK" in codes(data)


@pytest.mark.parametrize("verb", READING_THE_WORKBOOK)
def test_a_workbook_that_is_not_there(verb: str, tmp_path: Path) -> None:
    code, data = answer(verb, tmp_path / "zi-2026.xlsx", tmp_path)
    assert (code, data["exit"]) == (ExitCode.TEMUAN, ExitCode.TEMUAN)
    assert codes(data) == {"WB-TIDAK-ADA"}


@pytest.mark.parametrize("verb", ASKING)
def test_an_error_in_a_cell(verb: str, tmp_path: Path) -> None:
    source = edited(
        SOURCE, tmp_path / SOURCE.name, cells={("Rencana Aksi", "RA-007", "ID"): "RA-006"}
    )
    code, data = answer(verb, source, tmp_path)
    assert (code, data["exit"]) == (ExitCode.TEMUAN, ExitCode.TEMUAN)
    assert "WB-ID-GANDA" in codes(data)


@pytest.mark.parametrize("verb", NAMING_A_FILE)
def test_a_named_file_that_is_not_there(verb: str, tmp_path: Path) -> None:
    code, data = answer(verb, SOURCE, tmp_path)
    assert (code, data["exit"]) == (ExitCode.TEMUAN, ExitCode.TEMUAN)
    assert codes(data) & {"WB-TIDAK-ADA", "IMP-BERKAS", "IMP-PEMETAAN", "LKE-BERKAS", "TTD-BERKAS"}


def test_json_too_tells_that_libreoffice_is_missing(tmp_path: Path) -> None:
    """The papers are made all the same, as DOCX."""
    result = without_office("keputusan", "--keluaran", tmp_path, "--json")
    data = json.loads(result.stdout)
    assert result.returncode == data["exit"] == ExitCode.PROGRAM_HILANG
    assert "PERINTAH-GAGAL" in codes(data)
    assert {Path(name).suffix for name in data["files"]} == {".docx"}


@pytest.mark.parametrize("verb", WRITING_A_FILE)
def test_a_file_that_would_be_written_over(verb: str, tmp_path: Path) -> None:
    standing = tmp_path / "ada.xlsx"
    standing.write_bytes(b"milik kantor")
    code, data = answer(verb, SOURCE, tmp_path)
    assert (code, data["exit"]) == (ExitCode.KELUARAN_GAGAL, ExitCode.KELUARAN_GAGAL)
    assert "PERINTAH-GAGAL" in codes(data)
    assert standing.read_bytes() == b"milik kantor"


@pytest.mark.parametrize(
    ("verb", "code", "finding", "words"),
    [
        ("keputsan", ExitCode.SALAH_PERINTAH, "PERINTAH-SALAH", "Mungkin maksud Anda: keputusan."),
        ("monev --bulan Marte", ExitCode.SALAH_PERINTAH, "PERINTAH-SALAH", "“Marte” bukan bulan"),
        ("monev", ExitCode.SALAH_PERINTAH, "PERINTAH-SALAH", "Sebutkan satu periode"),
        ("periksa -v -q", ExitCode.SALAH_PERINTAH, "PERINTAH-SALAH", "Pilih salah satu: -v atau"),
        (
            "templat baru --ke {new}",
            ExitCode.KELUARAN_GAGAL,
            "PERINTAH-GAGAL",
            "sudah ada dan tidak akan ditimpa",
        ),
        (
            "keputusan --templat {new}/kosong",
            ExitCode.TEMPLAT_RUSAK,
            "HASIL-GAGAL",
            "",
        ),
    ],
)
def test_a_failure_is_told_in_json_too(
    verb: str, code: ExitCode, finding: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "undangan.docx").write_bytes(b"milik kantor")
    result_code, data = answer(verb, SOURCE, tmp_path)
    assert (result_code, data["exit"], data["files"]) == (code, code, [])
    assert finding in codes(data)
    assert any(words in entry["message"] for entry in data["findings"])
