"""Values written to cells: text is always text, emphasis is kept, a mark is a √."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.string_runs import encoded
from zi_docs.workbook.writing.looks import FONT, SIZE

CellValue = str | RichText | int | float | bool | date | time | tuple[str, ...] | None
Values = Mapping[str, CellValue]


def put_value(cell: Cell, value: CellValue) -> None:
    """Write a value. Set the cell's style first, so that dates keep its number format."""
    if isinstance(value, tuple):
        value = "; ".join(value)
    if isinstance(value, bool):
        value = "√" if value else None
    if isinstance(value, RichText):
        _put_rich_text(cell, value)
    elif isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def put_text(cell: Cell, text: str) -> None:
    """Write a text as text, whatever character it begins with."""
    cell.value = encoded(text) or None
    if text:
        # openpyxl derives the type from the text: a leading = would make a formula.
        cell.data_type = "s"


def _put_rich_text(cell: Cell, text: RichText) -> None:
    if any(span.italic or span.bold for span in text.spans):
        cell.value = CellRichText([_rich_text_run(span) for span in text.spans if span.text])
    else:
        put_text(cell, text.plain)


def _rich_text_run(span: Span) -> str | TextBlock:
    text = encoded(span.text)
    if not (span.italic or span.bold):
        return text
    font = InlineFont(rFont=FONT, sz=SIZE, i=span.italic or None, b=span.bold or None)
    return TextBlock(font, text)


def display_text(value: CellValue) -> str:
    """Roughly the text that the cell shows, for estimating its height."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, date | time | bool | int | float) or value is None:
        return "" if value is None else "√"
    return str(value)
