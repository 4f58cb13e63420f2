"""Paths and limits of the program, in one frozen record."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_MIB = 1024 * 1024
_PACKAGE = Path(__file__).resolve().parent


def built_in_templates(package: Path = _PACKAGE) -> Path:
    """The folder of the built-in Word templates, whatever the current folder is.

    In a checkout it stands beside the package; an installed package holds it inside. Inside is
    looked at first: what stands beside an installed package belongs to other packages.
    """
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@dataclass(frozen=True)
class Settings:
    """Where things stand, and how much of a workbook is taken in before it is refused.

    `source` and `output` are relative to the current folder; `templates` is absolute.
    The limits on the package are judged from its directory, before anything is unpacked. A real
    workbook has some 40 parts and unpacks to a few MiB; the limits leave it ample room.
    """

    source: Path = Path("source/zi-2026.xlsx")
    output: Path = Path("output")
    templates: Path = field(default_factory=built_in_templates)

    cache: str = ".tembolok"
    """The folder of kept conversions, below the output folder; it may be deleted."""
    max_cache_bytes: int = 512 * _MIB

    max_file_bytes: int = 20 * _MIB
    max_parts: int = 2000
    max_unpacked_bytes: int = 150 * _MIB
    max_part_ratio: int = 300
    """How many times larger than packed a part may be; judged from `ratio_floor` bytes on."""
    ratio_floor: int = 10 * _MIB

    max_rows: int = 5000
    max_columns: int = 100


DEFAULTS = Settings()
