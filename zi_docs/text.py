"""Text with emphasis: as in a cell, and as paragraphs of a document.

`RichText` is a sequence of `Span`s. Newlines separate paragraphs; a paragraph that starts with
`- ` is a list item. This module is independent of Excel and Word.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

# Room to write in by hand: a number or date (hard spaces, so that no line breaks inside it), and
# the least row of dots that stands for a name or a day.
BLANK = "\u00a0" * 10
DOTS = "." * 10

_WEB = re.compile(r"[^\s<>\"{}|\\^`]+")
_BULLET = re.compile(r"^\s*[-–•]\s+")
# What shows nothing: zero-width characters, marks of writing direction, variation selectors of
# emoji, control characters. Copying from a browser, WhatsApp or a PDF brings them along.
_INVISIBLE = dict.fromkeys(
    (
        *range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0),
        0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
        *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFFF9, 0xFFFD),
    ),
    None,
)  # fmt: skip
_HYPHENS = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)


def without_invisible(text: str) -> str:
    """The text without characters that show nothing; its spaces and line breaks stay."""
    return text.translate(_INVISIBLE)


def plain_characters(text: str) -> str:
    """The text for reading a value or comparing a name: what looks alike is alike.

    Full-width and styled characters become plain ones, every hyphen and dash `-`, white space
    single spaces.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    text = without_invisible(text)
    return " ".join(text.split())


# More than any number, year or count that an office writes.
_MOST_DIGITS = 9


def whole_number(text: str) -> int | None:
    """The number that a text of at most nine digits writes, in any script; None for all else."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


@dataclass(frozen=True)
class Span:
    """A piece of text with uniform emphasis."""

    text: str
    italic: bool = False
    bold: bool = False
    strike: bool = False
    underline: bool = False

    def with_text(self, text: str) -> Span:
        """A span with this emphasis and another text."""
        if type(self) is Span:
            # Quicker than `replace`, and asked for by every cell.
            return Span(text, self.italic, self.bold, self.strike, self.underline)
        return replace(self, text=text)


@dataclass(frozen=True)
class LinkSpan(Span):
    """A piece of text that leads to an address of the web.

    It is no field of `Span`, whose hash in the registers of signed papers would change.
    """

    address: str = ""


@dataclass(frozen=True)
class RaisedSpan(Span):
    """A piece of text above the line, as in m², or below it. No field of `Span` either."""

    low: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph of a cell: its text, and whether it is a list item."""

    text: RichText
    bullet: bool = False


@dataclass(frozen=True)
class RichText:
    """Text with emphasis; false if it is blank."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, *, italic: bool = False, bold: bool = False) -> RichText:
        """Plain text as RichText."""
        return cls((Span(text, italic, bold),)) if text else cls()

    @classmethod
    def linked(cls, text: str, address: str) -> RichText:
        """Text that leads to an address; plain text where that is none of the web."""
        sound = web_address(address)
        return cls((LinkSpan(text, address=sound),)) if sound and text else cls.of(text)

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

    def map_text(self, change: Callable[[str], str]) -> RichText:
        """Change the text of every span, keeping its emphasis; empty spans are dropped."""
        changed = (span.with_text(change(span.text)) for span in self.spans)
        return RichText(tuple(span for span in changed if span.text))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs and list items between newlines; blank lines are dropped.

        A cell of the plan is printed on many papers, so that they are kept.
        """
        return tuple(_block(line) for line in self._lines() if line)

    def split_at(self, separator: str, max_pieces: int) -> tuple[RichText, ...]:
        """Split the text at a separator into at most `max_pieces` pieces, each trimmed."""
        pieces: list[list[Span]] = [[]]
        for span in self.spans:
            first, *rest = span.text.split(separator, max_pieces - len(pieces))
            pieces[-1].append(span.with_text(first))
            pieces += ([span.with_text(text)] for text in rest)
        return tuple(_trimmed(piece) for piece in pieces)

    def _lines(self) -> Iterator[RichText]:
        line: list[Span] = []
        for span in self.spans:
            first, *rest = re.split(r"\r\n|\r|\n", span.text)
            line.append(span.with_text(first))
            for piece in rest:
                yield _trimmed(line)
                line = [span.with_text(piece)]
        yield _trimmed(line)


def web_address(text: str) -> str:
    """The text if it is an address of the web, http or https; else nothing.

    An address with any other scheme could open a file or run a program.
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    sound = parts.scheme in ("http", "https") and parts.hostname and _WEB.fullmatch(text)
    return text if sound and text.isprintable() else ""


def _trimmed(spans: list[Span]) -> RichText:
    """The spans as text without surrounding whitespace and empty spans."""
    trimmed = [span for span in spans if span.text]
    if trimmed:
        trimmed[0] = trimmed[0].with_text(trimmed[0].text.lstrip())
        trimmed[-1] = trimmed[-1].with_text(trimmed[-1].text.rstrip())
    return RichText(tuple(span for span in trimmed if span.text))


def _block(line: RichText) -> Block:
    first = line.spans[0]
    bullet = _BULLET.match(first.text)
    if not bullet:
        return Block(line)
    after_bullet = first.with_text(first.text[bullet.end() :])
    text = RichText(tuple(span for span in (after_bullet, *line.spans[1:]) if span.text))
    return Block(text, bullet=True)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document: the name of its Word style, and its text.

    `anchor` is a bookmark, from which the page of the paragraph is read in the PDF. `breaks`
    starts a new page before the paragraph or, inside a table, before its row. `keeps_next` keeps
    it on the page of what follows.
    """

    style: str
    text: RichText = RichText()
    anchor: str | None = None
    breaks: bool = False
    keeps_next: bool = False


@dataclass(frozen=True)
class Flow:
    """Paragraphs that replace one `{{p ... }}` of a template."""

    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Picture:
    """An image: its data, its size on paper, and its description for screen readers.

    Without `width_mm` the width is proportional to the height.
    """

    data: bytes
    height_mm: float
    width_mm: float | None = None
    description: str = ""


class Continued:
    """Content of a table cell that continues the cell above it (one cell over several rows)."""


CONTINUED = Continued()


class Omitted:
    """Content of the header cell of a table column that this document omits."""


OMITTED = Omitted()


class Drawing(ABC):
    """A picture that is drawn only when it is printed: until then it is its figures."""

    @abstractmethod
    def draw(self) -> Picture:
        """The picture; the same figures give the same bytes."""
