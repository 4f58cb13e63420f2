"""A system that is short of disk, memory or processes: the papers are whole or the old ones stand,
nothing is left in the temporary folder, and the reason is said.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cases.command_runs import (
    COMMAND,
    OUTPUT_FOLDER,
    VERB,
    WHOLE,
    a_copy,
    an_office,
    keep,
    papers,
    ran,
    says_why,
    surroundings,
)
from tests.cases.workshops import contents
from tools.resilience.trials import ROOT
from zi_docs.build.inspection import inspect
from zi_docs.build.publish import restore
from zi_docs.errors import ExitCode


def kibibytes(folder: Path) -> int:
    """What a folder takes on a disk of blocks of 4 KiB."""
    return sum(4 + (path.stat().st_size + 4095) // 4096 * 4 for path in folder.rglob("*"))


def may_mount() -> bool:
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not may_mount(), reason="no disk of a given size can be mounted here")
def test_a_full_disk_leaves_the_old_papers_or_the_new(
    made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """The output folder is a real disk of so many KiB; in the end its files are copied out."""
    before, after = (papers(folder) for folder in made)
    size = kibibytes(made[0] / OUTPUT_FOLDER)
    moments = 10 if WHOLE else 1
    codes = []
    for number in range(moments):
        folder = an_office(tmp_path / str(number), books[1])
        shutil.copytree(made[0] / OUTPUT_FOLDER, folder / "lama")
        (folder / OUTPUT_FOLDER).mkdir()
        # From hardly more than what stands there to enough for both versions.
        room = size + 8 + number * 2 * size // max(moments - 1, 1)
        script = (
            f"mount -t tmpfs -o size={room}k tmpfs {OUTPUT_FOLDER} && "
            f'cp -a lama/. {OUTPUT_FOLDER} && "$@"; code=$?; '
            f"cp -a {OUTPUT_FOLDER} keluar; exit $code"
        )
        result = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script, "sh", *COMMAND],
            cwd=folder,
            env=surroundings(office),
            capture_output=True,
            text=True,
            check=False,
        )
        says_why(result)
        assert result.returncode in (ExitCode.BERES, ExitCode.KELUARAN_GAGAL), result.stderr
        year = folder / "keluar" / "2026"
        restore(year)
        assert contents(year) == (after if result.returncode == ExitCode.BERES else before)
        assert [finding.code for finding in inspect(year)] == []
        codes.append(result.returncode)
    assert ExitCode.KELUARAN_GAGAL in codes
    keep("penuh", "Penyimpanan penuh di tengah pembuatan", codes)


def left_behind(scratch: Path) -> list[str]:
    """What still stands in a temporary folder after what the run started had time to end."""
    until = time.monotonic() + 10
    while any(scratch.iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    return sorted(path.name for path in scratch.iterdir())


@pytest.mark.libreoffice
@pytest.mark.skipif(not may_mount(), reason="no disk of a given size can be mounted here")
def test_a_temporary_folder_without_room_for_the_office_is_told(
    made: tuple[Path, Path], books: tuple[Path, Path], tmp_path: Path
) -> None:
    """TMPDIR is a real disk of so many KiB, on which LibreOffice itself has its profile."""
    folder, scratch = an_office(tmp_path / "kantor", books[0]), tmp_path / "sementara"
    scratch.mkdir()
    script = (
        'mount -t tmpfs -o size="$1"k tmpfs "$2" && shift 2 && "$@"; code=$?; ls -A "$TMPDIR"; '
    )
    codes = []
    for room in (16, 48, 96, 128, 192, 256, 384, 2048) if WHOLE else (128,):
        disk = ["unshare", "-rm", "sh", "-c", f"{script} exit $code", "sh", str(room), str(scratch)]
        result = ran(folder, Path(), before=disk, ZI_SOFFICE=None, TMPDIR=str(scratch))
        says_why(result)
        assert result.returncode in (ExitCode.BERES, ExitCode.KELUARAN_GAGAL), (room, result.stderr)
        assert (result.returncode == ExitCode.BERES) is (papers(folder) != {}), room
        assert "zi-docs-" not in result.stdout, "something is left"
        codes.append(result.returncode)
        shutil.rmtree(folder / OUTPUT_FOLDER)
    assert ExitCode.KELUARAN_GAGAL in codes
    keep("penuh-sementara", "Folder sementara penuh, dengan LibreOffice", codes)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Linux bounds the memory")
def test_a_computer_without_memory_leaves_the_old_papers_or_the_new(
    made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """So many MiB more than the program has when all of it is loaded."""
    before, after = (papers(folder) for folder in made)
    scratch, codes = tmp_path / "sementara", []
    scratch.mkdir()
    for more in range(0, 80, 8) if WHOLE else (4,):
        folder = an_office(a_copy(made[0], tmp_path / str(more)), books[1])
        result = subprocess.run(
            [sys.executable, "-m", "tests.cases.short_of_memory", str(more), *VERB],
            cwd=folder,
            env=surroundings(office, PYTHONPATH=str(ROOT), TMPDIR=str(scratch)),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        says_why(result)
        assert papers(folder) == (after if result.returncode == ExitCode.BERES else before)
        assert left_behind(scratch) == []
        codes.append(result.returncode)
    assert ExitCode.KELUARAN_GAGAL in codes
    keep("memori", "Memori komputer tidak cukup", codes)
