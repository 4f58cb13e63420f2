"""Laporan monev of a quarter and of the year: chapters filled as far as the data goes.

What only the team can say stands as a marked gap, never as words that nobody wrote.
"""

from __future__ import annotations

from zi_docs.model import DecreeKind, Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.capaian import row_keeps, silence
from zi_docs.papers.document import Document, Leaf, Papers, stamp_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import Pictures, common, drawn_once
from zi_docs.text import RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.dates import long_date
from zi_docs.wording.names import decree_author

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


def papers(plan: Plan, period: Period) -> Papers:
    """The report of a period and its bundle."""
    name = _name(period)
    leaves = (Leaf(name, _title(period)),)
    return Papers(
        (drawn_once(report, plan, period, _WIDTH_MM),),
        f"bundel/laporan-{period.folder}",
        leaves,
        silence(plan, period),
    )


def report(plan: Plan, period: Period, pictures: Pictures, pages: Pagination) -> Document:
    """The report as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = _title(period)
    return Document(
        name=_name(period),
        template="laporan-monev.docx",
        context=common(plan, period, pages)
        | {
            "judul": _heading(period),
            "instansi": office.name,
            "dasar_hukum": _legal_bases(plan),
            "arti_capaian": DEFINITION,
            "rumus": FORMULA,
            "gambar": pictures,
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
    return f"{_kind(period)}\n{_SUBJECT}\n{period.name}".upper()


def _kind(period: Period) -> str:
    return f"{'Laporan Akhir' if period.cycle is Cycle.YEAR else 'Laporan'} Pemantauan dan Evaluasi"


def _legal_bases(plan: Plan) -> list[str]:
    """Every regulation in force of the sheet Peraturan, then the decrees on the plan that stand."""
    amending = {regulation.diubah.strip().casefold() for regulation in plan.regulations}
    cited = [
        cite_regulation(regulation, plan)
        for regulation in plan.regulations
        if regulation.status != _REVOKED and regulation.id.strip().casefold() not in amending
    ]
    items = [*cited, *_decrees(plan)]
    return [f"{item}{'.' if item is items[-1] else ';'}" for item in items]


def _decrees(plan: Plan) -> list[str]:
    found = []
    for decree in plan.decrees:
        signer = plan.official(decree.penanda_tangan)
        if decree.kind is DecreeKind.PLAN and decree.nomor and decree.tanggal and signer:
            found.append(
                f"Keputusan {decree_author(plan.office, signer)} Nomor {decree.nomor} Tahun "
                f"{decree.tanggal.year} tentang {decree.judul}, ditetapkan pada tanggal "
                f"{long_date(decree.tanggal)}"
            )
    return found


def _name(period: Period) -> str:
    return f"monev/{period.folder}/laporan"
