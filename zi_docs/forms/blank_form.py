"""A workbook that openpyxl makes once, and whose sheet is then filled for each form of the year.

openpyxl takes most of its time for styles, parts that never change and a call for each attribute
of a cell. Here it still decides on all of them: a form is a copy of what it wrote, in which cells
get their values and the last row, the model, is repeated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO

from lxml import etree
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.compat import safe_string
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import Element, tostring, whitespace

from zi_docs.ooxml import read_parts, write_parts
from zi_docs.workbook.writing.cell_values import CellValue, put_value
from zi_docs.workbook.writing.excel_order import order_fonts, ready_for_excel
from zi_docs.workbook.writing.frame import LANGUAGE

_SHEET, _CORE, _CUSTOM = "xl/worksheets/sheet1.xml", "docProps/core.xml", "docProps/custom.xml"
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DATA, _RULE = f"{_NAMESPACE}sheetData", f"{_NAMESPACE}dataValidation"
_DIMENSION, _CELL = f"{_NAMESPACE}dimension", f"{_NAMESPACE}c"
_STRING, _TEXT, _NUMBER = f"{_NAMESPACE}is", f"{_NAMESPACE}t", f"{_NAMESPACE}v"


@dataclass(frozen=True)
class FormProperties:
    """What a filled form says of itself; `own` are the custom properties by name."""

    title: str
    author: str
    stamp: date
    own: Mapping[str, str]


@dataclass(frozen=True)
class FormRow:
    """A row of the table: a value for each column, and its height in points."""

    values: Sequence[CellValue]
    height: float


@dataclass(frozen=True)
class BlankForm:
    """The parts of the blank file and its sheet; nothing of them changes when a form is filled."""

    page: Worksheet
    parts: Mapping[str, bytes]
    sheet: etree._Element

    @classmethod
    def of(cls, book: Workbook) -> BlankForm:
        """The blank that a workbook of one sheet is; it must have a custom property.

        The cells to fill are empty and styled. The last row is the model of the table's rows;
        validations apply to this row alone.
        """
        buffer = BytesIO()
        book.save(buffer)
        parts = ready_for_excel(read_parts(buffer.getvalue()))
        return cls(book.worksheets[0], parts, etree.fromstring(parts[_SHEET]))

    def filled(
        self, cells: Mapping[str, CellValue], rows: Sequence[FormRow], properties: FormProperties
    ) -> bytes:
        """A file with values in the cells named; the model row stands once for each of `rows`.

        The same arguments give the same bytes. Raises ValueError when there is no row.
        """
        if not rows:
            raise ValueError("a form needs at least one row")
        sheet = deepcopy(self.sheet)
        for cell in sheet.iter(_CELL):
            if (name := str(cell.get("r"))) in cells:
                self._put(cell, cells[name])
        self._put_rows(sheet, rows)
        moment = datetime.combine(properties.stamp, time())
        core = DocumentProperties(
            title=properties.title,
            creator=properties.author,
            created=moment,
            modified=moment,
            language=LANGUAGE,
        )
        own: CustomPropertyList[str] = CustomPropertyList()
        for name, value in properties.own.items():
            own.append(StringProperty(name=name, value=value))
        changed: dict[str, bytes] = {
            _SHEET: etree.tostring(sheet, encoding="utf-8"),
            _CORE: _bytes(core.to_tree()),
            _CUSTOM: _bytes(own.to_tree()),
        }
        return write_parts({**self.parts, **changed})

    def _put_rows(self, sheet: etree._Element, rows: Sequence[FormRow]) -> None:
        (data,) = sheet.iter(_DATA)
        model = data[-1]
        data.remove(model)
        first = int(str(model.get("r")))
        letters = [get_column_letter(number) for number in range(1, len(model) + 1)]
        for number, row in enumerate(rows, start=first):
            line = deepcopy(model)
            line.set("r", str(number))
            line.set("ht", safe_string(row.height))
            for letter, cell, value in zip(letters, line, row.values, strict=True):
                cell.set("r", f"{letter}{number}")
                if value is not None:
                    self._put(cell, value)
            data.append(line)
        for element, name in (
            *((dimension, "ref") for dimension in sheet.iter(_DIMENSION)),
            *((rule, "sqref") for rule in sheet.iter(_RULE)),
        ):
            area = CellRange(str(element.get(name)))
            area.expand(down=len(rows) - 1)
            element.set(name, area.coord)

    def _put(self, cell: etree._Element, value: CellValue) -> None:
        """Give an empty cell of the sheet a value, as `put_value` gives it to a cell."""
        written = _written(self.page, value)
        content = written.value
        if isinstance(content, CellRichText):
            runs = etree.fromstring(_bytes(content.to_tree()))
            for element in runs.iter():
                element.tag = f"{_NAMESPACE}{element.tag}"
            order_fonts(runs.iter())
            cell.append(runs)
        elif isinstance(content, str):
            text = etree.SubElement(etree.SubElement(cell, _STRING), _TEXT)
            text.text = content
            whitespace(text)  # type: ignore[arg-type]
        elif content is not None:
            if isinstance(content, date | time):
                content = to_excel(content)  # type: ignore[no-untyped-call]
            etree.SubElement(cell, _NUMBER).text = safe_string(content)
        if written.data_type == "s":
            cell.set("t", "inlineStr")


@lru_cache(maxsize=4096, typed=True)
def _written(page: Worksheet, value: CellValue) -> Cell:
    """A cell apart from the sheet, to be read only, that holds a value.

    A line's texts stand in the form of every month until it is done.
    """
    cell = Cell(page, 1, 1)
    put_value(cell, value)
    return cell


def _bytes(tree: Element) -> bytes:
    """The XML of an object of openpyxl; its stub says that this is text."""
    xml: bytes = tostring(tree)  # type: ignore[assignment]
    return xml
