"""A Python that has the program loaded, and forks for every trial.

Each line on stdin is a trial as JSON, each line on stdout what came of it. To start Python and load
the libraries would take longer than most verbs do.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

_GIB = 1024**3
_MIB = 1024**2
# What a trial may never come to; `verdict` says what it should not.
_SECONDS, _MEMORY = 120, 4 * _GIB
# What must be loaded for any verb.
_MODULES = (
    "zi_docs.catalog",
    "zi_docs.build.making",
    "zi_docs.pdf.libreoffice",
    "zi_docs.pdf.signature_check",
    "zi_docs.pdf.returned_fit",
    "zi_docs.forms.form_reader",
    "zi_docs.intake.look",
    "zi_docs.status.checked_year",
    "zi_docs.importing.importer",
    "zi_docs.build.open_files",
    "openpyxl",
)
_WRITING_EVENTS = {
    "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod",
    "os.truncate", "shutil.rmtree", "shutil.copyfile", "shutil.move",
}  # fmt: skip
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# Where LibreOffice listens, whatever the temporary folder is.
_PIPES = "OSL_PIPE_"


def main() -> None:
    """Serve trials until stdin ends."""
    _load()
    for line in sys.stdin:
        print(json.dumps(_tried(json.loads(line))), flush=True)  # noqa: T201


def _load() -> None:
    from zi_docs import cli

    for name in (*_MODULES, *(f"zi_docs.cli.{name}" for name in set(cli._VERBS.values()))):
        import_module(name)
    gc.collect()
    gc.freeze()


def _tried(trial: dict[str, Any]) -> dict[str, Any]:
    """Fork, wait, and tell: code (negative: a signal), seconds of the processor, peak memory."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _run(trial)
    started = time.monotonic()
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() - started > _SECONDS:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.005)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": round(usage.ru_utime + usage.ru_stime, 3),
        "megabytes": round(usage.ru_maxrss / 1024),
    }


def _run(trial: dict[str, Any]) -> None:
    """Run the verb in this process, as the command line would, and end it."""
    code = 70
    try:
        os.setsid()
        os.chdir(trial["folder"])
        os.environ.update(trial["environment"])
        tempfile.tempdir = None
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number in (1, 2):
            target = os.open(trial["streams"][number - 1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(target, number)
        sys.addaudithook(_Watch(trial["writable"], trial["strays"]))
        sys.argv = ["generate.py", *trial["arguments"]]
        code = _code_of_main()
    finally:
        _flush()
        os._exit(code)


def _flush() -> None:
    """What was said is on its way; a stream that is closed has nothing left."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue


def _code_of_main() -> int:
    from zi_docs.cli import main as program

    try:
        program()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


class _Watch:
    """Notes every change to files outside the folders that may be written, and every network call.

    As a hook of Python's it sees what the program does itself, not what others do for it.
    """

    def __init__(self, writable: list[str], strays: str) -> None:
        self._roots = tuple(os.path.realpath(root) for root in writable)
        self._note = os.open(strays, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING_FLAGS:
                self._judge(event, path)
        elif event in _WRITING_EVENTS and not _below_an_open_folder(arguments):
            # Of links the second name; the first is only read.
            paths = arguments[1:2] if event in ("os.link", "os.symlink") else arguments[:2]
            for path in paths:
                self._judge(event, path)
        elif event == "socket.connect" and not isinstance(arguments[1], str | bytes):
            self._tell(event, str(arguments[1]))

    def _judge(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        text = os.fsdecode(path)
        # A link itself is put where its folder is.
        place = Path(os.path.realpath(Path(text).parent)) / Path(text).name
        inside = any(place.is_relative_to(root) for root in self._roots)
        if not inside and text != os.devnull and not place.name.startswith(_PIPES):
            self._tell(event, text)

    def _tell(self, event: str, what: str) -> None:
        os.write(self._note, f"{event} {what}\n".encode(errors="replace"))


def _below_an_open_folder(arguments: tuple[Any, ...]) -> bool:
    """Whether a name is one below a folder that was opened before, and so judged already."""
    return any(isinstance(argument, int) and argument >= 0 for argument in arguments[1:])


if __name__ == "__main__":
    main()
