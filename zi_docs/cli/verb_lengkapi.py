"""The verb that prints what a shell needs to complete verbs, options and IDs."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from zi_docs.cli.outcome import COMMAND, COMPLETION
from zi_docs.cli.verb_class import Verb


@click.command(cls=Verb)
@click.argument("cangkang", type=click.Choice(["bash", "zsh"]), metavar="bash|zsh")
def lengkapi(cangkang: str) -> None:
    """Cetak skrip yang melengkapi perintah, opsi, dan ID dengan tombol Tab.

    \b
    Untuk bash:
      zi-docs lengkapi bash > ~/.local/share/bash-completion/completions/zi-docs
    Untuk zsh, ke salah satu folder fpath:
      zi-docs lengkapi zsh > ~/.zfunc/_zi-docs
    """
    completion = get_completion_class(cangkang)
    if completion is not None:
        program = click.get_current_context().find_root().command
        click.echo(completion(program, {}, COMMAND, COMPLETION).source())
