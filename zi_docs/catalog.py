"""THE list: every product that the plan of a year gives to make.

`semua`, `revisi`, `status`, `templat periksa`, `manifes`, the bench and every verb that makes a
part read it; nothing else lists papers or periods. A new paper of a decree, a meeting or a period,
and a new module of supporting papers, is a line in one of the tables below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from zi_docs.build.digest import digest
from zi_docs.findings import Finding, error
from zi_docs.lke.items import known_codes
from zi_docs.model import Decree, DecreeKind, Meeting, Plan, same_id
from zi_docs.monev.periods import Cycle, Period, periods_of
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.papers import (
    banding_capaian,
    berita_acara,
    buku_tindak_lanjut,
    daftar_hadir,
    dokumentasi,
    formulir_monev,
    jdih,
    keputusan,
    keputusan_perubahan,
    laporan_monev,
    laporan_rapat,
    layanan,
    lembar_foto,
    notula,
    pakta,
    pegawai,
    pengaduan,
    peta_lke,
    rekap,
    spip,
    surat,
    survei,
    tematik,
    undangan,
)
from zi_docs.papers.bundel import bundled
from zi_docs.papers.lampiran import annex_of
from zi_docs.product import Family, Inputs, Product, Subject, Topic
from zi_docs.revision.changes import ChangeKind
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.states import State, Year, state_of, states

MEETING_PAPERS: tuple[Callable[[Plan, Meeting, Subject], list[Product]], ...] = (
    undangan.products,
    daftar_hadir.products,
    notula.products,
    berita_acara.products,
    dokumentasi.products,
    laporan_rapat.products,
)


@dataclass(frozen=True)
class Periodic:
    """Papers of a period: who makes them, for which cycles every year, for which on request."""

    family: Family
    bundle: str
    products: Callable[[Plan, Period, Subject], list[Product]]
    cycles: tuple[Cycle, ...]
    on_request: tuple[Cycle, ...] = ()


PERIOD_PAPERS = (
    Periodic(
        Family.FORM,
        "monev",
        formulir_monev.products,
        (Cycle.MONTH,),
        (Cycle.QUARTER, Cycle.SEMESTER, Cycle.YEAR),
    ),
    Periodic(
        Family.RECAP,
        "rekap",
        rekap.products,
        (Cycle.QUARTER, Cycle.SEMESTER, Cycle.YEAR),
        (Cycle.MONTH,),
    ),
    Periodic(Family.REPORT, "laporan", laporan_monev.products, (Cycle.QUARTER, Cycle.YEAR)),
)


class SupportingPapers(Protocol):
    """A module of supporting papers: their family, and the topics that a year gives them.

    The rows `SPECIMENS` fill those of its templates that a year without rows of its own does not:
    of its sheets, and of the plan.
    """

    FAMILY: Family
    SPECIMENS: tuple[object, ...]

    def topics(self, year: Year) -> Iterable[Topic]:
        """What they are about, in the order in which they are made."""


SUPPORTING_PAPERS: tuple[SupportingPapers, ...] = (
    pakta,
    surat,
    spip,
    tematik,
    layanan,
    pegawai,
    pengaduan,
    survei,
    lembar_foto,
    buku_tindak_lanjut,
)


@dataclass(frozen=True)
class Catalog:
    """The topics of a year, in the order in which their papers are made."""

    topics: tuple[Topic, ...]

    def about(self, families: Iterable[Family] = (), key: str | None = None) -> list[Topic]:
        """The topics that have products of one of these families, of this ID; all by default."""
        wanted = frozenset(families)
        asked = [topic for topic in self.topics if not wanted or topic.families & wanted]
        return [topic for topic in asked if key is None or same_id(topic.about.id, key)]

    def products(self) -> list[Product]:
        """All of them."""
        return products_of(self.topics)


def products_of(
    topics: Iterable[Topic], where: Callable[[Product], bool] = lambda product: True
) -> list[Product]:
    """The products of topics for which `where` is true, and those that they need."""
    chosen: list[Product] = []
    for topic in topics:
        products = topic.compose()
        wanted = {product.name for product in products if where(product)}
        for product in reversed(products):
            if product.name in wanted:
                wanted.update(product.needs)
        chosen += [product for product in products if product.name in wanted]
    return chosen


def catalog(year: Year) -> Catalog:
    """Everything that a year gives to make."""
    return Catalog(tuple(_topics(year)))


def _topics(year: Year) -> Iterator[Topic]:
    plan = year.plan
    for decree in plan.decrees:
        for state in states(plan, decree):
            yield _decree_topic(year, state)
    for meeting in plan.meetings:
        yield _meeting_topic(plan, meeting)
    yield from _periodic_topics(year)
    for papers in SUPPORTING_PAPERS:
        yield from papers.topics(year)
    # Without any code there is no score to show.
    if any(known_codes(row.lke) for row in plan.activities):
        yield score_topic(plan)
    if year.former is not None:
        for period in periods_of(plan.office.tahun):
            yield _comparison_topic(year.former, plan, period)


def _periodic_topics(year: Year) -> Iterator[Topic]:
    for papers in PERIOD_PAPERS:
        for period in periods_of(year.plan.office.tahun):
            if period.cycle in (*papers.cycles, *papers.on_request):
                yield _period_topic(year, papers, period)


def _decree_topic(year: Year, state: State) -> Topic:
    """The base decree as it was decreed, or the decree of a revision."""
    about = _decree_subject(state)
    # The verb of supporting papers makes the decree on what they are about as well.
    service = state.decree.jenis is DecreeKind.SERVICE
    families = frozenset({about.family, Family.JDIH, *([layanan.FAMILY] if service else [])})
    if problems := _problems(year, state):
        return Topic(about, list, families, problems)
    return Topic(about, lambda: _decree_products(year, state, about), families)


def _problems(year: Year, state: State) -> tuple[Finding, ...]:
    """Why the decree of a state cannot be made: a lost snapshot, a revision of nothing."""
    earlier = year.before(state)
    unknown = (*(year.unknown(earlier) if earlier else ()), *year.unknown(state))
    if unknown or earlier is None or state.revision is None:
        return unknown
    before, after = year.plan_of(earlier), year.plan_of(state)
    if before and after and compare_plans(before, after).affects_decree(state.decree.id):
        return ()
    message = f"Perubahan {state.id} tidak mengubah apa pun; ubahlah dahulu isi buku kerja."
    return (error("REV-KOSONG", message, state.revision.origin.at("id")),)


def _decree_subject(state: State) -> Subject:
    if state.revision:
        name = f"Keputusan perubahan {state.id}"
        return Subject(Family.AMENDMENT, state.id, name, state.revision.origin)
    planned = state.decree.jenis is DecreeKind.PLAN
    family = Family.DECREE if planned else Family.TEAM_DECREE
    return Subject(family, state.id, f"Keputusan {state.id}", state.decree.origin)


def _decree_products(year: Year, state: State, about: Subject) -> list[Product]:
    plan, decree = _decreed(year, state)
    earlier = year.before(state)
    before = year.plan_of(earlier) if earlier else None
    after = _plan_of(year, state)
    if before is None or after is None:
        papers, bundle = keputusan.products(plan, decree, about), "keputusan"
    else:
        lacks = keputusan_perubahan.entangled_lacks(year, state)
        papers = keputusan_perubahan.products(before, after, state, about, lacks)
        bundle = "revisi"
    published = replace(about, family=Family.JDIH)
    title = f"Keputusan {keputusan.author_of(plan, decree)} tentang {decree.judul}"
    papers = [_with_later(year, state, about, paper) for paper in papers]
    papers = [
        *bundled(f"bundel/{bundle}-{state.id}", title, plan.office, about, papers),
        *jdih.products(plan, decree, published),
    ]
    if annex_of(plan, decree).entered:
        return papers
    return [replace(paper, on_request=True) for paper in papers]


def _with_later(year: Year, state: State, about: Subject, paper: Product) -> Product:
    """The decree of a newest state that was kept, with what the workbook would make it from."""
    key = state.id.casefold()
    newest = states(year.plan, state.decree)[-1]
    if not paper.id or key not in year.decreed or newest.id != state.id:
        return paper
    workbook = replace(year, decreed={k: plan for k, plan in year.decreed.items() if k != key})

    def later() -> Inputs:
        papers = {p.name: p for p in _decree_products(workbook, state, about)}
        return papers.get(paper.name, paper).inputs()

    return replace(paper, later=later)


def _plan_of(year: Year, state: State) -> Plan | None:
    """The plan of a state, which knows the kept ones: it cites them."""
    plan = year.plan_of(state)
    return None if plan is None else replace(plan, kept=year.plan.kept)


def _decreed(year: Year, state: State) -> tuple[Plan, Decree]:
    """The decree of a state, and the plan in which it stands."""
    plan = _plan_of(year, state)
    if plan is None:
        raise ValueError(f"the plan of {state.id} is not known")
    earlier = year.before(state)
    before = year.plan_of(earlier) if earlier else None
    if before is not None:
        return keputusan_perubahan.decreed(before, plan, state)
    return plan, plan.decree(state.id) or state.decree


def published_decree(year: Year, key: str) -> tuple[Plan, Decree] | None:
    """The decree or amendment of an ID, as JDIH would get it; None when it is not known."""
    state = state_of(year.plan, key)
    if state is None or _problems(year, state):
        return None
    return _decreed(year, state)


def _meeting_topic(plan: Plan, meeting: Meeting) -> Topic:
    name = f"Rapat {meeting.id}, {meeting.acara}"
    about = Subject(Family.MEETING, meeting.id, name, meeting.origin)

    def products() -> list[Product]:
        papers = [p for make in MEETING_PAPERS for p in make(plan, meeting, about)]
        letters = undangan.personal_products(plan, meeting, about)
        office, what = plan.office, meeting.acara
        return [
            *bundled(f"bundel/rapat-{meeting.id}", f"Naskah {what}", office, about, papers),
            *bundled(f"bundel/undangan-{meeting.id}", f"Undangan {what}", office, about, letters),
        ]

    return Topic(about, products, frozenset({Family.MEETING}))


def _period_topic(year: Year, papers: Periodic, period: Period) -> Topic:
    """The papers of a period, by the plan in force in it; none where that cannot be known."""
    plan, about = year.plan, Subject(papers.family, period.folder, period.name)
    if problems := year.unjudged(period.end):
        return Topic(about, list, frozenset({papers.family}), problems)
    on_request = period.cycle not in papers.cycles

    def products() -> list[Product]:
        made = papers.products(plan_through(plan, period.last), period, about)
        if on_request:
            made = [replace(product, on_request=True) for product in made]
        name = f"bundel/{papers.bundle}-{period.folder}"
        title = f"{papers.family.title.title()} {period.name}"
        return bundled(name, title, plan.office, about, made)

    return Topic(about, products, frozenset({papers.family}))


def _comparison_topic(former: Plan, plan: Plan, period: Period) -> Topic:
    """The comparison of a period with the same one of an earlier year; no bundle needs it."""
    about = Subject(Family.RECAP, period.folder, period.name)
    return Topic(
        about,
        lambda: banding_capaian.products(
            plan_through(former, period.last), plan_through(plan, period.last), period, about
        ),
        frozenset({Family.RECAP}),
    )


def score_topic(plan: Plan) -> Topic:
    """What the plan can score in the LKE."""
    about = Subject(Family.LKE, str(plan.office.tahun), f"LKE {plan.office.tahun}")
    return Topic(about, lambda: peta_lke.products(plan, about), frozenset({Family.LKE}))


@dataclass(frozen=True)
class Touched:
    """A product that a change of plan alters, and what happens to it."""

    product: Product
    change: ChangeKind


def touched(before: Catalog, after: Catalog) -> list[Touched]:
    """The products that differ between two catalogs: changed, added, removed, in this order."""
    old, new = _keyed(before.products()), _keyed(after.products())
    changes = [Touched(p, ChangeKind.CHANGED) for name, (p, key) in new.items()
               if name in old and old[name][1] != key]  # fmt: skip
    changes += [Touched(p, ChangeKind.ADDED) for name, (p, _) in new.items() if name not in old]
    return changes + [
        Touched(p, ChangeKind.REMOVED) for name, (p, _) in old.items() if name not in new
    ]


def _keyed(products: Sequence[Product]) -> dict[str, tuple[Product, str]]:
    """The products by name, each with a hash of what it says and looks like, its needs included."""
    keyed: dict[str, tuple[Product, str]] = {}
    for product in products:
        inputs = product.inputs()
        needs = [keyed[name][1] for name in product.needs]
        key = digest((inputs.content, inputs.form, product.template, needs))
        keyed[product.name] = (product, key)
    return keyed
