"""Workbooks of a few cells, written without a library: what a cell holds stands as it was drawn."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils.datetime import to_excel

from zi_docs.workbook.reading.cell_places import column_letters

Rows = Sequence[Sequence[object]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>'
)
# What no XML holds, a spreadsheet program writes as _x0007_.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of these sheets, by their titles; None is an empty cell."""
    names = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{at}" r:id="r{at}"/>'
        for at, title in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/worksheet" Target="worksheets/s{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
    }
    for at, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/s{at}.xml"] = _sheet(rows)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _sheet(rows: Rows) -> str:
    lines = [
        f'<row r="{number}">'
        + "".join(
            _cell(f"{column_letters(column)}{number}", value)
            for column, value in enumerate(row, start=1)
            if value is not None
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    ]
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, value: object) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date | datetime | time):
        return (
            f'<c r="{place}" s="{2 if isinstance(value, time) else 1}"><v>{to_excel(value)}</v></c>'
        )
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    text = _NO_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", str(value))
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
