"""Filled monitoring forms -> realisations: each file judged alone, so that the others are read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error, note
from zi_docs.forms.form_identity import period_of
from zi_docs.forms.form_rows import realisations_of
from zi_docs.forms.merged import Merged, merge
from zi_docs.model import Plan, Realisation
from zi_docs.settings import DEFAULTS, Settings, neighbour_years
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.cell_text import fold_name
from zi_docs.workbook.reading.package import damaged_file, place_of_file
from zi_docs.workbook.reading.parse import parse_table
from zi_docs.workbook.sheets.form_sheets import FORMULIR

FOLDER = "realisasi"
_FORM = ".xlsx"
_OTHER_TABLES = (".xlsm", ".xls", ".xlsb", ".ods", ".csv")


@dataclass
class Answers:
    """What the forms of a folder say, and what is wrong with them."""

    realisations: list[Realisation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def with_answers(plan: Plan, source: Path, settings: Settings = DEFAULTS) -> tuple[Plan, Merged]:
    """The plan with the realisations of its sheet and of the forms beside its workbook merged.

    The forms stand in the folder `realisasi` next to `source`, at any depth. The findings are
    those of the forms and of the merging.
    """
    others = neighbour_years(source) - {plan.office.tahun}
    answers = read_answers(plan, source.parent / FOLDER, settings, others)
    merged = merge((*plan.realisations, *answers.realisations))
    merged = replace(merged, findings=(*answers.findings, *merged.findings))
    return replace(plan, realisations=merged.realisations), merged


def read_answers(
    plan: Plan, folder: Path, settings: Settings = DEFAULTS, other_years: Collection[int] = ()
) -> Answers:
    """Read every form below a folder, in the order of their paths; a folder may be missing.

    The forms of `other_years` are left to the workbooks of those years.
    """
    answers = Answers()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if not path.name.startswith((".", "~$")):
            realisations, findings = _read_file(plan, path, settings, other_years)
            answers.realisations += realisations
            answers.findings += findings
    return answers


def _read_file(
    plan: Plan, path: Path, settings: Settings, other_years: Collection[int]
) -> tuple[list[Realisation], list[Finding]]:
    place = place_of_file(path)
    kind = path.suffix.casefold()
    if kind != _FORM:
        return [], [_other_kind(place, kind)]
    book = read_book(path, settings)
    findings, sheets = book.findings, book.sheets
    if sheets is None:
        return [], findings
    try:
        period, mismatches = period_of(book.content, sheets, plan.office, place, other_years)
    except Exception:
        # openpyxl lets any exception of its parsers through; whichever it is, the file is broken.
        return [], [*findings, damaged_file(place)]
    findings += mismatches
    form = next((raw for raw in sheets if fold_name(raw.title) == fold_name(FORMULIR.title)), None)
    if period is None or form is None:
        return [], findings
    rows, problems = parse_table(FORMULIR, form)
    realisations, more = realisations_of(plan, period, rows)
    return realisations, [*findings, *problems, *more]


def _other_kind(place: Place, kind: str) -> Finding:
    if kind in _OTHER_TABLES:
        return error(
            "MON-JENIS",
            f"Formulir berjenis {kind} tidak dibaca. Simpanlah sebagai Buku Kerja Excel (.xlsx).",
            place,
        )
    return note(
        "MON-JENIS",
        "Berkas ini bukan formulir monev dan tidak dibaca. Pindahkan dari folder ini.",
        place,
    )
