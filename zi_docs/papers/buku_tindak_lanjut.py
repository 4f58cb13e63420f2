"""The ledger of follow-ups of a quarter: everything that somebody has to do, whoever asked for it.

A view on the one model of follow-ups (`monev.followup`): evaluators, minutes, monev, complaints and
surveys in one list, by deadline, as it stands at the end of the quarter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from zi_docs.model import FollowUpSource, Plan, RecordedFollowUp, areas_of, components_by_row
from zi_docs.monev.followup import FollowUp, FollowUpState, OtherFollowUp, ledger
from zi_docs.monev.periods import Cycle, Period, periods_of
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.papers.capaian import named_rows
from zi_docs.papers.document import Document, Paper
from zi_docs.papers.notula import CLOSING
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.rapat import number_cell
from zi_docs.papers.signers import day_to_write, leader, leader_lacks
from zi_docs.papers.supporting import document
from zi_docs.product import Family, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration

KIND, TITLE = "tindak-lanjut", "Buku Tindak Lanjut"
FAMILY = Family(
    "tindak-lanjut",
    "buku tindak lanjut",
    "buku tindak lanjut setiap triwulan: yang diminta oleh penilai, rapat, monev, pengaduan, dan "
    "survei.",
    reads=dict.fromkeys(
        ("rencana_aksi", "realisasi", "tindak_lanjut", "rapat", "keputusan", "tim", "revisi"),
        Scope.ALL,
    ),
)
SPECIMENS: tuple[object, ...] = (RecordedFollowUp("contoh", FollowUpSource.OTHER, "Contoh"),)
_NONE = "-"
_OVERDUE = FollowUpState.LATE


def topics(year: Year) -> Iterator[Topic]:
    """Each quarter in which something is to be followed up."""
    plan = year.plan
    for period in periods_of(plan.office.tahun):
        if period.cycle is not Cycle.QUARTER or not _asked_by(plan, period):
            continue
        about = Subject(FAMILY, period.folder, period.name)
        problems = year.unjudged(period.end)
        compose = list if problems else partial(_products, plan, period, about)
        yield Topic(about, compose, frozenset({FAMILY}), problems)


def _asked_by(plan: Plan, period: Period) -> bool:
    """Whether anything was asked by the end of a period."""
    advised = any(
        entry.rekomendasi.strip() and entry.reported <= period.last for entry in plan.realisations
    )
    return advised or any(
        record.tanggal is None or record.tanggal <= period.end for record in plan.follow_ups
    )


def _products(plan: Plan, period: Period, about: Subject) -> list[Product]:
    title = f"{TITLE} {period.name}"
    paper = Paper(
        f"tindak-lanjut/{period.folder}/buku-tindak-lanjut",
        KIND,
        title,
        about,
        "buku-tindak-lanjut.docx",
        leaf=Leaf(title),
        lacks=leader_lacks(plan),
    )
    known = plan_through(plan, period.last)
    return [paper.product(lambda _: lambda pages: _ledger(known, period, pages))]


def _ledger(plan: Plan, period: Period, pages: Pagination) -> Document:
    """The list; its last row stays on the page of the signature."""
    standing = ledger(plan, period)
    components = components_by_row(areas_of(plan))
    context: dict[str, object] = {
        "judul": f"{TITLE} {period.long_name}".upper(),
        "ringkasan": _summary(standing, period),
        "baris": [
            {
                "nomor": number_cell(_anchor(number), number, pages),
                "sumber": _source(each),
                "uraian": each.what,
                "baris": named_rows(each, components) or _NONE,
                "pic": each.pic or _NONE,
                "batas": long_date(each.deadline) if each.deadline else _NONE,
                "tindak_lanjut": each.answer or _NONE,
                "keadaan": _state(each),
            }
            for number, each in enumerate(standing, start=1)
        ],
        "tempat": plan.office.kedudukan,
        "tanggal": day_to_write(period),
        "ketua_tim": leader(plan),
    }
    keeps = (Keep(_anchor(len(standing)), CLOSING),) if standing else ()
    title = f"{TITLE} {period.name}"
    return document(plan.office, title, TITLE, context, period.end, keeps=keeps)


def _anchor(number: int) -> str:
    return f"tindakLanjut{number}"


def _source(follow_up: FollowUp) -> str:
    """Who asked, and where within that; of monev the month."""
    if isinstance(follow_up, OtherFollowUp):
        record: RecordedFollowUp = follow_up.record
        return record.name
    return f"{follow_up.source.value} {follow_up.reference}"


def _state(follow_up: FollowUp) -> str:
    closed = f", {long_date(follow_up.closed)}" if follow_up.closed else ""
    return f"{follow_up.state.value.capitalize()}{closed}"


def _summary(standing: Sequence[FollowUp], period: Period) -> str:
    """How many there are by source, how many are done, how many are late."""
    if not standing:
        return f"Sampai dengan {long_date(period.end)} tidak ada tindak lanjut yang terbuka."
    by_source = Counter(each.source for each in standing)
    sources = enumeration([f"{source.value} {count}" for source, count in by_source.items()])
    done = sum(not each.open for each in standing)
    late = sum(each.state is _OVERDUE for each in standing)
    overdue = f"; {late} di antaranya melewati batas waktu" if late else ""
    return (
        f"Keadaan sampai dengan {long_date(period.end)}: {len(standing)} tindak lanjut, yaitu dari "
        f"{sources}. Selesai {done}, belum selesai {len(standing) - done}{overdue}."
    )
