"""Verbs that make decrees, and ready them for JDIH."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

import click

from zi_docs.cli.common_options import DAY, DECREE_ID, DECREED_ID, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import has_errors
from zi_docs.product import Family, Product, Topic

# What composes papers is loaded while LibreOffice starts.
if TYPE_CHECKING:
    from zi_docs.model import Plan

_SHEET = "Keputusan"


@click.command(cls=Verb)
@click.argument("pengenal", type=DECREE_ID, required=False, metavar="[ID]")
@click.option("--per", type=DAY, help="Buat keputusan yang berlaku pada tanggal ini.")
@common_options
def keputusan(run: Run, pengenal: str | None, per: datetime | None) -> None:
    """Buat keputusan rencana aksi: naskah asli, salinan, dan bundel siap cetak.

    Keputusan yang sudah diubah dibuat sebagaimana ditetapkan semula; perubahannya dibuat dengan
    `revisi --naskah`.
    """
    plan = run.plan_for_papers()
    topics = _topics(run, plan, Family.DECREE, "Keputusan rencana aksi", pengenal)
    if per is not None:
        topics = [_in_force(run, plan, topic, per) for topic in topics]
    _make(run, plan, topics, pengenal)


@click.command(cls=Verb)
@click.argument("pengenal", type=DECREE_ID, required=False, metavar="[ID]")
@common_options
def sk(run: Run, pengenal: str | None) -> None:
    """Buat keputusan tim (tim kerja, agen perubahan, UPG, SPIP) dan standar pelayanan."""
    plan = run.plan_for_papers()
    _make(run, plan, _topics(run, plan, Family.TEAM_DECREE, "Keputusan", pengenal), pengenal)


@click.command(cls=Verb)
@click.argument("pengenal", type=DECREED_ID, metavar="ID")
@common_options
def jdih(run: Run, pengenal: str) -> None:
    """Siapkan keputusan untuk JDIH: salinan, abstrak, dan metadata (JSON dan CSV)."""
    plan = run.plan_for_papers()

    from zi_docs.catalog import published_decree
    from zi_docs.papers.jdih import publication_problems

    year = run.year(plan)
    topics = _topics(run, plan, Family.JDIH, "Keputusan", pengenal)
    published = published_decree(year, pengenal)
    problems = publication_problems(*published) if published else ()
    run.report(problems)
    if has_errors(problems, strict=run.strict):
        run.finish(code=ExitCode.TEMUAN)
    run.make_topics(
        plan, topics, lambda product: product.about.family is Family.JDIH, wanted=pengenal
    )


def _topics(run: Run, plan: Plan, family: Family, called: str, wanted: str | None) -> list[Topic]:
    """The topics of a family, those of the wanted ID; leave where there is none."""
    catalog = run.catalog(plan)
    topics = catalog.about([family], wanted)
    if not topics:
        known = [topic.about.id for topic in catalog.about([family])]
        run.absent(f"{called} {wanted or ''}".strip(), _SHEET, wanted, known)
    return topics


def _make(run: Run, plan: Plan, topics: list[Topic], wanted: str | None) -> NoReturn:

    def asked(product: Product) -> bool:
        """Not what is only made when it is asked for by its ID, nor what is for JDIH."""
        on_request = product.on_request and wanted is None
        return product.about.family is not Family.JDIH and not on_request

    run.make_topics(plan, topics, asked, wanted=wanted)


def _in_force(run: Run, plan: Plan, topic: Topic, per: datetime) -> Topic:
    """The topic of the decree or amendment in force on a day; leave where there is none."""
    from zi_docs.revision.states import in_force, not_in_force

    decree = plan.decree(topic.about.id)
    if decree is None:
        return topic
    state = in_force(plan, decree, per.date())
    if state is None:
        run.report([not_in_force(decree, per.date())])
        run.finish(code=ExitCode.TEMUAN)
    (in_force_then,) = run.catalog(plan).about([Family.DECREE, Family.AMENDMENT], state.id)
    return in_force_then
