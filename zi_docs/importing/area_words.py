"""What other offices call an area, a component, an item of the LKE -> this workbook's names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from zi_docs.data import shipped
from zi_docs.data.lke_components import (
    FULFILMENT,
    REFORM,
    LkeComponent,
    component_of_code,
    lke_component,
)
from zi_docs.importing.time_words import is_roman, ordinal
from zi_docs.model import Area, listed_areas
from zi_docs.text import RichText
from zi_docs.workbook.sheets.list_sheets import AREAS

_MIN_SCORE = 88
_PREFIX = re.compile(
    r"(?:area perubahan|area|pokja|kelompok kerja|pilar|bidang|aspek|reformasi|reform|pemenuhan)"
    r"\b[\s:.–-]*",
    re.I,
)
_NUMBER = re.compile(r"([IVX]+|\d{1,2}|[A-F](?=[.)]))(?:\s*[.):–-]+\s*|\s+|$)", re.I)
_AREA_INSIDE = re.compile(
    r"\b(?:area(?: perubahan)?|pokja|pilar)\s+([IVX]+|\d)\b[\s:.–-]*(.*)", re.I
)
_CODE = re.compile(
    r"([A-B])[.\s]*([12])[.\s]*(VI|IV|V|I{1,3}|[1-6])(?:[.\s]+([ivx]+|\d{1,2}))?(?:[.\s]+([a-z]))?\.?",
    re.I,
)
_LEVELLED_CODE = re.compile(r"A[.\s]*(II?)[.\s]*([1-6])(?:[.\s]+([ivx]+))?(?:[.\s]+([a-z]))?\.?")
_LKE_HEADING = re.compile(
    r"(?:[A-Z]{1,3}\s*[.)]?\s*)?(?:(?:komponen|aspek|bagian)\s+)?"
    r"(?:pengungkit|pemenuhan|reform(?:asi)?|hasil)",
    re.I,
)
_COMPONENT_NUMBER = re.compile(
    r"(?:sub\s*)?komponen\s*:\s*|(?:komponen|sub\s*area|sub\s*komponen)?\s*"
    r"(?:\d{1,2}(?:\.\d{1,2})+\s+|\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])(?:\.\d{1,2})*\s*[.):](?!\d)\s*)+"
    r"(?=\S)",
    re.I,
)


@dataclass(frozen=True)
class AreaReading:
    """What an area's text was read as: the workbook's title; the text itself where none fits.

    `plain`: the title is the text's own, but for case and a leading number. `listed`: the list
    Area has it. `differs`: number and name name different areas; the name was followed.
    """

    title: str
    listed: bool = True
    plain: bool = True
    differs: bool = False


def read_area(text: str) -> AreaReading:
    """The area that a text names by name, number or code."""
    text = " ".join(text.split())
    item = lke_item(text)
    if item is not None:
        return AreaReading(item.area, plain=False)
    number, name = _split(text)
    area, exact = _by_name(name)
    numbered = _by_number(number)
    if area is not None:
        differs = numbered is not None and numbered != area
        return AreaReading(area.title, plain=exact and not differs, differs=differs)
    if numbered is not None:
        return AreaReading(numbered.title, plain=not name and not text.casefold().startswith("a."))
    return AreaReading(f"{number} {name}".strip() if number else name or text, listed=False)


def area_in(text: str) -> str | None:
    """The area that a title or the name of a sheet names; None where it names none."""
    text = " ".join(text.split())
    if match := _AREA_INSIDE.search(text):
        area, _ = _by_name(match[2].strip(" -–:."))
        numbered = area or _by_number(match[1])
        return numbered.title if numbered else None
    area, _ = _by_name(_split(text)[1])
    if area is None:
        area = _named_inside(_letters(text))
    return area.title if area else None


def names_area(text: str) -> bool:
    """Whether a text is an area's heading: its name, or the word “area” with a number."""
    text = " ".join(text.split())
    number, name = _split(text)
    if _by_name(name)[0] is not None:
        return True
    starts = _PREFIX.match(text) is not None and text.casefold().startswith(("area", "pokja"))
    return bool(starts and _by_number(number))


def is_lke_heading(text: str) -> bool:
    """Whether a text is a heading of the LKE above the areas (`A. PENGUNGKIT`, `I. PEMENUHAN`)."""
    return _LKE_HEADING.fullmatch(" ".join(text.split())) is not None


def lke_item(text: str) -> LkeComponent | None:
    """The area and component of a code of the LKE (`A.1.I.i.a`, `PPA1A`); None for other text."""
    text = text.strip()
    if match := _LEVELLED_CODE.fullmatch(text):
        part = FULFILMENT if match[1].upper() == "I" else REFORM
        return lke_component(part, int(match[2]), ordinal(match[3] or "") or 0)
    if match := _CODE.fullmatch(text):
        part = FULFILMENT if match[2] == "1" else REFORM
        return lke_component(part, ordinal(match[3]) or 0, ordinal(match[4] or "") or 0)
    return component_of_code(text)


def bare_component(name: RichText) -> RichText:
    """A component's name without the numeral that it bears in its own plan."""
    match = _COMPONENT_NUMBER.match(name.plain)
    return name if match is None else _without_start(name, match.end())


def _without_start(text: RichText, length: int) -> RichText:
    spans = []
    for span in text.spans:
        kept = span.text[length:]
        length = max(length - len(span.text), 0)
        if kept:
            spans.append(span.with_text(kept))
    return RichText(tuple(spans))


def _split(text: str) -> tuple[str, str]:
    """The number that an area begins with, if any, and its name."""
    while match := _PREFIX.match(text):
        text = text[match.end() :]
    number = _NUMBER.match(text)
    if number is None:
        return "", text.strip(" .:;–-()")
    return number[1], text[number.end() :].strip(" .:;–-()")


def _by_number(number: str) -> Area | None:
    areas = listed_areas(AREAS)
    value = ordinal(number) if number else None
    if value is None and len(number) == 1 and not is_roman(number):
        value = ord(number.upper()) - ord("A") + 1
    return areas[value - 1] if value is not None and 1 <= value <= len(areas) else None


def _by_name(name: str) -> tuple[Area | None, bool]:
    """The area of a name, and whether the name is the area's own."""
    letters = _letters(name)
    if not letters:
        return None, False
    known = _names()
    if letters in known:
        area = known[letters]
        return area, letters == _letters(area.name)
    if len(letters) < 5:
        return None, False
    match = process.extractOne(letters, list(known), scorer=fuzz.ratio, score_cutoff=_MIN_SCORE)
    return (known[match[0]], False) if match else (None, False)


def _named_inside(letters: str) -> Area | None:
    """The area whose name, of two words at least, stands somewhere in a longer text."""
    inside = [name for name in _names() if len(name) > 12 and name in letters]
    return _names()[max(inside, key=len)] if inside else None


@cache
def _names() -> dict[str, Area]:
    names: dict[str, Area] = {}
    for area, entry in zip(listed_areas(AREAS), shipped("areas")["area"], strict=True):
        for name in (area.name, *entry.get("sebutan", ())):
            names.setdefault(_letters(name), area)
    return names


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())
