"""The decree that changes a decree: a decree of its own, written from what changed.

Form: Law 12/2011, annex II, as far as NASKAH section 10 records it; no number of the annex was
checked. Mengingat holds regulations alone, so the changed decree is cited in Menimbang. Its
Lampiran is that of the changed decree as it reads afterwards, made by the very code that made the
first one. Beside it stands the matrix of changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from zi_docs.findings import warning
from zi_docs.model import (
    AmendmentForm,
    Consideration,
    Decree,
    DecreeKind,
    Part,
    Plan,
    Revision,
    same_id,
)
from zi_docs.papers import keputusan, matriks_perubahan
from zi_docs.papers.keputusan import author_of, citation, number_of
from zi_docs.papers.konsiderans import LETTERS_BEFORE
from zi_docs.papers.rincian_perubahan import listed
from zi_docs.product import Lack, Product, Subject
from zi_docs.revision.changes import ChangeKind, PlanChanges
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.states import State, Year, revisions_of, state_of, states
from zi_docs.text import RichText
from zi_docs.wording.dates import long_date
from zi_docs.wording.lists import enumeration
from zi_docs.wording.names import amendment_title, decree_as_amended
from zi_docs.wording.numbers import dictum_label

_THAT = "bahwa "
# Where the name of the decree stands in a clause that has no head above it.
_NAME = "{keputusan}"
# What a Lampiran holds: a sentence names it, so that no Lampiran stands in a Lampiran.
_CONTENTS = {DecreeKind.PLAN: "Rencana aksi", DecreeKind.TEAM: "Susunan tim"}
IN_FORCE, _AMENDED_BY = "Berlaku", "diubah dengan"


def with_team(plan: Plan, state: State) -> Plan:
    """The plan with the team of the changed decree, if any, as that of the amending one."""
    seats = tuple(
        replace(seat, keputusan=state.id) if same_id(seat.keputusan, state.decree.id) else seat
        for seat in plan.seats
    )
    return replace(plan, seats=seats)


def amending_decree(plan: Plan, state: State, changes: PlanChanges) -> Decree:
    """The decree of a revision; `plan` is what it decrees, with all revisions known so far.

    Raises ValueError for a state that no revision made.
    """
    if state.revision is None:
        raise ValueError(f"{state.id} is no revision")
    base = plan.decree(state.decree.id) or state.decree
    return replace(
        base,
        id=state.revision.id,
        judul=title(plan, state),
        judul_lampiran=base.judul_lampiran or base.judul,
        nomor=state.revision.nomor,
        tanggal=state.revision.tanggal,
        abstrak=RichText(),
        considerations=(
            *_considering(plan, state),
            *base.items(Part.RECALLING),
            *base.items(Part.NOTING),
            *_dictum(plan, state, changes),
        ),
        origin=state.revision.origin,
    )


def title(plan: Plan, state: State) -> str:
    """What the decree of a state is titled: `Perubahan Kedua atas Keputusan ...`."""
    if not state.number:
        return state.decree.judul
    return amendment_title(state.number, _cited(plan, state.decree, State(state.decree)))


def current_name(plan: Plan, state: State) -> str:
    """The changed decree as it was cited before this revision, with its last change."""
    own = _cited(plan, state.decree, State(state.decree))
    earlier = revisions_of(plan, state.decree)[: state.number - 1]
    if not earlier:
        return own
    last = State(state.decree, earlier[-1], len(earlier))
    return decree_as_amended(own, len(earlier), _cited(plan, state.decree, last))


def name_on(plan: Plan, decree: Decree, day: date) -> str:
    """A decree with its day, as a paper of a later day cites it: with its last change by then."""
    own = f"{citation(plan, decree)}, ditetapkan pada tanggal {long_date(decree.tanggal or day)}"
    changes = [s for s in states(plan, decree)[1:] if _decreed(s.revision)]
    known = [s for s in changes if s.revision and s.revision.tanggal and s.revision.tanggal <= day]
    if not known:
        return own
    last = _cited(plan, known[-1].decree, known[-1])
    return decree_as_amended(f"{own},", len(known), last)


def legal_status(plan: Plan, decree: Decree) -> tuple[str, str]:
    """The status of a decree or amendment, and its note (NASKAH 10): what it changes, or by what.

    A revision counts as decreed once it has number and date.
    """
    state = state_of(plan, decree.id)
    if state is None:
        return IN_FORCE, ""
    if state.revision:
        return IN_FORCE, f"mengubah {current_name(plan, state)}"
    later = [s for s in states(plan, state.decree)[1:] if _decreed(s.revision)]
    if not later:
        return IN_FORCE, ""
    short = [f"Keputusan {number_of(plan, _named(plan, s))}" for s in later]
    note = "; ".join(f"{_AMENDED_BY} {_cited(plan, s.decree, s)}" for s in later)
    return f"{IN_FORCE}, {_AMENDED_BY} {enumeration(short)}", note


def _decreed(revision: Revision | None) -> bool:
    return revision is not None and bool(revision.nomor) and revision.tanggal is not None


def _cited(plan: Plan, decree: Decree, state: State) -> str:
    """`Keputusan <author> Nomor 10 Tahun 2026 tentang ...`, of a state of a decree.

    The author is who signed it then, as far as that state is kept: a later one may have another.
    """
    named = _named(plan, replace(state, decree=decree))
    for kept in plan.kept:
        then = kept.plan.decree(decree.id) if same_id(kept.id, state.id) else None
        if then is not None:
            return citation(kept.plan, replace(named, penanda_tangan=then.penanda_tangan))
    return citation(plan, named)


def _named(plan: Plan, state: State) -> Decree:
    """The decree with title, number and date of what decreed the state."""
    given = state.revision or state.decree
    judul = title(plan, state)
    return replace(state.decree, nomor=given.nomor, tanggal=given.tanggal, judul=judul)


def _considering(plan: Plan, state: State) -> Iterator[Consideration]:
    author, now = author_of(plan, state.decree), current_name(plan, state)
    yield _item(Part.CONSIDERING, f"{_THAT}telah ditetapkan {now}")
    yield _item(Part.CONSIDERING, _reason(state))
    yield _item(
        Part.CONSIDERING,
        f"{_THAT}berdasarkan pertimbangan sebagaimana dimaksud dalam {LETTERS_BEFORE}, perlu "
        f"menetapkan Keputusan {author} tentang {title(plan, state)}",
    )


def _reason(state: State) -> RichText | str:
    """The office's own reason; without one a gap, since nobody else knows it."""
    reason = state.revision.alasan if state.revision else RichText()
    if not reason:
        return f"{_THAT}«ditulis oleh kantor: apa yang ternyata keliru atau apa yang berubah»"
    begun = reason.plain.lstrip().casefold().startswith(_THAT)
    return reason if begun else RichText.of(_THAT) + reason


