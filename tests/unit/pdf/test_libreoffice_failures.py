"""The wrapper judged by office programs that hang, die and lie."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from zi_docs.errors import ConversionError, MissingProgramError
from zi_docs.pdf.fonts import FontSubstitutes
from zi_docs.pdf.libreoffice import Converter, Job, find_office

Docx = Callable[[str], bytes]
Fake = Callable[[str], Path]


def _jobs(folder: Path, make_docx: Docx, count: int = 1) -> list[Job]:
    jobs = []
    for number in range(count):
        source = folder / f"naskah-{number}.docx"
        source.write_bytes(make_docx(f"Isi {number}"))
        jobs.append(Job(source, folder / "hasil" / f"naskah-{number}.pdf"))
    return jobs


def _converter(program: Path, seconds: float = 10, workers: int = 1) -> Converter:
    return Converter(program, FontSubstitutes({}), seconds, workers)


def _pids(program: Path) -> list[int]:
    path = program.with_name("pids")
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def _ended(pid: int) -> bool:
    """Tell whether a process is gone, or dead and only not yet collected by its parent."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def _all_end(pids: list[int]) -> bool:
    until = time.monotonic() + 5
    while not all(_ended(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.02)
    return all(_ended(pid) for pid in pids)


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
def test_bad_results_are_refused(
    name: str, reason: str, tmp_path: Path, make_docx: Docx, fake: Fake
) -> None:
    jobs = _jobs(tmp_path, make_docx)
    program = fake(name)
    (problem,) = _converter(program).convert(jobs)
    assert problem is not None
    assert problem.what.startswith("naskah-0.docx ")
    assert reason in problem.what
    assert problem.remedy
    assert len(_pids(program)) == 2, "one attempt and one retry"
    assert not jobs[0].pdf.exists()


@pytest.mark.parametrize("name", ["office-hangs", "office-cut"])
def test_a_hanging_program_is_ended_with_its_children(
    name: str, tmp_path: Path, make_docx: Docx, fake: Fake
) -> None:
    program = fake(name)
    (problem,) = _converter(program, 0.3).convert(_jobs(tmp_path, make_docx))
    assert re.search(r"batas waktu|utuh", str(problem))
    pids = _pids(program)
    assert len(pids) == (4 if name == "office-hangs" else 2)
    assert _all_end(pids)


def test_an_interruption_ends_the_programs(tmp_path: Path, make_docx: Docx, fake: Fake) -> None:
    program = fake("office-hangs")

    def interrupt() -> None:
        while len(_pids(program)) < 4:
            time.sleep(0.02)
        # As a terminal's Ctrl-C does it: to the thread that waits.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    threading.Thread(target=interrupt, daemon=True).start()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        _converter(program, 60, workers=2).convert(_jobs(tmp_path, make_docx, 2))
    assert time.monotonic() - start < 10
    assert _all_end(_pids(program))


def test_a_child_left_behind_is_ended(tmp_path: Path, make_docx: Docx, fake: Fake) -> None:
    program = fake("office-orphans")
    jobs = _jobs(tmp_path, make_docx)
    _converter(program).convert(jobs)
    assert jobs[0].pdf.exists()
    assert _all_end(_pids(program))


def test_what_a_batch_lost_is_tried_alone(tmp_path: Path, make_docx: Docx, fake: Fake) -> None:
    program = fake("office-moody")
    jobs = _jobs(tmp_path, make_docx, 3)
    assert _converter(program).convert(jobs) == [None, None, None]
    assert all(job.pdf.exists() for job in jobs)
    assert len(_pids(program)) == 3, "one batch, then the two it lost"


def test_a_document_that_fails_spoils_no_other(tmp_path: Path, make_docx: Docx, fake: Fake) -> None:
    jobs = _jobs(tmp_path, make_docx, 3)
    with zipfile.ZipFile(jobs[1].docx, "a") as package:
        package.writestr("RUSAK", "")
    first, second, third = _converter(fake("office-picky")).convert(jobs)
    assert (first, third) == (None, None)
    assert "naskah-1.docx" in str(second)
    assert [job.pdf.exists() for job in jobs] == [True, False, True]


def test_time_runs_from_the_last_result(tmp_path: Path, make_docx: Docx, fake: Fake) -> None:
    program = fake("office-slow")
    _converter(program, 1).convert(_jobs(tmp_path, make_docx, 6))
    assert len(_pids(program)) == 1, "slower in all than the limit, and never retried"


def test_nothing_is_converted_when_a_source_is_no_docx(tmp_path: Path, make_docx: Docx) -> None:
    good, bad = _jobs(tmp_path, make_docx, 2)
    bad.docx.write_bytes(b"bukan DOCX")
    with pytest.raises(ConversionError, match=r"naskah-1\.docx"):
        _converter(Path("/bin/false")).convert([good, bad])
    assert not good.pdf.exists()


def test_a_program_that_cannot_start(tmp_path: Path, make_docx: Docx) -> None:
    with pytest.raises(MissingProgramError, match="tidak dapat dijalankan"):
        _converter(tmp_path / "tiada").convert(_jobs(tmp_path, make_docx))


def test_no_jobs_need_no_program(tmp_path: Path) -> None:
    assert _converter(tmp_path / "tiada").convert([]) == []


def test_the_program_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: Fake) -> None:
    program = fake("office-silent")
    monkeypatch.setenv("ZI_SOFFICE", str(program))
    assert find_office() == program
    monkeypatch.setenv("ZI_SOFFICE", str(tmp_path / "tiada"))
    with pytest.raises(MissingProgramError, match="ZI_SOFFICE"):
        find_office()
    monkeypatch.delenv("ZI_SOFFICE")
    program.rename(program.with_name("libreoffice"))
    monkeypatch.setenv("PATH", str(program.parent))
    assert find_office() == program.with_name("libreoffice")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(MissingProgramError, match="libreoffice-writer-nogui"):
        find_office()
