"""The action plan: its rows, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.model.origin import Origin
from zi_docs.text import RichText


@dataclass(frozen=True)
class Activity:
    """One row of the action plan; `bulan` holds the marked months, 1 to 12."""

    id: str
    area: str
    komponen: RichText
    indikator: RichText
    langkah_aksi: RichText
    bukti: RichText
    bulan: frozenset[int] = frozenset()
    target: str = ""
    pic: str = ""
    lke: str = ""
    origin: Origin = Origin()


OPEN = "Belum"
CLOSED = "Selesai"
"""How a follow-up stands, as the sheet Realisasi says it."""


@dataclass(frozen=True)
class Realisation:
    """What came of a row of the plan in a month that is marked for it.

    `bulan_lapor` is the month in which it was reported, when that is a later one: a row overdue
    since January and done in March has one record of January and another reported in March.

    `tindak_lanjut` says what follows a recommendation, planned or done; `keadaan` says which
    (`CLOSED` when it is done), `selesai` the day on which it was done.
    """

    baris: str
    bulan: int
    bulan_lapor: int | None = None
    persen: float | None = None
    uraian: RichText = RichText()
    bukti_ada: str = ""
    tautan: str = ""
    kendala: str = ""
    rekomendasi: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas: date | None = None
    keadaan: str = ""
    selesai: date | None = None
    origin: Origin = Origin()

    @property
    def reported(self) -> int:
        """The month in which it was reported."""
        return self.bulan_lapor or self.bulan
