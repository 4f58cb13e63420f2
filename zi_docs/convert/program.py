"""Which office program is at hand, and what tells two of them apart."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from zi_docs.convert.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.convert.tools import fonts_identity, office_identity
from zi_docs.errors import MissingProgramError

OVERRIDE = "ZI_SOFFICE"
_NAMES = ("soffice", "libreoffice")


def find_office() -> Path:
    """The path of LibreOffice: what ZI_SOFFICE names, else the one on PATH.

    Raises MissingProgramError when there is none.
    """
    override = os.environ.get(OVERRIDE)
    for name in (override,) if override else _NAMES:
        found = shutil.which(name)
        if found is not None:
            return Path(found).absolute()
    if override:
        raise MissingProgramError(
            f"{OVERRIDE} menunjuk {override}, tetapi program itu tidak ada atau tidak dapat "
            "dijalankan.",
            f"Perbaikilah nilai {OVERRIDE} atau hapuslah.",
        )
    raise MissingProgramError(
        "LibreOffice belum terpasang sehingga PDF tidak dapat dibuat.",
        "Pasanglah paket libreoffice-writer-nogui, misalnya dengan perintah "
        "`sudo apt-get install --no-install-recommends libreoffice-writer-nogui`.",
    )


def converter_identity(program: Path, fonts: FontSubstitutes = DEFAULT_SUBSTITUTES) -> str:
    """A hash that changes with the program and with the fonts that it finds."""
    bound = sorted((family, *names) for family, names in fonts.stand_ins.items())
    told = f"{office_identity(program)} {fonts_identity()} {bound}"
    return hashlib.sha256(told.encode()).hexdigest()
