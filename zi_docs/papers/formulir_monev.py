"""The forms on which a period is monitored: one for each area, one for the whole office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zi_docs.forms.form_file import form_workbook
from zi_docs.model import Plan
from zi_docs.monev.columns import FormColumn, chosen_columns
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import AreaRows, rows_of
from zi_docs.papers.document import Document, Draft, Leaf, Papers
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
from zi_docs.wording.names import running_title

START = Pagination()
TITLE = "Formulir Monitoring dan Evaluasi Pembangunan Zona Integritas"
# A day to write in by hand, before the month that is known to follow the period.
DAY = "." * 30


def papers(plan: Plan, period: Period, *, screens: bool = True) -> Papers:
    """The forms of a period: to print and sign, with their bundle; to fill on `screens`."""
    rows = rows_of(plan, period)
    drafts: list[Draft] = []
    workbooks: dict[str, bytes] = {}
    leaves: list[Leaf] = []
    for number, area in enumerate(rows, start=1):
        name = form_name(period, f"area-{number}")
        drafts.append(partial(area_form, plan, period, area, name))
        leaves.append(Leaf(name, area.area))
        if screens and not area.empty:
            workbooks[f"{name}.xlsx"] = form_workbook(plan, period, area)
    whole = form_name(period, "rekap")
    drafts.append(partial(office_form, plan, period, rows, whole))
    leaves.append(Leaf(whole, "Rekapitulasi"))
    bundle = f"bundel/monev-{period.folder}"
    return Papers(tuple(drafts), bundle, tuple(leaves), extras=workbooks)


def form_name(period: Period, part: str) -> str:
    """Where a form of a period stands below the year's folder, without extension."""
    return f"monev/{period.folder}/{part}"


def area_form(
    plan: Plan, period: Period, area: AreaRows, name: str, pages: Pagination = START
) -> Document:
    """The form of an area, signed by the coordinator of its working group and the leader."""
    number, _, title = area.area.partition(" ")
    return _form(
        plan,
        period,
        [area],
        name,
        {
            "lingkup": f"AREA {number} {title}",
            "penyusun": coordinator(plan, area.area),
            "nihil": _nothing(period, f"Area {number} {running_title(title)}"),
        },
        pages,
    )


def office_form(
    plan: Plan, period: Period, areas: Sequence[AreaRows], name: str, pages: Pagination = START
) -> Document:
    """The form of the whole office, signed by the team's secretary and leader."""
    return _form(
        plan,
        period,
        areas,
        name,
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
    name: str,
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
        name=name,
        template="formulir-monev.docx",
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
