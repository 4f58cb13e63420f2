"""Foreign words that should be in italics, and Indonesian words that need not be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from zi_docs.checks.language.cell_texts import WORD, Genre, PhraseTable, ProseCell
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan

# The title of a regulation is cited as it stands, up to the next mark.
_CITED = re.compile(r"\bnomor [^,;.\n]*?\btahun \d{4} tentang [^,;.\n]*", re.IGNORECASE)


def foreign_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Foreign words of the list that stand upright in a cell that can hold italics."""
    table = _foreign()
    for cell in texts:
        if cell.genre is Genre.CITED or cell.key in _UNDRESSED:
            continue
        cited = [match.span() for match in _CITED.finditer(cell.plain)]
        for match in _once(table.finditer(cell)):
            if _inside(match.start(), cited) or _italic(cell, match):
                continue
            word = cell.plain[match.start() : match.end()]
            better_word = table.values[" ".join(match[0].split())]
            yield suggestion(
                "BHS-ASING",
                f"Kata asing “{word}” dicetak miring, atau gantilah dengan “{better_word}”.",
                cell.place,
            )


# Columns whose text is printed without emphasis.
_UNDRESSED = frozenset(("acara", "tempat", "judul", "judul_lampiran", "kendala", "rekomendasi"))


@cache
def _foreign() -> PhraseTable:
    spelling = shipped("spelling")["kata"]
    return PhraseTable({k: v for k, v in shipped("language")["asing"].items() if k not in spelling})


def _once(matches: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    return list({match[0]: match for match in matches}.values())


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _italic(cell: ProseCell, match: re.Match[str]) -> bool:
    """Whether every letter of a match is in italics."""
    end = 0
    for span in cell.text.spans:
        start, end = end, end + len(span.text)
        if not span.italic and start < match.end() and match.start() < end and span.text.strip():
            return False
    return True


def needless_italics(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Words that Indonesian has taken in, printed in italics alone."""
    own = frozenset(shipped("language")["huruf"]["serapan"])
    for cell in texts:
        for span in cell.text.spans:
            words = [match[0].lower() for match in WORD.finditer(span.text)] if span.italic else []
            if words and own.issuperset(words):
                yield suggestion(
                    "BHS-MIRING",
                    f"Kata “{span.text.strip()}” sudah menjadi kata Indonesia; tidak perlu "
                    "dicetak miring.",
                    cell.place,
                )
