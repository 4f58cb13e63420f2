"""Where the lines of a document may break, and where not (NASKAH section 10)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from zi_docs.word.wordml import paragraph_style, w, w_attribute, w_child, w_children

_HARD_SPACE, _MAY_BREAK = "\u00a0", "\u200b"
# Neither Word nor LibreOffice breaks at a slash; short words like `Kabupaten/Kota` need not.
_LONG = 20
_WORD = re.compile(r"\S+/\S+")
_SLASH = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")
# Addresses and file names are copied from the page: nothing may stand in them that one cannot see.
_ADDRESS = re.compile(r"://|\w\.\w")
_JUSTIFIED = "both"


class LineBreaks:
    """Sets the breaks of a document's parts; `styles` is the root of the part of its styles."""

    def __init__(self, styles: etree._Element, whole_names: Sequence[str]) -> None:
        self._styles = {w_attribute(s, "styleId"): s for s in w_children(styles, "style")}
        self._names = whole_names

    def set(self, root: etree._Element) -> None:
        """Hold names in capitals together, and let long words break after a slash.

        In justified text names may part: it would show gaps. A name that is a whole text needs no
        help, and words of a name that stand in different runs are left as they are.
        """
        for paragraph in root.iter(w("p")):
            names = () if self._justified(paragraph) else self._names
            for element in paragraph.iter(w("t")):
                _set_breaks(element, names)

    def _justified(self, paragraph: etree._Element) -> bool:
        own = w_attribute(w_child(paragraph, "pPr", "jc"))
        style = self._styles.get(paragraph_style(paragraph))
        seen = 0
        while own is None and style is not None and seen <= len(self._styles):
            own = w_attribute(w_child(style, "pPr", "jc"))
            style = self._styles.get(w_attribute(w_child(style, "basedOn")))
            seen += 1
        return own == _JUSTIFIED


def _set_breaks(element: etree._Element, names: Sequence[str]) -> None:
    text = element.text or ""
    if "/" in text:
        text = element.text = _WORD.sub(_with_breaks, text)
    for name in names:
        if name in text and name != text:
            text = element.text = text.replace(name, name.replace(" ", _HARD_SPACE))


def _with_breaks(match: re.Match[str]) -> str:
    word = match.group()
    if len(word) < _LONG or _ADDRESS.search(word):
        return word
    return _SLASH.sub(f"/{_MAY_BREAK}", word)
