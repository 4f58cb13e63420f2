"""Checks of revisions: each follows what it changes."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, error
from zi_docs.model import Plan, same_id
from zi_docs.wording.dates import long_date


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
