"""Proposals -> rows of the sheet Rapat, as a workbook is written from them."""

from __future__ import annotations

from collections.abc import Iterable

from zi_docs.schedule.propose import Proposal
from zi_docs.workbook.authoring.values import CellValue


def meeting_rows(proposals: Iterable[Proposal]) -> list[dict[str, CellValue]]:
    """Rows by column key; what nobody gave stays empty, the reason becomes the note."""
    return [_row(proposal) for proposal in proposals]


def _row(proposal: Proposal) -> dict[str, CellValue]:
    meeting = proposal.meeting
    given: dict[str, CellValue] = {
        "id": meeting.id,
        "acara": meeting.acara,
        "tanggal": meeting.tanggal,
        "mulai": meeting.mulai,
        "tempat": meeting.tempat,
        "pimpinan": meeting.pimpinan,
        "undangan": meeting.undangan,
        "baris": meeting.baris,
        "klasifikasi": meeting.klasifikasi,
        "sifat": meeting.sifat,
        "catatan": f"Usulan jadwal. {proposal.reason}",
    }
    return {key: value for key, value in given.items() if value}
