"""The fonts that papers ask for and that a PDF embeds: what is said where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Office
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.pdf.readers import mapped_pdf
from zi_docs.wording.lists import enumeration

# A subset of a font bears six capitals and a plus sign before its name.
_NAME = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_SUBSET = re.compile(r"^/?(?:[A-Z]{6}\+)?")


def embedded_fonts(pdf: bytes) -> tuple[str, ...]:
    """The PostScript names of the fonts in a PDF, such as `URWBookman-Light`, in order."""
    # Where its objects stand open they need not be read one by one.
    names = {name.decode("latin-1") for name in _NAME.findall(pdf)} or _packed_fonts(pdf)
    return tuple(sorted(names))


def _packed_fonts(pdf: bytes) -> set[str]:
    import pikepdf

    with mapped_pdf(pdf) as document:
        return {
            _SUBSET.sub("", str(thing.FontName))
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        }


def substitution(
    pdf: bytes, family: str, place: Place, fonts: FontSubstitutes = DEFAULT_SUBSTITUTES
) -> list[Finding]:
    """A finding where a PDF is set in another family than was asked for, nor one as wide."""
    names = embedded_fonts(pdf)
    fitting = tuple(_folded(name) for name in (family, *fonts.stand_ins.get(family, ())))
    if not names or any(_folded(name).startswith(fitting) for name in names):
        return []
    return [
        warning(
            "HURUF-GANTI",
            f"PDF ini tersusun dengan huruf {enumeration(names)}, bukan {family}, sehingga baris "
            f"dan halamannya dapat berbeda. Pasanglah huruf {family}, atau pilih huruf lain di "
            "lembar Tata Letak, lalu ulangi perintahnya.",
            place,
        )
    ]


def absent_fonts(office: Office) -> Iterator[Finding]:
    """A warning for each font of the office's papers that no installed one can stand in for."""
    wanted = {
        "keputusan_huruf": office.decree_paper.font,
        "surat_huruf": office.letter_paper.font,
    }
    absent = DEFAULT_SUBSTITUTES.missing(set(wanted.values()))
    for key, family in wanted.items():
        if family in absent:
            yield warning(
                "HURUF-TIADA",
                f"Huruf {family} dan penggantinya tidak terpasang, sehingga PDF memakai huruf "
                "lain; pasanglah huruf itu atau pilih huruf lain.",
                office.origin.at(key),
            )


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
