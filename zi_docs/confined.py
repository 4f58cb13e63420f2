"""Work in a process of its own, with limits of time, memory and output.

What a file from outside does to the program that reads it then hurts only that process. It works
alike on every system: the memory of the process and of its children is looked at while they run.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil

_MIB = 1024 * 1024
# How often a process is looked at: at first often, for most are soon done.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.1
# What a process that was asked to end has, to put away what it made and to end what it started;
# and what others have who learn that it has ended.
_GRACE_SECONDS, _OTHERS_SECONDS = 5.0, 1.0
_MOST_ROUNDS = 50
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
_CHUNK, _LONGEST_LINE = 65536, 4096
# The package is found wherever it is, and nothing in the current folder is taken for a module.
_STARTER = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)

# A session of its own: what interrupts this program does not reach it. Windows opens no window.
OF_ITS_OWN: dict[str, Any] = {
    "start_new_session": True,
    "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
}


class Ending(Enum):
    """Why a process ended."""

    BY_ITSELF = "by itself"
    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Limits:
    """How long a process may take, how much memory it and its children, how much it may say.

    The output is that on stdout and stderr together. `math.inf` is no limit.
    """

    seconds: float = 60.0
    memory_bytes: float = 1024 * _MIB
    output_bytes: float = 32 * _MIB


@dataclass(frozen=True)
class Outcome:
    """What came of a process: why it ended, its exit code, what it wrote on stdout.

    A process that was ended has whatever code its system gives; what it said may be cut short.
    """

    ending: Ending
    code: int
    stdout: bytes

    @property
    def done(self) -> bool:
        """Whether it ended by itself and without a failure."""
        return self.ending is Ending.BY_ITSELF and self.code == 0


def verb_command(*arguments: str) -> list[str]:
    """The command that runs a verb of this program: `verb_command("periksa", "--json")`."""
    return module_command(__package__, *arguments)


def module_command(module: str, *arguments: str) -> list[str]:
    """The command that runs a module of this program, as `python -m` would."""
    home = str(Path(__file__).parents[1])
    return [sys.executable, "-P", "-c", _STARTER, home, module, *arguments]


class Child:
    """A process that was started; its limits hold whether or not anybody waits for it.

    Every method may be called from any thread. `on_line` gets each line of stderr as it comes, in
    a thread of its own; when it raises it is not called again. `outcome` is a future, for those
    who want to be called or to await it. As a context it ends the process.
    """

    def __init__(
        self,
        command: Sequence[str],
        limits: Limits = Limits(),
        *,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        on_line: Callable[[str], None] | None = None,
    ) -> None:
        """Start `command` in `folder`, with `environment` beside what is set here. Raises OSError.

        Python writes UTF-8 on every system, and each line at once.
        """
        self._limits = limits
        self._on_line = on_line
        self.outcome: Future[Outcome] = Future()
        # Who gives up waiting does not end the process; `cancel` does.
        self.outcome.set_running_or_notify_cancel()
        self._cancelled = threading.Event()
        self._said, self._stdout = 0, bytearray()
        own = {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **own, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            **OF_ITS_OWN,
        )
        self._family = ProcessFamily(self._process)
        self._readers = [
            in_background(self._keep_stdout, self._process.stdout),
            in_background(self._hand_on_lines, self._process.stderr),
        ]
        in_background(self._watch)

    def cancel(self) -> None:
        """Ask the process to end, and end it with all that it started if it does not."""
        self._cancelled.set()

    def result(self, seconds: float | None = None) -> Outcome:
        """What came of it, once it has ended. Raises TimeoutError after so many seconds."""
        return self.outcome.result(seconds)

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()
        self.outcome.result()

    def _watch(self) -> None:
        try:
            self.outcome.set_result(self._watched())
        except BaseException as problem:
            self._process.kill()
            self.outcome.set_exception(problem)

    def _watched(self) -> Outcome:
        ending = self._ending()
        if ending is Ending.CANCELLED:
            self._family.ask_to_end()
        elif ending in (Ending.TIME, Ending.OUTPUT):
            # Who cleans up behind the process may still do so.
            self._family.end_first()
        self._family.end_all()
        for reader in self._readers:
            # A process that hid from us may keep the pipe open.
            reader.join(_OTHERS_SECONDS)
        if ending is Ending.BY_ITSELF and self._said > self._limits.output_bytes:
            ending = Ending.OUTPUT
        return Outcome(ending, self._process.wait(), bytes(self._stdout))

    def _ending(self) -> Ending:
        """Wait until the process has ended, or must be; why."""
        looks = self._family.looks(self._limits)
        while self._process.poll() is None:
            pause, ending = next(looks)
            if ending is not None:
                return ending
            if self._cancelled.wait(pause):
                return Ending.CANCELLED
            if self._said > self._limits.output_bytes:
                return Ending.OUTPUT
        return Ending.BY_ITSELF

    def _chunks(self, stream: IO[bytes]) -> Iterator[bytes]:
        """What comes from a stream, as far as the process may say it; then it is read no more."""
        with stream:
            while self._said <= self._limits.output_bytes and (chunk := stream.read(_CHUNK)):
                self._said += len(chunk)
                yield chunk

    def _keep_stdout(self, stream: IO[bytes]) -> None:
        for chunk in self._chunks(stream):
            self._stdout += chunk

    def _hand_on_lines(self, stream: IO[bytes]) -> None:
        rest = b""
        for chunk in self._chunks(stream):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._hand_on(line)
            rest = rest[:_LONGEST_LINE]
        if rest:
            self._hand_on(rest)

    def _hand_on(self, line: bytes) -> None:
        if self._on_line is None:
            return
        try:
            self._on_line(line[:_LONGEST_LINE].decode(errors="replace").rstrip("\r"))
        except Exception:
            # Whoever listened is gone; the process goes on.
            self._on_line = None


class ProcessFamily:
    """A process and what it started, also what outlived the one that started it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """Look after a process that was just started as the leader of a session."""
        self._process = process
        self._seen: set[psutil.Process] = set()
        with suppress(psutil.Error):
            self._seen.add(psutil.Process(process.pid))

    def looks(self, limits: Limits) -> Iterator[tuple[float, Ending | None]]:
        """Look after them from now on: how long to wait until the next look, and which limit of
        time or memory they have passed, if any.
        """
        start, pause = time.monotonic(), _FIRST_PAUSE
        while True:
            yield pause, self._passed(limits, start)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _passed(self, limits: Limits, start: float) -> Ending | None:
        if self._memory() > limits.memory_bytes:
            return Ending.MEMORY
        return Ending.TIME if time.monotonic() - start > limits.seconds else None

    def _memory(self) -> int:
        """The bytes of memory that they hold together."""
        total = 0
        for member in self._members():
            with suppress(psutil.Error):
                total += member.memory_info().rss
        return total

    def ask_to_end(self) -> None:
        """Let the first one end as after Ctrl-C, in the time that it is given."""
        self._process.terminate()
        self._let_end()

    def end_first(self) -> None:
        """End the first one; the others learn of it and have some time."""
        self._process.kill()
        self._let_end()

    def end_all(self) -> None:
        """End whoever is left."""
        for _ in range(_MOST_ROUNDS):
            others = self._others()
            if self._process.poll() is None:
                self._process.kill()
            _kill_group(self._process.pid)
            for other in others:
                with suppress(psutil.Error):
                    other.kill()
            self._process.wait()
            psutil.wait_procs(others, _LONGEST_PAUSE)
            if not others:
                return

    def _let_end(self) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE_SECONDS)
        psutil.wait_procs(self._others(), _OTHERS_SECONDS)

    def _others(self) -> list[psutil.Process]:
        # To wait for the first one is for `subprocess`: its exit code can be had only once.
        return [member for member in self._members() if member.pid != self._process.pid]

    def _members(self) -> list[psutil.Process]:
        """Those that live; whoever was seen once is still known when its parent has ended."""
        pids = {member.pid for member in self._seen}
        for member in list(self._seen):
            # One whose parent is among them is found below that.
            with suppress(psutil.Error):
                if member.pid == self._process.pid or member.ppid() not in pids:
                    self._seen.update(member.children(recursive=True))
        self._seen = {member for member in self._seen if _lives(member)}
        return list(self._seen)


def _kill_group(leader: int) -> None:
    """Kill whoever is left of a group of processes, where there are such groups."""
    kill_group = getattr(os, "killpg", None)
    if kill_group is not None:
        with suppress(ProcessLookupError, PermissionError):
            kill_group(leader, _KILL)


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def in_background(work: Callable[..., None], *arguments: object) -> threading.Thread:
    """Do work in a thread that does not keep the program from ending.

    Raises OSError where the system gives no more threads.
    """
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    try:
        thread.start()
    except RuntimeError as problem:
        raise OSError(errno.EAGAIN, str(problem)) from problem
    return thread
