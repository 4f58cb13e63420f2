"""Which programs, fonts and code make documents: a change of any of them makes documents anew."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).parents[1]
# What happens to a document once its values are known. What comes before shows in the values.
_MAKING = ("word", "pdf", "ooxml.py", "text.py", "build/workshop.py")
# Texts that ship as data make documents as code does.
_KINDS = (".py", ".toml")
_LIBRARIES = ("docxtpl", "python-docx", "Jinja2", "lxml", "pikepdf", "pypdf", "pyHanko")


def office_identity(program: Path) -> str:
    """What changes whenever LibreOffice is updated, without starting it."""
    real = program.resolve()
    held = hashlib.sha256(str(real).encode())
    for part in (real, real.with_name("soffice.bin"), real.with_name("versionrc")):
        with suppress(OSError):
            state = part.stat()
            held.update(f"{part.name} {state.st_size} {state.st_mtime_ns}".encode())
    return held.hexdigest()


def office_version(program: Path) -> str:
    """What LibreOffice calls itself; its path when it does not say."""
    try:
        told = subprocess.run(
            [str(program), "--version"], capture_output=True, check=True, text=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return str(program)
    return told.stdout.strip() or str(program)


def fonts_identity() -> str:
    """What changes whenever a font is installed, updated or taken away; empty if unknown."""
    try:
        listed = subprocess.run(
            ["fc-list", ":", "family", "fontversion", "file"],
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    lines = b"\n".join(sorted(listed.stdout.splitlines()))
    surroundings = os.environ.get("FONTCONFIG_FILE", "").encode()
    return hashlib.sha256(lines + surroundings).hexdigest()


def making_identity() -> str:
    """The code and the libraries that make a file of a document's values."""
    return _code(path for part in _MAKING for path in _sources(_ROOT / part))


def whole_identity() -> str:
    """The code and the data of the whole program."""
    return _code(_sources(_ROOT))


def library_versions() -> dict[str, str]:
    """The libraries that leave their mark in the files, with their versions."""
    found = {}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _code(paths: Iterator[Path]) -> str:
    held = hashlib.sha256(repr(sorted(library_versions().items())).encode())
    for path in sorted(paths):
        held.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return held.hexdigest()


def _sources(path: Path) -> Iterator[Path]:
    if path.suffix:
        return iter((path,))
    return (one for kind in _KINDS for one in path.rglob(f"*{kind}"))
