"""Every verb that lists papers lists those of the catalog: nothing is made that others forget."""

from __future__ import annotations

from pathlib import Path

import pytest

from zi_docs.catalog import Catalog, catalog, touched
from zi_docs.cli.run import Run
from zi_docs.cli.verb_manifes import _expected
from zi_docs.cli.verb_semua import _products
from zi_docs.cli.verbs_templat import _filling
from zi_docs.model import Plan
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def yearly(plan: Plan) -> list[Product]:
    """What the real workbook gives to make every year."""
    return [product for product in catalog(Year(plan)).products() if not product.on_request]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(SOURCE, tmp_path, as_json=True, strict=False)


def names(products: list[Product]) -> list[str]:
    return [product.name for product in products]


def test_the_year_of_the_real_plan(yearly: list[Product]) -> None:
    """285 DOCX, 348 PDF, 72 XLSX and the two metadata files of JDIH."""
    targets = [target for product in yearly for target in product.targets]
    endings = [target.rpartition(".")[2] for target in targets]
    counts = {ending: endings.count(ending) for ending in dict.fromkeys(endings)}
    assert counts == {"docx": 285, "pdf": 348, "json": 1, "csv": 1, "xlsx": 72}


def test_semua_makes_them_all(run: Run, plan: Plan, yearly: list[Product]) -> None:
    products, whole = _products(run, plan)
    assert names(products) == names(yearly)
    assert whole


def test_manifes_expects_them_all(run: Run, yearly: list[Product]) -> None:
    assert _expected(run) == {"2026": names(yearly)}


def test_revisi_names_them_all_where_everything_is_new(plan: Plan, yearly: list[Product]) -> None:
    alterations = touched(Catalog(()), catalog(Year(plan)))
    listed = [a.product.name for a in alterations if not a.product.on_request]
    assert listed == names(yearly)


def test_templat_periksa_reads_every_paper_and_every_template(
    run: Run, plan: Plan, yearly: list[Product]
) -> None:
    papers = list(_filling(run, plan))
    filling = [product for product in yearly if product.template]
    assert names(papers)[: len(filling)] == names(filling)
    templates = {path.name for path in DEFAULTS.templates.glob("*.docx")}
    assert {paper.template for paper in papers} == templates
