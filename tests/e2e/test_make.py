"""The targets of make: arguments as one word each, the exit code in words, the month asked for."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.terminal import printed
from tests.e2e.conftest import ROOT, SOURCE
from zi_docs.forms.form_reader import FOLDER


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What make prepares under `.venv`, with the Python of these tests."""
    folder = tmp_path_factory.mktemp("venv")
    (folder / "bin").mkdir()
    python = folder / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    (folder / ".pasang").touch()
    return folder


def command(environment: Path, *words: str) -> list[str]:
    """A call of make that installs nothing."""
    return ["make", "--old-file=system", f"VENV={environment}", *words]


def make(environment: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run make with nobody at a terminal."""
    return subprocess.run(
        command(environment, *words),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def answered(environment: Path, answer: str, *words: str) -> str:
    """What make prints on a terminal at which somebody answers its question."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(environment, *words), cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    return printed(process, ours)


def test_a_path_may_hold_spaces_quotes_and_what_shells_and_make_read(
    environment: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kantor Bu Nur'aini; $(x) `y` $HOME"
    folder.mkdir()
    source = shutil.copy(SOURCE, folder / "zi-2026.xlsx")
    new = folder / "realisasi baru.xlsx"
    result = make(environment, "realisasi", f"SUMBER={source}", f"TULIS={new}")
    assert result.returncode == 0, result.stderr
    assert new.is_file()
    evidence = folder / "bukti kita"
    assert make(environment, "bukti", f"SUMBER={source}", f"KE={evidence}").returncode == 0
    assert evidence.is_dir()


def test_a_failure_is_told_with_its_code_and_what_it_means(
    environment: Path, tmp_path: Path
) -> None:
    source = shutil.copy(SOURCE, tmp_path / SOURCE.name)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "rusak.xlsx").write_bytes(b"PK rusak")
    result = make(environment, "realisasi", f"SUMBER={source}")
    assert (
        "make realisasi berakhir dengan kode 7 (SEBAGIAN): Sebagian tidak dibuat atau tidak "
        "terbaca karena datanya bermasalah.\n"
    ) in result.stderr
    assert result.stderr.rstrip().endswith(" 7")


@pytest.mark.parametrize("verb", ["monev", "rekap"])
def test_without_a_period_and_a_terminal_the_month_must_be_named(
    environment: Path, verb: str
) -> None:
    result = make(environment, verb)
    assert result.returncode == 2
    assert (
        f"Sebutkan bulannya: make {verb} BULAN=3 (atau TRIWULAN=1, SEMESTER=1, TAHUNAN=1).\n"
    ) in result.stderr


def test_on_a_terminal_the_month_is_asked_for(environment: Path) -> None:
    """Its answer reaches the program: this one is no month."""
    told = answered(environment, "Marte", "monev")
    assert "Bulan berapa? (3, Maret, atau 2026-03) " in told
    assert "“Marte” bukan bulan. Mungkin maksud Anda: Maret." in told


def test_two_years_are_compared_as_a_whole(environment: Path) -> None:
    told = make(environment, "rekap", "BANDING=tidak ada.xlsx", "--dry-run").stdout
    assert "rekap  --keluaran 'output'  --banding 'tidak ada.xlsx'" in told
    told = make(environment, "rekap", "BULAN=Maret 2026", "--dry-run").stdout
    assert "--bulan 'Maret 2026'" in told
