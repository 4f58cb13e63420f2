"""Which family stands in for which."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from zi_docs.errors import MissingProgramError
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes


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


def test_without_fontconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(MissingProgramError, match="fontconfig"):
        DEFAULT_SUBSTITUTES.write_config(tmp_path)
