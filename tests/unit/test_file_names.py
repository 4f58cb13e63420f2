"""The one rule of names: what Windows refuses names no file, and all that is made keeps to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.brief_year import brief_year
from zi_docs.catalog import catalog, products_of
from zi_docs.cli.stopped_papers import parted_by_path
from zi_docs.file_names import (
    LONGEST_ID,
    LONGEST_PATH,
    can_name_files,
    has_forbidden_sign,
    is_file_name,
)
from zi_docs.findings import Place
from zi_docs.model import Origin
from zi_docs.product import Product, Subject

DEVICES = ("CON", "con.txt", "Nul", "PRN.x.y", "aux ", "COM1", "lpt9.docx", "COM¹", "CONIN$")


@pytest.mark.parametrize("name", [*DEVICES, "", ".", "..", "naskah.", "naskah ", "a/b", "a\tb"])
def test_what_windows_refuses(name: str) -> None:
    assert not is_file_name(name)


@pytest.mark.parametrize("sign", '\\/:*?"<>|\n\x07')
def test_signs_that_windows_refuses(sign: str) -> None:
    assert not is_file_name(f"a{sign}b")
    assert has_forbidden_sign(f"a{sign}b")


@pytest.mark.parametrize(
    "name", ["R-01", "2026-03 Area 1.xlsx", "konsep", "COM10", "com", "nul-1", "Édit", ".kunci"]
)
def test_what_every_system_takes(name: str) -> None:
    assert is_file_name(name)


# Of the last the letters are few and the bytes many: with what is added no system takes them.
@pytest.mark.parametrize(
    "key", [*DEVICES[:-1], "-rf", "a.", "a" * (LONGEST_ID + 1), "\U00020000" * LONGEST_ID]
)
def test_what_is_no_id(key: str) -> None:
    assert not can_name_files(key)


@pytest.mark.parametrize("key", ["a;b", "a,b", ".tersembunyi"])
def test_signs_that_no_id_bears(key: str) -> None:
    assert has_forbidden_sign(key)


# What is made


@pytest.fixture(scope="module")
def products() -> list[Product]:
    return products_of(catalog(brief_year()).about())


def test_everything_that_is_made_has_a_name_for_every_system(products: list[Product]) -> None:
    targets = [target for product in products for target in product.targets]
    assert len(targets) > 50
    assert [t for t in targets if not all(map(is_file_name, t.split("/")))] == []
    # Two files of one name, but for capitals, are one file on Windows and macOS.
    assert len({target.casefold() for target in targets}) == len(set(targets))


def folder_of_length(length: int) -> Path:
    return Path("/" + "k" * (length - 1))


def test_a_paper_too_deep_for_windows_is_told_at_the_cell_of_its_id(
    products: list[Product],
) -> None:
    """It is left out with what needs it; the others are made."""
    cells = Origin("zi-2026.xlsx", "Rapat", 5, {"id": "A5"})
    meeting = Subject(products[0].about.family, "R" * 40, "rapat panjang", cells)
    notes = replace(products[0], about=meeting, name="n", targets=(f"rapat/{'R' * 40}/notula.pdf",))
    bundle = replace(notes, name="b", targets=("bundel/b.pdf",), needs=("n",))
    other = replace(products[0], name="o", targets=("o.pdf",), needs=())
    folder = folder_of_length(LONGEST_PATH - 40)
    fitting, (finding,) = parted_by_path([notes, bundle, other], folder)
    assert [product.name for product in fitting] == ["o"]
    assert (finding.code, finding.place) == (
        "HASIL-PANJANG",
        Place("zi-2026.xlsx", "Rapat", "A5"),
    )
    assert "Pendekkan ID ini" in finding.message


def test_paths_that_windows_bears_are_nothing_to_tell(products: list[Product]) -> None:
    fitting, findings = parted_by_path(products, folder_of_length(120))
    assert (fitting, findings) == (products, [])
