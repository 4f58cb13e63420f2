"""The font files of this computer, where no fontconfig lists them: on Windows and macOS."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc", ".pfb", ".t1"}
_COLLECTIONS = {".ttc", ".otc"}
# Below the folder that a variable of Windows names; LibreOffice brings fonts along.
_OF_WINDOWS = (
    ("WINDIR", "Fonts"),
    ("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
    ("ProgramFiles", "LibreOffice/share/fonts"),
    ("ProgramFiles(x86)", "LibreOffice/share/fonts"),
)
_OF_ALL = (
    "/System/Library/Fonts",
    "/Library/Fonts",
    "/Applications/LibreOffice.app/Contents/Resources/fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
)
_OF_USERS = ("Library/Fonts", ".fonts", ".local/share/fonts")


def font_folders() -> list[Path]:
    """The folders in which the systems look for fonts, as far as they are there."""
    folders = [Path(os.environ[name], part) for name, part in _OF_WINDOWS if name in os.environ]
    folders += [Path(name) for name in _OF_ALL]
    with suppress(RuntimeError):
        folders += [Path.home() / name for name in _OF_USERS]
    return [folder for folder in folders if folder.is_dir()]


def font_files(folders: Iterable[Path] | None = None) -> list[Path]:
    """The font files below folders, in the order of their paths."""
    paths = (
        Path(parent, name)
        for folder in (font_folders() if folders is None else folders)
        for parent, _, names in os.walk(folder)
        for name in names
    )
    return sorted({path for path in paths if path.suffix.lower() in _SUFFIXES})


def files_identity(files: Iterable[Path]) -> str:
    """What changes whenever a font file is added, taken away or replaced; empty without files.

    Path, size and time tell it. To read the contents would take seconds for every run, and no
    program that installs fonts keeps both.
    """
    states = []
    for path in files:
        with suppress(OSError):
            state = path.stat()
            states.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(states).encode()).hexdigest() if states else ""


def families(files: Iterable[Path]) -> Iterator[str]:
    """The names of the families in font files; what is no sound font has none."""
    # Only where nothing else tells them.
    from PIL import ImageFont

    for path in files:
        for index in range(64 if path.suffix.lower() in _COLLECTIONS else 1):
            try:
                name, _ = ImageFont.truetype(str(path), index=index).getname()
            except OSError:
                break
            if name:
                yield name
