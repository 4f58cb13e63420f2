"""Findings: what is wrong in the user's data, where, what to do. Values, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby
from typing import Any

# A cell, or a line of a text.
_NUMBERED = re.compile(r"([A-Z]{1,3}|baris )([0-9]+)")

# What turns the writing around, other control characters, and bytes of a name that are no text.
_TURNING = "\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNNAMED = re.compile(f"[\x00-\x1f{_TURNING}]")


class Severity(Enum):
    """The weight of a finding; the values are the words that users read."""

    ERROR = "kesalahan"
    WARNING = "peringatan"
    SUGGESTION = "saran"
    NOTE = "keterangan"


@dataclass(frozen=True, order=True)
class Place:
    """The location of a datum: `file › sheet!cell`; in a template `file › part › paragraph`.

    Word numbers no paragraphs, so that the `excerpt` helps to find one. A file or sheet may be
    called anything: signs that no line can show are shown as `�`.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    part: str | None = None
    paragraph: int | None = None
    excerpt: str = ""

    def __post_init__(self) -> None:
        for name in ("file", "sheet", "part", "excerpt"):
            text = getattr(self, name)
            if text and not text.isprintable():
                object.__setattr__(self, name, _UNNAMED.sub("�", text))

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

    @property
    def spot(self) -> str:
        """The cell of a sheet, or the line of a text (`baris 5`); empty for any other place."""
        if self.sheet is not None:
            return self.cell or ""
        return self.part if self.part and _NUMBERED.fullmatch(self.part) else ""

    def as_dict(self) -> dict[str, Any]:
        """The place for JSON: always file, sheet, cell; part and paragraph for a template."""
        place: dict[str, Any] = {"file": self.file, "sheet": self.sheet, "cell": self.cell}
        if self.part is not None:
            place |= {"part": self.part, "paragraph": self.paragraph}
        return place


def row_of_place(place: Place) -> int | None:
    """The row number of a place's cell, or of its line; None for a place without one."""
    digits = re.search(r"\d+", place.cell or place.spot)
    return int(digits[0]) if digits else None


EVERYONE = "*"
"""Among the owners of a row: nobody can tell whose it is."""


# More places than anybody goes to from one line.
MOST_RANGES = 100


def cell_ranges(cells: Iterable[str], most: int = MOST_RANGES) -> str:
    """Cells by column, neighbours as ranges: `S8, S12-S40`; lines of a text: `baris 5, 7-9`.

    What is no single place comes last. Of more than `most` ranges the rest is counted.
    """
    columns: dict[str, set[int]] = {}
    others: list[str] = []
    for cell in dict.fromkeys(cells):
        if match := _NUMBERED.fullmatch(cell):
            columns.setdefault(match[1], set()).add(int(match[2]))
        else:
            others.append(cell)
    ordered = sorted(columns, key=lambda column: (len(column), column))
    ranges = [*(each for column in ordered for each in _ranges(column, columns[column])), *others]
    if len(ranges) > most:
        ranges[most:] = [f"dan {len(ranges) - most} tempat lain"]
    return ", ".join(ranges)


def _ranges(column: str, rows: set[int]) -> list[str]:
    # The word `baris ` is said once, the letter of a column with each number.
    word, letter = (column, "") if column.endswith(" ") else ("", column)
    runs = []
    for _, neighbours in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in neighbours]
        runs.append(f"{letter}{run[0]}" + (f"-{letter}{run[-1]}" if len(run) > 1 else ""))
    return [word + runs[0], *runs[1:]]


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


# What a message quotes of a cell, and of that what it shows: a cell may hold a book.
_QUOTED = re.compile(r"“([^“”]{200})[^“”]+”")
_LONGEST = 1500
# Of what is too long so much is its beginning.
_BEGINNING = 0.7
# What would ring, move what stands there, or turn what follows around.
_UNSHOWN = re.compile(f"[\x00-\x08\x0b-\x1f{_TURNING}]")


def _finding(code: str, severity: Severity, message: str, place: Place) -> Finding:
    shown = _UNSHOWN.sub("", _QUOTED.sub(r"“\1…”", message))
    return Finding(code, severity, abridged(shown, _LONGEST), place)


def abridged(message: str, longest: int) -> str:
    """A message; of a longer one its beginning and its end: what is wrong, and what to do."""
    if len(message) <= longest:
        return message
    beginning = int(longest * _BEGINNING)
    return f"{message[:beginning]} … {message[beginning + 3 - longest :]}"


def error(code: str, message: str, place: Place) -> Finding:
    """A finding that prevents the document from being made."""
    return _finding(code, Severity.ERROR, message, place)


def warning(code: str, message: str, place: Place) -> Finding:
    """A finding that needs attention; fatal only with `--ketat`."""
    return _finding(code, Severity.WARNING, message, place)


def suggestion(code: str, message: str, place: Place) -> Finding:
    """What would be better otherwise, or what only a person can judge; never fatal."""
    return _finding(code, Severity.SUGGESTION, message, place)


def note(code: str, message: str, place: Place) -> Finding:
    """Information; never fatal."""
    return _finding(code, Severity.NOTE, message, place)


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Tell whether any finding is fatal (with `strict`, warnings are)."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in fatal for finding in findings)
