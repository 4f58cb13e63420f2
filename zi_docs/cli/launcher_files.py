"""The files that open the program by a double-click in an office's folder.

They start the program where it stands, with that folder as its working place. In a checkout
`zi.bat` and `zi.sh` also set the program up; an installed program is ready.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[2]

# The file manager says where the file is; `cd` and the rest are the shell's.
DESKTOP = r"""[Desktop Entry]
Type=Application
Version=1.0
Name=Zona Integritas
Comment=Membuka dasbor naskah Zona Integritas di peramban
Exec=bash -c "cd \\"\\$(dirname \\"\\${1#file://}\\")\\" && exec ./zi.sh" zi %k
Icon=x-office-document
Terminal=true
Categories=Office;
"""
_MOVED = "Program tidak ada lagi di tempatnya; gantilah alamat ini di dalam berkas pembuka:"


def launcher_files(
    program: Path = _PROGRAM, python: str = sys.executable, platform: str = sys.platform
) -> dict[str, str]:
    """The texts of the files by name, as the system of this computer opens them."""
    if platform == "win32":
        return {"zi.bat": _batch(program, python)}
    if platform == "darwin":
        return {"zi.command": _script(program, python)}
    return {"zi.sh": _script(program, python), "zi.desktop": DESKTOP}


def _batch(program: Path, python: str) -> str:
    head = [
        "@echo off",
        "rem Membuka dasbor Zona Integritas untuk kantor yang foldernya ini.",
        "chcp 65001 >nul",
        'set "ZI_KANTOR=%~dp0"',
    ]
    set_up = program / "zi.bat"
    if set_up.is_file():
        lines = [
            *head,
            f'set "PROGRAM={_in_batch(str(set_up))}"',
            'if not exist "%PROGRAM%" goto pindah',
            'call "%PROGRAM%" %*',
            "exit /b %errorlevel%",
            ":pindah",
            f"echo {_MOVED}",
            'echo "%PROGRAM%"',
            "pause",
            "exit /b 1",
        ]
    else:
        called = f'"{_in_batch(python)}" -m zi_docs'
        lines = [*head, 'pushd "%ZI_KANTOR%"', f"{called} dasbor", "if errorlevel 1 pause"]
    return "\r\n".join([*lines, ""])


def _in_batch(text: str) -> str:
    """A text whose signs mean nothing to cmd.exe between quotation marks."""
    return text.replace("%", "%%")


def _script(program: Path, python: str) -> str:
    lines = [
        "#!/usr/bin/env bash",
        "# Membuka dasbor Zona Integritas untuk kantor yang foldernya ini.",
        'ZI_KANTOR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)',
        "export ZI_KANTOR",
    ]
    set_up = program / "zi.sh"
    if set_up.is_file():
        lines += [
            f"program={shlex.quote(str(set_up))}",
            '[ -x "$program" ] && exec "$program" "$@"',
            f"echo '{_MOVED}' \"$program\" >&2",
            '[ -t 0 ] && read -r -p "Tekan Enter. " _',
            "exit 1",
        ]
    else:
        lines.append(f'cd "$ZI_KANTOR" && exec {shlex.quote(python)} -m zi_docs "${{@:-dasbor}}"')
    return "\n".join([*lines, ""])
