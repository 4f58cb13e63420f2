"""A brief workbook whose cells of free text hold what means something to another program.

What no XML holds is written as spreadsheet programs write it: `_x001B_` for an escape character.
"""

from __future__ import annotations

import zipfile
from itertools import cycle
from pathlib import Path

from tests.cases.bare_books import bare_rewrite, brief
from tests.cases.revisions import SOURCE
from zi_docs.text import RichText
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Layout
from zi_docs.workbook.writing.rewrite import WorkbookRows

SAMPLES = {
    '=HYPERLINK("http://x","y")': '=HYPERLINK("http://x","y")',
    "+1": "+1",
    "-1": "-1",
    "@SUM(A1)": "@SUM(A1)",
    "\t=1+1": "=1+1",
    "{{ 7*7 }}": "{{ 7*7 }}",
    "{% for x in y %}": "{% for x in y %}",
    "<w:t>": "<w:t>",
    "&amp;": "&amp;",
    "</script><script>alert(1)</script>": "</script><script>alert(1)</script>",
    "]]>": "]]>",
    "$x^2$ $\\frac{$": "$x^2$ $\\frac{$",
    "\u202ebalik\u2066": "balik",
    "\u200btanpa\ufeff lebar": "tanpa lebar",
    "BEGIN:VEVENT": "BEGIN:VEVENT",
    "satu\nX-Evil:1": "X-Evil:1",
    "_x000D_": "_x000D_",
    "_x0041_x0042_": "_x0041_x0042_",
    "RAW_x001B_[31mmerah": "RAW[31mmerah",
    "RAW_x0000__xD800_nol": "RAWnol",
}
"""What is written into a cell, and what a reader is to see of it."""

# What has a form of its own, which other rules look at.
_FORMED = frozenset(
    {"nip", "nomor", "lengkap", "susunan_acara", "tindak_lanjut", "nomor_ba", "frasa", "ln_nomor",
     "tln_nomor", "bn_nomor"}
)  # fmt: skip
LETTER = {
    "id": "ST-01", "jenis": "Surat tugas", "perihal": "Mengikuti bimbingan teknis",
    "kepada": "KETUA", "penanda_tangan": "SEKRETARIS", "isi": "Mengikuti bimbingan teknis.",
    "tempat": "Aula",
}  # fmt: skip


def hostile_book(path: Path) -> Path:
    """Save the workbook; each cell keeps its own text behind the sample."""
    samples = cycle(SAMPLES)

    def spoil(rows: WorkbookRows) -> None:
        rows["surat"] = [dict(LETTER)]
        for sheet in SHEETS:
            free = [c for c in sheet.columns if c.prose and c.key not in _FORMED]
            for row in rows[sheet.key] if sheet.layout is Layout.TABLE else ():
                for column in free:
                    own = row.get(column.key)
                    text = f"{next(samples)} {own or ''}".rstrip(" ")
                    if own or not column.rare:
                        row[column.key] = RichText.of(text) if isinstance(own, RichText) else text

    content = bare_rewrite(brief(SOURCE, path.with_name("ringkas.xlsx")), spoil)
    path.write_bytes(content)
    _as_other_programs_write(path)
    return path


def _as_other_programs_write(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            for code in (b"x001B_", b"x0000_", b"xD800_"):
                content = content.replace(b"_x005F_" + code, b"_" + code)
            package.writestr(name, content)
