"""The working days of an Indonesian office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from zi_docs.data import shipped
from zi_docs.findings import Finding, Place, note
from zi_docs.model import Plan
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.reading.moments import calendar_day, date_parts

_PUBLIC, _JOINT_LEAVE = "public", "government"
_ESTIMATED = "(perkiraan)"
_FRIDAY = 4
# `18 Agustus 2026: hari jadi kabupaten`; a day may also be followed by its name in brackets.
_NAMED_DAY = re.compile(r"(.+?)\s*(?:[:;(|]|\s[-–—]\s)\s*(.+?)\)?")


@dataclass(frozen=True)
class OffDays:
    """Public holidays, joint leave days (cuti bersama) and local ones of a year, with their names.

    Local ones are those of the sheet Referensi.
    """

    year: int
    public: Mapping[date, str]
    joint_leave: Mapping[date, str]
    local: Mapping[date, str] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on a day of the year."""
        off = day in self.public or day in self.joint_leave or day in self.local
        return day.weekday() <= _FRIDAY and not off

    def findings(self, place: Place) -> Iterator[Finding]:
        """What is not known of the year's days off."""
        if not self.joint_leave:
            yield note(
                "JADWAL-CUTI",
                f"Pustaka hari libur belum memuat cuti bersama tahun {self.year}; yang dihindari "
                "hanya hari libur nasional. Cocokkan tanggalnya dengan Keputusan Bersama Menteri "
                "setelah ditetapkan.",
                place,
            )
        estimated = [day for day in self.public if self.is_estimated(day)]
        if estimated:
            yield note(
                "JADWAL-PERKIRAAN",
                f"Hari libur {enumeration([long_date(day) for day in estimated])} masih perkiraan; "
                "cocokkan tanggal rapat setelah ditetapkan.",
                place,
            )

    def is_estimated(self, day: date) -> bool:
        """Whether a public holiday still waits for the ministers' decree."""
        return _ESTIMATED in self.public.get(day, "")


def off_days(year: int) -> OffDays:
    """The days off of a year in Indonesia, named in Indonesian.

    Years whose days are decreed stand in `days_off.toml`: the `holidays` library, which knows the
    others, takes a quarter of a second to load.
    """
    known = shipped("days_off").get(str(year))
    if known is None:
        return OffDays(year, library_days(year, _PUBLIC), library_days(year, _JOINT_LEAVE))
    public, leave = (
        {date.fromisoformat(day): str(name) for day, name in known[key].items()}
        for key in ("libur", "cuti")
    )
    return OffDays(year, public, leave)


def plan_off_days(plan: Plan) -> OffDays:
    """The days off of the plan's year, with the local ones that its workbook names."""
    known = off_days(plan.office.tahun)
    local = dict(filter(None, map(local_day, plan.local_days_off)))
    return OffDays(known.year, known.public, known.joint_leave, local)


def local_day(text: str) -> tuple[date, str] | None:
    """The day and the name that a value of the list names; None when it names no day."""
    match = _NAMED_DAY.fullmatch(text.strip())
    words, name = (match[1], match[2]) if match else (text, "hari libur daerah")
    parts = date_parts(words)
    day = calendar_day(parts) if parts else None
    return (day, name) if day else None


def library_days(year: int, category: str) -> dict[date, str]:
    """The days off of a year and category (`public`, `government`) in the `holidays` library."""
    import holidays

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
