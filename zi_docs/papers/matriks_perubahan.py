"""Matriks semula-menjadi: what a revision changes, side by side, with the changes marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from zi_docs.model import Activity, Decree, Office, Part, Plan, Signing, same_id
from zi_docs.papers import pages as table_lines
from zi_docs.papers.document import START, Document, Paper, stamp_of
from zi_docs.papers.pages import Line, Pagination, anchor_name, cell
from zi_docs.papers.rincian_perubahan import PRINTED, place_after, printed_fields
from zi_docs.product import Leaf, Product, Subject
from zi_docs.revision.changes import FieldChange, PassageChange, PlanChanges, RowChange
from zi_docs.revision.differences import PieceFate, TextPiece
from zi_docs.revision.fields import field_changes, months_text
from zi_docs.revision.states import State
from zi_docs.text import Flow, Paragraph, RichText, Span
from zi_docs.wording.names import heading_title
from zi_docs.workbook.sheets import BY_KEY

_ABSENT = "Tidak ada"
_DICTUM = "Diktum"


@dataclass(frozen=True)
class _Entry:
    """A row of the matrix below its heading."""

    group: str
    subject: tuple[Paragraph, ...]
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    notes: tuple[str, ...]


TITLE = "Matriks Semula-Menjadi"


def products(
    plan: Plan, state: State, decree: Decree, changes: PlanChanges, about: Subject
) -> list[Product]:
    """The matrix of the revision that made a state; `decree` is the amending one.

    A decree that is finished in SRIKANDI has no bundle, and its matrix no place in one.
    """
    uploaded = decree.tanda_tangan is Signing.SRIKANDI
    paper = Paper(
        f"revisi/{state.id}-matriks",
        "matriks",
        TITLE,
        about,
        "matriks-perubahan.docx",
        leaf=None if uploaded else Leaf(TITLE),
    )

    def draft(pages: Pagination) -> Document:
        return matrix(plan.office, state, decree.judul, changes, pages)

    return [paper.product(lambda _: draft)]


def matrix(
    office: Office, state: State, title: str, changes: PlanChanges, pages: Pagination = START
) -> Document:
    """The matrix of a revision; `title` is that of its decree."""
    entries = _by_group(_entries(changes, state))
    return Document(
        context={"judul": heading_title(title), "bagian": list(_groups(entries, pages))},
        paper=office.decree_paper,
        title=f"{TITLE} {title}",
        subject=title,
        author=office.name,
        keywords=f"revisi; {state.id}",
        stamp=stamp_of(office, state.day),
        rows=tuple(_anchor(index) for index in range(len(entries))),
        keeps=tuple(table_lines.keeps(_lines(entries))),
    )


def _by_group(entries: Iterable[_Entry]) -> list[_Entry]:
    """The entries of a group together, groups in the order in which they first appear."""
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(entry)
    return [entry for group in groups.values() for entry in group]


def marked(pieces: Sequence[TextPiece], side: PieceFate) -> RichText:
    """One side of a difference: removed words struck out, added ones bold and underlined."""
    spans: list[Span] = []
    for piece in pieces:
        if piece.fate is PieceFate.SAME:
            spans += piece.text.spans
        elif piece.fate is side:
            spans += _marked(piece.text.spans, side)
    return RichText(tuple(spans))


def _marked(spans: Sequence[Span], side: PieceFate) -> Iterator[Span]:
    """The space around the words bears no mark: a line would run on into nothing."""
    for index, span in enumerate(spans):
        words = span.text.rstrip() if index == len(spans) - 1 else span.text
        lead = words[: len(words) - len(words.lstrip())] if not index else ""
        bare = span.with_text(words[len(lead) :])
        if side is PieceFate.REMOVED:
            bare = replace(bare, strike=True)
        else:
            bare = replace(bare, bold=True, underline=True)
        parts = (span.with_text(lead), bare, span.with_text(span.text[len(words) :]))
        yield from (part for part in parts if part.text)


def _groups(entries: Sequence[_Entry], pages: Pagination) -> Iterator[dict[str, object]]:
    for group, numbered in groupby(enumerate(entries), key=lambda pair: pair[1].group):
        rows = list(numbered)
        anchor = _heading(rows[0][0])
        yield {
            "nama": Flow(
                (Paragraph("Tabel Area", RichText.of(group), anchor, anchor in pages.breaks),)
            ),
            "baris": [_row(index, entry, pages) for index, entry in rows],
        }


def _row(index: int, entry: _Entry, pages: Pagination) -> dict[str, object]:
    anchor = _anchor(index)
    first, *rest = entry.subject
    opening = replace(first, anchor=anchor, breaks=anchor in pages.breaks)
    return {
        "nomor": index + 1,
        "ketentuan": Flow((opening, *rest)),
        "semula": Flow(entry.before),
        "menjadi": Flow(entry.after),
        "keterangan": Flow(tuple(Paragraph("Tabel Isi", RichText.of(n)) for n in entry.notes)),
    }


def _lines(entries: Sequence[_Entry]) -> list[Line]:
    lines: list[Line] = []
    for index, entry in enumerate(entries):
        if not index or entries[index - 1].group != entry.group:
            lines.append(Line(_heading(index), heading=True))
        lines.append(Line(_anchor(index), entry.group))
    return lines


def _anchor(index: int) -> str:
    return anchor_name(f"perubahan{index}")


def _heading(index: int) -> str:
    return anchor_name(f"kelompok{index}")


def _entries(changes: PlanChanges, state: State) -> Iterator[_Entry]:
    for passage in changes.passages:
        own = same_id(passage.decree, state.decree.id)
        if own and passage.change.words_changed and passage.part in (None, Part.DICTUM):
            yield _passage(passage)
    for change in changes.rows:
        if change.move or not change.before or not change.after or printed_fields(change):
            yield _plan_row(change, changes)


def _passage(passage: PassageChange) -> _Entry:
    change = passage.change
    return _Entry(
        _DICTUM if passage.part is Part.DICTUM else "Uraian Lampiran",
        (_plain(passage.where),),
        _side(change, PieceFate.REMOVED) if change.before else (_plain(_ABSENT),),
        _side(change, PieceFate.ADDED) if change.after else (_plain("Dihapus"),),
        (passage.kind.value,),
    )


def _plan_row(change: RowChange, changes: PlanChanges) -> _Entry:
    fields = printed_fields(change)
    if change.before is None or change.after is None:
        fields = [f for f in _of_whole(change) if f.key not in ("area", "komponen")]
    before, after = _labelled(fields, PieceFate.REMOVED), _labelled(fields, PieceFate.ADDED)
    if change.before is None:
        before = [_plain(_ABSENT)]
        after.append(_plain(_stood(change.above, changes)))
    elif change.after is None:
        after = [_plain("Dihapus")]
    elif change.move:
        before.append(_plain(_stood(change.move.before, changes)))
        after.append(_plain(_stood(change.move.after, changes)))
    row = change.before or change.row
    name = changes.name_of(row)
    subject = (
        *_named(name.numbered.capitalize(), row.komponen),
        *_named(f"{name.ordinal.capitalize()}, indikator", row.indikator),
    )
    return _Entry(f"Area {name.area}", subject, tuple(before), tuple(after), tuple(_notes(change)))


def _of_whole(change: RowChange) -> list[FieldChange]:
    sheet = BY_KEY["rencana_aksi"]
    empty = replace(change.row, area="", komponen=RichText(), indikator=RichText(),
                    langkah_aksi=RichText(), bukti=RichText(), bulan=frozenset(),
                    target="")  # fmt: skip
    pair = (change.before or empty, change.after or empty)
    return [field for field in field_changes(*pair, sheet) if field.key in PRINTED]


def _labelled(fields: Sequence[FieldChange], side: PieceFate) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for field in fields:
        paragraphs += (
            Paragraph("Tabel Label", RichText.of(f"{field.label}:")),
            *_side(field, side),
        )
    return paragraphs


def _named(label: str, text: RichText) -> tuple[Paragraph, ...]:
    return (Paragraph("Tabel Label", RichText.of(f"{label}:")), *cell(text).paragraphs)


def _side(change: FieldChange, side: PieceFate) -> tuple[Paragraph, ...]:
    text = marked(change.pieces, side)
    return cell(text).paragraphs if text else (_plain("(kosong)"),)


def _plain(text: str) -> Paragraph:
    return Paragraph("Tabel Isi", RichText.of(text))


def _stood(row: Activity | None, changes: PlanChanges) -> str:
    return f"Letak: {place_after(row, changes)}."


def _notes(change: RowChange) -> Iterator[str]:
    yield " dan ".join(kind.value for kind in change.kinds).capitalize()
    if change.before and change.after:
        if change.months_added:
            yield f"Bulan {months_text(change.months_added)} ditambahkan"
        if change.months_removed:
            yield f"Bulan {months_text(change.months_removed)} dihapus"
