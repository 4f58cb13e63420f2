"""The forms on which a period is monitored: one for each area, one for the whole office."""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.checks.unwritten_texts import row_texts
from zi_docs.file_names import plain_name
from zi_docs.forms.form_file import form_workbook
from zi_docs.forms.form_identity import form_identity
from zi_docs.model import Office, Plan, areas_of, components_by_row
from zi_docs.monev.followup import OtherFollowUp, others
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import AreaRows, rows_of
from zi_docs.papers import kartu_monev
from zi_docs.papers.daftar_bukti import EvidenceList
from zi_docs.papers.document import START, Document, Paper
from zi_docs.papers.jawaban_monev import CHOOSE_NOTE
from zi_docs.papers.pages import Pagination
from zi_docs.papers.permintaan_lain import other_rows
from zi_docs.papers.signers import coordinator, leader, secretary
from zi_docs.papers.tabel_monev import (
    header,
    keeps,
    lines,
    others_section,
    period_line,
    sections,
    table,
)
from zi_docs.product import Inputs, Lack, Leaf, Made, Product, Subject, at_once
from zi_docs.wording.names import running_title
from zi_docs.workbook.sheets.form_sheets import chosen_columns

TITLE = "Formulir Monitoring dan Evaluasi Pembangunan Zona Integritas"
TEMPLATE, LONG_TEMPLATE = "formulir-monev.docx", "formulir-monev-panjang.docx"
# A day to write in by hand, before the month that is known to follow the period.
DAY = "." * 30
_LONGEST_FILE_NAME = 60


def products(plan: Plan, period: Period, about: Subject) -> list[Product]:
    """The forms of a period: one for each area, to print and, where it asks, to fill; the whole."""
    areas = rows_of(plan, period)
    forms: list[Product] = []
    screens: list[Product] = []
    for rows in areas:
        part = f"area-{rows.area.number}"
        forms.append(_area_product(plan, period, rows, part, about))
        if not rows.empty:
            screens.append(_screen(plan.office, period, rows, part, about))
    texts = row_texts(plan.office, plan.activities)
    whole = _paper(period, "rekap", "Rekapitulasi", about, texts)
    office = whole.product(lambda _: lambda pages: office_form(plan, period, areas, pages))
    return [*forms, office, *screens]


def _paper(period: Period, part: str, title: str, about: Subject, lacks: tuple[Lack, ...]) -> Paper:
    name, template = form_name(period, part), LONG_TEMPLATE if _is_long(period) else TEMPLATE
    return Paper(name, "formulir", title, about, template, leaf=Leaf(title), lacks=lacks)


def _area_product(plan: Plan, period: Period, rows: AreaRows, part: str, about: Subject) -> Product:
    lacks = row_texts(plan.office, rows.area.rows)
    paper = _paper(period, part, rows.area.title, about, lacks)
    return paper.product(lambda _: lambda pages: area_form(plan, period, rows, pages))


def _screen(office: Office, period: Period, rows: AreaRows, part: str, about: Subject) -> Product:
    """The form of an area as a workbook to fill.

    Its file says whose it is and of when: it is sent to and fro, and comes back among others.
    """
    about_file = f"Area {rows.area.number} {office.singkatan} {office.wilayah}"
    name = f"{period.folder} {plain_name(about_file, _LONGEST_FILE_NAME)}"
    target = f"monev/{period.folder}/{name}.xlsx"
    return Product(
        f"{form_name(period, part)}.xlsx",
        "isian",
        f"Formulir isian {rows.area.title}",
        about,
        lambda: Inputs(
            {
                "kantor": form_identity(office, period),
                "area": rows.area.title,
                "baris": (rows.due, rows.overdue, rows.followed, rows.others),
            }
        ),
        at_once(lambda _: Made({target: form_workbook(office, period, rows)})),
        (target,),
    )


def form_name(period: Period, part: str) -> str:
    """Where a form of a period stands below the year's folder, without extension."""
    return f"monev/{period.folder}/{part}"


def area_form(plan: Plan, period: Period, rows: AreaRows, pages: Pagination = START) -> Document:
    """The form of an area, signed by the coordinator of its working group and the leader."""
    area = rows.area
    scope = " ".join(filter(None, ("Area", area.numeral, running_title(area.name))))
    return _form(
        plan,
        period,
        [rows],
        {
            "lingkup": f"AREA {area.title}",
            "penyusun": coordinator(plan, area),
            "nihil": _nothing(period, scope),
        },
        pages,
        rows.others,
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
        others(plan, period),
    )


def _form(
    plan: Plan,
    period: Period,
    areas: Sequence[AreaRows],
    about: dict[str, object],
    pages: Pagination,
    follow_ups: Sequence[OtherFollowUp],
) -> Document:
    office, long = plan.office, _is_long(period)
    asked = other_rows(follow_ups, components_by_row(areas_of(plan)))
    parts = [*sections(areas, period, whole=long), *others_section(asked)]
    columns = chosen_columns(plan.form_columns)
    evidence = EvidenceList()
    rows = (
        kartu_monev.cards(parts, pages, evidence, columns)
        if long
        else table(parts, pages, evidence)
    )
    kept = kartu_monev.keeps if long else keeps
    asks_evidence = any("bukti_ada" in column.answers for column in columns)
    context = about | {
        "lembaga": office.name.upper(),
        "periode": period_line(period),
        "kolom": header(columns),
        "bagian": rows,
        "daftar_bukti": evidence.rows(pages) if asks_evidence else [],
        "judul_bukti": evidence.title(pages),
        "catatan": CHOOSE_NOTE if asks_evidence else "",
        "tempat": office.kedudukan,
        "hari": DAY,
        "ketua": leader(plan),
    }
    return Document(
        context=context,
        paper=office.letter_paper,
        title=f"{TITLE} {period.name}",
        subject=running_title(str(about["lingkup"])),
        author=office.name,
        keywords=period.name,
        stamp=period.end,
        # The head of a card is repeated by Word itself, whichever line opens a page.
        rows=() if long else tuple(line.anchor for line in lines(parts)),
        keeps=tuple(kept(parts, evidence.lines if asks_evidence else ())),
    )


def _is_long(period: Period) -> bool:
    """Whether so much is reported in it that each row of the plan gets a card."""
    return period.cycle is not Cycle.MONTH


def _nothing(period: Period, scope: str) -> str:
    """The words of a nil form."""
    name = f"bulan {period.name}" if period.cycle is Cycle.MONTH else period.name
    return (
        f"NIHIL. Rencana aksi tidak menjadwalkan pelaksanaan untuk {scope} pada {name}, dan tidak "
        "ada tunggakan dari bulan sebelumnya."
    )
