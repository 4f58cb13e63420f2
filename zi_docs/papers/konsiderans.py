"""Menimbang, Mengingat, Memperhatikan as paragraphs: labels, colons and items in columns.

Paragraphs, not a table: LibreOffice leaves single lines of table rows at the head and foot of a
page, and Word breaks its pages elsewhere than the PDF then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from zi_docs.model import Consideration, Decree, Part, Plan
from zi_docs.papers.berita_acara import plenary_citations
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.lists import end_with_stop, letters_before

LETTERS_BEFORE = "{huruf-sebelumnya}"
_PARTS = (Part.CONSIDERING, Part.RECALLING, Part.NOTING)
# The first item stands on the line of the label; Word numbers those that follow it.
_FIRST_NUMBERS = {Part.CONSIDERING.value: "a."}
_FIRST_NUMBER = "1."


def considerations(plan: Plan, decree: Decree) -> list[dict[str, object]]:
    """Label and items of each part, by name."""
    return [{"label": label, "butir": items} for label, items in labelled(plan, decree)]


def labelled(plan: Plan, decree: Decree) -> list[tuple[str, Flow]]:
    """Label and items of each part that the decree has, in the order of NASKAH section 1."""
    return [
        (part.value, _items(plan, items, part, decree.tanggal))
        for part in _PARTS
        if (items := _considered(plan, decree, part))
    ]


def _considered(plan: Plan, decree: Decree, part: Part) -> tuple[Consideration, ...]:
    """The items of the workbook; Memperhatikan ends with the plenos that decided the decree."""
    items = decree.items(part)
    if part is not Part.NOTING:
        return items
    plenos = plenary_citations(plan, decree)
    return (*items, *(Consideration(part, RichText.of(words)) for words in plenos))


def _items(plan: Plan, items: Sequence[Consideration], part: Part, day: date | None) -> Flow:
    style = f"Butir {part.value}" if len(items) > 1 else "Butir Tunggal"
    last = len(items) - 1
    return Flow(
        tuple(
            Paragraph(
                style,
                end_with_stop(
                    _words(plan, item, index, day),
                    plan.office.keputusan_akhir if index == last else ";",
                ),
            )
            for index, item in enumerate(items)
        )
    )


def _words(plan: Plan, item: Consideration, index: int, day: date | None) -> RichText:
    regulation = plan.regulation(item.peraturan)
    if regulation is not None and not item.isi:
        return RichText.of(cite_regulation(regulation, plan, day))
    return item.isi.map_text(lambda text: text.replace(LETTERS_BEFORE, letters_before(index)))


def under_labels(parts: Sequence[tuple[str, Flow]]) -> Flow:
    """The items of each part, the first one on the line of the part's label.

    A part is its label and its items; each has one at least. A single item bears no number.
    """
    return Flow(tuple(paragraph for part in parts for paragraph in _paragraphs(part)))


def _paragraphs(part: tuple[str, Flow]) -> Iterator[Paragraph]:
    label, items = part
    first, *others = items.paragraphs
    number = f"{_FIRST_NUMBERS.get(label, _FIRST_NUMBER)}\t" if others else ""
    style = f"Awal {label}" if others else "Awal Tunggal"
    yield Paragraph(style, RichText.of(f"{label}\t:\t{number}") + first.text)
    yield from others
