"""Full numbers and their patterns, both ways: put together, and taken apart again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zi_docs.model import NumberPattern, Office, Plan, same_id
from zi_docs.numbering.numbered_papers import Paper
from zi_docs.wording.numbers import roman

NUMBER = "no"
# What each field of a pattern is filled from, as a message names it.
FIELDS: Mapping[str, str] = {
    NUMBER: "Nomor urut",
    "klasifikasi": "Klasifikasi",
    "jenis": "Kode pada lembar Pola Nomor",
    "satker": "Kode satuan kerja pada lembar Instansi",
    "tahun": "Tahun",
    "bulan": "Tanggal surat",
    "bulan-romawi": "Tanggal surat",
}
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class FullNumber:
    """A full number, and the names of what is missing in it; blanks stand in their place."""

    text: str
    missing: tuple[str, ...] = ()


def pattern_of(plan: Plan, kind: str) -> NumberPattern | None:
    """The pattern of a kind of paper, if the sheet Pola Nomor has one."""
    return next((p for p in plan.number_patterns if same_id(p.jenis, kind)), None)


def unknown_fields(pattern: NumberPattern) -> list[str]:
    """Fields of a pattern that mean nothing."""
    return [name for name in _FIELD.findall(pattern.pola) if name not in FIELDS]


def has_number(pattern: NumberPattern) -> bool:
    """Tell whether the pattern has a place, exactly one, for the running number."""
    return _FIELD.findall(pattern.pola).count(NUMBER) == 1


def full_number(pattern: NumberPattern, number: int, paper: Paper, office: Office) -> FullNumber:
    """The full number of a paper: `7/PW.02-Und/1504/2026`."""
    known = {NUMBER: str(number).zfill(pattern.digit), **_known(pattern, paper, office)}
    names = _FIELD.findall(pattern.pola)
    text = _FIELD.sub(lambda found: known.get(found[1]) or "…", pattern.pola)
    missing = dict.fromkeys(FIELDS[name] for name in names if name in FIELDS and not known[name])
    return FullNumber(text, tuple(missing))


def running_number(pattern: NumberPattern, text: str, paper: Paper, office: Office) -> int | None:
    """The running number in a full number; None when it does not fit the pattern.

    What is known of the paper must stand there as it is; what is not known may be anything.
    """
    known = _known(pattern, paper, office)
    parts, at = [], 0
    for field in _FIELD.finditer(pattern.pola):
        parts.append(re.escape(pattern.pola[at : field.start()]))
        parts.append(_matching(field[1], known))
        at = field.end()
    parts.append(re.escape(pattern.pola[at:]))
    found = re.fullmatch("".join(parts), text.strip())
    return int(found["no"]) if found else None


def _matching(name: str, known: Mapping[str, str]) -> str:
    if name == NUMBER:
        return r"(?P<no>\d{1,9})"
    return re.escape(known[name]) if known.get(name) else r"[^/]+?"


def _known(pattern: NumberPattern, paper: Paper, office: Office) -> dict[str, str]:
    month = paper.tanggal.month if paper.tanggal else 0
    return {
        "klasifikasi": paper.klasifikasi,
        "jenis": pattern.kode,
        "satker": office.kode_satker,
        "tahun": str(paper.tanggal.year if paper.tanggal else office.tahun),
        "bulan": f"{month:02d}" if month else "",
        "bulan-romawi": roman(month) if month else "",
    }
