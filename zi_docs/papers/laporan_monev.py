"""Laporan monev of a quarter and of the year: chapters filled as far as the data goes.

What only the team can say comes from the sheet Laporan, or stands as a marked gap.
"""

from __future__ import annotations

from typing import Any

from zi_docs.checks.unwritten_texts import row_texts
from zi_docs.model import DecreeKind, Plan, ReportPart
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.capaian import areas_achieved, row_keeps, silence
from zi_docs.papers.document import Document, Paper, stamp_of
from zi_docs.papers.keputusan import decreed_plans
from zi_docs.papers.keputusan_perubahan import name_on
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import common, numbered_pictures
from zi_docs.papers.signers import leader_lacks
from zi_docs.papers.teks_laporan import part_text, text_lacks
from zi_docs.product import Leaf, Product, Subject
from zi_docs.wording.citations import legal_bases

_WIDTH_MM = 160.0
_SUBJECT = "Pembangunan Zona Integritas"
_PARTS = {
    "latar": ReportPart.BACKGROUND,
    "metode": ReportPart.METHOD,
    "kendala": ReportPart.OBSTACLES,
    "rekomendasi": ReportPart.ADVICE,
    "penutup": ReportPart.CLOSING,
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
        lacks=(
            *text_lacks(plan, period, areas_achieved(plan, period)),
            *row_texts(plan.office, plan.activities),
            *leader_lacks(plan),
        ),
        findings=silence(plan, period),
    )
    return [paper.product(lambda _: lambda pages: report(plan, period, pages))]


def report(plan: Plan, period: Period, pages: Pagination) -> Document:
    """The report as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = _title(period)
    areas = areas_achieved(plan, period)
    shared: dict[str, Any] = common(plan, period, pages)
    analyses = [part_text(plan, period, ReportPart.ANALYSIS, area) for area in areas]
    return Document(
        context=shared
        | {
            "capaian": [
                row | {"analisis": analysis}
                for row, analysis in zip(shared["capaian"], analyses, strict=True)
            ],
            "judul": _heading(period),
            "instansi": office.name,
            "dasar_hukum": _legal_bases(plan, period),
            "arti_capaian": DEFINITION,
            "rumus": FORMULA,
            "gambar": numbered_pictures(plan, period, _WIDTH_MM),
            "tulis": {key: part_text(plan, period, part) for key, part in _PARTS.items()},
        },
        paper=office.letter_paper,
        title=f"{title} {office.short_name}",
        subject=f"Pemantauan dan evaluasi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"laporan monev; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=row_keeps(plan, period),
    )


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
