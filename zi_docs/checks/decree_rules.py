"""Checks of decrees: the parts they cannot do without (NASKAH section 1), and their revisions."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Consideration, Decree, DecreeKind, Part, Passage, Plan, same_id
from zi_docs.wording.dates import long_date

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
    narrative = decree.narrative if decree.jenis is DecreeKind.PLAN else ()
    return (*decree.considerations, *narrative)


def revision_dates(plan: Plan) -> Iterator[Finding]:
    """A revision is not decreed before the decree it changes, nor before the one above it.

    References to a decree that does not exist are found while reading.
    """
    for decree in plan.decrees:
        latest, name = decree.tanggal, decree.id
        for revision in plan.revisions:
            if not same_id(revision.keputusan, decree.id) or revision.tanggal is None:
                continue
            if latest is None:
                yield error(
                    "REV-DASAR",
                    f"Keputusan {decree.id} belum bertanggal, jadi belum dapat diubah; isilah "
                    "kolom Tanggal pada lembar Keputusan.",
                    revision.origin.at("keputusan"),
                )
            elif revision.tanggal < latest:
                yield error(
                    "REV-TANGGAL",
                    f"Perubahan {revision.id} bertanggal {long_date(revision.tanggal)}, mendahului "
                    f"{name} ({long_date(latest)}). Perbaiki tanggalnya, atau urutkan barisnya "
                    "menurut tanggal.",
                    revision.origin.at("tanggal"),
                )
            latest, name = max(revision.tanggal, latest or revision.tanggal), revision.id


def revision_names(plan: Plan) -> Iterator[Finding]:
    """A revision and a decree of one ID would be one file."""
    for revision in plan.revisions:
        if plan.decree(revision.id):
            yield error(
                "REV-ID",
                f"ID {revision.id} sudah dipakai oleh keputusan di lembar Keputusan; pilihlah ID "
                f"lain, misalnya {revision.id}-p1.",
                revision.origin.at("id"),
            )
