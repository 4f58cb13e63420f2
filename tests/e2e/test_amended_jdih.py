"""A decree signed, amended in April and in July: what JDIH gets of each, as the year goes on.

With the quick fake office: what is told here does not depend on pages.
"""

from __future__ import annotations

import json
import shutil
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cases.bare_books import brief
from tests.cases.revisions import SOURCE, changed, revised_year, row
from tests.cases.signing import text_pdf
from tests.cases.workshops import FAKES
from tests.e2e.test_revisions import call
from zi_docs.errors import ExitCode
from zi_docs.workbook.writing.rewrite import WorkbookRows

AUTHOR = "Keputusan Komisi Pemilihan Umum Kabupaten Batang Hari"
TITLE = (
    "Rencana Aksi Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah "
    "Birokrasi Bersih dan Melayani di Lingkungan Komisi Pemilihan Umum Kabupaten Batang Hari "
    "Tahun 2026"
)
BASE = f"{AUTHOR} Nomor 10 Tahun 2026 tentang {TITLE}"
FIRST = f"{AUTHOR} Nomor 24 Tahun 2026 tentang Perubahan atas {BASE}"
SECOND = f"{AUTHOR} Nomor 31 Tahun 2026 tentang Perubahan Kedua atas {BASE}"


class Office:
    """A year's folder: `zi.xlsx` with its saved states, and the results beside it."""

    def __init__(self, folder: Path) -> None:
        self.book = folder / "tahun" / "zi.xlsx"
        self.output = folder / "hasil"
        self.fake = folder / "office-quick"
        for name in ("office-quick", "pdf.sh"):
            shutil.copy(FAKES / name, folder / name)

    def run(self, *arguments: object):  # type: ignore[no-untyped-def]
        where = ("--source", self.book, "--output", self.output)
        return call(*arguments, *where, ZI_SOFFICE=str(self.fake))

    def published(self, key: str, number: str) -> dict[str, str]:
        """The metadata after `jdih` of a decree or amendment."""
        result = self.run("jdih", key)
        assert result.exit_code == ExitCode.BERES, result.output
        return json.loads(self.file(f"jdih/2026kpt{number}.json"))

    def file(self, name: str) -> bytes:
        return (self.output / "2026" / name).read_bytes()

    def scan(self, key: str) -> Path:
        """What came back from the scanner for a paper."""
        scan = self.output / "pindai.pdf"
        scan.write_bytes(text_pdf(f"hasil pindai {key}"))
        return scan

    def sign(self, key: str) -> None:
        with warnings.catch_warnings():
            # pyHanko warns of the system's list of trusted certificates.
            warnings.simplefilter("ignore")
            taken = self.run("tandatangan", self.scan(key), "--untuk", key)
        assert taken.exit_code == ExitCode.BERES, taken.output

    def holds(self, state: Path) -> None:
        """The workbook is what this one says."""
        shutil.copy(state, self.book)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year with its two amendments and the draft of a third, and the states between."""
    start = brief(SOURCE, tmp_path_factory.mktemp("awal") / "zi.xlsx")
    return revised_year(tmp_path_factory.mktemp("keadaan"), start).parent


@pytest.fixture
def office(states: Path, tmp_path: Path) -> Office:
    shutil.copytree(states, tmp_path / "tahun")
    return Office(tmp_path)


def test_the_year_of_an_amended_decree(office: Office) -> None:
    """Signed, copied, amended twice: the copy stays, its status follows."""
    saved = office.book.parent / "revisi"
    office.holds(saved / "renaksi.xlsx")
    record = office.published("renaksi", "0010")
    assert (record["status"], record["keterangan_status"]) == ("Berlaku", "")
    assert office.run("keputusan", "renaksi").exit_code == ExitCode.BERES
    office.sign("renaksi")
    office.sign("keputusan/renaksi-salinan")
    decreed = [office.file(f"jdih/2026kpt0010{end}") for end in (".pdf", "-abstrak.docx")]

    office.holds(saved / "renaksi-p1.xlsx")
    record = office.published("Renaksi-P1", "0024")
    assert record["judul"] == FIRST
    assert record["tanggal_penetapan"] == "2026-04-01"
    assert (record["status"], record["keterangan_status"]) == ("Berlaku", f"mengubah {BASE}")
    record = office.published("renaksi", "0010")
    assert record["status"] == "Berlaku, diubah dengan Keputusan Nomor 24 Tahun 2026"
    assert record["keterangan_status"] == f"diubah dengan {FIRST}"
    assert office.run("revisi", "--naskah", "renaksi-p1").exit_code == ExitCode.BERES
    office.sign("renaksi-p1")

    office.holds(saved / "renaksi-p2.xlsx")
    record = office.published("renaksi-p2", "0031")
    assert record["judul"] == SECOND
    assert record["keterangan_status"] == (
        f"mengubah {BASE} sebagaimana telah diubah dengan {FIRST}"
    )
    record = office.published("renaksi", "0010")
    assert (record["judul"], record["tanggal_penetapan"]) == (BASE, "2026-01-22")
    assert record["status"] == (
        "Berlaku, diubah dengan Keputusan Nomor 24 Tahun 2026 dan Keputusan Nomor 31 Tahun 2026"
    )
    assert record["keterangan_status"] == f"diubah dengan {FIRST}; diubah dengan {SECOND}"
    assert decreed == [office.file(f"jdih/2026kpt0010{end}") for end in (".pdf", "-abstrak.docx")]


def test_a_draft_or_an_unknown_state_is_no_unknown_decree(office: Office) -> None:
    """Nothing is published under the first decree's number but what it decreed."""
    draft = office.run("jdih", "renaksi-p3")
    assert draft.exit_code == ExitCode.TEMUAN
    assert "Revisi!C6: kesalahan: Keputusan renaksi-p3 belum bernomor" in draft.stderr
    (office.book.parent / "revisi" / "renaksi.xlsx").unlink()
    result = office.run("jdih", "renaksi")
    assert result.exit_code == ExitCode.TEMUAN
    assert "keadaan renaksi tidak diketahui" in result.stderr
    assert "ID-TIADA" not in result.stderr
    assert not (office.output / "2026").exists()
    assert "ID-TIADA" in office.run("jdih", "tiada").stderr


