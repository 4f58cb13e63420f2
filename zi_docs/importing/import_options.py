"""How a plan is imported, and the file in which that is kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zi_docs.data import DataFileError, read_toml
from zi_docs.importing.time_words import PeriodMonths

_COLUMNS, _SETTINGS, _QUARTER, _SPLIT = "kolom", "impor", "triwulan", "pecah"


@dataclass(frozen=True)
class ImportOptions:
    """The user's wishes: parts of columns by their names, months of a quarter, split actions.

    `sheets` are the only sheets to read, all where none are named. `year` is the plan's, where it
    is known.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    quarter: PeriodMonths = PeriodMonths.LAST
    split: bool = False
    sheets: tuple[str, ...] = ()
    year: int | None = None


def load_options(path: Path) -> ImportOptions:
    """The options of a mapping file. Raises DataFileError where it cannot be used."""
    content = read_toml(path)
    columns, settings = content.get(_COLUMNS, {}), content.get(_SETTINGS, {})
    sound = isinstance(columns, Mapping) and isinstance(settings, Mapping)
    if not sound or not all(isinstance(key, str) for key in columns.values()):
        raise DataFileError(f"tidak memuat [{_COLUMNS}] dengan nama kolom dan kuncinya")
    words = [style.value for style in PeriodMonths]
    quarter = settings.get(_QUARTER, PeriodMonths.LAST.value)
    if quarter not in words:
        raise DataFileError(f"memuat {_QUARTER} yang bukan {', '.join(words)}")
    return ImportOptions(dict(columns), PeriodMonths(quarter), settings.get(_SPLIT) is True)


def options_text(mapping: Mapping[str, str], options: ImportOptions) -> str:
    """A mapping file, in TOML, that `load_options` reads."""
    lines = [
        "# Pemetaan untuk `buku-kerja --impor … --pemetaan`. Kiri: kolom berkas; kanan: kunci.",
        f"[{_SETTINGS}]",
        f'{_QUARTER} = "{options.quarter.value}"',
        f"{_SPLIT} = {'true' if options.split else 'false'}",
        "",
        f"[{_COLUMNS}]",
        # A text of JSON is a text of TOML.
        *(f"{_quoted(name)} = {_quoted(key)}" for name, key in mapping.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
