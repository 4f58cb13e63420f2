"""Which family stands in for which."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from zi_docs.errors import MissingProgramError
from zi_docs.pdf.font_files import families, files_identity, font_files, font_folders
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.pdf.versions import fonts_identity


def _matched(config: Path, family: str) -> str:
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    command = ["fc-match", "--format=%{family}", family]
    return subprocess.run(
        command, env=environment, capture_output=True, check=True, text=True
    ).stdout


def test_an_absent_family_is_bound_to_its_first_installed_stand_in(tmp_path: Path) -> None:
    fonts = FontSubstitutes({"Huruf & Uji": ("Tiada", "Liberation Mono", "Carlito")})
    assert _matched(fonts.write_config(tmp_path), "Huruf & Uji") == "Liberation Mono"


def test_an_installed_family_stands_for_itself(tmp_path: Path) -> None:
    fonts = FontSubstitutes({"Carlito": ("Liberation Mono",)})
    assert _matched(fonts.write_config(tmp_path), "Carlito") == "Carlito"


def test_missing_families() -> None:
    fonts = FontSubstitutes({"Huruf Uji": ("Carlito",), "Huruf Lain": ("Tiada",)})
    wanted = ["Huruf Uji", "Huruf Lain", "carlito", "Asing"]
    assert fonts.missing(wanted) == ("Huruf Lain", "Asing")


def test_the_documents_own_families_are_there() -> None:
    assert DEFAULT_SUBSTITUTES.missing(DEFAULT_SUBSTITUTES.stand_ins) == ()


# Without fontconfig


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which nothing lists fonts."""
    monkeypatch.setenv("PATH", os.devnull)


def test_without_fontconfig_the_font_files_tell_the_families(bare: None, tmp_path: Path) -> None:
    assert DEFAULT_SUBSTITUTES.missing([*DEFAULT_SUBSTITUTES.stand_ins, "Asing"]) == ("Asing",)
    assert "URW Bookman" in DEFAULT_SUBSTITUTES.write_config(tmp_path).read_text()
    assert ("Bookman Old Style", "URW Bookman") in DEFAULT_SUBSTITUTES.replacements()


def test_what_fontconfig_binds_the_program_need_not_replace() -> None:
    assert DEFAULT_SUBSTITUTES.replacements() == ()


def test_without_fontconfig_and_font_files(
    bare: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zi_docs.pdf.fonts.font_files", list)
    with pytest.raises(MissingProgramError, match="fontconfig"):
        DEFAULT_SUBSTITUTES.write_config(tmp_path)


def test_the_folders_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Windows" / "Fonts").mkdir(parents=True)
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    assert tmp_path / "Windows" / "Fonts" in font_folders()


def test_a_font_that_comes_goes_or_changes_is_another_set(tmp_path: Path) -> None:
    """Whatever else lies among them is none, and a damaged one names no family."""
    empty = files_identity(font_files([tmp_path]))
    font = tmp_path / "Arial.TTF"
    font.write_bytes(b"satu")
    one = files_identity(font_files([tmp_path]))
    (tmp_path / "readme.txt").write_text("x")
    assert files_identity(font_files([tmp_path])) == one
    assert list(families(font_files([tmp_path]))) == []
    os.utime(font, (1, 1))
    newer = files_identity(font_files([tmp_path]))
    font.unlink()
    assert files_identity(font_files([tmp_path])) == empty == ""
    assert len({empty, one, newer}) == 3


def test_a_change_of_font_files_is_seen_without_fontconfig(
    bare: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    before = fonts_identity()
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "Baru.ttf").write_bytes(b"huruf")
    assert before != fonts_identity() != ""
