"""What next year's workbook says beside a row of the plan: what came of it, what to confirm.

A row is one-off when it is marked in no more than one month: whether it comes again is for the
office to say. It is carried all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zi_docs.model import Activity, Plan
from zi_docs.monev.achievement import Step, by_row, figures, steps
from zi_docs.wording.dates import month_name
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.writing.rewrite import WorkbookRows

_MONTHS = range(1, 13)
_PLAN, _NOTE = "rencana_aksi", "catatan"
_CONFIRM = "Konfirmasi"
_CONFIRMED_LINE = re.compile(rf"^{_CONFIRM} \d{{4}}: .*\n?", re.M)


def is_one_off(activity: Activity) -> bool:
    """Tell whether a row is marked in no more than one month."""
    return len(activity.bulan) <= 1


def add_row_notes(rows: WorkbookRows, plan: Plan, year: int) -> None:
    """Note beside each row what came of it in the plan's year, and whether to confirm it.

    `plan` is that of the old year with its realisations, `year` the new one. What was to be
    confirmed in the old year is said no more.
    """
    planned = by_row(steps(plan, _MONTHS, _MONTHS[-1]))
    activities = {activity.id: activity for activity in plan.activities}
    for row in rows[_PLAN]:
        activity = activities.get(str(row["id"]))
        if activity is not None:
            lines = [_CONFIRMED_LINE.sub("", str(row.get(_NOTE) or "")).rstrip()]
            lines.append(achievement_note(plan.office.tahun, planned.get(activity.id, ())))
            if is_one_off(activity):
                lines.append(_confirmation(activity, plan.office.tahun, year))
            row[_NOTE] = "\n".join(line for line in lines if line)


def achievement_note(year: int, planned: Sequence[Step]) -> str:
    """What came of the steps of a row: `Capaian 2026: 75% (3 dari 4 langkah selesai).`"""
    counts = figures(planned)
    if counts.percent is None:
        return f"Capaian {year}: tidak dijadwalkan."
    if not any(step.started for step in planned):
        return f"Capaian {year}: tanpa realisasi ({counts.planned} langkah dijadwalkan)."
    share = percent_text(counts.percent)
    return f"Capaian {year}: {share}% ({counts.done} dari {counts.planned} langkah selesai)."


def _confirmation(activity: Activity, old: int, year: int) -> str:
    months = [month_name(month) for month in sorted(activity.bulan)]
    when = (
        f"hanya dijadwalkan pada {months[0]} {old}" if months else f"tidak dijadwalkan pada {old}"
    )
    return f"{_CONFIRM} {year}: baris ini {when}; pertahankan, ubah bulannya, atau hapus barisnya."
