"""The identity of this program: a change of any of its modules or data makes papers anew."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PARTS = ("*.py", "*.toml", "*.json")
# The page makes nothing itself: another look of it makes no paper anew.
_PAGE = "web"
# The libraries that leave their mark in the files.
_LIBRARIES = ("docxtpl", "python-docx", "Jinja2", "lxml", "matplotlib", "openpyxl", "pikepdf",
              "pillow", "pyHanko")  # fmt: skip


@cache
def program_identity() -> str:
    """The hash of the package's files and of the libraries that make papers."""
    identity = hashlib.sha256(repr(sorted(library_versions().items())).encode())
    for path in sorted(path for part in _PARTS for path in _PACKAGE.rglob(part)):
        inside = path.relative_to(_PACKAGE)
        if inside.parts[0] == _PAGE:
            continue
        name = inside.as_posix().encode()
        identity.update(name + b"\0" + path.read_bytes())
    return identity.hexdigest()


def library_versions() -> dict[str, str]:
    """The libraries that leave their mark in the files, with their versions."""
    versions = {}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            versions[name] = version(name)
    return versions
