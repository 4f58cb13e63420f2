"""Sound files, of which mutants are made: written by the program and saved by other programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.cases.answers import columns, keep, page_of, write_form
from tests.cases.bare_books import brief
from tests.cases.calc import worked_on
from tests.cases.filled_year import filled_year
from tests.cases.signing import signed, text_pdf, throw_away_signer
from tools.resilience.trials import FAKES, OUTPUT, ROOT
from zi_docs.monev.periods import Period
from zi_docs.workbook.reading.load import read_plan

BOOK = "source/zi-2026.xlsx"
SHIPPED = ROOT / BOOK
YEAR = f"{OUTPUT}/2026"
_WORDS = ("Dilaksanakan sesuai dengan rencana.", "Ada", "100")


@dataclass(frozen=True)
class Originals:
    """Sound files by what wrote them; `office` is a folder with papers made, one of them signed.

    `program` is the quick fake office that made them.
    """

    program: Path
    office: Path
    books: Mapping[str, bytes]
    forms: Mapping[str, bytes]
    templates: Mapping[str, bytes]
    pdfs: Mapping[str, bytes]


def originals(folder: Path, *, whole: bool) -> Originals:
    """Make them in a folder; what takes LibreOffice some seconds only where it is to be `whole`."""
    program = quick_office(folder / "kantor-palsu")
    return Originals(
        program,
        _office(folder / "kantor", program),
        _books(folder / "buku", whole=whole),
        _forms(folder / "formulir", whole=whole),
        {path.name: path.read_bytes() for path in sorted((ROOT / "templates").glob("*.docx"))},
        returned_pdfs(),
    )


def quick_office(folder: Path) -> Path:
    """The fake office program that makes every PDF at once, in a folder of its own."""
    folder.mkdir(parents=True)
    for name in ("office-quick", "pdf.sh"):
        shutil.copy(FAKES / name, folder / name)
    return folder / "office-quick"


def _office(folder: Path, program: Path) -> Path:
    """A folder with the decree made and signed, and the papers of a meeting."""
    (folder / "source").mkdir(parents=True)
    brief(SHIPPED, folder / BOOK)
    (folder / "pindai.pdf").write_bytes(text_pdf("hasil pindai"))
    for verb in (
        ("keputusan",),
        ("undangan", "R-01"),
        ("tandatangan", "pindai.pdf", "--untuk", "renaksi"),
    ):
        subprocess.run(
            [sys.executable, ROOT / "generate.py", *verb, "--keluaran", OUTPUT],
            cwd=folder,
            env={"ZI_SOFFICE": str(program), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
            capture_output=True,
            check=True,
        )
    return folder


def _books(folder: Path, *, whole: bool) -> dict[str, bytes]:
    folder.mkdir()
    books = {"program": SHIPPED.read_bytes()}
    path = folder / "zi-2026.xlsx"
    if whole:
        path = filled_year(folder / "terisi")
        books["setahun terisi"] = path.read_bytes()
        books["LibreOffice"] = worked_on(path, folder / "calc.xlsx", []).read_bytes()
    else:
        shutil.copy(SHIPPED, path)
    books["openpyxl"] = _saved_by_openpyxl(path, folder / "openpyxl.xlsx")
    return books


def _saved_by_openpyxl(path: Path, target: Path) -> bytes:
    openpyxl.load_workbook(path, rich_text=True).save(target)
    return target.read_bytes()


def _forms(folder: Path, *, whole: bool) -> dict[str, bytes]:
    """Forms of the real plan, filled in: the program's, and as other programs save it."""
    plan, _ = read_plan(SHIPPED)
    if plan is None:
        raise RuntimeError("the shipped workbook cannot be read")
    period = Period.parse("2026-03")
    if period is None:
        raise RuntimeError("no month")
    path = write_form(plan, period, 1, folder / "formulir.xlsx")
    forms = {"program": path.read_bytes()}
    page = page_of(path)
    at = columns(page)
    for row in range(at[""] + 1, page.max_row + 1):
        for column in range(1, page.max_column + 1):
            cell = page.cell(row, column)
            if not cell.protection.locked:
                cell.value = _WORDS[(row + column) % len(_WORDS)]
    keep(page, path)
    forms["openpyxl"] = path.read_bytes()
    if whole:
        forms["LibreOffice"] = worked_on(path, folder / "calc.xlsx", []).read_bytes()
    return forms


def returned_pdfs() -> dict[str, bytes]:
    """What may come back from signing: a scan, and one with signatures in it."""
    scan = text_pdf("hasil pindai", "halaman dua")
    once = signed(scan, "Ketua", throw_away_signer())
    return {
        "pindai": scan,
        "bertanda tangan": once,
        "dua tanda tangan": signed(once, "Sekretaris", throw_away_signer()),
    }
