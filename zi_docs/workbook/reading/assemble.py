"""Typed rows -> the model's records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from zi_docs.data.agencies import DEFAULT, shipped_agency
from zi_docs.findings import Finding, Place, error
from zi_docs.model import (
    Acceptance,
    Activity,
    Consideration,
    Decree,
    GivenNumber,
    Meeting,
    NumberPattern,
    Office,
    Official,
    Participant,
    Passage,
    Plan,
    Realisation,
    RecordedFollowUp,
    Regulation,
    ReportText,
    Revision,
    TeamSeat,
    folded_id,
    same_id,
)
from zi_docs.text import RichText
from zi_docs.wording.dates import MONTHS
from zi_docs.wording.names import decree_author
from zi_docs.workbook.reading.cells import TypedValue
from zi_docs.workbook.reading.minutes import minuted_follow_ups
from zi_docs.workbook.reading.parse import TypedRow
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.decree_sheets import KEPUTUSAN, KONSIDERANS, NARASI
from zi_docs.workbook.sheets.layout_sheets import TATA_LETAK
from zi_docs.workbook.sheets.office_sheets import INSTANSI, PEJABAT
from zi_docs.workbook.sheets.plan_sheets import REALISASI, RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Column, Sheet

Record = TypeVar("Record")
Rows = Mapping[str, Sequence[TypedRow]]
_YEARS = range(1945, 2201)


def build_office(rows: Rows) -> tuple[Office | None, list[Finding]]:
    """The office of Instansi and Tata Letak; None when what every document needs is missing.

    Logo and words of the agency, which stand in files, are not read yet.
    """
    (row,) = rows.get(INSTANSI.key) or (None,)
    if row is None or not row.whole:
        return None, []
    if row.values["tahun"] not in _YEARS:
        message = f"Tahun {row.values['tahun']} tidak wajar. Tuliskan empat angka, misalnya 2026."
        return None, [error("WB-TAHUN", message, row.origin.at("tahun"))]
    looks = rows.get(TATA_LETAK.key, ())
    return _record(Office, INSTANSI, row, agency=shipped_agency(DEFAULT), **_looks(row, looks)), []


def _looks(office: TypedRow, rows: Sequence[TypedRow]) -> dict[str, Any]:
    """The fields that Tata Letak fills, and where all cells of the office stand.

    Its cells stay cells of Instansi's row by name, so that no register of former cells takes the
    move for a change.
    """
    if not rows:
        return {}
    (row,) = rows
    titles = {key: row.origin.at(key).sheet or "" for key in row.origin.cells}
    elsewhere = {key: title for key, title in titles.items() if title != office.origin.sheet}
    cells = {**office.origin.cells, **row.origin.cells}
    return {**row.values, "origin": replace(office.origin, cells=cells, elsewhere=elsewhere)}


def build_plan(office: Office, rows: Rows, lists: Mapping[str, Sequence[str]]) -> Plan:
    """The plan of the rows that are whole; decrees get their body and narrative, in order."""

    def whole(key: str) -> list[TypedRow]:
        return [row for row in rows.get(key, ()) if row.whole]

    def records(model: type[Record], key: str) -> tuple[Record, ...]:
        return tuple(_record(model, BY_KEY[key], row) for row in whole(key))

    plan = Plan(
        office=office,
        officials=records(Official, "pejabat"),
        regulations=records(Regulation, "peraturan"),
        decrees=tuple(
            _decree(row, whole("konsiderans"), whole("narasi")) for row in whole("keputusan")
        ),
        activities=tuple(_activity(row) for row in whole("rencana_aksi")),
        seats=records(TeamSeat, "tim"),
        meetings=records(Meeting, "rapat"),
        participants=records(Participant, "peserta"),
        visitors=_visitors(rows, lists),
        number_patterns=records(NumberPattern, "pola_nomor"),
        numbers=records(GivenNumber, "nomor"),
        realisations=tuple(
            _record(Realisation, REALISASI, row)
            for row in whole("realisasi")
            if not _wrong_month(row)
        ),
        revisions=records(Revision, "revisi"),
        report_texts=records(ReportText, "laporan"),
        acceptances=records(Acceptance, "diterima"),
        follow_ups=records(RecordedFollowUp, "tindak_lanjut"),
        records=tuple(
            record
            for sheet in SHEETS
            if sheet.record is not None
            for record in records(sheet.record, sheet.key)
        ),
        areas=tuple(lists.get("Area", ())),
        form_columns=tuple(lists.get("Kolom formulir monev", ())),
        meeting_words=tuple(lists.get("Kata rapat", ())),
        not_meetings=tuple(lists.get("Bukan rapat", ())),
        local_days_off=tuple(lists.get("Hari libur daerah", ())),
    )
    return replace(plan, follow_ups=(*plan.follow_ups, *minuted_follow_ups(plan)))


def _visitors(rows: Rows, lists: Mapping[str, Sequence[str]]) -> tuple[Participant, ...]:
    """Whom rows name in words, once each; a reference that is sound names an ID or a group."""
    ids = [
        str(row.values.get("id", "")) for key in ("pejabat", "peserta") for row in rows.get(key, ())
    ]
    known = {folded_id(name) for name in (*ids, *lists.get("Kelompok", ()))}
    visitors: dict[str, Participant] = {}
    inviting = (
        (row, column.key)
        for sheet in SHEETS
        for row in rows.get(sheet.key, ())
        for column in sheet.columns
        if column.guests
    )
    for row, key in inviting:
        # The cell is the row's: only it is to say that it has changed.
        origin = replace(row.origin, cells={})
        for name in map(str, row.values.get(key, ())):  # type: ignore[arg-type]
            if folded_id(name) not in known:
                visitors.setdefault(folded_id(name), Participant(name, name, origin=origin))
    return tuple(visitors.values())


def decree_authors(office: Office, rows: Rows) -> dict[str, str]:
    """Who decrees each decree, by its ID in small letters; none of one without a known signer."""
    officials = [_record(Official, PEJABAT, row) for row in rows.get("pejabat", ()) if row.whole]
    return {
        str(row.values["id"]).strip().casefold(): decree_author(office, official)
        for row in rows.get("keputusan", ())
        for official in officials
        if "id" in row.values and same_id(official.id, str(row.values.get("penanda_tangan", "")))
    }


MONTH_RANGE = range(1, len(MONTHS) + 1)


def check_months(rows: Sequence[TypedRow]) -> list[Finding]:
    """Findings on realisations of months that no year has; such rows are left out."""
    return [
        error(
            "WB-BULAN",
            f"Bulan {row.values[key]} tidak mungkin. Tuliskan 1 sampai dengan 12; bulan lapor "
            "tidak mendahului bulannya.",
            row.origin.at(key),
        )
        for row in rows
        if row.whole and (key := _wrong_month(row))
    ]


def check_month_years(years: Iterable[tuple[int, Place]], own: int) -> list[Finding]:
    """Findings on headers of months that name another year than the plan's `own`."""
    return [
        error(
            "TAHUN-BULAN",
            f"Kepala kolom bulan ini menyebut tahun {year}, bukan {own}. Perbaiki tahunnya, atau "
            "tuliskan nama bulannya saja.",
            place,
        )
        for year, place in years
        if year != own
    ]