# Two drafts at once


def test_of_two_drafts_each_can_be_made(office: Office) -> None:
    """Neither was saved: both hold all changes, and the second is marked until the first is."""

    def fourth(rows: WorkbookRows) -> None:
        rows["revisi"].append(
            {"id": "renaksi-p4", "keputusan": "renaksi", "alasan": "target terlalu tinggi"}
        )
        rows["revisi"][2]["alasan"] = "target belum dapat dicapai"
        row(rows, "RA-004")["target"] = "80%"

    third = shutil.copy(office.book, office.book.parent / "p3.xlsx")
    changed(office.book, office.book, fourth)
    for key, last in (("renaksi-p3", False), ("renaksi-p4", True)):
        result = office.run("revisi", "--naskah", key)
        assert result.exit_code == ExitCode.BERES, result.output
        assert f"Naskah {key} memuat semua perubahan" in result.stderr
        assert ("KEP-KONSEP" in result.stderr) is last
        assert changes(office, key) == {"80%", "90%"}
    assert office.run("revisi", third, "--simpan", "renaksi-p3").exit_code == ExitCode.BERES
    result = office.run("revisi", "--naskah", "renaksi-p4")
    assert result.exit_code == ExitCode.BERES, result.output
    assert "REV-RANCANGAN" not in result.stderr
    assert changes(office, "renaksi-p4") == {"80%"}


def changes(office: Office, key: str) -> set[str]:
    """The new targets that the matrix of a draft shows."""
    with ZipFile(BytesIO(office.file(f"revisi/{key}-matriks.docx"))) as package:
        words = package.read("word/document.xml").decode()
    return {target for target in ("80%", "90%") if target in words}
