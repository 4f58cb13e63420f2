"""Numbers that were typed where the program numbers, and gaps in those inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import excerpt, worded_cells
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Level, Part, Plan

_TYPED = re.compile(r"\(?(?:[a-z]|\d{1,2}|[IVX]{1,5})[.)]\s+\S")
_INLINE = re.compile(r"\((\d{1,2})\)\s")
_NUMBERED = (Part.CONSIDERING, Part.RECALLING, Part.NOTING, *Level)


def check_typed_numbers(plan: Plan) -> Iterator[Finding]:
    """Numbers typed before items that the program numbers, and gaps in those inside a text."""
    for cell in worded_cells(plan):
        if cell.part in _NUMBERED and _TYPED.match(cell.text):
            yield suggestion(
                "KEP-NOMOR",
                f"Butir “{excerpt(cell.text)}” diawali nomor yang diketik, padahal nomor dibuat "
                "program; hapuslah nomornya.",
                cell.place,
            )
        numbers = [int(number) for number in _INLINE.findall(cell.text)]
        if numbers and numbers != list(range(1, len(numbers) + 1)):
            listed = ", ".join(f"({number})" for number in numbers)
            yield suggestion(
                "KEP-NOMOR",
                f"Nomor di dalam teks tidak berurutan: {listed}. Urutkan mulai dari (1).",
                cell.place,
            )
