"""Comparison with what was right once: texts to the letter, pictures within a tolerance.

`ZI_GOLDEN=tulis` writes the golden files anew; look at them before you commit them.

A golden file shows a template as it was: `zi_docs/data/templates.json`, by which the program knows
its own templates, holds the SHA-256 of each at that time. Who edits a template need not renew
golden files: the comparisons with those of this template are skipped, by its name. Where `CI` is
set nothing is skipped.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

import pytest
from filelock import FileLock
from PIL import Image, ImageChops

from tests.cases.pdf import picture
from zi_docs.data import FOLDER
from zi_docs.settings import DEFAULTS

GOLDEN = Path(__file__).parents[1] / "golden"
RECORD = FOLDER / "templates.json"
TEMPLATES = DEFAULTS.templates
DIFFERENCES = Path(__file__).parents[1] / "_beda"
REWRITE = os.environ.get("ZI_GOLDEN") == "tulis"
CI = bool(os.environ.get("CI"))
# A pixel counts as changed beyond this difference of grey; smoothing of edges stays below it.
GREY = 64
# So large a share of changed pixels is one moved word on a page.
SHARE = 0.0005


def same_text(name: str, text: str, template: str) -> None:
    """The text equals the golden one to the letter; both are made with this template."""
    path = GOLDEN / name
    _skip_if_edited(template)
    if REWRITE:
        path.write_text(text, encoding="utf-8", newline="\n")
        _record(template)
    assert text == path.read_text(encoding="utf-8")


def same_picture(name: str, pdf: Path, page: int, template: str) -> None:
    """The page looks like the golden one; both are made with this template.

    If it does not, the difference is left in `tests/_beda`.
    """
    path, now = GOLDEN / name, picture(pdf, page)
    _skip_if_edited(template)
    if REWRITE:
        now.save(path, optimize=True)
        _record(template)
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


def edited_templates() -> list[str]:
    """The templates that are no longer those with which the golden files were made."""
    return [name for name, sha256 in _recorded().items() if _sha256(name) != sha256]


def _skip_if_edited(template: str) -> None:
    """Skip the test where the template was edited; a template without a record is a mistake."""
    if REWRITE:
        return
    assert template in _recorded(), f"{template} is not in {RECORD.name}: run with ZI_GOLDEN=tulis"
    if not CI and template in edited_templates():
        pytest.skip(
            f"templat {template} diubah sejak berkas acuannya dibuat; "
            "ZI_GOLDEN=tulis memperbarui berkas acuan itu"
        )


def _record(template: str) -> None:
    # Tests of several files, and so of several processes, may write golden files at once.
    with FileLock(Path(tempfile.gettempdir()) / "zi-docs-golden.lock"):
        record = {**_recorded(), template: _sha256(template)}
        text = json.dumps(record, indent=2, sort_keys=True) + "\n"
        RECORD.write_text(text, encoding="utf-8", newline="\n")


def _recorded() -> dict[str, str]:
    if not RECORD.exists():
        return {}
    record: dict[str, str] = json.loads(RECORD.read_text(encoding="utf-8"))
    return record


def _sha256(template: str) -> str:
    """The hash of a template as it stands in `templates/`; empty when it is not there."""
    path = TEMPLATES / template
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
