"""Word and Excel files that other programs open without a word: none is damaged or out of order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.cases.word_files import SOURCE, files_of_every_kind, staffed_plan
from zi_docs.forms.form_file import form_workbook
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.ooxml import read_parts
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_table, write_workbook
from zi_docs.workbook.writing.rewrite import realisation_rows, rewrite_workbook
from zi_docs.workbook.writing.starters import starting_rows

IGNORED = {
    ("Sem_MissingRelationshipType", "relationships/fontTable"): (
        "Word builds its table of fonts itself; ECMA-376 (part 1, 11.3.5) lets a document have none"
    ),
    ("Sem_MissingRelationshipType", "relationships/theme"): (
        "no style here refers to a theme; ECMA-376 (part 1, 14.2.7) lets a document have none"
    ),
    ("Excel_InlineStrCells", "inline-string cell"): (
        "a way to store text that Excel reads as any other (ECMA-376 part 1, 18.3.1.53); it only "
        "says that Excel will store the text elsewhere when it saves"
    ),
}
"""What the audit says and we do not mend: its code, words of its message, the reason."""


@cache
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults(files: Mapping[str, bytes], ending: str, folder: Path) -> set[str]:
    """What the audit says of files, warnings too; each fault with the files that have it."""
    names = defaultdict(list)
    for name, content in files.items():
        path = folder / f"berkas.{ending}"
        path.write_bytes(content)
        for error in validator().validate(path).errors:
            words = error.description
            if not any(error.id == code and part in words for code, part in IGNORED):
                names[f"{error.part_uri}{error.path}: {error.id} {words}"].append(name)
    return {f"{fault} ({', '.join(papers)})" for fault, papers in names.items()}


def test_every_word_file(tmp_path: Path) -> None:
    """Filled and blank, final and draft (KONSEP), signed in each way."""
    files = files_of_every_kind()
    assert len(files) > 20
    assert any(name.endswith("srikandi") for name in files)
    assert any(b"KONSEP" in read_parts(file).get("word/header.xml", b"") for file in files.values())
    assert faults(files, "docx", tmp_path) == set()


def test_every_workbook(tmp_path: Path) -> None:
    """A new workbook, one rewritten, a table to copy from, forms with and without answers."""
    plan, stamp = staffed_plan(), date(2026, 1, 1)
    period = Period(plan.office.tahun, Cycle.QUARTER, 2)
    files = {
        "buku-kerja": write_workbook(starting_rows(), stamp),
        "tahun-baru": rewrite_workbook(SOURCE, lambda rows: None),
        "realisasi": write_table(REALISASI, realisation_rows(plan.realisations), stamp),
    } | {
        f"formulir area {area.area.number}": form_workbook(plan.office, period, area)
        for area in rows_of(plan, period)[:2]
    }
    assert faults(files, "xlsx", tmp_path) == set()
