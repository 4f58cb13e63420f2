"""A blank that openpyxl made, filled: the same cells as openpyxl writes, and no trace of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.cases.answers import full_plan
from zi_docs.forms import form_file
from zi_docs.forms.blank_form import BlankForm, FormProperties, FormRow
from zi_docs.forms.form_file import form_workbook
from zi_docs.model import Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.ooxml import read_parts
from zi_docs.text import RichText, Span
from zi_docs.workbook.writing.cell_values import CellValue, put_value

PROPERTIES = FormProperties("Judul", "Kantor", date(2026, 3, 31), {"kunci": "nilai"})
VALUES: list[CellValue] = [
    None,
    "teks biasa",
    "=1+1",
    "#N/A",
    "007",
    " spasi di tepi ",
    "dua\nbaris",
    "<b> & “kutip”",
    "\x01terkendali\x0b",
    "\x01",
    "",
    "x" * 40_000,
    0,
    12.5,
    True,
    False,
    date(2026, 3, 28),
    time(9, 30),
    ("satu", "dua"),
    RichText.of("=polos"),
    RichText((Span("=miring ", italic=True), Span("& tebal", bold=True), Span(" \x01biasa "))),
    RichText(),
]


def book_with(row: int) -> Workbook:
    """A title to fill, and one styled cell in `row` with a rule: the model of the rows."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page["A1"].font = Font(italic=True)
    page.cell(row, 1).font = Font(bold=True)
    page.row_dimensions[row].height = 15
    rule = DataValidation(type="list", formula1='"Ada,Belum"')
    rule.add(f"A{row}")
    page.add_data_validation(rule)
    book.custom_doc_props.append(StringProperty(name="kunci", value=""))  # type: ignore[attr-defined]
    return book


def opened(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(content), rich_text=True).worksheets[0]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:30])
def test_a_cell_is_filled_as_openpyxl_writes_it(value: CellValue) -> None:
    """Value, type and emphasis are those of `put_value`, also of a text that begins with `=`."""
    book = book_with(3)
    cell = book.worksheets[0]["A3"]
    assert isinstance(cell, Cell)
    if isinstance(value, date | time):
        cell.number_format = "d mmmm yyyy hh.mm"
    content = BlankForm.of(book).filled({}, [FormRow([value], 15)], PROPERTIES)
    put_value(cell, value)
    buffer = BytesIO()
    book.save(buffer)
    assert shown(content) == shown(buffer.getvalue())


def shown(content: bytes) -> tuple[str, str, str, bool]:
    """Value, type, number format and weight of the cell that is filled."""
    cell = opened(content)["A3"]
    return repr(cell.value), cell.data_type, cell.number_format, bool(cell.font.b)


def test_a_text_like_a_formula_stays_text() -> None:
    content = BlankForm.of(book_with(3)).filled({"A1": "=2"}, [FormRow(["=1+1"], 15)], PROPERTIES)
    page = opened(content)
    assert [(page[at].value, page[at].data_type) for at in ("A1", "A3")] == [
        ("=2", "s"),
        ("=1+1", "s"),
    ]


def test_values_that_compare_equal_are_kept_apart() -> None:
    """1 is True and 1.0 for Python; a text is not its emphasised self."""
    plain, italic = RichText.of("a"), RichText.of("a", italic=True)
    rows = [FormRow([value], 15) for value in (1, True, 1.0, False, 0, plain, italic, "a")]
    page = opened(BlankForm.of(book_with(3)).filled({}, rows, PROPERTIES))
    values = [page.cell(row, 1).value for row in range(3, 11)]
    assert values[:6] == [1, "√", 1, None, 0, "a"]
    assert isinstance(values[6], CellRichText)
    assert values[7] == "a"
    assert not isinstance(values[7], CellRichText)


def test_spaces_at_the_edge_of_a_text_are_marked_to_be_kept() -> None:
    """Excel drops them otherwise; openpyxl reads them either way."""
    content = BlankForm.of(book_with(3)).filled({}, [FormRow([" tepi "], 15)], PROPERTIES)
    sheet = read_parts(content)["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="A3" s="2" t="inlineStr"><is><t xml:space="preserve"> tepi </t></is></c>' in sheet


def test_rows_follow_the_model_and_rules_reach_the_last() -> None:
    rows = [FormRow(["satu"], 20), FormRow([None], 33), FormRow(["tiga"], 48.5)]
    page = opened(BlankForm.of(book_with(3)).filled({"A1": "Maret"}, rows, PROPERTIES))
    assert page.dimensions == "A1:A5"
    assert [page.cell(row, 1).value for row in range(1, 7)] == [
        "Maret", None, "satu", None, "tiga", None,
    ]  # fmt: skip
    assert [page.row_dimensions[row].height for row in (3, 4, 5)] == [20, 33, 48.5]
    assert all(page.cell(row, 1).font.b for row in (3, 4, 5))
    assert [str(rule.sqref) for rule in page.data_validations.dataValidation] == ["A3:A5"]


def test_a_form_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        BlankForm.of(book_with(3)).filled({}, [], PROPERTIES)


def test_a_file_is_dated_by_its_properties_and_not_by_its_making() -> None:
    content = BlankForm.of(book_with(3)).filled({}, [FormRow(["a"], 15)], PROPERTIES)
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.properties.created == book.properties.modified == datetime(2026, 3, 31)
    assert (book.properties.title, book.properties.creator) == ("Judul", "Kantor")
    assert [(p.name, p.value) for p in book.custom_doc_props.props] == [("kunci", "nilai")]  # type: ignore[attr-defined]


def test_a_form_is_the_same_whatever_was_made_before_it() -> None:
    """A form full of answers leaves nothing in the blank that the next one is made from."""
    march, plan = Period(2026, Cycle.MONTH, 3), full_plan()
    answered = replace(
        plan,
        realisations=(
            Realisation("RA-101", 3, persen=40, kendala="Hujan", batas=date(2026, 3, 28)),
        ),
    )
    form_file._blank.cache_clear()
    alone = form_workbook(plan.office, march, rows_of(plan, march)[1])
    form_file._blank.cache_clear()
    first = form_workbook(plan.office, march, rows_of(answered, march)[0])
    assert form_workbook(plan.office, march, rows_of(plan, march)[1]) == alone
    assert "Hujan" in texts(first)
    assert "Hujan" not in texts(alone)


def texts(content: bytes) -> set[object]:
    return {cell.value for row in opened(content).iter_rows() for cell in row}
