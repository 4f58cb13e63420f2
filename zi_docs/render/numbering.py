"""A pass that restarts lists: letters begin anew after each paragraph that stands outside them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from zi_docs.render.words import style_of, value, w

_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"
# Paragraphs of these styles go on with the item above them and end no list.
_GOES_ON = "Lanjutan"


@dataclass(frozen=True)
class _Listed:
    """The list and level of a numbered style."""

    num: str
    level: int


def restart_lists(parts: dict[str, bytes]) -> None:
    """Restart each list below its first level that follows a paragraph without numbering.

    Word restarts a level after a higher one by itself; after plain text it goes on counting,
    where an official paper starts again with a. The first level (chapters) goes on.
    """
    if _NUMBERING not in parts:
        return
    listed = _listed_styles(parts["word/styles.xml"])
    body = etree.fromstring(parts[_BODY])
    numbers = etree.fromstring(parts[_NUMBERING])
    restarted: dict[str, str] = {}
    interrupted = True
    for paragraph in body.iter(w("p")):
        style = style_of(paragraph)
        entry = listed.get(style)
        if entry is None:
            interrupted = interrupted or not style.startswith(_GOES_ON)
            continue
        if entry.level == 0:
            restarted.pop(entry.num, None)
        elif interrupted:
            restarted[entry.num] = _restarted(numbers, entry)
        if entry.num in restarted:
            _number(paragraph, restarted[entry.num], entry.level)
        interrupted = False
    parts[_BODY] = _bytes(body)
    parts[_NUMBERING] = _bytes(numbers)


def _listed_styles(styles: bytes) -> dict[str, _Listed]:
    found = {}
    for style in etree.fromstring(styles).iter(w("style")):
        numbering = style.find(f"{w('pPr')}/{w('numPr')}")
        num = value(numbering.find(w("numId"))) if numbering is not None else None
        if numbering is not None and num is not None:
            level = int(value(numbering.find(w("ilvl"))) or 0)
            found[style.get(w("styleId")) or ""] = _Listed(num, level)
    return found


def _restarted(numbers: etree._Element, entry: _Listed) -> str:
    """Add a numbering of the same look that begins at 1 from the entry's level down."""
    nums = numbers.findall(w("num"))
    old = next(num for num in nums if num.get(w("numId")) == entry.num)
    key = str(max(int(num.get(w("numId")) or 0) for num in nums) + 1)
    fresh = etree.SubElement(numbers, w("num"), {w("numId"): key})
    abstract = value(old.find(w("abstractNumId"))) or ""
    etree.SubElement(fresh, w("abstractNumId"), {w("val"): abstract})
    for level in range(entry.level, 9):
        override = etree.SubElement(fresh, w("lvlOverride"), {w("ilvl"): str(level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
    return key


def _number(paragraph: etree._Element, num: str, level: int) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return
    mark = etree.Element(w("numPr"))
    etree.SubElement(mark, w("ilvl"), {w("val"): str(level)})
    etree.SubElement(mark, w("numId"), {w("val"): num})
    properties.insert(1, mark)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
