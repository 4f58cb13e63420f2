"""Columns of the monitoring form that do not exist; follow-ups whose state and day do not fit."""

from dataclasses import replace
from datetime import date

from tests.cases.plans import plan
from zi_docs.checks.monev_rules import check_closings, check_form_columns
from zi_docs.checks.year_rules import check_year
from zi_docs.model import Origin, Realisation


def test_an_unknown_column_is_named() -> None:
    chosen = replace(plan(), form_columns=("Realisasi", "batas waktu", "Anggaran"))
    (finding,) = check_form_columns(chosen)
    assert (finding.code, finding.place.sheet) == ("MON-KOLOM", "Referensi")
    assert "“Anggaran”" in finding.message


def closing(state: str, day: date | None) -> Realisation:
    at = Origin("zi.xlsx", "Realisasi", 5, {"keadaan": "L5", "selesai": "M5"})
    return Realisation("RA-001", 1, rekomendasi="Lengkapi", keadaan=state, selesai=day, origin=at)


def test_a_closing_has_a_day_and_what_is_open_has_none() -> None:
    for state, day, cell in (
        ("Selesai", None, "M5"),
        ("Belum", date(2026, 3, 1), "L5"),
    ):
        (finding,) = check_closings(replace(plan(), realisations=(closing(state, day),)))
        assert (finding.code, finding.place.cell) == ("MON-SELESAI", cell)
    whole = (closing("Selesai", date(2026, 3, 1)), closing("Belum", None), closing("", None))
    assert list(check_closings(replace(plan(), realisations=whole))) == []


def test_nothing_was_closed_before_the_year() -> None:
    old = replace(plan(), realisations=(closing("Selesai", date(2025, 12, 1)),))
    codes = [(f.code, f.place.cell) for f in check_year(old) if f.place.sheet == "Realisasi"]
    assert codes == [("TAHUN-SELESAI", "M5")]
