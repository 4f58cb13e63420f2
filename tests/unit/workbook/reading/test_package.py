"""Files that are no workbook, or none that may be opened."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from zi_docs.findings import Finding, Severity
from zi_docs.settings import Settings
from zi_docs.workbook.reading.load import read_plan

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def only(path: Path, settings: Settings | None = None) -> Finding:
    plan, findings = read_plan(path, settings) if settings else read_plan(path)
    assert plan is None
    (finding,) = findings
    assert finding.severity is Severity.ERROR
    assert finding.place.file == path.as_posix()
    return finding


def test_a_sound_workbook_has_no_findings(workbook: Path) -> None:
    plan, findings = read_plan(workbook)
    assert plan is not None
    assert findings == []


def test_a_missing_file_names_its_neighbours(workbook: Path) -> None:
    finding = only(workbook.with_name("zi-2025.xlsx"))
    assert finding.code == "WB-TIDAK-ADA"
    assert "zi-2026.xlsx" in finding.message


def test_a_folder(tmp_path: Path) -> None:
    assert only(tmp_path).code == "WB-FOLDER"


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"nama;nilai\r\na;b\r\n", "WB-FORMAT", "CSV"),
        (b"\xef\xbb\xbf<html><table></table></html>", "WB-FORMAT", "HTML"),
        (b"", "WB-FORMAT", "kosong"),
        (b"%PDF-1.7\0", "WB-FORMAT", "jenis lain"),
        (OLE + "Workbook".encode("utf-16-le"), "WB-FORMAT", ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "WB-SANDI", "kata sandi"),
    ],
)
def test_other_files_by_their_content(tmp_path: Path, content: bytes, code: str, told: str) -> None:
    path = tmp_path / "zi.xlsx"
    path.write_bytes(content)
    finding = only(path)
    assert finding.code == code
    assert told in finding.message


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/workbook.bin", "biner"),
        ("mimetype", "OpenDocument"),
        ("word/document.xml", "zip"),
    ],
)
def test_other_packages_by_their_parts(tmp_path: Path, part: str, told: str) -> None:
    path = tmp_path / "zi.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert told in only(path).message


def test_a_truncated_workbook_is_damaged(workbook: Path) -> None:
    workbook.write_bytes(workbook.read_bytes()[:4000])
    assert only(workbook).code == "WB-RUSAK"


def test_a_workbook_with_broken_xml_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "zi.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook>")
    finding = only(path)
    assert finding.code == "WB-RUSAK"
    assert "xl/workbook.xml" in finding.message


def test_an_oversize_file_is_not_opened(workbook: Path) -> None:
    assert only(workbook, Settings(max_file_bytes=1000)).code == "WB-UKURAN"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "zi.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(12 * 1024 * 1024))
    assert only(path).code == "WB-BOM"


def test_too_many_parts_and_too_much_in_all_are_bombs(workbook: Path) -> None:
    assert only(workbook, Settings(max_parts=5)).code == "WB-BOM"
    assert only(workbook, Settings(max_unpacked_bytes=1000)).code == "WB-BOM"


def test_a_directory_that_lies_of_its_sizes_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "zi.xlsx"
    size = 12 * 1024 * 1024
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(size))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 9)))
    assert only(path).code == "WB-RUSAK"


def test_a_file_that_cannot_be_reached(tmp_path: Path) -> None:
    assert only(tmp_path / ("z" * 300 + ".xlsx")).code in {"WB-IZIN", "WB-TIDAK-ADA"}


def test_a_device_or_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "zi.xlsx"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        finding = only(path)
        assert (finding.code, "bukan berkas biasa" in finding.message) == ("WB-FORMAT", True)


@pytest.mark.parametrize("lock", ["~$zi-2026.xlsx", ".~lock.zi-2026.xlsx#"])
def test_a_workbook_that_is_open_is_read_with_a_warning(workbook: Path, lock: str) -> None:
    (workbook.parent / lock).touch()
    plan, findings = read_plan(workbook)
    assert plan is not None
    assert [(f.code, f.severity) for f in findings] == [("WB-TERBUKA", Severity.WARNING)]


def test_places_are_relative_to_where_the_program_was_started(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workbook.parent.parent)
    (workbook.parent / "~$zi-2026.xlsx").touch()
    _, (finding,) = read_plan(workbook)
    assert finding.place.file == f"{workbook.parent.name}/zi-2026.xlsx"
