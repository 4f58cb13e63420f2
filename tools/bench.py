"""How long each stage takes on the real workbook: `make bench`. Figures, no verdict."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from zi_docs.build.digest import input_hashes  # noqa: E402
from zi_docs.build.makers import Workshop, make_products  # noqa: E402
from zi_docs.catalog import catalog  # noqa: E402
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES  # noqa: E402
from zi_docs.pdf.libreoffice import Converter  # noqa: E402
from zi_docs.pdf.office_program import find_office  # noqa: E402
from zi_docs.progress import SilentProgress  # noqa: E402
from zi_docs.revision.states import read_year  # noqa: E402
from zi_docs.settings import DEFAULTS  # noqa: E402
from zi_docs.workbook.reading.load import read_plan  # noqa: E402


@contextmanager
def timed(label: str, unit: Callable[[], str] = str) -> Iterator[None]:
    """Print how long the block took, and of how much."""
    start = time.perf_counter()
    yield
    print(f"{label:32} {time.perf_counter() - start:7.2f} s  {unit()}")  # noqa: T201


def main() -> None:
    """Read, compose, and make everything the real workbook gives, with and without PDF."""
    source = ROOT / "source" / "zi-2026.xlsx"
    with timed("read the workbook"):
        plan, _ = read_plan(source)
    if plan is None:
        sys.exit("source/zi-2026.xlsx cannot be read")
    with timed("list the products", lambda: f"{len(products)} products"):
        products = [p for p in catalog(read_year(plan, source)).products() if not p.on_request]
    with timed("compose and hash them", lambda: f"{len(products)} products"):
        for product in products:
            input_hashes(product, DEFAULTS.templates)
    alone = [product for product in products if not product.needs]
    with timed("make them without PDF", lambda: f"{len(alone)} products"):
        make_products(alone, Workshop(DEFAULTS.templates, None, SilentProgress()))
    converter = Converter(find_office(), DEFAULT_SUBSTITUTES)
    with timed("make them with PDF and bundles", lambda: f"{len(products)} products"):
        make_products(products, Workshop(DEFAULTS.templates, converter, SilentProgress()))


if __name__ == "__main__":
    main()
