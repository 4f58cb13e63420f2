"""Slips of the keyboard in the words of decrees: spaces, brackets, quotes, numbers set by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import excerpt, titles_and_cells, worded_cells
from zi_docs.findings import Finding, Place, suggestion
from zi_docs.model import Level, Part, Plan

_SPACED = re.compile(r"(\w+)[ \t\u00a0]+((?:[,;:?!](?!\))|\.(?=\s|$)))")
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_UNSPACED = re.compile(r"\b([A-Za-z]{3,}[,;])([A-Za-z]{3,})")
_REPEATED = re.compile(r"(?:,,|;;|::|;\.|\.;|,\.|\.,|,;|;,|(?<!\.)\.\.(?!\.))")
_ABOUT = re.compile(r"\bTahun\s+\d{4}\s+Tentang\b")
_TYPED = re.compile(r"\(?(?:[a-z]|\d{1,2}|[IVX]{1,5})[.)]\s+\S")
_INLINE = re.compile(r"\((\d{1,2})\)\s")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_NUMBERED = (Part.CONSIDERING, Part.RECALLING, Part.NOTING, *Level)


def check_typing(plan: Plan) -> Iterator[Finding]:
    """Marks that stand wrong in the words of a decree, each cell once for each kind."""
    for cell in titles_and_cells(plan):
        yield from _spacing(cell.text, cell.place)
        yield from _unpaired(cell.text, cell.place)


def check_typed_numbers(plan: Plan) -> Iterator[Finding]:
    """Numbers typed before items that the program numbers, and gaps in those inside a text."""
    for cell in worded_cells(plan):
        if cell.part in _NUMBERED and _TYPED.match(cell.text):
            yield suggestion(
                "KEP-NOMOR",
                f"Butir “{excerpt(cell.text)}” diawali nomor yang diketik, padahal nomor dibuat "
                "program; hapuslah nomornya.",
                cell.place,
            )
        numbers = [int(number) for number in _INLINE.findall(cell.text)]
        if numbers and numbers != list(range(1, len(numbers) + 1)):
            listed = ", ".join(f"({number})" for number in numbers)
            yield suggestion(
                "KEP-NOMOR",
                f"Nomor di dalam teks tidak berurutan: {listed}. Urutkan mulai dari (1).",
                cell.place,
            )


def _spacing(text: str, place: Place) -> Iterator[Finding]:
    if match := _SPACED.search(text):
        yield suggestion(
            "KEP-KETIK",
            f"Ada spasi di depan tanda baca pada “{match[0].strip()}”; tuliskan "
            f"“{match[1]}{match[2]}”.",
            place,
        )
    if match := _DOUBLE.search(text):
        yield suggestion(
            "KEP-KETIK",
            f"Ada spasi ganda di depan “{excerpt(text[match.end() :])}”; hapuslah yang lebih.",
            place,
        )
    if match := _UNSPACED.search(text):
        yield suggestion(
            "KEP-KETIK",
            f"Tidak ada spasi sesudah tanda baca pada “{match[0]}”; tambahkan spasi.",
            place,
        )
    if match := _REPEATED.search(text):
        yield suggestion(
            "KEP-KETIK",
            f"Tanda baca “{match[0]}” rangkap di dalam teks; tuliskan satu saja.",
            place,
        )
    if match := _ABOUT.search(text):
        yield suggestion(
            "KEP-KETIK",
            f"Kata tentang pada “{match[0]}” ditulis dengan huruf kapital; tuliskan “tentang”.",
            place,
        )


def _unpaired(text: str, place: Place) -> Iterator[Finding]:
    # A number such as `1)` closes nothing.
    bare = re.sub(r"(?<![\w(])(?:\d{1,2}|[a-z])\)", "", text)
    for opening, closing in _PAIRS:
        if bare.count(opening) != bare.count(closing):
            yield suggestion(
                "KEP-KETIK",
                f"Tanda “{opening}” dan “{closing}” tidak berpasangan di dalam teks ini; "
                "lengkapi atau hapuslah salah satunya.",
                place,
            )
    if text.count('"') % 2:
        yield suggestion(
            "KEP-KETIK",
            "Tanda petik di dalam teks ini tidak berpasangan; lengkapi atau hapuslah.",
            place,
        )
