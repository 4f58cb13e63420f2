"""The verb that makes everything of the year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from zi_docs.build.unchanged import Sources, unchanged
from zi_docs.cli.common_options import common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.findings import has_errors
from zi_docs.wording.lists import enumeration

if TYPE_CHECKING:
    from zi_docs.build.manifest import Standing
    from zi_docs.model import Plan
    from zi_docs.product import Product


@click.command(cls=Verb)
@click.option("--jelaskan", is_flag=True, help="Sebutkan mengapa tiap dokumen dibuat atau tidak.")
@click.option("--paksa-bangun", is_flag=True, help="Buat semuanya kembali, juga yang tetap.")
@click.option(
    "--naskah",
    multiple=True,
    metavar="NAMA",
    help="Hanya naskah ini, menurut namanya pada manifes; boleh diulang.",
)
@common_options
def semua(run: Run, jelaskan: bool, paksa_bangun: bool, naskah: tuple[str, ...]) -> None:
    """Buat semua dokumen dan bundel setahun; yang tidak berubah tidak dibuat ulang."""
    run.explain, run.force = jelaskan, paksa_bangun
    if naskah:
        _make_named(run, naskah)
    sources = _sources(run)
    if sources is not None and not (jelaskan or paksa_bangun or run.verbose):
        _leave_if_unchanged(run, sources)
    # What is read below may change meanwhile; this is what stood there before.
    before = sources.key(()) if sources else ""
    plan = run.illustrated(run.answered(run.plan_for_papers()))
    products, whole = _products(run, plan)
    if not products and run.faulty:
        run.finish(code=ExitCode.TEMUAN)
    standing = _standing(sources, plan, whole) if sources and sources.key(()) == before else None
    run.make(plan, products, whole=whole, standing=standing)


def _make_named(run: Run, names: Sequence[str]) -> NoReturn:
    """Make the products of these names, with those that they need."""
    plan = run.illustrated(run.answered(run.plan_for_papers()))
    asked, lacking = [], set(names)
    for topic in run.catalog(plan).about():
        own = {product.name for product in topic.compose()} & set(names)
        asked += [topic] if own else []
        lacking -= own
    if lacking:
        run.absent(f"Naskah {enumeration(sorted(lacking))}", "Instansi")
    run.make_topics(plan, asked, lambda product: product.name in names, wanted=names[0])


def _sources(run: Run) -> Sources | None:
    """What the year is made from; None without LibreOffice, which makes only a part of it."""
    try:
        identity = run.office().identity()
    except MissingProgramError:
        return None
    return Sources(run.source, run.templates, identity, run.output)


def _leave_if_unchanged(run: Run, sources: Sources) -> None:
    """Report what the last run reported, and leave, when nothing changed since."""
    last_run = unchanged(sources, run.output)
    if last_run is None:
        return
    folder, manifest = last_run
    standing = manifest.standing
    if standing is None or has_errors(manifest.findings, strict=run.strict):
        return
    run.report(manifest.findings)
    files = [folder / name for name in standing.outputs]
    run.say("Tidak ada yang berubah; tidak ada yang dibuat ulang.")
    run.finish(files, ExitCode.BERES if standing.whole else ExitCode.SEBAGIAN)


def _standing(sources: Sources, plan: Plan, whole: bool) -> Standing:
    named = [name for name in plan.office.files if Path(name).name == name]
    named += [revision.berkas for revision in plan.revisions if revision.berkas]
    return sources.standing(named, whole=whole)


def _products(run: Run, plan: Plan) -> tuple[list[Product], bool]:
    """The products of the year, and whether all that the plan asks for is among them.

    What is made on request belongs to the year once it was asked for. What cannot be made is
    reported and left out.
    """
    from zi_docs.build import manifest

    requested = manifest.read(run.folder(plan)).records
    topics = run.catalog(plan).about()
    products = run.unstopped(plan, topics, lambda p: not p.on_request or p.name in requested)
    return products, not run.faulty
