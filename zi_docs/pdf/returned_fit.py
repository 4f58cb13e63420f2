"""Whether a PDF that came back is the paper that it is said to be.

Compared is what there is to compare: a scan has pages and perhaps a layer of recognised text; an
electronically signed file begins with the very bytes that were made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import pikepdf
from rapidfuzz import fuzz

from zi_docs.pdf.readers import mapped_pdf
from zi_docs.pdf.returned_pages import ReturnedPage, returned_pages

# A layer of fewer different words says who scanned it, not what.
_FEW_WORDS = 40
# Recognised text has mistakes; other papers of an office share half of their words.
_SAME_TITLE, _SAME_WORDS = 88.0, 0.6
_NO_LETTER = re.compile(r"[\W_]+")


class Misfit(Enum):
    """What in a returned PDF is not as in the paper."""

    BLANK = auto()
    PAGES = auto()
    TITLE = auto()
    NUMBER = auto()
    WORDS = auto()


@dataclass(frozen=True)
class Fit:
    """The misfits, and whether there was text to compare.

    `pages` has the file; the paper has `extent` of them, at least and at most.
    """

    misfits: tuple[Misfit, ...] = ()
    text: bool = True
    pages: int = 0
    extent: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class MadePaper:
    """A paper as it was made: its PDFs, those of bundles that hold it, the number printed on it.

    Whatever stands under their names may be broken by now.
    """

    pdfs: tuple[bytes, ...]
    bundles: tuple[bytes, ...] = ()
    number: str = ""


@dataclass(frozen=True)
class _Made:
    """A paper as it was made, read: its pages, those of bundles that hold it, title and number."""

    pdf: bytes
    pages: list[ReturnedPage]
    bundles: list[list[ReturnedPage]]
    title: str
    number: str

    @property
    def extent(self) -> tuple[int, int]:
        """The fewest and the most pages: the paper alone, or with all that its bundle holds."""
        return len(self.pages), max(map(len, [self.pages, *self.bundles]))


def fit(content: bytes, paper: MadePaper) -> Fit:
    """Compare a PDF that can be opened with a paper as it was made, as far as that can be read."""
    made = _read(paper)
    if made is None or content.startswith(made.pdf):
        return Fit()
    pages = returned_pages(content) or []
    text = len(_words(pages)) >= _FEW_WORDS
    misfits = (*_of_pages(pages, made), *(_of_text(pages, made) if text else ()))
    return Fit(misfits, text, len(pages), made.extent)


def _read(paper: MadePaper) -> _Made | None:
    for pdf in paper.pdfs:
        if pages := returned_pages(pdf):
            bundles = [read for bundle in paper.bundles if (read := returned_pages(bundle))]
            return _Made(pdf, pages, bundles, _title(pdf), paper.number)
    return None


def _of_pages(pages: Sequence[ReturnedPage], made: _Made) -> Iterator[Misfit]:
    fewest, most = made.extent
    if all(page.blank for page in pages):
        yield Misfit.BLANK
    elif not fewest <= len(pages) <= most:
        yield Misfit.PAGES


def _of_text(pages: Sequence[ReturnedPage], made: _Made) -> Iterator[Misfit]:
    """What the paper's own text says and the returned one does not."""
    wanted, text = _letters(made.pages), _letters(pages)
    title, number = _squeezed(made.title), _squeezed(made.number)
    if title and title in wanted and fuzz.partial_ratio(title, text) < _SAME_TITLE:
        yield Misfit.TITLE
    named = re.compile(rf"nomor{re.escape(number)}(?!\d)")
    if number and named.search(wanted) and not named.search(text):
        yield Misfit.NUMBER
    words = _words(made.pages)
    if len(words) >= _FEW_WORDS and len(words & _words(pages)) < _SAME_WORDS * len(words):
        yield Misfit.WORDS


def _title(pdf: bytes) -> str:
    with mapped_pdf(pdf) as document:
        return str(document.docinfo.get("/Title", ""))


def _words(pages: Sequence[ReturnedPage]) -> set[str]:
    return {word for page in pages for word in _NO_LETTER.sub(" ", page.text).casefold().split()}


def _letters(pages: Sequence[ReturnedPage]) -> str:
    """All letters and digits of the pages: lines, hyphens and blanks are the reader's own."""
    return _squeezed("".join(page.text for page in pages))


def _squeezed(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def restricted(pdf: bytes) -> bool:
    """Whether an owner's password limits what may be done with a PDF that opens without one."""
    try:
        with mapped_pdf(pdf) as document:
            return bool(document.is_encrypted)
    except pikepdf.PikepdfError:
        return False