def _wrong_month(row: TypedRow) -> str:
    """The key of the month that cannot be, if one is."""
    month = int(str(row.values["bulan"]))
    if month not in MONTH_RANGE:
        return "bulan"
    reported = int(str(row.values.get("bulan_lapor", month)))
    return "" if month <= reported <= len(MONTHS) else "bulan_lapor"


def _record(model: type[Record], sheet: Sheet, row: TypedRow, /, **more: Any) -> Record:
    """A record whose fields the columns fill; empty cells take the field's default.

    `more` are the fields that no column fills as it stands.
    """
    values: dict[str, Any] = {
        column.fills: _field_value(column, row.values[column.key])
        for column in sheet.columns
        if column.in_record and column.key in row.values
    }
    return model(**(values | {"origin": row.origin} | more))


def _field_value(column: Column, value: TypedValue) -> Any:
    """What a record holds of a cell: the member that it names, where its words have members."""
    return value if column.members is None else column.members(value)


def _decree(
    row: TypedRow, considerations: Sequence[TypedRow], narrative: Sequence[TypedRow]
) -> Decree:
    key = str(row.values["id"])
    return _record(
        Decree,
        KEPUTUSAN,
        row,
        considerations=tuple(
            _worded(Consideration, KONSIDERANS, r) for r in _of(key, considerations)
        ),
        narrative=tuple(_worded(Passage, NARASI, r) for r in _of(key, narrative)),
    )


def _of(decree: str, rows: Sequence[TypedRow]) -> list[TypedRow]:
    return [row for row in rows if same_id(str(row.values["keputusan"]), decree)]


def _worded(model: type[Record], sheet: Sheet, row: TypedRow) -> Record:
    # The words may be left out where a regulation is cited.
    return _record(model, sheet, row, isi=row.values.get("isi", RichText()))


def _activity(row: TypedRow) -> Activity:
    months = enumerate(RENCANA_AKSI.filling("bulan"), start=1)
    marked = frozenset(month for month, column in months if row.values.get(column.key))
    return _record(Activity, RENCANA_AKSI, row, bulan=marked)
