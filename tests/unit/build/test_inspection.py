"""The year's folder against its manifest."""

from __future__ import annotations

from pathlib import Path

from tests.cases.year_folder import ORIGINAL
from zi_docs.build import manifest as manifests
from zi_docs.build.inspection import inspect, never_made


def test_the_manifest_finds_what_is_missing_changed_and_foreign(folder: Path) -> None:
    assert inspect(folder) == []
    (folder / ORIGINAL).unlink()
    (folder / "keputusan/renaksi-salinan.pdf").write_bytes(b"lain")
    (folder / "catatan.txt").write_text("milik orang lain")
    (folder / "bukti").mkdir()
    (folder / "bukti" / "foto.jpg").write_bytes(b"bukti")
    found = {(finding.code, Path(finding.place.file).name) for finding in inspect(folder)}
    assert found == {
        ("MAN-HILANG", "renaksi-asli.docx"),
        ("MAN-DIUBAH", "renaksi-salinan.pdf"),
        ("MAN-ASING", "catatan.txt"),
    }


def test_a_folder_without_a_manifest_is_told_to_make_one(folder: Path) -> None:
    (folder / manifests.NAME).unlink()
    assert [finding.code for finding in inspect(folder)] == ["MAN-TIADA"]


def test_what_the_workbook_asks_for_and_nobody_made_is_counted(folder: Path) -> None:
    asked = ["keputusan/renaksi-asli", "monev/2026-01/area-1", "monev/2026-01/rekap"]
    (finding,) = never_made(folder, asked)
    assert finding.code == "MAN-BELUM"
    assert finding.message.startswith("2 naskah ")
    assert "misalnya monev/2026-01/area-1;" in finding.message
    assert list(never_made(folder, asked[:1])) == []
