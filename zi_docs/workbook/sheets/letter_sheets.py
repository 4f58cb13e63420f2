"""Letters that no meeting brings with it: surat tugas, nota dinas, surat pengantar; their sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Meeting, Origin, Signing
from zi_docs.text import RichText
from zi_docs.workbook.sheets.decree_sheets import NOTE, SIGNING
from zi_docs.workbook.sheets.meeting_sheets import RAPAT
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


class LetterKind(Enum):
    """A kind of letter; the value is the workbook's word."""

    ASSIGNMENT = "Surat Tugas"
    NOTE = "Nota Dinas"
    COVERING = "Surat Pengantar"


@dataclass(frozen=True)
class Letter:
    """A letter: `kepada` are those assigned or addressed, `isi` tasks, paragraphs or what is sent.

    `rapat` is the meeting that it is about: what the letter does not say of day and place is said
    there.
    """

    id: str
    jenis: LetterKind
    perihal: str
    kepada: tuple[str, ...] = ()
    penanda_tangan: str = ""
    dasar: RichText = RichText()
    isi: RichText = RichText()
    rapat: str = ""
    mulai: date | None = None
    selesai: date | None = None
    tempat: str = ""
    nomor: str = ""
    tanggal: date | None = None
    klasifikasi: str = ""
    sifat: str = Meeting.sifat
    lampiran: str = ""
    tembusan: str = ""
    tanda_tangan: Signing = Signing.WET
    origin: Origin = Origin()


SURAT = Sheet(
    "surat",
    "Surat",
    "Surat tugas, nota dinas, dan surat pengantar, satu baris satu surat. Undangan rapat dibuat "
    "dari lembar Rapat.",
    (
        Column("id", "ID", Kind.ID, "Pengenal surat.", required=True, example="ST-01", width=12),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Jenis surat. Surat pengantar memakai pola nomor Surat Dinas.",
            required=True,
            members=LetterKind,
            width=18,
        ),
        Column(
            "perihal",
            "Hal",
            Kind.TEXT,
            "Hal surat.",
            required=True,
            width=44,
            example="Mengikuti bimbingan teknis pengelolaan SP4N-LAPOR!",
        ),
        Column(
            "kepada",
            "Kepada",
            Kind.REFS,
            "Yang ditugasi atau dituju: ID pejabat, ID peserta, atau nama kelompok, dipisahkan "
            "titik koma. Tujuan lain boleh disebut dengan nama atau jabatannya.",
            refers=("pejabat", "peserta", "Kelompok"),
            guests=True,
            width=34,
            example="KSB-HUKUM; STAF-1",
        ),
        Column(
            "penanda_tangan",
            "Penanda tangan",
            Kind.REF,
            "ID pejabat.",
            refers=("pejabat",),
            width=16,
            example="SEKRETARIS",
        ),
        Column(
            "dasar",
            "Dasar",
            Kind.RICH,
            "Dasar surat tugas, satu baris satu butir.",
            width=40,
            example="Surat Undangan Nomor 5 tanggal 2 Maret 2026",
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Surat tugas: tugasnya, satu baris satu butir. Nota dinas: paragrafnya. Surat "
            "pengantar: yang dikirim, satu baris satu butir: naskah | banyaknya | keterangan.",
            width=54,
            example="Laporan monev triwulan I | 1 berkas | untuk diketahui",
        ),
        Column(
            "rapat",
            "Rapat",
            Kind.REF,
            "ID rapat atau kegiatan yang diikuti; hari dan tempatnya diambil dari sana.",
            refers=(RAPAT.key,),
            width=12,
            example="R-01",
        ),
        Column(
            "mulai",
            "Mulai",
            Kind.DATE,
            "Hari pertama tugas.",
            width=18,
            example="9 Maret 2026",
        ),
        Column(
            "selesai",
            "Selesai",
            Kind.DATE,
            "Hari terakhir tugas; kosong: sehari.",
            width=18,
            example="10 Maret 2026",
        ),
        Column("tempat", "Tempat", Kind.TEXT, "Tempat tugas.", width=30, example="Jambi"),
        Column(
            "nomor",
            "Nomor",
            Kind.TEXT,
            "Nomor surat.",
            width=26,
            example="3/PW.02-ST/1504/2026",
        ),
        Column(
            "tanggal",
            "Tanggal",
            Kind.DATE,
            "Tanggal surat.",
            width=18,
            example="5 Maret 2026",
        ),
        *(RAPAT.by_key[key] for key in ("klasifikasi", "sifat", "lampiran", "tembusan")),
        SIGNING,
        NOTE,
    ),
    later=True,
    yearly=True,
    record=Letter,
    owner="id",
)
