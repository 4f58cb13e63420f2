"""One paper explained: from which cells, by which template, where it is, why made or not.

Nothing is decided here. What is stale, and why, the build's judge says; which cells concern a
paper, `papers.sheets_read`; what became of a file, `build.soundness`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from zi_docs.build.changed_cells import Cell, cells_in
from zi_docs.build.signed_papers import Entry
from zi_docs.build.soundness import Condition, condition
from zi_docs.build.staleness import Judge, Reason, Verdict
from zi_docs.findings import Finding, cell_ranges
from zi_docs.model import Plan
from zi_docs.papers.sheets_read import Concern, sheets_of
from zi_docs.product import Lack, Product, Scope
from zi_docs.workbook.sheets import BY_KEY

_WITHOUT_OFFICE = "LibreOffice belum terpasang, padahal naskah ini dirangkai dari PDF"


class PaperState(Enum):
    """How a paper stands; the value is its name in JSON."""

    SIGNED = "signed"
    STOPPED = "stopped"
    UNMADE = "unmade"
    STALE = "stale"
    FRESH = "fresh"


@dataclass(frozen=True)
class PaperStanding:
    """A paper among others: how it stands, and why."""

    product: Product
    state: PaperState
    why: str

    def as_dict(self) -> dict[str, Any]:
        """The standing as JSON values."""
        product = self.product
        return {
            "name": product.name,
            "title": product.title,
            "about": product.about.name,
            "id": product.about.id,
            "state": self.state.value,
            "draft": product.draft,
            "why": self.why,
        }


@dataclass(frozen=True)
class ReadSheet:
    """A sheet that a paper is made from: all its rows or its `own`; `cells` show in the paper.

    `columns` are what people call the columns of these cells.
    """

    file: str
    sheet: str
    own: bool
    cells: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """What there is to say of a paper.

    `errors` of the workbook stop it. `key` is the hash of all it is made from, `made_key` of what
    it was made from the last time. `files` are its files and what became of them; `last` is what
    the last run said of it. `signed`: the register's entry of the signed paper.
    """

    product: Product
    state: PaperState
    why: str
    key: str
    made_key: str
    template: Path | None
    sheets: tuple[ReadSheet, ...]
    files: tuple[tuple[Path, Condition], ...]
    errors: tuple[Finding, ...] = ()
    last: tuple[Finding, ...] = ()
    lacks: tuple[Lack, ...] = ()
    signed: Entry | None = None


def explain(
    product: Product,
    kin: Sequence[Product],
    judge: Judge,
    plan: Plan,
    errors: Sequence[Finding],
    day: date,
) -> Explanation:
    """What there is to say of a product on a day; `errors` are those of the workbook that stop it.

    `kin` are the products of its subject: what it needs is among them.
    """
    verdict = next((v for v in judge.verdicts(kin) if v.product.name == product.name), None)
    before = judge.register.record(product.name) or judge.manifest.records.get(product.name)
    lacks = [lack for lack in product.lacks if lack.counts_on(day)]
    return Explanation(
        product,
        paper_state(verdict, errors),
        why(verdict),
        verdict.now.key if verdict else "",
        before.key if before else "",
        judge.templates / product.template if product.template else None,
        tuple(_sheets(product, kin, plan)),
        tuple(
            _files(dict.fromkeys((*(before.targets if before else ()), *product.targets)), judge)
        ),
        tuple(errors),
        tuple(_last_findings(product, judge)),
        tuple(lacks),
        judge.register.entry_of(product.name),
    )


def paper_state(verdict: Verdict | None, errors: Sequence[Finding]) -> PaperState:
    """How a paper stands that was judged so; None: it cannot be made on this computer."""
    if verdict is not None and verdict.sealed:
        return PaperState.SIGNED
    if errors:
        return PaperState.STOPPED
    if verdict is None or verdict.before is None:
        return PaperState.UNMADE
    return PaperState.STALE if verdict.stale else PaperState.FRESH


def why(verdict: Verdict | None) -> str:
    """Why a paper is or is not made again."""
    return Reason.of(verdict).why if verdict else _WITHOUT_OFFICE


def _sheets(product: Product, kin: Sequence[Product], plan: Plan) -> Iterator[ReadSheet]:
    """The sheets that a product is made from, with the cells whose words stand in it."""
    about, kind, concern = product.about, product.kind, Concern.of(plan)
    shown: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells_in(plan, _content(product, {p.name: p for p in kin})):
        if concern.reads(cell.at, about, kind):
            shown.setdefault((cell.at.file, cell.at.sheet or ""), []).append(cell)
    for key, scope in sheets_of(about, plan, kind).items():
        sheet = BY_KEY[key]
        places = [place for place in shown if place[1] == sheet.title]
        for file, title in places or [(plan.office.origin.file, sheet.title)]:
            cells = shown.pop((file, title), [])
            columns = [sheet.by_key[cell.key] for cell in cells if cell.key in sheet.by_key]
            names = [column.label or column.header for column in columns]
            yield _sheet(file, title, cells, own=scope is Scope.OWN, columns=names)
    # A filled form beside the workbook.
    for (file, title), cells in shown.items():
        yield _sheet(file, title, cells)


def _sheet(
    file: str, title: str, cells: Sequence[Cell], *, own: bool = False, columns: Sequence[str] = ()
) -> ReadSheet:
    ranges = cell_ranges(cell.at.cell or "" for cell in cells)
    return ReadSheet(file, title, own, ranges, tuple(dict.fromkeys(columns)))


def _content(product: Product, kin: Mapping[str, Product]) -> list[object]:
    """What a product says, and what those say that it is joined of."""
    own = list(product.inputs().content.values())
    return own + [value for name in product.needs for value in _content(kin[name], kin)]


def _files(names: Mapping[str, None], judge: Judge) -> Iterator[tuple[Path, Condition]]:
    for name in names:
        output = judge.manifest.outputs.get(name)
        path = judge.folder / (output.place or name if output else name)
        yield path, condition(path, output.sha256 if output else "")


def _last_findings(product: Product, judge: Judge) -> Iterator[Finding]:
    """What the last run said of a product or its files."""
    names = (product.name, *product.targets)
    for finding in judge.manifest.findings:
        if any(Path(finding.place.file).as_posix().endswith(f"/{name}") for name in names):
            yield finding


def as_dict(explanation: Explanation) -> dict[str, Any]:
    """An explanation as JSON values."""
    product, signed = explanation.product, explanation.signed
    return {
        "name": product.name,
        "title": product.title,
        "about": product.about.name,
        "state": explanation.state.value,
        "draft": product.draft,
        "on_request": product.on_request,
        "why": explanation.why,
        "key": explanation.key,
        "made_key": explanation.made_key,
        "template": str(explanation.template) if explanation.template else None,
        "needs": list(product.needs),
        "sheets": [
            {
                "file": sheet.file,
                "sheet": sheet.sheet,
                "rows": "own" if sheet.own else "all",
                "cells": sheet.cells,
                "columns": list(sheet.columns),
            }
            for sheet in explanation.sheets
        ],
        "papers": [
            {"file": str(path), "condition": state.name.lower()}
            for path, state in explanation.files
        ],
        "stopped": [finding.as_dict() for finding in explanation.errors],
        "last": [finding.as_dict() for finding in explanation.last],
        "lacks": [
            {"what": lack.what, "draft": lack.draft, "place": lack.place.as_dict()}
            for lack in explanation.lacks
        ],
        "signed": {"file": signed.file, "date": signed.date} if signed else None,
    }
