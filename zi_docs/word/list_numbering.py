"""A pass that restarts lists: numbering starts again after a paragraph outside the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import (
    BODY_PART,
    DEFAULT_STYLE,
    STYLES_PART,
    insert_in_order,
    paragraph_style,
    w,
    w_attribute,
    w_child,
)

_NUMBERING = "word/numbering.xml"
# Paragraphs of styles whose name starts so continue the item above; they do not end the list.
_CONTINUATION = "Lanjutan"
_LEVELS = 9
_BODY_LEVEL = "9"
_NOT_NUMBERED = "0"  # the numbering ID with this meaning
_BEFORE_NUMBER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
)  # fmt: skip


@dataclass(frozen=True)
class _StyleNumbering:
    """The numbering of a style: its ID, its abstract list, its level."""

    num: str
    abstract: str
    level: int


@dataclass(frozen=True)
class _Restart:
    """A numbering restarted at a level, in force until an item of a higher level."""

    num: str
    level: int


def restart_lists(parts: WordPackage) -> None:
    """Restart each list level, except the first, after a paragraph without numbering.

    Word restarts a level after an item of a higher level, but after plain text it continues
    counting, while an official document starts again with a. The first level (chapters) and
    headings continue: text always stands between them. Only numbering set by a style is
    restarted, not numbering set directly on a paragraph.
    """
    if _NUMBERING not in parts:
        return
    styles = _styles(parts[STYLES_PART], parts[_NUMBERING])
    numbers, body = parts.root(_NUMBERING), parts.root(BODY_PART)
    if not styles.restart_in(body):
        return
    restarts: dict[str, list[_Restart]] = {}
    interrupted = True
    for paragraph in body.iter(w("p")):
        style = paragraph_style(paragraph)
        direct = w_attribute(w_child(paragraph, "pPr", "numPr", "numId"))
        numbering = styles.numbering(style) if direct is None else None
        if numbering is not None:
            in_force = restarts.setdefault(numbering.abstract, [])
            parted = interrupted and not styles.is_heading(style)
            _update_restarts(in_force, numbering, numbers, interrupted=parted)
            if in_force:
                _set_numbering(paragraph, in_force[-1].num, numbering.level)
        if numbering is not None or direct not in (None, _NOT_NUMBERED):
            interrupted = False
        elif not styles.is_continuation(style):
            interrupted = True


def list_levels(parts: WordPackage) -> Callable[[etree._Element], int]:
    """The function that gives the level of a paragraph in its list; -1 outside every list."""
    styles = _styles(parts[STYLES_PART], parts.get(_NUMBERING, b"<none/>"))

    def level(paragraph: etree._Element) -> int:
        numbering = styles.numbering(paragraph_style(paragraph))
        return numbering.level if numbering else -1

    return level


def list_indents(parts: WordPackage) -> dict[str, int]:
    """How far the lists of styles are indented, in twips, by the ID of the style."""
    if _NUMBERING not in parts:
        return {}
    styles = _styles(parts[STYLES_PART], parts[_NUMBERING])
    lefts: dict[tuple[str, str], int] = {}
    for abstract in parts.root(_NUMBERING).iter(w("abstractNum")):
        for level in abstract.iter(w("lvl")):
            left = w_attribute(w_child(level, "pPr", "ind"), "left")
            key = abstract.get(w("abstractNumId")) or "", level.get(w("ilvl")) or ""
            lefts[key] = int(left or 0)
    return {
        style: lefts.get((numbering.abstract, str(numbering.level)), 0)
        for style, numbering in styles.numbered()
    }


class _Styles:
    """The numbering of each style, its own or inherited."""

    def __init__(self, styles: bytes, numbering: bytes) -> None:
        self._styles = {
            style.get(w("styleId")) or "": style
            for style in etree.fromstring(styles).iter(w("style"))
        }
        self._abstract = {
            num.get(w("numId")) or "": w_attribute(num.find(w("abstractNumId"))) or ""
            for num in etree.fromstring(numbering).findall(w("num"))
        }
        self._numberings = {key: self._find(key) for key in self._styles}
        self._headings = {key for key in self._styles if self._has_level(key)}
        self._restarting = {
            key
            for key, numbering in self._numberings.items()
            if numbering and numbering.level and key not in self._headings
        }
        self._continuations = {
            key
            for key, style in self._styles.items()
            if (w_attribute(style.find(w("name"))) or "").startswith(_CONTINUATION)
        }

    def numbering(self, key: str) -> _StyleNumbering | None:
        """The numbering of a style; None for a style without."""
        return self._numberings.get(key)

    def numbered(self) -> Iterator[tuple[str, _StyleNumbering]]:
        """The styles with a numbering."""
        return ((key, numbering) for key, numbering in self._numberings.items() if numbering)

    def is_continuation(self, key: str) -> bool:
        """Tell whether paragraphs of the style belong to the item above them."""
        return key in self._continuations

    def is_heading(self, key: str) -> bool:
        """Tell whether paragraphs of the style are headings."""
        return key in self._headings

    def restart_in(self, body: etree._Element) -> bool:
        """Tell whether a body uses a style of a level that is restarted."""
        used = {w_attribute(style) for style in body.iter(w("pStyle"))} | {DEFAULT_STYLE}
        return not used.isdisjoint(self._restarting)

    def _find(self, key: str) -> _StyleNumbering | None:
        """The numbering of a style or of the nearest style that it is based on."""
        for style in self._with_parents(key):
            number = style.find(f"{w('pPr')}/{w('numPr')}")
            num = w_attribute(number.find(w("numId"))) if number is not None else None
            if number is not None and num is not None:
                level = int(w_attribute(number.find(w("ilvl"))) or 0)
                abstract = self._abstract.get(num)
                return None if abstract is None else _StyleNumbering(num, abstract, level)
        return None

    def _has_level(self, key: str) -> bool:
        """Whether a style has an outline level, its own or inherited; 9 stands for body text."""
        for style in self._with_parents(key):
            level = w_attribute(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if level is not None:
                return level != _BODY_LEVEL
        return False

    def _with_parents(self, key: str) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first."""
        style, seen = self._styles.get(key), set[str]()
        while style is not None and key not in seen:
            seen.add(key)
            yield style
            key = w_attribute(style.find(w("basedOn"))) or ""
            style = self._styles.get(key)


