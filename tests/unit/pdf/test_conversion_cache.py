"""Conversions kept by content."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cases.workshops import FakeOffice
from zi_docs.pdf.conversion_cache import CachedConverter, _seal
from zi_docs.pdf.jobs import Job


def test_the_cache_keeps_to_its_bound(tmp_path: Path) -> None:
    """What was not used for longest goes first."""
    folder = tmp_path / "tembolok"
    size = len(FakeOffice().submit(Job("0", b"")).result()) + 64
    office = CachedConverter(FakeOffice(), folder, 3 * size)
    for number in range(6):
        office.submit(Job(str(number), bytes([number])))
        os.utime(max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns))
    assert len(list(folder.iterdir())) == 3


def test_equal_documents_are_converted_once_and_both_get_their_pdf(tmp_path: Path) -> None:
    inner = FakeOffice()
    office = CachedConverter(inner, tmp_path / "tembolok", 10_000)
    contents = (("satu", b"sama"), ("dua", b"lain"), ("tiga", b"sama"))
    first, _, third = (office.submit(Job(name, content)).result() for name, content in contents)
    assert inner.given == ["satu", "dua"]
    assert third == first


def test_what_another_run_converted_is_not_converted_again(tmp_path: Path) -> None:
    for folder, given in (("tembolok", ["satu"]), ("tembolok", []), ("lain", ["satu"])):
        inner = FakeOffice()
        CachedConverter(inner, tmp_path / folder, 10_000).submit(Job("satu", b"isi")).result()
        assert inner.given == given


def test_a_damaged_file_is_not_believed(tmp_path: Path) -> None:
    folder = tmp_path / "tembolok"
    CachedConverter(FakeOffice(), folder, 10_000).submit(Job("satu", b"isi")).result()
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    inner = FakeOffice()
    CachedConverter(inner, folder, 10_000).submit(Job("satu", b"isi")).result()
    assert inner.given == ["satu"]


@pytest.mark.parametrize("content", [b"", b"bukan PDF", b"%PDF-1.7\nrusak\n%%EOF\n"])
def test_a_sealed_file_that_is_no_pdf_is_not_believed(content: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "tembolok"
    right = CachedConverter(FakeOffice(), folder, 10_000).submit(Job("satu", b"isi")).result()
    (path,) = folder.iterdir()
    path.write_bytes(_seal(path.name, content) + content)
    inner = FakeOffice()
    office = CachedConverter(inner, folder, 10_000)
    assert office.submit(Job("satu", b"isi")).result() == right
    assert inner.given == ["satu"]


def test_a_file_under_the_name_of_another_document_is_not_believed(tmp_path: Path) -> None:
    folder, other = tmp_path / "tembolok", tmp_path / "lain"
    CachedConverter(FakeOffice(), folder, 10_000).submit(Job("satu", b"isi")).result()
    CachedConverter(FakeOffice(), other, 10_000).submit(Job("dua", b"lain")).result()
    (own,), (foreign,) = folder.iterdir(), other.iterdir()
    own.write_bytes(foreign.read_bytes())
    inner = FakeOffice()
    CachedConverter(inner, folder, 10_000).submit(Job("satu", b"isi")).result()
    assert inner.given == ["satu"]


def test_what_is_no_file_is_no_obstacle_to_the_bound(tmp_path: Path) -> None:
    folder = tmp_path / "tembolok"
    (folder / "folder orang").mkdir(parents=True)
    os.utime(folder / "folder orang", (1, 1))
    size = len(FakeOffice().submit(Job("0", b"")).result()) + 64
    office = CachedConverter(FakeOffice(), folder, 2 * size)
    for number in range(4):
        office.submit(Job(str(number), bytes([number])))
    assert sum(path.is_file() for path in folder.iterdir()) == 2


@pytest.mark.parametrize("linked", [True, False])
def test_nobodys_files_make_room_for_the_cache(linked: bool, tmp_path: Path) -> None:
    """A link leads to somebody's folder; and somebody may keep files in the cache's own."""
    folder, others = tmp_path / "tembolok", tmp_path / "dokumen"
    others.mkdir()
    if linked:
        folder.symlink_to(others)
    else:
        folder = others
    for name in ("tesis.docx", "a" * 63):
        (others / name).write_bytes(b"milik orang" * 500)
    office = CachedConverter(FakeOffice(), folder, 1)
    for number in range(2):
        assert office.submit(Job(str(number), bytes([number]))).result()
    assert sorted(path.name for path in others.iterdir()) == ["a" * 63, "tesis.docx"]


def test_a_full_disk_costs_time_only_and_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tembolok"

    def full(descriptor: int, mode: str) -> object:
        os.close(descriptor)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("zi_docs.pdf.conversion_cache.os.fdopen", full)
    assert CachedConverter(FakeOffice(), folder, 10_000).submit(Job("satu", b"isi")).result()
    assert list(folder.iterdir()) == []


def test_a_failure_is_told_and_not_kept(tmp_path: Path) -> None:
    inner = FakeOffice(["dua"])
    for fails in (True, False):
        office = CachedConverter(inner, tmp_path / "tembolok", 10_000)
        problems = [office.submit(Job(name, name.encode())).exception() for name in ("satu", "dua")]
        assert problems[0] is None
        assert (problems[1] is not None) is fails
        inner.fails = ()
    assert inner.given == ["satu", "dua", "dua"]
