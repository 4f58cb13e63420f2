"""Checks of decrees: their required parts (NASKAH section 1), and their revisions."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Consideration, Decree, DecreeKind, Part, Passage, Plan, same_id
from zi_docs.wording.dates import long_date

_REQUIRED_PARTS = (Part.CONSIDERING, Part.RECALLING, Part.DICTUM)


def check_decree_parts(plan: Plan) -> Iterator[Finding]:
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
    """The required parts that a decree does not have."""
    return tuple(part for part in _REQUIRED_PARTS if not decree.items(part))


def check_item_words(plan: Plan) -> Iterator[Finding]:
    """An item needs its own text, or a regulation to cite."""
    for decree in plan.decrees:
        for item in _printed_items(decree):
            if not item.isi and not plan.regulation(item.peraturan):
                yield error(
                    "KEP-ISI",
                    "Butir ini kosong; isilah kolom Isi atau pilih peraturannya.",
                    item.origin.at("isi"),
                )


def _printed_items(decree: Decree) -> tuple[Consideration | Passage, ...]:
    narrative = decree.narrative if decree.jenis is DecreeKind.PLAN else ()
    return (*decree.considerations, *narrative)


def check_revision_dates(plan: Plan) -> Iterator[Finding]:
    """A revision must not be dated before the decree it changes or before the revision above it.

    References to a decree that does not exist are reported when the workbook is read.
    """
    for decree in plan.decrees:
        latest, latest_id = decree.tanggal, decree.id
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
                    f"{latest_id} ({long_date(latest)}). Perbaiki tanggalnya, atau urutkan "
                    "barisnya menurut tanggal.",
                    revision.origin.at("tanggal"),
                )
            latest, latest_id = max(revision.tanggal, latest or revision.tanggal), revision.id


def check_revision_ids(plan: Plan) -> Iterator[Finding]:
    """A revision and a decree with the same ID would write the same file."""
    for revision in plan.revisions:
        if plan.decree(revision.id):
            yield error(
                "REV-ID",
                f"ID {revision.id} sudah dipakai oleh keputusan di lembar Keputusan; pilihlah ID "
                f"lain, misalnya {revision.id}-p1.",
                revision.origin.at("id"),
            )


def check_revision_numbers(plan: Plan) -> Iterator[Finding]:
    """A number is given once a year in the series of a signer: files for JDIH are named by it."""
    taken: dict[tuple[str, str, int], str] = {}
    for decree in plan.decrees:
        if decree.nomor and decree.tanggal:
            taken.setdefault(_number_key(decree, decree.nomor, decree.tanggal.year), decree.id)
    for revision in plan.revisions:
        base = plan.decree(revision.keputusan)
        if base is None or not revision.nomor or revision.tanggal is None:
            continue
        key = _number_key(base, revision.nomor, revision.tanggal.year)
        if key in taken:
            yield error(
                "REV-NOMOR",
                f"Nomor {revision.nomor} perubahan {revision.id} sudah dipakai oleh {taken[key]}; "
                "setiap keputusan memerlukan nomor sendiri. Gantilah salah satunya.",
                revision.origin.at("nomor"),
            )
        taken.setdefault(key, revision.id)


def _number_key(decree: Decree, number: str, year: int) -> tuple[str, str, int]:
    return decree.penanda_tangan.strip().casefold(), number.strip().casefold(), year


CHECKS = (
    check_decree_parts,
    check_item_words,
    check_revision_dates,
    check_revision_ids,
    check_revision_numbers,
)
