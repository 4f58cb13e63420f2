"""`jelaskan`: one paper, by whatever name its user knows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.edited import edited
from tests.e2e.conftest import SOURCE, without_office
from tests.e2e.conftest import generate_here as generate
from zi_docs.errors import ExitCode


def explained(name: str, *options: object) -> dict[str, Any]:
    result = generate("jelaskan", name, *options, "--json")
    assert result.returncode in (ExitCode.BERES, ExitCode.TEMUAN), result.stderr
    paper: dict[str, Any] = json.loads(result.stdout)["paper"]
    return paper


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("keputusan/renaksi-asli", "keputusan/renaksi-asli"),
        ("Keputusan/Renaksi-Asli.pdf", "keputusan/renaksi-asli"),
        ("renaksi", "keputusan/renaksi-asli"),
        ("renaksi-salinan", "keputusan/renaksi-salinan"),
        ("R-01", "rapat/R-01/undangan"),
        ("R-01\\notula", "rapat/R-01/notula"),
        ("2026-03", "monev/2026-03/area-1"),
    ],
)
def test_a_paper_is_known_by_its_name_its_file_or_its_id(name: str, paper: str) -> None:
    assert explained(name)["name"] == paper


def test_its_path_in_the_folder_of_results_will_do(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "bundel" / "rapat-R-01.pdf"
    paper = explained(str(path), "--output", tmp_path)
    assert paper["papers"] == [{"file": str(path), "condition": "missing"}]
    assert paper["needs"][0] == "rapat/R-01/undangan"


def test_the_cells_template_and_reason_of_an_invitation(tmp_path: Path) -> None:
    result = generate("jelaskan", "R-01", "--output", tmp_path)
    assert result.returncode == ExitCode.BERES
    assert "source/zi-2026.xlsx › Rapat!B4, C4, G4, V4 (Acara, Tanggal, " in result.stdout
    assert "templates/undangan.docx" in result.stdout
    assert "belum pernah dibuat" in result.stdout
    assert "nomor undangan (source/zi-2026.xlsx › Rapat!K4)" in result.stdout
    assert "rapat/R-01/daftar-hadir" in result.stdout


def test_the_error_that_stops_a_paper_stands_with_its_cell(tmp_path: Path) -> None:
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells={("Rapat", "R-01", "Pimpinan"): "KETAU"})
    stopped = explained("R-01", "--source", source)
    assert stopped["state"] == "stopped"
    assert [(f["place"]["sheet"], f["place"]["cell"]) for f in stopped["stopped"]] == [
        ("Rapat", "G4")
    ]
    assert explained("R-02", "--source", source)["state"] == "unmade"


def test_without_a_name_every_paper_has_its_line(tmp_path: Path) -> None:
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells={("Rapat", "R-01", "Pimpinan"): "KETAU"})
    result = generate("jelaskan", "--source", source, "--output", tmp_path)
    # An error in a cell has the same code in every verb.
    assert (result.returncode, result.stderr) == (ExitCode.TEMUAN, "")
    lines = result.stdout.splitlines()
    stopped = "rapat/R-01/notula: tidak dapat dibuat karena kesalahan pada buku kerja"
    assert f"{stopped} (kesalahan pada {source} › Rapat!G4)" in lines
    assert "keputusan/renaksi-asli: belum dibuat (belum pernah dibuat)" in lines
    # Made on request, and never asked for.
    assert not [line for line in lines if line.startswith("rapat/R-02/perorangan/")]
    assert not list(tmp_path.glob("2026/*"))


def test_a_row_that_cannot_be_read_has_no_paper_but_a_reason(tmp_path: Path) -> None:
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells={("Rapat", "R-01", "Tanggal"): "31/2/2026"})
    result = generate("jelaskan", "rapat/R-01/undangan", "--source", source)
    assert result.returncode == ExitCode.TEMUAN
    assert "Rapat!C4: kesalahan" in result.stderr
    assert "ID-TIADA" not in result.stderr


def test_a_paper_that_the_workbook_asks_for_no_more_is_known(tmp_path: Path) -> None:
    assert without_office("notula", "R-01", "--output", tmp_path).returncode == 3
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells={("Rapat", "R-01", "ID"): "R-99"})
    result = generate("jelaskan", "rapat/R-01/notula", "--source", source, "--output", tmp_path)
    assert result.returncode == ExitCode.TEMUAN
    assert "rapat/R-01/notula.docx: peringatan: Buku kerja tidak lagi" in result.stderr


def test_an_unknown_name_gets_the_nearest_ones() -> None:
    result = generate("jelaskan", "rapat/R-1/undangn")
    assert result.returncode == ExitCode.TEMUAN
    assert "Tidak ada naskah bernama “rapat/R-1/undangn”." in result.stderr
    assert "Mungkin maksud Anda: rapat/R-01/undangan, " in result.stderr
