"""The risks of an office's work, what is done about each month by month, and their sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Origin
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.plan_sheets import POSTS
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


class ControlState(Enum):
    """How the control of a risk stands at the end of a month; the value is the workbook's word."""

    WAITING = "Belum"
    RUNNING = "Berjalan"
    DONE = "Selesai"


@dataclass(frozen=True)
class Risk:
    """A risk of an activity: `kemungkinan` and `dampak` are 1 to 5, `rencana` is what controls it.

    `baris` is the ID of the row of the plan that it belongs to.
    """

    id: str
    kegiatan: str
    risiko: str
    tujuan: str = ""
    sebab: str = ""
    akibat: str = ""
    kemungkinan: int | None = None
    dampak: int | None = None
    pengendalian: str = ""
    rencana: str = ""
    pic: str = ""
    batas: date | None = None
    baris: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True)
class MonthlyControl:
    """What was done about the risk `risiko` in the month `bulan`, 1 to 12."""

    bulan: int
    risiko: str
    pelaksanaan: str = ""
    bukti: str = ""
    hambatan: str = ""
    keadaan: ControlState | None = None
    origin: Origin = Origin()


RISIKO = Sheet(
    "risiko",
    "Risiko",
    "Risiko kegiatan kantor, satu baris satu risiko. Register risiko, rencana tindak pengendalian, "
    "dan Kartu Kendali SPIP setiap bulan dibuat dari sini. Tingkat risiko dihitung program dari "
    "kemungkinan dan dampak, menurut skala di lembar Teks Naskah.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal risiko; tidak berubah walaupun baris dipindahkan.",
            required=True,
            example="RS-01",
            width=10,
        ),
        Column(
            "kegiatan",
            "Kegiatan",
            Kind.TEXT,
            "Kegiatan yang mengandung risiko itu.",
            required=True,
            width=34,
            example="Pemutakhiran data pemilih berkelanjutan",
        ),
        Column(
            "tujuan",
            "Tujuan kegiatan",
            Kind.TEXT,
            "Yang hendak dicapai dengan kegiatan itu.",
            width=34,
            example="Daftar pemilih mutakhir dan akurat",
        ),
        Column(
            "risiko",
            "Pernyataan risiko",
            Kind.TEXT,
            "Yang mungkin terjadi dan menghambat tujuan itu.",
            required=True,
            width=40,
            example="Data pemilih ganda lolos ke daftar pemilih",
        ),
        Column(
            "sebab",
            "Sebab",
            Kind.TEXT,
            "Mengapa hal itu dapat terjadi.",
            width=34,
            example="Data pembanding diterima terlambat",
        ),
        Column(
            "akibat",
            "Akibat",
            Kind.TEXT,
            "Apa akibatnya bila terjadi.",
            width=34,
            example="Daftar pemilih dipersoalkan",
        ),
        Column(
            "kemungkinan",
            "Kemungkinan",
            Kind.INTEGER,
            "Nilai 1 (hampir tidak terjadi) sampai dengan 5 (hampir pasti terjadi).",
            width=13,
            example="3",
            yearly=True,
        ),
        Column(
            "dampak",
            "Dampak",
            Kind.INTEGER,
            "Nilai 1 (tidak berarti) sampai dengan 5 (sangat berat).",
            width=10,
            example="4",
            yearly=True,
        ),
        Column(
            "pengendalian",
            "Pengendalian yang ada",
            Kind.TEXT,
            "Pengendalian yang sudah berjalan.",
            width=38,
            example="Pencocokan data setiap triwulan",
        ),
        Column(
            "rencana",
            "Rencana tindak pengendalian",
            Kind.TEXT,
            "Yang akan dilakukan untuk menurunkan kemungkinan atau dampaknya.",
            width=42,
            example="Meminta data pembanding paling lambat tanggal 5 setiap bulan",
        ),
        Column(
            "pic",
            "PIC",
            Kind.TEXT,
            "Penanggung jawab rencana itu.",
            width=24,
            example="Subbagian Perencanaan, Data, dan Informasi",
            offers=POSTS,
        ),
        Column(
            "batas",
            "Batas waktu",
            Kind.DATE,
            "Hari terakhir pelaksanaan rencana itu.",
            width=18,
            example="30 September 2026",
        ),
        Column(
            "baris",
            "Baris rencana aksi",
            Kind.REF,
            "ID baris rencana aksi yang bersangkutan; naskah mencetak nomor komponennya.",
            refers=("rencana_aksi",),
            width=14,
            example="RA-043",
            rare=True,
        ),
        NOTE,
    ),
    later=True,
    record=Risk,
)

KENDALI = Sheet(
    "kendali",
    "Kendali",
    "Yang dilaksanakan setiap bulan untuk mengendalikan risiko: isi Kartu Kendali SPIP bulan itu. "
    "Risiko yang belum tercantum untuk suatu bulan dicetak dengan kolom kosong untuk diisi.",
    (
        Column(
            "bulan",
            "Bulan",
            Kind.INTEGER,
            "Bulan 1 sampai dengan 12.",
            required=True,
            width=9,
            example="3",
        ),
        Column(
            "risiko",
            "Risiko",
            Kind.REF,
            "ID risiko.",
            required=True,
            refers=(RISIKO.key,),
            width=12,
            example="RS-01",
        ),
        Column(
            "pelaksanaan",
            "Pelaksanaan",
            Kind.TEXT,
            "Apa yang dilaksanakan pada bulan itu.",
            width=46,
            example="Data pembanding diterima tanggal 4 dan sudah dicocokkan.",
        ),
        Column(
            "bukti",
            "Bukti",
            Kind.TEXT,
            "Bukti pelaksanaannya.",
            width=36,
            example="Berita acara pencocokan data",
        ),
        Column(
            "hambatan",
            "Hambatan",
            Kind.TEXT,
            "Hambatan yang ditemui; kosong bila tidak ada.",
            width=36,
            example="Sebagian data belum bernomor induk.",
        ),
        Column(
            "keadaan",
            "Keadaan",
            Kind.CHOICE,
            f"{ControlState.WAITING.value}, {ControlState.RUNNING.value}, atau "
            f"{ControlState.DONE.value}. Risiko yang {ControlState.DONE.value} tidak dimuat lagi "
            "dalam kartu bulan-bulan berikutnya.",
            members=ControlState,
            width=12,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    spare=60,
    record=MonthlyControl,
)
