"""Checks of decrees: the parts that a decree cannot do without (NASKAH section 1)."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Consideration, Decree, DecreeKind, Part, Passage, Plan

_NEEDED = (Part.CONSIDERING, Part.RECALLING, Part.DICTUM)


def decree_parts(plan: Plan) -> Iterator[Finding]:
    """A decree needs Menimbang, Mengingat and at least one dictum."""
    for decree in plan.decrees:
        for part in missing_parts(decree):
            yield warning(
                "KEP-BAGIAN",
                f"Keputusan {decree.id} belum mempunyai butir {part.value}; "
                "tambahkan pada lembar Konsiderans.",
                decree.origin.at("id"),
            )


def missing_parts(decree: Decree) -> tuple[Part, ...]:
    """The parts that a decree needs and does not have."""
    return tuple(part for part in _NEEDED if not decree.items(part))


def item_words(plan: Plan) -> Iterator[Finding]:
    """An item needs words of its own, or a regulation to cite."""
    for decree in plan.decrees:
        for item in _items(decree):
            if not item.isi and not plan.regulation(item.peraturan):
                yield error(
                    "KEP-ISI",
                    "Butir ini kosong; isilah kolom Isi atau pilih peraturannya.",
                    item.origin.at("isi"),
                )


def _items(decree: Decree) -> tuple[Consideration | Passage, ...]:
    narrative = decree.narrative if decree.kind is DecreeKind.PLAN else ()
    return (*decree.considerations, *narrative)
