"""The rows of a filled form against the plan: whose rows they are, and what they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zi_docs.findings import Finding, error, warning
from zi_docs.forms.follow_up_answers import follow_up_of
from zi_docs.forms.merged import answered
from zi_docs.model import CLOSED, OPEN, Activity, Plan, Realisation, RecordedFollowUp, same_id
from zi_docs.monev.achievement import EVIDENCE_PRESENT
from zi_docs.monev.periods import Period
from zi_docs.monev.plan_in_force import known_rows, rows_ever
from zi_docs.wording.dates import long_date, month_name
from zi_docs.wording.nearest_names import suggestion
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
        key, problems = _subject(plan, period, row)
        findings += problems
        if key is None:
            continue
        problem = _twice(first_rows, key, row)
        if problem is not None:
            findings.append(problem)
            continue
        record = _record(key, period, row)
        if set(answered(record)) - {"pic"}:
            realisations.append(record)
            findings += (*_without_link(record), *closings_of_entry(record))
            findings += days_of_other_years(record, plan.office.tahun)
    return realisations, findings


def _subject(plan: Plan, period: Period, row: TypedRow) -> tuple[str | None, list[Finding]]:
    """The ID of the row of the plan, or of the follow-up, that a row of the form is about."""
    follow_up = follow_up_of(plan, str(row.values["baris"]))
    if follow_up is not None:
        return follow_up.id, []
    activity, findings = _activity(plan, period, row)
    problem = _wrong_month(activity, period, row) if activity else None
    if activity is None or problem is not None:
        return None, [*findings, *([problem] if problem else [])]
    return activity.id, findings


def _activity(plan: Plan, period: Period, row: TypedRow) -> tuple[Activity | None, list[Finding]]:
    """The row of the plan that a row of the form is about, judged by its ID and its words.

    It is looked for in what was in force from the row's month to the end of the form's period: an
    amendment of that time may have come before or after the form was filled.
    """
    key, words = str(row.values["baris"]), _plain(str(row.values.get("langkah_aksi", "")))
    month = row.values["bulan"]
    inside = isinstance(month, int) and 1 <= month <= period.last
    rows = known_rows(plan, month if inside else period.first, period.last)  # type: ignore[arg-type]
    own = [a for a in rows if same_id(a.id, key)]
    if not own:
        return None, list(_unknown_row(plan, period, key, rows, row))
    activity = next((a for a in own if month in a.bulan), own[0])
    if not words or words in [_plain(a.langkah_aksi.plain) for a in own]:
        return activity, []
    place = row.origin.at("baris")
    owner = next((a for a in rows if _plain(a.langkah_aksi.plain) == words), None)
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


def _unknown_row(
    plan: Plan, period: Period, key: str, rows: Sequence[Activity], row: TypedRow
) -> Iterator[Finding]:
    """What is to be said of a row that was not in force; nothing of one left unanswered.

    A form made before an amendment may ask about a row that went.
    """
    place = row.origin.at("baris")
    if any(same_id(known.id, key) for known in rows_ever(plan)):
        message = (
            f"Baris {key} tidak termasuk rencana aksi yang berlaku pada {period.name}; jawabannya "
            "tidak dibaca. Kosongkan jawabannya, atau isikan pada formulir periode yang memuatnya."
        )
        if set(row.values) & set(ANSWERS) - {"pic"}:
            yield error("MON-BARIS", message, place)
        return
    hint = suggestion(key, [a.id for a in rows])
    message = f"ID baris “{key}” tidak ada di rencana aksi.{hint} Kembalikan ID semula."
    yield error("MON-BARIS", message, place)


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
    first_rows: dict[tuple[str, int], TypedRow], subject: str, row: TypedRow
) -> Finding | None:
    key = (subject, int(str(row.values["bulan"])))
    first = first_rows.setdefault(key, row)
    if first is row:
        return None
    return error(
        "MON-GANDA",
        f"{subject} bulan {month_name(key[1])} sudah ada di {first.origin.at('baris')}; "
        "baris ini tidak dibaca. Hapuslah salah satunya.",
        row.origin.at("baris"),
    )


def _record(subject: str, period: Period, row: TypedRow) -> Realisation:
    month = int(str(row.values["bulan"]))
    answers: dict[str, Any] = {k: v for k, v in row.values.items() if k in ANSWERS}
    late = period.last if month < period.first else None
    return Realisation(subject, month, bulan_lapor=late, origin=row.origin, **answers)


def closings_of_entry(entry: Realisation) -> Iterator[Finding]:
    """Findings on the closing of what follows an entry."""
    return closing_findings(entry, f"Tindak lanjut {entry.baris} bulan {month_name(entry.bulan)}")


def closing_findings(record: Realisation | RecordedFollowUp, named: str) -> Iterator[Finding]:
    """Findings on a follow-up whose state and day of closing do not fit.

    One that is closed without a day would be closed in papers of former periods, too.
    """
    if record.keadaan == CLOSED and record.selesai is None:
        yield warning(
            "MON-SELESAI",
            f"{named} dinyatakan selesai tanpa tanggal. Isilah Tanggal selesai, agar naskah "
            "periode sebelumnya tidak ikut berubah.",
            record.origin.at("selesai"),
        )
    if record.keadaan == OPEN and record.selesai is not None:
        yield warning(
            "MON-SELESAI",
            f"{named} dinyatakan belum selesai, tetapi Tanggal selesai diisi. Betulkan salah "
            "satunya.",
            record.origin.at("keadaan"),
        )


def days_of_other_years(record: Realisation | RecordedFollowUp, year: int) -> Iterator[Finding]:
    """A deadline or day of closing before the year is another year's, one long after it a slip.

    What follows is due, and closed, in the year or in the next.
    """
    if record.batas is not None and not year <= record.batas.year <= year + 1:
        yield error(
            "TAHUN-BATAS",
            f"Batas waktu {long_date(record.batas)} {_beside(record.batas.year, year)}. Hapus "
            "realisasi tahun lain dari lembar ini, atau tetapkan batas waktu baru.",
            record.origin.at("batas"),
        )
    if record.selesai is not None and not year <= record.selesai.year <= year + 1:
        yield error(
            "TAHUN-SELESAI",
            f"Tanggal selesai {long_date(record.selesai)} {_beside(record.selesai.year, year)}. "
            "Hapus realisasi tahun lain dari lembar ini, atau perbaiki tanggalnya.",
            record.origin.at("selesai"),
        )


def _beside(other: int, year: int) -> str:
    return f"mendahului tahun {year}" if other < year else f"melewati tahun {year + 1}"


def _without_link(record: Realisation) -> Iterator[Finding]:
    if record.bukti_ada == EVIDENCE_PRESENT and not record.tautan:
        yield warning(
            "MON-BUKTI",
            f"Bukti dukung {record.baris} dinyatakan ada, tetapi tautan atau nama berkasnya "
            "belum diisi. Isilah, atau ubah isian buktinya menjadi Belum.",
            record.origin.at("tautan"),
        )
