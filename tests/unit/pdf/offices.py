"""Conversions by an office program, and what is left of its processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from zi_docs.errors import ZiError
from zi_docs.pdf.fonts import FontSubstitutes
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.libreoffice import Converter


def jobs(make_docx: Callable[[str], bytes], count: int) -> list[Job]:
    """Documents `naskah-0`, `naskah-1` ... of about the same size."""
    return [Job(f"naskah-{number}", make_docx(f"Isi {number}")) for number in range(count)]


def converter(program: Path, seconds: float = 10, workers: int = 1) -> Converter:
    return Converter(program, FontSubstitutes({}), seconds, workers)


def convert(office: Converter, documents: Sequence[Job]) -> list[bytes | ZiError]:
    """For each document its PDF, or what was wrong."""
    futures = [office.submit(job) for job in documents]
    return [_result(future.exception(), future) for future in futures]


def _result(problem: BaseException | None, future: object) -> bytes | ZiError:
    if problem is None:
        return future.result()  # type: ignore[attr-defined, no-any-return]
    if isinstance(problem, ZiError):
        return problem
    raise problem


def outcomes(program: Path, documents: Sequence[Job], seconds: float = 10) -> list[ZiError | None]:
    """For each document None, or what was wrong; the program's offices have ended then."""
    with converter(program, seconds) as office:
        results = convert(office, documents)
    return [None if isinstance(result, bytes) else result for result in results]


def lines(path: Path) -> list[int]:
    """The numbers in a file, a line each; none when there is no file."""
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def all_end(pids: Sequence[int], within_seconds: float = 5) -> bool:
    """Whether all processes are gone within some seconds."""
    until = time.monotonic() + within_seconds
    while not all(_ended(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.02)
    return all(_ended(pid) for pid in pids)


def _ended(pid: int) -> bool:
    """Tell whether a process is gone, or dead and only not yet collected by its parent."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
