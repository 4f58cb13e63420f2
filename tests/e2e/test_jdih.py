"""The decree of KPU Kabupaten Batang Hari as JDIH gets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases.edited import edited
from tests.cases.pdf import page_texts
from tests.cases.pdf_facts import inspect
from tests.e2e.conftest import SOURCE, papers, without_office
from tests.e2e.conftest import generate_here as generate
from zi_docs.errors import ExitCode

pytestmark = [pytest.mark.libreoffice]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("jdih")
    result = generate("jdih", "RENAKSI", "--output", output)
    assert result.returncode == 0, result.stderr
    return output / "2026"


def test_these_files_are_made_and_no_others(folder: Path) -> None:
    """The copy is what JDIH gets, so it is made too."""
    assert papers(folder) == [
        "jdih/2026kpt0010-abstrak.docx",
        "jdih/2026kpt0010-abstrak.pdf",
        "jdih/2026kpt0010.csv",
        "jdih/2026kpt0010.json",
        "jdih/2026kpt0010.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]


def test_the_copy_is_archival_and_marked(folder: Path) -> None:
    facts = inspect(folder / "jdih" / "2026kpt0010.pdf")
    assert facts.pdfa == "2B"
    assert facts.texts[0].startswith("SALINAN")


def test_the_pages_are_counted_on_the_copy(folder: Path) -> None:
    """All pages, and those from the heading LAMPIRAN on, in metadata and abstract alike."""
    texts = page_texts(folder / "jdih" / "2026kpt0010.pdf")
    first = next(number for number, text in enumerate(texts) if "LAMPIRAN\n" in text)
    record = json.loads((folder / "jdih" / "2026kpt0010.json").read_text("utf-8"))
    assert record["sumber"].endswith(f" {len(texts)} hlm.")
    assert record["lampiran"] == f"{len(texts) - first} hlm."
    (abstract,) = page_texts(folder / "jdih" / "2026kpt0010-abstrak.pdf")
    assert f"Lampiran: {len(texts) - first} halaman." in abstract


def test_a_decree_without_a_number_is_a_finding(tmp_path: Path) -> None:
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells={("Keputusan", "renaksi", "Nomor"): None})
    result = generate("jdih", "renaksi", "--source", source, "--output", tmp_path)
    assert result.returncode == ExitCode.TEMUAN
    assert "belum bernomor" in result.stderr
    assert not (tmp_path / "2026").exists()


def test_without_libreoffice_nothing_can_be_counted(tmp_path: Path) -> None:
    result = without_office("jdih", "renaksi", "--output", tmp_path)
    assert result.returncode == ExitCode.PROGRAM_HILANG
    # The copy as Word file, which needs none.
    assert papers(tmp_path / "2026") == ["keputusan/renaksi-salinan.docx"]
