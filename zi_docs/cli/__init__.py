"""The verbs of the program, a module a family. No logic: each reads, asks `build`, reports."""

from __future__ import annotations

import sys

import click

from zi_docs.cli.decrees import keputusan, sk
from zi_docs.cli.jdih import jdih
from zi_docs.cli.meetings import daftar_hadir, notula, rapat, undangan
from zi_docs.cli.monev import bukti, monev, realisasi
from zi_docs.cli.numbers import nomor
from zi_docs.cli.recaps import laporan, rekap
from zi_docs.cli.revisions import revisi
from zi_docs.cli.schedule import jadwal
from zi_docs.cli.status import status
from zi_docs.cli.templates import templat
from zi_docs.cli.workbook import buku_kerja, periksa
from zi_docs.errors import ExitCode, ZiError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Susun naskah Zona Integritas setahun dari satu buku kerja."""


for verb in (
    keputusan,
    sk,
    jdih,
    rapat,
    undangan,
    daftar_hadir,
    notula,
    jadwal,
    monev,
    realisasi,
    bukti,
    rekap,
    laporan,
    status,
    nomor,
    revisi,
    periksa,
    buku_kerja,
    templat,
):
    cli.add_command(verb)


def main() -> None:
    """Run the program; a failure is told in one line and becomes its exit code."""
    try:
        cli.main(prog_name="generate.py", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        sys.exit(ExitCode.SALAH_PERINTAH)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan; tidak ada berkas yang diubah.", err=True)
        sys.exit(ExitCode.DIHENTIKAN)
    except ZiError as problem:
        click.echo(f"Gagal: {problem}", err=True)
        sys.exit(problem.exit_code)
