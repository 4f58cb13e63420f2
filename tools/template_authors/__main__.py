"""`python -m tools.template_authors [NAMA ...] --ke DIR`: write templates into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tools.template_authors import AUTHORS
from zi_docs.build.publish import write_all_new
from zi_docs.errors import ZiError


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", metavar="[NAMA]...", nargs=-1, type=click.Choice(list(AUTHORS)))
@click.option(
    "--ke",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder tujuan; berkas yang sudah ada di dalamnya tidak ditimpa.",
)
def main(names: tuple[str, ...], ke: Path) -> None:
    """Tulis templat bawaan dari kodenya; tanpa NAMA, semuanya."""
    files = {name: AUTHORS[name]() for name in names or AUTHORS}
    try:
        for path in write_all_new(files, ke):
            click.echo(path)
    except ZiError as problem:
        click.echo(f"Gagal: {problem}", err=True)
        sys.exit(problem.exit_code)


if __name__ == "__main__":
    main(prog_name="python -m tools.template_authors")
