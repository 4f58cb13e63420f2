"""Realisations of two sources: gaps are filled, contradictions found."""

from __future__ import annotations

from zi_docs.forms.merged import merge
from zi_docs.model import Origin, Realisation
from zi_docs.text import RichText

SHEET = Origin("zi.xlsx", "Realisasi", 4, {"persen": "C4", "kendala": "G4"})
FORM = Origin("area-1.xlsx", "Formulir", 10, {"persen": "I10", "kendala": "M10"})


def test_the_same_answer_twice_is_fine() -> None:
    merged = merge(
        (
            Realisation("RA-001", 1, persen=80, uraian=RichText.of("Rapat"), origin=SHEET),
            Realisation("ra-001", 1, persen=80.0, uraian=RichText.of("Rapat "), origin=FORM),
        )
    )
    assert len(merged.realisations) == 1
    assert merged.findings == ()


def test_one_source_fills_what_the_other_left_empty() -> None:
    merged = merge(
        (
            Realisation("RA-001", 1, persen=80, origin=SHEET),
            Realisation("RA-001", 1, kendala="Anggaran", origin=FORM),
        )
    )
    (record,) = merged.realisations
    assert (record.persen, record.kendala) == (80, "Anggaran")


def test_different_answers_name_both_cells_and_the_first_prevails() -> None:
    merged = merge(
        (
            Realisation("RA-001", 1, persen=80, origin=SHEET),
            Realisation("RA-001", 1, persen=90, origin=FORM),
        )
    )
    (finding,) = merged.findings
    assert merged.realisations[0].persen == 80
    assert str(finding) == (
        "area-1.xlsx › Formulir!I10: kesalahan: Realisasi RA-001 bulan Januari di sel ini berbeda "
        "dengan zi.xlsx › Realisasi!C4; yang dipakai isi sel itu. Samakan keduanya, atau "
        "kosongkan salah satunya. [MON-BEDA]"
    )


def test_a_later_report_on_the_same_month_is_no_contradiction() -> None:
    merged = merge(
        (
            Realisation("RA-001", 1, persen=80, origin=SHEET),
            Realisation("RA-001", 1, persen=100, bulan_lapor=3, origin=FORM),
        )
    )
    assert [one.reported for one in merged.realisations] == [1, 3]
    assert merged.findings == ()
