"""Calls of functions in a process of its own, which is ended when a call takes too much.

What a foreign file does to the program that parses it then hurts one call only. One process
answers call after call, since it takes a while to start; one that had to be ended is replaced by
the next call. `python -m zi_docs.confined_calls` is that process.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, ParamSpec, TypeVar, cast

from zi_docs.confined import (
    OF_ITS_OWN,
    Ending,
    Limits,
    ProcessFamily,
    in_background,
    module_command,
)

_MODULE = "zi_docs.confined_calls"
P = ParamSpec("P")
T = TypeVar("T")


class CallEndedError(Exception):
    """A call that was not answered: `ending` is the limit it passed, or BY_ITSELF for a crash."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.value)
        self.ending = ending


def call_apart(
    limits: Limits, function: Callable[P, T], *arguments: P.args, **named: P.kwargs
) -> T:
    """What a function of a module returns or raises, in a process of its own.

    Arguments and answer are copies. The limits are of time and memory. Calls of several threads
    wait for each other. Raises CallEndedError for a call that had to be ended or ended the process.
    """
    request = pickle.dumps((_current_folder(), function, arguments, named))
    answer: T = _WORKERS.call(limits, request)
    return answer


def _current_folder() -> str | None:
    """Relative paths mean the same there; nothing where the folder is gone."""
    try:
        return str(Path.cwd())
    except OSError:
        return None


class _Workers:
    """The process that answers, as long as it does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def call(self, limits: Limits, request: bytes) -> Any:
        with self._lock:
            worker = self._ready()
            try:
                answer = worker.answer(limits, request)
            except BaseException:
                # Whatever it still says answers nobody.
                self.end()
                raise
        returned, value = answer
        if returned:
            return value
        raise value

    def _ready(self) -> _Worker:
        # That of a process which this one was forked from answers to that.
        if self._worker is None or not self._worker.mine:
            self._worker = _Worker()
        return self._worker

    def end(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None and self._worker.mine:
            self._worker.end()
        self._worker = None


_WORKERS = _Workers()
atexit.register(_WORKERS.end)


class _Worker:
    """A process that answers one request after another."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        self._process = subprocess.Popen(
            module_command(_MODULE),
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **OF_ITS_OWN,
        )
        pipes = self._process.stdin, self._process.stdout
        self._streams = cast(tuple[IO[bytes], IO[bytes]], pipes)
        self._family = ProcessFamily(self._process)

    @property
    def mine(self) -> bool:
        """Whether this very process started it."""
        return self._owner == os.getpid()

    def answer(self, limits: Limits, request: bytes) -> tuple[bool, Any]:
        """Whether the function returned, and what it returned or raised. Raises CallEndedError."""
        answer: Future[tuple[bool, Any]] = Future()
        in_background(self._exchange, request, answer)
        for pause, ending in self._family.looks(limits):
            with suppress(TimeoutError):
                return answer.result(pause)
            if ending is not None:
                raise CallEndedError(ending)
        raise AssertionError("it is looked after without an end")

    def _exchange(self, request: bytes, answer: Future[tuple[bool, Any]]) -> None:
        requests, answers = self._streams
        try:
            pickle.dump(request, requests)
            requests.flush()
            answer.set_result(pickle.load(answers))  # noqa: S301
        except Exception:
            answer.set_exception(CallEndedError(Ending.BY_ITSELF))

    def end(self) -> None:
        """End it, whatever it is at."""
        self._family.end_all()
        for stream in self._streams:
            with suppress(OSError, ValueError):
                stream.close()


def _answer(request: bytes) -> bytes:
    """What a function returned or raised, pickled."""
    answer: tuple[bool, object]
    try:
        # What is read here was written by `call_apart`.
        folder, function, arguments, named = pickle.loads(request)  # noqa: S301
        if folder is not None:
            os.chdir(folder)
        answer = (True, function(*arguments, **named))
    except Exception as problem:
        answer = (False, problem)
    try:
        return pickle.dumps(answer)
    except Exception:
        return pickle.dumps((False, RuntimeError(f"no answer to hand over: {answer[1]!r}")))


def _await_requests(source: IO[bytes], requests: SimpleQueue[bytes]) -> None:
    while True:
        try:
            requests.put(pickle.load(source))  # noqa: S301
        except Exception:
            # Who asked is gone; nobody waits for what is being worked out.
            os._exit(0)


def main() -> None:
    """Answer requests from stdin on stdout, until there are no more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not get among the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    requests: SimpleQueue[bytes] = SimpleQueue()
    in_background(_await_requests, sys.stdin.buffer, requests)
    while True:
        answers.write(_answer(requests.get()))
        answers.flush()


if __name__ == "__main__":
    main()
