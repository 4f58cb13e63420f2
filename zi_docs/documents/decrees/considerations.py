"""The body of a decree: Menimbang, Mengingat, Memperhatikan and the dictum as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.model import Consideration, Decree, Part, Plan
from zi_docs.text import Block, Flow, Paragraph, RichText
from zi_docs.wording.lists import closed, letters_before
from zi_docs.wording.numbers import dictum_label
from zi_docs.wording.regulations import cite

LETTERS_BEFORE = "{huruf-sebelumnya}"
_PARTS = (Part.CONSIDERING, Part.RECALLING, Part.NOTING)


def considerations(plan: Plan, decree: Decree) -> list[dict[str, object]]:
    """Label and items of each part that the decree has, in the order of NASKAH section 1."""
    return [
        {"label": part.value, "butir": _items(plan, decree.items(part), part)}
        for part in _PARTS
        if decree.items(part)
    ]


def _items(plan: Plan, items: Sequence[Consideration], part: Part) -> Flow:
    style = f"Butir {part.value}" if len(items) > 1 else "Butir Tunggal"
    last = len(items) - 1
    return Flow(
        tuple(
            Paragraph(
                style,
                closed(
                    _words(plan, item, index), plan.office.decree_ending if index == last else ";"
                ),
            )
            for index, item in enumerate(items)
        )
    )


def _words(plan: Plan, item: Consideration, index: int) -> RichText:
    regulation = plan.regulation(item.peraturan)
    if regulation is not None and not item.isi:
        return RichText.of(cite(regulation, plan))
    return item.isi.map(lambda text: text.replace(LETTERS_BEFORE, letters_before(index)))


def dictum(decree: Decree) -> Flow:
    """KESATU, KEDUA, ...; the last one is kept with the closing block that follows it."""
    items = decree.items(Part.DICTUM)
    found: list[Paragraph] = []
    for number, item in enumerate(items, start=1):
        found += _dictum(number, item.isi.blocks(), final=number == len(items))
    return Flow(tuple(found))


def _dictum(number: int, blocks: Sequence[Block], *, final: bool) -> list[Paragraph]:
    first, *rest = blocks
    label = RichText.of(f"{dictum_label(number)}\t:\t")
    head = "Diktum Akhir" if final and not rest else "Diktum"
    return [
        Paragraph(head, label + first.text),
        *(Paragraph("Butir Diktum" if b.bullet else "Lanjutan Diktum", b.text) for b in rest),
    ]
