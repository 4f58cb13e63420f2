"""Work in a process of its own: what it may not do, and what is left of it when it is over."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from zi_docs.confined import Child, Ending, Limits, Outcome, verb_command

MIB = 1024 * 1024


def python(text: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", text, *arguments]


def wait_for(state: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not state() and time.monotonic() < end:
        time.sleep(0.02)
    return state()


def lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def pids_in(file: Path, count: int) -> list[int]:
    """The numbers of processes that a child wrote into a file, once all of them stand there."""
    assert wait_for(lambda: file.is_file() and len(file.read_text().split()) == count)
    return [int(pid) for pid in file.read_text().split()]


def test_what_ends_by_itself_hands_over_what_it_said() -> None:
    text = "import sys; print('Rapat ≥ 2', end=''); sys.exit(7)"
    outcome = Child(python(text)).result()
    assert (outcome.ending, outcome.code, outcome.done) == (Ending.BY_ITSELF, 7, False)
    assert outcome.stdout.decode() == "Rapat ≥ 2"
    assert Child(python("")).result().done


def test_a_verb_runs_in_any_folder_and_takes_no_module_from_it(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit('a file of the current folder was run')")
    outcome = Child(verb_command("periksa", "--help"), folder=tmp_path).result()
    assert outcome.done, outcome
    assert "Periksa buku kerja" in outcome.stdout.decode()


def test_lines_come_while_it_works(tmp_path: Path) -> None:
    """It goes on only when its first line was heard."""
    text = (
        "import pathlib, sys, time\n"
        "print('langkah satu', file=sys.stderr)\n"
        "while not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.01)\n"
        "sys.stderr.write('langkah dua\\r\\ntanpa akhir')\n"
    )
    lines: list[str] = []

    def listen(line: str) -> None:
        lines.append(line)
        (tmp_path / "terdengar").touch()

    command = python(text, str(tmp_path / "terdengar"))
    assert Child(command, on_line=listen).result().done
    assert lines == ["langkah satu", "langkah dua", "tanpa akhir"]


def test_a_listener_that_fails_does_not_hold_it_up() -> None:
    calls = []

    def listen(line: str) -> None:
        calls.append(line)
        raise RuntimeError(line)

    text = "import sys\nfor n in range(9999): print('baris', n, file=sys.stderr)"
    assert Child(python(text), on_line=listen).result().done
    assert calls == ["baris 0"]


def test_what_hangs_is_ended() -> None:
    outcome = Child(python("import time; time.sleep(600)"), Limits(seconds=0.3)).result()
    assert (outcome.ending, outcome.done) == (Ending.TIME, False)


def test_what_takes_too_much_memory_is_ended() -> None:
    text = "import time; parts = []\nwhile True: parts.append(b'x' * 2**20); time.sleep(0.001)"
    outcome = Child(python(text), Limits(memory_bytes=200 * MIB)).result()
    assert outcome.ending is Ending.MEMORY


def test_the_memory_of_what_it_started_counts() -> None:
    inner = "import time; block = b'x' * (90 * 2**20); time.sleep(600)"
    text = (
        "import subprocess, sys\n"
        "started = [subprocess.Popen([sys.executable, '-c', sys.argv[1]]) for _ in range(3)]\n"
        "for process in started: process.wait()\n"
    )
    outcome = Child(python(text, inner), Limits(memory_bytes=250 * MIB)).result()
    assert outcome.ending is Ending.MEMORY


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_never_stops_talking_is_ended(stream: str) -> None:
    text = f"import sys\nwhile True: sys.{stream}.write('tanpa henti ' * 999)"
    outcome = Child(python(text), Limits(output_bytes=MIB)).result()
    assert outcome.ending is Ending.OUTPUT
    assert len(outcome.stdout) < 2 * MIB


def test_a_line_without_end_is_cut() -> None:
    lines: list[str] = []
    text = "import sys; sys.stderr.write('a' * 999999)"
    assert Child(python(text), on_line=lines.append).result().done
    assert [len(line) for line in lines] == [4096]


FAMILY = """\
import os, pathlib, subprocess, sys, time
depth, file = int(sys.argv[1]), sys.argv[2]
if depth:
    # The last one is in a session of its own, and its parent does not wait for it.
    subprocess.Popen(
        [sys.executable, "-c", sys.argv[3], str(depth - 1), file, sys.argv[3]],
        start_new_session=depth == 1,
    )
