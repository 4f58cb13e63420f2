"""Laporan monev of a quarter and of the year: chapters filled as far as the data goes.

What only the team can say stands as a marked gap, never as words that nobody wrote.
"""

from __future__ import annotations

from zi_docs.checks.unwritten_texts import row_texts
from zi_docs.model import DecreeKind, Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.capaian import row_keeps, silence
from zi_docs.papers.document import Document, Paper, stamp_of
from zi_docs.papers.keputusan import decreed_plans
from zi_docs.papers.keputusan_perubahan import name_on
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import common, numbered_pictures
from zi_docs.papers.signers import leader_lacks
from zi_docs.product import UNLISTED, Lack, Leaf, Product, Subject
from zi_docs.text import RichText
from zi_docs.wording.citations import legal_bases

_WIDTH_MM = 160.0
_SUBJECT = "Pembangunan Zona Integritas"
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
        lacks=(_unwritten(plan), *row_texts(plan.office, plan.activities), *leader_lacks(plan)),
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


def _unwritten(plan: Plan) -> Lack:
    """The gaps that the team fills in the Word file; with them the report is a draft."""
    place = plan.office.origin.at("lembaga")
    return Lack("bagian yang ditulis oleh tim", place, draft=True, since=UNLISTED)


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
    """What the decrees on the plan rest on, as it stood at the period's end, then these decrees."""
    decrees = [decree for decree in plan.decrees if decree.jenis is DecreeKind.PLAN]
    items = [*legal_bases(plan, decrees, period.end), *_decrees(plan, period)]
    return [f"{item}{'.' if item is items[-1] else ';'}" for item in items]


def _decrees(plan: Plan, period: Period) -> list[str]:
    """The decrees on the plan that were in force at the period's end."""
    return [
        name_on(plan, decree, period.end)
        for decree in decreed_plans(plan)
        if decree.tanggal and decree.tanggal <= period.end
    ]
