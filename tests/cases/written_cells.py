"""Plans of a few cells, to see what the checks of language and rows say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tests.cases.plans import office
from zi_docs.findings import Finding
from zi_docs.model import Activity, Consideration, Decree, DecreeKind, Origin, Part, Plan, TeamSeat
from zi_docs.text import RichText, Span

AREA = "V PENGUATAN PENGAWASAN"
_TEXTS = {"komponen": "C", "indikator": "D", "langkah_aksi": "E", "bukti": "F"}
_MONTHS = {f"bulan_{number}": letter for number, letter in enumerate("GHIJKLMNOPQR", start=1)}
_CELLS = {**_TEXTS, **_MONTHS, "target": "S", "pic": "T"}


def marked(text: str) -> RichText:
    """A text in which *asterisks* stand for italics."""
    pieces = text.split("*")
    return RichText(tuple(Span(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece))


def row(number: int = 4, **cells: Any) -> Activity:
    """A sound row of the plan in a row of its sheet, with other texts, months or target."""
    values: dict[str, Any] = {
        "area": AREA,
        "komponen": "Pengaduan Masyarakat",
        "indikator": "Setiap pengaduan dijawab dalam jangka waktunya",
        "langkah_aksi": "Menjawab pengaduan yang masuk",
        "bukti": "Surat jawaban pengaduan",
        "bulan": frozenset({6}),
        "target": "100%",
        "pic": "Sekretaris",
    } | cells
    for key in ("komponen", "indikator", "langkah_aksi", "bukti"):
        values[key] = marked(values[key])
    values["bulan"] = frozenset(values["bulan"])
    places = {key: f"{letter}{number}" for key, letter in _CELLS.items()}
    origin = Origin("zi.xlsx", "Rencana Aksi", number, places)
    return Activity(id=f"RA-{number - 3:03d}", origin=origin, **values)


def plan_of(*rows: Activity, **more: Any) -> Plan:
    """A plan of these rows, numbered as they stand."""
    return Plan(office=office(), activities=rows, areas=(AREA,), **more)


def decree_of(text: str, **more: Any) -> Plan:
    """A plan with one decree, whose dictum says a text."""
    origin = Origin("zi.xlsx", "Konsiderans", 4, {"isi": "C4"})
    item = Consideration(Part.DICTUM, marked(text), origin=origin)
    head = Origin("zi.xlsx", "Keputusan", 4, {"judul": "F4"})
    decree = Decree("renaksi", DecreeKind.PLAN, "Rencana Aksi Tahun 2026", "KETUA", origin=head)
    return replace(plan_of(), decrees=(replace(decree, considerations=(item,), **more),))


def task_of(text: str) -> Plan:
    """A plan with one seat in a team, whose task says a text."""
    origin = Origin("zi.xlsx", "Tim", 4, {"tugas": "C4"})
    return replace(plan_of(), seats=(TeamSeat("tim", "Ketua", tugas=marked(text), origin=origin),))


def told(check: Callable[[Plan], Iterable[Finding]], plan: Plan, *codes: str) -> list[str]:
    """What a check says, as `D4 peringatan: message`; only of these codes, where any are given."""
    return [
        f"{finding.place.cell} {finding.severity.value}: {finding.message}"
        for finding in check(plan)
        if not codes or finding.code in codes
    ]
