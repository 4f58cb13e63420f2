"""The verbs of the program, a module a family. No logic: each reads, asks `build`, reports."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from types import FrameType

import click

from zi_docs import __version__
from zi_docs.cli.click_words import speak_indonesian
from zi_docs.cli.outcome import COMPLETION, FAILURES, Failure, program_name, result_text, tell
from zi_docs.cli.streams import guard_streams, lost
from zi_docs.cli.verb_class import VerbGroup
from zi_docs.errors import ExitCode

# Before a verb is loaded: its options take words of click along.
speak_indonesian()

# Verb -> the module that holds it. Loaded when it is called: the libraries of one verb would
# make every other verb wait.
_VERBS = {
    "semua": "verb_semua",
    "dasbor": "verb_dasbor",
    "keputusan": "verbs_keputusan",
    "sk": "verbs_keputusan",
    "jdih": "verbs_keputusan",
    "rapat": "verbs_rapat",
    "undangan": "verbs_rapat",
    "daftar-hadir": "verbs_rapat",
    "notula": "verbs_rapat",
    "naskah": "verb_naskah",
    "jadwal": "verb_jadwal",
    "monev": "verbs_monev",
    "rekap": "verbs_monev",
    "laporan": "verbs_monev",
    "realisasi": "verb_realisasi",
    "bukti": "verb_bukti",
    "masukkan": "verb_masukkan",
    "status": "verb_status",
    "lke": "verb_lke",
    "tandatangan": "verb_tandatangan",
    "jelaskan": "verb_jelaskan",
    "manifes": "verb_manifes",
    "nomor": "verb_nomor",
    "revisi": "verb_revisi",
    "periksa": "verb_periksa",
    "mulai": "verb_mulai",
    "buku-kerja": "verb_buku_kerja",
    "tahun-baru": "verb_tahun_baru",
    "templat": "verbs_templat",
    "lengkapi": "verb_lengkapi",
}


class _Verbs(VerbGroup):
    """The verbs in the order of their table, loaded one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        module = import_module(f"zi_docs.cli.{_VERBS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--bantuan", "--help"]})
@click.version_option(__version__, "--versi", "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Susun naskah Zona Integritas setahun dari satu buku kerja."""


def main() -> None:
    """Run the program; a failure is printed in one line and becomes its exit code."""
    output = guard_streams()
    # As if the user had pressed Ctrl-C: LibreOffice is ended, and nothing half done stays.
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # Under nohup a run goes on when its terminal closes.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    code = run_verb()
    problem = lost(output)
    if problem is not None:
        click.echo(f"Gagal: {problem}", err=True)
    sys.exit(code or (problem.exit_code if problem else ExitCode.BERES))


def run_verb() -> int:
    """Run the verb of the command line; its exit code. A failure is told in a line on stderr."""
    try:
        cli.main(prog_name=program_name(), complete_var=COMPLETION, standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.BERES
    except FAILURES as problem:
        code = tell(problem)
        # What the verb had gathered until then it has told itself.
        if "--json" in sys.argv:
            click.echo(result_text({}, (), [Failure.of(problem).finding], code))
        return code
    return ExitCode.BERES


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
