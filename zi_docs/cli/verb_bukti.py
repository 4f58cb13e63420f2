"""The verb of evidence: its folders, what in them counts, which papers are it, and the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from zi_docs.build.publish import refuse_existing
from zi_docs.checks.rows.papers_of_rows import PieceSource
from zi_docs.cli.aligned import aligned
from zi_docs.cli.common_options import FOLDER, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.evidence.dossier import INDEX, archives, oversize_findings, write_dossier
from zi_docs.evidence.dossier_index import index_workbook
from zi_docs.evidence.evidence_check import (
    Evidence,
    evidence_findings,
    examine_evidence,
    stray_findings,
)
from zi_docs.evidence.evidence_folders import create_folders, evidence_folders
from zi_docs.evidence.judged_files import EvidenceFile
from zi_docs.evidence.paper_standings import (
    RowStanding,
    row_standings,
    signed_by_row,
    standings_as_dict,
    summary,
)
from zi_docs.forms.form_reader import FOLDER as FORMS_FOLDER
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.settings import DEFAULTS

_MIB = 1024 * 1024
_DEFAULT_MIB = DEFAULTS.max_archive_bytes // _MIB


@click.command(cls=Verb)
@click.option("--ke", type=FOLDER, help="Folder bukti; bila tidak disebut, bukti di folder hasil.")
@click.option(
    "--dosir",
    type=FOLDER,
    metavar="BARU",
    help="Susun dosir pada folder baru ini: arsip ZIP setiap area beserta indeksnya.",
)
@click.option(
    "--batas",
    type=click.IntRange(min=1),
    default=_DEFAULT_MIB,
    show_default=True,
    metavar="MB",
    help="Batas besar satu arsip dosir.",
)
@click.option(
    "--diminta",
    is_flag=True,
    help="Sebutkan setiap bukti yang diminta rencana aksi dan siapa yang membuatnya.",
)
@common_options
def bukti(run: Run, ke: Path | None, dosir: Path | None, batas: int, *, diminta: bool) -> None:
    """Siapkan folder bukti dukung, nilai isinya, dan susun dosirnya; berkas yang ada tidak diubah.

    Yang dihitung ialah PDF serta gambar; berkas pengolah kata dan yang bertanda konsep dinilai
    sebagai konsep. Tahunnya dibaca dari nama dan isi berkas. Tautan tidak dibuka.
    """
    if dosir is not None:
        refuse_existing(dosir)
    plan = run.sound_plan()
    run.report(run.year(plan).unjudged())
    # What is evidence of a row that went is still judged.
    plan = plan_through(run.answered(plan), 12)
    root = ke or run.folder(plan) / DEFAULTS.evidence
    folders = evidence_folders(plan, root)
    made = create_folders(folders)
    standings = row_standings(plan, run.catalog(plan).products(), run.folder(plan))
    others = (root, run.source.parent / FORMS_FOLDER)
    evidence = examine_evidence(plan, folders, others, signed=signed_by_row(standings))
    run.report(evidence_findings(evidence))
    run.report(stray_findings(root, evidence))
    written: Sequence[Path] = ()
    if dosir is not None:
        parts = archives(plan, evidence, batas * _MIB)
        run.report(oversize_findings(parts, batas * _MIB))
        index = index_workbook(plan, evidence, standings, parts)
        written = write_dossier(parts, {INDEX: index}, dosir)
    if not run.as_json:
        _show(evidence, standings, root, asked=diminta)
    run.say(f"{len(made)} folder baru di {root}.")
    data = {
        "evidence": [_evidence_as_dict(item) for item in evidence],
        "folder": str(root),
        "papers": standings_as_dict(standings),
    }
    run.finish(written, data=data)


def _show(
    evidence: Sequence[Evidence], standings: Sequence[RowStanding], root: Path, *, asked: bool
) -> None:
    """The rows with the state of their evidence; `asked`: also what each of them asks for."""
    papers = {each.row.id: each for each in standings}
    header = ("ID baris", "Bukti", "Berkas", "Di sini", "Folder")
    rows = [_evidence_cells(item, papers[item.activity.id], root) for item in evidence]
    click.echo(aligned(header, rows, "Rencana aksi kosong."))
    click.echo(summary(standings))
    sources = Counter(each.piece.source for row in standings for each in row.pieces)
    counts = (f"{sources[source]} {source.value}" for source in PieceSource if sources[source])
    click.echo(f"Bukti yang diminta: {', '.join(counts)}.")
    if asked:
        header = ("ID baris", "Diminta", "Pembuat", "Naskah atau asal", "Keadaan")
        click.echo(aligned(header, [cells for row in standings for cells in _pieces(row)], ""))


def _evidence_cells(evidence: Evidence, papers: RowStanding, root: Path) -> tuple[str, ...]:
    here = sum(each.piece.here for each in papers.pieces)
    return (
        evidence.activity.id,
        evidence.state.value,
        str(len(evidence.proofs)),
        f"{here} dari {len(papers.pieces)}",
        evidence.folder.path.relative_to(root).as_posix(),
    )


def _pieces(row: RowStanding) -> list[tuple[str, ...]]:
    return [
        (
            row.row.id,
            standing.piece.words,
            standing.piece.source.value,
            standing.piece.maker if standing.piece.here else standing.piece.issuer,
            standing.words if standing.piece.here else "",
        )
        for standing in row.pieces
    ]


def _evidence_as_dict(evidence: Evidence) -> dict[str, Any]:
    return {
        "row": evidence.activity.id,
        "state": evidence.state.value,
        "claimed": evidence.claimed,
        "folder": str(evidence.folder.path),
        "files": [str(file.path) for file in evidence.counted],
        "judged": [_file_as_dict(file) for file in evidence.files],
        "links": list(evidence.links),
        "signed": [str(paper.path) for paper in evidence.papers],
    }


def _file_as_dict(file: EvidenceFile) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "standing": file.standing.value,
        "reason": file.reason,
        "year": file.year,
        "odd_year": file.odd_year,
        "safe_name": file.safe_name,
        "sha256": file.sha256,
        "twins": [str(twin) for twin in file.twins],
        "address": file.address,
    }
