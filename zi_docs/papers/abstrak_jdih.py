"""The abstract of a decree for JDIH, one page: why, on what basis, what is decreed (NASKAH 7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from zi_docs.model import Consideration, Decree, Part, Plan
from zi_docs.papers.document import Document, stamp_of
from zi_docs.papers.konsiderans import LETTERS_BEFORE
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.citations import cite_regulation_briefly
from zi_docs.wording.dates import long_date
from zi_docs.wording.names import decree_author

# Bookmarks of the first and the last line: when they part, the abstract is set in small type.
TOP, END = "abstrakAwal", "abstrakAkhir"
_IN_FORCE = "mulai berlaku"
_UNKNOWN = "." * 40


def abstract(plan: Plan, decree: Decree, extent: int, annex: int, pages: Pagination) -> Document:
    """The abstract of a decree; `extent` counts the copy's pages, `annex` its Lampiran's.

    Raises ValueError for a decree without signer or date.
    """
    signer = plan.official(decree.penanda_tangan)
    if signer is None or decree.tanggal is None:
        raise ValueError(f"decree {decree.id} is not ready for JDIH")
    office = plan.office
    style = "Abstrak Kecil" if TOP in pages.breaks else "Abstrak"
    author = decree_author(office, signer)
    number = f"{decree.nomor} Tahun {decree.tanggal.year}"
    return Document(
        context={
            "subjek": (decree.subjek or _UNKNOWN).upper(),
            "tahun": decree.tanggal.year,
            "nomor": f"Keputusan {author} Nomor {number}, {extent} hlm.",
            "judul": f"Keputusan {author} tentang {decree.judul}".upper(),
            "abstrak": _flow(_summary(plan, decree), style),
            "catatan": _flow(_notes(decree, annex), style),
        },
        paper=office.letter_paper,
        title=f"Abstrak Keputusan {author} Nomor {number}",
        subject=decree.judul,
        author=office.name,
        keywords=f"Nomor {number}",
        stamp=stamp_of(office, decree.tanggal),
        keeps=(Keep(TOP, END),),
    )


def _flow(items: Iterator[RichText], style: str) -> Flow:
    return Flow(tuple(Paragraph(style, item) for item in items))


def _summary(plan: Plan, decree: Decree) -> Iterator[RichText]:
    yield decree.abstrak or RichText.of(
        f"Keputusan ini ditetapkan dengan pertimbangan {_why(decree)}."
    )
    bases = [_basis(plan, item, decree.tanggal) for item in decree.items(Part.RECALLING)]
    yield RichText.of(f"Dasar hukum Keputusan ini adalah {_list(bases)}.")
    rules = [_rule(item) for item in decree.items(Part.DICTUM) if not _starts(item)]
    yield RichText.of(f"Dalam Keputusan ini ditetapkan {_list(rules)}.")


def _why(decree: Decree) -> str:
    """The considerations but the closing one, which only sums them up."""
    items = decree.items(Part.CONSIDERING)
    reasons = [item for item in items if LETTERS_BEFORE not in item.isi.plain] or items
    return _list([_bare(item) for item in reasons])


def _basis(plan: Plan, item: Consideration, day: date | None) -> str:
    regulation = plan.regulation(item.peraturan)
    return (
        _bare(item)
        if regulation is None or item.isi
        else cite_regulation_briefly(regulation, plan, day)
    )


def _rule(item: Consideration) -> str:
    return _bare(item).removeprefix("Menetapkan ")


def _bare(item: Consideration) -> str:
    """The words of an item in one line, without the stop that ends it."""
    return " ".join(item.isi.plain.split()).rstrip(" ;.,")


def _list(items: Sequence[str]) -> str:
    """Items separated by semicolons, since they contain commas of their own."""
    return f"{'; '.join(items[:-1])}; dan {items[-1]}" if len(items) > 1 else "".join(items)


def _starts(item: Consideration) -> bool:
    return _IN_FORCE in item.isi.plain.casefold()


def _notes(decree: Decree, annex: int) -> Iterator[RichText]:
    yield RichText.of(f"{_in_force(decree)}.")
    yield RichText.of(f"Lampiran: {annex} halaman." if annex else "Keputusan ini tanpa lampiran.")


def _in_force(decree: Decree) -> str:
    """When the decree begins to hold: as its dictum says, with the date it was made."""
    day = f"tanggal {long_date(decree.tanggal)}" if decree.tanggal else ""
    dictum = next((item for item in decree.items(Part.DICTUM) if _starts(item)), None)
    if dictum is None:
        return f"Keputusan ini ditetapkan pada {day}"
    words = _bare(dictum)
    return f"{words}, yaitu {day}" if words.casefold().endswith("tanggal ditetapkan") else words
