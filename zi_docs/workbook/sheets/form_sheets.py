"""The columns of a monitoring form, on paper and on a screen (NASKAH section 5).

Everything that names them reads this declaration: the header and the rows of the paper, the
columns that an office may leave out, the answers that a filled form gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet


@dataclass(frozen=True)
class FormColumn:
    """A column of the form on paper.

    The template prints it as `kolom.<key>` and `baris.<key>`. `answers` are the keys of the
    columns of Realisasi whose values it shows; without `optional` it is always there.
    """

    key: str
    title: str
    optional: bool = True
    answers: tuple[str, ...] = ()


FORM_COLUMNS = (
    FormColumn("nomor", "No", optional=False),
    FormColumn("komponen", "Komponen", optional=False),
    FormColumn("indikator", "Indikator"),
    FormColumn("langkah_aksi", "Langkah Aksi", optional=False),
    FormColumn("target", "Target"),
    FormColumn("bulan", "Bulan", optional=False),
    FormColumn("realisasi", "Realisasi", answers=("uraian",)),
    FormColumn("persen", "%", answers=("persen",)),
    FormColumn("bukti", "Bukti Dukung", answers=("bukti_ada", "tautan")),
    FormColumn("kendala", "Kendala", answers=("kendala",)),
    FormColumn(
        "rekomendasi",
        "Rekomendasi/Tindak Lanjut",
        answers=("rekomendasi", "tindak_lanjut", "keadaan", "selesai"),
    ),
    FormColumn("pic", "PIC", answers=("pic",)),
    FormColumn("batas", "Batas Waktu", answers=("batas",)),
)
OPTIONAL_TITLES = tuple(column.title for column in FORM_COLUMNS if column.optional)
FIXED_TITLES = tuple(column.title for column in FORM_COLUMNS if not column.optional)


def chosen_columns(titles: Sequence[str]) -> tuple[FormColumn, ...]:
    """The columns to show: those always there and those named; all where none is named."""
    chosen = {title.strip().casefold() for title in titles}
    return tuple(
        column
        for column in FORM_COLUMNS
        if not (column.optional and chosen) or column.title.casefold() in chosen
    )


_ANSWERED = {key for column in FORM_COLUMNS for key in column.answers}
_ANSWER_COLUMNS = tuple(column for column in REALISASI.columns if column.key in _ANSWERED)
ANSWERS = tuple(column.key for column in _ANSWER_COLUMNS)
"""The keys of the answers, in the order of Realisasi."""

_TITLES = {column.key: column.title for column in FORM_COLUMNS}
_QUESTIONS = (
    Column("baris", "ID baris", Kind.TEXT, "ID baris rencana aksi; jangan diubah.", True, width=10),
    Column(
        "kelompok", "Kelompok", Kind.TEXT, "Dijadwalkan, tunggakan, atau tindak lanjut.", width=13
    ),
    Column("bulan", _TITLES["bulan"], Kind.INTEGER, "Bulan pelaksanaan, 1 s.d. 12.", True, width=8),
    Column("komponen", _TITLES["komponen"], Kind.TEXT, "Komponen.", width=20),
    Column("indikator", _TITLES["indikator"], Kind.TEXT, "Indikator.", width=30),
    Column("langkah_aksi", _TITLES["langkah_aksi"], Kind.TEXT, "Langkah aksi.", width=34),
    Column("target", _TITLES["target"], Kind.TEXT, "Target.", width=9),
    Column("terakhir", "Capaian terakhir", Kind.TEXT, "Yang sudah dilaporkan.", width=14),
    Column(
        "bukti",
        "Bukti yang diminta",
        Kind.TEXT,
        "Bukti dukung yang diminta rencana aksi.",
        width=30,
        later=True,
    ),
)
QUESTION_COUNT = len(_QUESTIONS)
"""How many columns of the form on a screen are locked; the answers follow them."""

FORMULIR = Sheet(
    "formulir",
    "Formulir",
    "Isilah sel berwarna putih saja, simpan, lalu kembalikan berkas ini ke sekretariat tim.",
    (*_QUESTIONS, *_ANSWER_COLUMNS),
    required=True,
    spare=0,
    answers=ANSWERS,
)
"""The form to fill on a screen; its answers are typed as those of Realisasi are."""
