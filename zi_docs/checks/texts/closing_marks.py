"""How items of a decree end (Law 12/2011, annex II): `;` between them, a full stop at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_docs.checks.texts.worded_cells import LISTED, WordedCell, decree_cells, excerpt
from zi_docs.findings import Finding, Place, suggestion
from zi_docs.model import Level, Part, Plan

_STOPS = ".;:,!?"
_JOINED = ("; dan", "; atau", "; dan/atau", ", dan", ", atau")


def check_closing_setting(plan: Plan) -> Iterator[Finding]:
    """The mark that ends the last consideration is `;`, as decrees of this kind have it."""
    if plan.office.keputusan_akhir.strip() != ";" and plan.office.origin.file:
        yield suggestion(
            "KEP-AKHIR",
            f"Butir terakhir Menimbang dan Mengingat ditutup “{plan.office.keputusan_akhir}”; "
            "lazimnya titik koma, sebab kalimatnya baru berakhir pada diktum. Ubahlah isian "
            "Tanda akhir konsiderans menjadi titik koma.",
            plan.office.origin.at("keputusan_akhir"),
        )


def check_item_marks(plan: Plan) -> Iterator[Finding]:
    """Menimbang, Mengingat and Memperhatikan end with `;`, each dictum with a full stop."""
    for decree in plan.decrees:
        for cell in decree_cells(decree):
            if not cell.text or cell.narrated:
                continue
            if cell.part is Part.DICTUM:
                if not cell.text.endswith("."):
                    yield _wrong(cell, "Diktum", "titik (.)")
            elif cell.text[-1] in _STOPS and not cell.text.endswith(";"):
                yield _wrong(cell, f"Butir {cell.part.value}", "titik koma (;)")


def check_narrative_marks(plan: Plan) -> Iterator[Finding]:
    """Paragraphs end with a full stop, list items with `;`, the last one with a full stop."""
    for decree in plan.decrees:
        cells = [cell for cell in decree_cells(decree) if cell.narrated]
        stopped = {cell.place for items in _lists(cells) if _all_stopped(items) for cell in items}
        for cell, following in zip(cells, (*cells[1:], None), strict=False):
            if cell.text and cell.part in LISTED and cell.place not in stopped:
                yield from _list_item(cell, following)
            elif cell.text:
                yield from _other_passage(cell)
        for items in _lists(cells):
            if _all_stopped(items):
                yield suggestion(
                    "KEP-TANDA",
                    "Setiap butir rincian ini diakhiri titik; pakailah titik koma, dan titik pada "
                    "butir terakhir saja.",
                    items[0].place,
                )
        yield from _unjoined(cells)


def _all_stopped(items: Sequence[WordedCell]) -> bool:
    return len(items) > 1 and all(item.text.endswith(".") for item in items)


def _other_passage(cell: WordedCell) -> Iterator[Finding]:
    if cell.part is Level.PARAGRAPH and cell.text[-1] not in ".:!?":
        yield _wrong(cell, "Paragraf", "titik (.)")
    elif cell.part in (Level.CHAPTER, Level.TABLE_TITLE) and cell.text[-1] in _STOPS:
        yield suggestion(
            "KEP-TANDA",
            f"Judul “{excerpt(cell.text)}” diakhiri tanda baca; hapuslah tanda itu.",
            cell.place,
        )


def _list_item(cell: WordedCell, following: WordedCell | None) -> Iterator[Finding]:
    goes_on = following is not None and following.part in LISTED
    if cell.text.endswith(":"):
        return
    if goes_on and not cell.text.endswith((";", *_JOINED)):
        yield _wrong(cell, "Butir ini masih diikuti butir lain; butir", "titik koma (;)")
    elif not goes_on and not cell.text.endswith("."):
        yield _wrong(cell, "Butir terakhir", "titik (.)")


def _unjoined(cells: Sequence[WordedCell]) -> Iterator[Finding]:
    """The last item but one of each list, where no `dan` or `atau` tells how the list is meant."""
    for items in _lists(cells):
        if len(items) < 2 or not all(item.text for item in items[-2:]):
            continue
        if items[-2].text.endswith(";"):
            yield suggestion(
                "KEP-RINCIAN",
                f"Rincian yang ditutup “{excerpt(items[-1].text)}” tidak menyebut apakah butirnya "
                "berlaku bersama; tambahkan kata dan (atau kata atau) sesudah titik koma butir "
                "ini.",
                items[-2].place,
            )


def _lists(cells: Sequence[WordedCell]) -> Iterator[list[WordedCell]]:
    """The items of each list of the narrative, those of one level together."""
    items: dict[Part | Level, list[WordedCell]] = {level: [] for level in LISTED}
    for cell in cells:
        if cell.part in LISTED:
            items[cell.part].append(cell)
        for level in LISTED:
            ends = cell.part is Level.LETTER if level is Level.NUMBER else cell.part not in LISTED
            if ends and items[level]:
                yield items[level]
                items[level] = []
    yield from (group for group in items.values() if group)


def _wrong(cell: WordedCell, what: str, mark: str) -> Finding:
    return _wrong_at(f"{what} “{excerpt(cell.text)}”", mark, cell.place)


def _wrong_at(what: str, mark: str, place: Place) -> Finding:
    return suggestion("KEP-TANDA", f"{what} tidak diakhiri {mark}; perbaiki tandanya.", place)
