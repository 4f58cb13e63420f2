"""A whole verb with the real LibreOffice, without anything that Windows lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.workshops import contents
from tests.e2e.conftest import ROOT, generate, generate_here, papers, running
from zi_docs.errors import ExitCode

LACKING = ROOT / "tests" / "cases" / "as_on_windows"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Surroundings without fontconfig, without LibreOffice on PATH, with an old code page."""
    folder = tmp_path_factory.mktemp("lain")
    for name in ("bin", "sementara"):
        (folder / name).mkdir()
    for program in (path for place in ("/usr/bin", "/bin") for path in Path(place).iterdir()):
        link = folder / "bin" / program.name
        if not program.name.startswith(("fc-", "soffice", "libreoffice")) and not link.exists():
            link.symlink_to(program)
    return {
        "PATH": str(folder / "bin"),
        "PYTHONPATH": str(LACKING),
        "PYTHONIOENCODING": "cp1252",
        "PYTHONTZPATH": "",
        "TMPDIR": str(folder / "sementara"),
    }


def test_what_is_taken_away(bare: dict[str, str]) -> None:
    """Also from the small process that ends what a killed run leaves."""
    program = f"""
import os, runpy, sys
from zi_docs.pdf import office_pipe, processes, reaper
assert reaper.os.name == "nt" and not hasattr(reaper.os, "getuid") and hasattr(os, "getuid")
assert not hasattr(office_pipe.socket, "AF_UNIX")
assert office_pipe.pipe_of("file:///x") is None
sys.argv, sys.stdin = ["reaper", {bare["TMPDIR"]!r}], open(os.devnull)
names = runpy.run_path(reaper.__file__, run_name="__main__")
assert names["os"].name == "nt"
try:
    exec("import fcntl", {{"__file__": reaper.__file__}})
except ModuleNotFoundError:
    print("tiada")
"""
    surroundings = {**os.environ, **bare}
    command = [sys.executable, "-c", program]
    run = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("tiada\n", "")


@pytest.mark.libreoffice
def test_the_same_bytes_are_made_without_what_windows_lacks(
    made: Path, bare: dict[str, str], tmp_path: Path
) -> None:
    run = generate("keputusan", "--output", tmp_path / "hasil", **bare)
    assert run.returncode == 0, run.stderr
    assert contents(tmp_path / "hasil" / "2026") == contents(made)
    assert list(Path(bare["TMPDIR"]).iterdir()) == []
    assert running(f"{bare['TMPDIR']}/") == []


@pytest.mark.parametrize(
    "verb",
    [
        ("jadwal", "--ics", "kalender.ics"),
        ("bukti", "--ke", "bukti"),
        ("lke", "--lembar", "lke.xlsx"),
        ("buku-kerja", "baru.xlsx"),
        ("templat", "baru", "--ke", "templat"),
    ],
    ids=lambda verb: verb[0],
)
def test_what_needs_no_libreoffice_is_written_the_same(
    verb: tuple[str, ...], bare: dict[str, str], tmp_path: Path
) -> None:
    for name in ("dengan", "tanpa"):
        (tmp_path / name).mkdir()
    runs = (
        generate_here(*verb[:-1], tmp_path / "dengan" / verb[-1]),
        generate(*verb[:-1], tmp_path / "tanpa" / verb[-1], **bare),
    )
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert contents(tmp_path / "tanpa") == contents(tmp_path / "dengan") != {}


def test_what_is_printed_into_a_file_has_every_character(bare: dict[str, str]) -> None:
    """Also those that the code page of old programs lacks."""
    command = [sys.executable, "generate.py", "periksa", "--json"]
    surroundings = {**os.environ, **bare}
    run = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert "bubuhkan √ pada bulan" in run.stdout.decode()


def test_without_fonts_the_word_files_are_made(
    bare: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing lists fonts, and there are no font files: what a PDF would look like is unknown."""
    for module in ("fonts", "versions"):
        monkeypatch.setattr(f"zi_docs.pdf.{module}.font_files", list)
    for _ in range(2):
        run = generate_here("keputusan", "--output", tmp_path, PATH=bare["PATH"])
        assert run.returncode == ExitCode.PROGRAM_HILANG
        assert "fontconfig (fc-list) belum terpasang" in run.stderr
    assert papers(tmp_path / "2026") == [
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-salinan.docx",
    ]


@pytest.mark.libreoffice
def test_where_only_word_is_it_makes_the_pdfs(
    bare: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zi_docs.pdf.office_places._INSTALLATIONS", ())
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "fakes" / "word"))
    surroundings = {
        "PATH": bare["PATH"],
        "PYTHONPATH": str(ROOT / "tests" / "fakes" / "word"),
        "ZI_UJI_KANTOR": shutil.which("soffice") or "",
    }
    run = generate_here("keputusan", "--output", tmp_path, **surroundings)
    assert run.returncode == 0, run.stderr
    assert "PDF dibuat dengan Microsoft Word karena LibreOffice tidak ada" in run.stderr
    assert papers(tmp_path / "2026") == [
        "bundel/keputusan-renaksi.pdf",
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-asli.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]
