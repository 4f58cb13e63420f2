"""Makes the papers of an office by the program's own verbs, and sorts them by kind."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parents[2]
# The whole year, then what is made on request only.
_VERBS: Sequence[Sequence[str]] = (
    ("semua",),
    ("monev", "--triwulan", "1"),
    ("monev", "--semester", "1"),
    ("monev", "--tahunan"),
    ("rekap", "--semester", "1"),
)
_PRINTED_FORMS = "isian-xlsx"
_NUMBERED = re.compile(r"[-_]?\d+\b")


def make_papers(source: Path, output: Path) -> Path:
    """Make all papers of a workbook; the folder of its year.

    Raises ValueError where nothing came of it.
    """
    for verb in _VERBS:
        command = [sys.executable, str(ROOT / "generate.py"), *verb]
        # As JSON, findings go where the files do: they are no fault of the gallery.
        where = ["--sumber", str(source), "--keluaran", str(output), "--json"]
        subprocess.run([*command, *where], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    years = sorted(path for path in output.glob("[0-9]*") if path.is_dir())
    if not years:
        raise ValueError(f"{source}: no papers")
    _print_forms(years[0])
    return years[0]


def by_kind(year: Path) -> Mapping[str, Path]:
    """For each kind of paper the longest PDF, by a name of its folder and file without numbers."""
    papers: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(year.rglob("*.pdf")):
        papers[_kind(path.relative_to(year).parts)].append(path)
    return {kind: max(paths, key=_pages) for kind, paths in sorted(papers.items())}


def _kind(parts: Sequence[str]) -> str:
    family, *between, name = parts
    if family == _PRINTED_FORMS:
        return family
    period = [_period(part) for part in between if family == "monev"]
    return "-".join(filter(None, (family, *period, _NUMBERED.sub("", Path(name).stem))))


def _period(folder: str) -> str:
    """`2026-03` -> `bulan`, `2026-tw1` -> `tw`, `2026` -> `tahun`."""
    rest = folder[len("2026") :].strip("-")
    return "tahun" if not rest else re.sub(r"\d", "", rest) or "bulan"


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _print_forms(year: Path) -> None:
    """A PDF of one XLSX form, as LibreOffice prints it, beside it."""
    forms = sorted(year.rglob("*.xlsx"))
    if forms:
        command = ["soffice", "--headless", "--convert-to", "pdf", str(forms[len(forms) // 2])]
        subprocess.run(
            [*command, "--outdir", str(year / _PRINTED_FORMS)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
