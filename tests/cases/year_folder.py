"""A year's folder with the papers of the small plan's decree, as a person finds it."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from tests.cases.plans import plan, rich
from tests.cases.products import products
from tests.cases.signing import text_pdf
from tests.cases.workshops import make
from zi_docs.build import manifest as manifests
from zi_docs.build import publish as store
from zi_docs.build import signed_papers as registers
from zi_docs.build.making import Built, Wishes
from zi_docs.build.signed_papers import Entry, Register, records_of
from zi_docs.model import Plan
from zi_docs.pdf.jobs import Converts
from zi_docs.product import Family

ORIGINAL = "keputusan/renaksi-asli.docx"


def make_decree(year: Plan, office: Converts | None, folder: Path, **wishes: Any) -> Built:
    """Make the original, the copy and the bundle of the plan's decree."""
    return make(products(year, Family.DECREE), office, folder, Wishes(plan=year, **wishes))


def reworded() -> Plan:
    """The small plan, an indicator reworded: original, copy and bundle read differently."""
    year = plan()
    first = replace(year.activities[0], indikator=rich("Indikator yang berubah"))
    return replace(year, activities=(first, *year.activities[1:]))


def sign(folder: Path, key: str = "renaksi") -> Path:
    """Take in a scan of the paper of this ID; its path."""
    records = records_of(key, manifests.read(folder))
    scan = text_pdf("hasil pindai")
    digest = hashlib.sha256(scan).hexdigest()
    entry = Entry(key, f"ditandatangani/{key}.pdf", digest, "2026-01-22", "10", (), records)
    files = {entry.file: scan}
    files[registers.NAME] = registers.as_bytes(Register((entry,)))
    store.publish(files, folder)
    (folder / entry.file).chmod(stat.S_IREAD)
    return folder / entry.file


def as_word_saves(path: Path) -> bytes:
    """A DOCX with a paragraph more, as another program packs it."""
    document, edited = docx.Document(str(path)), BytesIO()
    document.add_paragraph("Disempurnakan oleh sekretaris.")
    document.save(edited)
    return edited.getvalue()
