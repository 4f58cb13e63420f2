"""The invitation to a meeting: whom it addresses, and the annexed list of those invited.

Form: NASKAH section 3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zi_docs.checks.lacks import letter_lacks
from zi_docs.data.events import event_kind
from zi_docs.model import Guest, Meeting, Office, Official, Plan
from zi_docs.papers.document import UNNAMED, Document, Paper, fixed
from zi_docs.papers.rapat import document, facts, meeting_paper, signature, when_and_where
from zi_docs.papers.signature import prepared
from zi_docs.product import Leaf, Product, Subject
from zi_docs.text import BLANK, Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date
from zi_docs.wording.names import post_at

_NO_ANNEX = "-"
_LIST_ANNEXED = "1 (satu) berkas"


KIND, TITLE = "undangan", "Undangan"
PERSONAL = "undangan-perorangan"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The letter to everybody."""
    paper = meeting_paper(
        meeting,
        about,
        KIND,
        TITLE,
        mode=meeting.tanda_tangan,
        id=meeting.id,
        lacks=letter_lacks(plan, meeting, _addressed(plan, meeting)),
    )
    return [paper.product(lambda _: fixed(invitation(plan, meeting)))]


def personal_products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """A letter to each of the invited, for those who ask for them."""
    names = addressees(plan.office, _addressed(plan, meeting))
    return [
        _personal_letter(plan, meeting, about, number, name)
        for number, name in enumerate(names, start=1)
    ]


def invitation(plan: Plan, meeting: Meeting) -> Document:
    """The letter to everybody; the addressees move to an annex where they are many."""
    guests = _addressed(plan, meeting)
    annexed = len(guests) >= max(plan.office.undangan_terlampir, 1)
    named = ["(daftar terlampir)"] if annexed else addressees(plan.office, guests)
    rows = _listed(plan, guests) if annexed else []
    return _letter(plan, meeting, named, rows)


def _personal_letter(
    plan: Plan, meeting: Meeting, about: Subject, number: int, name: str
) -> Product:
    paper = Paper(
        f"rapat/{meeting.id}/perorangan/undangan-{number:02d}",
        PERSONAL,
        f"Undangan untuk {name}",
        about,
        "undangan.docx",
        meeting.tanda_tangan,
        on_request=True,
        leaf=Leaf(name),
        lacks=letter_lacks(plan, meeting, _addressed(plan, meeting)),
    )
    return paper.product(lambda _: fixed(_letter(plan, meeting, [name], [])))


def _addressed(plan: Plan, meeting: Meeting) -> list[Guest]:
    """The invited without the signer, who writes no letter to himself."""
    signer = _signer(plan, meeting)
    return [guest for guest in invitees(plan, meeting) if guest is not signer]


def _signer(plan: Plan, meeting: Meeting) -> Official | None:
    return plan.official(meeting.penanda_tangan or meeting.pimpinan)


def _letter(
    plan: Plan, meeting: Meeting, named: Sequence[str], listed: list[dict[str, str]]
) -> Document:
    office = plan.office
    day = meeting.tanggal_surat
    context: dict[str, object] = {
        "nomor": meeting.nomor or BLANK * 3,
        "sifat": meeting.sifat,
        "hal": f"Undangan {event_kind(meeting).sebutan.title()}",
        "lampiran": meeting.lampiran or (_LIST_ANNEXED if listed else _NO_ANNEX),
        "tempat_surat": office.kedudukan,
        "tanggal_surat": long_date(day) if day else f"{BLANK * 2}{meeting.tanggal.year}",
        "yth": numbered(named or [UNNAMED], "Yth"),
        "kantor": office.short_name,
        "tahun": office.tahun,
        "rincian": facts((*when_and_where(office, meeting), ("Acara", meeting.acara))),
        "penanda_tangan": signature(office, _signer(plan, meeting)),
        "tembusan": numbered(lines(meeting.tembusan), "Tembusan"),
        "bertembusan": bool(lines(meeting.tembusan)),
        "daftar": listed,
        "kepala_lampiran": Flow(
            (Paragraph("Kepala Lampiran", RichText.of("Lampiran Surat Undangan"), breaks=True),)
        ),
    }
    letter = document(plan, meeting, TITLE, context, day=day, one_page=not listed)
    signers = {"penanda_tangan": meeting.penanda_tangan or meeting.pimpinan}
    place = meeting.origin.at("tanda_tangan")
    return prepared(letter, office, meeting.tanda_tangan, signers, place)


def numbered(items: Sequence[str], style: str) -> Flow:
    """One line an item; numbered where there are several."""
    style = f"{style} Bernomor" if len(items) > 1 else style
    return Flow(tuple(Paragraph(style, RichText.of(item)) for item in items))


def lines(text: str) -> list[str]:
    """The lines of a cell that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _listed(plan: Plan, guests: Sequence[Guest]) -> list[dict[str, str]]:
    return [
        {"nomor": str(number), "jabatan": address(plan.office, guest), "nama": guest.nama}
        for number, guest in enumerate(guests, start=1)
    ]


NONE = "-"


def invitees(plan: Plan, meeting: Meeting) -> list[Guest]:
    """Everybody invited, once each: as written, groups in the order of their sheets."""
    return people(plan, meeting.undangan)


def people(plan: Plan, names: Sequence[str]) -> list[Guest]:
    """The people of these IDs and groups, once each: as written, groups in sheet order."""
    guests: dict[str, Guest] = {}
    for name in names:
        named = plan.guest(name)
        for guest in (named,) if named is not None else plan.group(name):
            guests.setdefault(guest.id.casefold(), guest)
    return list(guests.values())


def addressees(office: Office, guests: Sequence[Guest]) -> list[str]:
    """The guests as a letter addresses them: by post; by name too where a post occurs twice."""
    posts = [address(office, guest) for guest in guests]
    times = Counter(posts)
    return [
        f"{guest.nama} ({post})" if times[post] > 1 and guest.nama else post
        for post, guest in zip(posts, guests, strict=True)
    ]


def address(office: Office, guest: Guest) -> str:
    """The post with its office; the name where no post is known; else a blank to write in."""
    if isinstance(guest, Official):
        return post_at(guest.jabatan, office.short_name)
    return post_at(guest.jabatan, guest.instansi) or guest.nama or UNNAMED


def place_of_work(guest: Guest) -> str:
    """Post and unit as a list of those present shows them; a unit that the post names is left."""
    unit = guest.unit if isinstance(guest, Official) else guest.instansi
    if post_at(guest.jabatan, unit) == guest.jabatan:
        return guest.jabatan
    return "\n".join(filter(None, (guest.jabatan, unit)))


def service_fact(office: Office, guest: Guest, fact: str) -> str:
    """NIP or rank; `-` for who is of a group that has none, else a blank to write in."""
    lacks = office.agency.without_nip(guest.kelompok)
    return fact or (NONE if lacks else "")
