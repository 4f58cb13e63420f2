"""The rows of a filled form against the plan: whose rows they are, and what they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zi_docs.findings import Finding, error, warning
from zi_docs.forms.merged import answered
from zi_docs.model import Activity, Plan, Realisation, same_id
from zi_docs.monev.achievement import EVIDENCE_PRESENT
from zi_docs.monev.periods import Period
from zi_docs.wording.dates import month_name
from zi_docs.workbook.reading.cell_text import suggestion
from zi_docs.workbook.reading.parse import TypedRow
from zi_docs.workbook.sheets.form_sheets import ANSWERS


def realisations_of(
    plan: Plan, period: Period, rows: Sequence[TypedRow]
) -> tuple[list[Realisation], list[Finding]]:
    """What the rows report; rows of unknown ID or month, and repeated rows, are left out.

    A month before the period is overdue there: what is said of it was reported at its end.
    """
    first_rows: dict[tuple[str, int], TypedRow] = {}
    findings: list[Finding] = []
    realisations: list[Realisation] = []
    for row in rows:
        if not row.whole:
            continue
        activity, problems = _activity(plan, row)
        findings += problems
        if activity is None:
            continue
        problem = _wrong_month(activity, period, row) or _twice(first_rows, activity, row)
        if problem is not None:
            findings.append(problem)
            continue
        record = _record(activity, period, row)
        if set(answered(record)) - {"pic"}:
            realisations.append(record)
            findings += _without_link(record)
    return realisations, findings


def _activity(plan: Plan, row: TypedRow) -> tuple[Activity | None, list[Finding]]:
    """The row of the plan that a row of the form is about, judged by its ID and its words."""
    key, words = str(row.values["baris"]), _plain(str(row.values.get("langkah_aksi", "")))
    activity = next((a for a in plan.activities if same_id(a.id, key)), None)
    place = row.origin.at("baris")
    if activity is None:
        hint = suggestion(key, [a.id for a in plan.activities])
        message = f"ID baris “{key}” tidak ada di rencana aksi.{hint} Kembalikan ID semula."
        return None, [error("MON-BARIS", message, place)]
    if not words or words == _plain(activity.langkah_aksi.plain):
        return activity, []
    owner = next((a for a in plan.activities if _plain(a.langkah_aksi.plain) == words), None)
    if owner is not None:
        message = (
            f"ID baris “{key}” tidak cocok dengan langkah aksinya, yaitu milik {owner.id}. "
            "Kembalikan ID semula."
        )
        return None, [error("MON-BARIS", message, place)]
    message = (
        f"Langkah aksi {key} pada formulir ini berbeda dari rencana aksi sekarang. Periksa apakah "
        "laporannya masih sesuai."
    )
    return activity, [warning("MON-LANGKAH", message, row.origin.at("langkah_aksi"))]


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _wrong_month(activity: Activity, period: Period, row: TypedRow) -> Finding | None:
    month = row.values["bulan"]
    if month in activity.bulan and isinstance(month, int) and month <= period.last:
        return None
    return error(
        "MON-BULAN",
        f"{activity.id} tidak ditanyakan untuk bulan {month} pada formulir {period.name}. "
        "Kembalikan bulan semula.",
        row.origin.at("bulan"),
    )


def _twice(
    first_rows: dict[tuple[str, int], TypedRow], activity: Activity, row: TypedRow
) -> Finding | None:
    key = (activity.id, int(str(row.values["bulan"])))
    first = first_rows.setdefault(key, row)
    if first is row:
        return None
    return error(
        "MON-GANDA",
        f"{activity.id} bulan {month_name(key[1])} sudah ada di {first.origin.at('baris')}; "
        "baris ini tidak dibaca. Hapuslah salah satunya.",
        row.origin.at("baris"),
    )


def _record(activity: Activity, period: Period, row: TypedRow) -> Realisation:
    month = int(str(row.values["bulan"]))
    answers: dict[str, Any] = {k: v for k, v in row.values.items() if k in ANSWERS}
    late = period.last if month < period.first else None
    return Realisation(activity.id, month, bulan_lapor=late, origin=row.origin, **answers)


def _without_link(record: Realisation) -> Iterator[Finding]:
    if record.bukti_ada == EVIDENCE_PRESENT and not record.tautan:
        yield warning(
            "MON-BUKTI",
            f"Bukti dukung {record.baris} dinyatakan ada, tetapi tautan atau nama berkasnya "
            "belum diisi.",
            record.origin.at("tautan"),
        )
