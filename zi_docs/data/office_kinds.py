"""The kinds of office that a new workbook can be written for, and an office by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.agencies import fresh_words

DEFAULT_KIND = "kpu-kabupaten"

_LEVELS = {
    "kabupaten": "Kabupaten", "kab.": "Kabupaten", "kab": "Kabupaten", "kota": "Kota",
    "provinsi": "Provinsi", "propinsi": "Provinsi", "prov.": "Provinsi", "prov": "Provinsi",
}  # fmt: skip
# Short names that stay in capitals when a name is typed in one case throughout.
_CAPITALS = {"dki": "DKI", "di": "DI"}


class OfficeNameError(ValueError):
    """A name from which no office can be told; the message is Indonesian."""


@dataclass(frozen=True)
class OfficeKind:
    """A kind of office: its level, where it sits, and who works in its secretariat.

    `words` are those of `fresh_words` with the posts of the kind; `pic` gives the post (jabatan)
    by role; `penyalin` and `pemaraf` are IDs of officials.
    """

    name: str
    tingkat: str
    kedudukan: str
    words: Mapping[str, Any]
    pic: Mapping[str, str]
    penyalin: str
    pemaraf: tuple[str, ...]


@dataclass(frozen=True)
class OfficeName:
    """An office as it is named: `KPU Kabupaten Batang Hari`. `tingkat` is empty when not named."""

    lembaga: str
    singkatan: str
    tingkat: str
    wilayah: str


@dataclass(frozen=True)
class NewOffice:
    """What is known of the office that a workbook is written for; what is not, is None or empty.

    `names` are those of officials by their IDs.
    """

    kind: OfficeKind
    name: OfficeName | None = None
    tahun: int | None = None
    kedudukan: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def office_kinds() -> tuple[str, ...]:
    """The names of the kinds: `kpu-kabupaten`."""
    return tuple(shipped("offices")["jenis"])


@cache
def office_kind(name: str) -> OfficeKind:
    """A kind of office by one of the names in `office_kinds`."""
    texts = shipped("offices")
    kind = texts["jenis"][name]
    staff = texts["sekretariat"][kind["sekretariat"]]
    words = fresh_words()
    posts: Sequence[Mapping[str, Any]] = (*words["pejabat"], *staff["pejabat"])
    titles = {post["id"]: post["jabatan"] for post in posts}
    own = {key: staff[key] for key in ("kepala-unit", "pegawai")}
    return OfficeKind(
        name,
        kind["tingkat"],
        kind.get("kedudukan", ""),
        {**words, **own, "pejabat": posts},
        {role: titles[key] for role, key in staff["pic"].items()},
        staff["penyalin"],
        tuple(staff["pemaraf"]),
    )


def named_office(text: str) -> OfficeName:
    """The parts of an office's name. Raises OfficeNameError when agency or region is missing."""
    agency, rest = _agency(" ".join(text.split()))
    first, _, region = rest.partition(" ")
    level = _LEVELS.get(first.casefold(), "")
    wilayah = _cased(region if level else rest)
    if not wilayah:
        raise OfficeNameError(f"“{text}” tidak menyebut nama wilayah")
    return OfficeName(agency["nama"], agency["singkatan"], level, wilayah)


def election_body(lembaga: str) -> bool:
    """Whether an agency holds elections, so that the rules of Komisi Pemilihan Umum bind it."""
    name = lembaga.strip().casefold()
    return any(name == agency["nama"].casefold() for agency in shipped("offices")["lembaga"])


def _agency(text: str) -> tuple[Mapping[str, str], str]:
    agencies: Sequence[Mapping[str, str]] = shipped("offices")["lembaga"]
    for agency in agencies:
        for name in (agency["nama"], agency["singkatan"]):
            match = re.match(rf"{re.escape(name)}(?:\s+|$)", text, re.I)
            if match:
                return agency, text[match.end() :]
    known = " atau ".join(agency["singkatan"] for agency in agencies)
    raise OfficeNameError(
        f"“{text}” tidak diawali {known}; untuk lembaga lain isilah lembar Instansi sendiri"
    )


def _cased(name: str) -> str:
    """A name as it is written: one in capitals or small letters throughout gets its capitals."""
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(
        _CAPITALS.get(word.casefold(), "-".join(part.capitalize() for part in word.split("-")))
        for word in name.split()
    )


def kind_of_level(tingkat: str) -> OfficeKind:
    """The first kind of a level (Kabupaten, Kota, Provinsi)."""
    kinds = (office_kind(name) for name in office_kinds())
    return next(kind for kind in kinds if kind.tingkat == tingkat)


def seat_of(kind: OfficeKind, wilayah: str) -> str:
    """Where an office of a region sits; empty when that is not known."""
    if kind.kedudukan == "wilayah":
        return wilayah
    if kind.kedudukan == "ibu-kota":
        capitals: Mapping[str, str] = shipped("offices")["ibu_kota"]
        folded = {name.casefold(): seat for name, seat in capitals.items()}
        return folded.get(wilayah.casefold(), "")
    return ""
