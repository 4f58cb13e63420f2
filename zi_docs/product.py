"""The one kind of thing to make: a paper, a form to fill, a bundle, the files for JDIH.

A product says what it is made from, what it needs of others, which files it gives and how it is
made. `catalog` lists the products of a year; `build` decides which of them to make, and knows no
more about them than what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import ClassVar, Literal

from zi_docs.findings import Finding, Place
from zi_docs.model import Origin, Signing


class Scope(Enum):
    """Which rows of a sheet a paper is made from: all, or those of its own decree or meeting."""

    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, eq=False)
class Family:
    """The products that one verb makes: `title` is what people call them.

    The supporting papers that rows of the plan ask for are a kind of the verb `naskah` each: theirs
    says what it makes (`help`), which sheets its papers read beside those that every paper does
    (`reads`, by key; `reads_of_kind`: beside these, the products of a kind), and which hold the IDs
    by which one subject is asked for (`ids`).
    """

    verb: str
    title: str
    help: str = ""
    reads: Mapping[str, Scope] = field(default_factory=dict)
    reads_of_kind: Mapping[str, Mapping[str, Scope]] = field(default_factory=dict)
    ids: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """What makes them, as people type it."""
        return f"naskah {self.verb}" if self.help else self.verb

    DECREE: ClassVar[Family]
    TEAM_DECREE: ClassVar[Family]
    AMENDMENT: ClassVar[Family]
    JDIH: ClassVar[Family]
    MEETING: ClassVar[Family]
    FORM: ClassVar[Family]
    RECAP: ClassVar[Family]
    REPORT: ClassVar[Family]
    LKE: ClassVar[Family]


Family.DECREE = Family("keputusan", "keputusan rencana aksi")
Family.TEAM_DECREE = Family("sk", "keputusan tim dan keputusan lain")
Family.AMENDMENT = Family("revisi", "keputusan perubahan")
Family.JDIH = Family("jdih", "berkas JDIH")
Family.MEETING = Family("rapat", "naskah rapat")
Family.FORM = Family("monev", "formulir monev")
Family.RECAP = Family("rekap", "rekapitulasi capaian")
Family.REPORT = Family("laporan", "laporan monev")
Family.LKE = Family("lke", "peta nilai LKE")


@dataclass(frozen=True)
class Subject:
    """What a product is about: a decree, a meeting, a period.

    `id` is that of its row in the workbook, or the folder of a period; `name` is what people read;
    `origin` is the row whose mistakes forbid the product.
    """

    family: Family
    id: str
    name: str
    origin: Origin = Origin()


UNLISTED = date.max
"""Since when what `status` does not list is lacking."""


@dataclass(frozen=True)
class Lack:
    """What a product still waits for: in a few words, and the cell to fill.

    A product with a `draft` lack is marked KONSEP. `finding` is what a run says about it, if it
    does. A lack with `since` counts from the day after that date; one with `UNLISTED` is none that
    the workbook could fill, or its papers tell of it elsewhere.
    """

    what: str
    place: Place
    draft: bool = False
    finding: Finding | None = None
    since: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it is a lack on a day."""
        return self.since is None or self.since < day


@dataclass(frozen=True)
class Leaf:
    """The place of a product's PDF in the bundle of its subject: outline title, page labels."""

    title: str
    label: Literal["i", "1"] = "1"


@dataclass(frozen=True)
class Inputs:
    """What a product is made from, cheap to compose: values that `build.digest` can hash.

    `content` is what it says, by name; `form` what it looks like and how it is signed. A signed
    paper is compared by its content alone. `findings` are reported whenever the product is asked
    for.
    """

    content: Mapping[str, object]
    form: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Properties:
    """What a file says of itself, without the hard spaces of its pages; `stamp` is its date.

    The day of making would make two equal files differ.
    """

    title: str
    subject: str
    author: str
    keywords: str
    stamp: date

    def __post_init__(self) -> None:
        for name in ("title", "subject", "author", "keywords"):
            object.__setattr__(self, name, " ".join(getattr(self, name).split()))


@dataclass(frozen=True)
class Signature:
    """How and by whom a paper is to be signed electronically (NASKAH section 6).

    `signers` are IDs of officials, in the order of their blocks; `tag` is the character that
    marks the place. `place` is the cell that asks for this kind of signature.
    """

    mode: Signing
    signers: tuple[str, ...]
    tag: str
    place: Place


@dataclass(frozen=True)
class PdfPart:
    """The PDF of a product as other products are given it, before it is made ready to sign."""

    content: bytes
    properties: Properties
    signature: Signature | None = None


@dataclass(frozen=True)
class Conversion:
    """What a maker asks for while it works: the PDF of a DOCX, as the office program makes it."""

    docx: bytes
    archival: bool = False


@dataclass(frozen=True)
class Made:
    """What a maker gives: files by their path below the year's folder, and findings.

    `pdf` is what other products are given. An error among the findings says that the product is
    not whole; nothing of it is published then.
    """

    files: Mapping[str, bytes]
    pdf: PdfPart | None = None
    findings: tuple[Finding, ...] = ()

    def part(self) -> PdfPart:
        """The PDF for other products. Raises ValueError where there is none."""
        if self.pdf is None:
            raise ValueError("this product has no PDF for others")
        return self.pdf


@dataclass(frozen=True)
class Given:
    """What a maker works with: the folder of the Word templates, the products that it needs."""

    templates: Path
    needs: Mapping[str, Made] = field(default_factory=dict)


Making = Generator[Conversion, bytes | None, Made]
"""A maker at work: it asks for conversions and is sent PDFs, None where no office program is."""

Maker = Callable[[Given], Making]


@dataclass(frozen=True)
class Product:
    """One thing to make.

    `name` is unique, a path below the year's folder without extension; `kind` tells the products
    of a subject apart (`asli`, `undangan`); `title` is what people call it. `needs` are names of
    products whose PDFs its maker is given; `targets` the files it gives. `template` is the Word
    file it fills; `converts`: it asks for conversions. `id` is the workbook's ID by which it is
    named when it comes back signed; `original` the product that it copies. `on_request`: made
    when it is asked for, and from then on with the year. `unsealed`: it tells of what it needs,
    and is made again after that was signed. `leaf` is its place in a bundle. `part`
    makes of its published PDF, where that is the same, what other products are given. `later` is
    what it would be made from by the workbook, where it is made from a kept state instead.
    """

    name: str
    kind: str
    title: str
    about: Subject
    inputs: Callable[[], Inputs]
    make: Maker
    targets: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    template: str = ""
    converts: bool = False
    id: str = ""
    original: str = ""
    on_request: bool = False
    leaf: Leaf | None = None
    lacks: tuple[Lack, ...] = ()
    part: Callable[[bytes], PdfPart] | None = None
    unsealed: bool = False
    later: Callable[[], Inputs] | None = None

    @property
    def draft(self) -> bool:
        """Whether it lacks what it cannot be decreed or sent without."""
        return any(lack.draft for lack in self.lacks)


@dataclass(frozen=True)
class Topic:
    """What papers are about: a state of a decree, a meeting, a period of one family.

    Its products are composed when they are asked for; `problems` say why there are none.
    """

    about: Subject
    compose: Callable[[], list[Product]]
    families: frozenset[Family]
    problems: tuple[Finding, ...] = ()


def at_once(make: Callable[[Given], Made]) -> Maker:
    """The maker of a product that asks for no conversion."""

    def making(given: Given) -> Making:
        yield from ()
        return make(given)

    return making
