"""What an agency's offices must do by a day of the year, whatever their plan says."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LAST_MONTH = "{bulan-lalu}"


@dataclass(frozen=True)
class Duty:
    """A duty: `bulan` are its months, 1 to 12, `hari` the last day in each, 0 the month's last.

    `dasar` is what it rests on; where nobody has read that text, it is not `diperiksa`. `naskah` is
    the name of the paper that fulfils it, with `LAST_MONTH` for the month before the day.
    """

    id: str
    perihal: str
    bulan: tuple[int, ...]
    hari: int
    dasar: str
    diperiksa: bool = False
    catatan: str = ""
    naskah: str = ""

    @property
    def basis(self) -> str:
        """What it rests on, and whether that is certain."""
        return self.dasar if self.diperiksa else f"{self.dasar}, sebagaimana dilaporkan"

    def paper(self, day: date) -> str:
        """The name of the paper that is due on a day; empty where none is made here."""
        month = day.replace(day=1) - timedelta(days=1)
        return self.naskah.replace(LAST_MONTH, f"{month:%Y-%m}")

    def due_days(self, year: int) -> Iterator[date]:
        """The days of a year by which it is to be done, in order."""
        for month in sorted(self.bulan):
            last = calendar.monthrange(year, month)[1]
            yield date(year, month, min(self.hari or last, last))
