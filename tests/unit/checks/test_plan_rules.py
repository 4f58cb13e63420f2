"""Columns of the monitoring form that do not exist."""

from dataclasses import replace

from tests.cases.plans import plan
from zi_docs.checks.plan_rules import check_form_columns


def test_an_unknown_column_is_named() -> None:
    chosen = replace(plan(), form_columns=("Realisasi", "batas waktu", "Anggaran"))
    (finding,) = check_form_columns(chosen)
    assert (finding.code, finding.place.sheet) == ("MON-KOLOM", "Referensi")
    assert "“Anggaran”" in finding.message
