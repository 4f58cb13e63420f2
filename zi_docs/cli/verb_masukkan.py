"""The verb that takes in what people drop: filled forms, photos of meetings, evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from zi_docs.cli.common_options import FILE, FOLDER, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.evidence.evidence_folders import EvidenceFolder, create_folders, evidence_folders
from zi_docs.findings import error, has_errors
from zi_docs.forms.form_reader import FOLDER as FORMS_FOLDER
from zi_docs.forms.form_reader import FORM_SUFFIX, OTHER_TABLES
from zi_docs.intake.dropped_files import Destination, Intake, take_in
from zi_docs.intake.look import EVIDENCE, FORM, PHOTO
from zi_docs.model import Plan, same_id
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.revision.states import read_plan_and_year
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.reading.picture_files import photo_folder
from zi_docs.workbook.sheets.meeting_sheets import RAPAT
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI


@click.command(cls=Verb)
@click.argument("berkas", type=FILE, metavar="BERKAS…", nargs=-1, required=True)
@click.option("--rapat", metavar="ID", help="Foto rapat ini.")
@click.option("--baris", metavar="ID", help="Bukti dukung baris rencana aksi ini.")
@click.option("--untuk", metavar="ID", hidden=True)
@click.option("--ke", type=FOLDER, help="Folder bukti; bila tidak disebut, bukti di folder hasil.")
@common_options
def masukkan(
    run: Run,
    berkas: tuple[Path, ...],
    rapat: str | None,
    baris: str | None,
    untuk: str | None,
    ke: Path | None,
) -> None:
    """Taruh berkas di tempatnya: formulir monev yang sudah diisi, foto rapat, bukti dukung.

    Setiap berkas diperiksa lebih dahulu; yang ditolak disebut alasannya, yang lain tetap disimpan.
    """
    if untuk is not None:
        raise click.UsageError(
            "Naskah yang sudah ditandatangani disimpan dengan `tandatangan BERKAS.pdf --untuk ID`."
        )
    if rapat is not None and baris is not None:
        raise click.UsageError("Sebutkan --rapat atau --baris, tidak kedua-duanya.")
    year, run.findings = read_plan_and_year(run.source)
    if year is None:
        run.finish(code=ExitCode.TEMUAN)
    folder = _evidence_folder(run, year.plan, baris, ke) if baris is not None else None
    destination = _destination(run, year.plan, folder, rapat, len(berkas))
    # What is wrong with the workbook is told by `periksa`.
    run.findings = []
    intakes = [_taken_in(path, destination) for path in berkas]
    if folder is not None and any(intake.new for intake in intakes):
        create_folders([folder])
    for intake in intakes:
        run.report(intake.findings)
    laid = [intake.target for intake in intakes if intake.target and intake.new]
    run.finish(laid, _exit_code(run, intakes), {"taken_in": [_as_dict(i) for i in intakes]})


def _evidence_folder(run: Run, plan: Plan, key: str, root: Path | None) -> EvidenceFolder:
    """The folder of a row, also of one that the plan has no more; leave where there is none."""
    folders = evidence_folders(plan_through(plan, 12), root or run.folder(plan) / DEFAULTS.evidence)
    folder = next((folder for folder in folders if same_id(folder.activity.id, key)), None)
    if folder is None:
        known = [folder.activity.id for folder in folders]
        run.absent(f"Baris {key}", RENCANA_AKSI.title, key, known)
    return folder


def _destination(
    run: Run, plan: Plan, evidence: EvidenceFolder | None, meeting: str | None, count: int
) -> Destination:
    """Where the files belong, of which there are so many; leave where that is not in the plan."""
    if evidence is not None:
        return Destination(EVIDENCE, evidence.path, str(plan.office.tahun))
    if meeting is None:
        return Destination(FORM, run.source.parent / FORMS_FOLDER, str(run.source))
    record = next((m for m in plan.meetings if same_id(m.id, meeting)), None)
    if record is None:
        known = [record.id for record in plan.meetings]
        run.absent(f"Rapat {meeting}", RAPAT.title, meeting, known)
    folder = photo_folder(plan, record, run.source)
    there = len(list(folder.iterdir())) if folder.is_dir() else 0
    return Destination(PHOTO, folder, str(there + count))


def _taken_in(path: Path, destination: Destination) -> Intake:
    table = path.suffix.casefold() in (FORM_SUFFIX, *OTHER_TABLES)
    return take_in(path, destination) if table or destination.kind != FORM else _aimless(path)


def _aimless(path: Path) -> Intake:
    message = (
        "Berkas ini bukan formulir monev (.xlsx), dan tujuannya tidak disebut. Sebutkan --rapat ID "
        "untuk foto rapat, --baris ID untuk bukti dukung; naskah yang sudah ditandatangani "
        "disimpan dengan `python generate.py tandatangan BERKAS.pdf --untuk ID`."
    )
    return Intake(path, None, (error("MASUK-TUJUAN", message, place_of_file(path)),))


def _exit_code(run: Run, intakes: list[Intake]) -> ExitCode:
    """BERES when all are there, SEBAGIAN when some were refused, TEMUAN when all were."""
    if not any(intake.target for intake in intakes):
        return ExitCode.TEMUAN
    whole = all(intake.target for intake in intakes)
    return ExitCode.BERES if whole and not has_errors(run.findings) else ExitCode.SEBAGIAN


def _as_dict(intake: Intake) -> dict[str, Any]:
    return {
        "file": str(intake.source),
        "target": str(intake.target) if intake.target else None,
        "new": intake.new,
        "findings": [finding.as_dict() for finding in intake.findings],
    }
