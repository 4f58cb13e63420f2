"""Cells as people fill them, and as people would who mean harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tools.resilience.package_mutations import PackageMutation, packed, unpacked

Element = etree._Element
CellMutation = Callable[[Element, Random], None]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_PART = r"xl/worksheets/sheet\d+\.xml$"
# The sheet of the explanation holds nothing that is read; rows 1 to 3 are headers.
_FIRST_ROW = 4

TEXTS = (
    "{{ 7 * 7 }}", "{% for x in range(10**9) %}x{% endfor %}", "{{ ''.__class__.__mro__ }}",
    "{# komentar #}", "{{r x }}", "{instansi} {tahun} {tidak-ada} {", "<b>tebal</b> & <w:p/>",
    "]]><x/>", "&lt;script&gt;alert(1)&lt;/script&gt;", "=1+1", "=HYPERLINK(\"http://x\";\"y\")",
    "+62811", "-rf", "@SUM(A1)", "\u202etfel ot thgir\u202c", "\u200b\u200d\ufeff", "\u0000",
    "_x0007_bel_x001b_[31mmerah", "a\u0301\u0323" * 50, "\U0001f600", "\ud7ff\ue000\uffff",
    "x" * 32_767, "x" * 300_000, "kata " * 20_000, "\n" * 5_000, "- butir\n" * 2_000,
    "a|b|c|d|e", "|||", "\t\t", " ", "'", '"', "\\", "%", "${jndi:ldap://x}", "$(reboot)",
    "../../etc/passwd", "C:\\Windows\\x", "file:///etc/passwd", "http://[::1", "https://a b",
    "javascript:alert(1)", "mailto:x", "CON", "abc.", ".abc", "-rf", "x" * 250, "r-01", "R-01 ",
    "R-O1", "RA-001", "ra-001", "RA\u2013001", "\u0391", "true", "TRUE", "nan", "inf",
    "1e999", "0x10", "\u0661\u0662", "1.000.000,50", "31 Februari 2026", "29-02-2027", "00:00",
    "24:00", "9.61", "Maret", "13", "besok", "2026-13-45", "1/2/3/4", "0", "-5", "120%", "9" * 5000,
    "9" * 400 + ",5",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1", "12", "13", "2027", "1899", "46044", "60", "-46044", "2958466", "1e308",
    "1e999", "-0.0", "0.1", "NaN", "INF", "12345678901234567890", "9" * 5000,
    "0." + "3" * 500, "1_000", "", "x", "0.99999999999",
)  # fmt: skip
FORMULAS = (
    "1+1", "A1", "SUM(A:XFD)", "CMD|' /C calc'!A0", "WEBSERVICE(\"http://x\")", "[1]Lembar!A1",
    "'file:///etc/[passwd]x'!A1", "INDIRECT(\"A\"&ROW())", "(" * 500 + "1" + ")" * 500,
)  # fmt: skip
_TYPES = ("n", "s", "str", "b", "e", "d", "inlineStr", "x", "")
_RANGES = (
    "A1:XFD1048576", "A4:A1048576", "A1", "A1:A1", "B2:A1", "A0:B0", "A4:C9", "XFE1:XFE2",
    "A:A", "4:9", "", "A1:B2:C3", "$A$4:$B$5",
)  # fmt: skip


def _q(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def _cells(sheet: Element) -> list[Element]:
    """The cells below the header; of a sheet without any, all."""
    cells = list(sheet.iter(_q("c")))
    below = [cell for cell in cells if _row_of(cell) >= _FIRST_ROW]
    return below or cells


def _row_of(cell: Element) -> int:
    digits = re.sub(r"\D", "", cell.get("r") or "")
    return int(digits) if digits else 0


def _said(cell: Element) -> str:
    return "".join(str(text) for text in cell.itertext())


def _set_text(cell: Element, text: str) -> None:
    cell[:] = []
    cell.set("t", "inlineStr")
    inner = etree.SubElement(etree.SubElement(cell, _q("is")), _q("t"))
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    # What XML cannot hold, Excel writes like this.
    inner.text = re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", lambda sign: f"_x{ord(sign[0]):04X}_", text
    )


def _set_value(cell: Element, kind: str, value: str) -> None:
    cell[:] = []
    cell.set("t", kind)
    etree.SubElement(cell, _q("v")).text = value


def _some(cells: list[Element], chance: Random) -> list[Element]:
    return chance.sample(cells, min(len(cells), chance.choice((1, 1, 1, 2, 5, 40))))


def texts(sheet: Element, chance: Random) -> None:
    """Texts that mean something to somebody else."""
    for cell in _some(_cells(sheet), chance):
        _set_text(cell, chance.choice(TEXTS))


def added_texts(sheet: Element, chance: Random) -> None:
    """The same before, within or behind what the cell says."""
    for cell in _some(_cells(sheet), chance):
        text = _said(cell)
        at = chance.randrange(len(text) + 1)
        _set_text(cell, text[:at] + chance.choice(TEXTS) + text[at:])


def numbers(sheet: Element, chance: Random) -> None:
    """Numbers, days that no calendar has, and what is none of either."""
    for cell in _some(_cells(sheet), chance):
        _set_value(cell, "n", chance.choice(NUMBERS))


def kinds(sheet: Element, chance: Random) -> None:
    """Another type than the value has."""
    for cell in _some(_cells(sheet), chance):
        value = _said(cell)
        _set_value(cell, chance.choice(_TYPES), chance.choice((value, "5", "99999", "#N/A", "x")))


def formulas(sheet: Element, chance: Random) -> None:
    """Formulas, with and without a value."""
    for cell in _some(_cells(sheet), chance):
        value = _said(cell)
        _set_value(cell, chance.choice(("str", "n", "e", "b")), value)
        formula = etree.Element(_q("f"))
        formula.text = chance.choice(FORMULAS)
        if chance.random() < 0.3:
            formula.set("t", chance.choice(("shared", "array", "dataTable")))
            formula.set("ref", chance.choice(_RANGES))
        cell.insert(0, formula)
        if chance.random() < 0.3:
            cell.remove(cell[-1])


def exchanged(sheet: Element, chance: Random) -> None:
    """What stands in one cell stands in another: IDs twice, words among days."""
    cells = _cells(sheet)
    for cell in _some(cells, chance):
        other = chance.choice(cells)
        cell.attrib.update({"t": other.get("t") or "n"})
        cell[:] = [etree.fromstring(etree.tostring(child)) for child in other]


def emptied(sheet: Element, chance: Random) -> None:
    """Cells, a row or all of them without anything."""
    for cell in _some(_cells(sheet), chance):
        cell[:] = []
    if chance.random() < 0.2:
        row = chance.choice(_cells(sheet)).getparent()
        if row is not None:
            row[:] = []


def headers(sheet: Element, chance: Random) -> None:
    """A header that is another, or the same as its neighbour's."""
    cells = [cell for cell in sheet.iter(_q("c")) if _row_of(cell) < _FIRST_ROW] or _cells(sheet)
    for cell in _some(cells, chance):
        _set_text(cell, chance.choice((*TEXTS[:20], "ID", "Nama", "", _said(cells[0]))))


