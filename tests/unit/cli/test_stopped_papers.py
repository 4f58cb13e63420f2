"""An error in a cell stops the papers that need it, and only these: on the real workbook.

What is made beside a damaged cell is made from the same as beside a sound one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cases.revisions import changed
from zi_docs import checks
from zi_docs.build.digest import digest
from zi_docs.catalog import SUPPORTING_PAPERS, catalog, products_of
from zi_docs.cli.stopped_papers import Stopped, parted, parted_topics, stopped_findings
from zi_docs.findings import Finding, Place, error, has_errors
from zi_docs.papers.sheets_read import Concern
from zi_docs.product import Family, Product, Subject
from zi_docs.revision.states import read_plan_and_year
from zi_docs.settings import DEFAULTS
from zi_docs.text import RichText
from zi_docs.workbook.reading import load
from zi_docs.workbook.reading.book_file import RawBook, read_book
from zi_docs.workbook.reading.headers import find_header
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Layout
from zi_docs.workbook.writing.rewrite import WorkbookRows

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
# A paper of each family, as it is called below.
SUBJECTS = {
    "renaksi": "rencana",
    "sk-tim-kerja": "tim 1",
    "sk-upg": "tim 2",
    "R-01": "rapat 1",
    "R-02": "rapat 2",
    "2026-01": "formulir",
    "2026-tw1": "laporan",
}
SUPPORTING = {papers.FAMILY for papers in SUPPORTING_PAPERS}
TEAMS = {"tim 1", "tim 2"}
MEETINGS = {"rapat 1", "rapat 2"}
MONITORING = {"formulir", "laporan"}
ALL = {"rencana", *TEAMS, *MEETINGS, *MONITORING}


def _fill(rows: WorkbookRows) -> None:
    """What the real workbook has not yet: a guest, an answer, a number."""
    rows["peserta"].append({"id": "TAMU-1", "nama": "Bapak Wali Kota", "jabatan": "Wali Kota"})
    rows["realisasi"].append({"baris": "RA-001", "bulan": 1, "realisasi": 1.0})
    rows["nomor"].append({"jenis": "Undangan", "nomor": 1, "dokumen": "R-01"})


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed(SOURCE, tmp_path_factory.mktemp("buku") / "zi-2026.xlsx", _fill)


@pytest.fixture(scope="module")
def book(source: Path) -> RawBook:
    return read_book(source, DEFAULTS)


def _damaged(book: RawBook, sheet_key: str, column: str, wrong: str, row: int) -> RawBook:
    """The workbook with `wrong` in the cell of a column, in the row of this number from 0."""
    sheet = next(sheet for sheet in SHEETS if sheet.key == sheet_key)
    assert book.sheets is not None
    raw = next(raw for raw in book.sheets if raw.title == sheet.title)
    if column in (c.header for c in sheet.columns) and sheet.layout is Layout.PAIRS:
        at = next((r, 2) for (r, c), cell in raw.cells.items() if c == 1 and _says(cell, column))
    else:
        header, _ = find_header(sheet, raw)
        assert header is not None
        at = (sorted(r for r in raw.rows() if r > header.row)[row], header.columns[column])
    cell = replace(next(iter(raw.cells.values())), value=RichText.of(wrong))
    spoilt = replace(raw, cells={**raw.cells, at: cell})
    return replace(book, sheets=[spoilt if r is raw else r for r in book.sheets])


def _says(cell: Any, words: str) -> bool:
    return isinstance(cell.value, RichText) and cell.value.plain.strip(" *") == words


def _made(source: Path) -> tuple[dict[str, Product], list[Stopped], list[Finding]]:
    """The products that nothing stops, what is stopped, and the errors."""
    year, findings = read_plan_and_year(source)
    assert year is not None
    errors = [f for f in (*findings, *checks.check(year.plan)) if has_errors([f])]
    topics = [t for t in catalog(year).topics if _called(t.about) in ALL]
    concern = Concern.of(year.plan)
    sound, stopped = parted_topics(topics, errors, concern)
    products, others = parted(products_of(sound, lambda p: not p.on_request), errors, concern)
    return {product.name: product for product in products}, [*stopped, *others], errors


def _called(about: Subject) -> str:
    quarter = about.id.startswith("2026-tw")
    other = about.family in SUPPORTING or (quarter and about.family is not Family.REPORT)
    return "" if other else SUBJECTS.get(about.id, "")


def _hash(product: Product) -> str:
    inputs = product.inputs()
    return digest((inputs.content, inputs.form, product.targets, product.needs, product.draft))


@pytest.fixture(scope="module")
def sound(source: Path) -> dict[str, str]:
    products, stopped, errors = _made(source)
    assert (stopped, errors) == ([], [])
    assert {_called(product.about) for product in products.values()} == ALL
    return {name: _hash(product) for name, product in products.items()}


@pytest.mark.parametrize(
    ("sheet", "column", "wrong", "stopped"),
    [
        ("tata_letak", "Margin atas keputusan (mm)", "lebar", ALL),
        ("pejabat", "jabatan", "", ALL),
        ("peraturan", "tahun", "dahulu", {"rencana", *TEAMS, "laporan"}),
        ("keputusan", "tanggal", "31 Februari 2026", {"rencana", *MONITORING}),
        ("konsiderans", "bagian", "Menimang", {"rencana", "laporan"}),
        ("narasi", "tingkat", "bagian", {"rencana"}),
        ("rencana_aksi", "area", "IX", {"rencana", *MONITORING}),
        ("tim", "pejabat", "KETAU", {"tim 1", *MONITORING}),
        ("rapat", "undangan", "KETAU", {"rapat 1"}),
        ("peserta", "id", "", MEETINGS),
        ("nomor", "nomor", "satu", {"rapat 1"}),
        ("realisasi", "bulan", "13", MONITORING),
    ],
)
def test_a_damaged_cell_stops_what_needs_it_and_nothing_else(
    source: Path,
    book: RawBook,
    sound: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    sheet: str,
    column: str,
    wrong: str,
    stopped: set[str],
) -> None:
    damaged = _damaged(book, sheet, column, wrong, 0)
    monkeypatch.setattr(load, "read_book", lambda *_: damaged)
    products, _, errors = _made(source)
    assert errors
    made = {_called(product.about) for product in products.values()}
    assert made == ALL - stopped
    assert {name: _hash(product) for name, product in products.items()}.items() <= sound.items()


def test_papers_stopped_by_the_same_cells_share_a_finding() -> None:
    errors = tuple(
        error("WB-TANGGAL", "Salah.", Place("zi.xlsx", "Rencana Aksi", f"S{n}")) for n in (7, 8, 9)
    )
    other = (error("WB-ACUAN", "Tiada.", Place("zi.xlsx", "Rapat", "G5")),)
    stopped = [Stopped("Keputusan renaksi", errors), Stopped("Rapat R-02", other)]
    stopped += [Stopped(f"Bulan {n}", errors) for n in range(1, 7)]
    first, second = stopped_findings(stopped)
    assert str(first) == (
        "zi.xlsx › Rencana Aksi!S7: kesalahan: Tidak dibuat karena kesalahan pada "
        "Rencana Aksi!S7-S9: Keputusan renaksi, Bulan 1, Bulan 2, Bulan 3, dan 3 lainnya. "
        "Perbaiki sel itu, lalu ulangi perintahnya. [HASIL-DATA]"
    )
    assert "Rapat!G5: Rapat R-02. " in second.message
