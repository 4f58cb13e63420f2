"""Words that join parts of a sentence, and the commas that belong to them (EYD)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import worded_cells
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan
from zi_docs.wording.citation_reader import without_cited

_THAT_IS = re.compile(r"\b([a-z]+)\s+(yaitu|yakni)\b")
# Three single words at least: of longer items nobody can tell where they begin.
_SERIES = re.compile(
    r"\b([A-Za-z]{4,}),\s+([A-Za-z]{4,}),\s+([A-Za-z]{4,})\s+(dan|atau)\s+[A-Za-z]{4,}"
)
_QUOTED_SERIES = re.compile(r"“(?:\w+,\s+)+(\w+)\s+(dan|atau)\s+\w+”")
_BOTH = re.compile(r"(?<!\w)(\w+\s+)?baik\s+(?!dan\b)(?:[\w-]+\s+){1,3}?dan\s+[\w-]+", re.I)
_DEGREES = frozenset(
    ("dengan", "secara", "yang", "lebih", "sangat", "cukup", "paling", "kurang", "itikad", "dan")
)


def check_joining_words(plan: Plan) -> Iterator[Finding]:
    """Commas before `yaitu` and before the last of several; `baik … maupun …`."""
    for cell in worded_cells(plan):
        text = without_cited(cell.text)
        if match := _THAT_IS.search(text):
            yield suggestion(
                "KEP-KETIK",
                f"Di depan kata “{match[2]}” pada “{match[0]}” perlu koma; tambahkan.",
                cell.place,
            )
        if series := _SERIES.search(text) or _QUOTED_SERIES.search(text):
            yield suggestion(
                "KEP-KETIK",
                f"Pada perincian lebih dari dua, di depan kata “{series[2]}” perlu koma: "
                f"“{series[1]}, {series[2]}”; tambahkan.",
                cell.place,
            )
        if both := _unpaired_both(text):
            yield suggestion(
                "KEP-KALIMAT",
                f"“{both}” memasangkan “baik” dengan “dan”; pasangannya “maupun”.",
                cell.place,
            )


def _unpaired_both(text: str) -> str:
    """`baik internal dan eksternal`, unless `baik` is an adjective; else nothing."""
    for match in _BOTH.finditer(text):
        before = (match[1] or "").strip().casefold()
        if before not in _DEGREES and "maupun" not in match[0]:
            return match[0].removeprefix(match[1] or "")
    return ""
