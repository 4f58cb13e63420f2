"""How long each stage takes on the real workbook: `make bench`. Figures, no verdict."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from zi_docs.build.making import Workshop  # noqa: E402
from zi_docs.catalog import all_papers  # noqa: E402
from zi_docs.papers.pages import Pagination  # noqa: E402
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES  # noqa: E402
from zi_docs.pdf.libreoffice import Converter, find_office  # noqa: E402
from zi_docs.progress import SilentProgress  # noqa: E402
from zi_docs.workbook.reading.load import read_plan  # noqa: E402


@contextmanager
def timed(label: str, unit: Callable[[], str] = str) -> Iterator[None]:
    """Print how long the block took, and of how much."""
    start = time.perf_counter()
    yield
    print(f"{label:32} {time.perf_counter() - start:7.2f} s  {unit()}")  # noqa: T201


def main() -> None:
    """Read, compose, render and convert everything the real workbook gives, once."""
    with timed("read the workbook"):
        plan, _ = read_plan(ROOT / "source" / "zi-2026.xlsx")
    if plan is None:
        sys.exit("source/zi-2026.xlsx cannot be read")
    with timed("compose the documents", lambda: f"{len(documents)} documents"):
        documents = [draft(Pagination()) for papers in all_papers(plan) for draft in papers.drafts]
    templates = ROOT / "templates"
    with timed("render to DOCX", lambda: f"{len(documents)} documents"):
        Workshop(templates, None, SilentProgress()).make(documents)
    converter = Converter(find_office(), DEFAULT_SUBSTITUTES)
    with timed("render and convert to PDF", lambda: f"{len(documents)} documents"):
        Workshop(templates, converter, SilentProgress()).make(documents)


if __name__ == "__main__":
    main()
