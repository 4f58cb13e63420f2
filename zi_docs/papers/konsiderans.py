"""Menimbang, Mengingat, Memperhatikan as paragraphs: labels, colons and items in columns.

Paragraphs, not a table: LibreOffice leaves single lines of table rows at the head and foot of a
page, and Word breaks its pages elsewhere than the PDF then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_docs.model import Part
from zi_docs.text import Flow, Paragraph, RichText

# The first item stands on the line of the label; Word numbers those that follow it.
_FIRST_NUMBERS = {Part.CONSIDERING.value: "a."}
_FIRST_NUMBER = "1."


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
