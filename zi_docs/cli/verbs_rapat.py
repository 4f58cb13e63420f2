"""Verbs that make the papers of meetings."""

from __future__ import annotations

from collections.abc import Callable

import click

from zi_docs.cli.common_options import MEETING_ID, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.product import Family, Product

_SHEET = "Rapat"


@click.command(cls=Verb)
@click.argument("pengenal", type=MEETING_ID, required=False, metavar="[ID]")
@common_options
def rapat(run: Run, pengenal: str | None) -> None:
    """Buat semua naskah rapat: undangan, daftar hadir, notula, dokumentasi, dan laporan.

    Rapat pleno mendapat pula berita acara.
    """
    _make(run, pengenal, lambda product: not product.on_request)


@click.command(cls=Verb)
@click.argument("pengenal", type=MEETING_ID, required=False, metavar="[ID]")
@click.option("--perorangan", is_flag=True, help="Satu surat untuk setiap orang yang diundang.")
@common_options
def undangan(run: Run, pengenal: str | None, perorangan: bool) -> None:
    """Buat undangan rapat."""
    if perorangan:
        _make(run, pengenal, lambda product: product.on_request)
    _make(run, pengenal, _of_the_verb)


@click.command("daftar-hadir", cls=Verb)
@click.argument("pengenal", type=MEETING_ID, required=False, metavar="[ID]")
@common_options
def daftar_hadir(run: Run, pengenal: str | None) -> None:
    """Buat daftar hadir rapat."""
    _make(run, pengenal, _of_the_verb)


@click.command(cls=Verb)
@click.argument("pengenal", type=MEETING_ID, required=False, metavar="[ID]")
@common_options
def notula(run: Run, pengenal: str | None) -> None:
    """Buat notula rapat, atau formulirnya selama hasil rapat belum diisi."""
    _make(run, pengenal, _of_the_verb)


def _of_the_verb(product: Product) -> bool:
    """Whether it is of the kind that the verb is named after."""
    return product.kind == click.get_current_context().info_name


def _make(run: Run, wanted: str | None, where: Callable[[Product], bool]) -> None:
    """Make papers of the wanted meeting, or of all."""
    plan = run.illustrated(run.plan_for_papers())
    asked = run.catalog(plan).about([Family.MEETING], wanted)
    if not asked:
        known = [meeting.id for meeting in plan.meetings]
        run.absent(f"Rapat {wanted or ''}".strip(), _SHEET, wanted, known)
    run.make_topics(plan, asked, where, wanted=wanted)
