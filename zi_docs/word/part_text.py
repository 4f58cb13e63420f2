"""A part of a template as people see it: its paragraphs with their texts and places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from zi_docs.findings import Place
from zi_docs.word.tag_text import Piece, has_text_box, joined_text, pieces
from zi_docs.word.wordml import w

_EXCERPT = 40


@dataclass(frozen=True)
class TemplateParagraph:
    """A paragraph: its element, the pieces of its own text, that text, and its place."""

    element: etree._Element
    pieces: list[Piece]
    text: str
    place: Place

    @property
    def alone(self) -> bool:
        """No text box hangs on it."""
        return not has_text_box(self.element)


class PartText:
    """The text of a part: `file` and `name` are for places, `root` has its tags joined."""

    def __init__(self, file: str, name: str, root: etree._Element) -> None:
        self.file = file
        self.name = name
        self.root = root

    @cached_property
    def paragraphs(self) -> list[TemplateParagraph]:
        """The paragraphs in the order of the XML, numbered from 1, those of text boxes too."""
        return [
            self._paragraph(number, element)
            for number, element in enumerate(self.root.iter(w("p")), start=1)
        ]

    @property
    def place(self) -> Place:
        """The place of the part as a whole."""
        return Place(self.file, part=self.name)

    def place_of(self, element: etree._Element) -> Place:
        """The place of the paragraph around an element, else of the next one (a row, a cell)."""
        around = next(element.iterancestors(w("p")), None)
        owner = element.getparent()
        while around is None and owner is not None:
            around = next(owner.iter(w("p")), None)
            owner = owner.getparent()
        return self.place if around is None else self._places.get(around, self.place)

    @cached_property
    def _places(self) -> dict[etree._Element, Place]:
        return {paragraph.element: paragraph.place for paragraph in self.paragraphs}

    def _paragraph(self, number: int, element: etree._Element) -> TemplateParagraph:
        parts = pieces(element)
        text = joined_text(parts)
        place = Place(self.file, part=self.name, paragraph=number, excerpt=_excerpt(text))
        return TemplateParagraph(element, parts, text, place)


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
