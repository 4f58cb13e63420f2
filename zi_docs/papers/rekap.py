"""The recap of achievement of a month, quarter, semester or year, with its pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from zi_docs.model import Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA
from zi_docs.monev.periods import Period
from zi_docs.papers import capaian as parts
from zi_docs.papers.document import BLANK, Document, Draft, Leaf, Papers, stamp_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import letterhead
from zi_docs.papers.signers import leader
from zi_docs.text import Picture
from zi_docs.wording.dates import long_date

Pictures = list[dict[str, str | Picture]]
_WIDTH_MM = 240.0


def papers(plan: Plan, period: Period) -> Papers:
    """The recap of a period and its bundle."""
    name = _name(period)
    return Papers(
        (drawn_once(recap, plan, period, _WIDTH_MM),),
        f"bundel/rekap-{period.folder}",
        (Leaf(name, "Rekapitulasi Capaian"),),
        parts.silence(plan, period),
    )


def drawn_once(
    make: Callable[[Plan, Period, Pictures, Pagination], Document],
    plan: Plan,
    period: Period,
    width_mm: float,
) -> Draft:
    """The draft of a document whose pictures, the slow part of it, do not depend on its pages."""
    pictures = cache(lambda: _numbered(plan, period, width_mm))
    return lambda pages: make(plan, period, pictures(), pages)


def recap(plan: Plan, period: Period, pictures: Pictures, pages: Pagination) -> Document:
    """The recap as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = f"Rekapitulasi Capaian Rencana Aksi {period.name}"
    return Document(
        name=_name(period),
        template="rekap-capaian.docx",
        context=common(plan, period, pages)
        | {
            "judul": title.upper(),
            "arti_capaian": DEFINITION,
            "rumus": FORMULA,
            "gambar": pictures,
        },
        paper=office.letter_paper,
        title=title,
        subject=f"Capaian rencana aksi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"monev; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=parts.row_keeps(plan, period),
    )


def common(plan: Plan, period: Period, pages: Pagination) -> dict[str, object]:
    """What recap and report alike tell of a period."""
    office = plan.office
    return {
        "kop": letterhead(office),
        "periode": period.name,
        "per_tanggal": long_date(period.end),
        "ringkasan": parts.told(plan, period),
        "capaian": parts.achievement_table(plan, period, pages),
        "jumlah": parts.total_row(plan, period, pages),
        "tunggakan": parts.arrears(plan, period),
        "kendala": parts.obstacle_rows(plan, period),
        "rekomendasi": parts.recommendation_rows(plan, period),
        "tindak_lanjut": parts.follow_up_rows(plan, period),
        "periode_lalu": period.previous.name if period.previous else "",
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK} {period.year}",
        "ketua_tim": leader(plan),
    }


def _numbered(plan: Plan, period: Period, width_mm: float) -> Pictures:
    # Here and not above: matplotlib takes half a second to load, and most verbs draw nothing.
    from zi_docs.papers.gambar_capaian import charts

    return [
        {"gambar": chart.picture, "keterangan": f"Gambar {number}. {chart.caption}"}
        for number, chart in enumerate(charts(plan, period, width_mm), start=1)
    ]


def _name(period: Period) -> str:
    return f"monev/{period.folder}/rekap-capaian"