def _dictum(plan: Plan, state: State, changes: PlanChanges) -> Iterator[Consideration]:
    name = current_name(plan, state)
    # What follows a long citation stands clear of it.
    cited = f"{name}," if state.number > 1 else name
    content = _CONTENTS[state.decree.jenis]
    annex = "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."
    first = list(_changed_dictum(state, changes))
    if len(first) == 1:
        yield _item(Part.DICTUM, f"{first[0]}.".replace(_NAME, f" {name}", 1))
    elif first:
        head = f"Beberapa ketentuan dalam {cited} diubah sebagai berikut:"
        yield _item(Part.DICTUM, _numbered(head, [text.replace(_NAME, "", 1) for text in first]))
    lines = listed(changes, state.decree)
    if state.revision and state.revision.bentuk is AmendmentForm.LISTED and lines:
        head = f"Beberapa ketentuan dalam Lampiran {cited} diubah sebagai berikut:"
        yield _item(Part.DICTUM, _numbered(head, lines))
        yield _item(
            Part.DICTUM,
            f"{content} yang telah memuat perubahan sebagaimana dimaksud dalam Diktum "
            f"{dictum_label(2 if first else 1)} tercantum dalam {annex}",
        )
    elif first and not lines:
        yield _item(
            Part.DICTUM,
            f"{content} yang ditetapkan dengan {cited} tidak berubah dan dimuat kembali dalam "
            f"{annex}",
        )
    else:
        yield _item(
            Part.DICTUM,
            f"Mengubah {content.lower()} yang ditetapkan dengan {cited} sehingga menjadi "
            f"sebagaimana tercantum dalam {annex}",
        )
    yield _item(
        Part.DICTUM,
        "Ketentuan lain dalam Keputusan sebagaimana dimaksud dalam Diktum KESATU yang tidak "
        "diubah dengan Keputusan ini tetap berlaku.",
    )
    yield _item(Part.DICTUM, "Keputusan ini mulai berlaku pada tanggal ditetapkan.")


