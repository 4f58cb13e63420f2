"""The register of complaints and of reports through the WBS, and its sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from zi_docs.data import shipped
from zi_docs.model import Origin
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


class ComplaintKind(Enum):
    """What came in; the value is the workbook's word."""

    COMPLAINT = "Pengaduan"
    WHISTLE = "WBS"


class Channel(Enum):
    """How it came in; the value is the workbook's word."""

    LAPOR = "SP4N-LAPOR!"
    WBS = "Aplikasi WBS"
    BOX = "Kotak pengaduan"
    MAIL = "Surat atau surel"
    PHONE = "Telepon atau WhatsApp"
    IN_PERSON = "Datang langsung"
    INSPECTORATE = "Inspektorat"
    OTHER = "Lainnya"


class ComplaintState(Enum):
    """How it stands; `NOTHING` states that in this quarter nothing of the kind came in."""

    RECEIVED = "Diterima"
    IN_HAND = "Diproses"
    FORWARDED = "Diteruskan"
    CLOSED = "Selesai"
    NOTHING = "Nihil"


@dataclass(frozen=True)
class Complaint:
    """A line of the register, which names no person.

    `dijawab` is the day on which it was answered, `batas` the last day for that.
    """

    id: str
    jenis: ComplaintKind
    masuk: date
    keadaan: ComplaintState
    saluran: Channel | None = None
    perihal: str = ""
    batas: date | None = None
    dijawab: date | None = None
    tindak_lanjut: str = ""
    origin: Origin = Origin()

    @property
    def due(self) -> date | None:
        """The last day for an answer: the office's, else that of its kind; None without any."""
        days = answer_days().get(self.jenis)
        return self.batas or (None if days is None else self.masuk + timedelta(days=days))


@cache
def answer_days() -> dict[ComplaintKind, int]:
    """The days for an answer by kind, where the office sets no day itself."""
    return {ComplaintKind(row["jenis"]): row["hari"] for row in shipped("answer_days")["batas"]}


PENGADUAN = Sheet(
    "pengaduan",
    "Pengaduan",
    "Register pengaduan masyarakat dan laporan WBS, satu baris satu pengaduan, tanpa nama, NIK, "
    "atau nomor telepon siapa pun. Bila pada satu triwulan tidak ada yang masuk, nyatakanlah "
    "dengan satu baris berkeadaan Nihil; tanpa itu rekapitulasinya bertanda KONSEP.",
    (
        Column(
            "id",
            "No. register",
            Kind.ID,
            "Nomor register; tidak berubah.",
            required=True,
            example="ADU-001",
            width=12,
        ),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Pengaduan masyarakat, atau laporan pelanggaran melalui WBS.",
            required=True,
            members=ComplaintKind,
            width=13,
        ),
        Column(
            "masuk",
            "Tanggal masuk",
            Kind.DATE,
            "Tanggal diterima. Pada baris Nihil: tanggal mana pun dalam triwulan itu.",
            required=True,
            example="12 Mei 2026",
            width=18,
        ),
        Column(
            "saluran",
            "Saluran",
            Kind.CHOICE,
            "Melalui apa diterima.",
            members=Channel,
            width=24,
        ),
        Column(
            "perihal",
            "Perihal",
            Kind.TEXT,
            "Pokoknya secara ringkas, tanpa nama orang.",
            example="Informasi jadwal layanan tidak diperbarui",
            width=46,
        ),
        Column(
            "batas",
            "Batas jawab",
            Kind.DATE,
            "Hari terakhir menjawab. Pengaduan yang tidak menyebutnya dihitung 14 hari sejak "
            "tanggal masuk; angka itu belum diperiksa pada peraturannya. Laporan WBS tidak "
            "mempunyai batas bawaan.",
            example="26 Mei 2026",
            width=18,
        ),
        Column(
            "dijawab",
            "Tanggal dijawab",
            Kind.DATE,
            "Tanggal jawaban atau tanggapan disampaikan.",
            example="20 Mei 2026",
            width=18,
        ),
        Column(
            "keadaan",
            "Keadaan",
            Kind.CHOICE,
            "Diterima, Diproses, Diteruskan kepada yang berwenang, Selesai; Nihil: tidak ada yang "
            "masuk pada triwulan itu.",
            required=True,
            members=ComplaintState,
            width=14,
        ),
        Column(
            "tindak_lanjut",
            "Tindak lanjut",
            Kind.TEXT,
            "Apa yang sudah atau akan dilakukan, tanpa nama orang.",
            example="Jadwal layanan di laman diperbarui.",
            width=46,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=Complaint,
)
