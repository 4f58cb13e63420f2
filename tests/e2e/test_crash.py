"""Runs that are killed: whatever the moment, the folder is the old set or the new one.

The office program is a quick fake, so that many moments can be tried. Each is an operation on
files, counted: a run is killed with its whole process group at its first, ..., last operation.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, rich
from tests.cases.workshops import Counting, contents, make, quick_office
from tools.resilience.figures import Tally
from zi_docs.build import publish as store
from zi_docs.build.inspection import inspect
from zi_docs.build.journal import WORK_FOLDER
from zi_docs.build.making import Wishes
from zi_docs.catalog import catalog, products_of
from zi_docs.model import Plan
from zi_docs.product import Family, Product
from zi_docs.revision.states import Year

FORM = Family.FORM
# `make test-tahan` asks for 200.
MOMENTS = int(os.environ.get("ZI_UJI_TAHAN", "12"))
_OPERATIONS = {
    "open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.utime",
    "os.scandir", "os.listdir", "shutil.rmtree", "shutil.copyfile", "tempfile.mkdtemp",
    "tempfile.mkstemp", "subprocess.Popen",
}  # fmt: skip

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="kills by signal")]


def products(year: Plan) -> list[Product]:
    """The decree, and the forms of a month to print."""
    listed = catalog(Year(year))
    forms = listed.about([FORM], "2026-12")
    decree = listed.about([Family.DECREE])
    return products_of([*decree, *forms], lambda product: product.kind != "isian")


def revised() -> Plan:
    year = plan()
    rows = (replace(one, indikator=rich(f"{one.id} berubah")) for one in year.activities)
    return replace(year, activities=tuple(rows))


class _Killer:
    """Counts the operations on files below the roots, and kills the group at one of them."""

    def __init__(self, roots: Sequence[str], moment: int) -> None:
        self.roots, self.moment, self.count = roots, moment, 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in _OPERATIONS:
            return
        paths = [os.fspath(one) for one in arguments if isinstance(one, str | os.PathLike)]
        if event != "subprocess.Popen" and not any(
            isinstance(path, str) and path.startswith(root) for path in paths for root in self.roots
        ):
            return
        self.count += 1
        if self.count == self.moment:
            os.killpg(0, signal.SIGKILL)


def in_a_group_of_its_own(work: Callable[[], None], roots: Sequence[str], moment: int) -> int:
    """Do the work in another process, killed at a moment (0: never); the operations it came to.

    -1 for one that was killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            killer = _Killer(roots, moment)
            sys.addaudithook(killer)
            work()
            os.write(writing, str(killer.count).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or told, "the run failed of itself"
    return int(told or -1)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Counting:
    return quick_office(tmp_path_factory.mktemp("kantor"))


def run(year: Plan, office: Counting, folder: Path) -> None:
    make(products(year), office, folder, Wishes(plan=year))


def test_a_killed_run_leaves_the_old_set_or_the_new(
    office: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "sementara"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    first, last = tmp_path / "lama", tmp_path / "baru"
    run(plan(), office, first / "2026")
    run(revised(), office, last / "2026")
    old, new = contents(first / "2026"), contents(last / "2026")
    assert old.keys() == new.keys()
    assert sum(old[name] != new[name] for name in old) >= 8

    trial = tmp_path / "coba"
    roots = (str(trial), str(scratch))

    def attempt(moment: int) -> int:
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(first, trial)
        return in_a_group_of_its_own(lambda: run(revised(), office, trial / "2026"), roots, moment)

    total = attempt(0)
    assert contents(trial / "2026") == new
    outcomes, survived = set(), 0
    for number in range(MOMENTS):
        moment = 1 + number * (total - 1) // max(1, MOMENTS - 1)
        survived += attempt(moment) != -1
        _every_file_is_whole(trial / "2026", old, new)
        outcomes.add(_settled(trial, old, new))
        run(revised(), office, trial / "2026")
        assert contents(trial / "2026") == new, moment
        assert inspect(trial / "2026") == [], moment
        assert not list((trial / "2026").glob(f"{WORK_FOLDER}*")), moment
    assert outcomes == {"lama", "baru"}
    if "ZI_UJI_TAHAN" in os.environ:
        tally = Tally("bunuh", "Mati mendadak pada setiap operasi berkas")
        for _ in range(MOMENTS):
            tally.count(-signal.SIGKILL)
        tally.keep()
    # The threads of a run do not always come to the same count: the last moments may be too late.
    assert survived <= MOMENTS // 10


def _every_file_is_whole(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Right after the kill, before anything is put in order: no file is cut or lost."""
    found = {
        name: content
        for name, content in contents(folder).items()
        if not name.startswith(WORK_FOLDER)
    }
    assert found.keys() == old.keys()
    assert all(content in (old[name], new[name]) for name, content in found.items())


def _settled(trial: Path, old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Which set the next run finds, looked at in a copy."""
    copy = trial.with_name("salinan")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(trial / "2026", copy)
    store.restore(copy)
    found = contents(copy)
    assert found in (old, new)
    # The manifest belongs to the set, also when it is the old one.
    assert inspect(copy) == []
    return "lama" if found == old else "baru"
