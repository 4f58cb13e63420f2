"""The answer sheet of the LKE: written anew, and the evaluators' notes in it recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NoReturn

from zi_docs.build.publish import write_new
from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode
from zi_docs.evidence.evidence_check import examine_evidence
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.evidence.paper_standings import row_standings, signed_by_row
from zi_docs.findings import Place, error, has_errors
from zi_docs.forms.form_reader import FOLDER as FORMS_FOLDER
from zi_docs.lke.answer_sheet import answer_workbook
from zi_docs.lke.earned import RowEvidence
from zi_docs.lke.former_answers import (
    Evaluations,
    earlier_sheets,
    read_evaluations,
    unrecorded_notes,
)
from zi_docs.model import Plan, folded_id
from zi_docs.settings import DEFAULTS
from zi_docs.workbook.sheets.follow_up_sheets import TINDAK_LANJUT
from zi_docs.workbook.writing.rewrite import follow_up_rows, note_not_copied, rewrite_workbook


def write_answer_sheet(run: Run, plan: Plan, new: Path, former: Path | None) -> NoReturn:
    """Write the answer sheet; what evaluators wrote into an earlier one comes along."""
    evaluations = _evaluations(run, plan, former, new.parent, new)
    content = answer_workbook(plan, row_evidence(run, plan), evaluations.by_code)
    write_new(new, content)
    run.finish([new], data={"carried": sorted(evaluations.by_code)})


def record_notes(run: Run, plan: Plan, new: Path, former: Path | None, day: date) -> NoReturn:
    """Write a new workbook whose sheet Tindak Lanjut has the evaluators' notes, too."""
    evaluations = _evaluations(run, plan, former, run.source.parent, new)
    notes = unrecorded_notes(evaluations, plan, day)
    files = []
    if notes:
        content = rewrite_workbook(
            run.source,
            lambda rows: rows[TINDAK_LANJUT.key].extend(follow_up_rows(notes)),
            former_rows=run.former_rows(),
        )
        write_new(new, content)
        run.report(note_not_copied(run.findings, run.source))
        files = [new]
    run.say(
        f"{len(notes)} catatan TPI dicatat pada lembar {TINDAK_LANJUT.title}; isilah PIC dan batas "
        "waktunya."
        if notes
        else "Tidak ada catatan TPI yang belum dicatat; buku kerja baru tidak dibuat."
    )
    run.finish(files, data={"recorded": [note.id for note in notes]})


def _evaluations(run: Run, plan: Plan, named: Path | None, folder: Path, new: Path) -> Evaluations:
    """What evaluators wrote into the sheet named, else into those of a folder."""
    if named is not None and not named.is_file():
        message = "Berkas ini tidak ada. Sebutkan lembar jawaban yang benar dengan --dari."
        run.report([error("LKE-BERKAS", message, Place(str(named)))])
        run.finish(code=ExitCode.TEMUAN)
    paths = [named] if named else earlier_sheets(folder, (run.source, new))
    evaluations = read_evaluations(paths, plan.office.tahun, named=named is not None)
    run.report(evaluations.findings)
    if has_errors(evaluations.findings):
        run.finish(code=ExitCode.TEMUAN)
    return evaluations


def row_evidence(run: Run, plan: Plan) -> dict[str, RowEvidence]:
    """The files that count, signed papers and links of each row, by its folded ID."""
    root = run.folder(plan) / DEFAULTS.evidence
    folders = evidence_folders(plan, root)
    standings = row_standings(plan, run.catalog(plan).products(), run.folder(plan))
    others = (root, run.source.parent / FORMS_FOLDER)
    evidence = examine_evidence(plan, folders, others, signed=signed_by_row(standings))
    return {
        folded_id(row.activity.id): RowEvidence(tuple(path.name for path in row.proofs), row.links)
        for row in evidence
    }
