"""What the people of an office promise each year, and the interests that they declare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zi_docs.model.origin import Origin
from zi_docs.text import RichText


class PledgePaper(Enum):
    """A paper that each person signs; the value is what the workbook calls it."""

    PLEDGE = "Pakta Integritas"
    FREE = "Bebas benturan kepentingan"
    CONFLICT = "Potensi benturan kepentingan"
    FORM = "Formulir benturan kepentingan"


class PledgePart(Enum):
    """A part of such a paper; the value is what the workbook calls it."""

    OPENING = "Pembuka"
    ITEM = "Butir"
    CLOSING = "Penutup"


@dataclass(frozen=True)
class PledgeText:
    """A sentence of the papers of one kind, as the office words it."""

    naskah: PledgePaper
    bagian: PledgePart
    isi: RichText
    origin: Origin = Origin()


class InterestState(Enum):
    """Whether an official has interests that may conflict; the value is the workbook's word."""

    FREE = "Bebas"
    CONFLICT = "Potensi"


@dataclass(frozen=True)
class DeclaredInterest:
    """What an official declared: to be free, or one interest that may conflict with a duty."""

    pejabat: str
    keadaan: InterestState
    kepentingan: str = ""
    tugas: str = ""
    pengendalian: str = ""
    origin: Origin = Origin()
