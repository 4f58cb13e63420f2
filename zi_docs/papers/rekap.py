"""The recap of achievement of a month, quarter, semester or year, with its pictures."""

from __future__ import annotations

from zi_docs.checks.unwritten_texts import row_texts
from zi_docs.model import Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.followup import others
from zi_docs.monev.periods import Period
from zi_docs.papers import capaian
from zi_docs.papers.document import Document, Paper, stamp_of
from zi_docs.papers.gambar_capaian import charts
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import letterhead
from zi_docs.papers.signers import day_to_write, leader, leader_lacks
from zi_docs.product import Leaf, Product, Subject
from zi_docs.text import Drawing
from zi_docs.wording.dates import long_date

Pictures = list[dict[str, str | Drawing]]
_WIDTH_MM = 240.0
_TITLE = "Rekapitulasi Capaian Rencana Aksi"


def products(plan: Plan, period: Period, about: Subject) -> list[Product]:
    """The recap of a period."""
    title = "Rekapitulasi Capaian"
    paper = Paper(
        f"monev/{period.folder}/rekap-capaian",
        "rekap",
        title,
        about,
        "rekap-capaian.docx",
        leaf=Leaf(title),
        lacks=(*row_texts(plan.office, plan.activities), *leader_lacks(plan)),
        findings=capaian.silence(plan, period),
    )
    return [paper.product(lambda _: lambda pages: recap(plan, period, pages))]


def recap(plan: Plan, period: Period, pages: Pagination) -> Document:
    """The recap as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = f"{_TITLE} {period.name}"
    return Document(
        context=common(plan, period, pages)
        | {
            "judul": f"{_TITLE} {period.long_name}".upper(),
            "arti_capaian": DEFINITION,
            "rumus": FORMULA,
            "gambar": numbered_pictures(plan, period, _WIDTH_MM),
        },
        paper=office.letter_paper,
        title=title,
        subject=f"Capaian rencana aksi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"monev; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=capaian.row_keeps(plan, period),
    )


def common(plan: Plan, period: Period, pages: Pagination) -> dict[str, object]:
    """What recap and report both say of a period."""
    office = plan.office
    follow_ups = capaian.follow_up_rows(plan, period)
    # In January there may be something to follow up, too: what is carried from the year before.
    before = "tahun sebelumnya" if follow_ups else ""
    return {
        "kop": letterhead(office),
        "periode": period.name,
        "per_tanggal": long_date(period.end),
        "ringkasan": capaian.office_summary(plan, period),
        "capaian": capaian.achievement_table(plan, period, pages),
        "jumlah": capaian.total_row(plan, period, pages),
        "tunggakan": capaian.arrears(plan, period),
        "ringkasan_tunggakan": capaian.arrears_summary(plan, period),
        "kendala": capaian.obstacle_rows(plan, period),
        "rekomendasi": capaian.recommendation_rows(plan, period),
        "tindak_lanjut": follow_ups,
        "permintaan_lain": bool(others(plan, period)),
        "periode_lalu": period.previous.name if period.previous else before,
        "tempat": office.kedudukan,
        "tanggal": day_to_write(period),
        "ketua_tim": leader(plan),
    }


def numbered_pictures(plan: Plan, period: Period, width_mm: float) -> Pictures:
    """The pictures of a period, `width_mm` wide, with the captions below them."""
    return [
        {
            "gambar": chart.picture,
            "judul": chart.caption,
            # With its number, for templates in which Word does not count the pictures.
            "keterangan": f"Gambar {number}. {chart.caption}",
        }
        for number, chart in enumerate(charts(plan, period, width_mm), start=1)
    ]