def _numbered(head: str, items: Sequence[str]) -> str:
    """A dictum whose items are numbered below its head."""
    stops = [*[";"] * (len(items) - 1), "."]
    return "\n- ".join((head, *(f"{text}{stop}" for text, stop in zip(items, stops, strict=True))))


def _changed_dictum(state: State, changes: PlanChanges) -> Iterator[str]:
    """What changes in the dictum itself, with room for the name of the decree."""
    for passage in changes.passages:
        if passage.part is not Part.DICTUM or not same_id(passage.decree, state.decree.id):
            continue
        words = " ".join(passage.change.after.plain.split())
        if passage.kind is ChangeKind.REMOVED:
            yield f"Ketentuan {passage.where}{_NAME} dihapus"
        elif passage.kind is ChangeKind.ADDED:
            yield f"Ketentuan{_NAME} ditambah satu diktum yang berbunyi: “{words}”"
        elif passage.change.words_changed:
            yield f"Ketentuan {passage.where}{_NAME} diubah sehingga berbunyi: “{words}”"


def _item(part: Part, text: RichText | str) -> Consideration:
    return Consideration(part, RichText.of(text) if isinstance(text, str) else text)


def products(
    before: Plan, after: Plan, state: State, about: Subject, lacks: Sequence[Lack] = ()
) -> list[Product]:
    """The amending decree with its versions, and the matrix of what it changes.

    `before` is the plan that the revision changes, `after` the plan it decrees; `lacks` is what it
    waits for beyond what the decree itself lacks. Raises ValueError for a state that no revision
    made.
    """
    plan, decree = decreed(before, after, state)
    changes = compare_plans(before, after)
    table = matriks_perubahan.products(plan, state, decree, changes, about)
    return [*keputusan.products(plan, decree, about, lacks), *table]


def entangled_lacks(year: Year, state: State) -> tuple[Lack, ...]:
    """What a draft waits for while other drafts stand beside it of which no state was saved.

    It holds their changes too. One that comes after another cannot be signed so: it would change
    once more what the other changes.
    """
    others = year.entangled(state)
    if not others or state.revision is None:
        return ()
    first = min((state, *others), key=lambda draft: draft.number)
    finding = warning(
        "REV-RANCANGAN",
        f"Naskah {state.id} memuat semua perubahan sejak keadaan terakhir, jadi juga perubahan "
        f"menurut {enumeration([draft.id for draft in others])}, sebab keadaan {first.id} belum "
        "tersimpan. Simpanlah buku kerja yang hanya berisi perubahannya: `python generate.py "
        f"revisi LAMA.xlsx --simpan {first.id}`.",
        state.revision.origin.at("berkas"),
    )
    draft = first != state
    return (Lack(f"keadaan tersimpan {first.id}", finding.place, draft=draft, finding=finding),)


def decreed(before: Plan, after: Plan, state: State) -> tuple[Plan, Decree]:
    """The amending decree, and the plan in which it stands with its team."""
    return with_team(after, state), amending_decree(after, state, compare_plans(before, after))
