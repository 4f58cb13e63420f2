"""One run at a time for a year's folder, and the second is told who is at work."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.plans import plan
from tests.cases.workshops import Counting, contents
from tests.cases.year_folder import make_decree, reworded
from zi_docs.build.lock import HOLDER_FILE, lock_folder
from zi_docs.errors import BusyError, ExitCode, OutputError


def _hold(folder: Path, holding: object, done: object) -> None:
    with lock_folder(folder):
        holding.set()  # type: ignore[attr-defined]
        done.wait(30)  # type: ignore[attr-defined]


@pytest.fixture
def held(folder: Path) -> Iterator[int]:
    """Another process holds the folder; its number."""
    context = multiprocessing.get_context("fork")
    holding, done = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(folder, holding, done))
    process.start()
    assert holding.wait(30)
    yield process.pid or 0
    done.set()
    process.join()


def test_the_second_run_is_told_who_is_at_work(held: int, folder: Path, office: Counting) -> None:
    before = contents(folder)
    with pytest.raises(BusyError) as told:
        make_decree(reworded(), office, folder)
    assert told.value.exit_code is ExitCode.SEDANG_DIPAKAI
    assert re.search(rf"proses {held} milik \S+ di komputer \S+ sejak \d{{4}}-", str(told.value))
    assert contents(folder) == before


def test_the_lock_is_free_again_and_the_note_gone(folder: Path, office: Counting) -> None:
    assert not (folder / HOLDER_FILE).exists()
    assert make_decree(plan(), office, folder).written == ()


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[[[",
        "[" * 100_000,
        "[1]",
        '{"pid": "x"}',
        *[json.dumps({"pid": pid, "host": os.uname().nodename}) for pid in (10**30, 2**31, -1, 0)],
        json.dumps({"pid": [1], "host": {}, "user": None, "sejak": 5}),
    ],
)
def test_a_foreign_note_is_no_obstacle(note: str, tmp_path: Path) -> None:
    (tmp_path / HOLDER_FILE).write_text(note)
    with lock_folder(tmp_path):
        assert json.loads((tmp_path / HOLDER_FILE).read_text())["pid"] == os.getpid()


def test_of_a_foreign_note_a_line_is_shown(tmp_path: Path) -> None:
    note = {"pid": "\x1b[31m\U00018cd6", "host": "h" * 9999, "user": "", "sejak": None}
    with lock_folder(tmp_path):
        (tmp_path / HOLDER_FILE).write_text(json.dumps(note))
        with pytest.raises(BusyError) as busy, lock_folder(tmp_path):
            pass
    assert busy.value.what.isprintable()
    assert f"proses [31m milik ? di komputer {'h' * 80} sejak None." in busy.value.what


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_what_is_no_note_is_never_written_through(kind: str, tmp_path: Path) -> None:
    folder, other = tmp_path / "2026", tmp_path / "milik orang"
    folder.mkdir()
    note = folder / HOLDER_FILE
    if kind == "pipe":
        os.mkfifo(note)
    elif kind == "folder":
        note.mkdir()
    else:
        note.symlink_to(other)
    if kind == "link":
        other.write_text("asli")
    with lock_folder(folder):
        assert kind == "folder" or json.loads(note.read_text())["pid"] == os.getpid()
    assert (other.read_text() if other.exists() else "") == ("asli" if kind == "link" else "")


def test_a_year_that_is_a_link_is_not_worked_in(tmp_path: Path) -> None:
    (tmp_path / "milik orang").mkdir()
    (tmp_path / "2026").symlink_to(tmp_path / "milik orang")
    with pytest.raises(OutputError, match="2026 adalah tautan ke"), lock_folder(tmp_path / "2026"):
        "Nobody comes here."
    assert list((tmp_path / "milik orang").iterdir()) == []


def test_an_output_folder_may_be_a_link_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "diska bersama").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "diska bersama")
    with lock_folder(tmp_path / "output" / "2026"):
        assert (tmp_path / "diska bersama" / "2026" / HOLDER_FILE).is_file()
