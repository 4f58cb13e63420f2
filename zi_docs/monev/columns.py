"""The columns of a monitoring form; the office chooses which of them are shown."""

from __future__ import annotations

from enum import Enum


class FormColumn(Enum):
    """A column of the form by its title (NASKAH section 5)."""

    NOMOR = "No"
    KOMPONEN = "Komponen"
    INDIKATOR = "Indikator"
    LANGKAH_AKSI = "Langkah Aksi"
    TARGET = "Target"
    BULAN = "Bulan"
    REALISASI = "Realisasi"
    PERSEN = "%"
    BUKTI = "Bukti Dukung"
    KENDALA = "Kendala"
    REKOMENDASI = "Rekomendasi/Tindak Lanjut"
    PIC = "PIC"
    BATAS = "Batas Waktu"


# Without these a line of the form tells nothing; they are always shown.
ALWAYS = (FormColumn.NOMOR, FormColumn.KOMPONEN, FormColumn.LANGKAH_AKSI, FormColumn.BULAN)
CHOOSABLE = tuple(column.value for column in FormColumn if column not in ALWAYS)


def chosen_columns(names: tuple[str, ...]) -> tuple[FormColumn, ...]:
    """The columns to show: those always shown and those named; all where none is named."""
    wanted = {name.strip().casefold() for name in names}
    return tuple(
        column
        for column in FormColumn
        if column in ALWAYS or not wanted or column.value.casefold() in wanted
    )
