"""What a decree refers to within itself: letters, dicta, annexes, chapters, the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import WordedCell, worded_cells
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Level, Part, Plan
from zi_docs.wording.citation_reader import without_cited
from zi_docs.wording.lists import letters_before
from zi_docs.wording.numbers import dictum_label

_LETTERS = re.compile(r"\bhuruf\s+([a-z]{1,2})\b")
_CLOSING = re.compile(r"\bpertimbangan\s+sebagaimana\s+dimaksud\b", re.I)
_DEFERRED = "{huruf-sebelumnya}"
_DICTUM = re.compile(r"\b[Dd]iktum\s+(KE[A-Z]+(?:\s+(?:BELAS|PULUH)(?:\s+[A-Z]+)?)?)")
_ANNEX = re.compile(r"\bLampiran\s+([IVX]+|\d+)\b")
_CHAPTER = re.compile(r"\bBab\s+([IVX]+|\d{1,2})\b")
_BUDGET = re.compile(r"\bTahun\s+Anggaran\s+(\d{4})\b", re.I)
_YEAR = re.compile(r"\b(?:sepanjang|selama|untuk|pada)\s+tahun\s+(\d{4})\b(?!\s*[-–]\s*\d)", re.I)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")


def check_references(plan: Plan) -> Iterator[Finding]:
    """References to letters, dicta, annexes or chapters that are not there."""
    for cell in worded_cells(plan):
        if cell.part is Part.CONSIDERING:
            yield from _letters(cell)
        elif cell.part is Part.DICTUM:
            yield from _dicta(cell)
        yield from _annexes(cell)


def _letters(cell: WordedCell) -> Iterator[Finding]:
    """The letters that a consideration cites: those before it, and in the closing one all."""
    if not _CLOSING.search(cell.text) or _DEFERRED in cell.text.casefold():
        return
    letters = _LETTERS.findall(without_cited(cell.text))
    if letters and cell.number and not _same(letters, cell):
        yield warning(
            "KEP-RUJUKAN",
            f"Butir ini mengacu {', '.join(f'huruf {x}' for x in letters)}, sedangkan butir "
            f"sebelumnya adalah {letters_before(cell.number)}. Tuliskan penanda {_DEFERRED}, "
            "maka hurufnya selalu sesuai.",
            cell.place,
        )


def _same(letters: list[str], cell: WordedCell) -> bool:
    expected = _LETTERS.findall(letters_before(cell.number))
    every = [chr(ord("a") + place) for place in range(cell.number)]
    # `huruf a sampai dengan huruf k` names all between them.
    ends = [every[0], every[-1]] if "sampai dengan" in cell.text else every
    return letters in (expected, every, ends)


def _dicta(cell: WordedCell) -> Iterator[Finding]:
    count = len(cell.decree.items(Part.DICTUM))
    for named in _DICTUM.findall(cell.text):
        label = " ".join(named.split())
        place = next((n for n in range(count) if dictum_label(n + 1) == label), None)
        if place is None:
            yield warning(
                "KEP-RUJUKAN",
                f"Diktum {label} tidak ada pada keputusan ini; ia mempunyai {count} diktum. "
                "Perbaiki rujukannya.",
                cell.place,
            )
        elif place == cell.number:
            yield warning(
                "KEP-RUJUKAN",
                f"Diktum {label} mengacu dirinya sendiri; perbaiki rujukannya.",
                cell.place,
            )


def _annexes(cell: WordedCell) -> Iterator[Finding]:
    text = without_cited(cell.text)
    for number in _ANNEX.findall(text):
        if number not in ("I", "1"):
            yield warning(
                "KEP-RUJUKAN",
                f"Lampiran {number} tidak ada: keputusan ini mempunyai satu Lampiran. Perbaiki "
                "rujukannya.",
                cell.place,
            )
    chapters = sum(p.tingkat is Level.CHAPTER for p in cell.decree.narrative)
    for number in _CHAPTER.findall(text):
        place = int(number) if number.isdigit() else _place(number)
        if cell.narrated and place > chapters:
            yield warning(
                "KEP-RUJUKAN",
                f"Bab {number} tidak ada: uraian Lampiran mempunyai {chapters} bab. Perbaiki "
                "rujukannya.",
                cell.place,
            )


def _place(numeral: str) -> int:
    return _ROMAN.index(numeral) + 1 if numeral in _ROMAN else len(_ROMAN) + 1


def check_other_years(plan: Plan) -> Iterator[Finding]:
    """The budget year, and the year of which a text speaks, are the year of the plan."""
    year = plan.office.tahun
    for cell in worded_cells(plan):
        text = without_cited(cell.text)
        for named in _BUDGET.findall(text):
            if int(named) != year:
                yield warning(
                    "KEP-TAHUN",
                    f"Teks ini menyebut Tahun Anggaran {named}, bukan {year}; perbaiki, atau "
                    "tuliskan penanda {tahun}.",
                    cell.place,
                )
        for named in _YEAR.findall(text):
            if int(named) == year - 1:
                yield suggestion(
                    "KEP-TAHUN",
                    f"Teks ini menyebut tahun {named}, sedangkan rencana ini untuk tahun {year}; "
                    "periksalah apakah tahunnya tertinggal dari naskah lama.",
                    cell.place,
                )
