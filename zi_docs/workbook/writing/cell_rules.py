"""Rules of input cells: drop-down lists, limits, a colour for what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.workbook.sheets.schema import Column, Kind
from zi_docs.workbook.writing import looks

_Style = Literal["stop", "warning"]
_Number = Literal["whole", "decimal"]
ChoiceRanges = Mapping[str, str]
"""Cell ranges of the values to choose from: an ID column by sheet key, a list by its name, a column
whose values are offered by sheet and key."""


def add_dropdown(sheet: Worksheet, column: Column, cells: str, ranges: ChoiceRanges) -> None:
    """Offer the allowed values of a column in its cells, or limit what may be typed."""
    rule = _validation_rule(column, ranges)
    if rule is not None:
        rule.add(cells)
        sheet.add_data_validation(rule)


def colour_missing(sheet: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    """Colour, in rows `first` to `last`, what is required and empty in a row that was begun."""
    width = get_column_letter(len(columns))
    fill = PatternFill(bgColor=looks.MISSING_COLOUR)
    for number, column in enumerate(columns, start=1):
        if column.required:
            letter = get_column_letter(number)
            formula = f"AND(COUNTA($A{first}:${width}{first})>0,LEN(TRIM({letter}{first}))=0)"
            rule = FormulaRule(formula=[formula], fill=fill)  # type: ignore[no-untyped-call]
            sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)


def _validation_rule(column: Column, ranges: ChoiceRanges) -> DataValidation | None:
    if column.kind is Kind.CHOICE and column.choices:
        remedy = f"Pilih salah satu: {', '.join(column.choices)}."
        return _list_rule(_inline_list(column.choices), column, remedy, "stop")
    source = ranges.get(_source_key(column))
    if column.kind in (Kind.CHOICE, Kind.REF) and source:
        sheet = source.split("!")[0].strip("'")
        return _list_rule(source, column, f"Isian ini tidak ada di lembar {sheet}.", "warning")
    if column.offers and source:
        return DataValidation(type="list", formula1=source, allow_blank=True)
    if column.kind is Kind.MARK:
        # Offered, not enforced: v, x and 1 are marks too.
        return DataValidation(type="list", formula1=_inline_list(("√",)), allow_blank=True)
    if column.kind is Kind.INTEGER:
        return _number_rule("whole", column, 0, 99999, "Tuliskan bilangan bulat dengan angka saja.")
    if column.kind is Kind.PERCENT:
        return _number_rule("decimal", column, 0, 100, "Tuliskan 0 sampai dengan 100.")
    return None


def _source_key(column: Column) -> str:
    if column.list_name or column.offers:
        return column.list_name or column.offers
    # A drop-down takes a single range; a reference to either of two sheets is typed.
    return column.refers[0] if len(column.refers) == 1 else ""


def _inline_list(choices: tuple[str, ...]) -> str:
    return f'"{",".join(choices)}"'


def _list_rule(source: str, column: Column, remedy: str, style: _Style) -> DataValidation:
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    return _with_error_message(rule, column, remedy, style)


def _number_rule(kind: _Number, column: Column, low: int, high: int, remedy: str) -> DataValidation:
    rule = DataValidation(
        type=kind, operator="between", formula1=str(low), formula2=str(high), allow_blank=True
    )
    return _with_error_message(rule, column, remedy, "stop")


def _with_error_message(
    rule: DataValidation, column: Column, remedy: str, style: _Style
) -> DataValidation:
    rule.showErrorMessage = True
    rule.errorStyle = style
    rule.errorTitle = column.header[:32]
    rule.error = remedy[:255]
    return rule
