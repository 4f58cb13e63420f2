"""What was made from what, by which tools, with which findings: `manifest.json` of a year's folder.

Only here stands the time of making; everything else made from the same data is the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zi_docs.build.digest import digest
from zi_docs.build.state_files import (
    DamagedStateError,
    as_flag,
    as_list,
    as_mapping,
    as_object,
    as_path_inside,
    as_text,
    as_texts,
    read_state,
)
from zi_docs.findings import Finding, Place, Severity, warning

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
    """The manifest: records by product name, outputs by path, hashes of the workbook's cells.

    `damaged`: there is one that cannot be read.
    """

    made: str = ""
    tools: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, Output] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    standing: Standing | None = None
    damaged: bool = False

    def same_as(self, other: Manifest) -> bool:
        """Tell whether both say the same but for the time."""
        return replace(self, made="") == replace(other, made="")


def read(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one when there is none that can be read.

    Without it everything is made again, and nothing that stands there is written over.
    """
    path = folder / NAME
    try:
        content = read_state(path)
        return _manifest(content) if content.get("version") == _VERSION else Manifest()
    except DamagedStateError:
        return Manifest(damaged=os.path.lexists(path))


def damage(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is to be said of a manifest that could not be read."""
    if manifest.damaged:
        message = (
            "Catatan hasil di folder ini rusak, jadi disusun kembali: semua naskah dianggap belum "
            "pernah dibuat, dan yang berbeda dari yang dibuat sekarang diletakkan di sampingnya."
        )
        yield warning("MAN-RUSAK", message, Place(str(folder / NAME)))


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
    standing = content.get("standing")
    return Manifest(
        as_text(content.get("made")),
        as_mapping(content.get("tools"), as_text),
        as_mapping(content.get("outputs"), _read_output, as_path_inside),
        as_mapping(content.get("records"), read_record),
        as_mapping(content.get("cells"), as_text),
        as_list(content.get("findings"), _read_finding),
        None if standing is None else _read_standing(as_object(standing)),
    )


def _read_output(value: object) -> Output:
    content = as_object(value)
    place = content.get("place", "")
    return Output(as_text(content.get("sha256")), as_path_inside(place) if place != "" else "")


def read_record(value: object) -> Record:
    """A record from JSON; what an older program did not write down is empty.

    Raises DamagedStateError for what is no record.
    """
    content = as_object(value)
    part = content.get("part", "")
    return Record(
        as_mapping(content.get("content", {}), as_text),
        as_mapping(content.get("form", {}), as_text),
        as_text(content.get("template", "")),
        as_mapping(content.get("needs", {}), as_text),
        as_text(content.get("program", "")),
        as_text(content.get("office", "")),
        as_list(content.get("targets", []), as_path_inside),
        as_list(content.get("findings", []), _read_finding),
        as_texts(content.get("blanks", [])),
        as_text(content.get("id", "")),
        as_path_inside(part) if part != "" else "",
    )


def _read_standing(content: Mapping[str, Any]) -> Standing:
    return Standing(
        as_text(content.get("source")),
        as_text(content.get("key")),
        as_texts(content.get("beside")),
        as_list(content.get("outputs"), as_path_inside),
        as_flag(content.get("whole")),
    )


def _read_finding(value: object) -> Finding:
    content = as_object(value)
    try:
        severity = Severity(content.get("severity"))
    except ValueError as problem:
        raise DamagedStateError("no severity") from problem
    place = _read_place(as_object(content.get("place")))
    return Finding(as_text(content.get("code")), severity, as_text(content.get("message")), place)


def _read_place(content: Mapping[str, Any]) -> Place:
    texts = [content.get(name) for name in ("sheet", "cell", "part")]
    sheet, cell, part = (None if text is None else as_text(text) for text in texts)
    paragraph = content.get("paragraph")
    if paragraph is not None and type(paragraph) is not int:
        raise DamagedStateError("no number of a paragraph")
    return Place(as_text(content.get("file")), sheet, cell, part, paragraph)
