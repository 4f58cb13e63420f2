"""The glossary speaks of what there is: names of the code, and every record of the model."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from zi_docs import model

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "istilah.md").read_text(encoding="utf-8")
# What follows settles words that compete; it explains nothing.
EXPLAINED = GLOSSARY.partition("## Where two words compete")[0]
ROWS = [
    (cells[1].strip(), cells[2].strip())
    for line in EXPLAINED.splitlines()
    if line.startswith("| ") and len(cells := line.split("|")) == 5
]
NAMED = {name for _, cell in ROWS for name in re.findall(r"`([^`]+)`", cell)}


def defined(path: Path) -> Iterator[str]:
    """The names that a module defines, its own and those of its folders among them."""
    yield from path.relative_to(ROOT).with_suffix("").parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        owner = parents.get(node)
        within = f"{owner.name}." if isinstance(owner, ast.ClassDef) else ""
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield f"{within}{node.name}"
        for target in targets(node):
            yield f"{within}{target}"


def targets(node: ast.AST) -> list[str]:
    """The plain names that an assignment binds."""
    bound = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in bound if isinstance(target, ast.Name)]


def test_the_names_in_the_second_column_are_names_of_the_code() -> None:
    known = {name for path in (ROOT / "zi_docs").rglob("*.py") for name in defined(path)}
    assert len(NAMED) > 80
    assert sorted(NAMED - known) == []


def test_no_term_is_explained_twice() -> None:
    terms = [term for term, _ in ROWS if term not in ("Istilah", "Term", "---")]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_every_record_of_the_model_has_its_term() -> None:
    records = {name for name in model.__all__ if name[0].isupper()}
    assert sorted(records - {name.partition(".")[0] for name in NAMED}) == []
