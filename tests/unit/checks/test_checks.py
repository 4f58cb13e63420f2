"""Checks of a plan: a mistake in, a finding with its cell out."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import plan, with_decree
from tests.cases.written_cells import plan_of, row
from zi_docs import checks
from zi_docs.findings import Finding, has_errors
from zi_docs.model import Activity, Consideration, Origin, Part, Plan
from zi_docs.text import RichText


def changed(year: Plan, **changes: object) -> Plan:
    origin = Origin("zi.xlsx", "Rencana Aksi", 7, {"bulan_1": "G7", "target": "S7"})
    row: Activity = replace(year.activities[0], origin=origin, **changes)  # type: ignore[arg-type]
    return replace(year, activities=(row, *year.activities[1:]))


def of_family(family: str, year: Plan) -> list[Finding]:
    """What the checks say with the codes of a family: the small plan's rows say nothing much."""
    return [finding for finding in checks.check(year) if finding.code.startswith(family)]


def test_a_whole_plan_has_no_findings() -> None:
    assert checks.check(plan_of(row())) == []
    assert of_family("KEP-", plan()) == []


def test_a_row_without_a_month() -> None:
    (finding,) = of_family("RA-BULAN", changed(plan(), bulan=frozenset()))
    assert str(finding) == (
        "zi.xlsx › Rencana Aksi!G7: peringatan: Baris RA-001 tidak mempunyai tanda bulan "
        "pelaksanaan; bubuhkan √ pada bulan pelaksanaannya. [RA-BULAN]"
    )
    assert not has_errors([finding])
    assert has_errors([finding], strict=True)


def test_a_row_without_a_target() -> None:
    (finding,) = of_family("RA-TARGET", changed(plan(), target=""))
    assert (finding.code, finding.place.cell) == ("RA-TARGET", "S7")


def test_a_decree_without_its_parts() -> None:
    found = of_family("KEP-", with_decree(plan(), considerations=()))
    assert [finding.message.split("butir ")[1].split(";")[0] for finding in found] == [
        "Menimbang",
        "Mengingat",
        "Diktum",
    ]


def test_an_item_with_neither_words_nor_regulation() -> None:
    year = plan()
    empty = Consideration(
        Part.DICTUM, RichText(), origin=Origin("zi.xlsx", "Konsiderans", 9, {"isi": "C9"})
    )
    broken = with_decree(year, considerations=(*year.decrees[0].considerations, empty))
    (finding,) = of_family("KEP-", broken)
    assert str(finding.place) == "zi.xlsx › Konsiderans!C9"
