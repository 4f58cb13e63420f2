"""Golden files carry the hashes of the templates with which they were made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases import golden
from tests.cases.golden import edited_templates, same_text

# `printf "surat lama" | sha256sum`, and the same of "notula lama"
LETTER = "cea27c34aeacbe866e4665af4f8b4dde3f9e91f96d45d6941bfbcb3e18231337"
MINUTES = "024a709ef9e321b4778071170d940cf46e700eed982e0f8a1b36bdf897312d13"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two templates with a golden text each, at somebody's desk; undangan.docx is then edited."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "golden").mkdir()
    (tmp_path / "templates" / "undangan.docx").write_text("surat baru")
    (tmp_path / "templates" / "notula.docx").write_text("notula lama")
    (tmp_path / "golden" / "undangan.txt").write_text("Kami mengundang")
    (tmp_path / "golden" / "notula.txt").write_text("Rapat dibuka")
    record = json.dumps({"notula.docx": MINUTES, "undangan.docx": LETTER})
    (tmp_path / "templates.json").write_text(record)
    monkeypatch.setattr(golden, "RECORD", tmp_path / "templates.json")
    monkeypatch.setattr(golden, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(golden, "TEMPLATES", tmp_path / "templates")
    monkeypatch.setattr(golden, "CI", False)
    monkeypatch.setattr(golden, "REWRITE", False)
    return tmp_path


def test_only_the_tests_of_the_edited_template_are_skipped_by_its_name(project: Path) -> None:
    assert edited_templates() == ["undangan.docx"]
    with pytest.raises(pytest.skip.Exception, match=r"templat undangan\.docx diubah"):
        same_text("undangan.txt", "Kami mengundang Saudara", "undangan.docx")
    same_text("notula.txt", "Rapat dibuka", "notula.docx")
    with pytest.raises(AssertionError):
        same_text("notula.txt", "Rapat ditutup", "notula.docx")


def test_in_ci_the_tests_of_an_edited_template_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(golden, "CI", True)
    with pytest.raises(AssertionError):
        same_text("undangan.txt", "Kami mengundang Saudara", "undangan.docx")


def test_writing_a_golden_file_renews_the_hash_of_its_template_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "templates" / "notula.docx").write_text("notula baru")
    monkeypatch.setattr(golden, "REWRITE", True)
    same_text("undangan.txt", "Kami mengundang Saudara", "undangan.docx")
    assert (project / "golden" / "undangan.txt").read_text() == "Kami mengundang Saudara"
    record = json.loads((project / "templates.json").read_text())
    assert record["notula.docx"] == MINUTES
    assert edited_templates() == ["notula.docx"]


def test_a_template_without_a_hash_is_a_mistake(project: Path) -> None:
    with pytest.raises(AssertionError, match=r"laporan\.docx is not in templates\.json"):
        same_text("laporan.txt", "", "laporan.docx")


def test_a_template_that_was_removed_counts_as_edited(project: Path) -> None:
    (project / "templates" / "notula.docx").unlink()
    assert edited_templates() == ["notula.docx", "undangan.docx"]


@pytest.mark.skipif(not golden.CI, reason="only in CI: at a desk a template may be edited")
def test_in_ci_the_golden_files_are_those_of_todays_templates() -> None:
    assert edited_templates() == [], "run `ZI_GOLDEN=tulis make test` and look at the pictures"
