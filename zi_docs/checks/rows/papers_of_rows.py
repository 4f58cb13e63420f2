"""What evidence the rows of the plan name (column Bukti), and by whom each piece is made.

The words are `data/evidence_papers.toml`. A row is whole when every piece that its cell names is
made or prepared here: pictures are what a sheet collects, and have to be taken. What only another
system can give, or the office writes itself, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from zi_docs.checks.rows.joined_texts import second_start
from zi_docs.checks.rows.row_words import pieces_of, plain, text_of
from zi_docs.data import shipped
from zi_docs.model import Activity, Plan, same_id
from zi_docs.monev.themes import themes
from zi_docs.product import Family, Product
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

_DATA = "evidence_papers"
# Between two pieces that nothing else parts.
_JOINED = re.compile(r"\s+(?:dan|atau|serta|beserta)\s+|\s*/\s*", re.IGNORECASE)
_CONTEXT = ("indikator", "langkah_aksi", "komponen")


class PieceSource(Enum):
    """Who makes a piece of evidence; the values are the words that users read."""

    MADE = "dibuat di sini"
    PREPARED = "disiapkan di sini"
    ELSEWHERE = "dari sistem lain"
    RECORDED = "foto/tangkapan layar oleh kantor"
    WRITTEN = "ditulis oleh kantor"
    UNKNOWN = "tidak dikenali"


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper that is evidence: its key in the data, its name, the verb that makes it.

    `kind` is what the catalog calls it (`Product.kind`). Where another verb uses the same word,
    `own_verb` says that only products of this verb are meant.
    """

    key: str
    name: str
    verb: str
    kind: str
    own_verb: bool

    def is_of(self, product: Product) -> bool:
        """Whether a product is of this kind."""
        if product.kind != self.kind:
            return False
        return not self.own_verb or product.about.family.command == self.verb


@dataclass(frozen=True)
class EvidencePiece:
    """A piece of evidence as the cell names it, and by whom it is made.

    `kinds` are the papers of this program that are it, whose titles hold one of `titles` where
    there are any; `issuer` is the system or authority that it comes from instead.
    """

    words: str
    source: PieceSource
    kinds: tuple[PaperKind, ...] = ()
    titles: tuple[str, ...] = ()
    issuer: str = ""

    @property
    def here(self) -> bool:
        """Whether a paper of this program is the piece, or collects it."""
        return bool(self.kinds)

    @property
    def names(self) -> str:
        """The papers that are it, by what people call them; empty where there are none."""
        return enumeration([kind.name for kind in self.kinds])

    @property
    def maker(self) -> str:
        """By whom it is made, in words: `notula (rapat)`, `aplikasi presensi`."""
        papers = [f"{kind.name} ({kind.verb})" for kind in self.kinds]
        return enumeration(papers) or self.issuer or self.source.value


@dataclass(frozen=True)
class RowPapers:
    """A row of the plan with the pieces of evidence that its cell names."""

    row: Activity
    pieces: tuple[EvidencePiece, ...]

    @property
    def whole(self) -> bool:
        """Whether all of its evidence is made or prepared here."""
        return bool(self.pieces) and all(piece.here for piece in self.pieces)

    @property
    def pictured(self) -> bool:
        """Whether a piece of it is a picture that the office has to take."""
        return any(piece.source is PieceSource.RECORDED for piece in self.pieces)


@dataclass(frozen=True)
class _Rule:
    """Words that name a piece; with `about` the piece or its row must hold one of these."""

    source: PieceSource
    words: tuple[str, ...]
    about: tuple[str, ...]
    themed: bool
    kinds: tuple[PaperKind, ...]
    titles: tuple[str, ...]
    issuer: str


_TABLES = {
    "dibuat": PieceSource.MADE,
    "disiapkan": PieceSource.PREPARED,
    "lain": PieceSource.ELSEWHERE,
    "rekaman": PieceSource.RECORDED,
    "ditulis": PieceSource.WRITTEN,
}


def papers_of_rows(plan: Plan) -> list[RowPapers]:
    """The rows of a plan in their order, each with its pieces of evidence."""
    name = plan.office.short_name
    return [RowPapers(row, tuple(_pieces(row, name))) for row in plan.activities]


@cache
def paper_kinds() -> Mapping[str, PaperKind]:
    """The kinds of papers that are evidence, by their keys in the data."""
    return {
        key: PaperKind(key, own["nama"], own["perintah"], own.get("jenis", key), "jenis" in own)
        for key, own in shipped(_DATA)["jenis"].items()
    }


