"""One line for one kind of fault: findings of one wording joined, with all their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from zi_docs.findings import Finding

_MOST_PLACES = 30


def joined_faults(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say the same of several places of a sheet as one, with its places named."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = finding.place
        key = (finding.code, finding.severity, finding.message, place.file, place.sheet)
        groups.setdefault(key, []).append(finding)
    return [_joined(group) for group in groups.values()]


def places_text(cells: Iterable[str]) -> str:
    """Places in short: `A5, A7–A9`, `baris 5, 7–9`; what runs on becomes a span."""
    spans: list[tuple[str, int, int]] = []
    for cell in dict.fromkeys(cells):
        match = re.fullmatch(r"(.*?)(\d+)", cell)
        if match is None:
            continue
        name, number = match[1], int(match[2])
        if spans and spans[-1][0] == name and spans[-1][2] == number - 1:
            spans[-1] = (name, spans[-1][1], number)
        else:
            spans.append((name, number, number))
    shown = [
        f"{name}{first}" if first == last else f"{name}{first}–{name.strip(' baris')}{last}"
        for name, first, last in spans[:_MOST_PLACES]
    ]
    more = len(spans) - _MOST_PLACES
    return ", ".join(shown) + (f", dan {more} tempat lain" if more > 0 else "")


def _joined(group: list[Finding]) -> Finding:
    first = group[0]
    cells = dict.fromkeys(f.place.cell or f.place.part or "" for f in group)
    if len(cells) < 2:
        return first
    return replace(first, message=f"{first.message} Tempatnya: {places_text(cells)}.")
