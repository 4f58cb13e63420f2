"""One name for one thing in the package: its files, its classes, and no agency's words in code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS.parent / "zi_docs"
AGENCY_WORDS = re.compile(r"\bKPU\b|Komisioner|\bkpt\b|SEKRETARIAT")


def modules(package: Path) -> list[Path]:
    return sorted(package.rglob("*.py"))


def repeated(named: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that stand in more than one place, each with its places."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in named:
        places[name].append(place)
    return {name: where for name, where in places.items() if len(where) > 1}


def file_names(package: Path) -> Iterator[tuple[str, str]]:
    for path in modules(package):
        if path.name != "__init__.py":
            yield path.name, path.relative_to(package).as_posix()


def public_classes(package: Path) -> Iterator[tuple[str, str]]:
    for path in modules(package):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, path.relative_to(package).as_posix()


def agency_words(package: Path) -> Iterator[str]:
    """The lines of code that name what only one agency has; `data` holds such words."""
    for path in modules(package):
        place = path.relative_to(package)
        if place.parts[0] != "data":
            lines = path.read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, start=1):
                if AGENCY_WORDS.search(line):
                    yield f"{place.as_posix()}:{number}"


def house(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_file_name_occurs_once() -> None:
    assert len(list(file_names(PACKAGE))) > 100
    assert repeated(file_names(PACKAGE)) == {}


def test_no_two_public_classes_share_a_name() -> None:
    assert len(list(public_classes(PACKAGE))) > 100
    assert repeated(public_classes(PACKAGE)) == {}


def test_the_code_names_nothing_that_only_one_agency_has() -> None:
    assert list(agency_words(PACKAGE)) == []


def test_what_these_rules_would_find(tmp_path: Path) -> None:
    package = house(
        tmp_path,
        {
            "__init__.py": "",
            "pdf/__init__.py": "",
            "pdf/entry.py": "class Entry: ...\nclass _Own: ...\n",
            "word/entry.py": "class Entry: ...\nclass _Own: ...\nOFFICE = 'KPU Kota Contoh'\n",
            "data/agencies.py": "OFFICE = 'KPU'\n",
        },
    )
    both = ["pdf/entry.py", "word/entry.py"]
    assert repeated(file_names(package)) == {"entry.py": both}
    assert repeated(public_classes(package)) == {"Entry": both}
    assert list(agency_words(package)) == ["word/entry.py:3"]


def test_data_is_named_by_its_content() -> None:
    """`rows`, `papers`, `findings`: a name that fits everything tells nothing."""
    vague = {"one", "found", "held", "told"}
    named = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {name}"
        for path in modules(PACKAGE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name | ast.arg)
        and (name := node.id if isinstance(node, ast.Name) else node.arg) in vague
    ]
    assert named == []


def test_every_folder_of_tests_is_looked_into(pytestconfig: pytest.Config) -> None:
    """By itself pytest passes over any folder called `build`."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in TESTS.rglob("test_*.py")}
    assert len(folders) > 15
    assert [name for name in folders if any(fnmatch(name, p) for p in passed_over)] == []
