"""A paper that cannot be made spoils only what needs it: the others appear, the exit code tells."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT, papers
from tests.e2e.conftest import generate_here as generate
from zi_docs.errors import ExitCode

# Makes every document at once but those in whose text the word stands.
REFUSES = """#!/bin/sh
. "$(dirname "$0")/pdf.sh"
for each in $documents; do
    python3 - "$each.docx" <<'END' || pdf 1 >"out/$each.pdf"
import sys, zipfile
sys.exit(b"{word}" not in zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
END
done
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office program that gives no PDF of minutes."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    shutil.copy(ROOT / "tests/fakes/pdf.sh", folder / "pdf.sh")
    program = folder / "soffice"
    program.write_text(REFUSES.format(word="NOTULA"), encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_other_papers_of_a_meeting_are_published(office: Path, tmp_path: Path) -> None:
    result = generate(
        "rapat", "R-01", "--json", "--output", tmp_path / "hasil", ZI_SOFFICE=str(office)
    )
    assert result.returncode == ExitCode.KONVERSI_GAGAL, result.stderr
    kinds = ("daftar-hadir", "dokumentasi", "laporan", "undangan")
    assert papers(tmp_path / "hasil" / "2026") == [
        f"rapat/R-01/{kind}{ending}" for kind in kinds for ending in (".docx", ".pdf")
    ]
    answer = json.loads(result.stdout)
    assert answer["exit"] == ExitCode.KONVERSI_GAGAL
    wrong = {
        finding["place"]["file"].partition("2026/")[2]: finding["code"]
        for finding in answer["findings"]
        if finding["code"].startswith("HASIL-") and finding["severity"] != "keterangan"
    }
    assert wrong == {"rapat/R-01/notula": "HASIL-GAGAL", "bundel/rapat-R-01": "HASIL-BAGIAN"}


def test_a_broken_template_spoils_its_own_papers(tmp_path: Path) -> None:
    """Without LibreOffice, so that only the template is at fault: exit code 5 is the graver."""
    templates = tmp_path / "templat"
    shutil.copytree(ROOT / "templates", templates)
    (templates / "notula.docx").write_bytes(b"bukan DOCX")
    result = generate(
        "rapat", "R-01", "--templat", templates, "--output", tmp_path / "hasil",
        ZI_SOFFICE="/tidak/ada/soffice",
    )  # fmt: skip
    assert result.returncode == ExitCode.TEMPLAT_RUSAK
    assert "HASIL-GAGAL" in result.stderr
    made = papers(tmp_path / "hasil" / "2026")
    assert made == [
        f"rapat/R-01/{kind}.docx" for kind in ("daftar-hadir", "dokumentasi", "laporan", "undangan")
    ]
