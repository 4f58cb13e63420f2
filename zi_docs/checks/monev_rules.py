"""Checks of the monitoring: the columns of its form, closed follow-ups, texts of its reports."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.forms.form_rows import closings_of_entry
from zi_docs.model import Plan, ReportPart
from zi_docs.workbook.sheets.form_sheets import OPTIONAL_TITLES


def check_closings(plan: Plan) -> Iterator[Finding]:
    """A follow-up that is done needs the day on which it was."""
    for entry in plan.realisations:
        yield from closings_of_entry(entry)


def check_form_columns(plan: Plan) -> Iterator[Finding]:
    """A column of the monitoring form that does not exist is a typing error."""
    optional = {title.casefold() for title in OPTIONAL_TITLES}
    for name in plan.form_columns:
        if name.strip().casefold() not in optional:
            yield warning(
                "MON-KOLOM",
                f"Kolom formulir monev “{name}” tidak dikenal. Pilih dari: "
                f"{', '.join(OPTIONAL_TITLES)}.",
                Place(plan.office.origin.file, "Referensi"),
            )


def check_report_areas(plan: Plan) -> Iterator[Finding]:
    """An analysis that does not say which area it is about is printed nowhere."""
    for text in plan.report_texts:
        if text.bagian is ReportPart.ANALYSIS and not text.area:
            yield warning(
                "MONEV-AREA",
                "Analisis ini tidak menyebut areanya, sehingga tidak dicetak. Pilihlah areanya "
                "pada kolom Area.",
                text.origin.at("area"),
            )


CHECKS = (check_form_columns, check_closings, check_report_areas)
