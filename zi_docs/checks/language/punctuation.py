"""Punctuation inside texts: spaces at marks and slashes, marks twice, brackets left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.language.cell_texts import Genre, ProseCell
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:go\.id|id|com)\S*")
# What is wrong, without the words around it, which are added for the message.
_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \t]+/[ \t]*|/[ \t]+"), "tuliskan garis miring tanpa spasi"),
    (
        re.compile(r"[ \t]+[,;](?!\d)|[ \t]+[:!?](?!\w)|[ \t]+\.(?![.\w])"),
        "hapuslah spasi sebelum tandanya",
    ),
    (re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])"), "berilah spasi sesudah tandanya"),
    (re.compile(r"(?<=[a-z]{3})\.(?=[A-Z][a-z])"), "berilah spasi sesudah titik"),
    (re.compile(r"\([ \t]+|[ \t]+\)"), "hapuslah spasi di dalam kurung"),
    (re.compile(r"(?<=\w)\((?=[^\W\d_]{2})"), "berilah spasi sebelum kurung"),
    (re.compile(r",,|;;|::|;,|,;|,\.|;\.|:\.|(?<!\.)\.\.(?!\.)"), "sisakan satu tanda baca"),
    (re.compile(r"(?<=\b20\d\d)[ \t]+(?=20\d\d\b)"), "hubungkan kedua tahun dengan tanda –"),
    (re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), "sisakan satu spasi"),
)
# Most texts have none of these, and need no closer look.
_SUSPECT = re.compile(r"\s[/,;:!?.)\d]|/\s|[,;.:][^\s\d]|\(\s|\w\(|\d[ \t]+\d|[ \t]{2}")
_LINKED = re.compile(r"://|www\.|@|\.id\b|\.com\b")
_BRACKETS = {")": "(", "]": "[", "”": "“", "}": "{"}
_SIGNS = re.compile(r"[][(){}“”]")
# `a)` and `1)` number an item.
_NUMBERING = re.compile(r"\((?:\d{1,2}|[a-z])\)|(?:^|(?<=\s))(?:\d{1,2}|[a-z])\)", re.MULTILINE)


def marks(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Spaces and marks that no style allows; addresses of the web are let be."""
    for cell in texts:
        text = _ADDRESS.sub("x", cell.plain) if _LINKED.search(cell.plain) else cell.plain
        for pattern, remedy in _FAULTS if _SUSPECT.search(text) else ():
            for written in dict.fromkeys(_around(text, match) for match in pattern.finditer(text)):
                yield warning("BHS-TANDA", f"Tanda baca pada “{written}”: {remedy}.", cell.place)


def _around(text: str, match: re.Match[str]) -> str:
    """A fault with the words on both sides."""
    start = max(text.rfind(sign, 0, match.start()) for sign in " \t\n") + 1
    end = min((at for sign in " \t\n" if (at := text.find(sign, match.end())) >= 0), default=None)
    return text[start:end]


def unclosed(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A bracket or quotation mark without its other half."""
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        if sign := _odd_sign(_NUMBERING.sub("", cell.plain)):
            yield warning(
                "BHS-KURUNG",
                f"Tanda “{sign}” tidak mempunyai pasangan; lengkapi atau hapuslah.",
                cell.place,
            )


def _odd_sign(text: str) -> str:
    waiting: list[str] = []
    for match in _SIGNS.finditer(text):
        sign = match[0]
        if sign in _BRACKETS.values():
            waiting.append(sign)
        elif not waiting or waiting.pop() != _BRACKETS[sign]:
            return sign
    if waiting:
        return waiting[-1]
    return '"' if text.count('"') % 2 else ""


def uneven_ends(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Cells of a column of the plan that end with a full stop where nearly all others do not."""
    columns: dict[str, list[ProseCell]] = {}
    for cell in texts:
        if cell.genre is Genre.ROW and "\n" not in cell.plain.strip():
            columns.setdefault(cell.key, []).append(cell)
    for cells in columns.values():
        closed = [cell for cell in cells if cell.plain.rstrip().endswith(".")]
        if len(closed) * _FEW < len(cells):
            for cell in closed:
                if not re.search(r"\b(?:dll|dsb|dst|Kab)\.$", cell.plain.rstrip()):
                    yield suggestion(
                        "BHS-TITIK",
                        "Isi sel ini diakhiri titik, sel lain pada kolom ini tidak; samakan.",
                        cell.place,
                    )


_FEW = 4
