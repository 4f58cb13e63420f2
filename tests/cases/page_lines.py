"""What a careful reader sees at the edges of lines and pages: broken words, lines left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from docx import Document
from lxml import etree

from tests.cases.pdf import letters, page_texts
from zi_docs.word.wordml import w

# What stands above and below the text of a page, and the mark of a draft behind it.
_FRAME = re.compile(
    r"- \d+ -|(?:.* – )?Halaman \d+ dari \d+|SALINAN|KONSEP|jdih\.\S+|\s*", re.DOTALL
)
_WORD = re.compile(r"[^\W\d_]{2,}|\d{4,}")


def lines(pdf: Path) -> list[list[str]]:
    """The lines of each page without its number, its footer and the marks on it."""
    return [
        [line for line in text.split("\n") if not _FRAME.fullmatch(line.strip())]
        for text in page_texts(pdf)
    ]


def paragraphs(docx: Path) -> list[str]:
    """The text of every paragraph of a Word file, in tables too."""
    body = Document(str(docx)).element.body
    return ["".join(_texts(paragraph)) for paragraph in body.iter(w("p"))]


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(w("t"), w("br"), w("tab")):
        yield element.text or "" if element.tag == w("t") else " "


def broken_words(pdf: Path, docx: Path) -> set[str]:
    """Words and numbers on the pages that are pieces of those in the Word file.

    A word may break after a hyphen and after a slash.
    """
    whole = {word for text in paragraphs(docx) for word in _WORD.findall(text)}
    printed = {word for page in lines(pdf) for line in page for word in _WORD.findall(line)}
    return {word for word in printed - whole if any(word in other for other in whole)}


def lone_lines(pdf: Path, docx: Path) -> list[str]:
    """Lines that a page break leaves alone, of paragraphs of several lines."""
    whole = [letters(text) for text in paragraphs(docx)]
    lone = []
    for page, after in pairwise(lines(pdf)):
        if not page or not after:
            continue
        foot, head = letters(page[-1]), letters(after[0])
        split = next((text for text in whole if foot + head in text), None)
        if split is None or not foot or not head:
            continue
        if len(page) < 2 or letters(page[-2]) + foot + head not in split:
            lone.append(page[-1])
        if len(after) < 2 or foot + head + letters(after[1]) not in split:
            lone.append(after[0])
    return lone
