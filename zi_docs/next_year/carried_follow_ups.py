"""What next year's workbook has to follow up: all that the year before left open.

A deadline that is over is only noted: the office sets a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from zi_docs.model import Plan
from zi_docs.monev.followup import OtherFollowUp, Recommendation, others_on, recommendations
from zi_docs.wording.dates import long_date, month_name
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows, follow_up_rows

_MONTHS = range(1, 13)
_REALISATIONS, _FOLLOW_UPS, _NOTE = "realisasi", "tindak_lanjut", "catatan"


def open_recommendations(plan: Plan) -> dict[str, list[Recommendation]]:
    """The recommendations of the plan's year that nobody followed up, by the row's ID."""
    last_day = date(plan.office.tahun, 12, 31)
    rows = {row.id for row in plan.activities}
    waiting: dict[str, list[Recommendation]] = {}
    for advice in recommendations(plan, _MONTHS, _MONTHS[-1], last_day):
        if advice.open and advice.activity.id in rows:
            waiting.setdefault(advice.activity.id, []).append(advice)
    return waiting


def carry_recommendations(
    rows: WorkbookRows, waiting: Mapping[str, Sequence[Recommendation]], old: int, year: int
) -> None:
    """Put the open recommendations into the sheet Realisasi, one row for each row of the plan.

    They stand in January of the new year, so that its first recap shows them.
    """
    rows[_REALISATIONS] += [_carried(key, advice, old, year) for key, advice in waiting.items()]


def _carried(
    key: str, advice: Sequence[Recommendation], old: int, year: int
) -> dict[str, CellValue]:
    entries = [each.entry for each in advice]
    texts = dict.fromkeys(entry.rekomendasi.strip() for entry in entries)
    planned = dict.fromkeys(each.answer for each in advice if each.answer)
    deadlines = sorted({entry.batas for entry in entries if entry.batas is not None})
    ahead = [day for day in deadlines if day.year >= year]
    past = [long_date(day) for day in deadlines if day.year < year]
    months = dict.fromkeys(month_name(entry.reported) for entry in entries)
    note = f"Belum ditindaklanjuti dari {old}: dilaporkan pada {', '.join(months)}"
    if past:
        note += f", batas waktunya {', '.join(past)}"
    values: dict[str, CellValue] = {
        "baris": key,
        "bulan": _MONTHS[0],
        "rekomendasi": "\n".join(texts),
        "tindak_lanjut": "\n".join(planned),
        "pic": ", ".join(dict.fromkeys(entry.pic for entry in entries if entry.pic)),
        "batas": ahead[0] if ahead else None,
        _NOTE: f"{note}.",
    }
    return {key: value for key, value in values.items() if value}


def open_others(plan: Plan) -> list[OtherFollowUp]:
    """What other sources asked in the plan's year, or before it, and nobody has done yet."""
    return [each for each in others_on(plan, date(plan.office.tahun, 12, 31)) if each.open]


def carried_others(
    rows: WorkbookRows, waiting: Iterable[OtherFollowUp], plan: Plan, year: int
) -> list[dict[str, CellValue]]:
    """The rows of the sheet Tindak Lanjut for what is open, with the office's notes of `rows`."""
    notes = {str(row["id"]): str(row.get(_NOTE) or "") for row in rows[_FOLLOW_UPS]}
    known = {row.id.casefold() for row in plan.activities}
    return [_other(each, notes, known, plan.office.tahun, year) for each in waiting]


def _other(
    other: OtherFollowUp, notes: Mapping[str, str], known: set[str], old: int, year: int
) -> dict[str, CellValue]:
    record = other.record
    over = record.batas is not None and record.batas.year < year
    past = f", batas waktunya {long_date(record.batas)}" if record.batas and over else ""
    (values,) = follow_up_rows(
        [
            replace(
                record,
                # A meeting of the new year may have the same ID.
                id=f"{old}-{record.id}" if record.rapat else record.id,
                baris=tuple(key for key in record.baris if key.casefold() in known),
                batas=None if over else record.batas,
            )
        ]
    )
    note = f"Belum ditindaklanjuti dari {old}{past}."
    values[_NOTE] = "\n".join(filter(None, (notes.get(record.id, "").rstrip(), note)))
    return values
