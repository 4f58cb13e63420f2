"""Texts and words that are data: TOML files that ship with the package, and an office's own.

Starting texts of decrees, the regulations they cite, the areas of change, and the words of an
agency stand here and nowhere in the code.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

UNWRITTEN = "……………"
"""Stands in a required cell that nobody has filled in: the paper leaves room and is a draft."""
FOLDER = Path(__file__).parent
_MOST_BYTES = 64 * 1024


class DataFileError(ValueError):
    """A TOML file of an office that cannot be used.

    The message is Indonesian and goes on after the file's name: `tidak ada`.
    """


@cache
def shipped(name: str) -> Mapping[str, Any]:
    """A file of the package by its path below `zi_docs/data`, without suffix: `areas`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def shipped_folder(name: str) -> tuple[Mapping[str, Any], ...]:
    """All files of a folder of the package, in the order of their names."""
    files = sorted((FOLDER / name).glob("*.toml"))
    return tuple(shipped(f"{name}/{file.stem}") for file in files)


def areas() -> tuple[str, ...]:
    """The areas of change by numeral and name: `I MANAJEMEN PERUBAHAN`."""
    return tuple(f"{area['nomor']} {area['nama']}" for area in shipped("areas")["area"])


@cache
def heading_phrases() -> tuple[str, ...]:
    """The terms whose words belong together in a heading, in capitals as headings print them."""
    return tuple(phrase.upper() for phrase in shipped("phrases")["frasa"])


@cache
def shipped_templates() -> frozenset[str]:
    """The SHA-256 of each template as the program ships it."""
    record = json.loads((FOLDER / "templates.json").read_text(encoding="utf-8"))
    return frozenset(record.values())


def read_toml(path: Path) -> Mapping[str, Any]:
    """A TOML file of an office. Raises DataFileError when it cannot be read or is no TOML."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DataFileError(f"lebih besar dari {_MOST_BYTES // 1024} KiB")
        # Editors on Windows put a mark before the text.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise DataFileError("tidak ada") from None
    except OSError:
        raise DataFileError("tidak dapat dibaca") from None
    except UnicodeDecodeError:
        raise DataFileError("bukan teks UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise DataFileError(f"bukan TOML yang benar{_where(problem)}") from None


def _where(problem: Exception) -> str:
    """The line and column that the parser names, in Indonesian."""
    position = re.search(r"at line (\d+), column (\d+)", str(problem))
    return f" (baris {position[1]}, kolom {position[2]})" if position else ""
