"""The catalog: what a plan gives to make, listed once and read by everything that lists papers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from zi_docs.catalog import SUPPORTING_PAPERS, Touched, catalog, products_of, touched
from zi_docs.model import Plan
from zi_docs.product import Family, Product
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.specimens import specimens

ROOT = Path(__file__).parents[2]


def year(**changes: object) -> Year:
    """The small plan with one meeting."""
    return Year(replace(plan(), meetings=(meeting(),), **changes))  # type: ignore[arg-type]


PERIODIC = {Family.FORM, Family.RECAP, Family.REPORT}


def listed(found: Year) -> list[Product]:
    return catalog(found).products()


def test_a_decree_and_a_meeting_give_these_products() -> None:
    """What supporting papers there are is told by the test of each of their modules."""
    others = {*PERIODIC, *(papers.FAMILY for papers in SUPPORTING_PAPERS)}
    names = [p.name for p in listed(year()) if p.about.family not in others]
    assert names == [
        "keputusan/renaksi-paraf",
        "keputusan/renaksi-asli",
        "keputusan/renaksi-salinan",
        "bundel/keputusan-renaksi",
        "jdih/2026kpt0010",
        "jdih/2026kpt0010-metadata",
        "jdih/2026kpt0010-abstrak",
        "rapat/R-01/undangan",
        "rapat/R-01/daftar-hadir",
        "rapat/R-01/notula",
        "rapat/R-01/dokumentasi",
        "rapat/R-01/laporan",
        "bundel/rapat-R-01",
        "rapat/R-01/perorangan/undangan-01",
        "bundel/undangan-R-01",
    ]


def test_a_month_and_a_quarter_give_these_products() -> None:
    """RA-001 and RA-002 are due in January; nothing of area II before June."""
    names = {
        p.name: p.on_request
        for p in listed(year())
        if p.about.family in PERIODIC and p.about.id in ("2026-01", "2026-tw1")
    }
    assert names == {
        "monev/2026-01/area-1": False,
        "monev/2026-01/area-2": False,
        "monev/2026-01/rekap": False,
        "monev/2026-01/area-1.xlsx": False,
        "bundel/monev-2026-01": False,
        "monev/2026-tw1/area-1": True,
        "monev/2026-tw1/area-2": True,
        "monev/2026-tw1/rekap": True,
        "monev/2026-tw1/area-1.xlsx": True,
        "bundel/monev-2026-tw1": True,
        "monev/2026-tw1/rekap-capaian": False,
        "bundel/rekap-2026-tw1": False,
        "monev/2026-01/rekap-capaian": True,
        "bundel/rekap-2026-01": True,
        "monev/2026-tw1/laporan": False,
        "bundel/laporan-2026-tw1": False,
    }


def test_names_and_targets_are_unique_and_needs_stand_before_who_needs_them() -> None:
    products = listed(year())
    names = [product.name for product in products]
    targets = [target for product in products for target in product.targets]
    assert len(set(names)) == len(names)
    assert len(set(targets)) == len(targets)
    for place, product in enumerate(products):
        assert set(product.needs) <= set(names[:place]), product.name


def test_asking_for_one_product_brings_what_it_needs_and_no_more() -> None:
    topics = catalog(year()).about()
    names = [p.name for p in products_of(topics, lambda p: p.name == "jdih/2026kpt0010")]
    assert names == ["keputusan/renaksi-salinan", "jdih/2026kpt0010"]


def test_composing_draws_no_chart_and_opens_no_workbook() -> None:
    """Neither matplotlib nor LibreOffice's wrapper is even loaded to know what changed."""
    code = (
        "import sys\n"
        "from tests.cases.plans import plan\n"
        "from zi_docs.build.digest import input_hashes\n"
        "from zi_docs.catalog import catalog\n"
        "from zi_docs.revision.states import Year\n"
        "from zi_docs.settings import DEFAULTS\n"
        "import openpyxl\n"
        "def refuse(*arguments): raise AssertionError('a workbook was written')\n"
        "openpyxl.Workbook = refuse\n"
        "for product in catalog(Year(plan())).products():\n"
        "    input_hashes(product, DEFAULTS.templates)\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_every_template_is_filled_by_a_product_of_the_year_or_its_specimens() -> None:
    """What `templat periksa` reads: no template of the program escapes it."""
    found = year()
    used = {product.template for product in (*listed(found), *specimens(found))}
    assert used - {""} == {path.name for path in DEFAULTS.templates.glob("*.docx")}


def row(key: str, **fields: object) -> Callable[[Plan], Plan]:
    """A change of one row of the plan."""

    def change(before: Plan) -> Plan:
        rows = [replace(a, **fields) if a.id == key else a for a in before.activities]  # type: ignore[arg-type]
        return replace(before, activities=tuple(rows))

    return change


def reordered(before: Plan) -> Plan:
    first, second, *others = before.activities
    return replace(before, activities=(second, first, *others))


def official(before: Plan) -> Plan:
    ketua, *others = before.officials
    return replace(before, officials=(replace(ketua, nama="Ketua Baru"), *others))


def postponed(before: Plan) -> Plan:
    (call,) = before.meetings
    return replace(before, meetings=(replace(call, tanggal=call.tanggal + timedelta(days=1)),))


@pytest.mark.parametrize(
    ("change", "named", "untouched"),
    [
        (row("RA-003", indikator=rich("Lain")), "monev/2026-12/area-1", "monev/2026-01/area-1"),
        (row("RA-001", bulan=frozenset({2})), "monev/2026-01/area-1", "monev/2026-12/area-2"),
        (reordered, "keputusan/renaksi-asli", "rapat/R-01/notula"),
        (official, "keputusan/renaksi-asli", "monev/2026-12/area-2.xlsx"),
        (postponed, "rapat/R-01/undangan", "keputusan/renaksi-asli"),
    ],
)
def test_a_change_names_only_papers_that_can_be_made(
    change: Callable[[Plan], Plan], named: str, untouched: str
) -> None:
    before = year()
    after = replace(before, plan=change(before.plan))
    alterations: list[Touched] = touched(catalog(before), catalog(after))
    names = {alteration.product.name for alteration in alterations}
    possible = {product.name for found in (before, after) for product in listed(found)}
    assert named in names
    assert untouched not in names
    assert names <= possible


def test_a_bundle_is_touched_with_its_paper_and_the_copy_for_jdih_with_the_copy() -> None:
    before = year()
    after = replace(before, plan=row("RA-003", target="90%")(before.plan))
    names = {alteration.product.name for alteration in touched(catalog(before), catalog(after))}
    assert {"keputusan/renaksi-salinan", "bundel/keputusan-renaksi", "jdih/2026kpt0010"} <= names
