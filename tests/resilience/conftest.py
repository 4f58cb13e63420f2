"""An office that makes PDFs at once, two versions of a workbook, and the papers made from each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.bare_books import brief
from tests.cases.command_runs import an_office, ran
from tests.cases.edited import edited
from tools.resilience.originals import SHIPPED, quick_office
from zi_docs.errors import ExitCode


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quick_office(tmp_path_factory.mktemp("program") / "kantor")


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workbook, and the same with another place of the meeting."""
    folder = tmp_path_factory.mktemp("buku")
    first = brief(SHIPPED, folder / "a.xlsx")
    changed = {("Rapat", "R-01", "Tempat"): "Aula Contoh"}
    return first, edited(first, folder / "b.xlsx", cells=changed)


@pytest.fixture(scope="session")
def made(
    books: tuple[Path, Path], office: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Two offices: one made its papers from the first workbook, one from the second."""
    folders = []
    for number, book in enumerate(books):
        folder = an_office(tmp_path_factory.mktemp(f"kantor-{number}"), book)
        assert ran(folder, office).returncode == ExitCode.BERES
        folders.append(folder)
    return folders[0], folders[1]
