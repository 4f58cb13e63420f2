"""A cell read for its column: a typed value, or the problem with it.

Reading is tolerant of how people type and strict about what it means: a value that would have to
be guessed is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zi_docs.file_names import LONGEST_ID, can_name_files, has_forbidden_sign
from zi_docs.text import RichText, plain_characters
from zi_docs.wording.dates import long_date
from zi_docs.wording.nearest_names import suggestion
from zi_docs.wording.tick_marks import mark_value
from zi_docs.workbook.reading.cell_text import fold_name, plain_number, tidy_text, visible_text
from zi_docs.workbook.reading.moments import (
    DATED_YEARS,
    calendar_day,
    clock_time,
    date_parts,
    month_number,
    serial_day,
)
from zi_docs.workbook.reading.xlsx import CellFault, RawCell
from zi_docs.workbook.sheets.schema import Column, Kind

TypedValue = str | RichText | int | float | bool | date | time | tuple[str, ...]

_MAX_DIGITS = 15
# A program that takes an apostrophe before digits for a sign of text does not store it.
_APOSTROPHE = re.compile(r"['’‘](?=\d[\d .]*$)")
# The sign or number before an item of a list.
_ITEM = re.compile(r"^\s*(?:[-–•*]\s*|\d{1,2}[.)]\s+)")
# Degrees behind a name are parted from it by commas, as IDs are from each other.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Za-z]{0,6}\.?(?:\s*\(.*\))?")
_PERCENT_SIGN = re.compile(r"\s*(?:%|persen|prosen)$", re.I)
# Not the one behind the sign or number of an item.
_TAB = re.compile(r"(?<=[^\s\d.)•–-]) *\t *(?=\S)")
# As spreadsheets count days before March 1900, when their calendar still lacks its odd day.
_FIRST_MOMENT, _LONG_AGO = datetime(1899, 12, 31), 60
# Printed within a line: a line break or a second space came by pasting.
_ONE_LINE = {
    *("nama", "nip", "pangkat", "tempat", "nomor", "nomor_ba", "lengkap", "kode", "klasifikasi"),
    *("lembaga", "singkatan", "wilayah", "provinsi", "kode_satker", "telepon", "surel", "lke"),
}
_MONTHS = {"bulan", "bulan_lapor"}
_UNTIL_END = {"selesai", "s.d.selesai", "s/dselesai", "sampaiselesai", "sampaidenganselesai"}


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a cell."""

    code: str
    message: str


CellResult = TypedValue | CellProblem | None


def typed_value(cell: RawCell, column: Column, choices: Sequence[str]) -> CellResult:
    """The value of a cell in the type that its column declares; None when the cell is empty."""
    value = cell.value
    if isinstance(value, CellFault):
        return CellProblem(value.code, value.message)
    if isinstance(value, RichText) and not tidy_text(value):
        return None
    if column.kind is Kind.CHOICE:
        return _read_choice(cell, column, choices)
    return _READERS[column.kind](cell, column)


def _read_text(cell: RawCell, column: Column) -> CellResult:
    value = cell.value
    if isinstance(value, date | time | timedelta | bool):
        return CellProblem(
            "WB-TEKS",
            f"Kolom {column.header} berisi teks, tetapi di sel ini Excel menyimpan "
            f"{_type_name(value)}. Ubah format sel menjadi Teks, lalu ketik ulang isinya.",
        )
    if isinstance(value, int | float) and abs(value) >= 10**_MAX_DIGITS:
        return CellProblem(
            "WB-TEKS",
            f"Excel hanya menyimpan {_MAX_DIGITS} angka pertama dari bilangan sepanjang ini. "
            "Ubah format sel menjadi Teks, lalu ketik ulang seluruh angkanya.",
        )
    if column.address and cell.link:
        return cell.link
    text = _APOSTROPHE.sub("", visible_text(cell), count=1)
    if column.key in _ONE_LINE:
        text = " ".join(text.split())
    # The parts of a code are parted by full stops, whatever Excel makes of 1.10 as a number.
    return text.replace(",", ".") if column.code and isinstance(value, int | float) else text


