"""Letters of the office's own: surat tugas, nota dinas, surat pengantar (NASKAH sections 2 and 3).

Who is assigned or addressed, and what is sent, stand in the sheet Surat alone; what nobody gave is
a blank to write in, and the letter a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.findings import Place
from zi_docs.model import Guest, Meeting, Office, Plan, same_id
from zi_docs.papers.document import UNNAMED, Document, Paper, fixed
from zi_docs.papers.notula import to_write
from zi_docs.papers.rapat import facts, signature
from zi_docs.papers.signature import prepared
from zi_docs.papers.supporting import document
from zi_docs.papers.undangan import (
    addressees,
    lines,
    numbered,
    people,
    place_of_work,
    service_fact,
)
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK, Flow, Paragraph, RichText
from zi_docs.wording.dates import days_text, long_date
from zi_docs.workbook.sheets.letter_sheets import SURAT, Letter, LetterKind
from zi_docs.workbook.sheets.meeting_sheets import PESERTA, RAPAT

FAMILY = Family(
    "surat",
    "surat",
    "surat tugas, nota dinas, dan surat pengantar dari lembar Surat.",
    reads={
        SURAT.key: Scope.OWN,
        "nomor": Scope.OWN,
        RAPAT.key: Scope.ALL,
        PESERTA.key: Scope.ALL,
    },
    ids=(SURAT.key,),
)
SPECIMENS: tuple[object, ...] = tuple(
    Letter(f"contoh-{kind.name.lower()}", kind, kind.value) for kind in LetterKind
)
_ANNEX = "-"
_ROWS, _ROOM = 3, 4
_SENT = ("naskah", "banyaknya", "keterangan")


def topics(year: Year) -> Iterator[Topic]:
    """A topic a letter, with the letter."""
    for letter in year.plan.rows(Letter):
        about = Subject(
            FAMILY, letter.id, f"{letter.jenis.value} {letter.id}, {letter.perihal}", letter.origin
        )
        yield Topic(
            about, lambda each=letter, about=about: [_product(year.plan, each, about)],  # type: ignore[misc]
            frozenset({FAMILY}),
        )  # fmt: skip


def _product(plan: Plan, letter: Letter, about: Subject) -> Product:
    kind = letter.jenis.value.lower().replace(" ", "-")
    paper = Paper(
        f"surat/{letter.id}/{kind}",
        kind,
        letter.jenis.value,
        about,
        f"{kind}.docx",
        letter.tanda_tangan,
        id=letter.id,
        leaf=Leaf(letter.jenis.value),
        lacks=tuple(_lacks(plan, letter)),
    )
    return paper.product(lambda _: fixed(_letter(plan, letter)))


def _letter(plan: Plan, letter: Letter) -> Document:
    office = plan.office
    signer = plan.official(letter.penanda_tangan)
    context: dict[str, object] = {
        "nomor": letter.nomor or BLANK * 3,
        "sifat": letter.sifat,
        "hal": letter.perihal,
        "lampiran": letter.lampiran or _ANNEX,
        "tempat": office.kedudukan,
        "tanggal": long_date(letter.tanggal) if letter.tanggal else f"{BLANK * 2}{office.tahun}",
        "tembusan": numbered(lines(letter.tembusan), "Tembusan"),
        "bertembusan": bool(lines(letter.tembusan)),
        "penanda_tangan": signature(office, signer),
        **_CONTENTS[letter.jenis](plan, letter),
    }
    number = f"Nomor {letter.nomor}" if letter.nomor else letter.id
    paper = document(
        office,
        f"{letter.jenis.value} {letter.perihal}",
        letter.jenis.value,
        context,
        letter.tanggal,
        keywords=number,
        one_page=True,
    )
    place = letter.origin.at("tanda_tangan")
    signers = {"penanda_tangan": letter.penanda_tangan}
    return prepared(paper, office, letter.tanda_tangan, signers, place)


def _assignment(plan: Plan, letter: Letter) -> dict[str, object]:
    """On what it rests, who is assigned, to do what, when and where."""
    assigned: list[Guest | None] = [*people(plan, letter.kepada)] or [None] * _ROWS
    tasks = _items(letter.isi, "Butir Tugas") or _event(plan, letter)
    return {
        "dasar": Flow(_items(letter.dasar, "Butir Angka") or to_write(2)),
        "petugas": [
            _assigned(plan.office, number, guest) for number, guest in enumerate(assigned, start=1)
        ],
        "tugas": Flow(tasks or to_write(2)),
        "rincian": facts(_when_and_where(plan, letter)),
    }


def _assigned(office: Office, number: int, guest: Guest | None) -> dict[str, str]:
    row = {"nomor": str(number), "nama": "", "nip": "", "pangkat": "", "jabatan": ""}
    if guest is None:
        return row
    return {
        "nomor": str(number),
        "nama": guest.nama or UNNAMED,
        "nip": service_fact(office, guest, guest.nip),
        "pangkat": service_fact(office, guest, guest.pangkat),
        "jabatan": place_of_work(guest),
    }


def _event(plan: Plan, letter: Letter) -> tuple[Paragraph, ...]:
    """The one task that follows from the meeting: to take part in it."""
    meeting = _meeting(plan, letter)
    if meeting is None:
        return ()
    task = RichText.of(f"Mengikuti {meeting.acara[:1].lower()}{meeting.acara[1:]}.")
    return (Paragraph("Isi", task),)


def _when_and_where(plan: Plan, letter: Letter) -> list[tuple[str, str]]:
    meeting = _meeting(plan, letter)
    first = letter.mulai or (meeting.tanggal if meeting else None)
    place = letter.tempat or (meeting.tempat if meeting else "")
    days = days_text(first, letter.selesai or first) if first else UNNAMED
    return [("Hari/tanggal", days), ("Tempat", place or UNNAMED)]


def _note(plan: Plan, letter: Letter) -> dict[str, object]:
    """From whom to whom; the paragraphs as they stand in the cell."""
    signer = plan.official(letter.penanda_tangan)
    writer = signer.jabatan if signer else UNNAMED
    body = tuple(Paragraph(_style(block.bullet), block.text) for block in letter.isi.blocks)
    return {
        "yth": numbered(_addressed(plan, letter), "Yth"),
        "dari": writer,
        "isi": Flow(body or to_write(_ROOM)),
        # The post stands above already.
        "penanda_tangan": {**signature(plan.office, signer), "jabatan": "", "wilayah": ""},
    }


def _style(bullet: bool) -> str:
    return "Butir Strip" if bullet else "Isi"


def _covering(plan: Plan, letter: Letter) -> dict[str, object]:
    """To whom; what is sent, each line `paper | how many | remark`; who receives it."""
    rows = [block.text for block in letter.isi.blocks] or [RichText()] * _ROWS
    return {
        "yth": numbered(_addressed(plan, letter), "Yth"),
        "kiriman": [
            {"nomor": str(number), **_sent(row)} for number, row in enumerate(rows, start=1)
        ],
        "penerima": {"jabatan": "Penerima,", "wilayah": "", "nama": UNNAMED, "nip": ""},
    }


def _sent(line: RichText) -> dict[str, RichText]:
    parts = line.split_at("|", len(_SENT))
    return dict(zip(_SENT, (*parts, *[RichText()] * (len(_SENT) - len(parts))), strict=True))


_CONTENTS: Mapping[LetterKind, Callable[[Plan, Letter], dict[str, object]]] = {
    LetterKind.ASSIGNMENT: _assignment,
    LetterKind.NOTE: _note,
    LetterKind.COVERING: _covering,
}


def _addressed(plan: Plan, letter: Letter) -> list[str]:
    """The addressees by post, with the office where they are of another one."""
    guests = people(plan, letter.kepada)
    if letter.jenis is LetterKind.NOTE:
        posts = [guest.jabatan for guest in guests]
        return posts or [UNNAMED]
    return addressees(plan.office, guests) or [UNNAMED]


def _items(text: RichText, style: str) -> tuple[Paragraph, ...]:
    """The lines as items; a single one is no list."""
    style = style if len(text.blocks) > 1 else "Isi"
    return tuple(Paragraph(style, block.text) for block in text.blocks)


def _meeting(plan: Plan, letter: Letter) -> Meeting | None:
    return next((each for each in plan.meetings if same_id(each.id, letter.rapat)), None)


def _lacks(plan: Plan, letter: Letter) -> Iterator[Lack]:
    """What it cannot be sent without; number and date are given when it is signed."""
    signer = plan.official(letter.penanda_tangan)
    if not letter.kepada:
        yield _lack(letter, "kepada", "yang dituju")
    if not letter.isi and not letter.rapat:
        yield _lack(letter, "isi", "isi surat")
    if signer is None:
        yield _lack(letter, "penanda_tangan", "penanda tangan")
    elif not signer.nama:
        yield Lack(f"nama {signer.jabatan}", signer.origin.at("nama"), draft=True)
    yield from record_texts((letter, *people(plan, letter.kepada)))
    for key in ("nomor", "tanggal"):
        if not getattr(letter, key):
            yield Lack(f"{key} surat", letter.origin.at(key))


def _lack(letter: Letter, key: str, what: str) -> Lack:
    place: Place = letter.origin.at(key)
    return Lack(what, place, draft=True)
