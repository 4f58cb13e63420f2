"""The papers that were signed: `register.json` of a year's folder, and what it forbids.

A signed file lies read-only in `ditandatangani/`. The products that it was made from are never
made again; where the plan would have them read differently, they need an amendment.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zi_docs.build.manifest import Manifest, Record, read_record, record_as_dict
from zi_docs.errors import OutputError
from zi_docs.findings import Finding, Place, warning
from zi_docs.model import same_id

NAME = "register.json"
FOLDER = "ditandatangani"
_VERSION = 2


@dataclass(frozen=True)
class Entry:
    """A signed paper: its file with hash, date and number, and what it was made from.

    `records` are those of its products as they were signed: the paper and the bundles that hold
    it. `signers` are the names in electronic signatures; a scan has none.
    """

    id: str
    file: str
    sha256: str
    date: str
    number: str
    signers: tuple[str, ...]
    records: Mapping[str, Record]


@dataclass(frozen=True)
class Register:
    """The register of a year's folder."""

    entries: tuple[Entry, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """The entry of an ID."""
        return next((entry for entry in self.entries if same_id(entry.id, key)), None)

    def entry_of(self, product: str) -> Entry | None:
        """The entry that a product was signed with."""
        return next((entry for entry in self.entries if product in entry.records), None)

    def record(self, product: str) -> Record | None:
        """What a product was made from when it was signed; None if it was not."""
        entry = self.entry_of(product)
        return entry.records[product] if entry else None

    def signed(self, product: str) -> bool:
        """Whether a product was signed."""
        return self.entry_of(product) is not None


def read(folder: Path) -> Register:
    """The register of a folder; an empty one where there is none.

    Raises OutputError for one that cannot be read: without it, signed papers are unprotected.
    """
    path = folder / NAME
    if not path.is_file():
        return Register()
    try:
        content = json.loads(path.read_bytes())
        return Register(tuple(_entry(entry) for entry in content["entries"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise OutputError(
            f"{path}, daftar naskah yang sudah ditandatangani, tidak dapat dibaca.",
            "Kembalikanlah berkas itu dari cadangan; tanpa berkas itu tidak ada yang dibuat.",
        ) from problem


def as_bytes(register: Register) -> bytes:
    """The register as JSON."""
    content = {"version": _VERSION, "entries": [_as_dict(entry) for entry in register.entries]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def records_of(key: str, manifest: Manifest) -> dict[str, Record]:
    """The records behind an ID or a product's name, with those of the bundles that hold it.

    Empty when no such product was made. The copy of a decree bears no ID: it is made from what
    was signed.
    """
    signed = {
        name: record
        for name, record in manifest.records.items()
        if same_id(name, key) or same_id(record.id, key)
    }
    # A bundle says nothing of its own: it is the papers that it needs.
    bundles = {
        name: record
        for name, record in manifest.records.items()
        if not record.content and not signed.keys().isdisjoint(record.needs)
    }
    return signed | bundles


def amended_content(record: Record, content: Mapping[str, str]) -> list[str]:
    """The names of content that differs from what was signed; a blank may be filled in.

    A record of an older program, which did not write its content down, tells nothing.
    """
    if not record.content:
        return []
    names = dict.fromkeys((*content, *record.content))
    return [
        name
        for name in names
        if name not in record.blanks and content.get(name) != record.content.get(name)
    ]


def needs_amendment(name: str, changed: Sequence[str], cells: Sequence[str], file: Path) -> Finding:
    """What is to be said of a signed paper that the plan would have read differently."""
    where = f" ({', '.join(cells)})" if cells else ""
    return warning(
        "KEP-PERUBAHAN",
        f"{name} sudah ditandatangani, tetapi buku kerja kini berbeda pada {', '.join(changed)}"
        f"{where}. Naskah itu tidak diubah; buatlah naskah perubahannya dengan "
        "`python generate.py revisi`, atau kembalikan isi buku kerja.",
        Place(str(file)),
    )


def _as_dict(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "file": entry.file,
        "sha256": entry.sha256,
        "date": entry.date,
        "number": entry.number,
        "signers": list(entry.signers),
        "records": {name: record_as_dict(record) for name, record in entry.records.items()},
    }


def _entry(content: Mapping[str, Any]) -> Entry:
    # The first version called the records `documents`, and wrote other things down in them.
    records = content["records"] if "records" in content else content["documents"]
    return Entry(
        content["id"],
        content["file"],
        content["sha256"],
        content["date"],
        content["number"],
        tuple(content["signers"]),
        {name: read_record(record) for name, record in records.items()},
    )