def _read_rich(cell: RawCell, column: Column) -> CellResult:
    if isinstance(cell.value, RichText):
        tabbed = column.key == "tindak_lanjut"
        return tidy_text(cell.value.map_text(_bars_for_tabs) if tabbed else cell.value)
    return CellProblem(
        "WB-TEKS",
        f"Kolom {column.header} berisi kalimat, tetapi sel ini berisi {_type_name(cell.value)}. "
        "Tuliskan kalimatnya.",
    )


def _bars_for_tabs(text: str) -> str:
    """A follow-up pasted from a table: its tabulators part what, who and until when."""
    return _TAB.sub(" | ", text)


def _read_id(cell: RawCell, column: Column) -> CellResult:
    text = _read_text(cell, column)
    if isinstance(text, str) and has_forbidden_sign(text):
        return CellProblem(
            "WB-ID",
            f"ID “{text}” memuat tanda yang tidak boleh dipakai. Pakailah huruf, angka, titik, "
            "dan tanda hubung saja.",
        )
    if isinstance(text, str) and not can_name_files(text):
        return CellProblem(
            "WB-ID",
            f"ID “{text[:LONGEST_ID]}” tidak dapat menjadi nama berkas. Pakailah paling banyak "
            f"{LONGEST_ID} huruf Latin, tanpa tanda hubung di depan, tanpa titik di belakang, dan "
            "bukan nama yang dipesan Windows seperti CON atau NUL.",
        )
    return text


def _read_ids(cell: RawCell, column: Column) -> CellResult:
    text = _read_text(cell, column)
    if not isinstance(text, str):
        return text
    return tuple(name for part in re.split(r"[;；\n]", text) for name in _names(part))


def _names(text: str) -> list[str]:
    """Names between commas; a degree (`Ahmad, S.H.`) belongs to the name before it."""
    names: list[str] = []
    for piece in filter(None, (piece.strip() for piece in _ITEM.sub("", text).split(","))):
        if names and _DEGREE.fullmatch(piece):
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


# Excel keeps fifteen digits of a number.
_TOO_MUCH = 10**15
_WRITTEN_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?")


def _read_number(cell: RawCell, column: Column) -> CellResult:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _TOO_MUCH:
        return value
    text = plain_characters(visible_text(cell)) if isinstance(value, RichText) else ""
    if _WRITTEN_NUMBER.fullmatch(text):
        return float(text.replace(",", ".")) if re.search(r"[.,]", text) else int(text)
    shown = f"“{text}”" if text else _type_name(value)
    return CellProblem(
        "WB-BILANGAN",
        f"Kolom {column.header} berisi bilangan, tetapi sel ini berisi {shown}. "
        "Tuliskan dengan angka saja.",
    )


def _read_integer(cell: RawCell, column: Column) -> CellResult:
    if column.key in _MONTHS and isinstance(cell.value, RichText):
        month = month_number(plain_characters(visible_text(cell)))
        if month is not None:
            return month
    value = _read_number(cell, column)
    if isinstance(value, float):
        if value == int(value):
            return int(value)
        return CellProblem(
            "WB-BILANGAN",
            f"Kolom {column.header} berisi bilangan bulat, bukan {plain_number(value)}. "
            "Bulatkan isinya.",
        )
    return value


def _read_percent(cell: RawCell, column: Column) -> CellResult:
    if isinstance(cell.value, RichText):
        bare = _PERCENT_SIGN.sub("", plain_characters(visible_text(cell)))
        value = _read_number(RawCell(cell.coordinate, RichText.of(bare)), column)
    else:
        value = _read_number(cell, column)
        if isinstance(value, int | float) and "%" in cell.number_format:
            value = round(value * 100, 6)
    if isinstance(value, int | float) and not 0 <= value <= 100:
        return CellProblem(
            "WB-PERSEN",
            f"Kolom {column.header} berisi 0 sampai dengan 100, bukan {plain_number(value)}. "
            "Perbaiki isinya.",
        )
    return value


