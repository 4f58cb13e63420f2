"""What is no file under the name of one: nobody waits for a pipe that nobody writes to."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from zi_docs.build import manifest
from zi_docs.build.lock import HOLDER_FILE, lock_folder
from zi_docs.build.publish import own_file, restore
from zi_docs.errors import BusyError, OutputError
from zi_docs.folders import open_regular, read_regular
from zi_docs.word.template_source import FaultyTemplateError, template_at

pytestmark = [pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")]


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Who waits for the pipe is ended."""
    signal.alarm(20)
    yield
    signal.alarm(0)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipa"
    os.mkfifo(path)
    return path


def test_a_pipe_and_a_device_are_no_files(pipe: Path) -> None:
    for path in (pipe, Path("/dev/zero"), pipe.parent):
        with pytest.raises(OSError):
            open_regular(path)


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    with pytest.raises(OSError) as caught:
        read_regular(path, 4)
    assert caught.value.errno == errno.EFBIG


def test_a_manifest_that_is_a_pipe_is_a_damaged_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / manifest.NAME)
    assert manifest.read(tmp_path).damaged


def test_a_journal_that_is_a_pipe_is_discarded(tmp_path: Path) -> None:
    (tmp_path / ".kerja").mkdir()
    os.mkfifo(tmp_path / ".kerja" / "jurnal.json")
    assert [finding.code for finding in restore(tmp_path)] == ["HASIL-JURNAL"]
    assert list(tmp_path.iterdir()) == []


def test_a_holder_who_left_a_pipe_is_somebody(tmp_path: Path) -> None:
    with lock_folder(tmp_path):
        (tmp_path / HOLDER_FILE).unlink(missing_ok=True)
        os.mkfifo(tmp_path / HOLDER_FILE)
        with pytest.raises(BusyError, match="proses lain"), lock_folder(tmp_path):
            "Nobody comes here."


def test_a_template_that_is_a_pipe_cannot_be_read(pipe: Path) -> None:
    with pytest.raises(FaultyTemplateError):
        template_at(pipe)


def test_a_result_that_is_to_be_written_into_a_pipe(pipe: Path) -> None:
    with pytest.raises(OutputError):
        own_file(pipe)
