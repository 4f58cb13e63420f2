"""Changing files, bare environments, runs at once and killed: the papers are the same, or the old
ones stand, and the reason is said.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cases.command_runs import (
    COMMAND,
    OUTPUT_FOLDER,
    WHOLE,
    a_copy,
    an_office,
    keep,
    papers,
    ran,
    says_why,
    surroundings,
)
from tests.e2e.conftest import running
from tools.resilience.originals import BOOK
from tools.resilience.package_mutations import dice
from zi_docs.build.inspection import inspect
from zi_docs.build.journal import WORK_FOLDER
from zi_docs.build.publish import restore
from zi_docs.errors import ExitCode

_TOGETHER = (ExitCode.BERES, ExitCode.SEDANG_DIPAKAI)


def test_a_workbook_that_is_replaced_meanwhile_is_read_as_one_of_both(
    made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    versions = [papers(folder) for folder in made]
    codes = []
    for number in range(5 if WHOLE else 1):
        folder = an_office(tmp_path / str(number), books[0])
        run = subprocess.Popen(
            COMMAND,
            cwd=folder,
            env=surroundings(office),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        turn = 0
        while run.poll() is None:
            turn += 1
            # As Excel saves: another file takes the name; or in place, piece by piece.
            if turn % 2:
                shutil.copy(books[turn % 2], folder / "baru.xlsx")
                (folder / "baru.xlsx").replace(folder / BOOK)
            else:
                (folder / BOOK).write_bytes(books[0].read_bytes())
            time.sleep(0.01)
        _, complaint = run.communicate()
        assert "Traceback" not in complaint
        assert run.returncode == ExitCode.BERES, complaint
        assert papers(folder) in versions
        codes.append(run.returncode)
    keep("diganti", "Buku kerja diganti selama perintah berjalan", codes)


# Environments

ENVIRONMENTS: Mapping[str, Mapping[str, str | None]] = {
    "no home": {"HOME": None},
    "a home that is not there": {"HOME": "/tidak/ada"},
    "a home that takes nothing": {"HOME": "/proc"},
    "the language C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "an unknown language": {"LANG": "xx_XX.KOI8-R", "LC_ALL": None},
    "no temporary folder": {"TMPDIR": None},
    "a temporary folder that is not there": {"TMPDIR": "/tidak/ada"},
    "another zone of time": {"TZ": "Pacific/Kiritimati"},
    "a narrow terminal": {"COLUMNS": "1", "TERM": "dumb"},
    "warnings as errors": {"PYTHONWARNINGS": "error"},
    "other hashes": {"PYTHONHASHSEED": "4711"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS if WHOLE else ["the language C"])
def test_the_papers_are_the_same_wherever_they_are_made(
    name: str, made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    folder = an_office(tmp_path / "kantor", books[0])
    result = ran(folder, office, **ENVIRONMENTS[name])
    says_why(result)
    assert result.returncode == ExitCode.BERES, result.stderr
    assert papers(folder) == papers(made[0])
    keep(f"lingkungan-{list(ENVIRONMENTS).index(name)}", "Lingkungan komputer yang ganjil", [0])


def test_the_papers_are_the_same_in_a_folder_of_an_odd_name_and_with_a_strict_mask(
    made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    folder = an_office(tmp_path / "Kantor “é” – 100% & $HOME;'x", books[0])
    before = os.umask(0o077)
    try:
        result = ran(folder, office)
    finally:
        os.umask(before)
    assert result.returncode == ExitCode.BERES, result.stderr
    assert papers(folder) == papers(made[0])
    keep("lingkungan-nama", "Lingkungan komputer yang ganjil", [0])


# Runs


@pytest.mark.parametrize("count", [2, 5] if WHOLE else [2])
def test_runs_at_once_make_the_papers_once(
    count: int, made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    folder = an_office(tmp_path / "kantor", books[0])
    runs = [
        subprocess.Popen(
            COMMAND,
            cwd=folder,
            env=surroundings(office),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    complaints = [run.communicate()[1] for run in runs]
    codes = [run.returncode for run in runs]
    assert not any("Traceback" in complaint for complaint in complaints)
    assert set(codes) <= set(_TOGETHER)
    assert ExitCode.BERES in codes
    assert papers(folder) == papers(made[0])
    assert inspect(folder / OUTPUT_FOLDER / "2026") == []
    keep(f"serentak-{count}", f"{count} perintah serentak", codes)


@pytest.mark.libreoffice
@pytest.mark.skipif(not WHOLE, reason="40 starts of LibreOffice: make test-tahan")
def test_a_run_with_libreoffice_that_is_killed_leaves_the_old_papers_or_the_new(
    books: tuple[Path, Path], tmp_path: Path
) -> None:
    chance = dice(17)
    real = {"ZI_SOFFICE": None}
    old = an_office(tmp_path / "lama", books[0])
    new = an_office(tmp_path / "baru", books[1])
    started = time.monotonic()
    for folder in (old, new):
        result = ran(folder, Path(), **real)
        assert result.returncode == ExitCode.BERES, result.stderr
    each = (time.monotonic() - started) / 2
    sets = [papers(folder) for folder in (old, new)]
    codes, scratch = [], tmp_path / "sementara"
    scratch.mkdir()
    for number in range(40):
        folder = a_copy(old, tmp_path / str(number))
        shutil.copy(books[1], folder / BOOK)
        shutil.rmtree(folder / OUTPUT_FOLDER / ".tembolok")
        run = subprocess.Popen(
            COMMAND,
            cwd=folder,
            env=surroundings(Path(), **real, TMPDIR=str(scratch)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.3, 1.1 * each))
        run.send_signal(signal.SIGKILL)
        codes.append(run.wait())
        year = folder / OUTPUT_FOLDER / "2026"
        restore(year)
        assert papers(folder) in sets
        assert inspect(year) == []
        assert not (year / WORK_FOLDER).exists()
        shutil.rmtree(folder)
    until = time.monotonic() + 10
    while running(f"{scratch}/zi-docs-") and time.monotonic() < until:
        time.sleep(0.2)
    assert running(f"{scratch}/zi-docs-") == []
    assert codes.count(-signal.SIGKILL) >= 20
    keep("bunuh-libreoffice", "Mati mendadak dengan LibreOffice", codes)
