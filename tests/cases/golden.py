"""Comparison with what was right once: texts to the letter, pictures within a tolerance.

`ZI_GOLDEN=tulis` writes the golden files anew; look at them before you commit them.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops

from tests.cases.pdf import picture

GOLDEN = Path(__file__).parents[1] / "golden"
DIFFERENCES = Path(__file__).parents[1] / "_beda"
REWRITE = os.environ.get("ZI_GOLDEN") == "tulis"
# A pixel counts as changed beyond this difference of grey; smoothing of edges stays below it.
GREY = 64
# So large a share of changed pixels is one moved word on a page.
SHARE = 0.0005


def same_text(name: str, text: str) -> None:
    """The text equals the golden one to the letter."""
    path = GOLDEN / name
    if REWRITE:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def same_picture(name: str, pdf: Path, page: int) -> None:
    """The page looks like the golden one; else the difference is left in `tests/_beda`."""
    path, now = GOLDEN / name, picture(pdf, page)
    if REWRITE:
        now.save(path, optimize=True)
    with Image.open(path) as golden:
        before = golden.convert("L")
    assert before.size == now.size
    changed = ImageChops.difference(before, now).point(lambda grey: 255 if grey > GREY else 0)
    share = changed.histogram()[255] / (now.width * now.height)
    if share > SHARE:
        DIFFERENCES.mkdir(exist_ok=True)
        changed.save(DIFFERENCES / name)
    assert share <= SHARE, f"{share:.2%} of {name} changed, see tests/_beda/{name}"


def same_passage(path: Path, name: str, text: str) -> None:
    """The passage of a document between `<!-- name -->` and `<!-- /name -->` is this text."""
    begin, end = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    whole = path.read_text(encoding="utf-8")
    head, _, rest = whole.partition(begin)
    passage, _, tail = rest.partition(end)
    if REWRITE:
        path.write_text(f"{head}{begin}{text.strip()}{end}{tail}", encoding="utf-8")
        passage = text.strip()
    assert passage == text.strip()
