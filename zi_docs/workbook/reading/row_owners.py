"""Whose rows the findings stand on: an error in one decree's rows stops no other decree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from zi_docs.findings import EVERYONE, Finding, row_of_place
from zi_docs.model import PLENARY
from zi_docs.workbook.reading.parse import TypedRow
from zi_docs.workbook.sheets import BY_KEY

# Sheets whose rows belong to the decree that the column Keputusan names.
_OF_A_DECREE = ("konsiderans", "narasi", "tim", "revisi")
Owners = Mapping[tuple[str, int], frozenset[str]]


def row_owners(rows: Mapping[str, Sequence[TypedRow]]) -> Owners:
    """The IDs of what each row belongs to, by sheet title and row number, IDs in small letters.

    Asked before rows of a doubled ID are dropped. EVERYONE stands for a row of which nobody can
    tell; sheets whose rows are everybody's are left out.
    """
    decrees = {_id(row, "id") for row in rows.get("keputusan", ())} - {""}
    return {
        (row.origin.sheet, row.origin.row): owners
        for key, typed in rows.items()
        for row in typed
        if (owners := _owners(key, row, decrees)) is not None
    }


def with_owners(findings: Iterable[Finding], owners: Owners) -> list[Finding]:
    """The findings, those on a row of an owner with its ID."""
    return [
        replace(finding, owners=own)
        if (own := owners.get((finding.place.sheet or "", row_of_place(finding.place) or 0)))
        is not None
        else finding
        for finding in findings
    ]


def _owners(key: str, row: TypedRow, decrees: set[str]) -> frozenset[str] | None:
    if key in _OF_A_DECREE:
        # Only a revision has an ID of its own.
        return frozenset({_decree(row, decrees), _id(row, "id")} - {""})
    if key == "keputusan":
        return frozenset({_id(row, "id")})
    if key == "nomor":
        return frozenset({_id(row, "dokumen")})
    if key == "rapat":
        return frozenset({_id(row, "id"), *_deciding(row, decrees)})
    owner = BY_KEY[key].owner if key in BY_KEY else ""
    return frozenset({_id(row, owner) or EVERYONE}) if owner else None


def _deciding(row: TypedRow, decrees: set[str]) -> frozenset[str]:
    """The decree that cites a pleno; a kind that cannot be read may be that of a pleno."""
    kind = _id(row, "jenis")
    unread = not kind and "keputusan" in row.values
    return frozenset({_decree(row, decrees)}) if kind == _folded(PLENARY) or unread else frozenset()


def _decree(row: TypedRow, decrees: set[str]) -> str:
    named = _id(row, "keputusan")
    return named if named in decrees else EVERYONE


def _id(row: TypedRow, key: str) -> str:
    return _folded(str(row.values.get(key, "")))


def _folded(value: str) -> str:
    return value.strip().casefold()
