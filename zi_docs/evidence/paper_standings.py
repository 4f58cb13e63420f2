"""How the papers stand that are evidence of the rows: listed, made, and come back signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import signed_papers
from zi_docs.build.digest import file_digest
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.checks.rows.papers_of_rows import (
    EvidencePiece,
    RowPapers,
    papers_of_piece,
    papers_of_rows,
)
from zi_docs.model import Activity, Plan
from zi_docs.product import Product


@dataclass(frozen=True)
class SignedPaper:
    """A paper that came back signed: what it is called, its file, and the file's SHA-256."""

    title: str
    path: Path
    sha256: str


@dataclass(frozen=True)
class PieceStanding:
    """A piece of evidence, and how many papers the year has for it; those signed one by one."""

    piece: EvidencePiece
    listed: int = 0
    made: int = 0
    signed: tuple[SignedPaper, ...] = ()

    @property
    def words(self) -> str:
        """How its papers stand, in words; who gives it, where it is no paper of this program."""
        if not self.piece.here:
            return self.piece.issuer
        if not self.listed:
            return "belum ada naskahnya"
        signed = f", {len(self.signed)} ditandatangani" if self.signed else ""
        return f"{self.made} dari {self.listed} naskah sudah dibuat{signed}"


@dataclass(frozen=True)
class RowStanding:
    """A row with its pieces of evidence and how their papers stand."""

    papers: RowPapers
    pieces: tuple[PieceStanding, ...]

    @property
    def row(self) -> Activity:
        """The row of the plan."""
        return self.papers.row

    @property
    def signed(self) -> tuple[SignedPaper, ...]:
        """The signed papers of all its pieces, each once."""
        return tuple(dict.fromkeys(paper for piece in self.pieces for paper in piece.signed))


def row_standings(plan: Plan, products: Sequence[Product], folder: Path) -> list[RowStanding]:
    """How the papers of each row stand in the year's `folder`, in the order of the plan.

    A register that is damaged names no signed paper; those who make papers tell of it.
    """
    made = manifests.read(folder).records.keys()
    register = signed_papers.readable(folder) or Register()

    def standing(piece: EvidencePiece, row: Activity) -> PieceStanding:
        papers = papers_of_piece(piece, row, plan, products)
        signed = [(paper, register.entry_of(paper.name)) for paper in papers]
        returned = tuple(
            _signed(paper, entry, folder)
            for paper, entry in signed
            # What was altered since is told by those who make papers.
            if entry and file_digest(folder / entry.file) == entry.sha256
        )
        there = sum(paper.name in made for paper in papers)
        return PieceStanding(piece, len(papers), there, returned)

    return [
        RowStanding(each, tuple(standing(piece, each.row) for piece in each.pieces))
        for each in papers_of_rows(plan)
    ]


def _signed(paper: Product, entry: Entry, folder: Path) -> SignedPaper:
    title = f"{paper.title}, {paper.about.name}"
    return SignedPaper(title, folder / entry.file, entry.sha256)


def signed_by_row(rows: Iterable[RowStanding]) -> dict[str, tuple[SignedPaper, ...]]:
    """The signed papers that are evidence, by the row's ID."""
    return {each.row.id: each.signed for each in rows if each.signed}


def summary(rows: Sequence[RowStanding]) -> str:
    """How many rows have all of their evidence made or prepared here, in a sentence."""
    whole = [each.papers for each in rows if each.papers.whole]
    pictured = sum(papers.pictured for papers in whole)
    photos = f"; {pictured} di antaranya memerlukan foto atau tangkapan layar" if pictured else ""
    counts = f"{len(whole)} dari {len(rows)}"
    return f"Bukti {counts} baris seluruhnya dibuat atau disiapkan di sini{photos}."


def standings_as_dict(rows: Sequence[RowStanding]) -> dict[str, object]:
    """The rows as JSON values."""
    return {
        "rows": len(rows),
        "whole": [each.row.id for each in rows if each.papers.whole],
        "with_pictures": [each.row.id for each in rows if each.papers.pictured],
        "pieces": [
            {
                "row": each.row.id,
                "piece": standing.piece.words,
                "source": standing.piece.source.value,
                "papers": [kind.key for kind in standing.piece.kinds],
                "issuer": standing.piece.issuer,
                "listed": standing.listed,
                "made": standing.made,
                "signed": [str(paper.path) for paper in standing.signed],
            }
            for each in rows
            for standing in each.pieces
        ],
    }