@lru_cache(maxsize=32)
def _styles(styles: bytes, numbering: bytes) -> _Styles:
    """The styles of a template, which all documents made from it share."""
    return _Styles(styles, numbering)


def _update_restarts(
    in_force: list[_Restart],
    numbering: _StyleNumbering,
    numbers: etree._Element,
    *,
    interrupted: bool,
) -> None:
    """End the restarts of deeper levels; add one at this level if text came between."""
    while in_force and in_force[-1].level > numbering.level:
        in_force.pop()
    if numbering.level == 0 or not interrupted:
        return
    if in_force and in_force[-1].level == numbering.level:
        in_force.pop()
    in_force.append(_Restart(_add_restarted(numbers, numbering), numbering.level))


def _add_restarted(numbers: etree._Element, numbering: _StyleNumbering) -> str:
    """Add a numbering of the same list that starts at 1 from this level down; give its ID."""
    nums = numbers.findall(w("num"))
    key = str(max(int(num.get(w("numId")) or 0) for num in nums) + 1)
    restarted = etree.Element(w("num"), {w("numId"): key})
    etree.SubElement(restarted, w("abstractNumId"), {w("val"): numbering.abstract})
    for level in range(numbering.level, _LEVELS):
        override = etree.SubElement(restarted, w("lvlOverride"), {w("ilvl"): str(level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
    nums[-1].addnext(restarted)
    return key


def _set_numbering(paragraph: etree._Element, num: str, level: int) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    mark = etree.Element(w("numPr"))
    etree.SubElement(mark, w("ilvl"), {w("val"): str(level)})
    etree.SubElement(mark, w("numId"), {w("val"): num})
    insert_in_order(properties, mark, _BEFORE_NUMBER)
