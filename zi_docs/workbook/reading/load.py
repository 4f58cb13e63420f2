"""The way of a workbook from its file to the plan: judged, read, parsed, resolved, assembled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error
from zi_docs.model import Office, Plan
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.workbook.reading.agency_file import with_agency
from zi_docs.workbook.reading.assemble import (
    build_office,
    build_plan,
    check_month_years,
    check_months,
    decree_authors,
)
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.parse import Tables, parse_sheets
from zi_docs.workbook.reading.picture_files import with_logo
from zi_docs.workbook.reading.references import resolve_references
from zi_docs.workbook.reading.row_owners import row_owners, with_owners
from zi_docs.workbook.reading.tokens import fill_tokens
from zi_docs.workbook.sheets import BY_KEY
from zi_docs.workbook.sheets.schema import Layout


def read_plan(
    path: Path,
    settings: Settings = DEFAULTS,
    *,
    beside: Path | None = None,
    former_rows: Collection[str] = (),
) -> tuple[Plan | None, list[Finding]]:
    """Read a workbook into a plan, with all that is wrong with it.

    What the workbook names, such as its logo, is looked for in the folder `beside`, by default
    the workbook's own. `former_rows` are the IDs of rows that former states of the plan had:
    realisations and meetings may name them.

    The plan is None only when it cannot be built at all: the file cannot be read, or the sheet
    Instansi lacks what every document needs. Otherwise rows with errors are left out of it.
    """
    tables = read_tables(path, settings, former_rows)
    office, findings = build_office(tables.rows)
    tables.findings += findings
    if office is None:
        return None, _ordered(tables.findings)
    folder = beside or path.parent
    office, findings = with_logo(office, folder)
    tables.findings += findings
    office, findings = with_agency(office, folder, tables.lists["Kelompok"])
    tables.findings += findings
    _fill_all_tokens(tables, office)
    tables.findings += check_months(tables.rows.get("realisasi", ()))
    tables.findings += check_month_years(tables.month_years, office.tahun)
    tables.findings += _empty(tables, place_of_file(path))
    plan = build_plan(office, tables.rows, tables.lists)
    return plan, _ordered(with_owners(tables.findings, tables.owners))


def _fill_all_tokens(tables: Tables, office: Office) -> None:
    """Fill the tokens of all sheets; the posts first, by which decrees name who decrees them."""
    authors: dict[str, str] = {}
    keys = [key for key in tables.rows if BY_KEY[key].layout is not Layout.PAIRS]
    for key in sorted(keys, key=lambda name: name != "pejabat"):
        tables.rows[key], findings = fill_tokens(BY_KEY[key], tables.rows[key], office, authors)
        tables.findings += findings
        if key == "pejabat":
            authors = decree_authors(office, tables.rows)


def read_tables(
    path: Path, settings: Settings = DEFAULTS, former_rows: Collection[str] = ()
) -> Tables:
    """Read a workbook into typed rows, as they stand there: tokens are not filled."""
    book = read_book(path, settings)
    if book.sheets is None:
        return Tables(findings=book.findings)
    tables = parse_sheets(book.sheets, place_of_file(path))
    tables.owners = row_owners(tables.rows)
    resolve_references(tables, former_rows)
    tables.findings[:0] = book.findings
    return tables


def _empty(tables: Tables, book: Place) -> list[Finding]:
    sheet = BY_KEY["rencana_aksi"]
    if sheet.key not in tables.rows or tables.rows[sheet.key]:
        return []
    message = (
        f"Lembar {sheet.title} belum berisi satu baris pun. Isilah langkah aksinya, atau buat buku "
        "kerja dari tabel yang ada dengan `python generate.py buku-kerja BARU.xlsx --impor TABEL`."
    )
    return [error("WB-KOSONG", message, replace(book, sheet=sheet.title))]


def _ordered(findings: list[Finding]) -> list[Finding]:
    """Findings in the order of the workbook's sheets; within a sheet as they were found."""
    order = {sheet.title: index for index, sheet in enumerate(BY_KEY.values())}
    return sorted(findings, key=lambda finding: order.get(finding.place.sheet or "", -1))
