"""Where LibreOffice stands: what a setting names, what is on PATH, where installers put it.

A place that another system has is simply not there: nothing here asks which system this is.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from zi_docs.errors import MissingProgramError

SETTING = "ZI_LIBREOFFICE"
_FORMER_SETTING = "ZI_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_ROOT = Path("/")

FLATPAK = "org.libreoffice.LibreOffice"
_SNAP = Path("snap/bin/libreoffice")
# In the folder of an installation. On Windows only soffice.com says something and waits.
_INSIDE = (
    *("program/soffice.com", "program/soffice.exe", "program/soffice"),
    *("soffice.com", "soffice.exe", "soffice", "Contents/MacOS/soffice"),
)
_PROGRAM_FOLDERS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
# Below the root: folders of installations, the newest of several first.
_OF_MAC = "Applications/LibreOffice*.app"
_INSTALLATIONS = (
    _OF_MAC,
    "opt/libreoffice*",
    "usr/lib/libreoffice*",
    "usr/lib64/libreoffice*",
    "usr/local/lib/libreoffice*",
)
_EXPORTS = f"flatpak/exports/bin/{FLATPAK}"


def find_office(root: Path = _ROOT) -> Path:
    """The path of LibreOffice. Raises MissingProgramError when there is none.

    ZI_LIBREOFFICE names the program or the folder in which it is installed; when it is wrong no
    other one is taken in its place.
    """
    for setting in (SETTING, _FORMER_SETTING):
        if value := os.environ.get(setting):
            return _set_office(setting, value)
    for program in (*_NAMES, *map(str, _installed(root))):
        if path := shutil.which(program):
            return Path(path).absolute()
    raise MissingProgramError(
        "LibreOffice belum terpasang sehingga PDF tidak dapat dibuat.",
        "Pasanglah dari https://www.libreoffice.org; di Debian atau Ubuntu dengan perintah `sudo "
        "apt-get install --no-install-recommends libreoffice-writer-nogui`. Bila sudah terpasang "
        f"di tempat lain, sebutkan foldernya dengan {SETTING}.",
    )


def is_set() -> bool:
    """Whether a setting names LibreOffice."""
    return any(os.environ.get(setting) for setting in (SETTING, _FORMER_SETTING))


def _set_office(setting: str, value: str) -> Path:
    folder = Path(value)
    for program in (value, *(str(folder / name) for name in _INSIDE)):
        if path := shutil.which(program):
            return Path(path).absolute()
    raise MissingProgramError(
        f"{setting} menunjuk {value}, tetapi program LibreOffice tidak ada di situ atau tidak "
        "dapat dijalankan.",
        f"Perbaikilah nilai {setting}, misalnya menjadi folder tempat LibreOffice terpasang, atau "
        "hapuslah.",
    )


def _installed(root: Path) -> Iterator[Path]:
    """Where the program may be, the likeliest first; it need not be there."""
    folders = [Path(value) for name in _PROGRAM_FOLDERS if (value := os.environ.get(name))]
    patterns = [*((folder, "LibreOffice*") for folder in dict.fromkeys(folders))]
    patterns += [(root, pattern) for pattern in _INSTALLATIONS]
    patterns += [(Path.home(), _OF_MAC)]
    for folder, pattern in patterns:
        for installation in sorted(folder.glob(pattern), key=_version, reverse=True):
            yield from (installation / name for name in _INSIDE)
    yield root / "var/lib" / _EXPORTS
    yield Path.home() / ".local/share" / _EXPORTS
    yield root / _SNAP


def _version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", folder.name)]


def is_confined(program: Path) -> bool:
    """Whether a program sees only a part of the file system: one of Flatpak or of snap.

    Two calls of it do not see each other.
    """
    return program.name == FLATPAK or program.parts[-3:] == _SNAP.parts


def temporary_folder(program: Path) -> Path:
    """Where the files of an office may stand for a while, so that it sees them; it is there then.

    To a snap only a folder of its own is open. Raises OSError.
    """
    if program.parts[-3:] != _SNAP.parts:
        return Path(tempfile.gettempdir())
    own = Path.home() / "snap/libreoffice/common"
    own.mkdir(parents=True, exist_ok=True)
    return own


def deployments(program: Path) -> list[Path]:
    """Files that change when the program is updated; they need not be there."""
    real = program.resolve()
    parts = [real, *(real.with_name(name) for name in ("soffice.bin", "versionrc", "version.ini"))]
    parts += [folder / "Resources/versionrc" for folder in real.parents[1:2]]
    if is_confined(program):
        # What stands there only starts what a package manager keeps elsewhere.
        parts += [folder / f"app/{FLATPAK}/current/active" for folder in program.parents[2:3]]
        parts += [folder / "libreoffice/current" for folder in program.parents[1:2]]
        parts = [part.resolve() for part in parts]
    return parts