with open(file, "a") as stream:
    stream.write(f"{os.getpid()}\\n")
time.sleep(float(os.environ["STAY"]) if depth != 1 else 1)
"""


@pytest.mark.parametrize("limits", [Limits(), Limits(seconds=4)], ids=["cancelled", "time"])
def test_nobody_whom_it_started_is_left(tmp_path: Path, limits: Limits) -> None:
    """Neither one whose parent has ended already, nor one that left the session."""
    file = tmp_path / "pids"
    command = python(FAMILY, "3", str(file), FAMILY)
    child = Child(command, limits, environment={"STAY": "600"})
    pids = pids_in(file, 4)
    if limits == Limits():
        assert wait_for(lambda: sum(lives(pid) for pid in pids) == 3)
        child.cancel()
    ending = child.result().ending
    assert ending is (Ending.CANCELLED if limits == Limits() else Ending.TIME)
    assert wait_for(lambda: not any(lives(pid) for pid in pids))


def test_what_outlives_one_that_ended_well_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "pids"
    text = (
        "import subprocess, sys, time\n"
        "inner = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open(sys.argv[1], 'w').write(str(inner.pid)); print('selesai')\n"
    )
    outcome = Child(python(text, str(file))).result()
    assert (outcome.done, outcome.stdout.split()) == (True, [b"selesai"])
    (inner,) = pids_in(file, 1)
    assert wait_for(lambda: not lives(inner))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_a_cancelled_one_may_put_away_its_things(tmp_path: Path) -> None:
    text = (
        "import pathlib, signal, sys, time\n"
        "def end(*_): pathlib.Path(sys.argv[1]).unlink(); sys.exit(130)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "pathlib.Path(sys.argv[1]).touch(); time.sleep(600)\n"
    )
    draft = tmp_path / "setengah jadi"
    child = Child(python(text, str(draft)))
    assert wait_for(draft.exists)
    child.cancel()
    outcome = child.result()
    assert (outcome.ending, outcome.code) == (Ending.CANCELLED, 130)
    assert not draft.exists()


def test_threads_wait_for_it_while_another_cancels() -> None:
    child = Child(python("import time; time.sleep(600)"))
    with pytest.raises(TimeoutError):
        child.result(0.05)
    endings: list[Ending] = []
    threads = [
        threading.Thread(target=lambda: endings.append(child.result().ending)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    child.cancel()
    for thread in threads:
        thread.join()
    assert endings == [Ending.CANCELLED] * 3


def test_it_can_be_awaited_and_goes_on_when_nobody_awaits_it_any_more() -> None:
    child = Child(python("import time; time.sleep(0.3); print('selesai')"))

    async def give_up() -> None:
        await asyncio.wait_for(asyncio.wrap_future(child.outcome), 0.05)

    async def await_it() -> Outcome:
        return await asyncio.wrap_future(child.outcome)

    with pytest.raises(TimeoutError):
        asyncio.run(give_up())
    assert asyncio.run(await_it()).stdout.split() == [b"selesai"]


def test_as_a_context_it_leaves_nothing_running() -> None:
    with pytest.raises(KeyboardInterrupt), Child(python("import time; time.sleep(600)")) as child:
        raise KeyboardInterrupt
    assert child.result().ending is Ending.CANCELLED


def test_a_program_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Child([str(tmp_path / "tiada")])
