"""What a document is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zi_docs.model import Office, PaperSettings

# A blank to write a number in by hand: hard spaces, so that no line breaks inside it.
BLANK = "\u00a0" * 10


@dataclass(frozen=True)
class Document:
    """A document to make.

    `name` is the path below the year's folder, without extension; `stamp` dates the file, since
    the day of making it would make two equal files differ; `archival` asks for PDF/A.
    """

    name: str
    template: str
    context: Mapping[str, object]
    paper: PaperSettings
    title: str
    subject: str
    author: str
    keywords: str
    stamp: date
    archival: bool = False


def stamp_of(office: Office, day: date | None) -> date:
    """The date a document's file bears: its own, else the first day of the plan's year."""
    return day or date(office.tahun, 1, 1)
