"""The comparison of two years' achievement: by area and component, with the rows of only one."""

from __future__ import annotations

from collections.abc import Iterable

from zi_docs.model import Activity, Component, Plan, areas_of, components_by_row
from zi_docs.monev.achievement import Figures, by_row, figures, steps
from zi_docs.monev.comparison import ComparedArea, Comparison, TwoYears, compare_years
from zi_docs.monev.periods import Period
from zi_docs.papers.capaian import (
    NONE,
    Row,
    area_name,
    component_name,
    keeps_of,
    total_name,
)
from zi_docs.papers.document import Document, Paper, stamp_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import letterhead
from zi_docs.papers.signers import day_to_write, leader
from zi_docs.product import Product, Subject
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import one_line
from zi_docs.wording.numbers import percent_text, points_text

KIND = "banding"
_TITLE = "Perbandingan Capaian Rencana Aksi"


def products(former: Plan, plan: Plan, period: Period, about: Subject) -> list[Product]:
    """The comparison of a period with the same one of an earlier year."""
    paper = Paper(
        f"monev/{period.folder}/banding-{former.office.tahun}",
        KIND,
        "Perbandingan Capaian",
        about,
        "banding-capaian.docx",
        on_request=True,
    )
    return [paper.product(lambda _: lambda pages: comparison(former, plan, period, pages))]


def comparison(former: Plan, plan: Plan, period: Period, pages: Pagination) -> Document:
    """The comparison as a document; all its figures stand as of the last day of either period."""
    office, old = plan.office, Period(former.office.tahun, period.cycle, period.number)
    compared = compare_years(former, plan, period.months)
    title = f"{_TITLE} {old.name} dan {period.name}"
    return Document(
        context={
            "kop": letterhead(office),
            "judul": f"{_TITLE} {old.long_name} dan {period.long_name}".upper(),
            "lama": old.year,
            "baru": period.year,
            "per_tanggal": f"{long_date(old.end)} dan {long_date(period.end)}",
            "ringkasan": summary(compared.figures, old, period),
            "capaian": _area_rows(compared, pages),
            "jumlah": {"jumlah": total_name(pages), **figures_row(compared.figures)},
            "baris_baru": _only(plan, compared.added, period),
            "baris_lama": _only(former, compared.ended, old),
            "tempat": office.kedudukan,
            "tanggal": day_to_write(period),
            "ketua_tim": leader(plan),
        },
        paper=office.letter_paper,
        title=title,
        subject=f"Capaian rencana aksi Zona Integritas {office.short_name}",
        author=office.name,
        keywords=f"monev; {old.name}; {period.name}",
        stamp=stamp_of(office, period.end),
        keeps=keeps_of((each.area, _components(each)) for each in compared.areas),
    )


def figures_row(both: TwoYears) -> Row:
    """Planned, done and percent of either year, and the difference, as cells of a table."""
    return {**_figures("lama", both.before), **_figures("baru", both.now),
            "selisih": difference_text(both.difference)}  # fmt: skip


def difference_text(points: float | None) -> str:
    """A difference of percentages with its sign; a dash where there is none."""
    return NONE if points is None else points_text(points, signed=True)


def summary(both: TwoYears, old: Period, new: Period) -> str:
    """The office's figures as sentences."""
    if both.before.percent is None or both.now.percent is None:
        return "Salah satu periode tidak mempunyai langkah yang direncanakan."
    points = both.difference or 0
    change = f"{points_text(points)} poin persentase"
    course = f"naik {change}" if points > 0 else f"turun {change}" if points < 0 else "tetap"
    return (
        f"Capaian {old.name} sebesar {percent_text(both.before.percent)}% ({both.before.done} dari "
        f"{both.before.planned} langkah terencana selesai), sedangkan capaian {new.name} sebesar "
        f"{percent_text(both.now.percent)}% ({both.now.done} dari {both.now.planned} langkah "
        f"terencana selesai), sehingga capaian {course}."
    )


def _figures(year: str, counts: Figures) -> Row:
    planned = counts.percent is not None
    return {
        f"rencana_{year}": counts.planned or NONE,
        f"selesai_{year}": counts.done if planned else NONE,
        f"persen_{year}": NONE if counts.percent is None else percent_text(counts.percent),
    }


def _components(area: ComparedArea) -> list[Component]:
    return [part.component for part in area.components]


def _area_rows(compared: Comparison, pages: Pagination) -> list[Row]:
    return [
        {
            "nomor": each.area.numeral,
            "nama": area_name(each.area, pages),
            "komponen": [
                {
                    "nomor": part.component.code,
                    "nama": component_name(each.area, part.component, pages),
                    **figures_row(part.figures),
                }
                for part in each.components
            ],
            **figures_row(each.figures),
        }
        for each in compared.areas
    ]


def _only(plan: Plan, rows: Iterable[Activity], period: Period) -> list[Row]:
    """The rows that only one year has, with what came of them."""
    components = components_by_row(areas_of(plan))
    planned = by_row(steps(plan, period.months, period.last))
    counted = [(row, figures(planned.get(row.id, ()))) for row in rows]
    return [
        {
            "nomor": number,
            "komponen": components[row.id].code,
            "langkah": one_line(row.langkah_aksi),
            "rencana": counts.planned or NONE,
            "persen": NONE if counts.percent is None else percent_text(counts.percent),
        }
        for number, (row, counts) in enumerate(counted, start=1)
    ]
