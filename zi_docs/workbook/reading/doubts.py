"""Values that can be read, but are likely meant otherwise: questions, as warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from zi_docs.findings import Finding, Place, warning
from zi_docs.text import RichText, plain_characters
from zi_docs.workbook.reading.cell_text import plain_number, visible_text
from zi_docs.workbook.reading.xlsx import RawCell
from zi_docs.workbook.sheets.schema import Column, Kind

_PHONE = "telepon"


def doubts(rows: Iterable[Mapping[Column, RawCell]], place: Place) -> Iterator[Finding]:
    """Questions about the cells of a sheet, which stand in rows by their columns."""
    shares: dict[Column, list[tuple[RawCell, float]]] = {}
    for cells in rows:
        for column, cell in cells.items():
            if column.kind is Kind.PERCENT and (share := _bare_share(cell)) is not None:
                shares.setdefault(column, []).append((cell, share))
            elif column.key == _PHONE and _lost_zero(cell):
                yield _phone(column, cell, place)
    for column, asked in shares.items():
        # A bare 1 is one percent, or the whole where others are parts of 1.
        if any(share < 1 for _, share in asked):
            yield from (_fraction(column, cell, share, place) for cell, share in asked)


def _bare_share(cell: RawCell) -> float | None:
    """A number above 0 and up to 1 without a percent sign; None for any other content."""
    value = cell.value
    if isinstance(value, RichText):
        try:
            value = float(plain_characters(visible_text(cell)).replace(",", "."))
        except ValueError:
            return None
    elif isinstance(value, bool) or "%" in cell.number_format:
        return None
    return value if isinstance(value, int | float) and 0 < value <= 1 else None


def _fraction(column: Column, cell: RawCell, share: float, place: Place) -> Finding:
    return warning(
        "WB-PECAHAN",
        f"{plain_number(share)} pada kolom {column.header} dibaca {plain_number(share)}%. Bila "
        f"yang dimaksud {plain_number(round(share * 100, 6))}%, tuliskan demikian; bila memang "
        f"{plain_number(share)}%, bubuhkan tanda %.",
        replace(place, cell=cell.coordinate),
    )


def _lost_zero(cell: RawCell) -> bool:
    """Whether a telephone number was kept as a number, which begins with no 0."""
    value = cell.value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and not visible_text(cell).startswith("0")


def _phone(column: Column, cell: RawCell, place: Place) -> Finding:
    return warning(
        "WB-TELEPON",
        f"{column.header} {visible_text(cell)} disimpan Excel sebagai bilangan, sehingga angka 0 "
        "di depannya hilang. Ubah format sel menjadi Teks, lalu ketik ulang nomornya.",
        replace(place, cell=cell.coordinate),
    )
