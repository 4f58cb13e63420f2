"""Checks of decrees whose texts name another author or place than signer and office give.

Heading, title line and copy follow the signer by themselves; a text of the workbook does so only
where it says `{penetap}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Decree, Office, Official, Plan, Voice
from zi_docs.wording.names import decree_author

# What a decree calls itself: `menetapkan Keputusan ... tentang`, `Keputusan ... ini`. A number
# between them cites some other decree.
_NAME = r"Keputusan\s+((?:(?!(?:nomor|tentang|ini|keputusan)\b)[^\s;:]+\s+){1,20}?)"
_ITSELF = re.compile(rf"(?:menetapkan\s+{_NAME}tentang\b|\b{_NAME}ini\b)", re.I)

_LEVELS = {"kab.": "kabupaten", "prov.": "provinsi"}


def check_decree_authors(plan: Plan) -> Iterator[Finding]:
    """A text that names the decree as another's than that of its signer."""
    for decree in plan.decrees:
        signer = plan.official(decree.penanda_tangan)
        if signer is None:
            continue
        allowed = _names(plan.office, signer)
        for text, place in _texts(plan, decree):
            for named in _named(text):
                if _plain(named) not in allowed:
                    yield _wrong_author(plan.office, signer, decree, named, place)


def check_decree_places(plan: Plan) -> Iterator[Finding]:
    """A place that stands in the row of a decree, such as another office's in a copied workbook."""
    seat = plan.office.kedudukan
    for decree in plan.decrees:
        if decree.tempat and decree.tempat.split() != seat.split():
            yield warning(
                "KEP-TEMPAT",
                f"Keputusan {decree.id} ditetapkan di {decree.tempat}, padahal tempat kedudukan "
                f"kantor pada lembar Instansi adalah {seat}. Kosongkan kolom Tempat agar mengikuti "
                "lembar Instansi, kecuali bila keputusan memang ditetapkan di tempat lain.",
                decree.origin.at("tempat"),
            )


def _names(office: Office, signer: Official) -> frozenset[str]:
    """How a text may name who decrees, in small letters: in full, briefly, without the region."""
    post = "" if signer.atas_nama is Voice.OFFICE else f"{signer.jabatan} "
    offices = (office.name, office.short_name, office.lembaga, office.singkatan)
    names = [decree_author(office, signer), *(f"{post}{name}" for name in offices)]
    return frozenset(_plain(name) for name in (*names, post))


def _plain(name: str) -> str:
    """A name as it is compared: in small letters, the level of the region written out."""
    words = name.casefold().split()
    return " ".join(_LEVELS.get(word, word) for word in words)


def _named(text: str) -> Iterator[str]:
    for match in _ITSELF.finditer(text):
        name = (match[1] or match[2] or "").strip()
        # `Keputusan yang ... Keputusan ini` names nobody.
        if name[:1].isupper():
            yield name


def _texts(plan: Plan, decree: Decree) -> Iterator[tuple[str, Place]]:
    """Every text of a decree that is printed, with its cell."""
    for key in ("judul", "judul_lampiran", "abstrak"):
        yield str(getattr(decree, key)), decree.origin.at(key)
    for item in decree.considerations:
        yield item.isi.plain, item.origin.at("isi")
    for passage in decree.narrative:
        yield passage.isi.plain, passage.origin.at("isi")
    for seat in plan.team(decree):
        yield seat.tugas.plain, seat.origin.at("tugas")


def _wrong_author(
    office: Office, signer: Official, decree: Decree, named: str, place: Place
) -> Finding:
    return warning(
        "KEP-PENETAP",
        f"Teks ini menyebut Keputusan {named}, padahal keputusan {decree.id} ditandatangani "
        f"{signer.jabatan} sehingga menjadi Keputusan {decree_author(office, signer)}. Tuliskan "
        "Keputusan {penetap} agar mengikuti penanda tangannya, atau betulkan penanda tangannya.",
        place,
    )


CHECKS = (check_decree_authors, check_decree_places)
