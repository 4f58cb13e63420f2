"""Words and items that belong together and should have one form: verbs, or nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.language.cell_texts import ProseCell
from zi_docs.checks.verb_forms import is_active
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Decree, Level, Passage, Plan

_UNLIKE = re.compile(r"\bdi[a-z]{3,}(?:kan|i)\s*/\s*(?!di|ter|ke|[A-Z])[a-z]+(?:si|an)\b")
# A noun of doing at the start, and after a comma an active verb.
_NOUN_FIRST = re.compile(
    r"^\W*(?P<noun>Pe(?:m|n|ng|ny)[a-z]{4,}an|Sosialisasi|Evaluasi|Rapat)\b[^.;:\n]*?,"
    r"\s+(?:dan |serta )?(?P<verb>me(?:m|n|ng|ny)[a-z]{4,})\b(?! yang)"
)
_ITEMS = (Level.LETTER, Level.NUMBER)
_LEAST_ACTIVE = 2


def unlike_forms(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A verb and a noun that a slash joins, or that begin the actions of one cell."""
    for cell in texts:
        for match in _UNLIKE.finditer(cell.plain) if "/" in cell.plain else ():
            yield suggestion(
                "BHS-SEJAJAR",
                f"Bentuk kata pada “{match[0]}” tidak sejajar; tuliskan kedua-duanya sebagai kata "
                "kerja atau kedua-duanya sebagai kata benda.",
                cell.place,
            )
        if cell.key == "langkah_aksi" and (first := _NOUN_FIRST.match(cell.plain)):
            yield suggestion(
                "BHS-SEJAJAR",
                f"“{first['noun']} …” dan “{first['verb']} …” tidak sejajar; awali semuanya dengan "
                "kata kerja.",
                cell.place,
            )


def unlike_items(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Items of a list in a narrative: most begin with an active verb, some otherwise."""
    for decree in plan.decrees:
        for items in _lists(decree):
            active = [item for item in items if is_active(_first(item))]
            if len(active) < _LEAST_ACTIVE or len(active) * 5 < len(items) * 2:
                continue
            for item in items:
                if item not in active:
                    yield suggestion(
                        "BHS-SEJAJAR",
                        f"Butir ini diawali “{_first(item)}”, butir lain dengan kata "
                        "kerja; sejajarkan.",
                        item.origin.at("isi"),
                    )


def _first(item: Passage) -> str:
    return item.isi.plain.split()[0].lower()


def _lists(decree: Decree) -> Iterator[list[Passage]]:
    """The items of each list of letters that a decree writes itself."""
    items: list[Passage] = []
    for passage in decree.narrative:
        if passage.tingkat is Level.LETTER and passage.isi:
            items.append(passage)
        elif passage.tingkat not in _ITEMS:
            yield items
            items = []
    yield items
