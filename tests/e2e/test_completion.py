"""What a shell completes: verbs, options, IDs; asked in bash itself, as at its Tab key."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.edited import edited
from tests.e2e.conftest import ROOT, SOURCE
from tests.e2e.conftest import generate_here as generate

# A command `zi-docs` as an installed package has it, and one press of Tab behind some words.
_TAB = """
export PATH={bin}:$PATH PYTHONPATH={root}
cd {folder}
source <({python} {root}/generate.py lengkapi bash)
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
compopt() {{ :; }}
$(complete -p zi-docs | sed 's/.*-F \\([^ ]*\\).*/\\1/') zi-docs
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a command `zi-docs`."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "zi-docs"
    script.write_text(f"#!{sys.executable}\nfrom zi_docs.cli import main\nmain()\n")
    script.chmod(0o755)
    return folder


def completed(command: Path, *words: str) -> list[str]:
    """What bash offers for the last of some words."""
    script = _TAB.format(
        bin=shlex.quote(str(command)),
        root=shlex.quote(str(ROOT)),
        folder=shlex.quote(str(ROOT)),
        python=shlex.quote(sys.executable),
        words=" ".join(map(shlex.quote, ("zi-docs", *words))),
    )
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    return result.stdout.split()


def test_verbs(command: Path) -> None:
    assert completed(command, "re") == ["rekap", "realisasi", "revisi"]
    assert completed(command, "templat", "ba") == ["banding", "baru"]


def test_options_by_their_indonesian_names(command: Path) -> None:
    assert completed(command, "rekap", "--s") == ["--semester", "--sumber", "--senyap"]
    assert completed(command, "rekap", "--b") == ["--banding", "--bulan", "--bantuan"]


def test_ids_of_the_workbook(command: Path) -> None:
    assert completed(command, "rapat", "r-0")[:2] == ["R-01", "R-02"]
    assert completed(command, "keputusan", "--sumber", str(SOURCE), "ren") == ["renaksi"]
    assert completed(command, "rapat", "--sumber", "tidak-ada.xlsx", "R") == []


def test_an_id_that_a_shell_would_run_is_not_offered(command: Path, tmp_path: Path) -> None:
    ids = {("Rapat", "R-01", "ID"): "R-$(reboot)", ("Rapat", "R-02", "ID"): "R-`id`"}
    book = edited(SOURCE, tmp_path / "zi-2026.xlsx", cells=ids)
    assert completed(command, "rapat", "--sumber", str(book), "r-")[:1] == ["R-03"]


def test_months(command: Path) -> None:
    assert completed(command, "monev", "--bulan", "ma") == ["Maret"]


def test_the_script_of_each_shell() -> None:
    for shell, start in (("bash", "_zi_docs_completion() {"), ("zsh", "#compdef zi-docs")):
        printed = generate("lengkapi", shell)
        assert (printed.returncode, printed.stderr) == (0, "")
        assert printed.stdout.lstrip().startswith(start)
        assert f"_ZI_DOCS_COMPLETE={shell}_complete" in printed.stdout
    assert generate("lengkapi", "fish").returncode == 2
