"""The papers of a plan that carry a number: decrees, invitations and other letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.model import Decree, Meeting, Origin, Plan, Voice, same_id
from zi_docs.workbook.sheets.letter_sheets import SURAT, Letter, LetterKind

DECREE, INVITATION = "Keputusan", "Undangan"
# A covering letter has no kind of its own among the patterns (NASKAH section 2).
_COVERING = "Surat Dinas"


@dataclass(frozen=True)
class NumberedPaper:
    """A paper with a number: its kind, its row in the workbook, the values of its number.

    `sheet` is the key of the sheet with its row; `nomor` is the number in that row now.
    """

    jenis: str
    id: str
    sheet: str
    perihal: str
    nomor: str = ""
    tanggal: date | None = None
    klasifikasi: str = ""
    origin: Origin = Origin()


def numbered_papers(plan: Plan) -> list[NumberedPaper]:
    """All papers with a number: decrees, invitations, other letters."""
    return [
        *(_decree(plan, decree) for decree in plan.decrees),
        *(_invitation(meeting) for meeting in plan.meetings),
        *(_letter(letter) for letter in plan.rows(Letter)),
    ]


def find_numbered_paper(plan: Plan, key: str) -> NumberedPaper | None:
    """The paper of the decree, meeting or letter with this ID; None if there is none."""
    return next((paper for paper in numbered_papers(plan) if same_id(paper.id, key)), None)


def _decree(plan: Plan, decree: Decree) -> NumberedPaper:
    return NumberedPaper(
        _kind_of_decree(plan, decree),
        decree.id,
        "keputusan",
        decree.judul,
        decree.nomor,
        decree.tanggal,
        origin=decree.origin,
    )


def _kind_of_decree(plan: Plan, decree: Decree) -> str:
    # A Sekretaris who decrees by virtue of the post has a number series apart from the office.
    signer = plan.official(decree.penanda_tangan)
    if signer is not None and signer.atas_nama is Voice.POST:
        return f"{DECREE} {signer.jabatan}"
    return DECREE


def _invitation(meeting: Meeting) -> NumberedPaper:
    return NumberedPaper(
        INVITATION,
        meeting.id,
        "rapat",
        meeting.acara,
        meeting.nomor,
        meeting.tanggal_surat,
        meeting.klasifikasi,
        meeting.origin,
    )


def _letter(letter: Letter) -> NumberedPaper:
    return NumberedPaper(
        _COVERING if letter.jenis is LetterKind.COVERING else letter.jenis.value,
        letter.id,
        SURAT.key,
        letter.perihal,
        letter.nomor,
        letter.tanggal,
        letter.klasifikasi,
        letter.origin,
    )
