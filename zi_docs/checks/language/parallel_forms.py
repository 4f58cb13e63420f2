"""Words that belong together and should have one form: verbs, or nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.language.cell_texts import ProseCell
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan

_UNLIKE = re.compile(r"\bdi[a-z]{3,}(?:kan|i)\s*/\s*(?!di|ter|ke|[A-Z])[a-z]+(?:si|an)\b")
# A noun of doing at the start, and after a comma an active verb.
_NOUN_FIRST = re.compile(
    r"^\W*(?P<noun>Pe(?:m|n|ng|ny)[a-z]{4,}an|Sosialisasi|Evaluasi|Rapat)\b[^.;:\n]*?,"
    r"\s+(?:dan |serta )?(?P<verb>me(?:m|n|ng|ny)[a-z]{4,})\b(?! yang)"
)


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
