"""The verb that makes supporting papers: a command for each family of the catalog's table."""

from __future__ import annotations

import click

from zi_docs.catalog import SUPPORTING_PAPERS
from zi_docs.cli.common_options import WorkbookId, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb, VerbGroup
from zi_docs.model import same_id
from zi_docs.product import Family, Product
from zi_docs.workbook.sheets import BY_KEY

_FAMILIES = {papers.FAMILY.verb: papers.FAMILY for papers in SUPPORTING_PAPERS}


class _Kinds(VerbGroup):
    """The families of supporting papers in the order of their table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_FAMILIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        family = _FAMILIES.get(cmd_name)
        return None if family is None else _command(family)


@click.group(cls=_Kinds)
def naskah() -> None:
    """Buat naskah pendukung yang diminta rencana aksi sebagai bukti."""


def _command(family: Family) -> click.Command:
    """The command that makes the papers of a family: all, or those of one of its IDs."""

    @common_options
    def make(run: Run, pengenal: str | None = None) -> None:
        _make(run, family, pengenal)

    metavar = "[ID]" if family.ids else "[PERIODE]"
    key = click.Argument(
        ["pengenal"], type=WorkbookId(*family.ids), required=False, metavar=metavar
    )
    options = [key, *getattr(make, "__click_params__", [])]
    return Verb(family.verb, callback=make, params=options, help=f"Buat {family.help}")


def _make(run: Run, family: Family, key: str | None) -> None:
    """Make the products of a family, or those about one ID; what is made on request only by ID."""
    plan = run.illustrated(run.plan_for_papers())
    topics = run.catalog(plan).about([family])

    def wanted(product: Product) -> bool:
        return not product.on_request if key is None else same_id(product.about.id, key)

    known = dict.fromkeys(product.about.id for topic in topics for product in topic.compose())
    if not any(key is None or same_id(key, each) for each in known):
        sheet = BY_KEY[family.ids[0]].title if family.ids else ""
        run.absent(f"{sheet or family.title} {key or ''}".strip(), sheet, key, known)
    run.make_topics(plan, topics, wanted, wanted=key)
