"""Where the program finds its own files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zi_docs.settings import DEFAULTS, built_in_templates, neighbour_years, newest_workbook


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
    assert (DEFAULTS.workbooks, DEFAULTS.output) == (Path("source"), Path("output"))


def test_the_workbook_of_the_latest_year_is_the_default(tmp_path: Path) -> None:
    """Excel's lock, a copy and an older year do not count; where there is none, this year's."""
    assert newest_workbook(tmp_path) == tmp_path / f"zi-{date.today().year}.xlsx"
    for name in ("zi-2026.xlsx", "ZI-2027.XLSX", "~$zi-2029.xlsx", "zi-2028 salinan.xlsx"):
        (tmp_path / name).touch()
    assert newest_workbook(tmp_path).name == "ZI-2027.XLSX"


def test_the_years_beside_a_workbook_are_those_of_the_others(tmp_path: Path) -> None:
    for name in ("zi-2026.xlsx", "zi-2027.xlsx", "catatan.xlsx"):
        (tmp_path / name).touch()
    assert neighbour_years(tmp_path / "zi-2027.xlsx") == {2026}
    assert neighbour_years(tmp_path / "catatan.xlsx") == {2026, 2027}
