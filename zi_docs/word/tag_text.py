"""The text that tags are read from, and tags in several pieces made whole.

Word cuts text into runs where a spelling was marked, the language changed or somebody typed on
another day. A tag cut in this way is joined again, so that the check, the generation and the
person who reads the template in Word see the same tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from zi_docs.word.wordml import w, w_child

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
# Stands for what is no text: a picture, a field, a note.
_OBJECT = "\ufffc"
_TEXTS = {
    w("br"): "\n",
    w("cr"): "\n",
    w("tab"): "\t",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    w("lastRenderedPageBreak"): "",
}
# Differences between runs that nobody sees.
_UNSEEN = frozenset(w(name) for name in ("lang", "noProof", "bCs", "iCs", "szCs", "rtl", "cs"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Outside quotes every kind of space is a plain one to Jinja; zero-width signs are nothing.
_QUOTED_OR_SPACES = re.compile(r"(\"[^\"]*\"|'[^']*')|[\s\u200b\ufeff]+")
_ZERO_WIDTH = re.compile("[\u200b\ufeff]")


@dataclass(frozen=True)
class Piece:
    """An element of a run that stands for text, with its run."""

    element: etree._Element
    text: str
    run: etree._Element


def pieces(paragraph: etree._Element) -> list[Piece]:
    """The pieces of a paragraph in order, without those of paragraphs in its text boxes."""
    return [
        Piece(element, _text_of(element), run)
        for run in _own_runs(paragraph)
        for element in run
        if element.tag != w("rPr") and isinstance(element.tag, str)
    ]


def joined_text(parts: list[Piece]) -> str:
    """The text of pieces, with comments blanked out: what they hold is no tag."""
    text = "".join(piece.text for piece in parts)
    return COMMENT.sub(lambda match: " " * len(match.group()), text)


def has_text_box(paragraph: etree._Element) -> bool:
    """Whether other paragraphs stand inside this one."""
    return next(paragraph.iterdescendants(w("p")), None) is not None


def join_tags(root: etree._Element) -> bool:
    """Make each tag one piece with plain spaces, where its runs look alike; tell of any change.

    The second copy of a text box, for programs of before 2010, is removed: every tag counts once.
    A tag whose runs differ in what one sees, or that holds something else than text, stays cut.
    """
    changed = False
    for fallback in list(root.iter(_FALLBACK)):
        if next(fallback.iter(w("p")), None) is not None:
            _remove(fallback)
            changed = True
    for paragraph in root.iter(w("p")):
        changed |= _join_in(paragraph)
    return changed


def _own_runs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == w("r"):
            yield child
        elif child.tag != w("p"):
            yield from _own_runs(child)


def _text_of(element: etree._Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    return _TEXTS.get(element.tag, _OBJECT)


def _join_in(paragraph: etree._Element) -> bool:
    parts = pieces(paragraph)
    text = joined_text(parts)
    changed = False
    # From the end: what is joined leaves the places before it as they were.
    for match in reversed(list(TAG.finditer(text))):
        changed |= _join(parts, match)
    return changed


def _join(parts: list[Piece], match: re.Match[str]) -> bool:
    first, begin = _piece_at(parts, match.start())
    last, end = _piece_at(parts, match.end() - 1)
    spanned = parts[first : last + 1]
    tag = _plain_spaces(match.group())
    if (first == last and tag == match.group()) or not _look_alike(spanned):
        return False
    head = spanned[0].element
    rest = (spanned[-1].element.text or "")[end + 1 :]
    if first == last:
        _set_text(head, (head.text or "")[:begin] + tag + rest)
        return True
    for piece in spanned[1:-1]:
        _remove(piece.element)
    _set_text(spanned[-1].element, rest)
    _set_text(head, (head.text or "")[:begin] + tag)
    return True


def _piece_at(parts: list[Piece], position: int) -> tuple[int, int]:
    """The number of the piece with the character at a position, and its place in the piece."""
    for number, piece in enumerate(parts):
        if position < len(piece.text):
            return number, position
        position -= len(piece.text)
    raise IndexError(position)


def _plain_spaces(tag: str) -> str:
    return _QUOTED_OR_SPACES.sub(
        lambda match: match.group(1) or (" " if _ZERO_WIDTH.sub("", match.group()) else ""), tag
    )


def _look_alike(spanned: list[Piece]) -> bool:
    looks = {_look(piece.run) for piece in spanned}
    return len(looks) == 1 and not any(_OBJECT in piece.text for piece in spanned)


def _look(run: etree._Element) -> tuple[object, ...]:
    """What one sees of a run: its format and the link that it belongs to."""
    properties = w_child(run, "rPr")
    link = next(run.iterancestors(w("hyperlink")), None)
    return (id(link) if link is not None else None, *sorted(_visible(properties)))


def _visible(properties: etree._Element | None) -> Iterator[bytes]:
    for element in () if properties is None else properties:
        if element.tag in _UNSEEN:
            continue
        attributes = {k: v for k, v in element.attrib.items() if k != w("hint")}
        if element.tag == w("rFonts") and not attributes:
            continue
        yield repr((element.tag, sorted(attributes.items()), len(element))).encode()


def _set_text(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
