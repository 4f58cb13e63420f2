"""The interests that the people of an office declare each year, and their sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zi_docs.model import Origin
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


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


BENTURAN = Sheet(
    "benturan",
    "Benturan Kepentingan",
    "Yang dinyatakan setiap orang di lembar Pejabat tentang benturan kepentingan. Pernyataan orang "
    "yang belum tercantum di sini dicetak sebagai formulir bertanda KONSEP.",
    (
        Column(
            "pejabat",
            "Pejabat",
            Kind.REF,
            "ID pejabat yang menyatakan.",
            required=True,
            refers=("pejabat",),
            example="KETUA",
            width=16,
        ),
        Column(
            "keadaan",
            "Keadaan",
            Kind.CHOICE,
            f"{InterestState.FREE.value}: tidak mempunyai kepentingan yang dapat berbenturan; "
            f"{InterestState.CONFLICT.value}: satu baris untuk setiap kepentingan.",
            required=True,
            members=InterestState,
            width=14,
        ),
        Column(
            "kepentingan",
            "Hubungan atau kepentingan",
            Kind.TEXT,
            "Hubungan atau kepentingan yang dinyatakan.",
            example="saudara kandung memiliki usaha percetakan",
            width=46,
        ),
        Column(
            "tugas",
            "Tugas yang dapat terpengaruh",
            Kind.TEXT,
            "Tugas atau keputusan yang dapat dipengaruhi oleh kepentingan itu.",
            example="pengadaan barang cetakan",
            width=40,
        ),
        Column(
            "pengendalian",
            "Pengendalian",
            Kind.TEXT,
            "Yang disepakati dengan atasan untuk mencegah benturan itu.",
            example="tidak ikut menilai penawaran",
            width=46,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=DeclaredInterest,
    owner="pejabat",
)
