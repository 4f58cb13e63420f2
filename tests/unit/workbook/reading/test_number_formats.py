"""Numbers as Excel shows them to somebody in Indonesia."""

from __future__ import annotations

import pytest

from zi_docs.workbook.reading.number_formats import shown_number


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1500, "#,##0", "1.500"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (0, "#,##0", "0"),
        (1500000, '"Rp" #,##0', "Rp 1.500.000"),
        (1500000, "[$Rp-421]\\ #,##0", "Rp 1.500.000"),
        (1500000, '_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "Rp 1.500.000"),
        (0, '_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "Rp -"),
        (1.1, "0.00", "1,10"),
        (0.855, "0%", "86%"),
        (0.855, "0.0%", "85,5%"),
        (1, "0%", "100%"),
        (7, "0000", "0007"),
        (198503, '0000" "00', "1985 03"),
        (81234567890, "0000-0000-0000", "0812-3456-7890"),
        (12, '0 "dokumen"', "12 dokumen"),
        (1, '"√";;', "√"),
        (0, "0;-0;;@", ""),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (-0.4, "0", "0"),
        (2.5, "0", "3"),
        (1234567, '0,,"jt"', "1jt"),
        (5, "0.##", "5"),
        (5, "[Red]0", "5"),
        (5, "@", "5"),
        (1.0, "General", "1"),
        (100000.0, "General", "100000"),
        (1e20, "General", "1" + 20 * "0"),
        (0.1 + 0.2, "General", "0,3"),
        (1 / 3, "General", "0,333333333"),
        (0.00001234, "General", "0,00001234"),
        # Longer than any number that Excel keeps, but cells hold them.
        (1e308, "0.00", "1" + 308 * "0" + ",00"),
        (10**400, "General", "1" + 400 * "0"),
        (5e-324, "0%", "0%"),
        (1, "0." + 2000 * "0", None),
        (0.5, "# ?/?", None),
        (5, "0.00E+00", None),
        (5, "[>3]0;0", None),
        (5, "0 kali", None),
    ],
)
def test_numbers_as_they_are_shown(
    value: int | float, number_format: str, shown: str | None
) -> None:
    assert shown_number(value, number_format) == shown
