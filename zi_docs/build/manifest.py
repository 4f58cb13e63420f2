"""What was made from what, by which tools, with which findings: `manifest.json` of a year's folder.

Only here stands the time of making; everything else made from the same data is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zi_docs.build.digest import digest
from zi_docs.findings import Finding, Place, Severity

NAME = "manifest.json"
_VERSION = 3


@dataclass(frozen=True)
class Output:
    """A file made: the hash of its content, and where it lies when that is not under its name."""

    sha256: str
    place: str = ""


@dataclass(frozen=True)
class Record:
    """What a product was made from.

    `content` and `form` are hashes of its inputs by name, `template` that of its Word file,
    `needs` the keys of the products it was given. `program` and `office` are the identities of
    this program and of the office program (empty: there was none). `targets` are the files it
    gave, `blanks` the names of content that left room to write in by hand; `id` is the
    workbook's ID by which it is named when it comes back signed; `part` is the target that holds
    just what other products are given.
    """

    content: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    needs: Mapping[str, str] = field(default_factory=dict)
    program: str = ""
    office: str = ""
    targets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    blanks: tuple[str, ...] = ()
    id: str = ""
    part: str = ""

    @property
    def key(self) -> str:
        """One hash of all that it was made from."""
        made_by = (self.program, self.office)
        return digest((self.content, self.form, self.template, self.needs, made_by))


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
    """The manifest: records by product name, outputs by path, hashes of the workbook's cells."""

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
        content = json.loads((folder / NAME).read_bytes())
        return _manifest(content) if content.get("version") == _VERSION else Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Without it everything is made again, and nothing that stands there is written over.
        return Manifest()


def as_bytes(manifest: Manifest) -> bytes:
    """The manifest as JSON."""
    content = {
        "version": _VERSION,
        "made": manifest.made,
        "tools": dict(manifest.tools),
        "outputs": {name: _output(output) for name, output in sorted(manifest.outputs.items())},
        "records": {
            name: record_as_dict(record) for name, record in sorted(manifest.records.items())
        },
        "cells": dict(sorted(manifest.cells.items())),
        "findings": [finding.as_dict() for finding in manifest.findings],
        "standing": None if manifest.standing is None else _standing(manifest.standing),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _output(output: Output) -> dict[str, str]:
    place = {"place": output.place} if output.place else {}
    return {"sha256": output.sha256} | place


def record_as_dict(record: Record) -> dict[str, Any]:
    """A record as JSON."""
    return {
        "content": dict(record.content),
        "form": dict(record.form),
        "template": record.template,
        "needs": dict(record.needs),
        "program": record.program,
        "office": record.office,
        "targets": list(record.targets),
        "findings": [finding.as_dict() for finding in record.findings],
        "blanks": list(record.blanks),
        "id": record.id,
        "part": record.part,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "source": standing.source,
        "key": standing.key,
        "beside": list(standing.beside),
        "outputs": list(standing.outputs),
        "whole": standing.whole,
    }


def _manifest(content: Mapping[str, Any]) -> Manifest:
    standing = content["standing"]
    return Manifest(
        content["made"],
        content["tools"],
        {name: Output(o["sha256"], o.get("place", "")) for name, o in content["outputs"].items()},
        {name: read_record(record) for name, record in content["records"].items()},
        content["cells"],
        _findings(content["findings"]),
        None if standing is None else _read_standing(standing),
    )


def read_record(content: Mapping[str, Any]) -> Record:
    """A record from JSON; what an older program did not write down is empty.

    Raises TypeError or AttributeError for what is no record.
    """
    return Record(
        dict(content.get("content", {})),
        dict(content.get("form", {})),
        content.get("template", ""),
        dict(content.get("needs", {})),
        content.get("program", ""),
        content.get("office", ""),
        tuple(content.get("targets", ())),
        _findings(content.get("findings", ())),
        tuple(content.get("blanks", ())),
        content.get("id", ""),
        content.get("part", ""),
    )


def _read_standing(content: Mapping[str, Any]) -> Standing:
    return Standing(
        content["source"],
        content["key"],
        tuple(content["beside"]),
        tuple(content["outputs"]),
        content["whole"],
    )


def _findings(content: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(item["code"], Severity(item["severity"]), item["message"], Place(**item["place"]))
        for item in content
    )
