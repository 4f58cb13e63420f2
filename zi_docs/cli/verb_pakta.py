"""The verb that makes what each person signs, and the papers that tell of it."""

from __future__ import annotations

import click

from zi_docs.cli.common_options import OFFICIAL_ID, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.model import same_id
from zi_docs.product import Family, Product
from zi_docs.workbook.sheets.office_sheets import PEJABAT


@click.command(cls=Verb)
@click.argument("pengenal", type=OFFICIAL_ID, required=False, metavar="[ID]")
@common_options
def pakta(run: Run, pengenal: str | None) -> None:
    """Buat Pakta Integritas dan pernyataan benturan kepentingan setiap pejabat.

    Tanpa ID dibuat pula bundelnya, rekapitulasi yang sudah menandatangani, dan matriks potensi
    benturan kepentingan. Yang sudah ditandatangani disimpan dengan `tandatangan`.
    """
    plan = run.plan_for_papers()
    if not plan.officials or (pengenal and plan.official(pengenal) is None):
        known = [official.id for official in plan.officials]
        run.absent(f"Pejabat {pengenal or ''}".strip(), PEJABAT.title, pengenal, known)

    def wanted(product: Product) -> bool:
        return pengenal is None or same_id(product.about.id, pengenal)

    topics = run.catalog(plan).about([Family.PLEDGE])
    run.make_topics(plan, topics, wanted, wanted=pengenal)
