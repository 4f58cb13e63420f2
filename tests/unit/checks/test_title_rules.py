"""Titles: how they are written, and how they are spelt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import plan
from tests.cases.staffed import NAMES
from zi_docs.checks.title_rules import check_titles
from zi_docs.findings import Finding
from zi_docs.model import Official, Origin


def told(name: str) -> list[Finding]:
    person = Official(
        "KSB", "Kasubbag", name, origin=Origin("zi.xlsx", "Pejabat", 4, {"nama": "B4"})
    )
    return list(check_titles(replace(plan(), officials=(person,))))


@pytest.mark.parametrize(
    "name",
    [*NAMES, "Prof. Dr. H. Nama Contoh, S.I.P., M.IP.", "dr. Nama Contoh", "R Nama Contoh",
     "Nama Contoh, Gelar.Lain", "", "Nama M. Contoh",
     "NAMA SE"],
)  # fmt: skip
def test_titles_that_are_spelt_as_they_are(name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("NAMA CONTOH, S.KOM.", "“S.Kom.”, bukan “S.KOM.”"),
        ("Nama Contoh, SH, M.H", "“S.H.”, bukan “SH” dan “M.H.”, bukan “M.H”"),
        ("Nama Contoh, S. Pd.I", "“S.Pd.I.”, bukan “S. Pd.I”"),
        ("Nama Contoh, S.H. M.H.", "“S.H., M.H.”, bukan “S.H. M.H.”"),
        ("Nama Contoh S.E.", "“Contoh, S.E.”, bukan “Contoh S.E.”"),
        ("Nama Contoh SH", "“Contoh, S.H.”, bukan “Contoh SH”"),
        ("Drs Nama Contoh", "“Drs.”, bukan “Drs”"),
        ("DR. Nama Contoh, Phd", "“Dr.”, bukan “DR.” dan “Ph.D.”, bukan “Phd”"),
    ],
)
def test_titles_in_another_form(name: str, changes: str) -> None:
    (finding,) = told(name)
    assert str(finding).startswith(
        f"zi.xlsx › Pejabat!B4: saran: Gelar pada nama KSB lazim ditulis {changes}. Perbaiki"
    )
