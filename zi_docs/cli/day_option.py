"""A day as an option of the command line: read as in a cell of dates.

Every verb has it: it stands apart from months and periods, whose words take their time to load.
"""

from __future__ import annotations

from datetime import datetime, time

import click

from zi_docs.workbook.reading.moments import DATED_YEARS, calendar_day, date_parts


class DayOption(click.ParamType[datetime]):
    """A day, as a datetime at midnight; a click usage error for what is none."""

    name = "tanggal"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows the value."""
        return "TANGGAL"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read a day; `2026-01-22`, `22-01-2026`, `22 Januari 2026` alike."""
        if isinstance(value, datetime):
            return value
        parts = date_parts(value)
        day = calendar_day(parts) if parts else None
        if day is None or day.year not in DATED_YEARS:
            self.fail(f"“{value}” bukan tanggal. Tuliskan misalnya 2026-01-22 atau 22-01-2026.")
        return datetime.combine(day, time())
