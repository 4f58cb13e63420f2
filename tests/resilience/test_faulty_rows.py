"""One cell of one meeting is odd: the papers of all other meetings are made, to the same byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tests.cases.workshops import contents
from tools.resilience.cell_mutations import TEXTS
from tools.resilience.figures import Tally
from tools.resilience.originals import BOOK, SHIPPED, quick_office
from tools.resilience.package_mutations import dice
from tools.resilience.trials import OUTPUT, Runner, Trial, trial_server
from tools.resilience.verdict import judge
from zi_docs.workbook.sheets.meeting_sheets import RAPAT

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
FAULTY, VERB = "R-01", ("undangan", "--json", "--keluaran", OUTPUT)
HEADERS = [column.header for column in RAPAT.columns if column.key != "id" and not column.rare]
# What a file of XML can hold as it stands.
ODD = [text for text in TEXTS if text.replace("\n", "").replace("\t", "").isprintable()]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quick_office(tmp_path_factory.mktemp("program") / "kantor")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return brief(SHIPPED, tmp_path_factory.mktemp("buku") / "zi-2026.xlsx")


@pytest.fixture(scope="module")
def run(office: Path) -> Iterator[Runner]:
    with trial_server(office) as runner:
        yield runner


def others(folder: Path) -> dict[str, bytes]:
    """The papers of the meetings whose rows nobody touched."""
    made = contents(folder / OUTPUT / "2026" / "rapat")
    return {name: content for name, content in made.items() if not name.startswith(FAULTY)}


def test_the_papers_of_sound_rows_are_made_beside_a_faulty_one(
    run: Runner, book: Path, tmp_path: Path
) -> None:
    sound = tmp_path / "baik"
    (sound / BOOK).parent.mkdir(parents=True)
    shutil.copy(book, sound / BOOK)
    assert run(Trial(sound, VERB)).code == 0
    assert len(others(sound)) >= 4
    tally = Tally("baris", "Naskah lain di samping baris yang keliru")
    for number in range(100 if WHOLE else 2):
        chance = dice("baris", number)
        header, text = chance.choice(HEADERS), chance.choice(ODD)
        folder = tmp_path / str(number)
        (folder / BOOK).parent.mkdir(parents=True)
        edited(book, folder / BOOK, cells={("Rapat", FAULTY, header): text})
        trial = Trial(folder, VERB)
        result = run(trial)
        assert judge(trial, result).faults == (), (header, text[:40])
        assert others(folder) == others(sound), (header, text[:40])
        tally.count(result.code, result.seconds, result.megabytes)
        shutil.rmtree(folder)
    if WHOLE:
        tally.keep()
