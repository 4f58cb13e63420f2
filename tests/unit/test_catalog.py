"""What the catalog reaches: `templat periksa` sees every template of the program."""

from __future__ import annotations

from pathlib import Path

from zi_docs.catalog import catalog, specimens
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[2] / "source" / "zi-2026.xlsx"


def test_every_template_is_filled_by_a_product_of_the_year_or_a_specimen() -> None:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    year = Year(plan)
    used = {product.template for product in (*catalog(year).products(), *specimens(year))}
    assert used - {""} == {path.name for path in DEFAULTS.templates.glob("[!~.]*.docx")}
