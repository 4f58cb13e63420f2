"""A year of an office: decreed, filled month by month, amended twice, recapitulated, carried on.

The figures are counted again from the cells of the workbooks, with plain sets. At every moment the
register is lost once, and nothing that was signed changes by a byte. With the quick fake office.
It takes minutes: `make test-tahan` runs it, `make test` the shorter stories of its parts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cases.answers import fill, lines, page_of
from tests.cases.revisions import changed, row
from tests.cases.workshops import contents
from tests.e2e.conftest import SOURCE
from tests.e2e.test_amended_jdih import Office
from zi_docs.errors import ExitCode, OutputError
from zi_docs.text import RichText
from zi_docs.workbook.writing.rewrite import WorkbookRows

pytestmark = pytest.mark.skipif(
    "ZI_UJI_TAHAN" not in os.environ, reason="minutes long: `make test-tahan`"
)

Marks = dict[str, set[int]]


def july(rows: WorkbookRows) -> None:
    """RA-010 goes, RA-003 moves from July to May, RA-004 is reworded, RA-201 is new."""
    amendment(rows, "renaksi-p1", "24", date(2026, 7, 1), "hasil evaluasi semester pertama")
    plan = rows["rencana_aksi"]
    moved = row(rows, "RA-003")
    del moved["bulan_7"]
    moved["bulan_5"] = True
    row(rows, "RA-004")["langkah_aksi"] = RichText.of("Memberi teladan setiap hari")
    plan.remove(row(rows, "RA-010"))
    plan.insert(4, new_row(rows, "RA-201", 8, 11))


def october(rows: WorkbookRows) -> None:
    """RA-201 goes again, RA-202 is new."""
    amendment(rows, "renaksi-p2", "31", date(2026, 10, 1), "hasil evaluasi triwulan ketiga")
    plan = rows["rencana_aksi"]
    plan.insert(4, new_row(rows, "RA-202", 10, 12))
    plan.remove(row(rows, "RA-201"))


def amendment(rows: WorkbookRows, key: str, number: str, day: date, reason: str) -> None:
    words = RichText.of(f"{reason} menunjukkan bahwa langkah aksi perlu disesuaikan")
    rows["revisi"].append(
        {"id": key, "keputusan": "renaksi", "nomor": number, "tanggal": day, "alasan": words}
    )


def new_row(rows: WorkbookRows, key: str, *months: int) -> dict[str, object]:
    model = row(rows, "RA-004")
    kept = {name: value for name, value in model.items() if not name.startswith("bulan_")}
    words = RichText.of(f"Langkah {key}")
    return kept | {"id": key, "langkah_aksi": words} | {f"bulan_{m}": True for m in months}


def marks(book: Path) -> Marks:
    """The months of each row, read from the cells of the sheet."""
    sheet = openpyxl.load_workbook(book, data_only=True)["Rencana Aksi"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(i for i, cells in enumerate(rows) if "ID" in [str(c).strip(" *") for c in cells])
    at = {str(name).strip(" *"): column for column, name in enumerate(rows[head])}
    return {
        str(cells[at["ID"]]): {month for month in range(1, 13) if cells[at[str(month)]]}
        for cells in rows[head + 1 :]
        if cells[at["ID"]]
    }


def done(key: str, month: int) -> bool:
    """Two of three steps are done in their month; the third is never reported."""
    return (int(key.removeprefix("RA-")) + month) % 3 != 0


class Year(Office):
    """The office with its forms, and the plan in force in each month as the cells say."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.book = folder / "tahun" / "zi-2026.xlsx"
        self.in_force: dict[int, Marks] = {}
        self.done: set[tuple[str, int]] = set()

    def ok(self, *arguments: object) -> None:
        result = self.run(*arguments)
        assert result.exit_code == ExitCode.BERES, result.output

    def decree(self, key: str) -> None:
        """Sign what was made, lose the register, and rebuild it."""
        self.sign(key)
        self.lose_the_register()

    def lose_the_register(self) -> None:
        year = self.output / "2026"
        signed = contents(year / "ditandatangani")
        (year / "register.json").unlink()
        assert isinstance(self.run("keputusan").exception, OutputError)
        self.ok("tandatangan", "--pulihkan")
        assert contents(year / "ditandatangani") == signed

    def fill_forms(self, months: Iterable[int]) -> None:
        """Make the forms of these months; answer those of two areas where they are read."""
        answers = self.book.parent / "realisasi"
        answers.mkdir(exist_ok=True)
        for month in months:
            self.in_force[month] = marks(self.book)
            self.ok("monev", "--bulan", month)
            for area in (1, 2):
                name = f"2026-{month:02} Area {area} KPU Batang Hari.xlsx"
                form = self.output / f"2026/monev/2026-{month:02}/{name}"
                path = Path(shutil.copy(form, answers / f"{month:02}-{form.name}"))
                due = [line for line in lines(page_of(path)) if line[1] == month and done(*line)]
                fill(path, {line: {"Realisasi (%)": 100, "Bukti dukung": "Ada"} for line in due})
                self.done.update(due)

    def recap(self, *period: object) -> tuple[int, int]:
        """The steps planned and done that the recap prints in its last line."""
        self.ok("rekap", *period)
        table = next(
            table
            for table in docx.Document(str(self.recap_file(*period))).tables
            if table.rows[0].cells[2].text == "Rencana"
        )
        cells = table.rows[-1].cells
        return int(cells[2].text), int(cells[3].text)

    def recap_file(self, *period: object) -> Path:
        name = "2026" if len(period) == 1 else f"2026-tw{period[1]}"
        return self.output / "2026" / "monev" / name / "rekap-capaian.docx"

    def counted(self, months: Iterable[int]) -> tuple[int, int]:
        steps = [
            (key, month)
            for month in months
            for key, marked in self.in_force[month].items()
            if month in marked
        ]
        return len(steps), len(self.done.intersection(steps))


