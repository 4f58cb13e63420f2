"""The register of complaints and of reports through the WBS, and the recap of each quarter.

No paper names anybody: what in the register seems to tell who somebody is stays unprinted. Where
the office did not say what came in, they are forms to write on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from zi_docs.checks.complaint_rules import personal_mark
from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.findings import Place
from zi_docs.model import Activity, FollowUpSource, Plan
from zi_docs.monev.followup import OtherFollowUp, others
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.monev.themes import names_theme
from zi_docs.papers.angka_pengaduan import (
    Counts,
    by_state,
    came_in,
    carried,
    complaints,
    counted,
    is_stated,
)
from zi_docs.papers.document import UNNAMED, Document, Paper, fixed
from zi_docs.papers.rapat import facts, signature
from zi_docs.papers.signers import day_to_write, head_in_charge, head_lacks
from zi_docs.papers.supporting import document, paragraphs, text_lacks, texts
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK
from zi_docs.wording.dates import long_date, short_date
from zi_docs.workbook.sheets.complaint_sheets import (
    PENGADUAN,
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

FAMILY = Family(
    "pengaduan",
    "pengaduan dan WBS",
    "register pengaduan dan laporan WBS tanpa nama orang, dan rekapitulasinya setiap triwulan.",
    reads=dict.fromkeys(
        (PENGADUAN.key, "tindak_lanjut", "rencana_aksi", "keputusan", "revisi", TEKS_NASKAH.key),
        Scope.ALL,
    ),
)
SPECIMENS: tuple[object, ...] = tuple(
    Complaint(f"contoh-{kind.name.lower()}", kind, date(2026, 1, 2), ComplaintState.RECEIVED)
    for kind in ComplaintKind
)
_EMPTY_ROWS = 5
_NONE, _HIDDEN = "–", "(memuat data pribadi, tidak dicetak)"
Row = dict[str, str]


@dataclass(frozen=True)
class _Kind:
    """How papers speak of a kind: its theme, its folder's word, what it is in titles and text."""

    theme: str
    name: str
    title: str
    word: str
    wording: str


_KINDS = {
    ComplaintKind.COMPLAINT: _Kind(
        "pengaduan", "pengaduan", "Pengaduan Masyarakat", "pengaduan", "Rekapitulasi Pengaduan"
    ),
    ComplaintKind.WHISTLE: _Kind(
        "wbs", "wbs", "Laporan Whistleblowing System", "laporan", "Rekapitulasi WBS"
    ),
}


