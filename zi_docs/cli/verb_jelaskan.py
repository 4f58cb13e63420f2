"""The verb that explains one paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn

import click

from zi_docs.build.soundness import Condition
from zi_docs.cli.common_options import common_options
from zi_docs.cli.finding_lines import total
from zi_docs.cli.run import Run
from zi_docs.cli.stopped_papers import parted_topics, stopping
from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.findings import Finding, Place, error, has_errors
from zi_docs.model import Plan, folded_id
from zi_docs.papers.sheets_read import Concern
from zi_docs.status.explanation import Explanation, PaperState, as_dict, explain
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.reading.cell_text import nearest_names

if TYPE_CHECKING:
    from zi_docs.build.staleness import Judge
    from zi_docs.catalog import Topic
    from zi_docs.product import Product

_STATES = {
    PaperState.SIGNED: "sudah ditandatangani atau mengikuti naskah bertanda tangan",
    PaperState.STOPPED: "tidak dapat dibuat karena kesalahan pada buku kerja",
    PaperState.UNMADE: "belum dibuat",
    PaperState.STALE: "perlu dibuat ulang",
    PaperState.FRESH: "sudah dibuat dan sesuai dengan buku kerja",
}
_CONDITIONS = {
    Condition.AS_MADE: "sebagaimana dibuat program",
    Condition.MISSING: "tidak ada",
    Condition.EDITED: "diubah dengan tangan",
    Condition.FOREIGN: "rusak atau bukan buatan program",
}
_LABEL = 16


@click.command()
@click.argument("nama", metavar="NAMA")
@common_options
def jelaskan(run: Run, nama: str) -> None:
    """Jelaskan satu naskah: dari sel mana, dengan templat apa, dan mengapa dibuat atau tidak.

    NAMA adalah nama naskah seperti yang disebut `semua --jelaskan`, salah satu berkasnya, atau ID
    pada buku kerja.
    """
    plan = run.read()
    if plan is None:
        run.finish(code=ExitCode.TEMUAN)
    plan = run.illustrated(run.answered(plan))
    papers = {topic: topic.compose() for topic in run.catalog(plan).topics}
    key = nama.replace("\\", "/").removeprefix(f"{run.folder(plan).as_posix()}/")
    topic, product = _named(papers, key) or _absent(run, papers, key)
    judge, errors = _judge(run, plan), _stopping(run, plan, topic, product)
    explanation = explain(product, papers[topic], judge, plan, errors, date.today())
    run.keep_what_concerns(plan, [topic], [product], nama)
    if not run.as_json:
        others = [p.name for p in papers[topic] if p.name != product.name]
        click.echo("\n".join(_lines(explanation, others, run.findings)))
        run.shown = len(run.findings)
    run.finish(data={"paper": as_dict(explanation)})


def _named(papers: dict[Topic, list[Product]], key: str) -> tuple[Topic, Product] | None:
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


def _absent(run: Run, papers: dict[Topic, list[Product]], key: str) -> NoReturn:
    """Say why there is no such paper, or which one may be meant, and leave with TEMUAN."""
    for topic in papers:
        if topic.problems and folded_id(topic.about.id) == folded_id(key):
            run.report(topic.problems)
            run.finish(code=ExitCode.TEMUAN)
    products = [product for group in papers.values() for product in group]
    names = dict.fromkeys([*(p.name for p in products), *(p.id for p in products if p.id)])
    nearest = [f"“{name}”" for name in nearest_names(key, names, 3)]
    meant = f" Mungkin yang dimaksud {enumeration(nearest, 'atau')}." if nearest else ""
    message = (
        f"Tidak ada naskah bernama “{key}”.{meant} Daftarnya dicetak oleh "
        "`python generate.py semua --jelaskan`."
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


def _stopping(run: Run, plan: Plan, topic: Topic, product: Product) -> Sequence[Finding]:
    """The errors of the workbook that stop a product, as they stop it in a run."""
    errors = [f for f in run.findings[: run.checked] if has_errors([f], strict=run.strict)]
    concern = Concern.of(plan)
    _, stopped = parted_topics([topic], errors, concern)
    if stopped:
        return stopped[0].errors
    papers = stopping(topic.compose(), errors, concern)
    return papers[product.name].errors if product.name in papers else ()


def _lines(
    explanation: Explanation, others: Sequence[str], findings: Sequence[Finding]
) -> Iterator[str]:
    """What there is to say; of the findings on its cells only how many, for `periksa` has them."""
    product = explanation.product
    yield f"{product.name}: {product.title}, {product.about.name}"
    also = ["bertanda KONSEP"] if product.draft else []
    also += ["dibuat hanya bila diminta"] if product.on_request else []
    yield _line("Keadaan", "; ".join((_STATES[explanation.state], *also)))
    yield _line("Sebab", explanation.why)
    yield from _line_each("Kesalahan", map(str, explanation.errors))
    yield from _line_each(
        "Belum ada", (f"{lack.what} ({lack.place})" for lack in explanation.lacks)
    )
    if findings:
        yield _line("Temuan", f"{total(findings)}; semuanya dicetak oleh `periksa`")
    yield from _line_each("Berasal dari", _sheet_lines(explanation))
    yield from _line_each("Dirangkai dari", product.needs)
    yield _line("Templat", str(explanation.template or "tanpa templat"))
    made = explanation.made_key or "belum pernah dibuat"
    yield _line("Kunci", explanation.key or "–")
    yield _line("Kunci hasil", "sama" if made == explanation.key else made)
    yield from _line_each("Berkas", (f"{path}: {_CONDITIONS[c]}" for path, c in explanation.files))
    if explanation.signed:
        yield _line("Bertanda tangan", explanation.signed.file)
    yield from _line_each("Kali terakhir", map(str, explanation.last))
    yield from _line_each("Naskah lainnya", others)


def _sheet_lines(explanation: Explanation) -> Iterator[str]:
    """A line for each sheet whose cells show; one for those that only set how it looks."""
    for sheet in explanation.sheets:
        if sheet.cells:
            columns = f" ({', '.join(sheet.columns)})" if sheet.columns else ""
            yield f"{sheet.file} › {sheet.sheet}!{sheet.cells}{columns}"
    unseen = [sheet.sheet for sheet in explanation.sheets if not sheet.cells]
    if unseen:
        yield f"juga dibaca: lembar {enumeration(unseen)}"


def _line_each(label: str, texts: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """A line for each text, the label before the first."""
    for number, text in enumerate(texts):
        yield _line("" if number else label, text)


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}{text}"
