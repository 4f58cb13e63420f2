"""Dropped files: judged in a process of their own, laid under safe names, never over another."""

from __future__ import annotations

import os
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from zi_docs.confined import Limits
from zi_docs.intake.dropped_files import Destination, Intake, take_in
from zi_docs.intake.look import EVIDENCE, PHOTO, from_json

PDF = b"%PDF-1.7 isi"
YEAR = datetime(2026, 3, 1).timestamp()


@pytest.fixture
def drawer(tmp_path: Path) -> Destination:
    return Destination(EVIDENCE, tmp_path / "bukti" / "RA-001", "2026")


@pytest.fixture
def album(tmp_path: Path) -> Destination:
    return Destination(PHOTO, tmp_path / "rapat" / "R-01", "1")


def dropped(folder: Path, name: str, content: bytes = PDF, moment: float = YEAR) -> Path:
    path = folder / "unduhan" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (moment, moment))
    return path


def jpeg(width: int = 40, height: int = 30) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, height), "navy").save(stream, "JPEG")
    return stream.getvalue()


def codes(intake: Intake) -> list[str]:
    return [f"{finding.code} {finding.severity.value}" for finding in intake.findings]


def names(destination: Destination) -> list[str]:
    folder = destination.folder
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_good_file_is_laid_and_stays_where_it_was(tmp_path: Path, drawer: Destination) -> None:
    path = dropped(tmp_path, "Notula: rapat.pdf")
    intake = take_in(path, drawer)
    assert (intake.new, intake.target) == (True, drawer.folder / "Notula rapat.pdf")
    assert codes(intake) == []
    assert (drawer.folder / "Notula rapat.pdf").read_bytes() == path.read_bytes() == PDF
    assert names(drawer) == ["Notula rapat.pdf"]


def test_the_same_content_is_there_already_whatever_its_name(
    tmp_path: Path, drawer: Destination
) -> None:
    first = take_in(dropped(tmp_path, "a.pdf"), drawer)
    again = take_in(dropped(tmp_path, "b.pdf"), drawer)
    assert (again.new, again.target) == (False, first.target)
    assert codes(again) == ["MASUK-ADA keterangan"]
    assert names(drawer) == ["a.pdf"]


def test_another_content_gets_a_number(tmp_path: Path, drawer: Destination) -> None:
    take_in(dropped(tmp_path, "Notula.pdf"), drawer)
    for content, name in ((PDF + b"2", "notula (2).pdf"), (PDF + b"3", "notula (3).pdf")):
        intake = take_in(dropped(tmp_path, "notula.pdf", content), drawer)
        assert intake.target == drawer.folder / name
        assert codes(intake) == ["MASUK-NAMA keterangan"]
    assert (drawer.folder / "Notula.pdf").read_bytes() == PDF


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("kosong.pdf", b"", "BUKTI-KOSONG"), ("bukan.pdf", b"<html>", "BUKTI-RUSAK")],
)
def test_what_counts_as_no_evidence_is_refused(
    tmp_path: Path, drawer: Destination, name: str, content: bytes, code: str
) -> None:
    path = dropped(tmp_path, name, content)
    intake = take_in(path, drawer)
    assert (intake.target, codes(intake)) == (None, [f"{code} kesalahan"])
    assert intake.findings[0].place.file == path.as_posix()
    assert names(drawer) == []


def test_evidence_keeps_its_day(tmp_path: Path, drawer: Destination) -> None:
    old = datetime(2024, 5, 1).timestamp()
    intake = take_in(dropped(tmp_path, "lama.pdf", moment=old), drawer)
    assert codes(intake) == []
    assert intake.target is not None
    assert intake.target.stat().st_mtime == old


def test_a_photo_is_laid_and_what_is_none_is_refused(tmp_path: Path, album: Destination) -> None:
    assert take_in(dropped(tmp_path, "Sambutan.jpg", jpeg()), album).new
    for name, content in (
        ("pindai.pdf", PDF),
        ("foto.jpg", b"GIF89a"),
        ("potong.jpg", jpeg(900, 900)[:3000]),
        ("garis.png", jpeg(9000, 1)),
    ):
        intake = take_in(dropped(tmp_path, name, content), album)
        assert (intake.target, codes(intake)) == (None, ["MASUK-FOTO kesalahan"]), name
    assert names(album) == ["Sambutan.jpg"]


def test_a_file_that_asks_for_too_much_is_refused(tmp_path: Path, album: Destination) -> None:
    path = dropped(tmp_path, "besar.jpg", jpeg(9000, 9000))
    for limits, words in (
        (Limits(memory_bytes=60 * 1024 * 1024), "terlalu banyak memori"),
        (Limits(seconds=0.02), "lebih dari 60 detik"),
    ):
        intake = take_in(path, album, limits)
        assert (intake.target, codes(intake)) == (None, ["MASUK-BATAS kesalahan"])
        assert words in intake.findings[0].message
    assert names(album) == []


def test_what_is_no_file_or_too_large_is_not_read(
    tmp_path: Path, drawer: Destination, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes(take_in(tmp_path / "tiada.pdf", drawer)) == ["MASUK-BERKAS kesalahan"]
    assert codes(take_in(tmp_path, drawer)) == ["MASUK-BERKAS kesalahan"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.pdf")
        assert codes(take_in(tmp_path / "pipa.pdf", drawer)) == ["MASUK-BERKAS kesalahan"]
    monkeypatch.setattr("zi_docs.intake.dropped_files.MOST_BYTES", 5)
    assert codes(take_in(dropped(tmp_path, "a.pdf"), drawer)) == ["MASUK-UKURAN kesalahan"]


def test_a_judge_that_breaks_down_lets_nothing_in(tmp_path: Path, drawer: Destination) -> None:
    nobody = Destination("tiada", drawer.folder, "")
    intake = take_in(dropped(tmp_path, "a.pdf"), nobody)
    assert (intake.target, codes(intake)) == (None, ["MASUK-BACA kesalahan"])


@pytest.mark.parametrize(
    "answer", [b"", b"{}", b"[]", b'{"fits": true}', b'{"fits": true, "findings": [{"code": 1}]}']
)
def test_half_an_answer_of_the_judge_is_none(answer: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(answer)


def test_a_zip_as_evidence_is_not_unpacked(tmp_path: Path, drawer: Destination) -> None:
    """A bomb as well: nothing of it is unpacked to look at it or to lay it."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nol", bytes(50_000_000))
    assert take_in(dropped(tmp_path, "arsip.zip", stream.getvalue()), drawer).new
