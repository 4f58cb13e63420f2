"""Areas and components: one numbering, and every paper and folder that shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cases.plans import activity, plan
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.model import Area, Plan, Realisation, areas_of, components_by_row, listed_areas
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.formulir_monev import area_form
from zi_docs.papers.keputusan import original
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import recap
from zi_docs.papers.signers import coordinator
from zi_docs.settings import DEFAULTS
from zi_docs.text import CONTINUED, Flow

FIRST = "I MANAJEMEN PERUBAHAN"
QUARTER = Period(2026, Cycle.QUARTER, 1)
APRIL = Period(2026, Cycle.MONTH, 4)


def year() -> Plan:
    """`Tim kerja` comes back after `Budaya kerja`, which has no step before December."""
    return replace(
        plan(),
        activities=(
            activity("RA-1", FIRST, "Tim kerja", 1),
            activity("RA-2", FIRST, "Budaya kerja", 12),
            activity("RA-3", FIRST, "tim  KERJA ", 2),
            activity("RA-4", FIRST, "Agen perubahan", 3),
        ),
    )


def words(flow: Flow) -> str:
    return " ".join(paragraph.text.plain for paragraph in flow.paragraphs)


def printed(blocks: Any) -> dict[str, int]:
    """The number of the component of each row; a cell that goes on has that of the one above."""
    numbers: dict[str, int] = {}
    number = 0
    for block in blocks:
        for row in block["baris"]:
            if row["nomor"] is not CONTINUED:
                number = int(words(row["nomor"]))
            numbers[words(row["indikator"]).removeprefix("Indikator ")] = number
    return numbers


def in_decree(plan: Plan) -> dict[str, int]:
    return printed(original(plan, plan.decrees[0]).context["rencana_aksi"])


def in_form(plan: Plan, period: Period) -> dict[str, int]:
    return printed(area_form(plan, period, rows_of(plan, period)[0]).context["bagian"])


def in_cards(plan: Plan) -> dict[str, str]:
    """The code of the component on each card of the quarter's form."""
    sections: Any = area_form(plan, QUARTER, rows_of(plan, QUARTER)[0]).context["bagian"]
    heads = [[p.text.plain for p in card["kepala"].paragraphs] for card in sections[0]["kartu"]]
    return {head[1].removeprefix("Indikator: Indikator "): head[0].split()[0] for head in heads}


def in_recap(plan: Plan) -> dict[str, str]:
    """With the numeral of the area: its row may stand on another page."""
    areas: Any = recap(plan, QUARTER, Pagination()).context["capaian"]
    return {words(part["nama"]): part["nomor"] for part in areas[0]["komponen"]}


