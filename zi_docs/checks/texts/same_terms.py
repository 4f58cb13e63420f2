"""One thing, one word: terms that a decree writes in several ways, or otherwise than the rules.

The terms are data (`data/official_terms.toml`); the areas are those of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from zi_docs.checks.language.terms import spaced_words
from zi_docs.checks.texts.worded_cells import (
    WordedCell,
    titles_and_cells,
    worded_cells,
)
from zi_docs.data import shipped
from zi_docs.findings import Finding, Place, suggestion, warning
from zi_docs.model import DecreeKind, Plan
from zi_docs.model.area import areas_of

_LEAST_WORDS = 4
_NOUN = r"pe\w+an"
_TEAM_WORDS = re.compile(r"\bTim\s+Kerja\b[^,;.]{0,24}/\s*Kelompok\s+Kerja\b", re.I)


def check_competing_terms(plan: Plan) -> Iterator[Finding]:
    """Words that compete with the term in the title of the decree."""
    titles = {decree.id: decree.judul.casefold() for decree in plan.decrees}
    every_title = " ".join(titles.values())
    for cell in worded_cells(plan):
        if cell.decree.jenis is not DecreeKind.PLAN:
            continue
        for family in _terms()["keluarga"]:
            term = str(family["istilah"])
            if term.casefold() in every_title and (used := _competing(cell.text, family)):
                yield warning(
                    "KEP-ISTILAH",
                    f"Teks ini menyebut “{used}”, sedangkan judulnya memakai istilah “{term}”; "
                    "pakailah satu istilah.",
                    cell.place,
                )


def check_slashed_teams(plan: Plan) -> Iterator[Finding]:
    """Rows of the plan and texts that leave open which of two words they mean."""
    for cell in titles_and_cells(plan):
        yield from _slashed(cell.text, cell.place)
    for row in plan.activities:
        for key in ("indikator", "langkah_aksi", "bukti"):
            if row.origin.file:
                yield from _slashed(getattr(row, key).plain, row.origin.at(key))


def _slashed(text: str, place: Place) -> Iterator[Finding]:
    if match := _TEAM_WORDS.search(text):
        yield suggestion(
            "KEP-ISTILAH",
            f"“{match[0]}” menyebut dua istilah untuk satu hal; pilih salah satu, sesuai dengan "
            "judul keputusan timnya.",
            place,
        )


def check_area_names(plan: Plan) -> Iterator[Finding]:
    """Areas of change that a text calls otherwise than the plan."""
    for name in (area.name for area in areas_of(plan)):
        words = name.split()
        if len(words) < _LEAST_WORDS or not re.fullmatch(_NOUN, words[0], re.I):
            continue
        other = re.compile(rf"\b(?!{words[0]}\b){_NOUN}\s+{spaced_words(words[1:])}\b", re.I)
        for cell in worded_cells(plan):
            if match := other.search(cell.text):
                yield suggestion(
                    "KEP-ISTILAH",
                    f"“{match[0]}” agaknya area “{name}”; tuliskan nama areanya seperti pada "
                    "tabel rencana aksi.",
                    cell.place,
                )


def check_office_names(plan: Plan) -> Iterator[Finding]:
    """Names of the office and of its centre that texts shorten in several ways."""
    short = re.escape(plan.office.singkatan)
    region = re.escape(plan.office.wilayah)
    level = re.compile(rf"\b{short}\s+(Kab|Kota|Prov|Kabupaten|Provinsi)\b\.?\s+{region}", re.I)
    centre = re.compile(rf"\b{short}\s+(RI|Republik\s+Indonesia|Pusat)\b")
    ways: dict[str, WordedCell] = {}
    for cell in worded_cells(plan):
        if (match := level.search(cell.text)) and match[0] != plan.office.short_name:
            yield _named(match[0], plan.office.short_name, cell)
        for match in centre.finditer(cell.text):
            ways.setdefault(" ".join(match[0].split()), cell)
    if len(ways) > 1:
        first, *others = ways
        for other in others:
            yield _named(other, first, ways[other])


def _named(written: str, usual: str, cell: WordedCell) -> Finding:
    return suggestion(
        "KEP-SEBUTAN",
        f"“{written}” di tempat lain disebut “{usual}”; pakailah satu sebutan.",
        cell.place,
    )


def _competing(text: str, family: Mapping[str, Any]) -> str:
    """The first competing word that a text uses; names of other things do not count."""
    for word in family["pengecualian"]:
        text = re.sub(rf"\b{word}\b", "", text, flags=re.I)
    for word in family["pengganti"]:
        if match := re.search(rf"\b{spaced_words(word.split())}\b", text, re.I):
            return match[0]
    return ""


@cache
def _terms() -> Mapping[str, Any]:
    return shipped("official_terms")
