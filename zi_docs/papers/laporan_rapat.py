"""The short report of a meeting: a frame with the facts known, to be filled after the meeting."""

from __future__ import annotations

from zi_docs.model import Activity, DecreeKind, Meeting, Plan, same_id
from zi_docs.papers.document import Document
from zi_docs.papers.keputusan import UNNAMED
from zi_docs.papers.notula import entered, follow_up, listed, told
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import course, document, signature
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date
from zi_docs.wording.names import decree_author

_TO_FILL = "[Diisi setelah rapat dilaksanakan]"
_ROOM = 6


def report(plan: Plan, meeting: Meeting) -> Document:
    """Laporan singkat; a draft (KONSEP) until the results stand in the workbook."""
    office = plan.office
    done = entered(meeting)
    context: dict[str, object] = {
        "kantor": office.short_name,
        "tahun": office.tahun,
        "dasar": _numbered(_basis(plan, meeting)),
        "langkah": _dashed(_steps(plan, meeting)),
        "berlangkah": bool(_steps(plan, meeting)),
        "fakta": course(plan, meeting),
        "petunjuk": "" if done else _TO_FILL,
        "pembahasan": told(meeting.pembahasan, _ROOM),
        "kesimpulan": listed(meeting.kesimpulan, _ROOM // 2),
        "tindak_lanjut": follow_up(meeting.tindak_lanjut, Pagination()),
        "tempat_surat": office.kedudukan,
        "pimpinan": signature(office, plan.official(meeting.pimpinan)),
        "notulis": signature(office, plan.official(meeting.notulis)),
    }
    return document(plan, meeting, "laporan", context, mark="" if done else "KONSEP")


def _basis(plan: Plan, meeting: Meeting) -> list[str]:
    """The decrees on the plan that have number and date, then the invitation itself."""
    found = []
    for decree in plan.decrees:
        signer = plan.official(decree.penanda_tangan)
        if decree.jenis is DecreeKind.PLAN and decree.nomor and decree.tanggal and signer:
            found.append(
                f"Keputusan {decree_author(plan.office, signer)} Nomor {decree.nomor} "
                f"Tahun {decree.tanggal.year} tentang {decree.judul}"
            )
    number = meeting.nomor or UNNAMED
    day = long_date(meeting.tanggal_surat) if meeting.tanggal_surat else UNNAMED
    return [*found, f"Surat Undangan Nomor {number} tanggal {day}"]


def _steps(plan: Plan, meeting: Meeting) -> list[Activity]:
    return [row for row in plan.activities if any(same_id(row.id, key) for key in meeting.baris)]


def _numbered(items: list[str]) -> Flow:
    last = len(items) - 1
    return Flow(
        tuple(
            Paragraph("Butir Angka", RichText.of(item + ("." if index == last else ";")))
            for index, item in enumerate(items)
        )
    )


def _dashed(rows: list[Activity]) -> Flow:
    return Flow(
        tuple(
            Paragraph("Butir Strip", RichText.of(f"{row.id}: ") + block.text)
            for row in rows
            for block in row.langkah_aksi.blocks()
        )
    )
