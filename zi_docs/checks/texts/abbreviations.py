"""Abbreviations and slogans: explained once, in one way, by words that give their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import WordedCell, worded_cells, words_of
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Part, Plan

_SHORT = re.compile(r"\(((?:[A-Z][\w-]*\s)?[A-Z]{3,8})\)")
_QUOTED = re.compile(r"“([A-Z][\w-]*(?:\s+[A-Z][\w-]*)+)”")
_FUNCTION_WORDS = frozenset(("dan", "dari", "di", "ke", "yang", "untuk", "dengan", "pada"))
_KEY_WORDS = 3
_LEAST_LETTERS = 4
_DEFINED = re.compile(r"\bselanjutnya\s+di(?:sebut|singkat)\b", re.I)
_BODY = (Part.CONSIDERING, Part.NOTING, Part.DICTUM)


def check_abbreviations(plan: Plan) -> Iterator[Finding]:
    """One name with two abbreviations, and letters for which its words give none."""
    ways: dict[tuple[str, ...], str] = {}
    for cell in worded_cells(plan):
        for match in _SHORT.finditer(cell.text):
            words = words_of(cell.text[: match.start()])
            key = tuple(word.casefold() for word in words[-_KEY_WORDS:])
            first = ways.setdefault(key, match[1])
            if first != match[1]:
                yield suggestion(
                    "KEP-SINGKATAN",
                    f"“… {' '.join(words[-_KEY_WORDS:])}” disingkat “{match[1]}”, di tempat lain "
                    f"“{first}”; pakailah satu singkatan.",
                    cell.place,
                )
            if letter := _letter_without_word(match[1], words):
                yield suggestion(
                    "KEP-SINGKATAN",
                    f"Huruf {letter} pada singkatan “{match[1]}” tidak ada katanya di depannya; "
                    "lengkapi kepanjangannya.",
                    cell.place,
                )


def _letter_without_word(short: str, words: list[str]) -> str:
    """The letter of an abbreviation for which no word stands, where all others have theirs."""
    if len(short) < _LEAST_LETTERS or not short.isalpha():
        return ""
    names = [word for word in words if word.casefold() not in _FUNCTION_WORDS]
    if _initials(names[-len(short) :]) == short:
        return ""
    initials = _initials(names[-(len(short) - 1) :])
    for place, letter in enumerate(short):
        if place and short[:place] + short[place + 1 :] == initials:
            return letter
    return ""


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()


def check_slogans(plan: Plan) -> Iterator[Finding]:
    """What stands between quotation marks in one place has the same capitals in every other."""
    cells = list(worded_cells(plan))
    slogans = {match[1] for cell in cells for match in _QUOTED.finditer(cell.text)}
    for slogan in sorted(slogans):
        pattern = re.compile(rf"\b{re.escape(slogan)}\b", re.I)
        for cell in cells:
            others = [match[0] for match in pattern.finditer(cell.text) if match[0] != slogan]
            if others:
                yield suggestion(
                    "KEP-EJAAN",
                    f"“{others[0]}” di tempat lain ditulis “{slogan}”; samakan penulisannya.",
                    cell.place,
                )


def check_short_office_name(plan: Plan) -> Iterator[Finding]:
    """The body of a decree names the office in full, as its title does."""
    short, full = plan.office.short_name, plan.office.name
    if short == full:
        return
    explained: set[str] = set()
    for cell in worded_cells(plan):
        if cell.part not in _BODY:
            continue
        if _DEFINED.search(cell.text) and short in cell.text:
            explained.add(cell.decree.id)
        if cell.decree.id not in explained and _bare(cell, short):
            yield suggestion(
                "KEP-SEBUTAN",
                f"Batang tubuh menyebut “{short}” tanpa menjelaskan singkatannya; tuliskan "
                f"“{full}” seperti pada judul (penanda {{instansi}}).",
                cell.place,
            )


def _bare(cell: WordedCell, short: str) -> bool:
    return bool(re.search(rf"\b{re.escape(short)}\b", cell.text))
