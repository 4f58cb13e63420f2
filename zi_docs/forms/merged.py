"""Realisations of several sources merged: gaps are filled, contradictions found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from zi_docs.findings import Finding, error
from zi_docs.model import Origin, Realisation
from zi_docs.wording.dates import month_name
from zi_docs.workbook.sheets.form_sheets import ANSWERS


@dataclass(frozen=True)
class Merged:
    """One record for each row, month and month of report; the sources each came from, in order."""

    realisations: tuple[Realisation, ...]
    sources: tuple[tuple[Realisation, ...], ...]
    findings: tuple[Finding, ...]


@dataclass
class _Slot:
    """The answers for a row and month so far, and the row of the sheet that gave each of them."""

    record: Realisation
    origins: dict[str, Origin] = field(default_factory=dict)
    sources: list[Realisation] = field(default_factory=list)


def merge(realisations: Iterable[Realisation]) -> Merged:
    """Merge realisations; the first to say something prevails, later ones that differ are reported.

    Two records are of the same thing when row, month and month of report are equal. An answer
    left empty says nothing.
    """
    slots: dict[tuple[str, int, int], _Slot] = {}
    findings: list[Finding] = []
    for record in realisations:
        key = (record.baris.strip().casefold(), record.bulan, record.reported)
        slot = slots.setdefault(key, _Slot(replace(record, **_nothing())))
        slot.sources.append(record)
        findings += _add(slot, record)
    return Merged(
        tuple(slot.record for slot in slots.values()),
        tuple(tuple(slot.sources) for slot in slots.values()),
        tuple(findings),
    )


_EMPTY = Realisation("", 1)


def _nothing() -> dict[str, Any]:
    return {name: getattr(_EMPTY, name) for name in ANSWERS}


def answered(record: Realisation) -> Sequence[str]:
    """The names of the answers that a record gives."""
    return [name for name in ANSWERS if getattr(record, name) != getattr(_EMPTY, name)]


def _add(slot: _Slot, record: Realisation) -> Iterator[Finding]:
    for name in answered(record):
        if name not in slot.origins:
            slot.record = replace(slot.record, **{name: getattr(record, name)})
            slot.origins[name] = record.origin
        elif _differs(getattr(slot.record, name), getattr(record, name)):
            yield error(
                "MON-BEDA",
                f"Realisasi {record.baris} bulan {month_name(record.bulan)} di sel ini berbeda "
                f"dengan {slot.origins[name].at(name)}; yang dipakai isi sel itu. Samakan "
                "keduanya, atau kosongkan salah satunya.",
                record.origin.at(name),
            )


def _differs(first: object, second: object) -> bool:
    if isinstance(first, int | float) and isinstance(second, int | float):
        return first != second
    return " ".join(str(first).split()) != " ".join(str(second).split())
