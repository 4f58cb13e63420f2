"""The findings that the office accepts without writing into its workbook: a file beside it.

It is read together with the sheet Diterima. Its entries hold the words of the finding: once the
cell says something else, or another finding stands there, they accept nothing any more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from zi_docs.build.state_files import (
    DamagedStateError,
    as_list,
    as_object,
    as_text,
    read_state,
)
from zi_docs.findings import Finding, warning
from zi_docs.model import Acceptance, Origin
from zi_docs.workbook.reading.package import place_of_file

_VERSION = 1
_ENDING = ".diterima.json"
# The fields of an acceptance by their names in the file.
_TEXTS = {"code": "kode", "about": "untuk", "message": "temuan", "reason": "alasan", "by": "oleh"}


def accepted_file(workbook: Path) -> Path:
    """Where the file stands: `zi-2026.diterima.json` beside `zi-2026.xlsx`."""
    return workbook.with_name(f"{workbook.stem}{_ENDING}")


def read_accepted(workbook: Path) -> tuple[tuple[Acceptance, ...], list[Finding]]:
    """The entries of the file beside a workbook; none of a damaged one, with a finding."""
    path = accepted_file(workbook)
    if not os.path.lexists(path):
        return (), []
    try:
        content = read_state(path)
        if content.get("version") != _VERSION:
            raise DamagedStateError("a file of another program")
        entries = as_list(content.get("accepted"), as_object)
        place = place_of_file(path).file
        return tuple(_entry(entry, Origin(place, row=n)) for n, entry in enumerate(entries, 1)), []
    except DamagedStateError:
        message = (
            "Berkas temuan yang diterima ini rusak atau tidak dapat dibaca, sehingga temuan yang "
            "dicatatnya disebut kembali. Pulihkan dari cadangannya; bila tidak ada, hapuslah "
            "berkas ini lalu terima kembali temuannya."
        )
        return (), [warning("TERIMA-BERKAS", message, place_of_file(path))]


def accepted_bytes(entries: Iterable[Acceptance]) -> bytes:
    """The file that holds these entries."""
    accepted = [_as_dict(entry) for entry in entries]
    content = {"version": _VERSION, "accepted": accepted}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(content: Mapping[str, Any], origin: Origin) -> Acceptance:
    values = {field: as_text(content.get(key)) for key, field in _TEXTS.items()}
    if not (values["kode"] and values["temuan"]):
        raise DamagedStateError("an entry that accepts anything")
    return Acceptance(**values, tanggal=_day(as_text(content.get("date"))), origin=origin)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise DamagedStateError("no day") from problem


def _as_dict(entry: Acceptance) -> dict[str, str]:
    day = entry.tanggal.isoformat() if entry.tanggal else ""
    return {key: getattr(entry, field) for key, field in _TEXTS.items()} | {"date": day}
