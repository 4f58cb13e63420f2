"""The program as a wheel: installed in a folder of its own, used far from any checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from tests.e2e.conftest import ROOT, SOURCE
from zi_docs.errors import ExitCode

# What a checkout holds beside what is tracked, and a workbook that building has no use for.
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", "__pycache__", "*.egg-info", "output", "source", "_beda", "dist"
)
_BUILD_SDIST = "import sys; from setuptools import build_meta; build_meta.build_sdist(sys.argv[1])"


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def done(*command: object, cwd: Path) -> None:
    result = run(*command, cwd=cwd)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive, and the wheel built from it without any network.

    They are built from a copy, for setuptools leaves its own folders in the one it works in.
    """
    checkout = tmp_path_factory.mktemp("salinan") / "zi"
    shutil.copytree(ROOT, checkout, ignore=_LEFT_OUT)
    folder = tmp_path_factory.mktemp("arsip")
    done(sys.executable, "-c", _BUILD_SDIST, folder, cwd=checkout)
    (sdist,) = folder.glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    offline = ("--no-index", "--no-deps")
    done(*pip, "wheel", *offline, "--no-build-isolation", "-w", folder, sdist, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(archives: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel was installed, without the libraries it needs."""
    target = tmp_path_factory.mktemp("terpasang")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install")
    done(*pip, "--no-index", "--no-deps", "--target", target, archives[1], cwd=target)
    return target


def test_the_wheel_holds_the_package_and_its_templates(archives: tuple[Path, Path]) -> None:
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "zi_docs").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    templates = {f"zi_docs/templates/{path.name}" for path in (ROOT / "templates").glob("*.docx")}
    with ZipFile(archives[1]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert "zi_docs/templates/undangan.docx" in templates
    assert names == package | templates


def test_no_archive_holds_tests_or_tools(archives: tuple[Path, Path]) -> None:
    with tarfile.open(archives[0]) as sdist:
        top = {name.split("/")[1] for name in sdist.getnames() if "/" in name}
    assert {"zi_docs", "templates", "pyproject.toml"} <= top
    assert not {"tests", "tools"} & top


def test_a_decree_is_made_far_from_any_checkout(installed: Path, tmp_path: Path) -> None:
    result = run(
        *(sys.executable, "-m", "zi_docs", "keputusan", "--source", SOURCE),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
        ZI_SOFFICE="/tidak/ada/soffice",
    )
    assert result.returncode == ExitCode.PROGRAM_HILANG, result.stderr
    decree = Document(str(tmp_path / "output" / "2026" / "keputusan" / "renaksi-asli.docx"))
    lines = [paragraph.text for paragraph in decree.paragraphs]
    assert lines[:2] == ["KOMISI PEMILIHAN UMUM", "KABUPATEN BATANG HARI"]


def test_its_command_calls_itself_by_its_name(installed: Path, tmp_path: Path) -> None:
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, installed / "bin" / "zi-docs", *words)
        return run(*command, cwd=tmp_path, PYTHONPATH=str(installed))

    assert call("--versi").stdout == "zi-docs 0.1.0\n"
    mistyped = call("keputsan")
    assert mistyped.returncode == ExitCode.SALAH_PERINTAH
    assert mistyped.stderr.startswith("Pemakaian: zi-docs [OPSI] PERINTAH [ARGUMEN]...\n")
    nothing = call("manifes")
    assert "jalankan `zi-docs semua`" in nothing.stderr


def test_its_command_copies_the_templates(installed: Path, tmp_path: Path) -> None:
    result = run(
        *(sys.executable, installed / "bin" / "zi-docs", "templat", "baru", "--ke", "templat"),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
    )
    assert result.returncode == ExitCode.BERES, result.stderr
    for path in (ROOT / "templates").glob("*.docx"):
        assert (tmp_path / "templat" / path.name).read_bytes() == path.read_bytes()
