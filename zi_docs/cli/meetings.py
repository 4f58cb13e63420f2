"""Verbs that make the papers of meetings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.errors import ExitCode
from zi_docs.model import Meeting, Plan, same_id
from zi_docs.papers import meeting_sets as meetings
from zi_docs.papers.document import Papers
from zi_docs.papers.dokumentasi import FRAME, Photo
from zi_docs.papers.undangan import personal
from zi_docs.workbook.reading.picture_files import read_photos

_SHEET = "Rapat"
Maker = Callable[[Plan, Meeting], Papers]


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def rapat(run: Run, pengenal: str | None) -> None:
    """Buat semua naskah rapat: undangan, daftar hadir, notula, dokumentasi, dan laporan."""
    _make(run, pengenal, partial(_whole_set, run.source.parent / "rapat"))


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@click.option("--perorangan", is_flag=True, help="Satu surat untuk setiap orang yang diundang.")
@common_options
def undangan(run: Run, pengenal: str | None, perorangan: bool) -> None:
    """Buat undangan rapat."""
    _make(run, pengenal, personal if perorangan else meetings.alone("undangan"))


@click.command("daftar-hadir")
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def daftar_hadir(run: Run, pengenal: str | None) -> None:
    """Buat daftar hadir rapat."""
    _make(run, pengenal, meetings.alone("daftar-hadir"))


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def notula(run: Run, pengenal: str | None) -> None:
    """Buat notula rapat, atau formulirnya selama hasil rapat belum diisi."""
    _make(run, pengenal, meetings.alone("notula"))


def _whole_set(folder: Path, plan: Plan, meeting: Meeting) -> Papers:
    photos, findings = read_photos(folder / meeting.id, FRAME)
    return meetings.papers(plan, meeting, [Photo(*photo) for photo in photos], findings)


def sound_sets(run: Run, plan: Plan) -> list[Papers]:
    """The whole set of every meeting whose row is sound."""
    make = partial(_whole_set, run.source.parent / "rapat")
    return [make(plan, meeting) for meeting in plan.meetings if run.sound(meeting.origin)]


def _make(run: Run, wanted: str | None, maker: Maker) -> None:
    """Make papers of the wanted meeting, or of all; a faulty meeting is left out."""
    plan = run.sound_plan(apart=_SHEET)
    asked = [m for m in plan.meetings if wanted is None or same_id(m.id, wanted)]
    sound = [meeting for meeting in asked if run.sound(meeting.origin)]
    # A row that could not be read at all is not among the meetings, but was asked for by "all".
    whole = not run.faulty if wanted is None else len(sound) == len(asked)
    if not sound and (asked or (wanted is None and run.faulty)):
        run.finish(code=ExitCode.TEMUAN)
    if not sound:
        run.absent(f"Rapat {wanted or ''}".strip(), _SHEET)
    run.make(plan, [maker(plan, meeting) for meeting in sound], whole=whole)
