"""The verb that explains one paper, or says of every one in a line how it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn

import click

from zi_docs.build import manifest as manifests
from zi_docs.build.placing import left_over
from zi_docs.cli.common_options import common_options
from zi_docs.cli.explanation_lines import explanation_lines, standing_line
from zi_docs.cli.run import Run
from zi_docs.cli.stopped_papers import Stopped, parted_topics, stopping
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.findings import Place, error, has_errors
from zi_docs.model import Plan, folded_id
from zi_docs.papers.sheets_read import Concern
from zi_docs.status.explanation import PaperStanding, as_dict, explain, paper_state, why
from zi_docs.wording.nearest_names import did_you_mean

if TYPE_CHECKING:
    from zi_docs.build.staleness import Judge
    from zi_docs.product import Product, Topic

    Papers = Mapping[Topic, Sequence[Product]]


@click.command(cls=Verb)
@click.argument("nama", required=False, metavar="[NAMA]")
@common_options
def jelaskan(run: Run, nama: str | None) -> None:
    """Jelaskan satu naskah: dari sel mana, dengan templat apa, dan mengapa dibuat atau tidak.

    NAMA adalah nama naskah, salah satu berkasnya, atau ID pada buku kerja. Tanpa NAMA, setiap
    naskah tahun itu disebut dengan keadaan dan sebabnya. Tidak ada yang dibuat.
    """
    plan = run.read()
    if plan is None:
        run.finish(code=ExitCode.TEMUAN)
    plan = run.illustrated(run.answered(plan))
    papers = {topic: topic.compose() for topic in run.catalog(plan).topics}
    if nama is None:
        _list(run, plan, papers)
    key = nama.replace("\\", "/").removeprefix(f"{run.folder(plan).as_posix()}/")
    topic, product = _named(papers, key) or _absent(run, plan, papers, key)
    stopped = _stopped(run, plan, {topic: papers[topic]}).get(product.name)
    errors = stopped.errors if stopped else ()
    judge = _judge(run, plan)
    explanation = explain(product, papers[topic], judge, plan, errors, date.today())
    run.keep_what_concerns(plan, [topic], [product], nama)
    if not run.as_json:
        others = [p.name for p in papers[topic] if p.name != product.name]
        click.echo("\n".join(explanation_lines(explanation, others, run.findings)))
        run.shown = len(run.findings)
    run.finish(data={"paper": as_dict(explanation)})


def _list(run: Run, plan: Plan, papers: Papers) -> NoReturn:
    """A line for every paper of the year, and for what was made on request."""
    judge, stopped = _judge(run, plan), _stopped(run, plan, papers)
    products = [product for group in papers.values() for product in group]
    verdicts = {verdict.product.name: verdict for verdict in judge.verdicts(products)}
    requested = judge.manifest.records
    rows = []
    for product in products:
        if not product.on_request or product.name in requested:
            errors = stopped[product.name].errors if product.name in stopped else ()
            verdict = verdicts.get(product.name)
            state, cells = paper_state(verdict, errors), [str(f.place) for f in errors]
            reason = f"kesalahan pada {', '.join(cells)}" if cells else why(verdict)
            rows.append(PaperStanding(product, state, reason))
    if not run.as_json:
        click.echo("\n".join(map(standing_line, rows)))
        run.shown = len(run.findings)
    run.finish(data={"papers": [row.as_dict() for row in rows]})


def _named(papers: Papers, key: str) -> tuple[Topic, Product] | None:
    """The product of a name, of a file, of an ID; else one whose name ends so, or begins a subject.

    A name goes before an ID, and an ID before a part of a name.
    """
    wanted = folded_id(key)
    ways: tuple[Callable[[Product], bool], ...] = (
        lambda p: wanted in map(folded_id, (p.name, *p.targets)),
        lambda p: bool(p.id) and folded_id(p.id) == wanted,
        lambda p: folded_id(p.name).endswith(f"/{wanted}"),
        lambda p: folded_id(p.about.id) == wanted,
    )
    for fits in ways:
        for topic, products in papers.items():
            for product in products:
                if fits(product):
                    return topic, product
    return None


def _absent(run: Run, plan: Plan, papers: Papers, key: str) -> NoReturn:
    """Say why there is no such paper, or which one may be meant, and leave with TEMUAN."""
    parts = {folded_id(part) for part in key.split("/")}
    problems = [f for topic in papers if folded_id(topic.about.id) in parts for f in topic.problems]
    # Of a row that cannot be read there is no paper.
    problems += [f for f in run.findings if has_errors([f]) and parts & (f.owners or frozenset())]
    folder = run.folder(plan)
    for name, record in manifests.read(folder).records.items():
        if folded_id(name) == folded_id(key):
            problems += [left_over(folder / target) for target in record.targets]
    if problems:
        run.findings.clear()
        run.report(problems)
        run.finish(code=ExitCode.TEMUAN)
    products = [product for group in papers.values() for product in group]
    names = dict.fromkeys([*(p.name for p in products), *(p.id for p in products if p.id)])
    message = (
        f"Tidak ada naskah bernama “{key}”.{did_you_mean(key, names)} Semuanya disebut oleh "
        "`python generate.py jelaskan`."
    )
    run.findings.clear()
    run.report([error("ID-TIADA", message, Place(str(run.source)))])
    run.finish(code=ExitCode.TEMUAN)


def _judge(run: Run, plan: Plan) -> Judge:
    """The judge that `semua` would ask."""
    from zi_docs.build.program import program_identity
    from zi_docs.build.staleness import Judge, Tools

    try:
        office = run.office().identity()
    except MissingProgramError:
        office = None
    return Judge.of(run.folder(plan), run.templates, Tools(program_identity(), office), plan)


def _stopped(run: Run, plan: Plan, papers: Papers) -> dict[str, Stopped]:
    """What errors of the workbook stop, by the names of products, as they stop it in a run."""
    errors = [f for f in run.findings[: run.checked] if has_errors([f], strict=run.strict)]
    concern = Concern.of(plan)
    stopped: dict[str, Stopped] = {}
    for topic, products in papers.items():
        _, whole = parted_topics([topic], errors, concern)
        single = stopping(products, errors, concern)
        stopped |= {product.name: whole[0] for product in products} if whole else single
    return stopped
