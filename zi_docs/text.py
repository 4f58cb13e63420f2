"""Text with emphasis, as it stands in a cell and as it flows into paragraphs.

`RichText` is a run of `Span`s. Its newlines part paragraphs; a paragraph that starts with `- `
is an item of a list. Nothing here knows of Excel or Word.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

# Room to write in by hand: a number or date (hard spaces, so that no line breaks inside it), and
# the least row of dots that stands for a name or a day.
BLANK = "\u00a0" * 10
DOTS = "." * 10

_BULLET = re.compile(r"^\s*[-–•]\s+")


@dataclass(frozen=True)
class Span:
    """A stretch of text of one look."""

    text: str
    italic: bool = False
    bold: bool = False
    strike: bool = False
    underline: bool = False

    def saying(self, text: str) -> Span:
        """Another text with this look."""
        return replace(self, text=text)


@dataclass(frozen=True)
class Block:
    """One paragraph of a cell: its text, and whether it is an item of a list."""

    text: RichText
    bullet: bool = False


@dataclass(frozen=True)
class RichText:
    """Text with emphasis; false when it holds no word."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, *, italic: bool = False, bold: bool = False) -> RichText:
        """Plain text as RichText."""
        return cls((Span(text, italic, bold),)) if text else cls()

    @property
    def plain(self) -> str:
        """The text without its emphasis."""
        return "".join(span.text for span in self.spans)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def __add__(self, other: RichText | str) -> RichText:
        more = RichText.of(other) if isinstance(other, str) else other
        return RichText(self.spans + more.spans)

    def map(self, change: Callable[[str], str]) -> RichText:
        """Change the text of every span, keeping its look; empty spans fall away."""
        changed = (s.saying(change(s.text)) for s in self.spans)
        return RichText(tuple(s for s in changed if s.text))

    def blocks(self) -> tuple[Block, ...]:
        """Part the text at its newlines into paragraphs and list items; blank lines fall away."""
        return tuple(_block(line) for line in self._lines() if line)

    def parted(self, mark: str, most: int) -> tuple[RichText, ...]:
        """Part the text at a mark into at most so many pieces, each trimmed."""
        pieces: list[list[Span]] = [[]]
        for span in self.spans:
            first, *rest = span.text.split(mark, most - len(pieces))
            pieces[-1].append(span.saying(first))
            pieces += ([span.saying(text)] for text in rest)
        return tuple(_trimmed(piece) for piece in pieces)

    def _lines(self) -> Iterator[RichText]:
        line: list[Span] = []
        for span in self.spans:
            first, *rest = re.split(r"\r\n|\r|\n", span.text)
            line.append(span.saying(first))
            for piece in rest:
                yield _trimmed(line)
                line = [span.saying(piece)]
        yield _trimmed(line)


def _trimmed(spans: list[Span]) -> RichText:
    kept = [span for span in spans if span.text]
    if kept:
        kept[0] = kept[0].saying(kept[0].text.lstrip())
        kept[-1] = kept[-1].saying(kept[-1].text.rstrip())
    return RichText(tuple(span for span in kept if span.text))


def _block(line: RichText) -> Block:
    first = line.spans[0]
    bullet = _BULLET.match(first.text)
    if not bullet:
        return Block(line)
    head = first.saying(first.text[bullet.end() :])
    rest = RichText(tuple(s for s in (head, *line.spans[1:]) if s.text))
    return Block(rest, bullet=True)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document: the Word style that gives its look, and its text.

    `anchor` names the spot, so that the page it lands on can be read from the PDF. `breaks`
    starts a new page before it; inside a table, before its row.
    """

    style: str
    text: RichText = RichText()
    anchor: str | None = None
    breaks: bool = False


@dataclass(frozen=True)
class Flow:
    """Paragraphs that stand in the place of one `{{p ... }}` of a template."""

    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Picture:
    """An image in the place of a run: its size on paper, and what it shows for those who listen.

    Without `width_mm` the width follows the height.
    """

    data: bytes
    height_mm: float
    width_mm: float | None = None
    description: str = ""


class Continued:
    """Stands in a table cell that goes on with the cell above it (one cell over many rows)."""


CONTINUED = Continued()


class Omitted:
    """Stands in the header cell of a table column that this document goes without."""


OMITTED = Omitted()


class Drawing(ABC):
    """A picture that is drawn only when it is printed: until then it is its figures."""

    @abstractmethod
    def draw(self) -> Picture:
        """The picture; the same figures give the same bytes."""
