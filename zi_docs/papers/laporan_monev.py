"""Laporan monev of a quarter and of the year: chapters filled as far as the data goes.

What only the team can say stands as a marked gap, never as words that nobody wrote.
"""

from __future__ import annotations

from zi_docs.model import Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.capaian import row_keeps, silence
from zi_docs.papers.document import Document, Paper, stamp_of
from zi_docs.papers.keputusan import decreed_plans
from zi_docs.papers.keputusan_perubahan import name_on
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import common, numbered_pictures
from zi_docs.product import Leaf, Product, Subject
from zi_docs.text import RichText
from zi_docs.wording.citations import cite_regulation

_WIDTH_MM = 160.0
_SUBJECT = "Pembangunan Zona Integritas"
_REVOKED = "Dicabut"
_GAPS = {
    "latar": "latar belakang serta maksud dan tujuan pemantauan dan evaluasi",
    "metode": "cara pemantauan dilakukan: siapa, kapan, dan dari data apa",
    "analisis": "uraian dan analisis hasil area ini",
    "kendala": "penyebab kendala dan dampaknya",
    "rekomendasi": "rekomendasi tim untuk periode berikutnya",
    "penutup": "kesimpulan dan saran",
}


def products(plan: Plan, period: Period, about: Subject) -> list[Product]:
    """The report of a period."""
    paper = Paper(
        f"monev/{period.folder}/laporan",
        "laporan",
        _title(period),
        about,
        "laporan-monev.docx",
        leaf=Leaf(_title(period)),
        findings=silence(plan, period),
    )
    return [paper.product(lambda _: lambda pages: report(plan, period, pages))]


def report(plan: Plan, period: Period, pages: Pagination) -> Document:
    """The report as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = _title(period)
    return Document(
        context=common(plan, period, pages)
        | {
            "judul": _heading(period),
            "instansi": office.name,
            "dasar_hukum": _legal_bases(plan, period),
            "arti_capaian": DEFINITION,
            "rumus": FORMULA,
            "gambar": numbered_pictures(plan, period, _WIDTH_MM),
            "tulis": {key: gap(words) for key, words in _GAPS.items()},
        },
        paper=office.letter_paper,
        title=f"{title} {office.short_name}",
        subject=f"Pemantauan dan evaluasi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"laporan monev; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=row_keeps(plan, period),
    )


def gap(words: str) -> RichText:
    """A place that the team has yet to write, marked so that nobody overlooks it."""
    return RichText.of(f"«Ditulis oleh tim: {words}.»", italic=True, bold=True)


def _title(period: Period) -> str:
    return f"{_kind(period)} {_SUBJECT} {period.name}"


def _heading(period: Period) -> str:
    return f"{_kind(period)}\n{_SUBJECT}\n{period.long_name}".upper()


def _kind(period: Period) -> str:
    return f"{'Laporan Akhir' if period.cycle is Cycle.YEAR else 'Laporan'} Pemantauan dan Evaluasi"


def _legal_bases(plan: Plan, period: Period) -> list[str]:
    """Every regulation in force of the sheet Peraturan, then the decrees on the plan that stand."""
    amending = {regulation.diubah.strip().casefold() for regulation in plan.regulations}
    cited = [
        cite_regulation(regulation, plan)
        for regulation in plan.regulations
        if regulation.status != _REVOKED and regulation.id.strip().casefold() not in amending
    ]
    items = [*cited, *_decrees(plan, period)]
    return [f"{item}{'.' if item is items[-1] else ';'}" for item in items]


def _decrees(plan: Plan, period: Period) -> list[str]:
    """The decrees on the plan that were in force at the period's end."""
    return [
        name_on(plan, decree, period.end)
        for decree in decreed_plans(plan)
        if decree.tanggal and decree.tanggal <= period.end
    ]
