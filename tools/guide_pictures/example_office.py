"""The office that the pictures show: its folder as of a day in July, people and figures made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from tests.cases.filled_year import filled_year
from tests.cases.revisions import changed
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows

DAY = date(2026, 7, 20)
_LAST_REPORTED = DAY.month - 1
_PAPER_SIZE = (1240, 1754)


def example_office(folder: Path) -> Path:
    """Make the folder of the office, with all that was reported by the day; return its workbook."""
    whole = filled_year(folder / "source")
    content = changed(whole, folder / "zi-juli.xlsx", _as_of_the_day)
    content.replace(whole)
    (folder / "source" / "zi.xlsx").unlink()
    (folder / "source" / "staf.xlsx").unlink()
    return whole


def _as_of_the_day(rows: WorkbookRows) -> None:
    rows["realisasi"] = [row for row in rows["realisasi"] if _reported(row)]
    for meeting in rows["rapat"]:
        if meeting["tanggal"] > DAY:  # type: ignore[operator]
            for column in ("pembahasan", "kesimpulan", "tindak_lanjut", "hadir"):
                meeting.pop(column, None)


def _reported(row: dict[str, CellValue]) -> bool:
    month = row.get("bulan_lapor") or row["bulan"]
    return isinstance(month, int) and month <= _LAST_REPORTED


def scan_of_a_paper(path: Path) -> Path:
    """A scanned page to drop in, as PDF."""
    page = Image.new("L", _PAPER_SIZE, 250)
    ImageDraw.Draw(page).text((620, 400), "Daftar hadir", 40, anchor="mm", font_size=60)
    page.save(path, "PDF", resolution=150)
    return path
