"""A cell read for its column: a typed value, or the problem with it.

Reading is tolerant of how people type and strict about what it means: a value that would have to
be guessed is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zi_docs.text import RichText
from zi_docs.workbook.reading.cell_text import (
    fold_name,
    plain_number,
    suggestion,
    tidy_text,
    visible_text,
)
from zi_docs.workbook.reading.moments import calendar_day, clock_time, date_parts
from zi_docs.workbook.reading.xlsx import CellFault, RawCell
from zi_docs.workbook.sheets.schema import Column, Kind

TypedValue = str | RichText | int | float | bool | date | time | tuple[str, ...]

# A tick in Wingdings is stored as “ü”, or in the private use area when pasted from Word.
_YES = {"√", "✓", "✔", "☑", "v", "x", "1", "true", "ya", "benar", "ü", "\uf0fc"}
_NO = {"0", "-", "–", "false", "tidak", "salah"}
# IDs name files and folders: a leading full stop would hide them or lead out of the folder.
_BAD_IN_ID = re.compile(r'[;,/\\:*?"<>|\n]|^\.')
_MAX_DIGITS = 15


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
    text = visible_text(cell)
    # The parts of a code are parted by full stops, whatever Excel makes of 1.10 as a number.
    return text.replace(",", ".") if column.code and isinstance(value, int | float) else text


def _read_rich(cell: RawCell, column: Column) -> CellResult:
    if isinstance(cell.value, RichText):
        return tidy_text(cell.value)
    return CellProblem(
        "WB-TEKS",
        f"Kolom {column.header} berisi kalimat, tetapi sel ini berisi {_type_name(cell.value)}. "
        "Tuliskan kalimatnya.",
    )


def _read_id(cell: RawCell, column: Column) -> CellResult:
    text = _read_text(cell, column)
    if isinstance(text, str) and _BAD_IN_ID.search(text):
        return CellProblem(
            "WB-ID",
            f"ID “{text}” memuat tanda yang tidak boleh dipakai. Pakailah huruf, angka, titik, "
            "dan tanda hubung saja.",
        )
    return text


def _read_ids(cell: RawCell, column: Column) -> CellResult:
    text = _read_text(cell, column)
    if not isinstance(text, str):
        return text
    return tuple(part.strip() for part in re.split(r"[;,\n]", text) if part.strip())


def _read_number(cell: RawCell, column: Column) -> CellResult:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = visible_text(cell) if isinstance(value, RichText) else ""
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", ".")) if re.search(r"[.,]", text) else int(text)
    shown = f"“{text}”" if text else _type_name(value)
    return CellProblem(
        "WB-BILANGAN",
        f"Kolom {column.header} berisi bilangan, tetapi sel ini berisi {shown}. "
        "Tuliskan dengan angka saja.",
    )


def _read_integer(cell: RawCell, column: Column) -> CellResult:
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
        bare = visible_text(cell).removesuffix("%").rstrip()
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
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = visible_text(cell)
    parts = date_parts(text) if isinstance(value, RichText) else None
    if parts is None:
        return CellProblem(
            "WB-TANGGAL",
            f"“{text or _type_name(value)}” bukan tanggal. Tuliskan misalnya 22 Januari 2026 atau "
            "22-01-2026.",
        )
    return calendar_day(parts) or CellProblem(
        "WB-TANGGAL", f"Tanggal {text} tidak ada di kalender. Periksa tanggal dan bulannya."
    )


def _read_time(cell: RawCell, column: Column) -> CellResult:
    value = cell.value
    if isinstance(value, datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, time):
        return value.replace(microsecond=0)
    if isinstance(value, timedelta) and timedelta(0) <= value < timedelta(days=1):
        return (datetime.min + value).time().replace(microsecond=0)
    text = visible_text(cell)
    moment = clock_time(text) if isinstance(value, RichText) else None
    return moment or CellProblem(
        "WB-JAM",
        f"“{text or _type_name(value)}” bukan jam. Tuliskan misalnya 09.00 atau 9:30 di sel "
        "berformat Teks atau Jam.",
    )


def _read_mark(cell: RawCell, column: Column) -> CellResult:
    text = visible_text(cell)
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    return CellProblem(
        "WB-TANDA",
        f"Tanda “{text or _type_name(cell.value)}” pada kolom {column.header} tidak dikenal. "
        "Bubuhkan √ (atau v, x, 1), atau kosongkan.",
    )


def _read_choice(cell: RawCell, column: Column, choices: Sequence[str]) -> CellResult:
    text = _read_text(cell, column)
    if not isinstance(text, str):
        return text
    match = next((choice for choice in choices if fold_name(choice) == fold_name(text)), None)
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
