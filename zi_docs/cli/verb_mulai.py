"""The verb for a new office: five answers give its workbook, folders and double-click file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zi_docs.build.publish import refuse_existing, write_new, write_new_whole
from zi_docs.cli.common_options import FOLDER, common_options
from zi_docs.cli.launcher_files import launcher_files
from zi_docs.cli.office_answers import QUESTIONS, AnswerError, OfficeAnswers, Question, answer
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.data.office_kinds import NewOffice
from zi_docs.errors import ExitCode
from zi_docs.forms.form_reader import FOLDER as FORMS
from zi_docs.settings import DEFAULTS, workbook_name
from zi_docs.workbook.reading.picture_files import PHOTOS
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.starters import starting_rows


@click.command(cls=Verb)
@click.argument("folder", type=FOLDER, default=".")
@click.option("--tanpa-tanya", is_flag=True, help="Jangan bertanya; pakai pilihan di bawah ini.")
@click.option("--instansi", metavar="NAMA", help="Nama kantor dengan tingkat dan wilayahnya.")
@click.option("--tahun", metavar="TAHUN", help="Tahun rencana aksi; bila kosong, tahun ini.")
@click.option("--kedudukan", metavar="TEMPAT", help="Tempat penetapan keputusan.")
@click.option("--ketua", metavar="NAMA", help="Nama pimpinan kantor dengan gelarnya.")
@click.option("--sekretaris", metavar="NAMA", help="Nama sekretaris dengan gelarnya.")
@common_options
def mulai(run: Run, folder: Path, tanpa_tanya: bool, **given: str | None) -> None:
    """Siapkan kantor baru di FOLDER: buku kerja, folder, dan berkas untuk diklik dua kali.

    Lima hal ditanyakan, kecuali yang sudah disebut dengan pilihannya. Yang belum diketahui boleh
    dikosongkan dan diisi kemudian di buku kerja. Berkas yang sudah ada tidak diubah.
    """
    answers = _collected(run, given) if tanpa_tanya else _asked(folder, given)
    office = answers.office()
    workbook = _workbook(folder, answers.tahun)
    refuse_existing(workbook)
    folders = _folders(folder, answers.tahun)
    files = _write(folder, workbook, office, folders)
    opener = list(launcher_files())[-1]
    run.say(f"Kantor siap. Lengkapi {workbook} di Excel, lalu klik dua kali {opener}.")
    made = {"workbook": str(workbook), "folders": [str(path) for path in folders]}
    run.finish(files, data={**made, "year": answers.tahun, "problems": []})


def _asked(folder: Path, given: dict[str, str | None]) -> OfficeAnswers:
    """The answers as they are typed, each judged at once; an option that will not do is asked."""
    answers = OfficeAnswers()
    for question in QUESTIONS:
        text = given[question.key]
        while True:
            try:
                text = _typed(question, answers) if text is None else text
                answer(question, answers, text)
                _refuse_taken(question, answers, folder)
                break
            except AnswerError as problem:
                click.echo(f"  {problem} Ulangilah.", err=True)
                text = None
    return answers


def _typed(question: Question, answers: OfficeAnswers) -> str:
    offered = question.offered(answers)
    words = question.text + (" (boleh dikosongkan)" if question.optional and not offered else "")
    default = offered or ("" if question.optional else None)
    text: str = click.prompt(words, default=default, show_default=bool(offered), err=True)
    return text


def _refuse_taken(question: Question, answers: OfficeAnswers, folder: Path) -> None:
    """Who types a year is told at once that its workbook is there."""
    if question.key == "tahun" and _workbook(folder, answers.tahun).exists():
        raise AnswerError(f"{_workbook(folder, answers.tahun)} sudah ada dan tidak akan ditimpa.")


def _collected(run: Run, given: dict[str, str | None]) -> OfficeAnswers:
    """The answers of the options; leaves with what is wrong with any of them."""
    answers, problems = OfficeAnswers(), []
    for question in QUESTIONS:
        text = given[question.key]
        try:
            answer(question, answers, question.offered(answers) if text is None else text)
        except AnswerError as problem:
            problems.append((question.key, str(problem)))
    if problems and run.as_json:
        shown = [{"answer": key, "reason": reason} for key, reason in problems]
        run.finish(code=ExitCode.SALAH_PERINTAH, data={"problems": shown})
    if problems:
        raise click.UsageError("\n".join(f"--{key}: {reason}" for key, reason in problems))
    return answers


def _workbook(folder: Path, year: int) -> Path:
    return folder / DEFAULTS.workbooks / workbook_name(year)


def _folders(folder: Path, year: int) -> list[Path]:
    """Where an office puts what comes back: forms, photos of meetings, evidence."""
    beside = folder / DEFAULTS.workbooks
    return [
        beside / FORMS,
        beside / PHOTOS,
        folder / DEFAULTS.output / str(year) / DEFAULTS.evidence,
    ]


def _write(folder: Path, workbook: Path, office: NewOffice, folders: list[Path]) -> list[Path]:
    """Write what is not there yet; the workbook first, for it must be new."""
    stamp = date(office.tahun or date.today().year, 1, 1)
    write_new_whole(workbook, write_workbook(starting_rows(office), stamp))
    files = [workbook]
    for path in folders:
        path.mkdir(parents=True, exist_ok=True)
    for name, text in launcher_files().items():
        path = folder / name
        if not path.exists():
            write_new(path, text.encode())
            path.chmod(0o755)
            files.append(path)
    return files
