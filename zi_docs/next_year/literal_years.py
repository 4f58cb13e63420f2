"""Years written out in the text of a workbook, where a token would have moved on by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.wording.citations import without_citations
from zi_docs.workbook.reading.parse import Tables, TypedRow
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.regulation_sheets import PERATURAN
from zi_docs.workbook.sheets.schema import Column, Kind

_OWN = ("{instansi}", "{instansi-singkat}", "{lembaga}")


def literal_years(tables: Tables, old: int) -> Iterator[Finding]:
    """The cells whose text names the old year, or the one before or after it.

    Citations of regulations are left out; a citation of what the office itself decreed is not.
    What is carried into a sheet of one year tells of the year before, and is left out.
    Tokens must not be filled in `tables`.
    """
    titles = [str(row.values.get("tentang", "")) for row in tables.rows.get(PERATURAN.key, ())]
    own = (*_OWN, *_office_names(tables))
    for sheet in SHEETS:
        if sheet is PERATURAN or sheet.yearly:
            continue
        for row in tables.rows.get(sheet.key, ()):
            for column in sheet.columns:
                for year in _years(row, column, titles, own, old):
                    yield warning(
                        "TAHUN-TEKS",
                        f"{column.header} menyebut tahun {year} apa adanya. Periksalah, dan "
                        f"tuliskan penanda {_token(year - old)} bila tahunnya mengikuti Tahun.",
                        row.origin.at(column.key),
                    )


def _token(distance: int) -> str:
    return {-1: "{tahun-lalu}", 0: "{tahun}"}.get(distance, "{tahun-depan}")


def _years(
    row: TypedRow, column: Column, titles: list[str], own: tuple[str, ...], old: int
) -> list[int]:
    value = row.values.get(column.key)
    if value is None or column.kind not in (Kind.TEXT, Kind.RICH) or not column.in_record:
        return []
    text = without_citations(str(value), own)
    for title in filter(None, titles):
        text = text.replace(title, "")
    return [year for year in (old - 1, old, old + 1) if re.search(rf"(?<!\d){year}(?!\d)", text)]


def _office_names(tables: Tables) -> tuple[str, ...]:
    """The office as texts name it: `… Kabupaten Batang Hari`."""
    office = tables.rows["instansi"][0].values
    region = str(office.get("wilayah", ""))
    return tuple(filter(None, (f"{office.get('tingkat', '')} {region}".strip(), region)))
