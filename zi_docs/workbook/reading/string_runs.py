"""Texts of cells in XML: runs with their emphasis, escapes decoded as Excel does.

Italic, bold and underline of single runs are emphasis, and so are raised and lowered letters; a
font of the whole cell is formatting. Struck words are told apart and are no emphasis: whoever
reads the cell asks whether they still count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zi_docs.text import RaisedSpan, RichText, Span
from zi_docs.workbook.reading.workbook_parts import (
    BrokenPartError,
    WorkbookParts,
    elements,
    is_on,
    local_name,
)

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# The underscore at the end of one may begin the next.
_SEEMING_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SURROGATES = re.compile("[\ud800-\udfff]+")
# What XML cannot hold, and so no document. A vertical tab or a page break is a new line, as in
# Word, from where it was pasted.
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 0xFFFE, 0xFFFF], None)
_CONTROLS |= dict.fromkeys([0x0B, 0x0C], "\n")
_LINE_END = re.compile(r"\n+\Z")


@dataclass(frozen=True)
class CellText:
    """The text of a cell, and whether any word of it is struck out."""

    text: RichText
    struck: bool = False


def decoded(text: str) -> str:
    """Text with its escapes `_x000D_` decoded; `_x005F_` stands for the underscore of another."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    text = _SURROGATES.sub(_joined_surrogates, text)
    return text.translate(_CONTROLS)


def encoded(text: str) -> str:
    """Text as a cell of a file holds it, so that `decoded` and Excel read the same again.

    What looks like an escape is itself escaped; what XML cannot hold is left out.
    """
    if "_x" in text:
        text = _SEEMING_ESCAPE.sub("_x005F_", text)
    return text if text.isprintable() else _SURROGATES.sub("", text.translate(_CONTROLS))


def _joined_surrogates(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def cell_text(item: Any) -> CellText:
    """The text of an element `si` or `is`: its own, or that of its runs; no phonetic hints."""
    if len(item) == 1 and local_name(item[0]) == "t":
        return CellText(RichText.of(decoded(item[0].text or "")))
    spans: list[Span] = []
    struck = False
    for child in item:
        name = local_name(child)
        if name == "t":
            spans.append(Span(decoded(child.text or "")))
        elif name == "r":
            span, is_struck = _run(child)
            spans.append(span)
            struck = struck or (is_struck and bool(span.text.strip()))
    return CellText(RichText(tuple(_joined(spans))), struck)


def _run(run: Any) -> tuple[Span, bool]:
    text = "".join(decoded(child.text or "") for child in run if local_name(child) == "t")
    looks = {
        local_name(look): look for child in run if local_name(child) == "rPr" for look in child
    }
    italic, bold, underline, struck = (is_on(looks.get(name)) for name in ("i", "b", "u", "strike"))
    raised = looks["vertAlign"].get("val") if "vertAlign" in looks else None
    if raised in ("superscript", "subscript"):
        low = raised == "subscript"
        return RaisedSpan(text, italic, bold, underline=underline, low=low), struck
    return Span(text, italic, bold, underline=underline), struck


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The spans in normal form: neighbours differ, and a line's end belongs to what follows it.

    Programs differ in whose emphasis the end of a line has, which nobody sees.
    """
    before: Span | None = None
    ends = ""
    for span in spans:
        if ends and span.text.strip("\n"):
            span, ends = span.with_text(ends + span.text), ""
        end = _LINE_END.search(span.text)
        if end is not None:
            span, ends = span.with_text(span.text[: end.start()]), ends + end[0]
        if not span.text:
            continue
        if before is not None and before.with_text("") == span.with_text(""):
            before = before.with_text(before.text + span.text)
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before.with_text(before.text + ends)
    elif ends:
        yield Span(ends)


class SharedStrings:
    """The shared texts of a workbook, read as far as its cells ask for them."""

    def __init__(self, parts: WorkbookParts, part: str | None) -> None:
        self._texts: list[CellText] = []
        self._rest = self._read(parts, part) if part is not None else iter(())
        self.broken: str | None = None

    def text(self, index: int) -> CellText | None:
        """The text of an index; None where there is none."""
        while index >= len(self._texts):
            try:
                self._texts.append(next(self._rest))
            except StopIteration:
                return None
            except BrokenPartError as problem:
                self.broken = problem.part
                self._rest = iter(())
                return None
        return self._texts[index] if index >= 0 else None

    def _read(self, parts: WorkbookParts, part: str) -> Iterator[CellText]:
        for _, item in elements(parts.data(part), part, events=("end",), tags=("si",)):
            yield cell_text(item)
            item.clear()
            while item.getprevious() is not None:
                del item.getparent()[0]
