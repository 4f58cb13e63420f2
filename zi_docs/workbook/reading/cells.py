"""One cell against its column: a typed value, or the problem with it.

Reading is tolerant of how people type and strict about what it means: a value that had to be
guessed is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zi_docs.text import RichText
from zi_docs.workbook.reading.moments import calendar_day, clock_time, date_parts
from zi_docs.workbook.reading.plain_text import plain_number, tidy, words
from zi_docs.workbook.reading.spelling import fold, suggestion
from zi_docs.workbook.reading.xlsx import Fault, RawCell
from zi_docs.workbook.sheets.schema import Column, Kind

Typed = str | RichText | int | float | bool | date | time | tuple[str, ...]

# A tick in Wingdings is stored as “ü”, or in the private area when Word brought it.
_YES = {"√", "✓", "✔", "☑", "v", "x", "1", "true", "ya", "benar", "ü", "\uf0fc"}
_NO = {"0", "-", "–", "false", "tidak", "salah"}
# An ID names files and folders: a leading full stop would hide them or lead out of the folder.
_BAD_IN_ID = re.compile(r'[;,/\\:*?"<>|\n]|^\.')
_DIGITS = 15


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell."""

    code: str
    message: str


Result = Typed | Problem | None


def typed(cell: RawCell, column: Column, choices: Sequence[str]) -> Result:
    """The value of a cell as its column wants it; None when it holds nothing."""
    value = cell.value
    if isinstance(value, Fault):
        return Problem(value.code, value.message)
    if isinstance(value, RichText) and not tidy(value):
        return None
    if column.kind is Kind.CHOICE:
        return _choice(cell, column, choices)
    return _READERS[column.kind](cell, column)


def _text(cell: RawCell, column: Column) -> Result:
    value = cell.value
    if isinstance(value, date | time | timedelta | bool):
        return Problem(
            "WB-TEKS",
            f"Kolom {column.header} berisi teks, tetapi di sel ini Excel menyimpan {_kind(value)}. "
            "Ubah format sel menjadi Teks, lalu ketik ulang isinya.",
        )
    if isinstance(value, int | float) and abs(value) >= 10**_DIGITS:
        return Problem(
            "WB-TEKS",
            f"Excel hanya menyimpan {_DIGITS} angka pertama dari bilangan sepanjang ini. "
            "Ubah format sel menjadi Teks, lalu ketik ulang seluruh angkanya.",
        )
    return words(cell)


def _rich(cell: RawCell, column: Column) -> Result:
    if isinstance(cell.value, RichText):
        return tidy(cell.value)
    return Problem(
        "WB-TEKS",
        f"Kolom {column.header} berisi kalimat, tetapi sel ini berisi {_kind(cell.value)}. "
        "Tuliskan kalimatnya.",
    )


def _id(cell: RawCell, column: Column) -> Result:
    text = _text(cell, column)
    if isinstance(text, str) and _BAD_IN_ID.search(text):
        return Problem(
            "WB-ID",
            f"ID “{text}” memuat tanda yang tidak boleh dipakai. Pakailah huruf, angka, titik, "
            "dan tanda hubung saja.",
        )
    return text


def _ids(cell: RawCell, column: Column) -> Result:
    text = _text(cell, column)
    if not isinstance(text, str):
        return text
    return tuple(part.strip() for part in re.split(r"[;,\n]", text) if part.strip())


def _number(cell: RawCell, column: Column) -> Result:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = words(cell) if isinstance(value, RichText) else ""
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", ".")) if re.search(r"[.,]", text) else int(text)
    shown = f"“{text}”" if text else _kind(value)
    return Problem(
        "WB-BILANGAN",
        f"Kolom {column.header} berisi bilangan, tetapi sel ini berisi {shown}. "
        "Tuliskan dengan angka saja.",
    )


def _integer(cell: RawCell, column: Column) -> Result:
    value = _number(cell, column)
    if isinstance(value, float):
        if value == int(value):
            return int(value)
        return Problem(
            "WB-BILANGAN",
            f"Kolom {column.header} berisi bilangan bulat, bukan {plain_number(value)}.",
        )
    return value


def _percent(cell: RawCell, column: Column) -> Result:
    if isinstance(cell.value, RichText):
        bare = words(cell).removesuffix("%").rstrip()
        value = _number(RawCell(cell.coordinate, RichText.of(bare)), column)
    else:
        value = _number(cell, column)
        if isinstance(value, int | float) and "%" in cell.number_format:
            value = round(value * 100, 6)
    if isinstance(value, int | float) and not 0 <= value <= 100:
        return Problem(
            "WB-PERSEN",
            f"Kolom {column.header} berisi 0 sampai dengan 100, bukan {plain_number(value)}.",
        )
    return value


def _date(cell: RawCell, column: Column) -> Result:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = words(cell)
    parts = date_parts(text) if isinstance(value, RichText) else None
    if parts is None:
        return Problem(
            "WB-TANGGAL",
            f"“{text or _kind(value)}” bukan tanggal. Tuliskan misalnya 22 Januari 2026 atau "
            "22-01-2026.",
        )
    return calendar_day(parts) or Problem(
        "WB-TANGGAL", f"Tanggal {text} tidak ada di kalender. Periksa tanggal dan bulannya."
    )


def _time(cell: RawCell, column: Column) -> Result:
    value = cell.value
    if isinstance(value, datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, time):
        return value.replace(microsecond=0)
    if isinstance(value, timedelta) and timedelta(0) <= value < timedelta(days=1):
        return (datetime.min + value).time().replace(microsecond=0)
    text = words(cell)
    moment = clock_time(text) if isinstance(value, RichText) else None
    return moment or Problem(
        "WB-JAM",
        f"“{text or _kind(value)}” bukan jam. Tuliskan misalnya 09.00 atau 9:30 di sel "
        "berformat Teks atau Jam.",
    )


def _mark(cell: RawCell, column: Column) -> Result:
    text = words(cell)
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    return Problem(
        "WB-TANDA",
        f"Tanda “{text or _kind(cell.value)}” pada kolom {column.header} tidak dikenal. "
        "Bubuhkan √ (atau v, x, 1), atau kosongkan.",
    )


def _choice(cell: RawCell, column: Column, choices: Sequence[str]) -> Result:
    text = _text(cell, column)
    if not isinstance(text, str):
        return text
    match = next((choice for choice in choices if fold(choice) == fold(text)), None)
    if match is not None:
        return match
    hint = suggestion(text, choices)
    remedy = (
        f"Pilih dari daftar {column.list_name} di lembar Referensi, atau tambahkan di sana."
        if column.list_name
        else f"Pilih salah satu: {', '.join(choices)}."
    )
    return Problem("WB-PILIHAN", f"“{text}” bukan pilihan untuk {column.header}.{hint} {remedy}")


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "nilai benar/salah"
    if isinstance(value, date):
        return "tanggal"
    if isinstance(value, time | timedelta):
        return "jam"
    return "bilangan"


_READERS: dict[Kind, Callable[[RawCell, Column], Result]] = {
    Kind.ID: _id,
    Kind.TEXT: _text,
    Kind.PATTERN: _text,
    Kind.RICH: _rich,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.FLAG: _mark,
    Kind.MARK: _mark,
    Kind.REF: _text,
    Kind.REFS: _ids,
}
