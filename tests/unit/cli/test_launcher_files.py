"""What is double-clicked: it sets the program up and starts it, in the office's folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from zi_docs.cli.launcher_files import DESKTOP, launcher_files

ROOT = Path(__file__).parents[3]
# Says what it was called with, and ends as it is asked to.
PROGRAM = """
import os, sys
print("folder", os.getcwd())
print("perintah", *sys.argv[1:])
sys.exit(int(os.environ.get("KODE", "0")))
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose program needs no libraries; its folder has a space and a sign of shells."""
    folder = tmp_path_factory.mktemp("unduhan") / "zi & docs"
    folder.mkdir()
    for name in ("zi.sh", "zi.desktop", "zi.bat"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "generate.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "requirements.lock").write_text("", encoding="utf-8")
    return folder


def run(*command: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def double_click(desktop: Path) -> subprocess.CompletedProcess[str]:
    """Start what a desktop file names, as a file manager does it."""
    (line,) = re.findall(r"^Exec=(.*)$", desktop.read_text(encoding="utf-8"), re.M)
    called = line.replace("\\\\", "\\").replace("%k", f"'{desktop}'")
    return run("bash", "-c", called)


# On Linux


def test_the_program_is_set_up_once_and_started(checkout: Path) -> None:
    first = run(checkout / "zi.sh")
    assert first.returncode == 0, first.stderr
    assert "Menyiapkan program untuk pertama kali" in first.stderr
    assert first.stdout.splitlines() == [f"folder {checkout}", "perintah dasbor"]

    again = run(checkout / "zi.sh", "periksa", "--lembar", "Rencana Aksi")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.splitlines()[1] == "perintah periksa --lembar Rencana Aksi"


def test_other_libraries_are_installed_when_the_list_changes(checkout: Path) -> None:
    run(checkout / "zi.sh")
    (checkout / "requirements.lock").write_text("# lain\n", encoding="utf-8")
    assert "Memasang pustaka" in run(checkout / "zi.sh").stderr
    assert run(checkout / "zi.sh").stderr == ""


def test_the_desktop_file_starts_what_stands_beside_it(checkout: Path) -> None:
    run(checkout / "zi.sh")
    result = double_click(checkout / "zi.desktop")
    assert result.stdout.splitlines() == [f"folder {checkout}", "perintah dasbor"]


def test_an_office_has_its_own_files_for_the_same_program(checkout: Path, tmp_path: Path) -> None:
    run(checkout / "zi.sh")
    office = tmp_path / "Kantor “Contoh” 100%"
    office.mkdir()
    for name, text in launcher_files(checkout, platform="linux").items():
        (office / name).write_text(text, encoding="utf-8")
        (office / name).chmod(0o755)
    assert double_click(office / "zi.desktop").stdout.splitlines() == [
        f"folder {office}",
        "perintah dasbor",
    ]
    assert (checkout / "zi.desktop").read_text(encoding="utf-8") == DESKTOP


def test_a_program_that_was_moved_is_named(tmp_path: Path) -> None:
    shutil.copy(ROOT / "zi.sh", tmp_path / "zi.sh")
    script = tmp_path / "kantor.sh"
    script.write_text(launcher_files(tmp_path, platform="linux")["zi.sh"], encoding="utf-8")
    (tmp_path / "zi.sh").unlink()
    result = run("bash", script)
    assert result.returncode == 1
    assert f"gantilah alamat ini di dalam berkas pembuka: {tmp_path}/zi.sh" in result.stderr


def test_a_program_that_fails_says_so_and_passes_its_code_on(checkout: Path) -> None:
    run(checkout / "zi.sh")
    failed = run(checkout / "zi.sh", KODE="7")
    assert failed.returncode == 7
    assert "Program berhenti dengan kode 7." in failed.stderr
    assert run(checkout / "zi.sh", "semua", KODE="7").returncode == 7


def test_without_a_python_that_will_do_it_is_said_what_to_install(
    checkout: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "zi"
    shutil.copytree(checkout, bare, ignore=shutil.ignore_patterns(".venv"))
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("bash", "dirname"):
        (tools / name).symlink_to(shutil.which(name) or name)
    (tools / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tools / "python3").chmod(0o755)
    result = run(tools / "bash", bare / "zi.sh", PATH=str(tools))
    assert result.returncode == 1
    assert result.stderr.startswith("Python 3.11 atau yang lebih baru belum terpasang")
    assert not (bare / ".venv").exists()


def test_an_installed_program_is_started_as_a_module(tmp_path: Path) -> None:
    script = launcher_files(tmp_path, python=sys.executable, platform="darwin")["zi.command"]
    (tmp_path / "zi.command").write_text(script, encoding="utf-8")
    result = run("bash", tmp_path / "zi.command", "--help", PYTHONPATH=str(ROOT))
    assert result.returncode == 0
    assert "Zona Integritas" in result.stdout


# On Windows, whose cmd.exe is not here: what it needs of the files.


def batch_files(tmp_path: Path) -> dict[str, str]:
    shutil.copy(ROOT / "zi.bat", tmp_path / "zi.bat")
    installed = launcher_files(Path("C:/tidak ada"), r"C:\100%\python.exe", "win32")
    return {
        "program": (ROOT / "zi.bat").read_bytes().decode("ascii"),
        "kantor": launcher_files(tmp_path, platform="win32")["zi.bat"],
        "terpasang": installed["zi.bat"],
    }


@pytest.mark.parametrize("name", ["program", "kantor", "terpasang"])
def test_every_line_of_a_batch_file_ends_as_windows_wants_it(name: str, tmp_path: Path) -> None:
    text = batch_files(tmp_path)[name]
    assert text.endswith("\r\n")
    assert re.search(r"(?<!\r)\n", text) is None
    assert text.startswith("@echo off\r\n")


def test_git_keeps_these_line_ends() -> None:
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert {"* text=auto eol=lf", "*.bat text eol=crlf"} <= set(attributes)


def test_the_batch_file_jumps_only_to_what_is_there(tmp_path: Path) -> None:
    text = batch_files(tmp_path)["program"]
    labels = set(re.findall(r"^:(\w+)\r?$", text, re.M))
    assert set(re.findall(r"\b(?:goto |call :)(\w+)", text)) == labels


def test_the_batch_file_does_what_the_script_does(tmp_path: Path) -> None:
    text = batch_files(tmp_path)["program"]
    for part in (
        "sys.version_info < (3, 11)",
        "-m venv",
        "--require-hashes -r",
        'generate.py" dasbor',
        'generate.py" %*',
        'pushd "%ZI_KANTOR%"',
        "https://www.python.org/downloads/",
    ):
        assert part in text
    # Whatever stops it stays on the screen.
    stops = re.findall(r"^:(?:tanpa|gagal)\w+\r\n((?:echo .*\r\n)+)(.*)\r$", text, re.M)
    assert [last for _, last in stops] == ["goto berhenti"] * 4
    assert ":berhenti\r\necho.\r\npause\r\nexit /b 1" in text


def test_the_batch_file_of_an_office_calls_that_of_the_program(tmp_path: Path) -> None:
    files = batch_files(tmp_path)
    assert f'set "PROGRAM={tmp_path / "zi.bat"}"' in files["kantor"]
    assert 'call "%PROGRAM%" %*' in files["kantor"]
    assert 'set "ZI_KANTOR=%~dp0"' in files["kantor"]
    assert r'"C:\100%%\python.exe" -m zi_docs dasbor' in files["terpasang"]
