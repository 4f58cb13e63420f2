"""Full numbers by pattern, both ways; the register; the number proposed next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.plans import office, plan
from zi_docs.model import GivenNumber, Meeting, NumberPattern, Plan
from zi_docs.numbering.numbered_papers import NumberedPaper, find_numbered_paper
from zi_docs.numbering.patterns import full_number, running_number
from zi_docs.numbering.register import (
    all_series,
    drop_registered_papers,
    enter_number,
    next_number,
    number_gaps,
    number_uses,
    propose_number,
    uses_in_series,
)
from zi_docs.workbook.writing.rewrite import WorkbookRows

OFFICE = replace(office(), kode_satker="1504")
LETTER = NumberPattern("Undangan", "{no}/{klasifikasi}-{jenis}/{satker}/{tahun}", "Und")
ROMAN = NumberPattern("Nota Dinas", "{no}/{jenis}/{bulan-romawi}/{tahun}", "ND", digit=3)
PAPER = NumberedPaper("Undangan", "R-01", "rapat", "Evaluasi", "", date(2026, 9, 3), "PW.02")


def year(**changes: object) -> Plan:
    patterns = (NumberPattern("Keputusan", "{no}"), LETTER)
    whole = replace(plan(), office=OFFICE, number_patterns=patterns, numbers=())
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pattern", "number", "full"),
    [
        (LETTER, 7, "7/PW.02-Und/1504/2026"),
        (ROMAN, 7, "007/ND/IX/2026"),
        (ROMAN, 1234, "1234/ND/IX/2026"),
        (NumberPattern("SD", "B-{no}.{bulan}/{tahun}"), 5, "B-5.09/2026"),
    ],
)
def test_a_pattern_gives_a_number_and_takes_it_apart(
    pattern: NumberPattern, number: int, full: str
) -> None:
    assert full_number(pattern, number, PAPER, OFFICE).text == full
    assert running_number(pattern, full, PAPER, OFFICE) == number


@pytest.mark.parametrize(
    "text",
    [
        "7/PW.02-Und/1504/2025",
        "7/PP.02-Und/1504/2026",
        "7/PW.02-SD/1504/2026",
        "7/PW.02-Und/9999/2026",
        "x/PW.02-Und/1504/2026",
        "7 PW.02-Und 1504 2026",
    ],
)
def test_a_number_of_another_form_is_not_taken_apart(text: str) -> None:
    assert running_number(LETTER, text, PAPER, OFFICE) is None


def test_what_is_not_known_is_named_and_left_open() -> None:
    undated = replace(PAPER, tanggal=None, klasifikasi="")
    monthly = NumberPattern("Undangan", "{no}/{klasifikasi}/{satker}/{bulan}/{bulan-romawi}")
    full = full_number(monthly, 7, undated, office())
    assert full.text == "7/…/…/…/…"
    assert full.missing == (
        "Klasifikasi",
        "Kode satuan kerja pada lembar Instansi",
        "Tanggal surat",
    )
    assert running_number(monthly, "7/PW.02/1504/09/IX", undated, office()) == 7


def test_the_register_with_gaps_and_the_next_number() -> None:
    given = tuple(
        GivenNumber("Undangan", number, date(2026, 2, number)) for number in (3, 4, 7, 12)
    )
    letter = Meeting(
        "R-09", "Evaluasi", date(2026, 3, 3), nomor="13/PW.02-Und/1504/2026", klasifikasi="PW.02"
    )
    whole = year(numbers=given, meetings=(letter,))
    decrees, letters = all_series(whole)
    assert [use.nomor for use in uses_in_series(number_uses(whole), decrees)] == [10]
    held = uses_in_series(number_uses(whole), letters)
    assert [use.nomor for use in held] == [3, 4, 7, 12, 13]
    assert number_gaps(held) == [(5, 6), (8, 11)]
    assert next_number(held) == 14
    assert next_number([]) == 1


def test_another_year_and_another_signer_count_apart() -> None:
    given = (
        GivenNumber("Undangan", 99, date(2025, 12, 30)),
        GivenNumber("Undangan", 1, date(2026, 1, 5)),
    )
    decrees = (*plan().decrees, replace(plan().decrees[0], id="spip", penanda_tangan="SEK"))
    whole = year(numbers=given, decrees=decrees)
    assert [(s.jenis, s.tahun) for s in all_series(whole)] == [
        ("Keputusan", 2026),
        ("Undangan", 2026),
        ("Undangan", 2025),
        ("Keputusan Sekretaris", 2026),
    ]
    assert [s.tahun for s in all_series(whole, "undangan")] == [2026, 2025]


def test_a_number_is_proposed_in_full_and_entered_only_when_asked() -> None:
    meeting = Meeting("R-01", "Evaluasi", date(2026, 3, 3), klasifikasi="PW.02")
    whole = year(numbers=(GivenNumber("Undangan", 6),), meetings=(meeting,))
    paper = find_numbered_paper(whole, "r-01")
    assert paper is not None
    proposed = propose_number(whole, paper)
    assert proposed is not None
    assert proposed.full.text == "7/PW.02-Und/1504/2026"

    rows: WorkbookRows = {"rapat": [{"id": "R-00"}, {"id": "R-01"}]}
    enter_number(rows, proposed)
    assert rows["rapat"] == [{"id": "R-00"}, {"id": "R-01", "nomor": "7/PW.02-Und/1504/2026"}]
    (entry,) = rows["nomor"]
    assert (entry["jenis"], entry["nomor"], entry["dokumen"]) == ("Undangan", 7, "R-01")


def test_a_number_already_on_the_paper_is_offered_for_the_register() -> None:
    whole = year()
    paper = find_numbered_paper(whole, "renaksi")
    assert paper is not None
    proposed = propose_number(whole, paper)
    assert proposed is not None
    assert (proposed.nomor, proposed.full.text) == (10, "10")


def test_no_pattern_no_offer() -> None:
    whole = year(number_patterns=())
    paper = find_numbered_paper(whole, "renaksi")
    assert paper is not None
    assert propose_number(whole, paper) is None
    assert find_numbered_paper(whole, "tidak-ada") is None


def test_a_paper_and_its_own_entry_are_one_line() -> None:
    whole = year(numbers=(GivenNumber("Keputusan", 10, date(2026, 1, 22), "10", "RENAKSI"),))
    (held,) = [uses_in_series(number_uses(whole), s) for s in all_series(whole, "Keputusan")]
    assert [use.registered for use in held] == [True, False]
    assert [use.registered for use in drop_registered_papers(held)] == [True]
