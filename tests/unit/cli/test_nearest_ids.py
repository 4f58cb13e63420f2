"""An ID that nothing has: the nearest are named, of the kind that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cases.edited import edited
from tests.e2e.conftest import SOURCE
from zi_docs.cli import cli
from zi_docs.errors import ExitCode


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "rapat R-1",
            "Rapat R-1 tidak ada; periksa kolom ID. Mungkin maksud Anda: R-01, R-10, R-11.",
        ),
        ("notula R03", "Rapat R03 tidak ada; periksa kolom ID. Mungkin maksud Anda: R-03."),
        (
            "keputusan renksi",
            "Keputusan rencana aksi renksi tidak ada; periksa kolom ID. "
            "Mungkin maksud Anda: renaksi.",
        ),
        (
            "sk sk-tim-kerj",
            "Keputusan sk-tim-kerj tidak ada; periksa kolom ID. Mungkin maksud Anda: sk-tim-kerja.",
        ),
        (
            "jdih renaks",
            "Keputusan renaks tidak ada; periksa kolom ID. Mungkin maksud Anda: renaksi.",
        ),
        (
            "nomor --untuk reaksi",
            "Keputusan, rapat, atau surat reaksi tidak ada; periksa kolom ID. "
            "Mungkin maksud Anda: renaksi.",
        ),
        (
            "revisi --simpan renaksii",
            "Keputusan atau revisi renaksii tidak ada; periksa kolom ID. Mungkin maksud Anda: "
            "renaksi.",
        ),
        ("revisi --naskah x", "Revisi x tidak ada; periksa kolom ID. ["),
        ("naskah surat", "Surat belum ada; isilah barisnya lebih dahulu. ["),
    ],
)
def test_what_was_perhaps_meant(typed: str, answer: str) -> None:
    result = CliRunner().invoke(cli, [*typed.split(), "--sumber", str(SOURCE)])
    assert result.exit_code == ExitCode.TEMUAN
    assert answer in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_errors_that_may_be_why_stay_beside_it(tmp_path: Path) -> None:
    """Twelve rows have the ID of another; the ID that was asked for is still named in full."""
    twins = {("Rencana Aksi", f"RA-{n:03}", "ID"): f"RA-{n - 1:03}" for n in range(7, 31, 2)}
    source = edited(SOURCE, tmp_path / SOURCE.name, cells=twins)
    told = CliRunner().invoke(cli, ["rapat", "R-1", "--sumber", str(source)]).stderr
    assert "WB-ID-GANDA" in told
    assert "Mungkin maksud Anda: R-01, R-10, R-11. [ID-TIADA]" in told
    assert "peringatan" not in told


def test_a_kind_of_papers_that_has_no_numbers() -> None:
    result = CliRunner().invoke(cli, ["nomor", "--jenis", "Udangan", "--sumber", str(SOURCE)])
    assert "periksa lembar Pola Nomor. Mungkin maksud Anda: Undangan. [NO-JENIS]" in result.stderr


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [("--kode", "RA-BULN", "RA-BULAN"), ("--lembar", "Rencana", "Rencana Aksi")],
)
def test_findings_of_a_code_or_sheet_that_has_none(option: str, typed: str, meant: str) -> None:
    result = CliRunner().invoke(cli, ["periksa", option, typed, "--sumber", str(SOURCE)])
    assert f"Tidak ada temuan yang demikian. Mungkin maksud Anda: {meant}" in result.stderr
