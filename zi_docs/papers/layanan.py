"""What goes with the standards of service: the maklumat to hang up, the minutes of their review.

The decree on them is made as every decree is; its Lampiran is `papers.tabel_layanan`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from zi_docs.checks.lacks import record_lacks
from zi_docs.checks.service_rules import services_of
from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.data import shipped
from zi_docs.findings import Place
from zi_docs.model import Guest, Meeting, Official, Plan, folded_id, same_id
from zi_docs.papers.berita_acara import attendance
from zi_docs.papers.document import START, UNNAMED, Document, Paper, fixed
from zi_docs.papers.pages import Keep, Pagination, cell
from zi_docs.papers.rapat import document as meeting_document
from zi_docs.papers.rapat import number_cell, signature
from zi_docs.papers.supporting import document, paragraphs, text_lacks, texts
from zi_docs.papers.undangan import people
from zi_docs.pictures import PictureFrame, within
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK
from zi_docs.wording.dates import date_in_words, long_date
from zi_docs.workbook.sheets.meeting_sheets import PESERTA, RAPAT
from zi_docs.workbook.sheets.service_sheets import (
    LAYANAN,
    REVIU_LAYANAN,
    ServiceComponent,
    ServiceReview,
)
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

NOTICE, REVIEW = "maklumat", "berita-acara-reviu"
FAMILY = Family(
    "layanan",
    "standar dan maklumat pelayanan",
    "keputusan standar pelayanan, maklumat pelayanan, dan berita acara reviunya.",
    reads={LAYANAN.key: Scope.ALL},
    reads_of_kind={
        NOTICE: {TEKS_NASKAH.key: Scope.ALL},
        REVIEW: {REVIU_LAYANAN.key: Scope.OWN, RAPAT.key: Scope.OWN, PESERTA.key: Scope.ALL},
    },
    ids=("keputusan", RAPAT.key),
)
SPECIMENS: tuple[object, ...] = ()
_NOTICE, _REVIEW = "Maklumat Pelayanan", "Berita Acara Reviu Standar Pelayanan"
_ROWS = 3
# The signature block of the minutes bears this bookmark in the template.
CLOSING = "penutupReviu"
_LOGO = PictureFrame(90, 38)


def topics(year: Year) -> Iterator[Topic]:
    """The maklumat, and the minutes of every meeting that reviewed or is to review standards."""
    plan = year.plan
    if plan.officials:
        about = Subject(FAMILY, NOTICE, _NOTICE)
        yield Topic(about, partial(_notice_products, plan, about), frozenset({FAMILY}))
    for meeting in plan.meetings:
        if _reviews(plan, meeting):
            about = Subject(FAMILY, meeting.id, f"{_REVIEW} {meeting.id}", meeting.origin)
            compose = partial(_review_products, plan, meeting, about)
            yield Topic(about, compose, frozenset({FAMILY}))


def _notice_products(plan: Plan, about: Subject) -> list[Product]:
    """The maklumat; only on request while no service is entered whose standard it promises."""
    head = plan.officials[0]
    unnamed = () if head.nama else (Lack(f"nama {head.jabatan}", head.origin.at("nama"), True),)
    paper = Paper(
        f"layanan/{NOTICE}",
        NOTICE,
        _NOTICE,
        about,
        f"{NOTICE}.docx",
        on_request=not plan.rows(ServiceComponent),
        leaf=Leaf(_NOTICE),
        lacks=(*unnamed, *record_texts((plan.office, head)), *text_lacks(plan, _NOTICE)),
    )
    return [paper.product(lambda _: fixed(notice(plan, head)))]


def notice(plan: Plan, head: Official) -> Document:
    """The maklumat as a poster of one page; its day is written when it is signed."""
    office = plan.office
    context: dict[str, object] = {
        "lambang": within(office.lambang, _LOGO) if office.lambang else "",
        "janji": paragraphs(texts(plan, _NOTICE, WordingPart.OPENING), "Janji"),
        "butir": paragraphs(texts(plan, _NOTICE, WordingPart.ITEM), "Janji Lain"),
        "akibat": paragraphs(texts(plan, _NOTICE, WordingPart.CLOSING), "Janji Lain"),
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK * 2}{office.tahun}",
        "penanda_tangan": signature(office, head),
    }
    return document(office, _NOTICE, _NOTICE, context, one_page=True)


def _reviews(plan: Plan, meeting: Meeting) -> bool:
    """Whether a meeting reviewed services, or says that it is to."""
    subject, words = meeting.acara.casefold(), shipped("service_components")
    named = words["pokok"] in subject and any(word in subject for word in words["reviu"])
    return named or bool(_rows(plan, meeting))


def _rows(plan: Plan, meeting: Meeting) -> list[ServiceReview]:
    return [row for row in plan.rows(ServiceReview) if same_id(row.rapat, meeting.id)]


def _review_products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    paper = Paper(
        f"layanan/{meeting.id}/{REVIEW}",
        REVIEW,
        _REVIEW,
        about,
        f"{REVIEW}.docx",
        leaf=Leaf(_REVIEW),
        lacks=tuple(_review_lacks(plan, meeting)),
    )
    return [paper.product(lambda _: lambda pages: review(plan, meeting, pages))]


def review(plan: Plan, meeting: Meeting, pages: Pagination = START) -> Document:
    """The minutes of a review: who was there, what was found of each service, what follows.

    The last service stands on the page of the signature.
    """
    reviewed = _findings(plan, _rows(plan, meeting), pages)
    office = plan.office
    context: dict[str, object] = {
        "nomor": meeting.nomor_ba or BLANK * 3,
        "hari": date_in_words(meeting.tanggal),
        "tempat_rapat": meeting.tempat or UNNAMED,
        "kantor": office.name,
        "hadir": attendance(plan, meeting),
        "reviu": reviewed,
        "tempat": office.kedudukan,
        "tanggal": long_date(meeting.tanggal),
        "pimpinan": signature(office, plan.official(meeting.pimpinan)),
    }
    keeps = (Keep(_anchor(len(reviewed)), CLOSING),)
    return meeting_document(plan, meeting, _REVIEW, context, keeps=keeps)


def _findings(
    plan: Plan, rows: Sequence[ServiceReview], pages: Pagination
) -> list[dict[str, object]]:
    """A row a service reviewed; while there is none, the services with room to write."""
    names = {folded_id(each.id): each.name for each in services_of(plan)}
    if not rows:
        rows = [ServiceReview("", key) for key in names] or [ServiceReview("", "")] * _ROWS
    return [
        {
            "nomor": number_cell(_anchor(number), number, pages),
            "layanan": names.get(folded_id(row.layanan)) or row.layanan,
            "temuan": cell(row.temuan),
            "hasil": row.hasil.value if row.hasil else "",
            "rekomendasi": cell(row.rekomendasi),
        }
        for number, row in enumerate(rows, start=1)
    ]


def _anchor(number: int) -> str:
    return f"reviu{number}"


def _review_lacks(plan: Plan, meeting: Meeting) -> Iterator[Lack]:
    """Nobody knows who came or what was found before the day is over."""
    day, rows = meeting.tanggal, _rows(plan, meeting)
    present: Sequence[Guest] = people(plan, meeting.hadir)
    if not present:
        yield Lack("yang hadir dalam reviu", meeting.origin.at("hadir"), draft=True, since=day)
    if not rows:
        place = Place(plan.office.origin.file, REVIU_LAYANAN.title)
        yield Lack("hasil reviu standar pelayanan", place, draft=True, since=day)
    for row in rows:
        for key, what in (("temuan", "yang direviu"), ("hasil", "hasil reviu")):
            if not getattr(row, key):
                yield Lack(f"{what} {row.layanan}", row.origin.at(key), draft=True, since=day)
    if not meeting.nomor_ba:
        yield Lack("nomor berita acara", meeting.origin.at("nomor_ba"), since=day)
    yield from record_texts(rows)
    yield from record_lacks(plan, meeting, "pimpinan")
