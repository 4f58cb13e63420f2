"""The surveys of a year, the answers to each of their elements, and the sheets of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Origin, same_id
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


class SurveyKind(Enum):
    """What a survey asks about; the value is the workbook's word and the key of `surveys.toml`."""

    SATISFACTION = "Kepuasan masyarakat"
    CORRUPTION = "Persepsi korupsi"


@dataclass(frozen=True)
class Survey:
    """A survey, planned or held: `objek` is the service or unit, `tanggal` that of its report.

    `populasi` is how many people could have been asked; None where nobody counted them.
    """

    id: str
    jenis: SurveyKind
    objek: str
    mulai: date | None = None
    selesai: date | None = None
    cara: str = ""
    populasi: int | None = None
    penanda_tangan: str = ""
    tanggal: date | None = None
    origin: Origin = Origin()

    def named_in(self, reference: str) -> bool:
        """Whether its ID is a word of what a follow-up refers to: `SKM-1, unsur U3`."""
        return any(same_id(word, self.id) for word in re.split(r"[\s,;()]+", reference))


@dataclass(frozen=True)
class SurveyElement:
    """An element (unsur) of a survey with how many gave it 1, 2, 3 and 4; None is not counted."""

    survei: str
    unsur: str
    jawaban_1: int | None = None
    jawaban_2: int | None = None
    jawaban_3: int | None = None
    jawaban_4: int | None = None
    origin: Origin = Origin()

    @property
    def answers(self) -> tuple[int | None, ...]:
        """How many answered 1, 2, 3 and 4."""
        return (self.jawaban_1, self.jawaban_2, self.jawaban_3, self.jawaban_4)


ANSWER_KEYS = ("jawaban_1", "jawaban_2", "jawaban_3", "jawaban_4")
_MEANINGS = (
    "Jawaban yang terendah: tidak baik.",
    "Kurang baik.",
    "Baik.",
    "Jawaban yang tertinggi: sangat baik.",
)

SURVEI = Sheet(
    "survei",
    "Survei",
    "Survei kepuasan masyarakat dan survei persepsi korupsi, satu baris satu survei; yang baru "
    "direncanakan pun dicantumkan. Jawabannya diisikan di lembar Unsur Survei.",
    (
        Column("id", "ID", Kind.ID, "Pengenal survei.", required=True, example="SKM-1", width=12),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Kepuasan masyarakat memakai sembilan unsur baku; unsur survei persepsi korupsi "
            "ditentukan oleh kantor.",
            required=True,
            members=SurveyKind,
            width=22,
        ),
        Column(
            "objek",
            "Layanan atau unit",
            Kind.TEXT,
            "Yang disurvei.",
            required=True,
            width=40,
            example="Layanan pindah memilih",
        ),
        Column(
            "mulai", "Mulai", Kind.DATE, "Hari pertama survei.", width=18, example="2 Maret 2026"
        ),
        Column(
            "selesai",
            "Selesai",
            Kind.DATE,
            "Hari terakhir survei; sebelum hari itu isian yang kosong belum ditagih.",
            width=18,
            example="31 Maret 2026",
        ),
        Column(
            "cara",
            "Cara",
            Kind.TEXT,
            "Cara responden dipilih dan jawabannya dikumpulkan.",
            width=44,
            example="Kuesioner daring yang diisi setelah dilayani",
        ),
        Column(
            "populasi",
            "Populasi",
            Kind.INTEGER,
            "Banyaknya orang yang dilayani pada masa survei; boleh kosong.",
            width=12,
            example="240",
        ),
        Column(
            "penanda_tangan",
            "Penanda tangan",
            Kind.REF,
            "ID pejabat yang bertanggung jawab atas survei dan menandatangani laporannya.",
            refers=("pejabat",),
            width=16,
            example="SEKRETARIS",
        ),
        Column(
            "tanggal",
            "Tanggal laporan",
            Kind.DATE,
            "Tanggal laporan dan pengumuman; kosong: ditulis ketika ditandatangani.",
            width=18,
            example="8 April 2026",
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=Survey,
    owner="id",
)

UNSUR_SURVEI = Sheet(
    "unsur_survei",
    "Unsur Survei",
    "Banyaknya jawaban atas setiap unsur survei, satu baris satu unsur. Jumlah jawaban semua unsur "
    "sebuah survei sama, yaitu banyaknya responden.",
    (
        Column(
            "survei",
            "Survei",
            Kind.REF,
            "ID survei.",
            required=True,
            refers=(SURVEI.key,),
            example="SKM-1",
            width=12,
        ),
        Column(
            "unsur",
            "Unsur",
            Kind.TEXT,
            "Nama unsur. Untuk survei kepuasan masyarakat cukup U1 sampai dengan U9; naskahnya "
            "mencetak nama unsur itu.",
            required=True,
            example="U1",
            width=44,
        ),
        *(
            Column(
                key,
                f"Jawaban {value}",
                Kind.INTEGER,
                f"Banyaknya responden yang menjawab {value}; 0 bila tidak ada. {meaning}",
                example=example,
                width=12,
            )
            for value, (key, meaning, example) in enumerate(
                zip(ANSWER_KEYS, _MEANINGS, ("0", "6", "58", "36"), strict=True), start=1
            )
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    spare=60,
    record=SurveyElement,
    owner="survei",
)
