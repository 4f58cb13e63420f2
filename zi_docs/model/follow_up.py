"""What the office was asked to follow up, by whom and until when, beside its own monev."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model.origin import Origin


class FollowUpSource(Enum):
    """Where it was asked for; the values are the words that people choose and read."""

    EVALUATION = "Evaluasi LKE"
    MEETING = "Rapat"
    MONEV = "Monev"
    COMPLAINT = "Pengaduan"
    SURVEY = "Survei"
    OTHER = "Lainnya"


@dataclass(frozen=True)
class RecordedFollowUp:
    """A row of the sheet Tindak Lanjut, or a line of minutes: what is asked, what became of it.

    `acuan` tells where within its source it was asked: an item and its evaluator, a meeting, the
    number of a complaint. The rows that it concerns are those of `baris`; where none is named,
    those that serve an item of `lke`. `keadaan` and `selesai` are as in a `Realisation`. `rapat` is
    the meeting whose minutes alone say it (see `workbook.reading.minutes`).
    """

    id: str
    sumber: FollowUpSource
    uraian: str
    acuan: str = ""
    tanggal: date | None = None
    lke: str = ""
    baris: tuple[str, ...] = ()
    pic: str = ""
    batas: date | None = None
    tindak_lanjut: str = ""
    keadaan: str = ""
    selesai: date | None = None
    rapat: str = ""
    origin: Origin = Origin()

    @property
    def name(self) -> str:
        """Its source with the reference, as papers name it: `Evaluasi LKE (PPF4A, TPI unit)`.

        Of minutes the meeting, whose name says what it is.
        """
        if self.rapat:
            return self.acuan
        return f"{self.sumber.value} ({self.acuan})" if self.acuan else self.sumber.value
