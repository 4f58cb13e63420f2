"""Fifteen mistakes that stand in the real workbook, each told at its cell."""

from __future__ import annotations

import json

import pytest

from tests.e2e.conftest import generate_here

# What is wrong, the code that tells it, the cell.
MISTAKES = [
    ("Menimbang a has no predicate", "KEP-KLAUSA", "Konsiderans!C4"),
    ("a semicolon before sebagaimana", "PER-FRASA", "Peraturan!M14"),
    ("PERPRES-81-2010 ended in 2025", "PER-PERIODE", "Peraturan!E10"),
    ("PERPRES-81-2010 ended in 2025, where it is cited", "PER-PERIODE", "Konsiderans!D12"),
    ("Peraturan Menteri 52/2014 was replaced by 90/2021", "PER-DICABUT", "Narasi!C6"),
    ("Dokumen Rencana Kerja, where the title says Rencana Aksi", "KEP-ISTILAH", "Narasi!C47"),
    ("one area, where the table has six", "KEP-LINGKUP", "Narasi!C48"),
    ("RA-051: setiap triwulan against marks 10, 11, 12", "RA-FREKUENSI", "Rencana Aksi!F54"),
    ("RA-026: semester against marks 4, 8, 12", "RA-FREKUENSI", "Rencana Aksi!F29"),
    ("RA-052: follow-up in the months of what it follows", "RA-URUTAN", "Rencana Aksi!P55"),
    ("RA-015: the indicator of RA-016", "RA-KEMBAR", "Rencana Aksi!D18"),
    ("RA-016: the indicator of RA-015", "RA-KEMBAR", "Rencana Aksi!D19"),
    ("RA-043: evidence equals action", "RA-SALIN", "Rencana Aksi!F46"),
    ("RA-056: evidence is an activity", "RA-BUKTI-KEGIATAN", "Rencana Aksi!F59"),
    ("RA-042: two pieces run together", "RA-GABUNG", "Rencana Aksi!F45"),
    ("RA-017: terhadap terhadap", "BHS-GANDA", "Rencana Aksi!D20"),
    ("RA-047: dtindaklanjuti", "BHS-EJA", "Rencana Aksi!D50"),
    ("RA-066: a survey under Pengelolaan Pengaduan", "RA-KOMPONEN-BARIS", "Rencana Aksi!C69"),
    ("RA-067: a survey under Pengelolaan Pengaduan", "RA-KOMPONEN-BARIS", "Rencana Aksi!C70"),
    ("RA-068: a survey under Pengelolaan Pengaduan", "RA-KOMPONEN-BARIS", "Rencana Aksi!C71"),
]


@pytest.fixture(scope="module")
def told_at() -> dict[tuple[str, str], str]:
    """What `periksa` says of the shipped workbook, by code and cell."""
    findings = json.loads(generate_here("periksa", "--json").stdout)["findings"]
    return {
        (finding["code"], f"{finding['place']['sheet']}!{finding['place']['cell']}"): finding[
            "message"
        ]
        for finding in findings
    }


@pytest.mark.parametrize(("mistake", "code", "cell"), MISTAKES, ids=[m for m, *_ in MISTAKES])
def test_a_mistake_is_told_at_its_cell_with_a_remedy(
    told_at: dict[tuple[str, str], str], mistake: str, code: str, cell: str
) -> None:
    message = told_at[code, cell]
    # What is wrong, then what to do.
    assert len(message.replace("; ", ". ").split(". ")) > 1, mistake
