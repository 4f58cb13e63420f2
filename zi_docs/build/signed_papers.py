"""The papers that were signed: `register.json` of a year's folder, and what it forbids.

A signed file lies read-only in `ditandatangani/`. The documents that it was made from are never
made again; where the plan would have them read differently, they need an amendment.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zi_docs.build.manifest import Manifest, Record, read_record, record_as_dict
from zi_docs.errors import OutputError
from zi_docs.findings import Finding, Place, warning
from zi_docs.model import same_id

NAME = "register.json"
FOLDER = "ditandatangani"
_ORIGINAL, _COPY = "-asli", "-salinan"


@dataclass(frozen=True)
class Entry:
    """A signed paper: its file with hash, date and number, and what its documents were made from.

    `documents` are the records of its documents and bundles as they were signed. `signers` are
    the names in electronic signatures; a scan has none.
    """

    id: str
    file: str
    sha256: str
    date: str
    number: str
    signers: tuple[str, ...]
    documents: Mapping[str, Record]


@dataclass(frozen=True)
class Register:
    """The register of a year's folder."""

    entries: tuple[Entry, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """The entry of an ID."""
        return next((one for one in self.entries if same_id(one.id, key)), None)

    def signed(self, name: str) -> Record | None:
        """What a document or bundle was made from when it was signed; None if it was not."""
        return next((one.documents[name] for one in self.entries if name in one.documents), None)

    def original_of(self, name: str) -> str | None:
        """The signed original whose copy a document is."""
        original = f"{name.removesuffix(_COPY)}{_ORIGINAL}"
        return original if name.endswith(_COPY) and self.signed(original) else None


def read(folder: Path) -> Register:
    """The register of a folder; an empty one where there is none.

    Raises OutputError for one that cannot be read: without it, signed papers are unprotected.
    """
    path = folder / NAME
    if not path.is_file():
        return Register()
    try:
        told = json.loads(path.read_bytes())
        return Register(tuple(_entry(one) for one in told["entries"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise OutputError(
            f"{path}, daftar naskah yang sudah ditandatangani, tidak dapat dibaca.",
            "Kembalikanlah berkas itu dari cadangan; tanpa berkas itu tidak ada yang dibuat.",
        ) from problem


def as_bytes(register: Register) -> bytes:
    """The register as JSON."""
    told = {"entries": [_as_dict(entry) for entry in register.entries]}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def documents_of(key: str, manifest: Manifest) -> dict[str, Record]:
    """The records behind an ID: a document by its name or a decree by its ID, and their bundles.

    Empty when no such document was made. The copy of a decree is none of them: it is made from
    what was signed.
    """
    found = {
        name: record
        for name, record in manifest.records.items()
        if same_id(name, key) or same_id(name.rpartition("/")[2], f"{key}{_ORIGINAL}")
    }
    bundles = {
        name: record
        for name, record in manifest.records.items()
        if not found.keys().isdisjoint(record.values)
    }
    return found | bundles


def amendments(record: Record, values: Mapping[str, str]) -> list[str]:
    """The names of values that differ from what was signed; what was left blank may be filled."""
    names = dict.fromkeys((*values, *record.values))
    return [
        name
        for name in names
        if name not in record.blanks and values.get(name) != record.values.get(name)
    ]


def needs_amendment(name: str, changed: Sequence[str], cells: Sequence[str], file: Path) -> Finding:
    """What is to be said of a signed document that the plan would have read differently."""
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
        "documents": {name: record_as_dict(one) for name, one in entry.documents.items()},
    }


def _entry(told: Mapping[str, Any]) -> Entry:
    return Entry(
        told["id"],
        told["file"],
        told["sha256"],
        told["date"],
        told["number"],
        tuple(told["signers"]),
        dict(_records(told["documents"])),
    )


def _records(told: Mapping[str, Any]) -> Iterator[tuple[str, Record]]:
    for name, record in told.items():
        yield name, read_record(record)
