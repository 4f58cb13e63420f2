"""Gazettes that a text gives behind a citation, against what the program knows; those it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zi_docs.checks.texts.cited_rows import RegulationUse, promulgated, uses
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Part, Plan

_BEHIND = re.compile(r"\s*\(([^)]*)\)")
_GAZETTES: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "tln_nomor": ("Tambahan Lembaran Negara", re.compile(r"Tambahan\s+Lembaran.*?Nomor\s+(\w+)")),
    "ln_nomor": (
        "Lembaran Negara",
        re.compile(r"(?<!Tambahan )Lembaran\s+Negara.*?Tahun\s+\d{4}\s+Nomor\s+(\w+)"),
    ),
    "bn_nomor": ("Berita Negara", re.compile(r"Berita\s+Negara.*?Nomor\s+(\w+)")),
}


def check_typed_gazettes(plan: Plan) -> Iterator[Finding]:
    """Numbers of gazettes in texts; an item of Mengingat has those that its kind is given."""
    for use in uses(plan):
        if use.cited is not None:
            written = _written(use)
            yield from _wrong(use, written)
            if use.cell.part is Part.RECALLING:
                yield from _missing(use, written)


def _written(use: RegulationUse) -> dict[str, str]:
    """The numbers in the brackets behind a citation, by the columns of the sheet Peraturan."""
    behind = _BEHIND.match(use.cell.text, use.cited.end) if use.cited is not None else None
    text = behind[1] if behind else ""
    numbers = {key: pattern.search(text) for key, (_, pattern) in _GAZETTES.items()}
    return {key: match[1] for key, match in numbers.items() if match}


def _wrong(use: RegulationUse, written: Mapping[str, str]) -> Iterator[Finding]:
    for key, number in written.items():
        right = getattr(use.known.cited, key) if use.known is not None else ""
        certain = use.known is not None and key not in use.known.uncertain
        if certain and right and right != number:
            yield warning(
                "PER-DATA",
                f"Nomor {_GAZETTES[key][0]} {use.name} tertulis {number}; menurut data program "
                f"{right}. Periksalah pada naskah resminya.",
                use.place,
            )


def _missing(use: RegulationUse, written: Mapping[str, str]) -> Iterator[Finding]:
    jenis = use.cited.jenis if use.cited is not None else ""
    missing = [key for key in promulgated(jenis) if key not in written]
    known = use.known
    if missing and not (known is not None and known.uncertain & set(missing)):
        names = " dan ".join(_GAZETTES[key][0] for key in missing)
        yield suggestion(
            "PER-LEMBARAN",
            f"Kutipan {use.name} belum mencantumkan nomor {names}; lengkapilah, atau pilih "
            "peraturannya pada kolom Peraturan.",
            use.place,
        )
