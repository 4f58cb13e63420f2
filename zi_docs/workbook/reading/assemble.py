"""Typed rows -> the model's records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from zi_docs.data.agencies import DEFAULT, known_agency
from zi_docs.findings import Finding, error
from zi_docs.model import (
    Activity,
    AmendmentForm,
    Consideration,
    Decree,
    DecreeKind,
    GivenNumber,
    Level,
    Meeting,
    NumberPattern,
    Office,
    Official,
    PaperSettings,
    Part,
    Participant,
    Passage,
    Plan,
    Realisation,
    Regulation,
    Revision,
    Signing,
    TeamSeat,
    Voice,
    same_id,
)
from zi_docs.text import RichText
from zi_docs.workbook.reading.parse import Row
from zi_docs.workbook.sheets.plan_sheets import MONTHS, month_key

Record = TypeVar("Record")
Rows = Mapping[str, Sequence[Row]]
_YEARS = range(1945, 2201)


def build_office(rows: Sequence[Row]) -> tuple[Office | None, list[Finding]]:
    """The office of the sheet Instansi; None when what every document needs is missing.

    Logo and words of the agency, which stand in files, are not read yet.
    """
    if not rows or not rows[0].whole:
        return None, []
    row = rows[0]
    if row.values["tahun"] not in _YEARS:
        message = f"Tahun {row.values['tahun']} tidak wajar. Tuliskan empat angka, misalnya 2026."
        return None, [error("WB-TAHUN", message, row.origin.at("tahun"))]
    fixed = {
        "agency": known_agency(DEFAULT),
        "decree_paper": _paper(row, "keputusan"),
        "letter_paper": _paper(row, "surat"),
        "decree_ending": row.values.get("keputusan_akhir", ";"),
    }
    return _record(Office, row, **fixed), []


def _paper(row: Row, prefix: str) -> PaperSettings:
    top, right, bottom, left = (
        float(str(row.values.get(f"{prefix}_margin_{side}", 25)))
        for side in ("atas", "kanan", "bawah", "kiri")
    )
    return PaperSettings(
        str(row.values.get(f"{prefix}_kertas", "A4")),
        (top, right, bottom, left),
        str(row.values.get(f"{prefix}_huruf", "Arial")),
    )


def build_plan(office: Office, rows: Rows, lists: Mapping[str, Sequence[str]]) -> Plan:
    """The plan of the rows that are whole; decrees get their body and narrative, in order."""

    def whole(key: str) -> list[Row]:
        return [row for row in rows.get(key, ()) if row.whole]

    return Plan(
        office=office,
        officials=tuple(_official(row) for row in whole("pejabat")),
        regulations=tuple(_record(Regulation, row) for row in whole("peraturan")),
        decrees=tuple(
            _decree(row, whole("konsiderans"), whole("narasi")) for row in whole("keputusan")
        ),
        activities=tuple(_activity(row) for row in whole("rencana_aksi")),
        seats=tuple(_record(TeamSeat, row) for row in whole("tim")),
        meetings=tuple(_record(Meeting, row, tanda_tangan=_signing(row)) for row in whole("rapat")),
        participants=tuple(_record(Participant, row) for row in whole("peserta")),
        number_patterns=tuple(_record(NumberPattern, row) for row in whole("pola_nomor")),
        numbers=tuple(_record(GivenNumber, row) for row in whole("nomor")),
        realisations=tuple(
            _record(Realisation, row) for row in whole("realisasi") if not _wrong_month(row)
        ),
        revisions=tuple(
            _record(Revision, row, bentuk=AmendmentForm(row.values["bentuk"]))
            for row in whole("revisi")
        ),
        areas=tuple(lists.get("Area", ())),
        form_columns=tuple(lists.get("Kolom formulir monev", ())),
        meeting_words=tuple(lists.get("Kata rapat", ())),
        not_meetings=tuple(lists.get("Bukan rapat", ())),
    )


MONTH_RANGE = range(1, len(MONTHS) + 1)


def check_months(rows: Sequence[Row]) -> list[Finding]:
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


def _wrong_month(row: Row) -> str:
    """The key of the month that cannot be, if one is."""
    month = int(str(row.values["bulan"]))
    if month not in MONTH_RANGE:
        return "bulan"
    reported = int(str(row.values.get("bulan_lapor", month)))
    return "" if month <= reported <= len(MONTHS) else "bulan_lapor"


def _record(model: type[Record], row: Row, /, **more: Any) -> Record:
    """A record whose fields are named like the columns; empty cells take the field's default."""
    named = {f.name for f in fields(model)} - {"origin"}  # type: ignore[arg-type]
    values: dict[str, Any] = {k: v for k, v in row.values.items() if k in named}
    return model(**(values | more | {"origin": row.origin}))


def _official(row: Row) -> Official:
    return _record(Official, row, voice=Voice(row.values.get("atas_nama", Voice.POST.value)))


def _decree(row: Row, considerations: Sequence[Row], narrative: Sequence[Row]) -> Decree:
    key = str(row.values["id"])
    return _record(
        Decree,
        row,
        kind=DecreeKind(row.values["jenis"]),
        tanda_tangan=_signing(row),
        considerations=tuple(
            _worded(Consideration, r, part=Part(r.values["bagian"]))
            for r in _of(key, considerations)
        ),
        narrative=tuple(
            _worded(Passage, r, level=Level(r.values["tingkat"])) for r in _of(key, narrative)
        ),
    )


def _signing(row: Row) -> Signing:
    return Signing(row.values.get("tanda_tangan", Signing.WET.value))


def _of(decree: str, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if same_id(str(row.values["keputusan"]), decree)]


def _worded(model: type[Record], row: Row, /, **more: Any) -> Record:
    # The words may be left out where a regulation is cited.
    return _record(model, row, isi=row.values.get("isi", RichText()), **more)


def _activity(row: Row) -> Activity:
    months = frozenset(m for m in MONTH_RANGE if row.values.get(month_key(m)))
    return _record(Activity, row, months=months)
