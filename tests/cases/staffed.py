"""The real workbook with every seat taken: long names with titles, 18-digit NIPs, long positions.

Blanks hide most faults of a page. The people are made up, and so are their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

RANKS = ("Penata Tingkat I (III/d)", "Penata (III/c)", "Penata Muda Tingkat I (III/b)")
NAMES = (
    "Dr. Raden Ayu Kusumawardhani Contohningtyas, S.Pd.I., M.Si.",
    "Muhammad Syarifuddin Percontohan, S.Kom., M.T.I.",
    "Ir. Siti Nurhaliza Contoh, M.A.P.",
    "Bambang Contoh Setyobudhiwicaksono, S.H.",
    "Contoh Wijaya, Ph.D.",
)
POSITIONS = (
    ("Kepala Subbagian Keuangan, Umum, dan Logistik", "Subbagian Keuangan, Umum, dan Logistik"),
    ("Kepala Subbagian Perencanaan, Data, dan Informasi",
     "Subbagian Perencanaan, Data, dan Informasi"),
    ("Kepala Subbagian Partisipasi, Hubungan Masyarakat, dan Sumber Daya Manusia",
     "Subbagian Partisipasi, Hubungan Masyarakat, dan Sumber Daya Manusia"),
    ("Penata Kelola Pemilihan Umum Ahli Muda", "Subbagian Keuangan, Umum, dan Logistik"),
    ("Pranata Komputer Ahli Pertama", "Subbagian Perencanaan, Data, dan Informasi"),
    ("Pengelola Pengadaan Barang/Jasa Ahli Pertama", "Subbagian Keuangan, Umum, dan Logistik"),
    ("Analis Sumber Daya Manusia Aparatur Ahli Pertama",
     "Subbagian Partisipasi, Hubungan Masyarakat, dan Sumber Daya Manusia"),
)  # fmt: skip
_STAFF = 18


def staffed(source: Path, target: Path) -> Path:
    """Save `source` as `target` with a name for every official, and an official on every seat."""
    book = openpyxl.load_workbook(source, rich_text=True)
    ids = _fill_officials(book["Pejabat"])
    _fill_seats(book["Tim"], ids)
    book.save(target)
    return target


def _columns(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of the headers, and the columns by header."""
    for row in sheet.iter_rows(max_row=10):
        headers = {str(cell.value).strip(" *"): cell.column for cell in row if cell.value}
        if len(headers) > 3:
            return row[0].row or 0, headers
    raise AssertionError(sheet.title)


def _fill_officials(sheet: Worksheet) -> list[str]:
    """Names for those without one and a staff below them; the IDs of the staff."""
    head, columns = _columns(sheet)
    names = cycle(NAMES)
    numbers = _nips()
    row = head + 1
    while sheet.cell(row, 1).value:
        civil_servant = sheet.cell(row, columns["Kelompok"]).value != "Komisioner"
        name = sheet.cell(row, columns["Nama"])
        name.value = name.value or next(names)
        if civil_servant:
            sheet.cell(row, columns["NIP"]).value = next(numbers)
            sheet.cell(row, columns["Pangkat/Golongan"]).value = "Pembina (IV/a)"
        row += 1
    ids = []
    for number, (position, unit) in enumerate(islice(cycle(POSITIONS), _STAFF), start=1):
        ids.append(f"STAF-{number}")
        values = {
            "ID": ids[-1],
            "Nama": next(names),
            "NIP": next(numbers),
            "Pangkat/Golongan": RANKS[number % len(RANKS)],
            "Jabatan": position,
            "Kelompok": "Sekretariat",
            "Unit": unit,
        }
        for header, value in values.items():
            sheet.cell(row, columns[header]).value = value
        row += 1
    return ids


def _fill_seats(sheet: Worksheet, ids: list[str]) -> None:
    """Someone on every seat; within a decree everybody comes once before anybody comes twice."""
    head, columns = _columns(sheet)
    decree: object = None
    people: Iterator[str] = iter(())
    for row in range(head + 1, sheet.max_row + 1):
        if not sheet.cell(row, 1).value:
            continue
        if sheet.cell(row, 1).value != decree:
            decree, people = sheet.cell(row, 1).value, cycle(ids)
        seat = sheet.cell(row, columns["Pejabat"])
        if not seat.value:
            seat.value = next(people)
            sheet.cell(row, columns["Jabatan"]).value = None


def _nips() -> Iterator[str]:
    """NIPs of people who do not exist: born in 1985, in service since 2010, numbered."""
    return (f"19850101201001{1 + number % 2}{number:03d}" for number in range(1, 200))
