"""A pass that keeps what introduces a list on the page of its first item."""

from __future__ import annotations

from lxml import etree

from zi_docs.word.list_numbering import list_levels
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, insert_in_order, w, w_child

_INTRODUCES = ":"
# LibreOffice moves a paragraph that is kept as a whole. Of a longer one that would leave a good
# part of a page empty; two of its lines at the foot of the page introduce the list as well.
_LONGEST = 350


def keep_introductions(parts: WordPackage) -> None:
    """Keep a paragraph with the next one if it ends with a colon or heads a deeper list level.

    Not one of many lines.

    Inside tables nothing is set: LibreOffice keeps no row with the next one.
    """
    level = list_levels(parts)
    body = parts.root(BODY_PART).find(w("body"))
    for paragraph in () if body is None else body.iterchildren(w("p")):
        after = paragraph.getnext()
        if after is None or w_child(paragraph, "pPr", "sectPr") is not None:
            continue
        words = _text(paragraph).rstrip()
        deeper = after.tag == w("p") and max(level(paragraph), 0) < level(after)
        if len(words) <= _LONGEST and (deeper or words.endswith(_INTRODUCES)):
            _keep_next(paragraph)


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def _keep_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(w("keepNext")) is None:
        insert_in_order(properties, etree.Element(w("keepNext")), ("pStyle",))
