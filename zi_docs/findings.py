"""What is wrong with the user's data, where, and what to do: values, collected, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Severity(Enum):
    """How much a finding weighs; the values are what people read."""

    ERROR = "kesalahan"
    WARNING = "peringatan"
    NOTE = "keterangan"


@dataclass(frozen=True, order=True)
class Place:
    """Where a datum stands: `file › sheet!cell`, or `file › part › paragraph` in a template."""

    file: str
    sheet: str | None = None
    cell: str | None = None
    part: str | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        if self.part is not None:
            spot = f"{self.file} › {self.part}"
            return spot if self.paragraph is None else f"{spot} › paragraf {self.paragraph}"
        if self.sheet is None:
            return self.file
        return f"{self.file} › {self.sheet}" + (f"!{self.cell}" if self.cell else "")

    def as_dict(self) -> dict[str, Any]:
        """The place as JSON: always file, sheet, cell; part and paragraph for a template."""
        found: dict[str, Any] = {"file": self.file, "sheet": self.sheet, "cell": self.cell}
        if self.part is not None:
            found |= {"part": self.part, "paragraph": self.paragraph}
        return found


def row_of(place: Place) -> int | None:
    """The row of a place's cell; None for a place without."""
    found = re.search(r"\d+", place.cell or "")
    return int(found[0]) if found else None


@dataclass(frozen=True)
class Finding:
    """One problem: a stable `code`, its weight, a `message` that ends in what to do, its place."""

    code: str
    severity: Severity
    message: str
    place: Place

    def __str__(self) -> str:
        return f"{self.place}: {self.severity.value}: {self.message} [{self.code}]"

    def as_dict(self) -> dict[str, Any]:
        """The finding as JSON: {code, severity, message, place}."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "place": self.place.as_dict(),
        }


def error(code: str, message: str, place: Place) -> Finding:
    """A finding that keeps the document from being made."""
    return Finding(code, Severity.ERROR, message, place)


def warning(code: str, message: str, place: Place) -> Finding:
    """A finding that a careful secretary would ask about; fatal only with `--strict`."""
    return Finding(code, Severity.WARNING, message, place)


def note(code: str, message: str, place: Place) -> Finding:
    """Something to know; never fatal."""
    return Finding(code, Severity.NOTE, message, place)


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Tell whether any finding forbids making documents (`strict`: warnings count too)."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in fatal for finding in findings)
