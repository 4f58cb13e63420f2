"""Lists that a text announces: whether they follow, how many items they have, how these begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.texts.worded_cells import (
    LISTED,
    WordedCell,
    decree_cells,
    excerpt,
    narrative_of,
    worded_cells,
)
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Level, Part, Plan

_ANNOUNCED = re.compile(
    r"(?:sebagai\s+berikut|di\s+bawah\s+ini|meliputi|mencakup|terdiri\s+(?:atas|dari)|yaitu|yakni|"
    r"antara\s+lain|adalah|memperhatikan|sebagai|bertugas)\s*:?\s*$",
    re.I,
)
_COUNTS = {
    "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10,
}  # fmt: skip
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)})(?:\s+\(\d+\))?\s+[a-z]", re.I)
_INLINE = re.compile(r"\(\d{1,2}\)\s*")
_VERB = re.compile(r"(?:me[a-z]{3,}|memper\w+|ber[a-z]{3,}|di[a-z]{4,})", re.I)
_BEFORE_VERBS = frozenset(
    (
        "aktif",
        "senantiasa",
        "selalu",
        "turut",
        "ikut",
        "terus",
        "secara",
        "telah",
        "sudah",
        "akan",
        "wajib",
        "dapat",
    )
)
_PURPOSE = frozenset(
    (
        "untuk",
        "agar",
        "supaya",
        "guna",
    )
)
_NOT_VERBS = frozenset(
    (
        "dinas",
        "diklat",
        "media",
        "metode",
        "mekanisme",
        "mesin",
        "dewan",
        "direktorat",
        "berita",
    )
)


def check_announced_lists(plan: Plan) -> Iterator[Finding]:
    """A passage that ends with a colon, or announces a list, is followed by one."""
    for decree in plan.decrees:
        cells = list(decree_cells(decree))
        for place, cell in enumerate(cells):
            following = cells[place + 1] if place + 1 < len(cells) else None
            if cell.text and not _listed_inside(cell):
                yield from _announcement(cell, following)


def _announcement(cell: WordedCell, following: WordedCell | None) -> Iterator[Finding]:
    follows = following is not None and following.part in _lower_levels(cell.part)
    announces = cell.text.endswith(":") or _ANNOUNCED.search(cell.text.rstrip("."))
    if announces and not follows:
        yield warning(
            "KEP-SENARAI",
            f"Teks yang berakhir “… {cell.text[-40:].split(' ', 1)[-1]}” mengumumkan rincian, "
            "tetapi tidak ada rincian sesudahnya. Tambahkan rinciannya, atau akhiri kalimatnya.",
            cell.place,
        )
    elif follows and not cell.text.endswith(":") and cell.part is Level.PARAGRAPH:
        yield suggestion(
            "KEP-SENARAI",
            f"Paragraf “{excerpt(cell.text)}” diikuti rincian; akhiri dengan kalimat pengantar "
            "dan titik dua.",
            cell.place,
        )


def _listed_inside(cell: WordedCell) -> bool:
    """Whether the list stands in the cell itself, below its first line."""
    return "\n" in cell.text and not cell.text.endswith(":")


def _lower_levels(part: Part | Level) -> tuple[Level, ...]:
    if part is Level.PARAGRAPH:
        return LISTED
    return (Level.NUMBER,) if part is Level.LETTER else ()


def check_counts(plan: Plan) -> Iterator[Finding]:
    """A list has as many items as its announcement says (`enam area perubahan, yaitu:`)."""
    for cell, items in _announced(plan):
        sentence = re.split(r"(?<=[.;])\s", cell.text)[-1]
        said = _COUNTED.search(sentence)
        if said and _COUNTS[said[1].casefold()] != len(items):
            yield warning(
                "KEP-SENARAI",
                f"Teks ini mengumumkan {said[1]} butir, sedangkan rinciannya {len(items)} butir. "
                "Samakan jumlahnya.",
                cell.place,
            )


def check_parallel_items(plan: Plan) -> Iterator[Finding]:
    """Items of one list begin alike: all with verbs, or none."""
    for _, items in _announced(plan):
        kinds = [_beginning(item.text) for item in items]
        verbs = kinds.count("verb")
        for item, kind in zip(items, kinds, strict=True):
            if kind == "purpose" and kinds.count("purpose") < len(kinds):
                problem = "diawali kata tujuan, tidak seperti butir lain"
            elif kind == "noun" and 2 * verbs > len(kinds):
                problem = "tidak diawali kata kerja, tidak seperti butir lain"
            else:
                continue
            yield suggestion(
                "KEP-SEJAJAR",
                f"Butir “{excerpt(item.text)}” {problem} dalam rincian ini; sejajarkan bentuk "
                "butirnya agar menyambung dengan kalimat pengantarnya.",
                item.place,
            )


def check_inline_items(plan: Plan) -> Iterator[Finding]:
    """Items numbered inside a text, `(1) …; (2) …`, begin alike too."""
    for cell in worded_cells(plan):
        items = _INLINE.split(cell.text)[1:]
        kinds = {_beginning(item) for item in items}
        if len(items) > 1 and {"verb", "noun"} <= kinds:
            odd = next(item for item in items if _beginning(item) == "noun")
            yield suggestion(
                "KEP-SEJAJAR",
                f"Rincian di dalam teks ini tidak sejajar: “{excerpt(odd)}” tidak diawali kata "
                "kerja seperti butir lainnya. Sejajarkan bentuknya.",
                cell.place,
            )


def check_chapters(plan: Plan) -> Iterator[Finding]:
    """A chapter holds something, and has a name."""
    for decree in plan.decrees:
        passages = narrative_of(decree)
        for passage, following in zip(passages, (*passages[1:], None), strict=False):
            ends = following is None or following.tingkat in (Level.CHAPTER, Level.TABLE_TITLE)
            if passage.tingkat is Level.CHAPTER and ends and passage.origin.file:
                yield warning(
                    "KEP-BAB",
                    f"Bab “{excerpt(passage.isi.plain)}” tidak berisi apa pun; tulis isinya, atau "
                    "hapus babnya.",
                    passage.origin.at("isi"),
                )


def _announced(plan: Plan) -> Iterator[tuple[WordedCell, Sequence[WordedCell]]]:
    """The passages that announce a list in the cells below, with its items."""
    for decree in plan.decrees:
        cells = [cell for cell in decree_cells(decree) if cell.narrated]
        for place, cell in enumerate(cells):
            levels = _lower_levels(cell.part)
            if not cell.text.endswith(":") or not levels:
                continue
            items: list[WordedCell] = []
            for item in cells[place + 1 :]:
                if item.part not in levels:
                    break
                items.append(item)
            own = [item for item in items if item.part is items[0].part]
            if own and all(item.text for item in own):
                yield cell, own


def _beginning(text: str) -> str:
    """How an item begins: with a verb, with a word of purpose, or with another word."""
    words = text.casefold().split()
    if not words:
        return ""
    if words[0] in _PURPOSE:
        return "purpose"
    word = words[1] if words[0] in _BEFORE_VERBS and len(words) > 1 else words[0]
    return "verb" if _VERB.fullmatch(word.strip(",;:.")) and word not in _NOT_VERBS else "noun"
