"""A pass over blanks to write in: one wide space in the place of many.

A row of spaces has to be deleted one by one by who types a number in its place; a space that is as
wide prints the same. A plain space follows it: at a line's end nothing is added to the last one.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from zi_docs.word.text_widths import TextMeasure
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import STYLES_PART, insert_in_order, text_parts, w, w_child

_SPACE = "\u00a0"
_BLANK = re.compile(f"({_SPACE}{{4,}})")
# Parts a blank from what follows it; XML has no such character.
_END = "\0"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE_SPACING = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
)  # fmt: skip


def widen_blanks(parts: WordPackage) -> None:
    """Put a wide hard space and a plain one in the place of four or more in a row."""
    measure: TextMeasure | None = None
    for name in text_parts(parts):
        for text in list(parts.root(name).iter(w("t"))):
            if _BLANK.search(text.text or ""):
                measure = measure or TextMeasure(parts.root(STYLES_PART))
                _split(text, measure)


def _split(text: etree._Element, measure: TextMeasure) -> None:
    """Cut the run of a text at its blanks; each becomes a run of its own."""
    run = text.getparent()
    if run is None or run.tag != w("r"):
        return
    width = measure.width_in_run(run, _SPACE)
    rest = list(text.itersiblings())
    widened = _BLANK.sub(f"\\1{_END}{_SPACE}", text.text or "")
    pieces = [piece for part in widened.split(_END) for piece in _BLANK.split(part) if piece]
    runs = [_run(run, piece, width) for piece in pieces]
    run.remove(text)
    if rest:
        runs.append(_run(run, "", width))
        runs[-1].extend(rest)
    for piece in reversed(runs):
        run.addnext(piece)


def _run(model: etree._Element, piece: str, width: float) -> etree._Element:
    run = etree.Element(w("r"))
    look = w_child(model, "rPr")
    if look is not None:
        run.append(deepcopy(look))
    if not piece:
        return run
    words = etree.SubElement(run, w("t"), {_PRESERVE: "preserve"})
    words.text = piece
    if _BLANK.fullmatch(piece):
        words.text = _SPACE
        _space_out(run, round(width * (len(piece) - 2)))
    return run


def _space_out(run: etree._Element, twips: int) -> None:
    look = w_child(run, "rPr")
    if look is None:
        look = etree.Element(w("rPr"))
        run.insert(0, look)
    spacing = etree.Element(w("spacing"), {w("val"): str(twips)})
    insert_in_order(look, spacing, _BEFORE_SPACING)
