"""Realisations of several sources made one: gaps are filled, contradictions found."""

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
    """What is known of one row and month so far, and which cell said each part of it."""

    record: Realisation
    said: dict[str, Origin] = field(default_factory=dict)
    sources: list[Realisation] = field(default_factory=list)


def merge(found: Iterable[Realisation]) -> Merged:
    """Merge realisations; the first to say something prevails, later ones that differ are found.

    Two records are of the same thing when row, month and month of report are equal. An answer
    left empty says nothing.
    """
    slots: dict[tuple[str, int, int], _Slot] = {}
    findings: list[Finding] = []
    for one in found:
        key = (one.baris.strip().casefold(), one.bulan, one.reported)
        slot = slots.setdefault(key, _Slot(replace(one, **_nothing())))
        slot.sources.append(one)
        findings += _add(slot, one)
    return Merged(
        tuple(slot.record for slot in slots.values()),
        tuple(tuple(slot.sources) for slot in slots.values()),
        tuple(findings),
    )


_EMPTY = Realisation("", 1)


def _nothing() -> dict[str, Any]:
    return {name: getattr(_EMPTY, name) for name in ANSWERS}


def answered(one: Realisation) -> Sequence[str]:
    """The names of the answers that a record gives."""
    return [name for name in ANSWERS if getattr(one, name) != getattr(_EMPTY, name)]


def _add(slot: _Slot, one: Realisation) -> Iterator[Finding]:
    for name in answered(one):
        if name not in slot.said:
            slot.record = replace(slot.record, **{name: getattr(one, name)})
            slot.said[name] = one.origin
        elif _differs(getattr(slot.record, name), getattr(one, name)):
            yield error(
                "MON-BEDA",
                f"Realisasi {one.baris} bulan {month_name(one.bulan)} di sel ini berbeda dengan "
                f"{slot.said[name].at(name)}; yang dipakai isi sel itu. Samakan keduanya, atau "
                "kosongkan salah satunya.",
                one.origin.at(name),
            )


def _differs(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one != other
    return " ".join(str(one).split()) != " ".join(str(other).split())
