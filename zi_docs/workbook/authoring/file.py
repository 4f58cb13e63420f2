"""A finished workbook as the bytes of its file: the same content, the same bytes."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from openpyxl.workbook import Workbook

from zi_docs.ooxml import canonical


def file_of(book: Workbook, title: str, creator: str, stamp: date) -> bytes:
    """The file of a workbook, dated `stamp`."""
    moment = datetime.combine(stamp, time())
    book.properties.title, book.properties.creator = title, creator
    book.properties.created = book.properties.modified = moment
    buffer = BytesIO()
    book.save(buffer)
    return canonical(buffer.getvalue(), stamp)
