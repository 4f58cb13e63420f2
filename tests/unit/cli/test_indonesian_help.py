"""The command line speaks Indonesian: help, names of options, what it says of a slip."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from zi_docs.cli import cli
from zi_docs.cli.click_words import _SPEAKERS, indonesian
from zi_docs.cli.verb_class import Verb, shown_name

# For those who write programs with click, and of no use to a user of one.
_OF_DEVELOPERS = (
    "Could not determine name",
    "No options defined",
    "Arguments take exactly one",
    "Boolean option",
    "DeprecationWarning",
    "Invalid start character",
    "Name '{name}' defined twice",
    "Unknown color",
)
_ENGLISH = re.compile(
    r"\b(usage|options?|commands?|show|exit|default|required|text|integer|range|file|directory|"
    r"error|try|missing|invalid|such|value|the|and|source|output|strict|help|version)\b",
    re.I,
)
# A folder of the program, and its kinds of values.
_NAMES = re.compile(r"folder source|bawaan: output")


def verbs(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every verb as it is typed: `()`, `keputusan`, `templat baru`."""
    yield path
    if isinstance(command, click.Group):
        with click.Context(command) as ctx:
            for name in command.list_commands(ctx):
                verb = command.get_command(ctx, name)
                assert verb is not None
                yield from verbs(verb, (*path, name))


def command_of(path: tuple[str, ...]) -> click.Command:
    command: click.Command = cli
    for name in path:
        assert isinstance(command, click.Group)
        with click.Context(command) as ctx:
            command = command.get_command(ctx, name) or command
    return command


def said(*arguments: str) -> str:
    """What the program says of a command line."""
    return CliRunner().invoke(cli, arguments, prog_name="zi-docs").output


ALL_VERBS = [pytest.param(path, id=" ".join(path) or "zi-docs") for path in verbs()]


@pytest.mark.parametrize("path", ALL_VERBS)
def test_no_help_page_holds_an_english_word(path: tuple[str, ...]) -> None:
    page = said(*path, "--bantuan")
    assert page.startswith(f"Pemakaian: {' '.join(('zi-docs', *path))} [OPSI]")
    assert "-h, --bantuan" in page
    assert _ENGLISH.findall(_NAMES.sub("", page)) == []
    assert page == said(*path, "--help") == said(*path, "-h")


@pytest.mark.parametrize("path", ALL_VERBS)
def test_every_verb_is_of_the_house(path: tuple[str, ...]) -> None:
    assert isinstance(command_of(path), Verb)


def test_all_that_click_says_to_users_is_translated() -> None:
    english = [
        text.value
        for module in _SPEAKERS
        for call in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext")
        for text in call.args
        if isinstance(text, ast.Constant)
        and not text.value.startswith(_OF_DEVELOPERS)
        and indonesian(text.value) == text.value
    ]
    assert english == []


def test_a_help_page_as_a_whole() -> None:
    assert said("rekap", "--bantuan") == (
        "Pemakaian: zi-docs rekap [OPSI]\n"
        "\n"
        "  Buat rekapitulasi capaian satu periode, atau perbandingannya dengan tahun\n"
        "  lain.\n"
        "\n"
        "Opsi:\n"
        "  --banding LAMA.xlsx  Bandingkan dengan capaian buku kerja tahun lain; tanpa\n"
        "                       periode: setahun penuh.\n"
        "  --bulan BULAN        Bulan: 3, Maret, atau 2026-03.\n"
        "  --triwulan TRIWULAN  Triwulan: 1 sampai dengan 4, atau I sampai dengan IV.\n"
        "  --semester SEMESTER  Semester: 1 atau 2, I atau II.\n"
        "  --tahunan            Setahun penuh.\n"
        "  --sumber BERKAS      Buku kerja sumber; bila tidak disebut, yang terbaru di\n"
        "                       folder source.\n"
        "  --keluaran FOLDER    Folder hasil.  [bawaan: output]\n"
        "  --templat FOLDER     Folder templat Word; bila tidak disebut, templat bawaan.\n"
        "  --json               Cetak hasil sebagai JSON.\n"
        "  --ketat              Anggap peringatan sebagai kesalahan.\n"
        "  -v, --rinci          Sebutkan setiap temuan, dan mengapa tiap naskah dibuat\n"
        "                       atau tidak.\n"
        "  -q, --senyap         Sebutkan kesalahan saja.\n"
        "  -h, --bantuan        Tampilkan bantuan ini.\n"
    )


def test_the_names_by_which_options_were_once_called_still_work() -> None:
    names = {name for option in command_of(("semua",)).params for name in option.opts}
    assert names >= {"--sumber", "--source", "--keluaran", "--output", "--ketat", "--strict"}
    shown = {shown_name(option) for option in command_of(("semua",)).params}
    assert shown >= {"--sumber", "--keluaran", "--ketat"}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("keputsan", "Perintah “keputsan” tidak dikenal. Mungkin maksud Anda: keputusan."),
        ("templat periks", "Perintah “periks” tidak dikenal. Mungkin maksud Anda: periksa."),
        ("cetak", "Perintah “cetak” tidak dikenal."),
        ("monev --buln 3", "Opsi --buln tidak dikenal. Mungkin maksud Anda: --bulan."),
        ("monev --sorce x", "Opsi --sorce tidak dikenal. Mungkin maksud Anda: --source."),
        ("rekap -x", "Opsi -x tidak dikenal."),
        (
            "--ketat periksa",
            "Opsi --ketat ditulis sesudah perintahnya, misalnya `semua --ketat`.",
        ),
        ("-q periksa", "Opsi -q ditulis sesudah perintahnya, misalnya `semua -q`."),
        (
            "monev --bulan Marte",
            "Nilai untuk --bulan keliru: “Marte” bukan bulan. Mungkin maksud Anda: Maret.",
        ),
        (
            "monev --bulan 13",
            "Nilai untuk --bulan keliru: “13” bukan bulan. Tuliskan misalnya 3, Maret, atau "
            "2026-03.",
        ),
        (
            "laporan --triwulan V",
            "Nilai untuk --triwulan keliru: “V” bukan triwulan. Tuliskan 1 sampai dengan 4.",
        ),
        (
            "buku-kerja baru.xlsx --tahun 26",
            "Nilai untuk --tahun keliru: “26” bukan tahun. Tuliskan 2000 sampai dengan 2100.",
        ),
        (
            "jadwal --gabung aera",
            "Nilai untuk --gabung keliru: “aera” bukan pilihan; yang ada 'tujuan', 'area'.",
        ),
        ("jdih", "Yang wajib disebut belum ada: ID."),
        ("templat baru", "Opsi yang wajib belum ada: --ke."),
        ("keputusan a b", "Argumen “b” tidak dikenal di sini."),
        ("monev --bulan", "Opsi --bulan harus diikuti nilainya."),
        ("rekap --json=3", "Opsi --json tidak diikuti nilai."),
        (
            "periksa --salinan /",
            "Nilai untuk --salinan keliru: / adalah folder, bukan berkas.",
        ),
    ],
)
def test_what_is_said_of_a_slip(typed: str, answer: str) -> None:
    lines = said(*typed.split()).splitlines()
    assert lines[0].startswith("Pemakaian: zi-docs")
    assert lines[1].startswith("Lihat bantuannya: zi-docs") and lines[1].endswith("--bantuan")
    assert lines[-1] == f"Kesalahan: {answer}"
