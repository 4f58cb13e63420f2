"""The recap of achievement of a month, quarter, semester or year, with its pictures."""

from __future__ import annotations

from functools import partial

from zi_docs.documents import monev_parts as parts
from zi_docs.documents.document import BLANK, Document, Leaf, Papers, stamp_of
from zi_docs.documents.letterhead import letterhead
from zi_docs.documents.monev_charts import charts
from zi_docs.documents.monev_signers import leader
from zi_docs.documents.pagination import Pagination
from zi_docs.model import Plan
from zi_docs.monev.achievement import DEFINITION, FORMULA, figures, steps
from zi_docs.monev.periods import Period
from zi_docs.text import Picture
from zi_docs.wording.dates import long_date

START = Pagination()
_WIDTH_MM = 240.0


def papers(plan: Plan, period: Period) -> Papers:
    """The recap of a period and its bundle."""

    name = _name(period)
    return Papers(
        (partial(recap, plan, period),),
        f"bundel/rekap-{period.folder}",
        (Leaf(name, "Rekapitulasi Capaian"),),
        parts.silence(plan, period),
    )


def recap(plan: Plan, period: Period, pages: Pagination = START) -> Document:
    """The recap as a document; all its figures stand as of the period's last day."""
    office = plan.office
    title = f"Rekapitulasi Capaian Rencana Aksi {period.name}"
    return Document(
        name=_name(period),
        template="rekap-capaian.docx",
        context=common(plan, period, pages, _WIDTH_MM)
        | {"arti_capaian": DEFINITION, "rumus": FORMULA, "judul": title.upper()},
        paper=office.letter_paper,
        title=title,
        subject=f"Capaian rencana aksi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"monev; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=parts.row_keeps(plan, period),
    )


def common(plan: Plan, period: Period, pages: Pagination, width_mm: float) -> dict[str, object]:
    """What recap and report alike tell of a period; the pictures are `width_mm` wide."""
    office = plan.office
    return {
        "kop": letterhead(office),
        "periode": period.name,
        "per_tanggal": long_date(period.end),
        "ringkasan": parts.summary(figures(steps(plan, period.months, period.last))),
        "capaian": parts.achievement_table(plan, period, pages),
        "jumlah": parts.total_row(plan, period, pages),
        "gambar": _numbered(plan, period, width_mm),
        "tunggakan": parts.arrears(plan, period),
        "kendala": parts.obstacle_rows(plan, period),
        "rekomendasi": parts.recommendation_rows(plan, period),
        "tindak_lanjut": parts.follow_up_rows(plan, period),
        "periode_lalu": period.previous.name if period.previous else "",
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK} {period.year}",
        "ketua_tim": leader(plan),
    }


def _numbered(plan: Plan, period: Period, width_mm: float) -> list[dict[str, str | Picture]]:
    return [
        {"gambar": chart.picture, "keterangan": f"Gambar {number}. {chart.caption}"}
        for number, chart in enumerate(charts(plan, period, width_mm), start=1)
    ]


def _name(period: Period) -> str:
    return f"monev/{period.folder}/rekap-capaian"
