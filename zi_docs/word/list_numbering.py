"""A pass that restarts lists: letters begin anew after each paragraph that stands outside them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from zi_docs.word.vocabulary import BODY, STYLES, insert_in_order, part_bytes, style_of, value, w

_NUMBERING = "word/numbering.xml"
# Paragraphs of styles so named go on with the item above them and end no list.
_GOES_ON = "Lanjutan"
_LEVELS = 9
_NONE = "0"  # this numbering means: not numbered
_BEFORE_NUMBER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
)  # fmt: skip


@dataclass(frozen=True)
class _Listed:
    """What a numbered style says: its numbering, the list behind it, the level."""

    num: str
    abstract: str
    level: int


@dataclass(frozen=True)
class _Restart:
    """A numbering that began anew at a level, in force until a higher level comes."""

    num: str
    level: int


def restart_lists(parts: dict[str, bytes]) -> None:
    """Restart each list below its first level that follows a paragraph without numbering.

    Word restarts a level after a higher one by itself; after plain text it goes on counting,
    where an official paper starts again with a. The first level (chapters) goes on. Only
    numberings that styles carry are restarted; one set by hand on a paragraph is left as it is.
    """
    if _NUMBERING not in parts:
        return
    numbers = etree.fromstring(parts[_NUMBERING])
    styles = _Styles(parts[STYLES], numbers)
    body = etree.fromstring(parts[BODY])
    restarts: dict[str, list[_Restart]] = {}
    interrupted = True
    for paragraph in body.iter(w("p")):
        style = style_of(paragraph)
        by_hand = value(paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
        entry = styles.listed(style) if by_hand is None else None
        if entry is not None:
            in_force = restarts.setdefault(entry.abstract, [])
            _settle(in_force, entry, numbers, interrupted=interrupted)
            if in_force:
                _number(paragraph, in_force[-1].num, entry.level)
        if entry is not None or by_hand not in (None, _NONE):
            interrupted = False
        elif not styles.goes_on(style):
            interrupted = True
    parts[BODY] = part_bytes(body)
    parts[_NUMBERING] = part_bytes(numbers)


class _Styles:
    """The numberings that styles carry, their own or inherited."""

    def __init__(self, styles: bytes, numbers: etree._Element) -> None:
        found = etree.fromstring(styles).iter(w("style"))
        self._styles = {style.get(w("styleId")) or "": style for style in found}
        self._abstract = {
            num.get(w("numId")) or "": value(num.find(w("abstractNumId"))) or ""
            for num in numbers.findall(w("num"))
        }
        self._listed = {key: self._find(key) for key in self._styles}

    def listed(self, key: str) -> _Listed | None:
        """The numbering of a style; None for a style without."""
        return self._listed.get(key)

    def goes_on(self, key: str) -> bool:
        """Tell whether paragraphs of the style belong to the item above them."""
        style = self._styles.get(key)
        name = value(style.find(w("name"))) if style is not None else None
        return (name or "").startswith(_GOES_ON)

    def _find(self, key: str) -> _Listed | None:
        style, seen = self._styles.get(key), set[str]()
        while style is not None and key not in seen:
            seen.add(key)
            number = style.find(f"{w('pPr')}/{w('numPr')}")
            num = value(number.find(w("numId"))) if number is not None else None
            if number is not None and num is not None:
                level = int(value(number.find(w("ilvl"))) or 0)
                return _Listed(num, self._abstract[num], level) if num in self._abstract else None
            key = value(style.find(w("basedOn"))) or ""
            style = self._styles.get(key)
        return None


def _settle(
    in_force: list[_Restart], entry: _Listed, numbers: etree._Element, *, interrupted: bool
) -> None:
    """End the restarts of deeper levels; begin one at the entry's when text came between."""
    while in_force and in_force[-1].level > entry.level:
        in_force.pop()
    if entry.level == 0 or not interrupted:
        return
    if in_force and in_force[-1].level == entry.level:
        in_force.pop()
    in_force.append(_Restart(_restarted(numbers, entry), entry.level))


def _restarted(numbers: etree._Element, entry: _Listed) -> str:
    """Add a numbering of the same look that begins at 1 from the entry's level down."""
    nums = numbers.findall(w("num"))
    key = str(max(int(num.get(w("numId")) or 0) for num in nums) + 1)
    fresh = etree.Element(w("num"), {w("numId"): key})
    etree.SubElement(fresh, w("abstractNumId"), {w("val"): entry.abstract})
    for level in range(entry.level, _LEVELS):
        override = etree.SubElement(fresh, w("lvlOverride"), {w("ilvl"): str(level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
    nums[-1].addnext(fresh)
    return key


def _number(paragraph: etree._Element, num: str, level: int) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    mark = etree.Element(w("numPr"))
    etree.SubElement(mark, w("ilvl"), {w("val"): str(level)})
    etree.SubElement(mark, w("numId"), {w("val"): num})
    insert_in_order(properties, mark, _BEFORE_NUMBER)