def in_lists(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    """Component and action of each row of the lists below the table of a recap."""
    context = recap(plan, QUARTER, Pagination()).context
    lists: dict[str, Any] = {name: context[name] for name in ("tunggakan", "kendala")}
    return {
        name: [(row["komponen"], row["langkah"]) for row in rows] for name, rows in lists.items()
    }


def in_folders(plan: Plan, root: Path) -> dict[str, str]:
    return {folder.activity.id: folder.path.parent.name for folder in evidence_folders(plan, root)}


def test_decree_form_recap_and_folders_show_one_number(tmp_path: Path) -> None:
    assert in_decree(year()) == {"RA-1": 1, "RA-2": 2, "RA-3": 1, "RA-4": 3}
    assert in_cards(year()) == {"RA-1": "I.1", "RA-3": "I.1", "RA-4": "I.3"}
    # What is overdue in April.
    assert in_form(year(), APRIL) == {"RA-1": 1, "RA-3": 1, "RA-4": 3}
    assert in_recap(year()) == {"Tim kerja": "I.1", "Agen perubahan": "I.3"}
    assert in_folders(year(), tmp_path) == {
        "RA-1": "1.1 Tim kerja",
        "RA-2": "1.2 Budaya kerja",
        "RA-3": "1.1 Tim kerja",
        "RA-4": "1.3 Agen perubahan",
    }


def test_the_lists_of_a_recap_name_the_component_of_a_row_by_its_number() -> None:
    hindered = replace(year(), realisations=(Realisation("RA-3", 2, kendala="Hujan"),))
    assert in_lists(hindered) == {
        "tunggakan": [
            ("I.1", "Langkah satu RA-1; Langkah dua RA-1"),
            ("I.1", "Langkah satu RA-3; Langkah dua RA-3"),
            ("I.3", "Langkah satu RA-4; Langkah dua RA-4"),
        ],
        "kendala": [("I.1", "Langkah satu RA-3; Langkah dua RA-3")],
    }


@pytest.mark.parametrize("template", ["rekap-capaian.docx", "laporan-monev.docx"])
def test_the_lists_print_no_id_of_a_row(template: str) -> None:
    """IDs belong to the workbook; papers have numbers (NASKAH section 10)."""
    tables = docx.Document(DEFAULTS.templates / template).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert cells.count("{{ baris.komponen }}") == 2
    assert not [cell for cell in cells if "baris.id" in cell]


def test_a_component_holds_its_rows_in_the_order_of_the_plan() -> None:
    first, _ = areas_of(year())
    assert [(part.code, part.name, [row.id for row in part.rows]) for part in first.components] == [
        ("I.1", "Tim kerja", ["RA-1", "RA-3"]),
        ("I.2", "Budaya kerja", ["RA-2"]),
        ("I.3", "Agen perubahan", ["RA-4"]),
    ]
    assert [row.id for row in first.rows] == ["RA-1", "RA-3", "RA-2", "RA-4"]
    codes = {row: part.code for row, part in components_by_row(areas_of(year())).items()}
    assert codes == {"RA-1": "I.1", "RA-2": "I.2", "RA-3": "I.1", "RA-4": "I.3"}


def test_areas_keep_the_order_of_the_list_and_those_only_in_the_plan_follow() -> None:
    rows = (
        activity("RA-1", "VII LAYANAN BARU", "Satu"),
        activity("RA-2", "ii  penataan tata laksana", "Dua"),
    )
    found = areas_of(replace(plan(), activities=rows))
    assert [(area.number, area.title, len(area.rows)) for area in found] == [
        (1, "I MANAJEMEN PERUBAHAN", 0),
        (2, "II PENATAAN TATA LAKSANA", 1),
        (3, "VII LAYANAN BARU", 1),
    ]


@pytest.mark.parametrize(
    ("title", "numeral", "name", "heading"),
    [
        (FIRST, "I", "MANAJEMEN PERUBAHAN", "I. MANAJEMEN PERUBAHAN"),
        ("XIV. LAYANAN", "XIV", "LAYANAN", "XIV. LAYANAN"),
        ("3 LAYANAN BARU", "3", "LAYANAN BARU", "3. LAYANAN BARU"),
        # The first word of a name is no numeral, even of letters that numerals have.
        ("CIVIL SOCIETY", "", "CIVIL SOCIETY", "CIVIL SOCIETY"),
        ("LAYANAN", "", "LAYANAN", "LAYANAN"),
    ],
)
def test_the_numeral_of_an_area(title: str, numeral: str, name: str, heading: str) -> None:
    (area,) = listed_areas([title])
    assert (area.numeral, area.name, area.heading) == (numeral, name, heading)
    assert area.label == (numeral or "1")


def test_papers_of_an_area_without_numeral_show_its_whole_name() -> None:
    rows = (activity("RA-1", "LAYANAN BARU", "Satu", 1),)
    unnumbered = replace(plan(), areas=(), activities=rows)
    (block,) = original(unnumbered, unnumbered.decrees[0]).context["rencana_aksi"]  # type: ignore[misc, attr-defined]
    assert (block["nomor"], words(block["nama"])) == ("", "LAYANAN BARU")
    form = area_form(unnumbered, APRIL, rows_of(unnumbered, APRIL)[0]).context
    assert form["lingkup"] == "AREA LAYANAN BARU"
    assert "untuk Area Layanan Baru pada bulan April 2026" in str(form["nihil"])
    position = coordinator(unnumbered, Area(1, "", "LAYANAN BARU"))["kedudukan"]
    assert position == "Koordinator Kelompok Kerja\nLayanan Baru,"
