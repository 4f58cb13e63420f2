"""Whether the words of a decree cover the areas of change that its table has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.texts.worded_cells import LISTED, WordedCell, decree_cells
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import DecreeKind, Plan
from zi_docs.model.area import areas_of
from zi_docs.wording.lists import enumeration

_NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_COUNTED = re.compile(rf"\b({'|'.join(_NUMBERS)})(?:\s+\(\d+\))?\s+area\b", re.I)
_SAYS_AREA = re.compile(r"\barea\s+(?:perubahan\s+)?", re.I)
_COVERS = re.compile(r"\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|ruang\s+lingkup)\b", re.I)
_KEY_WORDS = 3


def check_scope(plan: Plan) -> Iterator[Finding]:
    """Texts of the decree on the plan that name one area, or some, where the table has more."""
    names = [area.name for area in areas_of(plan) if area.rows]
    if len(names) < 2:
        return
    for decree in plan.decrees:
        if decree.jenis is DecreeKind.PLAN:
            cells = [cell for cell in decree_cells(decree) if cell.text]
            texts = [_with_list(cells, place) for place in range(len(cells))]
            for cell in cells:
                yield from _counted(cell, len(names))
            yield from _limits(cells, texts, names)


def _counted(cell: WordedCell, count: int) -> Iterator[Finding]:
    said = _COUNTED.search(cell.text)
    if said and _NUMBERS.index(said[1].casefold()) + 1 != count:
        yield warning(
            "KEP-LINGKUP",
            f"Teks ini menyebut {said[0]}, sedangkan tabel rencana aksi memuat {count} area. "
            "Samakan jumlahnya.",
            cell.place,
        )


def _limits(
    cells: Sequence[WordedCell], texts: Sequence[str], names: Sequence[str]
) -> Iterator[Finding]:
    """Cells that speak of some areas only; where each area has its own, they are all there."""
    named = [[name for name in names if _key(name) in _compact(text)] for text in texts]
    limited = [bool(own) and _limited(cell, own) for cell, own in zip(cells, named, strict=True)]
    together = {name for own, limit in zip(named, limited, strict=True) if limit for name in own}
    for cell, text, own, limit in zip(cells, texts, named, limited, strict=True):
        missing = [name for name in names if name not in own]
        if missing and limit and len(together) < len(names):
            yield warning(
                "KEP-LINGKUP",
                f"Teks ini hanya menyebut area {enumeration([n.title() for n in own])}, sedangkan "
                f"tabel rencana aksi memuat {len(names)} area. Sebutkan semua area, atau hapuslah "
                "nama areanya.",
                cell.place,
            )
        elif missing and not limit and len(own) > 1 and _near(text, missing) is None:
            yield suggestion(
                "KEP-LINGKUP",
                f"Teks ini menyebut {len(own)} dari {len(names)} area; tidak ada "
                f"{enumeration([n.title() for n in missing])}. Lengkapi, atau pastikan memang "
                "demikian maksudnya.",
                cell.place,
            )


def _limited(cell: WordedCell, named: Sequence[str]) -> bool:
    """Whether a text speaks of one of these areas by the word area, or as what it covers."""
    covers = [_compact(cell.text[m.end() :]) for m in _SAYS_AREA.finditer(cell.text)]
    if any(rest.startswith(_key(name)) for rest in covers for name in named):
        return True
    return any(
        _key(name) in _compact(cell.text[match.end() :])
        for match in _COVERS.finditer(cell.text)
        for name in named
    )


def _near(text: str, missing: Sequence[str]) -> str | None:
    """An area among the missing ones that the text names by another first word."""
    compact = _compact(text)
    tails = [(name, _compact(" ".join(name.split()[1:]))) for name in missing]
    return next((n for n, tail in tails if len(n.split()) > _KEY_WORDS and tail in compact), None)


def _with_list(cells: Sequence[WordedCell], place: int) -> str:
    """The text of a cell, with the items of the list that it announces."""
    texts = [cells[place].text]
    if texts[0].endswith(":"):
        for cell in cells[place + 1 :]:
            if cell.part not in LISTED:
                break
            texts.append(cell.text)
    return "\n".join(texts)


def _key(name: str) -> str:
    """The first words of an area's name, by which texts call it."""
    return _compact(" ".join(name.split()[:_KEY_WORDS]))


def _compact(text: str) -> str:
    return "".join(text.split()).casefold()
