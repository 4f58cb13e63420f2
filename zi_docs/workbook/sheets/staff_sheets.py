"""What employees learn and whom the assessors find exemplary, and the sheets of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Origin
from zi_docs.monev.periods import Cycle, Period, periods_of
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


class TrainingState(Enum):
    """How a training stands; the value is the workbook's word."""

    PLANNED = "Direncanakan"
    DONE = "Selesai"
    CANCELLED = "Batal"


class TrainingKind(Enum):
    """By which way somebody learns; the value is the workbook's word."""

    COURSE = "Diklat"
    GUIDANCE = "Bimbingan teknis"
    SEMINAR = "Seminar atau lokakarya"
    COACHING = "Pendampingan"
    INTERNSHIP = "Magang"


@dataclass(frozen=True)
class Training:
    """What an official needs to learn, why, and what came of it.

    `bulan` is the month for which it is planned, 1 to 12; `jam` are hours of lessons.
    """

    pejabat: str
    diklat: str
    jenis: TrainingKind | None = None
    alasan: str = ""
    bulan: int | None = None
    penyelenggara: str = ""
    keadaan: TrainingState = TrainingState.PLANNED
    mulai: date | None = None
    selesai: date | None = None
    jam: int | None = None
    sertifikat: str = ""
    hasil: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True)
class Assessment:
    """The marks of one assessor for a candidate in a period, 0 to 100 each.

    `terpilih`: this candidate was chosen; it is said once, on any row of his.
    """

    periode: str
    calon: str
    penilai: str
    nilai_1: float | None = None
    nilai_2: float | None = None
    nilai_3: float | None = None
    nilai_4: float | None = None
    nilai_5: float | None = None
    terpilih: bool = False
    origin: Origin = Origin()

    @property
    def marks(self) -> tuple[float | None, ...]:
        """The marks by criterion."""
        return (self.nilai_1, self.nilai_2, self.nilai_3, self.nilai_4, self.nilai_5)


CRITERIA = "Kriteria pegawai teladan"
"""What the sheet Teks Naskah calls the criteria, an item each."""
CRITERION_COUNT = 5
_ANY_YEAR = 2000
_PERIODS = {
    period.long_name.removesuffix(f" {_ANY_YEAR}").removesuffix(" Tahun"): period
    for period in periods_of(_ANY_YEAR)
    if period.cycle is not Cycle.MONTH
}


def assessed_period(word: str, year: int) -> Period:
    """The period that a choice of the column Periode names. Raises KeyError for another word."""
    period = _PERIODS[word]
    return Period(year, period.cycle, period.number)


def _mark(number: int) -> Column:
    return Column(
        f"nilai_{number}",
        f"Nilai {number}",
        Kind.NUMBER,
        f"Nilai 0 sampai dengan 100 untuk kriteria ke-{number} ({CRITERIA} di lembar Teks Naskah).",
        width=9,
        example="85",
    )


DIKLAT = Sheet(
    "diklat",
    "Diklat",
    "Kebutuhan pengembangan kompetensi pegawai dan pelaksanaannya, satu baris satu pegawai dan "
    "satu diklat.",
    (
        Column(
            "pejabat",
            "Pegawai",
            Kind.REF,
            "ID di lembar Pejabat.",
            required=True,
            refers=("pejabat",),
            width=14,
            example="STAF-1",
        ),
        Column(
            "diklat",
            "Diklat",
            Kind.TEXT,
            "Kompetensi atau diklat yang dibutuhkan.",
            required=True,
            width=42,
            example="Pengadaan barang/jasa pemerintah tingkat dasar",
        ),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Jenis pengembangan kompetensi.",
            members=TrainingKind,
            width=20,
        ),
        Column(
            "alasan",
            "Kesenjangan kompetensi",
            Kind.TEXT,
            "Mengapa dibutuhkan: kompetensi yang dituntut jabatan dan yang belum dimiliki.",
            width=42,
            example="Belum bersertifikat, sedangkan jabatannya menuntut sertifikat",
        ),
        Column(
            "bulan",
            "Bulan rencana",
            Kind.INTEGER,
            "Bulan 1 sampai dengan 12 yang direncanakan.",
            width=10,
            example="5",
            yearly=True,
        ),
        Column(
            "penyelenggara",
            "Penyelenggara",
            Kind.TEXT,
            "Yang menyelenggarakan.",
            width=30,
            example="LKPP",
        ),
        Column(
            "keadaan",
            "Keadaan",
            Kind.CHOICE,
            f"{TrainingState.PLANNED.value}, {TrainingState.DONE.value} (sudah diikuti), atau "
            f"{TrainingState.CANCELLED.value}.",
            members=TrainingState,
            default=Training.keadaan.value,
            width=14,
        ),
        Column(
            "mulai",
            "Mulai",
            Kind.DATE,
            "Hari pertama pelaksanaan.",
            width=18,
            example="11 Mei 2026",
        ),
        Column(
            "selesai",
            "Selesai",
            Kind.DATE,
            "Hari terakhir pelaksanaan; kosong: sehari.",
            width=18,
            example="15 Mei 2026",
        ),
        Column("jam", "JP", Kind.INTEGER, "Banyaknya jam pelajaran.", width=7, example="40"),
        Column(
            "sertifikat",
            "Sertifikat/bukti",
            Kind.TEXT,
            "Nomor sertifikat atau bukti lain.",
            width=26,
            example="Sertifikat Nomor 123/2026",
        ),
        Column(
            "hasil",
            "Penerapan hasil",
            Kind.TEXT,
            "Apa yang sudah diterapkan di tempat kerja, menurut atasan langsung.",
            width=42,
            example="Menyusun harga perkiraan sendiri tanpa pendampingan",
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=Training,
)

TELADAN = Sheet(
    "teladan",
    "Pegawai Teladan",
    "Nilai calon pegawai teladan dari setiap penilai, satu baris satu calon dan satu penilai. "
    "Jumlah dan peringkatnya dihitung program.",
    (
        Column(
            "periode",
            "Periode",
            Kind.CHOICE,
            "Periode penilaian.",
            required=True,
            choices=tuple(_PERIODS),
            width=14,
        ),
        Column(
            "calon",
            "Calon",
            Kind.REF,
            "ID di lembar Pejabat.",
            required=True,
            refers=("pejabat",),
            width=14,
            example="STAF-1",
        ),
        Column(
            "penilai",
            "Penilai",
            Kind.TEXT,
            "Yang menilai: jabatan atau namanya.",
            required=True,
            offers="pejabat.jabatan",
            width=30,
            example="Sekretaris",
        ),
        *(_mark(number) for number in range(1, CRITERION_COUNT + 1)),
        Column(
            "terpilih",
            "Ditetapkan",
            Kind.MARK,
            "Tanda √ pada satu baris calon yang ditetapkan sebagai pegawai teladan.",
            width=11,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=Assessment,
)
