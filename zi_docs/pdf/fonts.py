"""Installed font families as substitutes for those that the office's documents use.

Substitutes have the same character widths as the families they replace, so that line breaks stay
the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

from zi_docs.errors import MissingProgramError
from zi_docs.pdf.font_files import families, font_files

_LISTER = "fc-list"
_SYSTEM_CONFIG = "/etc/fonts/fonts.conf"
_FONT_FOLDERS = (".fonts", ".local/share/fonts")


@dataclass(frozen=True)
class FontSubstitutes:
    """Font family -> families that may replace it, the best first."""

    stand_ins: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "stand_ins", MappingProxyType(dict(self.stand_ins)))

    def write_config(self, folder: Path) -> Path:
        """Write a fontconfig file that maps each missing family to its substitute.

        Only fontconfig reads it. Raises MissingProgramError where no fonts can be listed.
        """
        path = folder / "fonts.conf"
        path.write_text(_config(self._bindings()), encoding="utf-8")
        return path

    def replacements(self) -> tuple[tuple[str, str], ...]:
        """The missing families with their substitutes, where no fontconfig binds them.

        LibreOffice replaces them itself then. Raises MissingProgramError as `write_config`.
        """
        return () if shutil.which(_LISTER) else tuple(self._bindings())

    def missing(self, families: Iterable[str]) -> tuple[str, ...]:
        """The families that are not installed and have no installed substitute.

        Raises MissingProgramError where no fonts can be listed.
        """
        installed = _installed_families()
        return tuple(
            family
            for family in families
            if installed.isdisjoint(
                name.casefold() for name in (family, *self.stand_ins.get(family, ()))
            )
        )

    def _bindings(self) -> Iterator[tuple[str, str]]:
        installed = _installed_families()
        for family, names in self.stand_ins.items():
            present = [name for name in names if name.casefold() in installed]
            if family.casefold() not in installed and present:
                yield family, present[0]


DEFAULT_SUBSTITUTES = FontSubstitutes(
    {
        "Bookman Old Style": ("URW Bookman",),
        "Arial": ("Liberation Sans",),
        "Times New Roman": ("Liberation Serif",),
        "Calibri": ("Carlito",),
        "Cambria": ("Caladea",),
    }
)


def _installed_families() -> frozenset[str]:
    """The families that fontconfig lists, else those of the font files, casefolded."""
    names = _listed_families() or [*families(font_files())]
    if not names:
        raise unknown_fonts_error()
    return frozenset(name.casefold() for name in names)


def unknown_fonts_error() -> MissingProgramError:
    """The error of a computer on which nothing tells what fonts it has."""
    return MissingProgramError(
        "fontconfig (fc-list) belum terpasang dan berkas huruf tidak ditemukan sehingga huruf "
        "dokumen tidak dapat diperiksa.",
        "Pasanglah paket fontconfig, misalnya dengan perintah `sudo apt-get install fontconfig`.",
    )


def _listed_families() -> list[str]:
    """The families that fontconfig lists; none where it is not installed."""
    try:
        listing = subprocess.run(
            [_LISTER, ":", "family"],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    names = listing.stdout.replace("\n", ",").split(",")
    return [name.strip().replace("\\", "") for name in names if name.strip()]


def _config(bindings: Iterable[tuple[str, str]]) -> str:
    # LibreOffice runs with a temporary home folder, so the user's own fonts and font cache are
    # given as absolute paths.
    home = Path.home()
    base = os.environ.get("FONTCONFIG_FILE", _SYSTEM_CONFIG)
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
        "<fontconfig>",
        f'<include ignore_missing="yes">{escape(base)}</include>',
        *(f"<dir>{escape(str(home / folder))}</dir>" for folder in _FONT_FOLDERS),
        f"<cachedir>{escape(str(home / '.cache/fontconfig'))}</cachedir>",
        *(_binding(family, stand_in) for family, stand_in in bindings),
        "</fontconfig>",
    ]
    return "\n".join(lines) + "\n"


def _binding(family: str, stand_in: str) -> str:
    return (
        '<match target="pattern">'
        f'<test name="family"><string>{escape(family)}</string></test>'
        '<edit name="family" mode="assign" binding="strong">'
        f"<string>{escape(stand_in)}</string></edit></match>"
    )
