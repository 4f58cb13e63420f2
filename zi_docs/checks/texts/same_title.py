"""The title of a decree reads alike wherever it stands: Menimbang, first dictum, table of the plan.

The master is the column Judul of the sheet Keputusan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import WordedCell, decree_cells, words_of
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Decree, Level, Part, Plan

# `perlu menetapkan Keputusan … tentang <title>`
_DECREED = re.compile(r"\bmenetapkan\s+(?:Keputusan|Peraturan)\b.*?\btentang\s+(.+)$", re.I | re.S)
# What a dictum appoints goes without the word that says so: `Membentuk Tim Kerja …`.
_ACTS = ("pembentukan", "penetapan", "pengangkatan", "penunjukan", "pedoman")
_LISTED = 4


def check_titles(plan: Plan) -> Iterator[Finding]:
    """Places that give the title of their decree otherwise than the column Judul."""
    for decree in plan.decrees:
        for cell in decree_cells(decree):
            if cell.part is Part.CONSIDERING and (match := _DECREED.search(cell.text)):
                yield from _considered(cell, match[1].strip(" .;"), decree.judul)
            elif cell.part is Part.DICTUM and cell.number == 0:
                yield from _decreed(cell, decree)
            elif cell.part is Level.TABLE_TITLE:
                yield from _tabled(cell, decree.judul)


def _considered(cell: WordedCell, title: str, master: str) -> Iterator[Finding]:
    words, own = words_of(title), words_of(master)
    if words == own:
        return
    if [word.casefold() for word in words] == [word.casefold() for word in own]:
        pairs = [f"“{a}” (pada Judul “{b}”)" for a, b in zip(words, own, strict=True) if a != b]
        yield suggestion(
            "KEP-JUDUL",
            "Huruf kapital judul pada butir Menimbang ini tidak sama dengan kolom Judul: "
            f"{', '.join(pairs[:_LISTED])}. Samakan penulisannya.",
            cell.place,
        )
    else:
        yield warning(
            "KEP-JUDUL",
            "Judul keputusan pada butir Menimbang ini tidak sama dengan kolom Judul"
            f"{_difference(title, master)}. Samakan bunyinya.",
            cell.place,
        )


def _decreed(cell: WordedCell, decree: Decree) -> Iterator[Finding]:
    """The first dictum holds the title; of a title `Pembentukan Tim …` what is formed."""
    title = [word.casefold() for word in words_of(decree.judul)]
    if title and title[0] in _ACTS:
        title = title[1:]
    text = [word.casefold() for word in words_of(cell.text)]
    if _holds(text, title):
        return
    yield suggestion(
        "KEP-JUDUL",
        "Diktum KESATU tidak memuat judul keputusan seperti pada kolom Judul"
        f"{_difference(cell.text, decree.judul)}. Samakan bunyinya.",
        cell.place,
    )


def _tabled(cell: WordedCell, master: str) -> Iterator[Finding]:
    if [w.casefold() for w in words_of(cell.text)] != [w.casefold() for w in words_of(master)]:
        yield suggestion(
            "KEP-JUDUL",
            "Judul tabel tidak sama dengan judul keputusan pada kolom Judul"
            f"{_difference(cell.text, master)}. Samakan bunyinya.",
            cell.place,
        )


def _holds(words: list[str], run: list[str]) -> bool:
    return any(words[i : i + len(run)] == run for i in range(len(words) - len(run) + 1))


def _difference(text: str, master: str) -> str:
    """The words of the title that are missing in a text, as the message names them."""
    present = {word.casefold() for word in words_of(text)}
    missing = [word for word in words_of(master) if word.casefold() not in present]
    return f" (tidak ada: {' '.join(missing[:12])})" if missing else ""
