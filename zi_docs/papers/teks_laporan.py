"""The parts of a report that the team writes: on the sheet Laporan, else a marked gap."""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.checks.unwritten_texts import report_texts
from zi_docs.findings import Place
from zi_docs.model import Area, Plan, ReportPart, ReportText, listed_areas
from zi_docs.monev.periods import Period
from zi_docs.product import Lack
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.plan_sheets import LAPORAN

_GAPS = {
    ReportPart.BACKGROUND: "latar belakang serta maksud dan tujuan pemantauan dan evaluasi",
    ReportPart.METHOD: "cara pemantauan dilakukan: siapa, kapan, dan dari data apa",
    ReportPart.ANALYSIS: "uraian dan analisis hasil area ini",
    ReportPart.OBSTACLES: "penyebab kendala dan dampaknya",
    ReportPart.ADVICE: "rekomendasi tim untuk periode berikutnya",
    ReportPart.CLOSING: "kesimpulan dan saran",
}


def part_text(plan: Plan, period: Period, part: ReportPart, area: Area | None = None) -> Flow:
    """What the team wrote for a part of the report of a period, or the gap to write in."""
    texts = _texts(plan, period, part, area)
    if not texts:
        return Flow((Paragraph("Isi", gap(_GAPS[part])),))
    return Flow(
        tuple(
            Paragraph("Butir Isi" if block.bullet else "Isi", block.text)
            for text in texts
            for block in text.isi.blocks
        )
    )


def gap(words: str) -> RichText:
    """A place that the team has yet to write, marked so that nobody overlooks it."""
    return RichText.of(f"«Ditulis oleh tim: {words}.»", italic=True, bold=True)


def text_lacks(plan: Plan, period: Period, areas: Sequence[Area]) -> tuple[Lack, ...]:
    """What keeps the report a draft: parts without text, and texts that are not finished."""
    wanted = [
        (part, area)
        for part in ReportPart
        for area in (areas if part is ReportPart.ANALYSIS else (None,))
    ]
    texts = [_texts(plan, period, part, area) for part, area in wanted]
    missing = dict.fromkeys(
        part.value for (part, _), given in zip(wanted, texts, strict=True) if not given
    )
    unfinished = report_texts(text for given in texts for text in given)
    if not missing:
        return unfinished
    place = Place(plan.office.origin.file, LAPORAN.title)
    names = enumeration([name.lower() for name in missing])
    return (Lack(f"teks laporan: {names}", place, draft=True, since=period.end), *unfinished)


def _texts(plan: Plan, period: Period, part: ReportPart, area: Area | None) -> list[ReportText]:
    """The texts of a part: those of the period's own report, else those of every report."""
    name = period.name.removesuffix(f" {period.year}")
    texts = [
        text
        for text in plan.report_texts
        if text.bagian is part and text.isi and (area is None or _is_about(text, area))
    ]
    own = [text for text in texts if text.periode == name]
    return own or [text for text in texts if not text.periode]


def _is_about(text: ReportText, area: Area) -> bool:
    return any(a.title.casefold() == area.title.casefold() for a in listed_areas((text.area,)))
