"""The columns of the monitoring form: declared once, known to everything that shows them."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import docx
import pytest

from tests.cases.plans import plan
from zi_docs.checks import check
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.formulir_monev import TEMPLATE, area_form
from zi_docs.settings import DEFAULTS
from zi_docs.text import OMITTED
from zi_docs.workbook.sheets.form_sheets import (
    ANSWERS,
    FORM_COLUMNS,
    FORMULIR,
    QUESTION_COUNT,
    chosen_columns,
)
from zi_docs.workbook.sheets.list_sheets import REFERENSI
from zi_docs.workbook.sheets.plan_sheets import REALISASI

MARCH = Period(2026, Cycle.MONTH, 3)
KEYS = [column.key for column in FORM_COLUMNS]
# What an answer is about; the month of report follows from the form's period.
ABOUT = {"baris", "bulan", "bulan_lapor"}


def test_every_answer_is_a_column_of_realisasi_and_a_field_of_a_realisation() -> None:
    answers = {key for column in FORM_COLUMNS for key in column.answers}
    assert answers == {c.key for c in REALISASI.columns if c.in_record} - ABOUT
    assert answers == {field.name for field in fields(Realisation)} - ABOUT - {"origin"}


def test_the_form_on_a_screen_asks_for_the_answers_as_realisasi_does() -> None:
    asked = FORMULIR.columns[QUESTION_COUNT:]
    assert [column.key for column in asked] == list(ANSWERS)
    assert asked == tuple(REALISASI.by_key[key] for key in ANSWERS)


def test_the_form_on_a_screen_names_columns_as_the_paper_does() -> None:
    """What is asked; under Bukti the paper has the answer, the screen what the plan asks for."""
    titles = {column.key: column.title for column in FORM_COLUMNS if not column.answers}
    shared = {c.key: c.header for c in FORMULIR.columns[:QUESTION_COUNT] if c.key in titles}
    assert shared == {
        "komponen": "Komponen",
        "indikator": "Indikator",
        "langkah_aksi": "Langkah Aksi",
        "target": "Target",
        "bulan": "Bulan",
    }
    assert shared.items() <= titles.items()


def test_every_column_that_can_be_left_out_is_in_referensi() -> None:
    offered = REFERENSI.by_key["Kolom formulir monev"]
    assert offered.choices == tuple(c.title for c in FORM_COLUMNS if c.optional)
    assert "No, Komponen, Langkah Aksi, dan Bulan selalu ada." in offered.help


def test_the_template_prints_every_column() -> None:
    """Its table holds `{{p kolom.pic }}` in the header and `{{ baris.pic }}` in the rows."""
    table, *_ = docx.Document(DEFAULTS.templates / TEMPLATE).tables
    # A cell that spans columns is told once for each of them.
    cells = dict.fromkeys(cell.text for row in table.rows for cell in row.cells)
    tags = [tag for cell in cells for tag in re.findall(r"\b(?:kolom|baris)\.\w+", cell)]
    assert tags == [*(f"kolom.{key}" for key in KEYS), *(f"baris.{key}" for key in KEYS)]


def context(year: Plan) -> dict[str, object]:
    return dict(area_form(year, MARCH, rows_of(year, MARCH)[0]).context)


def test_the_paper_fills_every_column() -> None:
    filled = context(plan())
    assert list(filled["kolom"]) == KEYS  # type: ignore[call-overload]
    for section in filled["bagian"]:  # type: ignore[attr-defined]
        for row in section["baris"]:
            assert sorted(row) == sorted(KEYS)


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ((), KEYS),
        (
            ("realisasi", " % ", "Bukti Dukung"),
            ["nomor", "komponen", "langkah_aksi", "bulan", "realisasi", "persen", "bukti"],
        ),
    ],
)
def test_the_office_chooses_columns_by_title(named: tuple[str, ...], shown: list[str]) -> None:
    assert [column.key for column in chosen_columns(named)] == shown
    columns = context(replace(plan(), form_columns=named))["kolom"]
    assert [k for k, v in columns.items() if v is not OMITTED] == shown  # type: ignore[attr-defined]


def test_the_note_on_evidence_stands_only_below_a_form_that_asks_for_it() -> None:
    assert context(plan())["catatan"] == "*) Coret yang tidak perlu."
    assert context(replace(plan(), form_columns=("Realisasi",)))["catatan"] == ""


def test_a_title_that_no_column_has_is_found() -> None:
    named = replace(plan(), form_columns=("Realisasi", "Anggaran"))
    (finding,) = [found for found in check(named) if found.code == "MON-KOLOM"]
    assert finding.message == (
        "Kolom formulir monev “Anggaran” tidak dikenal. Pilih dari: Indikator, Target, Realisasi, "
        "%, Bukti Dukung, Kendala, Rekomendasi/Tindak Lanjut, PIC, Batas Waktu."
    )
