"""A paper explained through its life: not made, made, stale, stopped, signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.cases.plans import decree, plan
from tests.cases.products import products
from tests.cases.workshops import FakeOffice
from tests.cases.year_folder import make_decree, reworded, sign
from zi_docs.build.program import program_identity
from zi_docs.build.soundness import Condition
from zi_docs.build.staleness import Judge, Tools
from zi_docs.findings import Finding, Place, error
from zi_docs.model import Plan
from zi_docs.product import Family
from zi_docs.settings import DEFAULTS
from zi_docs.status.explanation import Explanation, PaperState, as_dict, explain

DAY = date(2026, 2, 1)
OFFICE = FakeOffice()
WRONG = error("KEP-TANGGAL", "Tanggal keputusan keliru; perbaiki.", Place("zi.xlsx", "Keputusan"))


def explained(
    year: Plan,
    folder: Path,
    name: str = "keputusan/renaksi-asli",
    errors: tuple[Finding, ...] = (),
    office: str | None = OFFICE.identity(),
) -> Explanation:
    kin = products(year, Family.DECREE)
    product = next(product for product in kin if product.name == name)
    tools = Tools(program_identity(), office)
    judge = Judge.of(folder, DEFAULTS.templates, tools, year)
    return explain(product, kin, judge, year, errors, DAY)


def test_a_paper_that_was_never_made(tmp_path: Path) -> None:
    paper = explained(plan(), tmp_path)
    assert (paper.state, paper.why) == (PaperState.UNMADE, "belum pernah dibuat")
    assert (paper.made_key, paper.template) == ("", DEFAULTS.templates / "keputusan-renaksi.docx")
    assert {path.name: state for path, state in paper.files} == {
        "renaksi-asli.docx": Condition.MISSING,
        "renaksi-asli.pdf": Condition.MISSING,
    }


def test_a_made_paper_becomes_stale_with_its_workbook(tmp_path: Path) -> None:
    make_decree(plan(), OFFICE, tmp_path)
    fresh = explained(plan(), tmp_path)
    assert (fresh.state, fresh.made_key) == (PaperState.FRESH, fresh.key)
    assert {state for _, state in fresh.files} == {Condition.AS_MADE}

    stale = explained(reworded(), tmp_path)
    assert stale.state is PaperState.STALE
    assert "berubah" in stale.why
    assert stale.made_key == fresh.key != stale.key


def test_an_error_of_the_workbook_stops_it_whatever_stands_there(tmp_path: Path) -> None:
    make_decree(plan(), OFFICE, tmp_path)
    paper = explained(plan(), tmp_path, errors=(WRONG,))
    assert (paper.state, paper.errors) == (PaperState.STOPPED, (WRONG,))


def test_a_signed_paper_is_not_made_again(tmp_path: Path) -> None:
    make_decree(plan(), OFFICE, tmp_path)
    sign(tmp_path)
    paper = explained(reworded(), tmp_path, errors=(WRONG,))
    assert paper.state is PaperState.SIGNED
    assert as_dict(paper)["signed"] == {
        "file": "ditandatangani/renaksi.pdf",
        "date": "2026-01-22",
    }


def test_without_the_office_program_a_bundle_waits_for_it(tmp_path: Path) -> None:
    paper = explained(plan(), tmp_path, "bundel/keputusan-renaksi", office=None)
    assert (paper.state, paper.key) == (PaperState.UNMADE, "")
    assert "LibreOffice belum terpasang" in paper.why


def test_what_a_paper_lacks_is_named(tmp_path: Path) -> None:
    year = replace(plan(), decrees=(replace(decree(), nomor="", tanggal=None),))
    assert [lack.what for lack in explained(year, tmp_path).lacks] == ["nomor", "tanggal"]
