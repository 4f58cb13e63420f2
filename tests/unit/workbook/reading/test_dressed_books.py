"""What cells say does not depend on what stands around them, nor on who saved the workbook."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText

from tests.e2e.conftest import SOURCE
from zi_docs.findings import Finding, Place, Severity
from zi_docs.model import Plan
from zi_docs.ooxml import read_parts, write_parts
from zi_docs.pdf.office_places import find_office
from zi_docs.revision.compare import compare_plans
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.reading.xlsx import RawCell, read_sheets

Parts = dict[str, bytes]
Cells = Mapping[str, Mapping[tuple[int, int], RawCell]]
STYLES = "xl/styles.xml"
SHEET = "xl/worksheets/sheet8.xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cells_of(content: bytes) -> tuple[Cells, list[Finding]]:
    sheets, findings = read_sheets(content, Place("b.xlsx"), DEFAULTS)
    return {sheet.title: sheet.cells for sheet in sheets}, findings


@cache
def sound_parts() -> Parts:
    return read_parts(SOURCE.read_bytes())


@cache
def sound_cells() -> Cells:
    cells, findings = cells_of(SOURCE.read_bytes())
    assert findings == []
    return cells


def garbled(parts: Parts, *beginnings: str) -> Parts:
    """The parts; those with such names hold half of an element."""
    return parts | {name: b"<odd" for name in parts if name.startswith(beginnings)}


def without(parts: Parts, *beginnings: str) -> Parts:
    return {name: data for name, data in parts.items() if not name.startswith(beginnings)}


def in_part(parts: Parts, name: str, old: str, new: str) -> Parts:
    assert old.encode() in parts[name]
    return parts | {name: parts[name].replace(old.encode(), new.encode())}


AROUND = ("xl/theme", "xl/comments", "xl/drawings", "xl/tables", "docProps/app", "docProps/core")
PIVOT = {"xl/pivotTables/pivotTable1.xml": b"<odd", "xl/media/image1.png": b"no picture"}


@pytest.mark.parametrize(
    "damage",
    [
        *(lambda parts, name=name: garbled(parts, name) for name in AROUND),
        *(lambda parts, name=name: without(parts, name) for name in AROUND),
        lambda parts: garbled(parts, "docProps/custom"),
        lambda parts: garbled(parts, "xl/worksheets/_rels"),
        lambda parts: without(parts, "xl/worksheets/_rels"),
        lambda parts: without(parts, "xl/_rels"),
        lambda parts: without(parts, "[Content_Types]"),
        lambda parts: parts | PIVOT,
        lambda parts: in_part(parts, "docProps/custom.xml", ' name="zi_docs_skema"', ""),
        lambda parts: in_part(parts, STYLES, "<fills", '<odd rgb="#1F4E79"/><fills'),
        lambda parts: in_part(parts, STYLES, 'vertical="top"', 'vertical="middle"'),
        lambda parts: in_part(parts, STYLES, "<font>", '<font><sz val="10,5"/><color rgb="#FFF"/>'),
        lambda parts: in_part(parts, STYLES, "<borders", "<odd/><borders"),
        lambda parts: in_part(parts, SHEET, "<cols>", '<cols><col min="x" width="10,5"/>'),
        lambda parts: in_part(
            parts,
            SHEET,
            "</sheetData>",
            '</sheetData><conditionalFormatting sqref="?"><cfRule type="baru"/>'
            '</conditionalFormatting><hyperlinks><hyperlink ref="A4"/></hyperlinks>',
        ),
    ],
)
def test_damage_around_the_cells_changes_none(damage: Callable[[Parts], Parts]) -> None:
    cells, findings = cells_of(write_parts(damage(sound_parts())))
    assert cells == sound_cells()
    assert {finding.severity for finding in findings} <= {Severity.NOTE}


def test_broken_styles_leave_the_texts_and_are_told() -> None:
    """Only dates and the like need them: they are numbers then, and a warning says why."""
    cells, (finding,) = cells_of(write_parts(garbled(sound_parts(), STYLES)))
    assert (finding.code, finding.severity) == ("WB-GAYA", Severity.WARNING)
    assert STYLES in finding.message
    plan = sound_cells()["Rencana Aksi"]
    assert {spot: cell.value for spot, cell in cells["Rencana Aksi"].items()} == {
        spot: cell.value for spot, cell in plan.items()
    }


def saved_by_openpyxl(target: Path) -> None:
    book = openpyxl.load_workbook(SOURCE, rich_text=True)
    book.save(target)


def saved_by_pandas(target: Path) -> None:
    """As pandas writes a sheet: new cells with their values, no style but that of dates."""
    source, book = openpyxl.load_workbook(SOURCE, rich_text=True), openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in source.worksheets:
        copy = book.create_sheet(page.title)
        for row in page.iter_rows():
            for cell in row:
                value = cell.value
                copied = copy.cell(cell.row, cell.column)
                if isinstance(value, CellRichText):
                    value = CellRichText(*value)
                copied.value = value
                if isinstance(value, str):
                    copied.data_type = "s"
    book.save(target)


def saved_by_libreoffice(target: Path) -> None:
    folder = target.parent
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run(
        [str(find_office()), "--headless", profile, "--convert-to", "xlsx", "--outdir",
         str(folder), str(SOURCE)],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    saved = folder / SOURCE.name
    if not saved.exists():
        pytest.skip("LibreOffice Calc is not installed")
    saved.rename(target)


@cache
def sound_plan() -> Plan:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    return plan


@pytest.mark.parametrize(
    "save",
    [
        saved_by_openpyxl,
        saved_by_pandas,
        pytest.param(saved_by_libreoffice, marks=pytest.mark.libreoffice),
    ],
)
def test_whichever_program_saved_the_workbook_nothing_changed(
    save: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "simpan.xlsx"
    save(path)
    plan, findings = read_plan(path)
    _, findings_before = read_plan(SOURCE)
    assert [(f.code, f.place.cell) for f in findings] == [
        (f.code, f.place.cell) for f in findings_before
    ]
    assert plan is not None
    assert not compare_plans(sound_plan(), plan)


def test_a_changed_word_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(write_parts(in_part(sound_parts(), SHEET, "Whistle Blowing", "Whistle")))
    plan, _ = read_plan(path)
    assert plan is not None
    assert compare_plans(sound_plan(), plan)
