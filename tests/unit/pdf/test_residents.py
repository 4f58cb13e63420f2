"""Offices that stay, judged by a program that stays and then hangs, dies and lies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.unit.pdf.offices import all_end, convert, converter, jobs, lines, outcomes
from zi_docs.errors import ConversionError
from zi_docs.pdf import reaper
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.office_pipe import NoPipeError, forward, pipe_of

Docx = Callable[[str], bytes]


@pytest.fixture
def stays(fake: Callable[[str], Path]) -> Callable[..., Path]:
    """The program that stays, in a `mood` at the calls with the numbers `when`."""

    def place(mood: str = "works", *when: int) -> Path:
        program = fake("office-stays")
        program.with_name("mood").write_text(mood)
        program.with_name("when").write_text(" ".join(map(str, when)))
        return program

    return place


def _residents(program: Path) -> list[int]:
    return lines(program.with_name("residents"))


def test_one_office_takes_document_after_document(
    make_docx: Docx, stays: Callable[..., Path]
) -> None:
    program = stays()
    documents = jobs(make_docx, 5)
    with converter(program) as office:
        assert all(isinstance(pdf, bytes) for pdf in convert(office, documents))
        assert len(_residents(program)) == 1
    assert all_end(_residents(program))


@pytest.mark.parametrize(
    ("mood", "seconds"),
    [("hangs", 1), ("dies", 10), ("silent", 10), ("half", 10), ("wrong", 10), ("garbage", 10)],
)
def test_an_office_that_fails_is_replaced_and_its_document_tried_once_more(
    mood: str, seconds: float, make_docx: Docx, stays: Callable[..., Path]
) -> None:
    """It fails at the third document; all are made, three by the first office."""
    program = stays(mood, 3)
    assert outcomes(program, jobs(make_docx, 5), seconds) == [None] * 5
    assert len(_residents(program)) == 2
    assert all_end(_residents(program))


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("hangs", "batas waktu terlampaui"),
        ("dies", "PDF tidak dihasilkan"),
        ("silent", "PDF tidak dihasilkan"),
        ("half", "bukan PDF yang utuh"),
        ("wrong", "PDF dari dokumen lain"),
        ("garbage", "bukan PDF yang utuh"),
    ],
)
def test_a_document_that_fails_twice_is_named_and_the_others_are_made(
    mood: str, reason: str, make_docx: Docx, stays: Callable[..., Path]
) -> None:
    documents = [Job(f"naskah-{n}", make_docx(f"Isi {n}" * (9 - n) ** 4)) for n in range(4)]
    seconds = 1 if mood == "hangs" else 10
    results = outcomes(stays(mood, 2, 3), documents, seconds)
    failed = [result for result in results if result is not None]
    assert len(failed) == 1
    assert isinstance(failed[0], ConversionError)
    assert reason in str(failed[0])


def test_more_documents_than_a_command_line_or_an_office_takes(
    make_docx: Docx, stays: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office is replaced after a number of documents, in case its memory grows."""
    monkeypatch.setattr("zi_docs.pdf.offices._FILES_A_COMMAND", 20)
    monkeypatch.setattr("zi_docs.pdf.offices._DOCUMENTS_A_LIFE", 10)
    program = stays()
    docx = make_docx("Isi")
    documents = [Job(f"naskah-{n}", docx + str(n).encode()) for n in range(26)]
    assert outcomes(program, documents) == [None] * 26
    assert len(_residents(program)) == 3


def test_nothing_is_left_in_the_file_system(make_docx: Docx, stays: Callable[..., Path]) -> None:
    program = stays("hangs", 2)
    before = set(Path(tempfile.gettempdir()).glob(f"zi-docs-{os.getpid()}-*"))
    outcomes(program, jobs(make_docx, 3), 1)
    assert set(Path(tempfile.gettempdir()).glob(f"zi-docs-{os.getpid()}-*")) == before


_KILLED_RUN = """
import sys, time
from pathlib import Path
from zi_docs.pdf.fonts import FontSubstitutes
from zi_docs.pdf.libreoffice import Converter
office = Converter(Path(sys.argv[1]), FontSubstitutes({}))
office.warm()
print(office._offices.folder, flush=True)
time.sleep(60)
"""


