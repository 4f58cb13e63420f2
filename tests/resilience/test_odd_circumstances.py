"""Full disks, changing files, wrong clocks, bare environments, runs at once: the papers are the
same, or the old ones stand, and the reason is said.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tests.cases.workshops import contents
from tests.e2e.conftest import running
from tools.resilience.figures import Tally
from tools.resilience.originals import BOOK, SHIPPED, quick_office
from tools.resilience.package_mutations import dice
from tools.resilience.trials import ROOT
from zi_docs.build.inspection import inspect
from zi_docs.build.journal import WORK_FOLDER
from zi_docs.build.publish import restore
from zi_docs.errors import ExitCode

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
OUTPUT_FOLDER = "output"
VERB = ("undangan", "R-01")
_COMMAND = [sys.executable, str(ROOT / "generate.py"), *VERB]
_TOGETHER = (ExitCode.BERES, ExitCode.SEDANG_DIPAKAI)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quick_office(tmp_path_factory.mktemp("program") / "kantor")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workbook, and the same with another place of the meeting."""
    folder = tmp_path_factory.mktemp("buku")
    first = brief(SHIPPED, folder / "a.xlsx")
    changed = {("Rapat", "R-01", "Tempat"): "Aula Contoh"}
    return first, edited(first, folder / "b.xlsx", cells=changed)


@pytest.fixture(scope="module")
def made(
    books: tuple[Path, Path], office: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Two offices: one made its papers from the first workbook, one from the second."""
    folders = []
    for number, book in enumerate(books):
        folder = an_office(tmp_path_factory.mktemp(f"kantor-{number}"), book)
        assert ran(folder, office).returncode == ExitCode.BERES
        folders.append(folder)
    return folders[0], folders[1]


def an_office(folder: Path, book: Path) -> Path:
    (folder / BOOK).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(book, folder / BOOK)
    return folder


def a_copy(made: Path, folder: Path) -> Path:
    shutil.copytree(made, folder, symlinks=True)
    return folder


def surroundings(office: Path, **changes: str | None) -> dict[str, str]:
    """The environment with some variables changed, or taken away where they are None."""
    changed = {**os.environ, "ZI_SOFFICE": str(office), **changes}
    return {name: value for name, value in changed.items() if value is not None}


def ran(
    folder: Path, office: Path, *more: str, **changes: str | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_COMMAND, *more],
        cwd=folder,
        env=surroundings(office, **changes),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def papers(folder: Path) -> dict[str, bytes]:
    return contents(folder / OUTPUT_FOLDER / "2026")


def kibibytes(folder: Path) -> int:
    """What a folder takes on a disk of blocks of 4 KiB."""
    return sum(4 + (path.stat().st_size + 4095) // 4096 * 4 for path in folder.rglob("*"))


def keep(key: str, title: str, codes: list[int]) -> None:
    """Keep the figures of a whole run."""
    if WHOLE:
        tally = Tally(key, title)
        for code in codes:
            tally.count(code)
        tally.keep()


def says_why(result: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in result.stderr
    assert result.returncode in list(ExitCode)
    assert result.returncode == ExitCode.BERES or result.stderr.strip()


# Disks


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
            ["unshare", "-rm", "sh", "-c", script, "sh", *_COMMAND],
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


# Files and clocks


def test_a_workbook_that_is_replaced_meanwhile_is_read_as_one_of_both(
    made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    versions = [papers(folder) for folder in made]
    codes = []
    for number in range(5 if WHOLE else 1):
        folder = an_office(tmp_path / str(number), books[0])
        run = subprocess.Popen(
            _COMMAND,
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


@pytest.mark.parametrize("year", [2099, 1980] if WHOLE else [2099])
def test_a_clock_that_went_wrong_makes_nothing_anew(
    year: int, made: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """All files are of another time than the computer says it is."""
    folder = a_copy(made[0], tmp_path / "kantor")
    moment = time.mktime(date(year, 6, 1).timetuple())
    for path in folder.rglob("*"):
        os.utime(path, (moment, moment))
    result = ran(folder, office, "--rinci")
    assert result.returncode == ExitCode.BERES, result.stderr
    assert "dibuat  " not in result.stderr
    assert papers(folder) == papers(made[0])
    keep(f"jam-{year}", f"Jam komputer keliru (berkas bertahun {year})", [result.returncode])


CLOCKS = {
    "1980": "@1980-01-02 08:00:00",
    "2038": "@2038-01-20 08:00:00",
    "2099": "@2099-06-01 08:00:00",
}


@pytest.mark.skipif(
    not (WHOLE and shutil.which("faketime")),
    reason="another clock: make test-tahan, with Debian's package faketime",
)
@pytest.mark.parametrize("name", CLOCKS)
def test_a_clock_that_is_wrong_changes_no_paper(
    name: str, made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """Made under that clock, then looked at by the right one, and by the wrong one again.

    Times of files stay true. (faketime 0.9.10 lets Python 3.11 not sleep by a monotonic clock that
    stays true, so that one is wrong too.)
    """
    clock = {"NO_FAKE_STAT": "1"}
    folder = an_office(tmp_path / "kantor", books[0])
    wrong = [str(shutil.which("faketime")), "-f", CLOCKS[name]]
    codes = []
    for number, before in enumerate((wrong, [], wrong)):
        result = subprocess.run(
            [*before, *_COMMAND, "--rinci"],
            cwd=folder,
            env=surroundings(office, **clock),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        says_why(result)
        assert result.returncode == ExitCode.BERES, result.stderr
        assert ("dibuat  " in result.stderr) is (number == 0)
        assert papers(folder) == papers(made[0])
        codes.append(result.returncode)
    keep(f"jam-berjalan-{name}", "Jam komputer keliru selama perintah berjalan", codes)


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
            _COMMAND,
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
            _COMMAND,
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
