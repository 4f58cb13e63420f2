"""Where the program finds its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from zi_docs.settings import DEFAULTS, built_in_templates


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def test_in_a_checkout_the_templates_stand_beside_the_package(tmp_path: Path) -> None:
    package, templates = folder(tmp_path / "zi_docs"), folder(tmp_path / "templates")
    assert built_in_templates(package) == templates


def test_an_installed_package_has_its_own_whatever_stands_beside_it(tmp_path: Path) -> None:
    folder(tmp_path / "site-packages" / "templates")
    templates = folder(tmp_path / "site-packages" / "zi_docs" / "templates")
    assert built_in_templates(tmp_path / "site-packages" / "zi_docs") == templates


def test_a_folder_templates_of_the_current_folder_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, here = folder(tmp_path / "zi_docs"), folder(tmp_path / "kantor" / "templates")
    monkeypatch.chdir(here.parent)
    assert built_in_templates(package) == tmp_path / "templates"
    assert DEFAULTS.templates == Path(__file__).parents[2] / "templates"
    assert (DEFAULTS.source, DEFAULTS.output) == (Path("source/zi-2026.xlsx"), Path("output"))
