"""Cells of which a paper prints text that is still to be written, such as `[isi]` or `....`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from zi_docs.findings import warning
from zi_docs.model import (
    Activity,
    Decree,
    DecreeKind,
    Guest,
    Meeting,
    Office,
    Plan,
    ReportText,
)
from zi_docs.product import Lack
from zi_docs.text import RichText
from zi_docs.wording.placeholders import placeholder
from zi_docs.workbook.sheets.service_sheets import ServiceComponent

# What a record holds beside the words that papers print. Numbers and dates are no text to write.
_UNPRINTED = frozenset(
    {"id", "nomor", "nomor_ba", "peraturan", "pejabat", "pic", "lke", "subjek", "bidang_hukum"}
    | {"lokasi", "bahasa", "abstrak", "status", "nip", "pangkat", "penanda_tangan", "penyalin"}
    | {"pimpinan", "notulis", "keputusan", "klasifikasi", "berkas", "logo", "jdih", "kode_satker"}
    | {"teu_badan", "tag_bsre", "keputusan_akhir", "kata_instansi"}
)


def decree_texts(plan: Plan, decree: Decree) -> Iterator[Lack]:
    """Text to write in a decree: its body, its Lampiran, who is named in it, what it cites."""
    signer = plan.official(decree.penanda_tangan)
    keys = [item.peraturan for item in decree.considerations]
    keys += [passage.peraturan for passage in decree.narrative]
    cited = [plan.regulation(key) for key in keys]
    if decree.jenis is DecreeKind.PLAN:
        annex: tuple[Any, ...] = (*decree.narrative, *plan.activities)
    elif decree.jenis is DecreeKind.SERVICE:
        annex = tuple(plan.rows(ServiceComponent))
    else:
        seats = plan.team(decree)
        annex = (*seats, *(plan.official(seat.pejabat) for seat in seats))
    yield from _unwritten((plan.office, decree, *decree.considerations, *annex, *cited, signer))


def meeting_texts(
    plan: Plan, meeting: Meeting, keys: Iterable[str] = (), people: Iterable[Guest] = ()
) -> Iterator[Lack]:
    """Text to write in a paper of a meeting: its subject and place, these fields, these people."""
    yield from _unwritten((meeting,), {"acara", "tempat", *keys})
    yield from _unwritten((plan.office, *people))


def row_texts(office: Office, rows: Iterable[Activity]) -> tuple[Lack, ...]:
    """Text to write in rows of the plan, which every monitoring paper prints."""
    return tuple(_unwritten((office, *rows)))


def record_texts(records: Iterable[Any]) -> tuple[Lack, ...]:
    """Text to write in rows of the workbook, of any kind, that a paper prints."""
    return tuple(_unwritten(records))


def report_texts(texts: Iterable[ReportText]) -> tuple[Lack, ...]:
    """Text to write in what the team says in a report."""
    return tuple(_unwritten(texts))


def _unwritten(records: Iterable[Any], keys: Iterable[str] = ()) -> Iterator[Lack]:
    """The lack of each cell that a record came from; what the program writes has no cell."""
    chosen = frozenset(keys)
    # By identity: to hash every row of a long plan would take longer than to read it.
    for record in {id(record): record for record in records}.values():
        if record is None or not record.origin.file:
            continue
        kind: Any = type(record)
        for name in _printed(kind, chosen):
            value = getattr(record, name)
            if not isinstance(value, str | RichText):
                continue
            if gap := placeholder(str(value)):
                place = record.origin.at(name)
                finding = warning(
                    "WB-BELUM-DITULIS",
                    f"Isi sel ini belum selesai ditulis (“{gap}”); lengkapilah. Sebelum itu setiap "
                    "naskah yang memuatnya bertanda KONSEP.",
                    place,
                )
                yield Lack(f"teks di {place.sheet}!{place.cell}", place, True, finding)


@cache
def _printed(kind: type, chosen: frozenset[str]) -> tuple[str, ...]:
    """The fields of a kind of record that papers print: the chosen ones, or all but a few."""
    names = (field.name for field in fields(kind))
    return tuple(name for name in names if (name in chosen if chosen else name not in _UNPRINTED))
