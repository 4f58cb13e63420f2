"""The real plan, revised three times in its year: a folder as an office would have it.

`zi.xlsx` is the workbook as it stands; `revisi/` holds what was decreed: the plan of 22 January,
as changed on 1 April and on 1 July. The third change is being drafted.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.cases.bare_books import bare_rewrite
from zi_docs.text import RichText, Span
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows

SOURCE = Path(__file__).parents[2] / "source" / "zi-2026.xlsx"
NEW_ROW = "RA-201"


def revised_year(folder: Path, source: Path = SOURCE) -> Path:
    """Make the folder; return the path of its workbook."""
    held = folder / "revisi"
    held.mkdir(parents=True)
    shutil.copy(source, held / "renaksi.xlsx")
    before = held / "renaksi.xlsx"
    for change, target in (
        (first, held / "renaksi-p1.xlsx"),
        (second, held / "renaksi-p2.xlsx"),
        (third, folder / "zi.xlsx"),
    ):
        before = changed(before, target, change)
    return before


def changed(source: Path, target: Path, change: Callable[[WorkbookRows], None]) -> Path:
    """Write `source` with its rows changed as `target`."""
    target.write_bytes(bare_rewrite(source, change))
    return target


def first(rows: WorkbookRows) -> None:
    """Words and months: RA-004 reworded around italics, RA-005 moved in time."""
    rows["revisi"].append(
        {
            "id": "renaksi-p1",
            "keputusan": "renaksi",
            "nomor": "24",
            "tanggal": date(2026, 4, 1),
            "alasan": RichText.of("jadwal penetapan agen perubahan perlu disesuaikan"),
        }
    )
    row(rows, "RA-004")["indikator"] = RichText(
        (
            Span("Pemimpin dan pejabat struktural berperan sebagai "),
            Span("role model", italic=True),
            Span(" dalam pelaksanaan pembangunan WBK/WBBM"),
        )
    )
    agent = row(rows, "RA-005")
    del agent["bulan_5"]
    agent |= {"bulan_6": True, "bulan_7": True, "target": "100%"}
    passage = next(
        r for r in rows["narasi"] if str(r.get("isi", "")).startswith("Mengelola sumber")
    )
    passage["isi"] = RichText.of("Mengelola sumber daya dan anggaran yang cukup besar;")


def second(rows: WorkbookRows) -> None:
    """Rows: one new, one gone, one to the end of its area; all listed in the dictum."""
    rows["revisi"].append(
        {
            "id": "renaksi-p2",
            "keputusan": "renaksi",
            "nomor": "31",
            "tanggal": date(2026, 7, 1),
            "alasan": RichText.of("agen perubahan belum mempunyai rencana tindak"),
            "bentuk": "Rincian perubahan",
        }
    )
    plan = rows["rencana_aksi"]
    agent = plan.index(row(rows, "RA-005"))
    plan.insert(
        agent + 1,
        row(rows, "RA-005")
        | {
            "id": NEW_ROW,
            "indikator": RichText.of("Agen perubahan menyusun rencana tindak"),
            "langkah_aksi": RichText.of("Menyusun rencana tindak agen perubahan"),
            "bukti": RichText.of("Rencana tindak agen perubahan"),
        },
    )
    plan.remove(row(rows, "RA-010"))
    went = row(rows, "RA-003")
    plan.remove(went)
    plan.insert(agent + 1, went)


def third(rows: WorkbookRows) -> None:
    """One word, not decreed yet."""
    rows["revisi"].append({"id": "renaksi-p3", "keputusan": "renaksi"})
    row(rows, "RA-002")["target"] = "90%"


def row(rows: WorkbookRows, key: str) -> dict[str, CellValue]:
    """The row of the plan of an ID."""
    return next(r for r in rows["rencana_aksi"] if r["id"] == key)