def test_a_killed_run_leaves_nothing_after_five_seconds(stays: Callable[..., Path]) -> None:
    """What the run can no longer do is done beside it."""
    program = stays()
    command = [sys.executable, "-c", _KILLED_RUN, str(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        while not _residents(program):
            time.sleep(0.02)
        assert folder.is_dir()
        run.send_signal(signal.SIGKILL)
    assert all_end(_residents(program))
    until = time.monotonic() + 5
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not folder.exists()


def test_the_reaper_spares_what_has_ended(tmp_path: Path) -> None:
    living = subprocess.Popen(["sleep", "60"], env={**os.environ, reaper.MARK: "abc"})
    left = tmp_path / "sisa"
    left.mkdir()
    reaper.reap(['["start", "abc"]', '["end", "abc"]', f'["remove", "{left}"]'])
    assert living.poll() is None
    assert not left.exists()
    reaper.reap(['["start", "abc"]'])
    assert living.wait(5) == -signal.SIGKILL


# The pipe


Answers = Callable[..., Path]


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Answers]:
    """A pipe that greets, reads a request into `asked`, and answers; None: it says no more."""
    servers = []

    def serve(greeting: bytes, answer: bytes | None, asked: list[bytes]) -> Path:
        path = tmp_path / "pipa"
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(path))
        server.listen()
        servers.append(server)

        def talk() -> None:
            connection, _ = server.accept()
            servers.append(connection)
            with suppress(OSError):
                connection.sendall(greeting)
                asked.append(connection.recv(4096))
                if answer is not None:
                    connection.sendall(answer)
                    connection.close()

        threading.Thread(target=talk, daemon=True).start()
        return path

    yield serve
    for server in servers:
        server.close()


GREETING = b"InternalIPC::SendArguments\0"
DONE = b"InternalIPC::ProcessingDone\0"


def test_a_command_line_goes_through_the_pipe(pipe: Answers, tmp_path: Path) -> None:
    asked: list[bytes] = []
    path = pipe(GREETING, DONE, asked)
    assert forward(path, ["--convert-to", 'pdf:{"a": 1, "b": 2}', "C:\\x"], tmp_path, 5)
    assert asked == [
        f"InternalIPC::Arguments1{tmp_path.as_uri()}"
        ',--convert-to,pdf:{"a": 1\\, "b": 2},C:\\\\x'.encode()
        + b"\0"
    ]


def test_an_office_that_dies_meanwhile_says_nothing(pipe: Answers, tmp_path: Path) -> None:
    assert not forward(pipe(GREETING, b"", []), ["x"], tmp_path, 5)


def test_an_office_that_does_not_answer_in_time(pipe: Answers, tmp_path: Path) -> None:
    with pytest.raises(TimeoutError):
        forward(pipe(GREETING, None, []), ["x"], tmp_path, 0.2)


def test_a_pipe_that_speaks_in_another_way_is_not_used(pipe: Answers, tmp_path: Path) -> None:
    with pytest.raises(NoPipeError):
        forward(pipe(b"Halo\0", None, []), ["x"], tmp_path, 5)
    with pytest.raises(NoPipeError):
        forward(tmp_path / "tiada", ["x"], tmp_path, 5)


def test_the_name_of_a_pipe() -> None:
    """As LibreOffice 7.4 made it for this profile; bytes below 16 have one digit."""
    name = pipe_of("file:///tmp/zistn64rxuwt/p").name
    assert name.startswith(f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_")


def test_a_forked_process_has_offices_of_its_own(
    make_docx: Docx, stays: Callable[..., Path]
) -> None:
    """Threads do not follow a fork; without an own office it would wait for ever."""
    program = stays()
    (document,) = jobs(make_docx, 1)
    with converter(program) as office:
        office.submit(document).result()
        child = multiprocessing.get_context("fork").Process(
            target=lambda: sys.exit(0 if office.submit(document).result(20) else 1)
        )
        child.start()
        child.join(30)
        assert child.exitcode == 0
        assert office.submit(document).result(), "the parent's office is still there"
    assert len(_residents(program)) == 2
    assert all_end(_residents(program))
