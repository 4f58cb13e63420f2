"""How wide text is on paper, by the metrics of the fonts that Word's fonts are drawn after.

Measured by data that is installed with the program, not by the fonts of this machine: the same
input gives the same bytes everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import distribution
from pathlib import Path

from fontTools.agl import toUnicode
from lxml import etree

from zi_docs.word.wordml import paragraph_style, w, w_attribute, w_child, w_children

TWIPS_A_POINT = 20
# Adobe's metrics, which matplotlib brings: regular and bold. Others are measured as the widest.
_METRICS = {
    "bookman": ("pbkl8a", "pbkd8a"),
    "arial narrow": ("phvr8an", "phvb8an"),
    "arial": ("phvr8a", "phvb8a"),
    "helvetica": ("phvr8a", "phvb8a"),
    "liberation sans": ("phvr8a", "phvb8a"),
    "times": ("ptmr8a", "ptmb8a"),
    "century": ("pncr8a", "pncb8a"),
    "palatino": ("pplr8a", "pplb8a"),
}
_WIDEST = _METRICS["bookman"]
_EM = 1000
_CHARACTER = re.compile(r"^C -?\d+ ; WX (\d+) ; N (\S+) ;", re.MULTILINE)
# Where a line may break: at a space, and after a hyphen before what is no number.
_TOKEN = re.compile(r"[ \t\n\u200b]+|(?:[^ \t\n\u200b-]|-(?=\d))+-?|-")
_SPACES = " \t\n\u200b"


@lru_cache(maxsize=32)
def measure_by(styles: bytes, list_indents: tuple[tuple[str, int], ...] = ()) -> TextMeasure:
    """The measure of all documents with this part of styles (see `TextMeasure`)."""
    return TextMeasure(etree.fromstring(styles), dict(list_indents))


@dataclass(frozen=True)
class Look:
    """What makes text wide: font, size in half points, bold, capitals; and a paragraph's indent.

    `indent` is what a paragraph leaves free at both sides, in twips.
    """

    font: str = ""
    size: int = 20
    bold: bool = False
    caps: bool = False
    indent: int = 0


class TextMeasure:
    """Measures words of a document by its styles; `styles` is the root of their part.

    `list_indents` are those of lists, in twips by the ID of the style, where it has none itself.
    """

    def __init__(
        self, styles: etree._Element, list_indents: Mapping[str, int] | None = None
    ) -> None:
        self._list_indents = list_indents or {}
        defaults = w_child(styles, "docDefaults", "rPrDefault", "rPr")
        self._default = _with_run(Look(), defaults)
        self._styles = {w_attribute(s, "styleId") or "": s for s in w_children(styles, "style")}
        self._looks: dict[str, Look] = {}
        self._longest_in_cells: dict[bytes, int] = {}

    def looks(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element, Look]]:
        """The runs of a paragraph with what makes their text wide."""
        base = self._paragraph_look(paragraph)
        for run in paragraph.iter(w("r")):
            yield run, self._run_look(run, base)

    def indent(self, paragraph: etree._Element) -> int:
        """What a paragraph leaves free at both sides, in twips."""
        return self._paragraph_look(paragraph).indent

    def longest_word(self, paragraph: etree._Element) -> int:
        """The widest piece of a paragraph that no line may break, with its indent, in twips."""
        widest = width = 0.0
        for run, look in self.looks(paragraph):
            for token in _TOKEN.findall("".join(_texts(run))):
                if token[0] in _SPACES:
                    width = 0.0
                    continue
                width += text_width(token, look)
                widest = max(widest, width)
                if token[-1] == "-":
                    width = 0.0
        return round(widest) + self.indent(paragraph) if widest else 0

    def longest_word_in_cell(self, cell: etree._Element) -> int:
        """The widest `longest_word` of the paragraphs of a cell, in twips; 0 without any.

        A paper is rendered several times until its pages settle, and forms of many months share
        their cells: what was measured once is known by the cell's XML.
        """
        key = blake2b(etree.tostring(cell, with_tail=False), digest_size=16).digest()
        longest = self._longest_in_cells.get(key)
        if longest is None:
            words = [self.longest_word(paragraph) for paragraph in w_children(cell, "p")]
            longest = self._longest_in_cells[key] = max(words, default=0)
        return longest

    def width_in_run(self, run: etree._Element, text: str) -> float:
        """The width in twips of a text, were it written in this run of a paragraph."""
        paragraph = next(run.iterancestors(w("p")))
        return text_width(text, self._run_look(run, self._paragraph_look(paragraph)))

    def _run_look(self, run: etree._Element, base: Look) -> Look:
        properties = w_child(run, "rPr")
        style = w_attribute(w_child(properties, "rStyle")) if properties is not None else None
        return _with_run(self._style_look(style, base) if style else base, properties)

    def _paragraph_look(self, paragraph: etree._Element) -> Look:
        style = paragraph_style(paragraph)
        if style not in self._looks:
            look = self._style_look(style, self._default)
            indent = look.indent or self._list_indents.get(style or "", 0)
            self._looks[style] = replace(look, indent=indent)
        return _with_indent(self._looks[style], w_child(paragraph, "pPr"))

    def _style_look(self, style: str | None, base: Look) -> Look:
        """The look of a style upon another: what it is based on, then its own."""
        chain: list[etree._Element] = []
        while style and (element := self._styles.get(style)) is not None and element not in chain:
            chain.append(element)
            style = w_attribute(w_child(element, "basedOn"))
        for element in reversed(chain):
            base = _with_run(base, w_child(element, "rPr"))
            base = _with_indent(base, w_child(element, "pPr"))
        return base


def _texts(run: etree._Element) -> Iterator[str]:
    for element in run:
        if element.tag == w("t"):
            yield element.text or ""
        elif element.tag in (w("br"), w("tab"), w("cr")):
            yield "\n"


def _with_run(look: Look, properties: etree._Element | None) -> Look:
    if properties is None:
        return look
    font = w_attribute(w_child(properties, "rFonts"), "ascii")
    size = w_attribute(w_child(properties, "sz"))
    return replace(
        look,
        font=font or look.font,
        size=int(size) if size else look.size,
        bold=_switch(properties, "b", look.bold),
        caps=_switch(properties, "caps", look.caps),
    )


def _with_indent(look: Look, properties: etree._Element | None) -> Look:
    indent = w_child(properties, "ind")
    if indent is None:
        return look
    sides = (w_attribute(indent, "left") or w_attribute(indent, "start"),
             w_attribute(indent, "right") or w_attribute(indent, "end"))  # fmt: skip
    return replace(look, indent=sum(int(side) for side in sides if side))


def _switch(properties: etree._Element, name: str, otherwise: bool) -> bool:
    element = w_child(properties, name)
    return otherwise if element is None else w_attribute(element) not in ("0", "false", "off")


def text_width(text: str, look: Look) -> float:
    """The width of text on one line in twips."""
    return _width(text, replace(look, indent=0) if look.indent else look)


@lru_cache(maxsize=65536)
def _width(word: str, look: Look) -> float:
    """The width of a word in twips."""
    widths = _font_widths(look.font.casefold(), look.bold)
    text = word.upper() if look.caps else word
    ems = sum(widths.get(char, _EM) for char in text)
    return ems / _EM * look.size / 2 * TWIPS_A_POINT


@cache
def _font_widths(font: str, bold: bool) -> dict[str, int]:
    """The widths of characters in thousandths of the font size."""
    regular, heavy = next((files for name, files in _METRICS.items() if name in font), _WIDEST)
    metrics = _afm_folder() / f"{heavy if bold else regular}.afm"
    lines = _CHARACTER.findall(metrics.read_text(encoding="latin-1"))
    widths = {toUnicode(name): int(width) for width, name in lines}
    return widths | {"\u00a0": widths[" "], "√": widths.get("√", 600)}


def _afm_folder() -> Path:
    """The folder of the metrics; matplotlib itself, which takes long to load, is not loaded."""
    folder = distribution("matplotlib").locate_file("matplotlib/mpl-data/fonts/afm")
    return Path(str(folder))
