"""What was made from what, by which tools, with which findings: `manifest.json` of a year's folder.

Only here stands the time of making; everything else made from the same data is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zi_docs.findings import Finding, Place, Severity
from zi_docs.papers.pages import Pagination

NAME = "manifest.json"
_VERSION = 2
_START = Pagination()


@dataclass(frozen=True)
class Output:
    """A file made: the hash of its content, and where it lies when that is not under its name."""

    sha256: str
    place: str = ""


@dataclass(frozen=True)
class Record:
    """What a document or a bundle was made from.

    `values` are hashes by name: those of a document's context, or those of a bundle's documents;
    `blanks` are the values that held room to write in by hand. `making` and `office` are the
    identities of the code and of the office program (empty: there was none). `start` is the key
    of the inputs before anything was known of the pages, `pages` what was known of them in the
    end. `outputs` are names below the year's folder.
    """

    values: Mapping[str, str]
    settings: str
    template: str
    making: str
    office: str
    start: str = ""
    pages: Pagination = _START
    outputs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """A whole year as it was last made from these files: nothing needs reading while it stands.

    `key` is the hash of everything that was read; `beside` are the files that the workbook names.
    """

    source: str
    key: str
    beside: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class Manifest:
    """The manifest: records by document name, outputs by path, hashes of the workbook's cells."""

    made: str = ""
    tools: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, Output] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    standing: Standing | None = None

    def same_as(self, other: Manifest) -> bool:
        """Tell whether both say the same but for the time."""
        return replace(self, made="") == replace(other, made="")


def read(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one when there is none that can be read."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        return _manifest(told) if told.get("versi") == _VERSION else Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Without it everything is made again, and nothing that stands there is written over.
        return Manifest()


def as_bytes(manifest: Manifest) -> bytes:
    """The manifest as JSON."""
    told = {
        "versi": _VERSION,
        "dibuat": manifest.made,
        "alat": dict(manifest.tools),
        "keluaran": {name: _output(one) for name, one in sorted(manifest.outputs.items())},
        "dokumen": {name: record_as_dict(one) for name, one in sorted(manifest.records.items())},
        "sel": dict(sorted(manifest.cells.items())),
        "temuan": [finding.as_dict() for finding in manifest.findings],
        "keadaan": None if manifest.standing is None else _standing(manifest.standing),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _output(output: Output) -> dict[str, str]:
    told = {"sha256": output.sha256}
    return told | {"tempat": output.place} if output.place else told


def record_as_dict(record: Record) -> dict[str, Any]:
    """A record as JSON."""
    return {
        "nilai": dict(record.values),
        "pengaturan": record.settings,
        "templat": record.template,
        "pembuatan": record.making,
        "konversi": record.office,
        "mula": record.start,
        "halaman": {"awal": sorted(record.pages.tops), "pisah": sorted(record.pages.breaks)},
        "keluaran": list(record.outputs),
        "temuan": [finding.as_dict() for finding in record.findings],
        "kosong": list(record.blanks),
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "sumber": standing.source,
        "kunci": standing.key,
        "berkas": list(standing.beside),
        "keluaran": list(standing.outputs),
        "lengkap": standing.whole,
    }


def _manifest(told: Mapping[str, Any]) -> Manifest:
    standing = told["keadaan"]
    return Manifest(
        told["dibuat"],
        told["alat"],
        {n: Output(one["sha256"], one.get("tempat", "")) for n, one in told["keluaran"].items()},
        {name: read_record(one) for name, one in told["dokumen"].items()},
        told["sel"],
        _findings(told["temuan"]),
        None if standing is None else _read_standing(standing),
    )


def read_record(told: Mapping[str, Any]) -> Record:
    """A record from JSON. Raises KeyError or TypeError for what is none."""
    pages = told["halaman"]
    return Record(
        told["nilai"],
        told["pengaturan"],
        told["templat"],
        told["pembuatan"],
        told["konversi"],
        told["mula"],
        Pagination(frozenset(pages["awal"]), frozenset(pages["pisah"])),
        tuple(told["keluaran"]),
        _findings(told["temuan"]),
        tuple(told["kosong"]),
    )


def _read_standing(told: Mapping[str, Any]) -> Standing:
    return Standing(
        told["sumber"],
        told["kunci"],
        tuple(told["berkas"]),
        tuple(told["keluaran"]),
        told["lengkap"],
    )


def _findings(told: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(one["code"], Severity(one["severity"]), one["message"], Place(**one["place"]))
        for one in told
    )
