"""Codes of the LKE that name no item, or one of another area."""

from dataclasses import replace

from tests.cases.plans import activity, plan
from zi_docs.checks.lke_rules import check_lke_codes
from zi_docs.findings import Severity
from zi_docs.model import Origin

AREA = "I MANAJEMEN PERUBAHAN"


def findings(codes: str, area: str = AREA) -> list[tuple[str, Severity, str]]:
    at = Origin("zi.xlsx", "Rencana Aksi", 4, {"lke": "U4"})
    row = replace(activity("RA-001", area, "Tim Kerja", 1), lke=codes, origin=at)
    checked = list(check_lke_codes(replace(plan(), activities=(row,))))
    assert all(finding.place.cell == "U4" for finding in checked)
    return [(finding.code, finding.severity, finding.message) for finding in checked]


def test_codes_that_are_right_in_any_writing() -> None:
    assert findings("PPA1A, PPA1B") == findings("ppa1a; A.1.I.i.b") == findings("") == []


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    ((code, severity, message),) = findings("PPA1A, PPAIB")
    assert (code, severity) == ("LKE-KODE", Severity.WARNING)
    assert "“PPAIB”" in message
    assert "Mungkin maksudnya PPA1B." in message
    ((_, _, message),) = findings("BUTIR")
    assert "Periksa kodenya" in message


def test_an_item_of_another_area_is_asked_about() -> None:
    ((code, severity, message),) = findings("PPF4A")
    assert (code, severity) == ("LKE-AREA", Severity.SUGGESTION)
    assert "ada di area VI" in message
    assert "ada di area I;" in message


def test_areas_of_the_offices_own_are_left_alone() -> None:
    assert findings("PPF4A", "PELAYANAN PEMILIH") == []
