"""Word files of every kind of paper as the program renders them; no office program is needed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.cases.realisations import with_half_year
from tests.cases.signing import plan_signed_in_every_way, text_pdf
from tests.cases.staffed import staffed
from zi_docs.catalog import catalog
from zi_docs.model import Plan, areas_of
from zi_docs.product import Given, Made, PdfPart, Product, Properties
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.specimens import specimens
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[2] / "source" / "zi-2026.xlsx"
_ROWS = 4
_PDF = PdfPart(text_pdf("halaman"), Properties("", "", "", "", date(2026, 1, 1)))


def rendered(product: Product, templates: Path = DEFAULTS.templates) -> bytes:
    """The DOCX of a paper in its first state of pages; what it needs is a PDF of one page."""
    needs = {name: Made({}, _PDF) for name in product.needs}
    making = product.make(Given(templates, needs))
    try:
        conversion = next(making)
    except StopIteration as end:
        (docx,) = end.value.files.values()
        return bytes(docx)
    making.close()
    return conversion.docx


def of_each_kind(products: Iterable[Product]) -> dict[str, bytes]:
    """A file of each template, kind, state (draft or not) and way to be signed, by its name."""
    papers: dict[tuple[object, ...], Product] = {}
    for product in products:
        if product.template:
            key = (product.template, product.kind, product.draft, product.converts)
            papers.setdefault(key, product)
    return {product.name: rendered(product) for product in papers.values()}


@cache
def staffed_plan() -> Plan:
    """The real plan with a name on every seat and half a year of realisations.

    A few rows of each area stand for all: more of them only cost time.
    """
    with tempfile.TemporaryDirectory() as folder:
        plan, _ = read_plan(staffed(SOURCE, Path(folder) / "zi-2026.xlsx"))
    assert plan is not None
    rows = [row for area in areas_of(plan) for row in area.rows[:_ROWS]]
    return with_half_year(replace(plan, activities=tuple(rows)))


@cache
def files_of_every_kind() -> dict[str, bytes]:
    """Files of the staffed year, and of decrees and a letter that are finished in SRIKANDI.

    Of the monthly papers those of June are taken, which have something to tell.
    """
    year = Year(staffed_plan())
    everything = [*catalog(year).products(), *specimens(year)]
    filled = [p for p in everything if "2026-0" not in p.name or "2026-06" in p.name]
    signed = catalog(Year(plan_signed_in_every_way())).products()
    uploaded = [p for p in signed if p.name.endswith("-srikandi")]
    return of_each_kind(filled) | of_each_kind(uploaded)
