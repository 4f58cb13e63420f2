"""Findings: what is wrong in the user's data, where, what to do. Values, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Severity(Enum):
    """The weight of a finding; the values are the words that users read."""

    ERROR = "kesalahan"
    WARNING = "peringatan"
    NOTE = "keterangan"


@dataclass(frozen=True, order=True)
class Place:
    """The location of a datum: `file › sheet!cell`; in a template `file › part › paragraph`.

    Word numbers no paragraphs, so that the `excerpt` helps to find one.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    part: str | None = None
    paragraph: int | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        if self.part is not None:
            part = f"{self.file} › {self.part}"
            if self.paragraph is None:
                return part
            excerpt = f" (“{self.excerpt}”)" if self.excerpt else ""
            return f"{part} › paragraf {self.paragraph}{excerpt}"
        if self.sheet is None:
            return self.file
        return f"{self.file} › {self.sheet}" + (f"!{self.cell}" if self.cell else "")

    def as_dict(self) -> dict[str, Any]:
        """The place for JSON: always file, sheet, cell; part and paragraph for a template."""
        place: dict[str, Any] = {"file": self.file, "sheet": self.sheet, "cell": self.cell}
        if self.part is not None:
            place |= {"part": self.part, "paragraph": self.paragraph}
        return place


def row_of_place(place: Place) -> int | None:
    """The row number of a place's cell; None for a place without a cell."""
    digits = re.search(r"\d+", place.cell or "")
    return int(digits[0]) if digits else None


EVERYONE = "*"
"""Among the owners of a row: nobody can tell whose it is."""


@dataclass(frozen=True)
class Finding:
    """A problem: stable `code`, severity, `message` (ending with what to do), and place.

    `owners` are the IDs, in small letters, of the decrees and meetings whose row it stands on;
    None where it stands on no such row, or nobody has looked.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    owners: frozenset[str] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.severity.value}: {self.message} [{self.code}]"

    def as_dict(self) -> dict[str, Any]:
        """The finding for JSON: {code, severity, message, place}."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "place": self.place.as_dict(),
        }


def error(code: str, message: str, place: Place) -> Finding:
    """A finding that prevents the document from being made."""
    return Finding(code, Severity.ERROR, message, place)


def warning(code: str, message: str, place: Place) -> Finding:
    """A finding that needs attention; fatal only with `--strict`."""
    return Finding(code, Severity.WARNING, message, place)


def note(code: str, message: str, place: Place) -> Finding:
    """Information; never fatal."""
    return Finding(code, Severity.NOTE, message, place)


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Tell whether any finding is fatal (with `strict`, warnings are)."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in fatal for finding in findings)
