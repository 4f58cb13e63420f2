"""What a cell's dress says that its value does not: struck words, numbers shown otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.workbook.reading.cell_text import visible_text
from zi_docs.workbook.reading.number_formats import shown_number
from zi_docs.workbook.reading.xlsx import RawCell
from zi_docs.workbook.sheets.schema import Column, Kind

_TEXTS = (Kind.ID, Kind.TEXT, Kind.PATTERN, Kind.REF, Kind.REFS, Kind.CHOICE)


def dress_findings(cell: RawCell, column: Column, place: Place) -> Iterator[Finding]:
    """What a person must decide about a cell that is read for its column."""
    if cell.struck:
        yield warning(
            "WB-CORET",
            "Kata di sel ini dicoret, tetapi tetap dibaca dan dicetak. Hapuslah bila tidak berlaku "
            "lagi, atau hilangkan coretannya.",
            place,
        )
    value = cell.value
    if not isinstance(value, int | float) or isinstance(value, bool) or column.kind not in _TEXTS:
        return
    if shown_number(value, cell.number_format) is None:
        yield warning(
            "WB-TAMPIL",
            f"Excel menampilkan bilangan di sel ini dengan format “{cell.number_format}”, yang "
            f"tidak dikenal; yang dibaca ialah “{visible_text(cell)}”. Ubah format sel menjadi "
            "Teks, lalu ketik seperti yang diinginkan.",
            place,
        )
