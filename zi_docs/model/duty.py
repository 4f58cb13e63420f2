"""What an agency's offices must do by a day of the year, whatever their plan says."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Duty:
    """A duty: `bulan` are its months, 1 to 12, `hari` the last day in each, 0 the month's last.

    `dasar` is what it rests on; where nobody has read that text, it is not `diperiksa`.
    """

    id: str
    perihal: str
    bulan: tuple[int, ...]
    hari: int
    dasar: str
    diperiksa: bool = False
    catatan: str = ""

    @property
    def basis(self) -> str:
        """What it rests on, and whether that is certain."""
        return self.dasar if self.diperiksa else f"{self.dasar}, sebagaimana dilaporkan"

    def due_days(self, year: int) -> Iterator[date]:
        """The days of a year by which it is to be done, in order."""
        for month in sorted(self.bulan):
            last = calendar.monthrange(year, month)[1]
            yield date(year, month, min(self.hari or last, last))
