"""Paths and limits of the program, in one frozen record; how a year's workbook is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_MIB = 1024 * 1024
_PACKAGE = Path(__file__).resolve().parent
_WORKBOOK = re.compile(r"zi-(\d{4})\.xlsx", re.I)


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

    `workbooks`, where the workbook of each year stands, and `output` are relative to the current
    folder; `templates` is absolute.
    The limits on the package are judged from its directory, before anything is unpacked. A real
    workbook has some 40 parts and unpacks to a few MiB; the limits leave it ample room.
    """

    workbooks: Path = Path("source")
    output: Path = Path("output")
    templates: Path = field(default_factory=built_in_templates)

    cache: str = ".tembolok"
    """The folder of kept conversions, below the output folder; it may be deleted."""
    max_cache_bytes: int = 512 * _MIB

    evidence: str = "bukti"
    """The folder of the office's evidence, below the year's."""
    dossier: str = "dosir"
    """The folder of dossiers of that evidence, below the year's; they may be deleted."""
    max_archive_bytes: int = 100 * _MIB
    """How large an archive of evidence may be; a larger one is parted."""

    max_file_bytes: int = 20 * _MIB
    max_parts: int = 2000
    max_unpacked_bytes: int = 150 * _MIB
    max_part_ratio: int = 300
    """How many times larger than packed a part may be; judged from `ratio_floor` bytes on."""
    ratio_floor: int = 10 * _MIB

    max_rows: int = 5000
    max_columns: int = 100


DEFAULTS = Settings()


def workbook_name(year: int) -> str:
    """What the workbook of a year is called: `zi-2027.xlsx`."""
    return f"zi-{year}.xlsx"


def year_in_name(path: Path) -> int | None:
    """The year in the name of a workbook; None for a workbook of another name."""
    match = _WORKBOOK.fullmatch(path.name)
    return int(match[1]) if match else None


def newest_workbook(folder: Path = DEFAULTS.workbooks) -> Path:
    """The workbook of the latest year in a folder; where there is none, that of this year."""
    years = {year: path for path in folder.glob("*") if (year := year_in_name(path)) is not None}
    return years[max(years)] if years else folder / workbook_name(date.today().year)


def neighbour_years(source: Path) -> frozenset[int]:
    """The years of the other workbooks that stand in the folder of one.

    Years share the folders beside their workbooks; a file of such a year belongs to it.
    """
    others = (path for path in source.parent.glob("*") if path.name != source.name)
    return frozenset(year for path in others if (year := year_in_name(path)) is not None)
