"""A temporary folder that is full, or gone: the program's own error, at each place that writes."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases.signing import text_pdf
from tests.unit.pdf.offices import converter, jobs
from zi_docs.errors import ExitCode, OutputError
from zi_docs.pdf.readers import mapped_pdf

Docx = Callable[[str], bytes]


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def is_told(problem: BaseException | None) -> None:
    assert isinstance(problem, OutputError)
    assert problem.exit_code is ExitCode.KELUARAN_GAGAL
    assert "Folder sementara tidak dapat ditulisi" in problem.what
    assert "TMPDIR" in problem.remedy


def test_where_the_folder_of_a_run_is_made(
    tmp_path: Path, make_docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tiada"))
    with converter(Path("/bin/false")) as office, pytest.raises(OutputError) as caught:
        office.warm()
    is_told(caught.value)


@pytest.mark.parametrize("seam", ["write_bytes", "write_text", "mkdir"])
def test_where_an_office_is_given_its_files(
    seam: str, make_docx: Docx, fake: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, (document,) = fake("office-quick"), jobs(make_docx, 1)
    with converter(program) as office:
        office._opened()
        with monkeypatch.context() as patch:
            patch.setattr(Path, seam, full)
            is_told(office.submit(document).exception())
        assert office.submit(document).result(), "with room again it goes on"


def test_where_a_pdf_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(OutputError) as caught, mapped_pdf(text_pdf("isi")):
        pass
    is_told(caught.value)
