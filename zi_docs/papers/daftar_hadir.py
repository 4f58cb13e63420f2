"""The list of those present: the invited with their signature cells in zig-zag, then blank rows."""

from __future__ import annotations

from zi_docs.checks.lacks import list_lacks
from zi_docs.model import Guest, Meeting, Plan
from zi_docs.papers.document import Document
from zi_docs.papers.pages import Keep, Pagination, SpareRows
from zi_docs.papers.rapat import (
    document,
    facts,
    meeting_paper,
    number_cell,
    signature,
    when_and_where,
)
from zi_docs.papers.undangan import invitees, place_of_work, service_fact
from zi_docs.product import Product, Subject

# The signature block below the table bears this bookmark in the template.
CLOSING = "penutupHadir"
# So many rows at least stand on the page of the signature.
_TOGETHER = 3


KIND, TITLE = "daftar-hadir", "Daftar Hadir"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The list to sign."""
    lacks = list_lacks(plan, meeting, invitees(plan, meeting))
    paper = meeting_paper(meeting, about, KIND, TITLE, lacks=lacks)
    return [paper.product(lambda _: lambda pages: attendance(plan, meeting, pages))]


def attendance(plan: Plan, meeting: Meeting, pages: Pagination) -> Document:
    """The form to sign: its last rows stay on the page of the chair's signature.

    Fewer blank rows than the office wishes are printed where the list then needs a page less.
    """
    invited = invitees(plan, meeting)
    wished = max(plan.office.baris_kosong, 0)
    blank = pages.spare.rows if pages.spare else wished
    guests: list[Guest | None] = [*invited, *[None] * blank]
    context: dict[str, object] = {
        "fakta": facts([("Acara", meeting.acara), *when_and_where(plan.office, meeting)]),
        "baris": [_row(plan, number, guest, pages) for number, guest in enumerate(guests, start=1)],
        "pimpinan": signature(plan.office, plan.official(meeting.pimpinan)),
    }
    anchors = [_anchor(number) for number in range(1, len(guests) + 1)]
    spare = SpareRows(wished, tuple(anchors[len(invited) :]), _anchor(len(invited)), CLOSING)
    last = tuple(Keep(anchor, CLOSING) for anchor in anchors[-_TOGETHER:][:1])
    return document(plan, meeting, TITLE, context, keeps=last, spare=spare)


def _row(plan: Plan, number: int, guest: Guest | None, pages: Pagination) -> dict[str, object]:
    row: dict[str, object] = {
        "nomor": number_cell(_anchor(number), number, pages),
        "tanda_tangan": zigzag(number),
    }
    if guest is None:
        return row | dict.fromkeys(("nama", "nip", "pangkat", "jabatan"), "")
    return row | {
        "nama": guest.nama,
        "nip": service_fact(plan.office, guest, guest.nip),
        "pangkat": service_fact(plan.office, guest, guest.pangkat),
        "jabatan": place_of_work(guest),
    }


def zigzag(number: int) -> str:
    """The number in its signature cell: odd ones at the left, even ones behind a tab."""
    return f"{number}." if number % 2 else f"\t{number}."


def _anchor(number: int) -> str:
    return f"hadir{number}"
