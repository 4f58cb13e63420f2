"""What a document is before it is rendered, and which documents make one bundle."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from zi_docs.findings import Finding, Place
from zi_docs.model import Office, PaperSettings, Signing
from zi_docs.papers.pages import Keep, Pagination

# A blank to write a number in by hand: hard spaces, so that no line breaks inside it.
BLANK = "\u00a0" * 10

# The bookmark of the room to sign; the number of the signer, from 1, follows it.
SIGNING_ROOM = "tandaTangan"
# The bookmark at the head of a decree's Lampiran.
ANNEX = "lampiran"


@dataclass(frozen=True)
class Signature:
    """How and by whom a document is to be signed electronically.

    `signers` are IDs of officials, in the order of their blocks; `tag` is the character that
    marks the place. `place` is the cell that asks for this kind of signature.
    """

    mode: Signing
    signers: tuple[str, ...]
    tag: str
    place: Place


@dataclass(frozen=True)
class Document:
    """A document to make.

    `name` is the path below the year's folder, without extension; `stamp` dates the file, since
    the day of making it would make two equal files differ; `archival` asks for PDF/A. `rows` and
    `keeps` are the anchors whose pages the document wants to know (see `pagination`). A document
    that is not `published` on its own stands only in a bundle. `mark` is printed pale on every
    page of what is not to be taken as final.
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
    mark: str = ""
    published: bool = True
    signature: Signature | None = None
    rows: tuple[str, ...] = ()
    keeps: tuple[Keep, ...] = ()

    @property
    def word_only(self) -> bool:
        """Whether it is finished elsewhere, so that its PDF would be a wrong one."""
        return self.signature is not None and self.signature.mode is Signing.SRIKANDI


Draft = Callable[[Pagination], Document]
"""Makes a document from what is known of its pages; called again until they tell nothing new."""


def fixed(document: Document) -> Draft:
    """The draft of a document that does not care on which pages it falls."""
    return lambda pages: document


@dataclass(frozen=True)
class Leaf:
    """A document's place in a bundle: its name, its title in the outline, its page labels."""

    document: str
    title: str
    label: Literal["i", "1"] = "1"


@dataclass(frozen=True)
class MadePdf:
    """A document's PDF, how many pages it has, and the zero-based pages of its bookmarks."""

    content: bytes
    pages: int
    anchors: Mapping[str, int]


@dataclass(frozen=True)
class Papers:
    """Documents made together: their drafts, and the bundle of some of them.

    `bundle` is the bundle's path without extension, `leaves` its documents in order; the last
    one lends the bundle its title and properties. `findings` is what is to be said of them;
    `extras` are further files to publish, by their path. `then` makes the papers that must know
    the PDFs of these (by document name); without a converter there are none.
    """

    drafts: tuple[Draft, ...]
    bundle: str = ""
    leaves: tuple[Leaf, ...] = ()
    findings: tuple[Finding, ...] = ()
    extras: Mapping[str, bytes] = field(default_factory=dict)
    then: Callable[[Mapping[str, MadePdf]], Papers] | None = None


def stamp_of(office: Office, day: date | None) -> date:
    """The date a document's file bears: its own, else the first day of the plan's year."""
    return day or date(office.tahun, 1, 1)
