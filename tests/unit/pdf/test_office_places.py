"""LibreOffice is found where installers put it, on every system, or where a setting says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.pdf.office_places import deployments, find_office, is_confined, temporary_folder
from zi_docs.pdf.office_program import OfficeProgram


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which nothing is set or installed."""
    for name in ("ZI_LIBREOFFICE", "ZI_SOFFICE", "ProgramFiles", "ProgramW6432"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))


def installed(root: Path, *names: str) -> None:
    for name in names:
        program = root / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)


@pytest.mark.parametrize(
    "name",
    [
        "Applications/LibreOffice.app/Contents/MacOS/soffice",
        "rumah/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "opt/libreoffice24.8/program/soffice",
        "usr/lib/libreoffice/program/soffice",
        "usr/lib64/libreoffice/program/soffice",
        "var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
        "rumah/.local/share/flatpak/exports/bin/org.libreoffice.LibreOffice",
        "snap/bin/libreoffice",
    ],
)
def test_where_installers_put_it(name: str, tmp_path: Path) -> None:
    installed(tmp_path, name)
    assert find_office(tmp_path) == tmp_path / name


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramFiles(x86)"])
def test_where_windows_keeps_programs(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of its two programs only soffice.com can be waited for."""
    folder = tmp_path / "Program Files"
    installed(folder / "LibreOffice" / "program", "soffice.exe", "soffice.com")
    monkeypatch.setenv(variable, str(folder))
    assert find_office(tmp_path) == folder / "LibreOffice" / "program" / "soffice.com"


def test_the_newest_of_several(tmp_path: Path) -> None:
    installed(tmp_path, *(f"opt/libreoffice{n}/program/soffice" for n in ("7.6", "24.8", "24.10")))
    assert find_office(tmp_path) == tmp_path / "opt/libreoffice24.10/program/soffice"


def test_what_is_on_path_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "bin/libreoffice", "opt/libreoffice7.6/program/soffice")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert find_office(tmp_path) == tmp_path / "bin/libreoffice"


@pytest.mark.parametrize("setting", ["ZI_LIBREOFFICE", "ZI_SOFFICE"])
@pytest.mark.parametrize("value", ["kantor", "kantor/program", "kantor/program/soffice"])
def test_a_setting_names_the_program_or_its_folder(
    setting: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, "kantor/program/soffice", "opt/libreoffice7.6/program/soffice")
    monkeypatch.setenv(setting, str(tmp_path / value))
    assert find_office(tmp_path) == tmp_path / "kantor/program/soffice"


@pytest.mark.parametrize("setting", ["ZI_LIBREOFFICE", "ZI_SOFFICE"])
def test_a_wrong_setting_is_told_and_nothing_else_taken(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, "opt/libreoffice7.6/program/soffice")
    monkeypatch.setenv(setting, str(tmp_path / "kantor"))
    with pytest.raises(MissingProgramError) as caught:
        find_office(tmp_path)
    assert caught.value.exit_code is ExitCode.PROGRAM_HILANG
    assert caught.value.what == (
        f"{setting} menunjuk {tmp_path / 'kantor'}, tetapi program LibreOffice tidak ada di situ "
        "atau tidak dapat dijalankan."
    )
    assert setting in caught.value.remedy


def test_without_it_the_message_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(MissingProgramError, match=r"libreoffice-writer-nogui.*ZI_LIBREOFFICE"):
        find_office(tmp_path)


# Programs that a package manager confines


def test_a_flatpak_is_shown_the_folder_of_the_run(tmp_path: Path) -> None:
    program = tmp_path / "flatpak/exports/bin/org.libreoffice.LibreOffice"
    office = OfficeProgram(program, tmp_path / "fonts.conf")
    place = tmp_path / "zi-docs-1-abc" / "tmpabc"
    assert office.version(place) == [
        *("flatpak", "run", "--unshare=network", f"--filesystem={place.parent}"),
        "org.libreoffice.LibreOffice",
        f"-env:UserInstallation=file://{place}/profile",
        "--version",
    ]
    assert office.environment(place)["HOME"] == str(Path.home())


def test_a_snap_works_where_it_may(tmp_path: Path) -> None:
    program = tmp_path / "snap/bin/libreoffice"
    assert is_confined(program)
    assert temporary_folder(program) == tmp_path / "rumah/snap/libreoffice/common"


def test_an_update_of_a_confined_program_is_seen(tmp_path: Path) -> None:
    """What stands at its path stays the same."""
    flatpak = "flatpak/exports/bin/org.libreoffice.LibreOffice"
    installed(tmp_path, flatpak, "snap/bin/libreoffice")
    for folder in ("flatpak/app/org.libreoffice.LibreOffice/current", "snap/libreoffice"):
        (tmp_path / folder / "1").mkdir(parents=True)
    active = tmp_path / "flatpak/app/org.libreoffice.LibreOffice/current/active"
    current = tmp_path / "snap/libreoffice/current"
    for link in (active, current):
        link.symlink_to(link.parent / "1")
    assert active.resolve() in deployments(tmp_path / flatpak)
    assert current.resolve() in deployments(tmp_path / "snap/bin/libreoffice")
