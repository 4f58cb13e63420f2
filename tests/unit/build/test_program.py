"""The program's identity: every module and every file of data of the package is a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.plans import plan
from tests.cases.workshops import Counting
from tests.cases.year_folder import make_decree
from zi_docs.build import program

PACKAGE = Path(program.__file__).parents[1]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of a module and a file of data, in the place of the program's own."""
    root = tmp_path / "paket"
    (root / "word").mkdir(parents=True)
    (root / "data").mkdir()
    (root / "word" / "render.py").write_text("ROUNDS = 1\n")
    (root / "data" / "wording.toml").write_text('salinan = "SALINAN"\n')
    monkeypatch.setattr(program, "_PACKAGE", root)
    program.program_identity.cache_clear()
    yield root
    program.program_identity.cache_clear()


def identity() -> str:
    """As the next start of the program finds it."""
    program.program_identity.cache_clear()
    return program.program_identity()


@pytest.mark.parametrize("name", ["word/render.py", "data/wording.toml"])
def test_a_change_of_a_file_is_another_program(package: Path, name: str) -> None:
    before = identity()
    assert identity() == before
    with (package / name).open("a") as stream:
        stream.write("# diubah\n")
    assert identity() != before


@pytest.mark.parametrize("name", ["pdf/fonts.py", "data/months.toml"])
def test_a_new_file_is_another_program(package: Path, name: str) -> None:
    before = identity()
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("")
    assert identity() != before


def test_a_file_that_moved_is_another_program(package: Path) -> None:
    before = identity()
    (package / "word" / "render.py").rename(package / "data" / "render.py")
    assert identity() != before


def test_what_is_neither_module_nor_data_is_no_part_of_it(package: Path) -> None:
    before = identity()
    (package / "word" / "render.pyc").write_bytes(b"\0")
    assert identity() == before


def test_another_library_is_another_program(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = identity()
    monkeypatch.setattr(program, "library_versions", lambda: {"docxtpl": "99"})
    assert identity() != before


def test_the_whole_package_is_hashed() -> None:
    """No list of modules to keep: all that stands in the package, but the page, is a part of it."""
    assert PACKAGE == program._PACKAGE
    assert set(program._PARTS) == {"*.py", "*.toml", "*.json"}
    files = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_file()]
    data = {path.suffix for path in files if path.parts[0] != "web"} - {".pyc"}
    assert data <= {".py", ".toml", ".json"}


def test_the_page_is_no_part_of_it(package: Path) -> None:
    """It shows what is made, and makes nothing."""
    before = identity()
    (package / "web").mkdir()
    (package / "web" / "news.py").write_text("")
    assert identity() == before


def test_another_program_makes_papers_anew(folder: Path, office: Counting, package: Path) -> None:
    """Made by the true package, and judged by one whose modules are others."""
    built = make_decree(plan(), office, folder)
    assert all("program pembuatnya berubah" in reason.why for reason in built.reasons)
