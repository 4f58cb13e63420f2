"""The little of a workbook's styles that tells what a cell says: number formats, struck fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from zi_docs.text import whole_number
from zi_docs.workbook.reading.workbook_parts import (
    BrokenPartError,
    WorkbookParts,
    is_on,
    local_name,
)

GENERAL = "General"
# ECMA-376, part 1, 18.8.30: the formats that every program knows by number.
_BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);\\("$"#,##0\\)', 6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
    7: '"$"#,##0.00_);\\("$"#,##0.00\\)', 8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0_);\\(#,##0\\)", 38: "#,##0_);[Red]\\(#,##0\\)",
    39: "#,##0.00_);\\(#,##0.00\\)", 40: "#,##0.00_);[Red]\\(#,##0.00\\)",
    41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]', re.I)
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.I)
_OF_A_DATE = re.compile(r"[dmyhs]", re.I)


@dataclass(frozen=True)
class CellFormat:
    """The number format of a cell, and what it makes of a number.

    `dated`: it shows a date or a time of day; `lasting`: hours that may be more than a day's.
    `struck`: the font of the whole cell is struck out.
    """

    code: str = GENERAL
    dated: bool = False
    lasting: bool = False
    struck: bool = False


PLAIN = CellFormat()


def cell_format(code: str, struck: bool = False) -> CellFormat:
    """What a format code says of the numbers that it shows."""
    bare = _LITERAL.sub("", code.split(";")[0])
    dated = code.casefold() != GENERAL.casefold() and bool(_OF_A_DATE.search(bare))
    return CellFormat(code, dated, dated and bool(_DURATION.search(bare)), struck)


def read_formats(parts: WorkbookParts, part: str | None) -> tuple[list[CellFormat], bool]:
    """The formats that cells name by their index, and whether they could be read.

    Without a part for styles every number is shown as it is.
    """
    if part is None or part not in parts:
        return [], True
    try:
        root = parts.tree(part)
    except BrokenPartError:
        return [], False
    groups = {local_name(group): group for group in root}
    codes = _BUILT_IN | dict(_codes(groups.get("numFmts", ())))
    fonts = [_is_struck(font) for font in groups.get("fonts", ()) if local_name(font) == "font"]
    formats: list[CellFormat] = []
    for look in groups.get("cellXfs", ()):
        if local_name(look) == "xf":
            code = codes.get(_number(look.get("numFmtId")), GENERAL)
            font = _number(look.get("fontId"))
            formats.append(cell_format(code, 0 <= font < len(fonts) and fonts[font]))
    return formats, True


def _codes(group: Any) -> list[tuple[int, str]]:
    return [
        (_number(entry.get("numFmtId")), entry.get("formatCode") or GENERAL)
        for entry in group
        if local_name(entry) == "numFmt"
    ]


def _is_struck(font: Any) -> bool:
    return any(local_name(look) == "strike" and is_on(look) for look in font)


def _number(text: str | None) -> int:
    number = whole_number(text or "")
    return -1 if number is None else number
