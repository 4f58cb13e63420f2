"""The papers that were signed: `register.json` of a year's folder, and what it forbids.

A signed file lies read-only in `ditandatangani/`. The products that it was made from are never
made again; where the plan would have them read differently, they need an amendment.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zi_docs.build.digest import file_digest
from zi_docs.build.manifest import Manifest, Record, read_record, record_as_dict
from zi_docs.build.signed_files import signed_files
from zi_docs.build.state_files import (
    DamagedStateError,
    as_list,
    as_mapping,
    as_object,
    as_path_inside,
    as_text,
    as_texts,
    read_state,
)
from zi_docs.errors import OutputError
from zi_docs.findings import Finding, Place, error, warning
from zi_docs.model import same_id
from zi_docs.wording.lists import enumeration

NAME = "register.json"
_VERSION = 2


@dataclass(frozen=True)
class Entry:
    """A signed paper: its file with hash, date and number, and what it was made from.

    `records` are those of its products as they were signed: the paper and the bundles that hold
    it. `signers` are the names in electronic signatures; a scan has none. `cells` are the hashes
    of the workbook's cells that stand in the paper, by name. `misfits` are what in the file did not
    fit the paper when it was taken in all the same. Without `sha256` the file that stands there is
    known to be damaged, and the right one is still to come.
    """

    id: str
    file: str
    sha256: str
    date: str
    number: str
    signers: tuple[str, ...]
    records: Mapping[str, Record]
    cells: Mapping[str, str] = field(default_factory=dict)
    misfits: tuple[str, ...] = ()


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

    def entry_with(self, records: Mapping[str, Record]) -> Entry | None:
        """The entry of the paper itself among records, whatever it was called; of no bundle."""
        entries = (self.entry_of(name) for name, record in records.items() if record.content)
        return next((entry for entry in entries if entry is not None), None)

    def entry_of_id(self, key: str) -> Entry | None:
        """The entry of the paper that the workbook names by an ID, whatever it was called."""
        papers = ((e, r) for e in self.entries for r in e.records.values())
        signed = (entry for entry, record in papers if same_id(record.id, key))
        return next(signed, None)

    def record(self, product: str) -> Record | None:
        """What a product was made from when it was signed; None if it was not."""
        entry = self.entry_of(product)
        return entry.records[product] if entry else None

    def signed(self, product: str) -> bool:
        """Whether a product was signed."""
        return self.entry_of(product) is not None


_REMEDY = (
    "Kembalikanlah berkas itu dari cadangan, atau susunlah kembali dengan "
    "`python generate.py tandatangan --pulihkan`; sebelum itu tidak ada yang dibuat."
)


def read(folder: Path) -> Register:
    """The register of a folder; an empty one where nothing was signed.

    Raises OutputError for one that cannot be read, and where a signed file stands that it does
    not name: without it, signed papers are unprotected.
    """
    register = readable(folder)
    if register is None:
        raise OutputError(
            f"{folder / NAME}, daftar naskah yang sudah ditandatangani, tidak dapat dibaca.",
            _REMEDY,
        )
    missing = unregistered(folder, register)
    if missing:
        raise OutputError(
            f"{folder / NAME} tidak ada atau tidak lengkap: {enumeration(missing)} tidak tercatat "
            "di dalamnya.",
            _REMEDY,
        )
    return register


def signed_products(folder: Path) -> frozenset[str]:
    """The names of the papers that came back signed; of none where the register is damaged."""
    register = readable(folder) or Register()
    return frozenset(
        name
        for entry in register.entries
        if entry.sha256
        for name, record in entry.records.items()
        if record.content
    )


def readable(folder: Path) -> Register | None:
    """The register of a folder, be it complete or not; None where it is damaged."""
    path = folder / NAME
    if not path.is_file():
        return Register()
    try:
        return Register(as_list(read_state(path).get("entries"), _entry))
    except DamagedStateError:
        return None


def unregistered(folder: Path, register: Register) -> list[str]:
    """The signed files that the register does not name."""
    named = {entry.file for entry in register.entries}
    return [name for name in signed_files(folder) if name not in named]


def altered(folder: Path, register: Register) -> Iterator[Finding]:
    """An error for each signed file that is missing or no longer what was taken in."""
    for entry in register.entries:
        if file_digest(folder / entry.file) != entry.sha256:
            yield error(
                "MAN-TTD",
                f"Berkas bertanda tangan untuk {entry.id} hilang atau berubah sejak disimpan; "
                "kembalikanlah dari arsip, atau simpanlah kembali berkas yang sama dengan "
                "`python generate.py tandatangan`.",
                Place(str(folder / entry.file)),
            )


def as_bytes(register: Register) -> bytes:
    """The register as JSON."""
    content = {"version": _VERSION, "entries": [_as_dict(entry) for entry in register.entries]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def records_of(key: str, manifest: Manifest) -> dict[str, Record]:
    """The records behind an ID or a product's name, with those of the bundles that hold it.

    Empty when no such product was made, or nothing is named. The copy of a decree bears no ID:
    it is made from what was signed.
    """
    signed = {
        name: record
        for name, record in manifest.records.items()
        if key.strip() and (same_id(name, key) or same_id(record.id, key))
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
        "cells": dict(entry.cells),
        "misfits": list(entry.misfits),
    }


def _entry(value: object) -> Entry:
    content = as_object(value)
    # The first version called the records `documents`, and wrote other things down in them.
    records = content.get("records", content.get("documents"))
    return Entry(
        as_text(content.get("id")),
        as_path_inside(content.get("file")),
        as_text(content.get("sha256")),
        as_text(content.get("date")),
        as_text(content.get("number")),
        as_texts(content.get("signers")),
        as_mapping(records, read_record),
        as_mapping(content.get("cells", {}), as_text),
        as_texts(content.get("misfits", [])),
    )
