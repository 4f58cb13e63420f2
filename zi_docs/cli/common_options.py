"""The options that every verb has, and the kinds of values that options take."""

from __future__ import annotations

import functools
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from zi_docs.cli.day_option import DayOption
from zi_docs.cli.outcome import FAILURES
from zi_docs.cli.run import Run
from zi_docs.progress import progress_display
from zi_docs.settings import DEFAULTS, newest_workbook

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
DAY = DayOption()


class WorkbookId(click.ParamType[str]):
    """An ID of some sheets, which a shell can complete; any text is taken, the verb looks it up."""

    name = "ID"

    def __init__(self, *sheets: str) -> None:
        self._sheets = sheets

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The IDs of the workbook that begin with what is typed, as far as a shell reads them as
        they are: what it completes it does not quote.
        """
        from zi_docs.workbook.reading.load import read_tables

        rows = read_tables(ctx.params.get("source") or newest_workbook()).rows
        start = incomplete.casefold()
        ids = (str(row.values.get("id", "")) for key in self._sheets for row in rows.get(key, ()))
        safe = (each for each in ids if each and shlex.quote(each) == each)
        return [CompletionItem(each) for each in safe if each.casefold().startswith(start)]


MEETING_ID = WorkbookId("rapat")
DECREE_ID = WorkbookId("keputusan")
REVISION_ID = WorkbookId("revisi")
DECREED_ID = WorkbookId("keputusan", "revisi")
OFFICIAL_ID = WorkbookId("pejabat")
ROW_ID = WorkbookId("rencana_aksi")
NUMBERED_ID = WorkbookId("keputusan", "rapat", "surat")

_OPTIONS = (
    click.option("-q", "--senyap", "quiet", is_flag=True, help="Sebutkan kesalahan saja."),
    click.option(
        "-v",
        "--rinci",
        "verbose",
        is_flag=True,
        help="Sebutkan setiap temuan, dan mengapa tiap naskah dibuat atau tidak.",
    ),
    click.option(
        "--ketat", "--strict", "strict", is_flag=True, help="Anggap peringatan sebagai kesalahan."
    ),
    click.option("--kemajuan", is_flag=True, hidden=True),
    click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON."),
    click.option(
        "--templat",
        "templates",
        type=FOLDER,
        default=DEFAULTS.templates,
        help="Folder templat Word; bila tidak disebut, templat bawaan.",
    ),
    click.option(
        "--keluaran",
        "--output",
        "output",
        type=FOLDER,
        default=DEFAULTS.output,
        show_default=True,
        help="Folder hasil.",
    ),
    click.option(
        "--sumber",
        "--source",
        "source",
        type=click.Path(path_type=Path),
        default=newest_workbook,
        help=f"Buku kerja sumber; bila tidak disebut, yang terbaru di folder {DEFAULTS.workbooks}.",
    ),
)


def common_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options that all share; it gets them as its first argument, a `Run`."""

    @functools.wraps(verb)
    def with_run(
        *,
        source: Path,
        output: Path,
        as_json: bool,
        strict: bool,
        templates: Path,
        quiet: bool,
        verbose: bool,
        kemajuan: bool,
        **options: Any,
    ) -> None:
        if quiet and verbose:
            raise click.UsageError("Pilih salah satu: -v atau -q.")
        progress = progress_display(quiet=as_json or quiet, as_lines=kemajuan)
        run = Run(
            source, output, as_json, strict, templates, progress, quiet=quiet, verbose=verbose
        )
        try:
            verb(run, **options)
        except FAILURES as problem:
            if not as_json:
                raise
            run.fail(problem)
        finally:
            # A run that failed or was stopped has still found what it found.
            run.tell()

    wrapped: Callable[..., None] = with_run
    for option in _OPTIONS:
        wrapped = option(wrapped)
    return wrapped