def papers_of_piece(
    piece: EvidencePiece, row: Activity, plan: Plan, products: Sequence[Product]
) -> list[Product]:
    """The products that are a piece of a row: those of its kinds, of a meeting those for the row.

    A kind that this year's catalog does not list has none. What is only made on request counts
    where nothing else is there.
    """
    serving = [
        product
        for product in products
        if any(kind.is_of(product) for kind in piece.kinds) and _serves(product, piece, row, plan)
    ]
    return [product for product in serving if not product.on_request] or serving


def _serves(product: Product, piece: EvidencePiece, row: Activity, plan: Plan) -> bool:
    about = product.about
    if RENCANA_AKSI.key in about.family.ids:
        return same_id(about.id, row.id)
    if about.family is Family.MEETING:
        return any(
            same_id(meeting.id, about.id) and any(same_id(row.id, key) for key in meeting.baris)
            for meeting in plan.meetings
        )
    decree = plan.decree(about.id)
    named = _spaced(" ".join((product.title, about.name, decree.judul if decree else "")))
    return not piece.titles or _any_in(named, piece.titles)


def _pieces(row: Activity, office: str) -> Iterator[EvidencePiece]:
    context = " ".join(_spaced(text_of(row, key)) for key in _CONTEXT)
    for part in pieces_of(text_of(row, "bukti")):
        for words in _parted(part, office):
            yield _piece(words, context)


def _parted(part: str, office: str) -> Iterator[str]:
    """The pieces of a part in which nothing, `dan` or a slash stands between two of them."""
    # The office's own name may well come twice.
    at = second_start(part.replace(office, "…" * len(office)))
    if at:
        yield from _parted(part[:at].rstrip(), office)
        yield from _parted(part[at:], office)
        return
    for joint in _JOINED.finditer(part):
        if joint.start() and _begins_a_piece(part[joint.end() :]):
            yield part[: joint.start()]
            yield from _parted(part[joint.end() :], office)
            return
    yield part


def _begins_a_piece(text: str) -> bool:
    small = _spaced(text)
    return any(_at(small, word) == 0 for rule in _rules() for word in rule.words)


def _piece(words: str, context: str) -> EvidencePiece:
    rule, theme = _rule_for(_spaced(words), context)
    if rule is None:
        return EvidencePiece(words, PieceSource.UNKNOWN)
    return EvidencePiece(words, rule.source, rule.kinds, theme or rule.titles, rule.issuer)


def _rule_for(text: str, context: str) -> tuple[_Rule | None, tuple[str, ...]]:
    """The rule for a piece, and the words of its theme.

    The earliest words count, then the longest, then those of a rule that asks for more.
    """
    whole = f"{text} {context}"
    best: tuple[tuple[int, int, bool], _Rule, tuple[str, ...]] | None = None
    for rule in _rules():
        theme = _theme(text, context) if rule.themed else ()
        if (rule.themed and not theme) or (rule.about and not _any_in(whole, rule.about)):
            continue
        asks = rule.themed or bool(rule.about)
        places = [(at, -len(word)) for word in rule.words if (at := _at(text, word)) is not None]
        if places and (best is None or (*min(places), not asks) < best[0]):
            best = (*min(places), not asks), rule, theme
    return (best[1], best[2]) if best else (None, ())


def _theme(text: str, context: str) -> tuple[str, ...]:
    """The words of the first theme that the piece names, else of the first that its row names."""
    for where in (text, context):
        for theme in themes():
            if _any_in(where, theme.words):
                return theme.words
    return ()


def _any_in(text: str, words: Iterable[str]) -> bool:
    return any(_at(text, word) is not None for word in words)


def _spaced(text: str) -> str:
    return " ".join(plain(text).replace("/", " ").split())


def _at(text: str, words: str) -> int | None:
    """Where whole words stand in a plain text."""
    if words not in text:
        return None
    match = re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)
    return match.start() if match else None


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _rule(source, each) for name, source in _TABLES.items() for each in shipped(_DATA)[name]
    )


def _rule(source: PieceSource, values: Mapping[str, Any]) -> _Rule:
    return _Rule(
        source,
        tuple(values["kata"]),
        tuple(values.get("tentang", ())),
        values.get("tema", False),
        tuple(paper_kinds()[key] for key in values.get("jenis", ())),
        tuple(values.get("judul", ())),
        values.get("asal", ""),
    )
