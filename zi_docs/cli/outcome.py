"""How a call ends: its result as JSON, its failure in words, each with the program's own name."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import click

from zi_docs.errors import (
    ExitCode,
    MissingProgramError,
    OutputError,
    ZiError,
    shortage_error,
    system_reason,
)
from zi_docs.findings import Finding, Place, error

COMMAND = "zi-docs"
"""The command that an installed package has."""

COMPLETION = "_ZI_DOCS_COMPLETE"
"""The variable by which a shell asks what may stand next."""

# What messages call the program, wherever they are written.
_WRITTEN = "python generate.py"

FAILURES = (click.ClickException, click.Abort, KeyboardInterrupt, ZiError, OSError, MemoryError)
"""What ends a call before its result; all else is a fault of the program."""


def program_name() -> str:
    """The program as it was called: `python generate.py`, `python -m zi_docs`, `zi-docs`."""
    called = PurePath(sys.argv[0])
    if called.name == "__main__.py" and called.parent.name == "zi_docs":
        return "python -m zi_docs"
    return COMMAND if called.name.startswith(COMMAND) else _WRITTEN


def as_called(text: str) -> str:
    """A message in which the program has the name by which it was called."""
    return text.replace(_WRITTEN, program_name())


def result_text(
    data: Mapping[str, Any], files: Iterable[Path], findings: Iterable[Finding], code: int
) -> str:
    """The result of a call as JSON: {data..., files, findings, exit}, the shape of every verb."""
    result = {
        **data,
        "files": [str(path) for path in files],
        "findings": [each.as_dict() | {"message": as_called(each.message)} for each in findings],
        "exit": int(code),
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


@dataclass(frozen=True)
class Failure:
    """Why a call ended before its result: its exit code, its line on stderr, its finding."""

    code: ExitCode
    line: str
    finding: Finding

    @classmethod
    def of(cls, problem: BaseException) -> Failure:
        """The failure that one of `FAILURES` is."""
        place = Place(program_name())
        if isinstance(problem, click.ClickException):
            message = problem.format_message()
            if isinstance(problem, click.UsageError) and problem.ctx is not None:
                place = Place(problem.ctx.command_path)
            finding = error("PERINTAH-SALAH", f"Perintah ini keliru ditulis. {message}", place)
            return cls(ExitCode.SALAH_PERINTAH, message, finding)
        if isinstance(problem, ZiError):
            finding = error("PERINTAH-GAGAL", f"Perintah ini gagal. {problem}", place)
            return cls(problem.exit_code, f"Gagal: {problem}", finding)
        if isinstance(problem, MemoryError):
            problem = OSError(errno.ENOMEM, str(problem))
        if isinstance(problem, OSError):
            # A disk that is full, or a folder without rights, where nobody expected it.
            return cls.of(_of_the_system(problem))
        message = "Dihentikan; tidak ada berkas yang diubah."
        return cls(ExitCode.DIHENTIKAN, message, error("PERINTAH-HENTI", message, place))


def tell(problem: BaseException) -> ExitCode:
    """Tell of one of `FAILURES` on stderr; its exit code."""
    failure = Failure.of(problem)
    if isinstance(problem, click.ClickException):
        problem.show()
    else:
        click.echo(as_called(failure.line), err=True)
    return failure.code


def _of_the_system(problem: OSError) -> OutputError:
    from zi_docs.build.open_files import open_file_error

    if known := shortage_error(problem) or open_file_error(problem):
        return known
    place = f" ({problem.filename})" if problem.filename else ""
    return OutputError(
        f"Sistem menolak membaca atau menulis berkas: {system_reason(problem)}{place}.",
        "Periksa izin dan sisa ruang foldernya, lalu jalankan perintah ini kembali.",
    )


def gravest(
    failures: Collection[ExitCode], missing: MissingProgramError | None, *, whole: bool
) -> ExitCode:
    """The exit code of the gravest that went wrong: a failed conversion, a template, no program,
    the data.
    """
    for code in (ExitCode.KONVERSI_GAGAL, ExitCode.TEMPLAT_RUSAK):
        if code in failures:
            return code
    if missing is not None:
        return missing.exit_code
    return ExitCode.BERES if whole and not failures else ExitCode.SEBAGIAN
