"""What is fuzzed: bytes are put where a foreign file has them, and the program reads that file.

Of a package the bytes become one part, all others stay sound: in a zip of random bytes a fuzzer
never gets past the first check. The first byte chooses the part.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from tools.resilience.originals import returned_pdfs
from zi_docs.build.makers import Workshop, make_products
from zi_docs.catalog import catalog
from zi_docs.findings import Finding
from zi_docs.forms.form_reader import read_form
from zi_docs.intake.look import look_at_evidence
from zi_docs.pdf.signature_check import read_signatures
from zi_docs.product import Family, Product
from zi_docs.progress import SilentProgress
from zi_docs.revision.states import Year, read_plan_and_year
from zi_docs.settings import DEFAULTS, newest_workbook
from zi_docs.word.template_check import check_template
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows, rewrite_workbook

_FEW = 3
_SCRATCH = Path(tempfile.mkdtemp(prefix="zi-fuzz-"))
# What is read of a workbook or a template.
_READ = re.compile(r"worksheets/sheet\d+\.xml$|workbook\.xml|\.rels$|styles|sharedStrings|Types|"
                   r"word/(?:document|header\d|footer\d|settings|numbering)\.xml$")  # fmt: skip


@dataclass(frozen=True)
class Target:
    """What is fuzzed: sound inputs to begin with, and what is done with one input."""

    seeds: Callable[[], Iterator[bytes]]
    read: Callable[[bytes], None]


class Package:
    """A sound zip package, of which one part at a time is replaced."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._open = [name for name in self._parts if _READ.search(name)][:255]

    def seeds(self) -> Iterator[bytes]:
        """Each part that is read, behind the byte that chooses it."""
        for number, name in enumerate(self._open):
            yield bytes([number]) + self._parts[name]

    def with_part(self, content: bytes) -> bytes:
        """The package whose chosen part is what stands behind the first byte."""
        chosen = self._open[content[0] % len(self._open)] if content else ""
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, part in self._parts.items():
                archive.writestr(name, content[1:] if name == chosen else part)
        return target.getvalue()


def _laid(name: str, content: bytes) -> Path:
    path = _SCRATCH / name
    path.write_bytes(content)
    return path


def _all_placed(findings: Iterable[Finding]) -> None:
    """Every finding says where it is. Raises ValueError."""
    for finding in findings:
        if not finding.place.file:
            raise ValueError(f"a finding without a place: {finding}")


def _workbook() -> Target:
    package = Package(rewrite_workbook(newest_workbook(), _shorten))

    def read(content: bytes) -> None:
        _, findings = read_plan(_laid("zi-2026.xlsx", package.with_part(content)))
        _all_placed(findings)

    return Target(package.seeds, read)


def _shorten(rows: WorkbookRows) -> None:
    """Few rows of each sheet: the fewer, the more inputs a second."""
    for key in rows:
        del rows[key][_FEW:]


@cache
def _year() -> Year:
    year, _ = read_plan_and_year(newest_workbook())
    if year is None:
        raise ValueError("the shipped workbook has no plan")
    return year


def _product(family: Family, end: str) -> Product:
    """The first product of a family whose name ends so."""
    products = (p for topic in catalog(_year()).about([family]) for p in topic.compose())
    return next(product for product in products if product.name.endswith(end))


def _form() -> Target:
    product = _product(Family.FORM, ".xlsx")
    made = make_products([product], Workshop(DEFAULTS.templates, None, SilentProgress()))
    ((name, content),) = made.made[product.name].files.items()
    package = Package(content)

    def read(content: bytes) -> None:
        path = _laid(Path(name).name, package.with_part(content))
        _all_placed(read_form(_year().plan, path).findings)

    return Target(package.seeds, read)


def _pdf() -> Target:
    def seeds() -> Iterator[bytes]:
        yield from returned_pdfs().values()

    def read(content: bytes) -> None:
        look_at_evidence(_laid("bukti.pdf", content), str(_year().plan.office.tahun))
        read_signatures(content)

    return Target(seeds, read)


def _template() -> Target:
    product = _product(Family.MEETING, "undangan")
    package = Package((DEFAULTS.templates / product.template).read_bytes())
    context: Mapping[str, object] = product.inputs().content

    def read(content: bytes) -> None:
        check_template(_laid(product.template, package.with_part(content)), context)

    return Target(package.seeds, read)


TARGETS: Mapping[str, Callable[[], Target]] = {
    "buku-kerja": _workbook,
    "formulir": _form,
    "pdf": _pdf,
    "templat": _template,
}
