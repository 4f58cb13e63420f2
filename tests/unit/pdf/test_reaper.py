"""What a killed run leaves is ended and removed: by its reaper, or by the next run's."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.pdf.offices import all_end, converter, jobs
from zi_docs.pdf import reaper
from zi_docs.pdf.processes import Processes

Start = Callable[[Path, str], int]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a shell with its temporary folder in this one, as offices are."""
    started: list[subprocess.Popen[bytes]] = []

    def office(folder: Path, commands: str) -> int:
        environment = {"PATH": os.environ["PATH"], "TMPDIR": str(folder / "tmpabc")}
        process = subprocess.Popen(["sh", "-c", commands], env=environment)
        started.append(process)
        return process.pid

    yield office
    for process in started:
        process.kill()
        process.wait()


def left_by_a_run(temporary: Path, name: str = "zi-docs-1-abc") -> Path:
    """A folder that a run held until it was killed."""
    folder = temporary / name
    (folder / "tmpabc").mkdir(parents=True)
    reaper.lock_of(folder).touch()
    return folder


def test_the_next_run_ends_and_removes_what_a_dead_run_left(tmp_path: Path, start: Start) -> None:
    folder = left_by_a_run(tmp_path)
    with socket.socket(socket.AF_UNIX) as pipe:
        pipe.bind(str(tmp_path / "pipa"))
    (folder / "tmpabc" / reaper.PIPE_NOTE).write_text(str(tmp_path / "pipa"))
    office = start(folder, "sleep 60")
    reaper.sweep(tmp_path)
    assert all_end([office])
    assert list(tmp_path.iterdir()) == []


def test_what_another_run_holds_is_spared(tmp_path: Path, start: Start) -> None:
    folder, lock = reaper.new_run_folder(tmp_path)
    office = start(folder, "sleep 60")
    reaper.sweep(tmp_path)
    assert folder.is_dir()
    assert office in working(folder)
    lock.release()
    reaper.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_killed_before_it_has_a_folder_leaves_no_lock(tmp_path: Path) -> None:
    reaper.lock_of(tmp_path / "zi-docs-1-abc").touch()
    reaper.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_nobodys_run_is_spared(tmp_path: Path, start: Start) -> None:
    """A folder that a run has only just made, another's file, a link, a note of a foreign pipe."""
    outside = tmp_path / "luar"
    outside.mkdir()
    (tmp_path / "zi-docs-1-baru").mkdir()
    (tmp_path / "zi-docs-1-berkas").write_text("x")
    (tmp_path / "zi-docs-1-tautan").symlink_to(outside)
    (outside / "naskah.docx").write_text("x")
    folder = left_by_a_run(tmp_path)
    (folder / "tmpabc" / reaper.PIPE_NOTE).write_text(str(outside / "naskah.docx"))
    other = start(tmp_path / "zi-docs-1-baru", "sleep 60")
    reaper.sweep(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"luar", "zi-docs-1-baru", "zi-docs-1-berkas", "zi-docs-1-tautan"}
    assert (outside / "naskah.docx").exists()
    assert Path(f"/proc/{other}").exists()


def test_an_office_whose_folder_is_gone_already_is_ended(tmp_path: Path, start: Start) -> None:
    office = start(tmp_path / "zi-docs-1-hilang", "sleep 60")
    reaper.sweep(tmp_path)
    assert all_end([office])


def test_a_folder_in_which_somebody_still_writes_is_not_forgotten(
    tmp_path: Path, start: Start
) -> None:
    folder = left_by_a_run(tmp_path)
    office = start(folder, "while :; do mkdir -p $TMPDIR/$$; : >$TMPDIR/x; done")
    reaper.clear(folder, 5)
    assert all_end([office])
    assert not folder.exists()


KILLED = """
import os, pathlib, signal, subprocess, sys
from zi_docs.pdf.processes import Processes
folder = pathlib.Path(sys.argv[1])
(folder / "tmpabc").mkdir(parents=True)
processes = Processes()
processes.remove(folder)
class Killed(dict):
    def __setitem__(self, process, mark):
        os.kill(os.getpid(), signal.SIGKILL)
processes._running = Killed()
processes.start(["sleep", "60"], {**os.environ, "TMPDIR": str(folder / "tmpabc")}, folder)
"""


