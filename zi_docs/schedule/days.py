"""The working days of an Indonesian office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from zi_docs.findings import Finding, Place, note
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration

_PUBLIC, _JOINT_LEAVE = "public", "government"
_ESTIMATED = "(perkiraan)"
_FRIDAY = 4


@dataclass(frozen=True)
class OffDays:
    """Public holidays and joint leave days (cuti bersama) of a year, with their names."""

    year: int
    public: Mapping[date, str]
    joint_leave: Mapping[date, str]

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on a day of the year."""
        return day.weekday() <= _FRIDAY and day not in self.public and day not in self.joint_leave

    def findings(self, place: Place) -> Iterator[Finding]:
        """What the `holidays` library does not know about the year."""
        if not self.joint_leave:
            yield note(
                "JADWAL-CUTI",
                f"Pustaka hari libur belum memuat cuti bersama tahun {self.year}; yang dihindari "
                "hanya hari libur nasional. Cocokkan tanggalnya dengan Keputusan Bersama Menteri "
                "setelah ditetapkan.",
                place,
            )
        estimated = [day for day, name in self.public.items() if _ESTIMATED in name]
        if estimated:
            yield note(
                "JADWAL-PERKIRAAN",
                f"Hari libur {enumeration([long_date(day) for day in estimated])} masih perkiraan; "
                "cocokkan tanggal rapat setelah ditetapkan.",
                place,
            )


def off_days(year: int) -> OffDays:
    """The days off of a year in Indonesia, from the `holidays` library, named in Indonesian."""
    return OffDays(year, _holiday_names(year, _PUBLIC), _holiday_names(year, _JOINT_LEAVE))


def _holiday_names(year: int, category: str) -> dict[date, str]:
    names = holidays.country_holidays(
        "ID", years=year, expand=False, categories=(category,), language="id"
    )
    return dict(sorted(names.items()))


def working_days(off: OffDays, month: int, since: date) -> list[date]:
    """The working days of a month from `since` on."""
    day = date(off.year, month, 1)
    days = []
    while day.month == month:
        if day >= since and off.is_working_day(day):
            days.append(day)
        day += timedelta(days=1)
    return days


def spread_evenly(days: Sequence[date], count: int) -> list[date]:
    """`count` different days, spread evenly over `days`; `count` is at most `len(days)`."""
    return [days[(2 * index + 1) * len(days) // (2 * count)] for index in range(count)]
