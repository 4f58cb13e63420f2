"""The sheet Tata Letak, and workbooks in which its lines still stand on Instansi."""

from __future__ import annotations

from dataclasses import replace

import pytest
from workbook_bench import RawBench

from zi_docs.build.changed_cells import Changes, hashes_of
from zi_docs.findings import Finding
from zi_docs.revision.compare import compare_plans
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet

LAYOUT, OFFICE = "Tata Letak", "Instansi"
A4 = {"Kertas keputusan": "A4", "Margin kiri surat (mm)": 30}


def row_of(raw: RawSheet, label: str) -> int:
    labels = {row: cell for (row, column), cell in raw.cells.items() if column == 1}
    return next(row for row, cell in labels.items() if says(cell, label))


def says(cell: RawCell, label: str) -> bool:
    return str(cell.value).strip(" *") == label


def fill(bench: RawBench, title: str, values: dict[str, object]) -> None:
    for label, value in values.items():
        bench.set(title, f"B{row_of(bench.sheets[title], label)}", value)


def made_old(bench: RawBench) -> None:
    """Move the lines of Tata Letak to the end of Instansi, as earlier workbooks have them."""
    layout, office = bench.sheets.pop(LAYOUT), bench.sheets[OFFICE]
    below = max(row for row, _ in office.cells)
    moved = {
        (row + below, column): replace(cell, coordinate=f"{'ABC'[column - 1]}{row + below}")
        for (row, column), cell in layout.cells.items()
        if row > 3
    }
    bench.sheets[OFFICE] = replace(office, cells={**office.cells, **moved})


def spots(findings: list[Finding]) -> list[tuple[str, str | None, str | None, str]]:
    return [(f.code, f.place.sheet, f.place.cell, f.severity.value) for f in findings]


def test_an_old_workbook_reads_the_same(raw_bench: RawBench) -> None:
    fill(raw_bench, LAYOUT, A4)
    new, _ = raw_bench.read()
    made_old(raw_bench)
    old, findings = raw_bench.read()
    assert findings == []
    assert (old.office.keputusan_kertas, old.office.surat_margin_kiri) == ("A4", 30)
    assert old.office.origin.at("keputusan_kertas").sheet == OFFICE
    assert new.office.origin.at("keputusan_kertas").sheet == LAYOUT
    assert not compare_plans(old, new).records
    # Nor does a signed paper name a cell as changed, whose register knows the old places.
    assert Changes.since(hashes_of(old), new).cells == ()
    assert hashes_of(old) == hashes_of(new)


def test_a_bad_cell_of_an_old_workbook_is_named_where_it_stands(raw_bench: RawBench) -> None:
    made_old(raw_bench)
    fill(raw_bench, OFFICE, {"Kertas keputusan": "A5"})
    row = row_of(raw_bench.sheets[OFFICE], "Kertas keputusan")
    _, findings = raw_bench.read()
    assert spots(findings) == [("WB-PILIHAN", OFFICE, f"B{row}", "kesalahan")]


@pytest.mark.parametrize(
    ("office", "layout", "paper", "told"),
    [
        ("Legal", "A4", "A4", [("WB-ISIAN-DUA", OFFICE, "B90", "peringatan")]),
        ("A4", "A4", "A4", [("WB-ISIAN-DUA", OFFICE, "B90", "keterangan")]),
        ("Legal", " ", "Legal", []),
        ("", "A4", "A4", []),
    ],
)
def test_what_both_sheets_say_the_new_one_says(
    raw_bench: RawBench, office: str, layout: str, paper: str, told: list[tuple[str, ...]]
) -> None:
    raw_bench.set(OFFICE, "A90", "Kertas keputusan")
    raw_bench.set(OFFICE, "B90", office)
    fill(raw_bench, LAYOUT, {"Kertas keputusan": layout})
    plan, findings = raw_bench.read()
    assert plan.office.keputusan_kertas == paper
    assert spots(findings) == told


def test_without_either_the_papers_are_the_usual_ones(raw_bench: RawBench) -> None:
    usual = raw_bench.read()[0].office
    del raw_bench.sheets[LAYOUT]
    plan, findings = raw_bench.read()
    assert findings == []
    assert usual.baris_kosong == 12
    assert plan.office == replace(usual, baris_kosong=10, origin=plan.office.origin)


@pytest.mark.parametrize("title", [LAYOUT, OFFICE])
@pytest.mark.parametrize("old", [False, True])
def test_a_sheet_of_pairs_that_was_renamed_is_read_by_its_names(
    raw_bench: RawBench, title: str, old: bool
) -> None:
    fill(raw_bench, LAYOUT, A4)
    if old:
        made_old(raw_bench)
        title = OFFICE
    raw = raw_bench.sheets.pop(title)
    raw_bench.sheets["Kantor"] = replace(
        raw, title="Kantor", place=replace(raw.place, sheet="Kantor")
    )
    plan, findings = raw_bench.read()
    assert plan.office.keputusan_kertas == "A4"
    assert spots(findings) == [("WB-LEMBAR-NAMA", "Kantor", None, "peringatan")]