def test_a_year_from_its_decree_to_the_next(tmp_path: Path) -> None:
    office = Year(tmp_path)
    office.book.parent.mkdir()
    shutil.copy(SOURCE, office.book)
    office.ok("keputusan", "renaksi")
    office.decree("renaksi")
    office.fill_forms(range(1, 7))
    quarters = {n: range(3 * n - 2, 3 * n + 1) for n in range(1, 5)}
    for number in (1, 2):
        assert office.recap("--triwulan", number) == office.counted(quarters[number])
    past = {n: office.recap_file("--triwulan", n).read_bytes() for n in (1, 2)}

    # July: a row goes, one moves, one is reworded, one is new.
    changed(office.book, office.book, july)
    office.ok("revisi", "--naskah", "renaksi-p1")
    office.decree("renaksi-p1")
    office.fill_forms(range(7, 10))
    assert office.recap("--triwulan", 3) == office.counted(quarters[3])

    # October: the new one goes again, another comes.
    changed(office.book, office.book, october)
    office.ok("revisi", "--naskah", "renaksi-p2")
    office.decree("renaksi-p2")
    office.fill_forms(range(10, 13))
    for number in quarters:
        assert office.recap("--triwulan", number) == office.counted(quarters[number])
    assert office.recap("--tahunan") == office.counted(range(1, 13))
    assert past == {n: office.recap_file("--triwulan", n).read_bytes() for n in (1, 2)}
    recap = docx.Document(str(office.recap_file("--tahunan")))
    told = "\n".join(p.text for p in recap.paragraphs).replace("\u00a0", " ")
    assert "Nomor 24 Tahun 2026" in told and "Nomor 31 Tahun 2026" in told

    # What was decreed stands beside the workbook, each as it was signed.
    states = [office.book.parent / f"revisi/renaksi{which}.xlsx" for which in ("", "-p1", "-p2")]
    kept = [marks(path) for path in states]
    assert kept == [office.in_force[month] for month in (1, 7, 10)]

    status = [office.published(k, n)["status"] for k, n in (
        ("renaksi", "0010"), ("renaksi-p1", "0024"), ("renaksi-p2", "0031"))]  # fmt: skip
    assert status == [
        "Berlaku, diubah dengan Keputusan Nomor 24 Tahun 2026 dan Keputusan Nomor 31 Tahun 2026",
        "Berlaku",
        "Berlaku",
    ]
    office.lose_the_register()

    # The next year: the plan in force is carried, its first decree is made.
    book = tmp_path / "tahun" / "zi-2027.xlsx"
    office.ok("tahun-baru", book)
    assert marks(book) == office.in_force[12]
    office.book = book
    office.ok("keputusan", "renaksi")
    decree = docx.Document(str(office.output / "2027/keputusan/renaksi-asli.docx"))
    text = " ".join(paragraph.text for paragraph in decree.paragraphs)
    assert "TAHUN 2027" in text.replace("\u00a0", " ")
    assert not (office.output / "2027" / "ditandatangani").exists()
