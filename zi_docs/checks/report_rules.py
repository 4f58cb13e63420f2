"""Checks of what the team writes for its reports."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.model import Plan, ReportPart


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


CHECKS = (check_report_areas,)