def test_an_office_started_in_the_moment_of_the_kill_is_ended(tmp_path: Path) -> None:
    """Nobody but the reaper knows of it."""
    folder = tmp_path / "zi-docs-1-abc"
    run = subprocess.run([sys.executable, "-c", KILLED, folder], check=False)
    assert run.returncode == -signal.SIGKILL
    until = time.monotonic() + 5
    while (folder.exists() or working(folder)) and time.monotonic() < until:
        time.sleep(0.05)
    assert (folder.exists(), working(folder)) == (False, [])


def working(folder: Path) -> list[int]:
    return [process.pid for process, _ in reaper._at_work(f"{folder}/")]


def test_a_child_without_parents_is_known_by_its_mark(tmp_path: Path) -> None:
    """As on a system without groups of processes: in a session of its own, its parents gone."""
    processes = Processes()
    command = ["sh", "-c", f"setsid sh -c 'sleep 60 & echo $! >{tmp_path}/pid'"]
    office = processes.start(command, {"PATH": os.environ["PATH"]}, tmp_path)
    office.wait()
    child = int((tmp_path / "pid").read_text())
    assert not all_end([child], within_seconds=0)
    processes.end(office)
    assert all_end([child])
    processes.close()
    processes.clear()


def test_half_a_line_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / "sisa"
    left.mkdir()
    reaper.reap([f'["remove", "{left}"]', '["sta'])
    assert not left.exists()


def test_a_program_that_never_says_its_version_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\necho $$ >"{tmp_path}/pids"\nsleep 60 &\n'
                       f'echo $! >>"{tmp_path}/pids"\nwait\n')  # fmt: skip
    program.chmod(0o755)
    monkeypatch.setattr("zi_docs.pdf.offices._ANSWER_SECONDS", 0.5)
    with converter(program) as office:
        assert office.version() == str(program)
        assert all_end([int(line) for line in (tmp_path / "pids").read_text().split()])


def test_a_program_says_its_version(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text('#!/bin/sh\ncase "$*" in *--version) echo "Kantor 7.4" ;; esac\n')
    program.chmod(0o755)
    with converter(program) as office:
        assert office.version() == "Kantor 7.4"


# A program that only hangs


def hanging(folder: Path, commands: str) -> Path:
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\necho $$ >>"{folder}/pids"\n{commands}\n')
    program.chmod(0o755)
    return program


def test_a_program_that_never_gets_ready_is_tried_twice_and_once_in_a_batch(
    tmp_path: Path, make_docx: Callable[[str], bytes]
) -> None:
    """It may work all the same; but not twice for each document."""
    program = hanging(tmp_path, "sleep 60")
    with converter(program, seconds=0.5) as office:
        futures = [office.submit(job) for job in jobs(make_docx, 5)]
        problems = [str(future.exception()) for future in futures]
    assert all("batas waktu terlampaui" in problem for problem in problems)
    assert len((tmp_path / "pids").read_text().split()) == 3


def test_a_program_that_never_converts_is_given_up_after_two_documents(
    tmp_path: Path, make_docx: Callable[[str], bytes]
) -> None:
    """It does not stay: each attempt is a batch."""
    waits = 'case " $* " in *" --convert-to "*) sleep 60 ;; esac'
    program = hanging(tmp_path, waits)
    with converter(program, seconds=0.3) as office:
        futures = [office.submit(job) for job in jobs(make_docx, 8)]
        problems = [str(future.exception()) for future in futures]
    assert all("batas waktu terlampaui" in problem for problem in problems)
    # Two starts that end at once, four attempts at a conversion.
    assert len((tmp_path / "pids").read_text().split()) == 2 + 4


def test_a_long_document_may_take_longer(make_docx: Callable[[str], bytes]) -> None:
    short, long = jobs(make_docx, 1)[0], jobs(lambda _: make_docx("Isi " * 250_000), 1)[0]
    with converter(Path("/bin/false"), seconds=25) as office:
        limit = office._opened().limit
        assert 25 < limit(short) < 27
        assert 120 < limit(long) < 130


def test_a_zombie_is_not_waited_for(tmp_path: Path) -> None:
    """Where nobody takes leave of orphans (a container without init) they stay for ever."""
    folder = left_by_a_run(tmp_path)
    surroundings = {"PATH": os.environ["PATH"], "TMPDIR": str(folder / "tmpabc"), reaper.MARK: "a"}
    with subprocess.Popen(["true"], env=surroundings) as zombie:
        assert all_end([zombie.pid]), "it has not ended yet"
        begun = time.monotonic()
        reaper.end_marked("a")
        reaper.sweep(tmp_path)
        assert time.monotonic() - begun < 1
    assert list(tmp_path.iterdir()) == []
