"""The papers of a plan that carry a number: decrees and invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.model import Decree, Meeting, Origin, Plan, Voice, same_id

DECREE, INVITATION = "Keputusan", "Undangan"


@dataclass(frozen=True)
class Paper:
    """A paper as its number sees it: its kind, the row that holds it, what the number is made of.

    `sheet` is the key of the sheet of its row; `nomor` what stands there now.
    """

    jenis: str
    id: str
    sheet: str
    perihal: str
    nomor: str = ""
    tanggal: date | None = None
    klasifikasi: str = ""
    origin: Origin = Origin()


def papers(plan: Plan) -> list[Paper]:
    """Every paper that carries a number, decrees first."""
    decrees = [_decree(plan, decree) for decree in plan.decrees]
    return decrees + [_invitation(meeting) for meeting in plan.meetings]


def paper_of(plan: Plan, key: str) -> Paper | None:
    """The paper of the decree or meeting with an ID."""
    return next((paper for paper in papers(plan) if same_id(paper.id, key)), None)


def _decree(plan: Plan, decree: Decree) -> Paper:
    return Paper(
        _series(plan, decree),
        decree.id,
        "keputusan",
        decree.judul,
        decree.nomor,
        decree.tanggal,
        origin=decree.origin,
    )


def _series(plan: Plan, decree: Decree) -> str:
    # A Sekretaris who decrees by the post counts apart from the office.
    signer = plan.official(decree.penanda_tangan)
    if signer is not None and signer.atas_nama is Voice.POST:
        return f"{DECREE} {signer.jabatan}"
    return DECREE


def _invitation(meeting: Meeting) -> Paper:
    return Paper(
        INVITATION,
        meeting.id,
        "rapat",
        meeting.acara,
        meeting.nomor,
        meeting.tanggal_surat,
        meeting.klasifikasi,
        meeting.origin,
    )