def topics(year: Year) -> Iterator[Topic]:
    """The register, then each quarter; of the kinds that the plan speaks of or that came in."""
    plan, tahun = year.plan, year.plan.office.tahun
    kinds = [kind for kind in ComplaintKind if _is_asked(plan, kind)]
    if not kinds:
        return
    register = Subject(FAMILY, "register", f"Register pengaduan {tahun}")
    yield Topic(
        register,
        lambda: [_register_product(plan, kind, register) for kind in kinds],
        frozenset({FAMILY}),
    )
    for number in range(1, 12 // Cycle.QUARTER.value + 1):
        period = Period(tahun, Cycle.QUARTER, number)
        about = Subject(FAMILY, period.folder, f"Rekapitulasi pengaduan {period.name}")
        yield Topic(about, partial(_recaps, plan, kinds, period, about), frozenset({FAMILY}))


def _is_asked(plan: Plan, kind: ComplaintKind) -> bool:
    return any(row.jenis is kind for row in plan.rows(Complaint)) or bool(_rows(plan, kind))


def _rows(plan: Plan, kind: ComplaintKind) -> list[Activity]:
    """The rows of the plan that speak of a kind; whoever is in charge of them signs."""
    return [row for row in plan.activities if names_theme(row, _KINDS[kind].theme)]


def _recaps(
    whole: Plan, kinds: Sequence[ComplaintKind], period: Period, about: Subject
) -> list[Product]:
    plan = plan_through(whole, period.last)
    return [_recap_product(plan, kind, period, about) for kind in kinds]


def _register_product(plan: Plan, kind: ComplaintKind, about: Subject) -> Product:
    names = _KINDS[kind]
    title = f"Register {names.title} Tahun {plan.office.tahun}"
    name = f"register-{names.name}"
    paper = Paper(
        f"pengaduan/{name}",
        name,
        title,
        about,
        "register-pengaduan.docx",
        leaf=Leaf(title),
        lacks=tuple(_register_lacks(plan, kind)),
    )
    return paper.product(lambda _: fixed(_register(plan, kind, title)))


def _recap_product(plan: Plan, kind: ComplaintKind, period: Period, about: Subject) -> Product:
    names = _KINDS[kind]
    title = f"Rekapitulasi {names.title} {period.name}"
    name = f"rekap-{names.name}"
    paper = Paper(
        f"pengaduan/{period.folder}/{name}",
        name,
        title,
        about,
        "rekap-pengaduan.docx",
        leaf=Leaf(title),
        lacks=tuple(_recap_lacks(plan, kind, period)),
    )
    return paper.product(lambda _: fixed(_recap(plan, kind, period, title)))


def _register(plan: Plan, kind: ComplaintKind, title: str) -> Document:
    rows = _printed(plan, complaints(plan, kind))
    stated = any(row.jenis is kind for row in plan.rows(Complaint))
    head = head_in_charge(plan, _rows(plan, kind))
    context: dict[str, object] = {
        "judul": title.upper(),
        "baris": rows if stated else _blank_rows(),
        "nihil": f"Belum ada {_KINDS[kind].word} yang masuk pada tahun ini.",
        "tempat": plan.office.kedudukan,
        "tanggal": f"{BLANK * 2}{plan.office.tahun}",
        "penanda_tangan": signature(plan.office, head),
    }
    return document(plan.office, title, _KINDS[kind].title, context)


def _recap(plan: Plan, kind: ComplaintKind, period: Period, title: str) -> Document:
    names, given = _KINDS[kind], is_stated(plan, kind, period)
    rows = [*carried(plan, kind, period), *came_in(plan, kind, period)]
    context: dict[str, object] = {
        "judul": f"Rekapitulasi {names.title}\n{period.long_name}".upper(),
        "pembuka": paragraphs(texts(plan, names.wording, WordingPart.OPENING), "Isi"),
        "ringkasan": summary(plan, kind, period) if given else "",
        "saluran": _channels(plan, kind, period) if given else [_COUNTLESS] * _EMPTY_ROWS,
        "keadaan": facts(_states(came_in(plan, kind, period))),
        "baris": _printed(plan, rows) if given or rows else _blank_rows(),
        "tindak_lanjut": [_asked(f, n) for n, f in enumerate(_follow_ups(plan, kind, period), 1)],
        "kata": names.word,
        "penutup": paragraphs(texts(plan, names.wording, WordingPart.CLOSING), "Kalimat Penutup"),
        "tempat": plan.office.kedudukan,
        "tanggal": day_to_write(period),
        "penanda_tangan": signature(plan.office, head_in_charge(plan, _rows(plan, kind))),
    }
    return document(plan.office, title, names.title, context, period.end)


def summary(plan: Plan, kind: ComplaintKind, period: Period) -> str:
    """What came in during a period and what became of it, as sentences."""
    word, rows = _KINDS[kind].word, came_in(plan, kind, period)
    new = counted(rows, period.end)
    if rows:
        said = (
            f"Pada {period.name} diterima {new.received} {word}: {new.in_time} dijawab tepat "
            f"waktu, {new.late} dijawab terlambat, {new.forwarded} diteruskan, dan "
            f"{new.waiting + new.overdue} belum dijawab ({new.overdue} di antaranya melewati "
            "batas)."
        )
    else:
        said = f"Nihil: pada {period.name} tidak ada {word} yang diterima."
    before = carried(plan, kind, period)
    if not before:
        return said
    old = counted(before, period.end)
    return (
        f"{said} Dari periode sebelumnya terbawa {old.received} {word} yang belum dijawab; "
        f"{old.in_time + old.late} di antaranya dijawab pada periode ini."
    )


def register_facts(plan: Plan, kind: ComplaintKind, period: Period) -> list[tuple[str, str]]:
    """The same as facts, for a report on the theme; blanks where the office did not say."""
    names, given = _KINDS[kind], is_stated(plan, kind, period)
    counts = counted(came_in(plan, kind, period), period.end)
    word = names.word.capitalize()
    values = {
        f"{word} yang diterima": str(counts.received) if counts.received else "Nihil",
        "Dijawab tepat waktu": str(counts.in_time),
        "Dijawab terlambat": str(counts.late),
        "Diteruskan": str(counts.forwarded),
        "Belum dijawab": f"{counts.waiting + counts.overdue} ({counts.overdue} melewati batas)",
    }
    return [(label, value if given else UNNAMED) for label, value in values.items()]


def _channels(plan: Plan, kind: ComplaintKind, period: Period) -> list[Row]:
    """A line a channel through which anything came in, and the sum of all."""
    rows = came_in(plan, kind, period)
    lines = [
        (channel.value if channel else "Tidak disebut", own)
        for channel in (*Channel, None)
        if (own := [row for row in rows if row.saluran is channel])
    ]
    return [_counts(name, counted(own, period.end)) for name, own in (*lines, ("Jumlah", rows))]


def _counts(name: str, counts: Counts) -> Row:
    return {
        "saluran": name,
        "masuk": str(counts.received),
        "tepat": str(counts.in_time),
        "terlambat": str(counts.late),
        "diteruskan": str(counts.forwarded),
        "belum": str(counts.waiting),
        "lewat": str(counts.overdue),
    }


_COUNTLESS: Row = dict.fromkeys(_counts("", Counts(0, 0, 0, 0, 0, 0)), "")


def _states(rows: Sequence[Complaint]) -> list[tuple[str, str]]:
    return [(state.value, str(count)) for state, count in by_state(rows).items()]


def _printed(plan: Plan, rows: Sequence[Complaint]) -> list[Row]:
    """Lines of the register as papers print them."""
    return [
        {
            "nomor": str(number),
            "register": row.id,
            "masuk": short_date(row.masuk),
            "saluran": row.saluran.value if row.saluran else "",
            "perihal": _unnamed(plan, row.perihal),
            "batas": short_date(row.due) if row.due else _NONE,
            "dijawab": short_date(row.dijawab) if row.dijawab else "",
            "keadaan": row.keadaan.value,
            "tindak_lanjut": _unnamed(plan, row.tindak_lanjut),
        }
        for number, row in enumerate(rows, start=1)
    ]


def _unnamed(plan: Plan, text: str) -> str:
    return _HIDDEN if personal_mark(plan, text) else text


def _blank_rows() -> list[Row]:
    keys = ("nomor", "register", "masuk", "saluran", "perihal", "batas", "dijawab", "keadaan")
    return [dict.fromkeys((*keys, "tindak_lanjut"), "")] * _EMPTY_ROWS


def _follow_ups(plan: Plan, kind: ComplaintKind, period: Period) -> list[OtherFollowUp]:
    """What complaints of a kind ask of a period; a reference tells which complaint it was."""
    of_kind = {row.id.casefold(): row.jenis for row in plan.rows(Complaint)}
    return [
        follow_up
        for follow_up in others(plan, period)
        if follow_up.source is FollowUpSource.COMPLAINT
        and of_kind.get(follow_up.reference.strip().casefold(), ComplaintKind.COMPLAINT) is kind
    ]


def _asked(follow_up: OtherFollowUp, number: int) -> Row:
    closed = f", {long_date(follow_up.closed)}" if follow_up.closed else ""
    return {
        "nomor": str(number),
        "acuan": follow_up.reference or _NONE,
        "permintaan": follow_up.what,
        "tindak_lanjut": follow_up.answer or _NONE,
        "keadaan": f"{follow_up.state.value.capitalize()}{closed}",
        "pic": follow_up.pic or _NONE,
        "batas": long_date(follow_up.deadline) if follow_up.deadline else _NONE,
    }


def _register_lacks(plan: Plan, kind: ComplaintKind) -> Iterator[Lack]:
    """Answers that are due, by the cell to fill; a register that nobody keeps yet."""
    for row in complaints(plan, kind):
        if row.dijawab is None and row.keadaan is not ComplaintState.FORWARDED:
            until = f", batas {long_date(row.due)}" if row.due else ""
            yield Lack(f"jawaban atas {row.id}{until}", row.origin.at("dijawab"), since=row.masuk)
    first = Period(plan.office.tahun, Cycle.QUARTER).end
    if not any(row.jenis is kind for row in plan.rows(Complaint)):
        yield Lack(_untold(kind), _sheet(plan), draft=True, since=first)
    yield from _shared_lacks(plan, kind, first)


def _recap_lacks(plan: Plan, kind: ComplaintKind, period: Period) -> Iterator[Lack]:
    """What came in during the quarter, where nobody said it."""
    if not is_stated(plan, kind, period):
        yield Lack(_untold(kind), _sheet(plan), draft=True, since=period.end)
    yield from _shared_lacks(plan, kind, period.end)
    yield from text_lacks(plan, _KINDS[kind].wording)


def _shared_lacks(plan: Plan, kind: ComplaintKind, since: date) -> Iterator[Lack]:
    yield from head_lacks(plan, _rows(plan, kind), since)
    yield from record_texts(complaints(plan, kind))


def _untold(kind: ComplaintKind) -> str:
    return f"{_KINDS[kind].word} yang masuk atau pernyataan nihil"


def _sheet(plan: Plan) -> Place:
    return Place(plan.office.origin.file, PENGADUAN.title)
