"""What openpyxl leaves undone in a file for Excel: the order of elements, quiet number columns.

Excel opens a file whose elements stand in the order of their schema without asking to repair it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES, _SHEETS = "xl/styles.xml", "xl/worksheets/sheet"
# The order of what describes a font (ECMA-376 part 1, 18.8.22, as Excel writes it).
_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
    "color", "name", "rFont", "family", "charset", "scheme",
)  # fmt: skip
_RANKS = {f"{_SPACE}{name}": rank for rank, name in enumerate(_FONT_ORDER)}
_FONTS = (f"{_SPACE}font", f"{_SPACE}rPr")
_MAY_HAVE_FONTS = (b"<rPr>", b"<font>")
# The elements of a sheet that stand behind the ignored errors (18.3.1.99).
_AFTER_IGNORED = frozenset(
    f"{_SPACE}{name}"
    for name in (
        "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects",
        "controls", "webPublishItems", "tableParts", "extLst",
    )
)  # fmt: skip
_EVERY_CELL = "A1:XFD1048576"


def ready_for_excel(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a workbook with fonts in order, and no mark on digits that are text.

    A NIP or a code is text on purpose; Excel would put a green corner on every such cell.
    """
    return {name: _ready(name, content) for name, content in parts.items()}


def order_fonts(elements: Iterable[etree._Element]) -> None:
    """Put the children of each font among the elements into the order of the schema."""
    for element in elements:
        if element.tag in _FONTS:
            element[:] = sorted(element, key=lambda child: _RANKS.get(str(child.tag), len(_RANKS)))


def _ready(name: str, content: bytes) -> bytes:
    is_sheet = name.startswith(_SHEETS)
    if not is_sheet and name != _STYLES:
        return content
    root = etree.fromstring(content)
    if any(mark in content for mark in _MAY_HAVE_FONTS):
        order_fonts(root.iter(*_FONTS))
    if is_sheet:
        _ignore_numbers_as_text(root)
    return etree.tostring(root, encoding="utf-8")


def _ignore_numbers_as_text(sheet: etree._Element) -> None:
    marks = etree.Element(f"{_SPACE}ignoredErrors")
    etree.SubElement(
        marks, f"{_SPACE}ignoredError", {"sqref": _EVERY_CELL, "numberStoredAsText": "1"}
    )
    behind = next((child for child in sheet if child.tag in _AFTER_IGNORED), None)
    if behind is None:
        sheet.append(marks)
    else:
        behind.addprevious(marks)
