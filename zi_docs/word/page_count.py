"""A pass that leaves `Halaman 1 dari 1` out of a paper of one page, which needs no count.

Word counts the pages itself, so nothing here puts a number: what is printed stays right when
somebody edits the document.
"""

from __future__ import annotations

import re

from lxml import etree

from zi_docs.docx_safety import fields
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, text_parts, w

_COUNT = "NUMPAGES"
_COUNTING_WORDS = frozenset({"halaman", "hal", "lembar", "dari"})


def drop_page_count(parts: WordPackage) -> None:
    """Empty the paragraphs of headers and footers that say only which page of how many it is."""
    for name in text_parts(parts):
        if name != BODY_PART:
            for paragraph in parts.root(name).iter(w("p")):
                if _counts_only(paragraph):
                    for child in paragraph.findall("*"):
                        if child.tag != w("pPr"):
                            paragraph.remove(child)


def _counts_only(paragraph: etree._Element) -> bool:
    """Whether the paragraph has a field of the page count, and says nothing else but numbers."""
    if _COUNT not in {field.name for field in fields(paragraph)}:
        return False
    said = "".join(text.text or "" for text in paragraph.iter(w("t")))
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", said)} <= _COUNTING_WORDS
