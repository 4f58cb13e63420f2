"""Conversions kept by content."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.cases.workshops import FakeOffice, quick_office
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.libreoffice import Job
from zi_docs.settings import DEFAULTS


def test_the_cache_keeps_to_its_bound(tmp_path: Path) -> None:
    folder = tmp_path / "tembolok"
    office = CachedConverter(quick_office(tmp_path / "kantor"), folder, 1100, "alat")
    for number in range(6):
        shutil.copy(DEFAULTS.templates / "lembar-paraf.docx", tmp_path / f"{number}.docx")
        with (tmp_path / f"{number}.docx").open("ab") as stream:
            stream.write(bytes([number]))
        office.convert([Job(tmp_path / f"{number}.docx", tmp_path / f"{number}.pdf")])
        os.utime(next(iter(folder.iterdir())))
    assert 0 < sum(path.stat().st_size for path in folder.iterdir()) <= 1100


def docx(folder: Path, name: str, content: str) -> Path:
    path = folder / f"0-{name}.docx"
    shutil.copy(DEFAULTS.templates / "lembar-paraf.docx", path)
    with path.open("ab") as stream:
        stream.write(content.encode())
    return path


def test_equal_documents_are_converted_once_and_both_get_their_pdf(tmp_path: Path) -> None:
    inner = FakeOffice()
    office = CachedConverter(inner, tmp_path / "tembolok", 10_000, "alat")
    jobs = [
        Job(docx(tmp_path, name, content), tmp_path / f"{name}.pdf")
        for name, content in (("satu", "sama"), ("dua", "lain"), ("tiga", "sama"))
    ]
    assert office.convert(jobs) == [None, None, None]
    assert [len(batch) for batch in inner.batches] == [2]
    assert jobs[2].pdf.read_bytes() == jobs[0].pdf.read_bytes()


def test_a_failure_is_told_at_its_place_and_not_kept(tmp_path: Path) -> None:
    inner = FakeOffice(["dua"])
    office = CachedConverter(inner, tmp_path / "tembolok", 10_000, "alat")
    jobs = [
        Job(docx(tmp_path, name, name), tmp_path / f"{name}.pdf")
        for name in ("satu", "dua", "tiga")
    ]
    first, second, third = office.convert(jobs)
    assert (first, third) == (None, None)
    assert "dua.docx tidak dapat diubah" in str(second)
    inner.fails = ()
    assert office.convert(jobs) == [None, None, None]
    assert inner.batches == [["satu", "dua", "tiga"], ["dua"]]