def merges(sheet: Element, chance: Random) -> None:
    """Merged ranges: huge, crossing, wrong."""
    parent = sheet.find(_q("mergeCells"))
    if parent is None:
        parent = etree.SubElement(sheet, _q("mergeCells"))
    for _ in range(chance.choice((1, 2, 2000))):
        start = chance.randrange(1, 60)
        near = f"A{start}:{chance.choice('ABCDXZ')}{start + chance.randrange(30)}"
        etree.SubElement(parent, _q("mergeCell")).set("ref", chance.choice((near, *_RANGES)))


def rows(sheet: Element, chance: Random) -> None:
    """Rows in another order, twice, with numbers of others or none."""
    data = sheet.find(_q("sheetData"))
    listed = list(data) if data is not None else []
    if data is None or len(listed) < 2:
        return
    first, second = chance.sample(listed, 2)
    choice = chance.randrange(5)
    if choice == 0:
        first.set("r", chance.choice(("0", "-1", "1048576", "1048577", "x", "99999999999", "5")))
    elif choice == 1:
        data.remove(first)
        data.append(first)
    elif choice == 2:
        data.append(etree.fromstring(etree.tostring(first)))
    elif choice == 3:
        for bearer in (first, *first):
            if "r" in bearer.attrib:
                del bearer.attrib["r"]
    else:
        for cell in second:
            cell.set("r", chance.choice(("A1", "XFD1048576", "XFE1", "a5", "5A", "", "A0", "Ä5")))


def many_rows(sheet: Element, chance: Random) -> None:
    """A row so often that nobody can have typed it."""
    data = sheet.find(_q("sheetData"))
    if data is None or not len(data):
        return
    last = etree.tostring(data[-1])
    for number in range(chance.choice((300, 3000))):
        row = etree.fromstring(last)
        row.set("r", str(5000 + number))
        for cell in row:
            cell.set("r", re.sub(r"\d+", str(5000 + number), cell.get("r") or "A1"))
        data.append(row)


def links(sheet: Element, chance: Random) -> None:
    """A link to somewhere, or to nothing."""
    parent = etree.SubElement(sheet, _q("hyperlinks"))
    for cell in _some(_cells(sheet), chance):
        link = etree.SubElement(parent, _q("hyperlink"))
        link.set("ref", chance.choice((cell.get("r") or "A1", *_RANGES)))
        name = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        link.set(name, chance.choice(("rId1", "rId999", "")))


CELL_MUTATIONS: tuple[CellMutation, ...] = (
    texts, texts, added_texts, added_texts, numbers, kinds, formulas, exchanged, emptied, headers,
    merges, rows, many_rows, links,
)  # fmt: skip


def in_sheet(mutate: CellMutation) -> PackageMutation:
    """The mutation of a workbook that mutates one of its sheets."""

    def mutated(package: bytes, chance: Random) -> bytes:
        parts = unpacked(package)
        name = chance.choice(sorted(name for name in parts if re.search(_SHEET_PART, name)))
        root = etree.fromstring(parts[name])
        if next(root.iter(_q("c")), None) is not None:
            mutate(root, chance)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return packed(parts)

    return mutated
