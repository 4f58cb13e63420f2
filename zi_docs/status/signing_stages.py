"""How each paper of a year stands in its folder: from nothing made to signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from zi_docs.build import signed_papers
from zi_docs.build.program import program_identity
from zi_docs.build.staleness import Judge, Tools, Verdict
from zi_docs.catalog import Catalog
from zi_docs.model import Plan
from zi_docs.product import Family, Product, Topic

# An office program is there, nobody asks which: papers are not other papers by that.
_WHICHEVER = ""
_DECREES = (Family.DECREE, Family.TEAM_DECREE, Family.AMENDMENT)


class SigningStage(Enum):
    """How a paper stands; the values are the words that users read.

    CHANGED: the workbook, or what else it is made from, is not any more what it was made or signed
    from.
    """

    EMPTY = "kosong"
    DRAFT = "konsep"
    READY = "siap tanda tangan"
    SIGNED = "ditandatangani"
    CHANGED = "diubah"


@dataclass(frozen=True)
class StagedPaper:
    """A paper, how it stands and why, and those of its files that lie in the year's folder."""

    product: Product
    stage: SigningStage
    why: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class StagedDecree:
    """A decree or amendment, and how its paper stands; `signed_file` is what was taken in."""

    topic: Topic
    stage: SigningStage
    why: str = ""
    signed_file: Path | None = None


def staged_papers(
    products: Iterable[Product], plan: Plan, folder: Path, templates: Path
) -> list[StagedPaper]:
    """How products stand in the folder of a plan's year, in their order.

    Each stands behind those that it needs. Nobody is asked which LibreOffice is there: it makes
    none of them other than the workbook says. Raises OutputError for a damaged register.
    """
    judge = Judge.of(folder, templates, Tools(program_identity(), _WHICHEVER), plan)
    return [_staged(verdict, judge) for verdict in judge.verdicts(products)]


def staged_decrees(
    listed: Catalog, standings: Mapping[str, StagedPaper], folder: Path
) -> list[StagedDecree]:
    """The decrees and amendments of a catalog, with the standing of the paper that is signed."""
    register = signed_papers.read(folder)
    decrees = []
    for topic in listed.about(_DECREES):
        if topic.about.family not in _DECREES:
            continue
        entry = register.entry_of_id(topic.about.id)
        file = folder / entry.file if entry and entry.sha256 else None
        paper = next((s for s in standings.values() if _is_paper_of(s.product, topic)), None)
        if paper is None:
            why = topic.problems[0].message if topic.problems else ""
            decrees.append(StagedDecree(topic, SigningStage.EMPTY, why, file))
        else:
            decrees.append(StagedDecree(topic, paper.stage, paper.why, file))
    return decrees


def _is_paper_of(product: Product, topic: Topic) -> bool:
    """Whether a product is what is signed of a decree: it bears the decree's ID."""
    return product.about == topic.about and bool(product.id)


def _staged(verdict: Verdict, judge: Judge) -> StagedPaper:
    product, made, folder = verdict.product, judge.manifest, judge.folder
    files = tuple(
        path
        for name in product.targets
        if (output := made.outputs.get(name))
        and (path := folder / (output.place or name)).is_file()
    )
    return StagedPaper(product, _stage(verdict), _why(verdict), files)


def _stage(verdict: Verdict) -> SigningStage:
    if verdict.sealed:
        return SigningStage.CHANGED if verdict.amendment else SigningStage.SIGNED
    if verdict.before is None:
        return SigningStage.EMPTY
    if verdict.stale:
        return SigningStage.CHANGED
    return SigningStage.DRAFT if verdict.product.draft else SigningStage.READY


def _why(verdict: Verdict) -> str:
    """Why a paper is not as the workbook says; what a draft still lacks."""
    if verdict.amendment is not None:
        return verdict.amendment.message
    if verdict.stale and verdict.before is not None:
        return "; ".join(verdict.why)
    drafts = [lack.what for lack in verdict.product.lacks if lack.draft]
    return f"belum ada {', '.join(dict.fromkeys(drafts))}" if drafts else ""
