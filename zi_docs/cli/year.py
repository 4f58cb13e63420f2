"""The verb that makes everything of the year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_docs.build.unchanged import Sources, unchanged
from zi_docs.cli.run import Run, common_options
from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.findings import has_errors
from zi_docs.pdf.libreoffice import converter_identity, find_office
from zi_docs.settings import DEFAULTS

if TYPE_CHECKING:
    from zi_docs.build.manifest import Standing
    from zi_docs.model import Plan
    from zi_docs.papers.document import Papers

_MEETINGS = "Rapat"


@click.command()
@click.option("--jelaskan", is_flag=True, help="Sebutkan mengapa tiap dokumen dibuat atau tidak.")
@click.option("--paksa-bangun", is_flag=True, help="Buat semuanya kembali, juga yang tetap.")
@common_options
def semua(run: Run, jelaskan: bool, paksa_bangun: bool) -> None:
    """Buat semua dokumen dan bundel setahun; yang tidak berubah tidak dibuat ulang."""
    run.explain, run.force = jelaskan, paksa_bangun
    sources = _sources(run)
    if sources is not None and not (jelaskan or paksa_bangun):
        _leave_if_unchanged(run, sources)
    # What is read below may change meanwhile; this is what stood there before.
    before = sources.key(()) if sources else ""
    plan = run.answered(run.sound_plan(apart=_MEETINGS))
    sets = list(_papers(run, plan))
    whole = not run.faulty
    standing = _standing(sources, plan, whole) if sources and sources.key(()) == before else None
    run.make(plan, sets, whole=whole, standing=standing)


def _sources(run: Run) -> Sources | None:
    """What the year is made from; None without LibreOffice, which makes only a part of it."""
    try:
        identity = converter_identity(find_office())
    except MissingProgramError:
        return None
    return Sources(run.source, DEFAULTS.templates, identity)


def _leave_if_unchanged(run: Run, sources: Sources) -> None:
    """Tell again what the last run told, and leave, when nothing changed since."""
    found = unchanged(sources, run.output)
    if found is None:
        return
    folder, manifest = found
    standing = manifest.standing
    if standing is None or has_errors(manifest.findings, strict=run.strict):
        return
    run.report(manifest.findings)
    files = [folder / name for name in standing.outputs]
    if not run.as_json:
        click.echo("Tidak ada yang berubah; tidak ada yang dibuat ulang.", err=True)
    run.finish(files, ExitCode.BERES if standing.whole else ExitCode.SEBAGIAN)


def _standing(sources: Sources, plan: Plan, whole: bool) -> Standing:
    named = [name for name in plan.office.files if Path(name).name == name]
    named += [revision.berkas for revision in plan.revisions if revision.berkas]
    return sources.standing(named, whole=whole)


def _papers(run: Run, plan: Plan) -> Iterator[Papers]:
    """Every set of papers of the year; what cannot be made is reported and left out."""
    from zi_docs.catalog import monitoring, published
    from zi_docs.cli.meetings import sound_sets
    from zi_docs.cli.states import known_papers
    from zi_docs.revision.states import states

    for decree in plan.decrees:
        for state in states(plan, decree):
            papers = known_papers(run, plan, state)
            if papers is not None:
                yield papers
        yield from published(plan, decree)
    yield from sound_sets(run, plan)
    yield from monitoring(plan)
