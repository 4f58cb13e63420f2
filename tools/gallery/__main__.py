"""`python -m tools.gallery`: a contact sheet of every kind of paper, of two offices."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.cases.filled_year import filled_year
from tools.gallery.contact_sheet import contact_sheet
from tools.gallery.papers import ROOT, by_kind, make_papers


def _real(folder: Path) -> Path:
    return ROOT / "source" / "zi-2026.xlsx"


# The office as its workbook stands, and with all filled in that a year brings.
_OFFICES: Mapping[str, Callable[[Path], Path]] = {"nyata": _real, "terisi": filled_year}


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("gallery", description=__doc__)
    parser.add_argument("--hanya", choices=_OFFICES, help="only this office")
    parser.add_argument("--ke", type=Path, default=ROOT / "output" / "galeri",
                        help="the folder of the pictures")  # fmt: skip
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the papers in a temporary folder, and a picture of each kind."""
    asked = options(arguments)
    for office, workbook in _OFFICES.items():
        if asked.hanya in (None, office):
            with tempfile.TemporaryDirectory(prefix="galeri-") as scratch:
                _show(office, workbook, Path(scratch), asked.ke / office)


def _show(office: str, workbook: Callable[[Path], Path], scratch: Path, target: Path) -> None:
    source = workbook(scratch / "source")
    papers = by_kind(make_papers(source, scratch / "output"))
    target.mkdir(parents=True, exist_ok=True)
    for kind, pdf in papers.items():
        path = target / f"{kind}.png"
        contact_sheet(pdf, f"{kind} ({office})", _most(kind)).save(path)
        sys.stdout.write(f"{path}\n")


def _most(kind: str) -> int:
    """How many pages show all that is to see: of a bundle the sheet before its papers."""
    return 2 if kind.startswith("bundel") else 24


if __name__ == "__main__":
    main()
