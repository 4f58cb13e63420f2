"""The regulations that the program knows, with their dates, as `regulations.toml` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from zi_docs.data import UNWRITTEN, shipped
from zi_docs.model import Regulation

# The keys of an entry that are columns of the sheet Peraturan; the others are for checks alone.
_COLUMNS = (
    "id", "jenis", "nomor", "tahun", "tentang", "ln_tahun", "ln_nomor", "tln_nomor", "bn_tahun",
    "bn_nomor", "diubah", "frasa", "status", "catatan",
)  # fmt: skip
_STATE = " republik indonesia"
_FRESH = timedelta(days=366)


@dataclass(frozen=True)
class KnownRegulation:
    """A regulation with what checks know of it beyond its citation.

    `uncertain` are the keys whose values nobody could look up; they are never held against a
    user. `ends` is the last year of its period, `replaced_by` and `amended_by` are IDs. What is
    `of_elections` only decrees of election bodies cite.
    """

    cited: Regulation
    valid_from: date | None = None
    ends: int | None = None
    replaced_by: str = ""
    titles: tuple[str, ...] = ()
    uncertain: frozenset[str] = frozenset()
    customary_for: str = ""
    of_elections: bool = False
    source: str = ""
    verified: date | None = None

    @property
    def amended_by(self) -> str:
        """The ID of its last amendment."""
        return self.cited.diubah

    def in_force(self, day: date) -> bool:
        """Whether it was in force on a day; by its year where its day is not known."""
        if self.valid_from is not None and "berlaku" not in self.uncertain:
            return self.valid_from <= day
        return self.cited.tahun <= day.year

    def stale(self, day: date) -> bool:
        """Whether it was verified more than a year before a day."""
        return self.verified is not None and day - self.verified > _FRESH


def known_regulation(jenis: str, nomor: str, tahun: int) -> KnownRegulation | None:
    """The regulation of a kind, number and year; None where the program knows none."""
    return _by_name().get((folded_kind(jenis), nomor.strip().casefold(), tahun))


def known_by_id(key: str) -> KnownRegulation | None:
    """The regulation of an ID of the list."""
    return _by_id().get(key)


def regulations_titled(jenis: str, tentang: str) -> tuple[KnownRegulation, ...]:
    """The regulations of a kind with a title, in whatever capitals."""
    kind, title = folded_kind(jenis), " ".join(tentang.split()).casefold()
    return tuple(
        known
        for known in _by_id().values()
        if folded_kind(known.cited.jenis) == kind
        and title in {" ".join(name.split()).casefold() for name in known.titles}
    )


def customary_regulations(lembaga: str) -> tuple[KnownRegulation, ...]:
    """The regulations that decrees of an agency customarily cite."""
    name = lembaga.strip().casefold()
    return tuple(r for r in _by_id().values() if r.customary_for.casefold() == name != "")


def regulation_rows(cited: Iterable[str]) -> list[Mapping[str, Any]]:
    """The rows of the sheet Peraturan for these IDs and all that amends them, in list order.

    A title that nobody could look up is left for the office to write: its decree is a draft until
    then, and the note says what the title is reported to be.
    """
    entries = {str(entry["id"]): entry for entry in shipped("regulations")["peraturan"]}
    wanted: set[str] = set()
    following = list(cited)
    while following:
        key = following.pop()
        if key not in wanted:
            wanted.add(key)
            following += [entries[key]["diubah"]] if "diubah" in entries[key] else []
    return [
        {**{column: entry[column] for column in _COLUMNS if column in entry}, **_doubt(entry)}
        for key, entry in entries.items()
        if key in wanted
    ]


def _doubt(entry: Mapping[str, Any]) -> Mapping[str, str]:
    """The cells of a row whose title is not certain."""
    if "tentang" not in entry.get("belum_pasti", ()):
        return {}
    note = (
        f"Belum diperiksa: judul menurut {entry['sumber'].partition(';')[0]}: "
        f"“{entry['tentang']}”. Isilah kolom Tentang menurut naskah resminya."
    )
    return {"tentang": UNWRITTEN, "catatan": note}


def folded_kind(jenis: str) -> str:
    """A kind of regulation for comparing: without case, and without the name of the state."""
    kind = " ".join(jenis.split()).casefold()
    kind = kind.replace(_STATE, "")
    return _SHORT_KINDS.get(kind, kind)


_MINISTRY = "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi"
# How running text shortens kinds of regulations.
_SHORT_KINDS = {
    "uu": "undang-undang",
    "pp": "peraturan pemerintah",
    "perpres": "peraturan presiden",
    "permenpanrb": _MINISTRY,
    "permenpan": _MINISTRY,
    "permenpan rb": _MINISTRY,
    "permenpan-rb": _MINISTRY,
    "permen panrb": _MINISTRY,
    "permen pan rb": _MINISTRY,
    "permen pan-rb": _MINISTRY,
    "permen pan dan rb": _MINISTRY,
    "peraturan menteri": _MINISTRY,
    "peraturan menteri panrb": _MINISTRY,
    "peraturan menteri pan rb": _MINISTRY,
    "peraturan menteri pan-rb": _MINISTRY,
    "peraturan menteri pan dan rb": _MINISTRY,
    "pkpu": "peraturan komisi pemilihan umum",
    "peraturan kpu": "peraturan komisi pemilihan umum",
    "perkpk": "peraturan komisi pemberantasan korupsi",
    "peraturan kpk": "peraturan komisi pemberantasan korupsi",
    "perbpkp": "peraturan badan pengawasan keuangan dan pembangunan",
    "peraturan bpkp": "peraturan badan pengawasan keuangan dan pembangunan",
    "peraturan dkpp": "peraturan dewan kehormatan penyelenggara pemilihan umum",
    # A slip that is seen often; the body has one name.
    "peraturan dewan kehormatan penyelenggaraan pemilihan umum": (
        "peraturan dewan kehormatan penyelenggara pemilihan umum"
    ),
}


@cache
def _by_id() -> Mapping[str, KnownRegulation]:
    return {str(entry["id"]): _known(entry) for entry in shipped("regulations")["peraturan"]}


@cache
def _by_name() -> Mapping[tuple[str, str, int], KnownRegulation]:
    return {
        (folded_kind(r.cited.jenis), r.cited.nomor.casefold(), r.cited.tahun): r
        for r in _by_id().values()
    }


def _known(entry: Mapping[str, Any]) -> KnownRegulation:
    cited = Regulation(**{k: entry[k] for k in _COLUMNS if k in entry and k != "catatan"})
    return KnownRegulation(
        cited,
        valid_from=entry.get("berlaku"),
        ends=entry.get("berakhir"),
        replaced_by=entry.get("dicabut", ""),
        titles=(cited.tentang, *entry.get("judul_lain", ())),
        uncertain=frozenset(entry.get("belum_pasti", ())),
        customary_for=entry.get("lazim_bagi", ""),
        of_elections=entry.get("pemilu", False),
        source=entry.get("sumber", ""),
        verified=entry.get("diperiksa"),
    )
