"""Small decrees written down as a person would: lines of the sheets Konsiderans and Narasi.

Their cells count from 1: the first item of a decree's body is Konsiderans!C1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tests.cases.plans import office
from zi_docs.findings import Finding
from zi_docs.model import (
    Activity,
    Consideration,
    Decree,
    DecreeKind,
    Level,
    Origin,
    Part,
    Passage,
    Plan,
    Regulation,
)
from zi_docs.text import RichText

FILE = "zi.xlsx"
TITLE = "Rencana Aksi Pembangunan Zona Integritas di Lingkungan Kantor Contoh Tahun 2026"


def at(sheet: str, row: int, **cells: str) -> Origin:
    return Origin(FILE, sheet, row, {key: f"{column}{row}" for key, column in cells.items()})


def drafted(
    body: Sequence[tuple[str, str]] = (),
    narrative: Sequence[tuple[str, str]] = (),
    *,
    title: str = TITLE,
    regulations: Sequence[Regulation] = (),
    areas: Sequence[str] = (),
    day: object = None,
) -> Plan:
    """A plan with one decree: its items by part, its passages by level.

    A text that is the ID of a regulation cites it.
    """
    ids = {regulation.id for regulation in regulations}
    items = tuple(
        Consideration(
            Part(part),
            RichText.of("" if text in ids else text),
            text if text in ids else "",
            at("Konsiderans", row, isi="C", peraturan="D"),
        )
        for row, (part, text) in enumerate(body, start=1)
    )
    passages = tuple(
        Passage(
            Level(level),
            RichText.of("" if text in ids else text),
            text if text in ids else "",
            at("Narasi", row, isi="C", peraturan="D"),
        )
        for row, (level, text) in enumerate(narrative, start=1)
    )
    decree = Decree(
        "renaksi",
        DecreeKind.PLAN,
        title,
        "KETUA",
        considerations=items,
        narrative=passages,
        origin=at("Keputusan", 4, id="A", judul="F"),
    )
    empty = RichText()
    rows = tuple(
        Activity(f"RA-{n}", area, empty, empty, empty, empty, frozenset({1}), "100%")
        for n, area in enumerate(areas, start=1)
    )
    return Plan(
        office=replace(office(), singkatan="BKX", lembaga="Badan Karya Contoh"),
        regulations=tuple(regulations),
        decrees=(replace(decree, tanggal=day),),  # type: ignore[arg-type]
        activities=rows,
        areas=tuple(areas),
    )


def regulation(
    key: str, jenis: str, nomor: str, tahun: int, tentang: str, **more: object
) -> Regulation:
    """A row of the sheet Peraturan; its columns stand in A to N."""
    columns = "id jenis nomor tahun tentang ln_tahun ln_nomor tln_nomor bn_tahun bn_nomor"
    letters = dict(zip(columns.split(), "ABCDEFGHIJ", strict=True))
    letters |= {"diubah": "L", "frasa": "M", "status": "N"}
    row = int(str(more.pop("row", 4)))
    place = at("Peraturan", row, **letters)
    return Regulation(key, jenis, nomor, tahun, tentang, origin=place, **more)  # type: ignore[arg-type]


def codes_of(check: Callable[[Plan], Iterable[Finding]], plan: Plan) -> list[str]:
    """The findings of a check: `C1 KEP-KLAUSA` for each, in order."""
    return [f"{finding.place.cell} {finding.code}" for finding in check(plan)]
