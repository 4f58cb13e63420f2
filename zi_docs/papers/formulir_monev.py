"""The forms on which a period is monitored: one for each area, one for the whole office."""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.forms.form_file import form_identity, form_workbook
from zi_docs.model import Office, Plan
from zi_docs.monev.columns import FormColumn, chosen_columns
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import AreaRows, rows_of
from zi_docs.papers.document import START, Document, Paper
from zi_docs.papers.pages import Pagination
from zi_docs.papers.signers import coordinator, leader, secretary
from zi_docs.papers.tabel_monev import (
    CHOOSE_NOTE,
    header,
    keeps,
    lines,
    period_line,
    sections,
    table,
)
from zi_docs.product import Inputs, Leaf, Made, Product, Subject, at_once
from zi_docs.wording.titles import running_title

TITLE = "Formulir Monitoring dan Evaluasi Pembangunan Zona Integritas"
TEMPLATE = "formulir-monev.docx"
# A day to write in by hand, before the month that is known to follow the period.
DAY = "." * 30


def products(plan: Plan, period: Period, about: Subject) -> list[Product]:
    """The forms of a period: one for each area, to print and, where it asks, to fill; the whole."""
    rows = rows_of(plan, period)
    forms: list[Product] = []
    screens: list[Product] = []
    for number, area in enumerate(rows, start=1):
        name = form_name(period, f"area-{number}")
        forms.append(_area_product(plan, period, area, name, about))
        if not area.empty:
            screens.append(_screen(plan.office, period, area, name, about))
    whole = _paper(form_name(period, "rekap"), "Rekapitulasi", about)
    office = whole.product(lambda _: lambda pages: office_form(plan, period, rows, pages))
    return [*forms, office, *screens]


def _paper(name: str, title: str, about: Subject) -> Paper:
    return Paper(name, "formulir", title, about, TEMPLATE, leaf=Leaf(title))


def _area_product(plan: Plan, period: Period, area: AreaRows, name: str, about: Subject) -> Product:
    paper = _paper(name, area.area, about)
    return paper.product(lambda _: lambda pages: area_form(plan, period, area, pages))


def _screen(office: Office, period: Period, area: AreaRows, name: str, about: Subject) -> Product:
    """The form of an area as a workbook to fill."""
    target = f"{name}.xlsx"
    return Product(
        target,
        "isian",
        f"Formulir isian {area.area}",
        about,
        lambda: Inputs({"kantor": form_identity(office, period), "baris": area}),
        at_once(lambda _: Made({target: form_workbook(office, period, area)})),
        (target,),
    )


def form_name(period: Period, part: str) -> str:
    """Where a form of a period stands below the year's folder, without extension."""
    return f"monev/{period.folder}/{part}"


def area_form(plan: Plan, period: Period, area: AreaRows, pages: Pagination = START) -> Document:
    """The form of an area, signed by the coordinator of its working group and the leader."""
    number, _, title = area.area.partition(" ")
    return _form(
        plan,
        period,
        [area],
        {
            "lingkup": f"AREA {number} {title}",
            "penyusun": coordinator(plan, area.area),
            "nihil": _nothing(period, f"Area {number} {running_title(title)}"),
        },
        pages,
    )


def office_form(
    plan: Plan, period: Period, areas: Sequence[AreaRows], pages: Pagination = START
) -> Document:
    """The form of the whole office, signed by the team's secretary and leader."""
    return _form(
        plan,
        period,
        areas,
        {
            "lingkup": "REKAPITULASI SELURUH AREA PERUBAHAN",
            "penyusun": secretary(plan),
            "nihil": _nothing(period, "seluruh area perubahan"),
        },
        pages,
    )


def _form(
    plan: Plan,
    period: Period,
    areas: Sequence[AreaRows],
    about: dict[str, object],
    pages: Pagination,
) -> Document:
    office, found = plan.office, sections(areas, period)
    columns = chosen_columns(plan.form_columns)
    context = about | {
        "lembaga": office.name.upper(),
        "periode": period_line(period),
        "kolom": header(columns),
        "bagian": table(found, pages),
        "catatan": CHOOSE_NOTE if FormColumn.BUKTI in columns else "",
        "tempat": office.kedudukan,
        "hari": DAY,
        "ketua": leader(plan),
    }
    return Document(
        context=context,
        paper=office.letter_paper,
        title=f"{TITLE} {period.name}",
        subject=str(about["lingkup"]).capitalize(),
        author=office.name,
        keywords=period.name,
        stamp=period.end,
        rows=tuple(line.anchor for line in lines(found)),
        keeps=tuple(keeps(found)),
    )


def _nothing(period: Period, scope: str) -> str:
    """The words of a nil form."""
    name = f"bulan {period.name}" if period.cycle is Cycle.MONTH else period.name
    return (
        f"NIHIL. Rencana aksi tidak menjadwalkan pelaksanaan untuk {scope} pada {name}, dan tidak "
        "ada tunggakan dari bulan sebelumnya."
    )
