"""A verb that makes papers tells few lines of findings; `periksa` tells all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cases.edited import edited
from tests.e2e.conftest import SOURCE
from zi_docs.cli import cli
from zi_docs.errors import ExitCode

MOST = 10
VERBS = (
    "keputusan",
    "sk",
    "rapat",
    "undangan",
    "notula",
    "monev --bulan 3",
    "rekap --triwulan 1",
    "laporan --triwulan 1",
    "revisi --naskah renaksi",
    "jdih renaksi",
    "lke --peta",
    "semua",
)
# What makes all papers of the real year, as others make some of them: `make test-lama`.
LONG = () if os.environ.get("ZI_UJI_LAMA") else ("rapat", "semua")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Errors on four sheets: no day, no area, no official, no such signer."""
    meetings = [f"R-{n:02}" for n in range(1, 16)]
    rows = [f"RA-{n:03}" for n in range(1, 31)]
    cells: dict[tuple[str, str, str], object] = {
        **{("Rapat", key, "Tanggal"): f"besok {key}" for key in meetings},
        **{("Rapat", key, "Pimpinan"): f"KETUA {key}" for key in meetings},
        **{("Rencana Aksi", key, "Area"): f"Area {key}" for key in rows},
        ("Keputusan", "sk-spip", "Penanda tangan"): "SIAPA",
        ("Keputusan", "sk-upg", "Tanggal"): "lusa",
        ("Pejabat", "SEKRETARIS", "Kelompok"): "Entah",
    }
    return edited(SOURCE, tmp_path_factory.mktemp("buku") / SOURCE.name, cells=cells)


def told(book: Path, verb: str, output: Path) -> list[str]:
    """The lines of findings; without LibreOffice, which is told beside them."""
    arguments = [*verb.split(), "--source", str(book), "--output", str(output)]
    result = CliRunner().invoke(cli, arguments, env={"ZI_LIBREOFFICE": "/tiada"})
    assert result.exit_code in (ExitCode.TEMUAN, ExitCode.PROGRAM_HILANG, ExitCode.SEBAGIAN)
    lines = result.stderr.splitlines()
    return [line for line in lines if "ZI_LIBREOFFICE" not in line]


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in LONG])
def test_of_the_shipped_workbook(verb: str, tmp_path: Path) -> None:
    assert len(told(SOURCE, verb, tmp_path)) <= MOST


@pytest.mark.parametrize("verb", VERBS)
def test_of_a_workbook_with_many_errors(verb: str, faulty: Path, tmp_path: Path) -> None:
    lines = told(faulty, verb, tmp_path)
    assert len(lines) <= MOST
    if len(lines) == MOST:
        assert any("jalankan `periksa`" in line for line in lines)
