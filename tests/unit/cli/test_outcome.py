"""How a call ends: in words, as JSON, and under which name of the program."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import click
import pytest

from zi_docs.cli.outcome import Failure, as_called, program_name, result_text
from zi_docs.errors import BusyError, ExitCode
from zi_docs.findings import Place, error

CALLS = [
    (["generate.py", "semua"], "python generate.py"),
    (["/rumah/staf/zi/generate.py"], "python generate.py"),
    (["/usr/lib/zi_docs/__main__.py"], "python -m zi_docs"),
    (["/home/staf/.local/bin/zi-docs"], "zi-docs"),
    (["zi-docs.exe"], "zi-docs"),
]


@pytest.mark.parametrize(("argv", "name"), CALLS)
def test_the_program_is_called_what_the_user_called_it(
    argv: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", argv)
    assert program_name() == name
    assert as_called("Jalankan `python generate.py periksa`.") == f"Jalankan `{name} periksa`."


def test_a_result_has_one_shape_and_leaves_data_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["zi-docs"])
    finding = error("MAN-TIADA", "Jalankan `python generate.py semua`.", Place("output"))
    text = result_text({"words": "python generate.py"}, [Path("a.pdf")], [finding], 1)
    assert json.loads(text) == {
        "words": "python generate.py",
        "files": ["a.pdf"],
        "findings": [
            {
                "code": "MAN-TIADA",
                "severity": "kesalahan",
                "message": "Jalankan `zi-docs semua`.",
                "place": {"file": "output", "sheet": None, "cell": None},
            }
        ],
        "exit": 1,
    }


SHORT = (
    "Gagal: Sistem kekurangan memori atau proses untuk perintah ini. Berkas yang lama tetap ada. "
    "Tutuplah program lain, lalu jalankan perintah ini kembali."
)


@pytest.mark.parametrize(
    ("problem", "code", "line"),
    [
        (click.UsageError("Sebutkan bulan."), ExitCode.SALAH_PERINTAH, "Sebutkan bulan."),
        (
            BusyError("Folder ini dipakai.", "Tunggulah."),
            ExitCode.SEDANG_DIPAKAI,
            "Gagal: Folder ini dipakai. Tunggulah.",
        ),
        (
            OSError(28, "No space left on device", "output/a.pdf"),
            ExitCode.KELUARAN_GAGAL,
            "Gagal: Sistem menolak membaca atau menulis berkas: ruang penyimpanan penuh "
            "(output/a.pdf). Periksa izin dan sisa ruang foldernya, lalu jalankan perintah ini "
            "kembali.",
        ),
        (MemoryError(), ExitCode.KELUARAN_GAGAL, SHORT),
        (OSError(errno.EAGAIN, "Resource busy"), ExitCode.KELUARAN_GAGAL, SHORT),
        (
            KeyboardInterrupt(),
            ExitCode.DIHENTIKAN,
            "Dihentikan; tidak ada berkas yang diubah.",
        ),
    ],
)
def test_what_ends_a_call(problem: BaseException, code: ExitCode, line: str) -> None:
    failure = Failure.of(problem)
    assert (failure.code, failure.line) == (code, line)
