"""What only the team can say in a report on monitoring and evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zi_docs.model.origin import Origin
from zi_docs.text import RichText


class ReportPart(Enum):
    """A part of the report that the team writes; the value is what the workbook calls it."""

    BACKGROUND = "Latar belakang"
    METHOD = "Cara pemantauan"
    ANALYSIS = "Analisis area"
    OBSTACLES = "Kendala"
    ADVICE = "Rekomendasi"
    CLOSING = "Penutup"


@dataclass(frozen=True)
class ReportText:
    """The words of a part of the reports of one period, or of all where `periode` is empty.

    `area` is the area that an analysis is about, as the sheet Referensi lists it.
    """

    bagian: ReportPart
    isi: RichText
    periode: str = ""
    area: str = ""
    origin: Origin = Origin()