def _read_date(cell: RawCell, column: Column) -> CellResult:
    day = _day_of(cell.value)
    text = visible_text(cell)
    if isinstance(cell.value, RichText):
        parts = date_parts(text)
        day = calendar_day(parts) if parts else None
        if parts and day is None:
            return CellProblem(
                "WB-TANGGAL",
                f"Tanggal {text} tidak ada di kalender. Periksa tanggal dan bulannya.",
            )
    if day is None:
        return CellProblem(
            "WB-TANGGAL",
            f"“{text or _type_name(cell.value)}” bukan tanggal. Tuliskan misalnya 22 Januari 2026 "
            "atau 22-01-2026.",
        )
    if day.year not in DATED_YEARS:
        return CellProblem(
            "WB-TANGGAL",
            f"Tanggal di sel ini bertahun {day.year}. Periksa tahunnya, dan tuliskan dengan empat "
            "angka, misalnya 22 Januari 2026.",
        )
    return day


def _day_of(value: object) -> date | None:
    """The day that a spreadsheet keeps as a date, or as the number of one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return serial_day(value)
    return None


def _read_time(cell: RawCell, column: Column) -> CellResult:
    value = cell.value
    text = visible_text(cell)
    if column.key == "selesai" and fold_name(text) in _UNTIL_END:
        return None
    moment = clock_time(text) if isinstance(value, RichText) else _time_of(value)
    return moment or CellProblem(
        "WB-JAM",
        f"“{text or _stored(value)}” bukan jam. Tuliskan satu jam, misalnya 09.00 atau 9:30, di "
        "sel berformat Teks atau Jam.",
    )


def _stored(value: object) -> str:
    """What a cell of times holds that is none: the number that was typed, or a day."""
    if isinstance(value, datetime):
        days = (value - _FIRST_MOMENT) / timedelta(days=1)
        return plain_number(round(days, 5)) if days < _LONG_AGO else long_date(value.date())
    return _type_name(value)


def _time_of(value: object) -> time | None:
    """The time of day that a spreadsheet keeps: as such, or as a part of a day.

    With a day it is none: the bare number 9 in a cell of times is midnight of 9 January 1900.
    """
    if isinstance(value, time):
        return value.replace(microsecond=0)
    if isinstance(value, float) and 0 < value < 1:
        value = timedelta(days=value)
    if isinstance(value, timedelta) and timedelta(0) <= value < timedelta(days=1):
        seconds = round(value.total_seconds())
        return (datetime.min + timedelta(seconds=seconds)).time()
    return None


def _read_mark(cell: RawCell, column: Column) -> CellResult:
    text = visible_text(cell)
    mark = mark_value(text)
    return (
        mark
        if mark is not None
        else CellProblem(
            "WB-TANDA",
            f"Tanda “{text or _type_name(cell.value)}” pada kolom {column.header} tidak dikenal. "
            "Bubuhkan √ (atau v, x, 1), atau kosongkan.",
        )
    )


def _read_choice(cell: RawCell, column: Column, choices: Sequence[str]) -> CellResult:
    text = _read_text(cell, column)
    if not isinstance(text, str):
        return text
    match = next((choice for choice in choices if fold_name(choice) == fold_name(text)), None)
    # A full stop behind a word is no other choice; a sole sign may be one.
    bare = text.rstrip(" .,;")
    if match is None and bare:
        match = next((choice for choice in choices if fold_name(choice) == fold_name(bare)), None)
    if match is not None:
        return match
    hint = suggestion(text, choices)
    remedy = (
        f"Pilih dari daftar {column.list_name} di lembar Referensi, atau tambahkan di sana."
        if column.list_name
        else f"Pilih salah satu: {', '.join(choices)}."
    )
    return CellProblem(
        "WB-PILIHAN", f"“{text}” bukan pilihan untuk {column.header}.{hint} {remedy}"
    )


def _type_name(value: object) -> str:
    if isinstance(value, bool):
        return "nilai benar/salah"
    if isinstance(value, date):
        return "tanggal"
    if isinstance(value, time | timedelta):
        return "jam"
    return "bilangan"


_READERS: dict[Kind, Callable[[RawCell, Column], CellResult]] = {
    Kind.ID: _read_id,
    Kind.TEXT: _read_text,
    Kind.PATTERN: _read_text,
    Kind.RICH: _read_rich,
    Kind.INTEGER: _read_integer,
    Kind.NUMBER: _read_number,
    Kind.PERCENT: _read_percent,
    Kind.DATE: _read_date,
    Kind.TIME: _read_time,
    Kind.FLAG: _read_mark,
    Kind.MARK: _read_mark,
    Kind.REF: _read_text,
    Kind.REFS: _read_ids,
}
