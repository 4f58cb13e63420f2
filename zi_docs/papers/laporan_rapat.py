"""The short report of a meeting: a frame with the facts known, to be filled after the meeting."""

from __future__ import annotations

from zi_docs.checks.lacks import minutes_entered, minutes_lacks, record_lacks
from zi_docs.data.events import event_kind
from zi_docs.model import Activity, Component, Meeting, Plan, areas_of, components_by_row
from zi_docs.monev.plan_in_force import plan_on, rows_named
from zi_docs.papers.document import UNNAMED, Document, fixed
from zi_docs.papers.keputusan import citation, decreed_plans
from zi_docs.papers.notula import follow_up, listed, paragraphs
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import course, document, meeting_paper, signature
from zi_docs.product import Product, Subject
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date

_ROOM = 6


KIND = "laporan"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The report, a draft until the results of the meeting stand in the workbook."""
    signed = record_lacks(plan, meeting, "pimpinan", "notulis")
    lacks = (*minutes_lacks(meeting, draft=True), *signed)
    paper = meeting_paper(meeting, about, KIND, event_kind(meeting).laporan, lacks=lacks)
    return [paper.product(lambda _: fixed(meeting_report(plan, meeting)))]


def meeting_report(plan: Plan, meeting: Meeting) -> Document:
    """Laporan singkat; a draft (KONSEP) until the results stand in the workbook."""
    office, kind = plan.office, event_kind(meeting)
    done = minutes_entered(meeting)
    context: dict[str, object] = {
        "judul_naskah": kind.laporan.upper(),
        "kantor": office.short_name,
        "tahun": office.tahun,
        "dasar": _numbered(_basis(plan, meeting)),
        "langkah": _dashed(plan_on(plan, meeting.tanggal), _steps(plan, meeting)),
        "berlangkah": bool(_steps(plan, meeting)),
        "fakta": course(plan, meeting),
        "petunjuk": "" if done else f"[Diisi setelah {kind.sebutan} dilaksanakan]",
        "pembahasan": paragraphs(meeting.pembahasan, _ROOM),
        "kesimpulan": listed(meeting.kesimpulan, _ROOM // 2),
        "tindak_lanjut": follow_up(plan, meeting.tindak_lanjut, Pagination()),
        "tempat_surat": office.kedudukan,
        "pimpinan": signature(office, plan.official(meeting.pimpinan)),
        "notulis": signature(office, plan.official(meeting.notulis)),
    }
    return document(plan, meeting, kind.laporan, context)


def _basis(plan: Plan, meeting: Meeting) -> list[str]:
    """The decrees on the plan that have number and date, then the invitation itself."""
    decrees = [citation(plan, decree) for decree in decreed_plans(plan)]
    number = meeting.nomor or UNNAMED
    day = long_date(meeting.tanggal_surat) if meeting.tanggal_surat else UNNAMED
    return [*decrees, f"Surat Undangan Nomor {number} tanggal {day}"]


def _steps(plan: Plan, meeting: Meeting) -> list[Activity]:
    return rows_named(plan, meeting.tanggal, meeting.baris)


def _numbered(items: list[str]) -> Flow:
    last = len(items) - 1
    return Flow(
        tuple(
            Paragraph("Butir Angka", RichText.of(item + ("." if index == last else ";")))
            for index, item in enumerate(items)
        )
    )


def _dashed(plan: Plan, rows: list[Activity]) -> Flow:
    """An item a row, by the number that the decree gives its component."""
    components = components_by_row(areas_of(plan))
    return Flow(
        tuple(Paragraph("Butir Strip", _numbered_step(row, components.get(row.id))) for row in rows)
    )


def _numbered_step(row: Activity, component: Component | None) -> RichText:
    """`Area II komponen 3: ...`, its lines joined; the words alone where no plan names the row."""
    number = f"Area {component.area} komponen {component.number}: " if component else ""
    first, *rest = [block.text for block in row.langkah_aksi.blocks] or [RichText()]
    joined = first
    for step in rest:
        joined = joined + (" " if joined.plain.endswith((";", ".", ",", ":")) else "; ") + step
    return RichText.of(number) + joined
