"""Number patterns, both ways: full numbers are composed and parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zi_docs.model import NumberPattern, Office, Plan, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper
from zi_docs.wording.numbers import roman_numeral

_NUMBER = "no"
# The source of each pattern field, as messages name it.
_FIELDS: Mapping[str, str] = {
    _NUMBER: "Nomor urut",
    "klasifikasi": "Klasifikasi",
    "jenis": "Kode pada lembar Pola Nomor",
    "satker": "Kode satuan kerja pada lembar Instansi",
    "tahun": "Tahun",
    "bulan": "Tanggal surat",
    "bulan-romawi": "Tanggal surat",
}
_FIELD = re.compile(r"\{([^{}]*)\}")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True)
class FullNumber:
    """A full number, and the names of missing values; `…` takes their place in the text."""

    text: str
    missing: tuple[str, ...] = ()


def number_pattern(plan: Plan, kind: str) -> NumberPattern | None:
    """The pattern for a kind of paper; None if the sheet Pola Nomor has none."""
    return next((p for p in plan.number_patterns if same_id(p.jenis, kind)), None)


def unknown_pattern_fields(pattern: NumberPattern) -> list[str]:
    """Fields of a pattern that have no meaning."""
    return [name for name in _FIELD.findall(pattern.pola) if name not in _FIELDS]


def has_number_field(pattern: NumberPattern) -> bool:
    """Tell whether the pattern has the field of the running number exactly once."""
    return _FIELD.findall(pattern.pola).count(_NUMBER) == 1


def full_number(
    pattern: NumberPattern, number: int, paper: NumberedPaper, office: Office
) -> FullNumber:
    """The full number of a paper: `7/PW.02-Und/1504/2026`."""
    values = {_NUMBER: str(number).zfill(pattern.digit), **_field_values(pattern, paper, office)}
    names = _FIELD.findall(pattern.pola)
    text = _FIELD.sub(lambda field: values.get(field[1]) or "…", pattern.pola)
    missing = dict.fromkeys(_FIELDS[name] for name in names if name in _FIELDS and not values[name])
    return FullNumber(text, tuple(missing))


def running_number(
    pattern: NumberPattern, text: str, paper: NumberedPaper, office: Office
) -> int | None:
    """The running number in a full number; None if it does not match the pattern, or that is wrong.

    Fields with a value for this paper must match it; fields without a value may be any text.
    """
    if not has_number_field(pattern):
        return None
    values = _field_values(pattern, paper, office)
    parts, end = [], 0
    for field in _FIELD.finditer(pattern.pola):
        parts.append(re.escape(pattern.pola[end : field.start()]))
        parts.append(_field_regex(field[1], values))
        end = field.end()
    parts.append(re.escape(pattern.pola[end:]))
    match = re.fullmatch("".join(parts), text.strip())
    return int(match["no"]) if match else None


def number_year(text: str, unit_code: str = "") -> int | None:
    """The year that a full number names (`7/PW.02-Und/1504/2026`); None where it names none.

    It is the last of its parts that looks like a year. The first part is the running number, and
    the code of the unit may look like a year too.
    """
    _, *parts = re.split(r"[^0-9A-Za-z]+", text.strip())
    years = [part for part in parts if _YEAR.fullmatch(part) and part != unit_code]
    return int(years[-1]) if years else None


def _field_regex(name: str, values: Mapping[str, str]) -> str:
    if name == _NUMBER:
        return r"(?P<no>\d{1,9})"
    return re.escape(values[name]) if values.get(name) else r"[^/]+?"


def _field_values(pattern: NumberPattern, paper: NumberedPaper, office: Office) -> dict[str, str]:
    month = paper.tanggal.month if paper.tanggal else 0
    return {
        "klasifikasi": paper.klasifikasi,
        "jenis": pattern.kode,
        "satker": office.kode_satker,
        "tahun": str(paper.tanggal.year if paper.tanggal else office.tahun),
        "bulan": f"{month:02d}" if month else "",
        "bulan-romawi": roman_numeral(month) if month else "",
    }
