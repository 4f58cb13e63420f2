"""The wrapper judged by office programs that do not stay, hang, die and lie."""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.pdf.offices import all_end, convert, converter, jobs, lines, outcomes
from zi_docs.errors import ConversionError, MissingProgramError, OutputError
from zi_docs.pdf.jobs import Job

Docx = Callable[[str], bytes]
Fake = Callable[[str], Path]


def _pids(program: Path) -> list[int]:
    return lines(program.with_name("pids"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("office-dies", "PDF tidak dihasilkan"),
        ("office-silent", "PDF tidak dihasilkan"),
        ("office-garbage", "bukan PDF yang utuh"),
        ("office-unreadable", "tidak dapat dibuka"),
        ("office-empty", "PDF"),
    ],
)
def test_bad_results_are_refused(name: str, reason: str, make_docx: Docx, fake: Fake) -> None:
    program = fake(name)
    (problem,) = outcomes(program, jobs(make_docx, 1))
    assert isinstance(problem, ConversionError)
    assert problem.what.startswith("naskah-0.docx ")
    assert reason in problem.what
    assert problem.remedy
    assert len(_pids(program)) == 2, "one attempt and one retry"


@pytest.mark.parametrize("name", ["office-hangs", "office-cut"])
def test_a_hanging_program_is_ended_with_its_children(
    name: str, make_docx: Docx, fake: Fake
) -> None:
    program = fake(name)
    (problem,) = outcomes(program, jobs(make_docx, 1), seconds=0.3)
    assert re.search(r"batas waktu|utuh", str(problem))
    pids = _pids(program)
    assert len(pids) == (4 if name == "office-hangs" else 2)
    assert all_end(pids)


def test_an_interruption_ends_the_programs(make_docx: Docx, fake: Fake) -> None:
    program = fake("office-hangs")

    def interrupt() -> None:
        while len(_pids(program)) < 2:
            time.sleep(0.02)
        # As a terminal's Ctrl-C does it: to the thread that waits.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    threading.Thread(target=interrupt, daemon=True).start()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        outcomes(program, jobs(make_docx, 2), seconds=60)
    assert time.monotonic() - start < 10
    assert all_end(_pids(program))


def test_a_child_left_behind_is_ended(make_docx: Docx, fake: Fake) -> None:
    program = fake("office-orphans")
    assert outcomes(program, jobs(make_docx, 1)) == [None]
    assert all_end(_pids(program))


def test_what_waits_goes_in_one_batch_and_what_that_lost_alone(make_docx: Docx, fake: Fake) -> None:
    """The first document begins a batch of its own; the others have come when it is done."""
    program = fake("office-moody")
    assert outcomes(program, jobs(make_docx, 4)) == [None] * 4
    assert len(_pids(program)) == 4, "one alone, a batch of three, the two it lost"


def test_a_document_that_fails_spoils_no_other(make_docx: Docx, fake: Fake) -> None:
    documents = [(f"naskah-{number}", make_docx(f"Isi {number}")) for number in range(3)]
    spoilt = [
        Job(name, docx + b"RUSAK" if name == "naskah-1" else docx) for name, docx in documents
    ]
    first, second, third = outcomes(fake("office-picky"), spoilt)
    assert (first, third) == (None, None)
    assert "naskah-1.docx" in str(second)


def test_time_runs_from_the_last_result(make_docx: Docx, fake: Fake) -> None:
    program = fake("office-slow")
    assert outcomes(program, jobs(make_docx, 7), seconds=1) == [None] * 7
    assert len(_pids(program)) <= 2, "slower in all than the limit, and never retried"


def test_what_is_no_docx_is_given_to_no_program(make_docx: Docx) -> None:
    good, bad = jobs(make_docx, 2)
    bad = Job(bad.name, b"bukan DOCX")
    with converter(Path("/bin/false")) as office:
        problem = convert(office, [bad])[0]
    assert "naskah-1.docx tidak ada atau bukan berkas DOCX yang utuh" in str(problem)
    assert good.docx


def test_a_program_that_cannot_start(tmp_path: Path, make_docx: Docx) -> None:
    (problem,) = outcomes(tmp_path / "tiada", jobs(make_docx, 1))
    assert isinstance(problem, MissingProgramError)
    assert "tidak dapat dijalankan" in str(problem)


def no_more(*_: object, **__: object) -> None:
    raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")


def no_more_threads(*_: object) -> None:
    raise RuntimeError("can't start new thread")


def test_a_system_without_more_processes_is_told_as_that(
    make_docx: Docx, fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody installs LibreOffice anew for that."""
    program, (document,) = fake("office-quick"), jobs(make_docx, 1)
    with converter(program) as office:
        office._opened()
        monkeypatch.setattr(subprocess, "Popen", no_more)
        problem = office.submit(document).exception()
        monkeypatch.undo()
    assert isinstance(problem, OutputError)
    assert problem.what.startswith("Sistem kekurangan memori atau proses")


@pytest.mark.parametrize(
    ("owner", "name", "refusal"),
    [(subprocess, "Popen", no_more), (threading.Thread, "start", no_more_threads)],
)
def test_a_run_that_cannot_even_begin_leaves_nothing(
    owner: object,
    name: str,
    refusal: Callable[..., None],
    fake: Fake,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with converter(fake("office-quick")) as office:
        with monkeypatch.context() as patch, pytest.raises(OSError) as caught:
            patch.setattr(owner, name, refusal)
            office.warm()
        assert caught.value.errno == errno.EAGAIN
        # With room again it goes on.
        office.warm()
    assert [path for path in tmp_path.iterdir() if path.name.startswith("zi-docs-")] == []


def test_where_one_office_can_be_served_and_no_second_it_makes_all(
    make_docx: Docx, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    with converter(fake("office-quick"), workers=2) as office:
        office.warm()
        monkeypatch.setattr(threading.Thread, "start", no_more_threads)
        office._opened().have(2)
        monkeypatch.undo()
        assert all(isinstance(pdf, bytes) for pdf in convert(office, jobs(make_docx, 3)))
