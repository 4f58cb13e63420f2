"""The verb that opens the page in the browser."""

from __future__ import annotations

import click

from zi_docs.cli.common_options import common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb


@click.command(cls=Verb)
@click.option(
    "--tanpa-peramban", is_flag=True, help="Hanya cetak alamatnya; peramban tidak dibuka."
)
@click.option(
    "--porta",
    type=click.IntRange(0, 65535),
    metavar="PORTA",
    default=0,
    show_default="yang bebas",
    help="Porta halaman ini.",
)
@common_options
def dasbor(run: Run, *, tanpa_peramban: bool, porta: int) -> None:
    """Buka halaman Zona Integritas di peramban komputer ini.

    Halaman itu hanya terbuka di komputer ini dan hanya dari alamat yang dicetak. Tutuplah dengan
    Ctrl-C di jendela ini.
    """
    from zi_docs.web.server import serve
    from zi_docs.web.workplace import Workplace

    place = Workplace(run.source, run.output, run.templates)
    serve(place, porta, click.echo, browser=not tanpa_peramban)
