"""Workshops for tests: one that counts its conversions, and one whose office program is quick."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from tests.cases.signing import text_pdf
from zi_docs.build.making import Built, Wishes, Workshop, build
from zi_docs.errors import ConversionError
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.fonts import FontSubstitutes
from zi_docs.pdf.jobs import Converts, Job
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.office_places import find_office
from zi_docs.product import Product
from zi_docs.progress import SilentProgress
from zi_docs.settings import DEFAULTS

FAKES = Path(__file__).parents[1] / "fakes"


@dataclass
class Counting:
    """A converter that notes what it was given to convert."""

    inner: Converts
    seen: list[str] = field(default_factory=list)

    def submit(self, job: Job) -> Future[bytes]:
        self.seen.append(Path(job.name).name)
        return self.inner.submit(job)

    def identity(self) -> str:
        return self.inner.identity()

    def version(self) -> str:
        return self.inner.version()

    def taken(self) -> list[str]:
        """What was converted since the last question, sorted, each document once."""
        seen, self.seen = sorted(set(self.seen)), []
        return seen


class StayingOffice(Converter):
    """LibreOffice that a run leaves ready for the next one of this process, at whose end it ends.

    Its start takes longer than most documents do, so it begins with the first one that no test
    had converted yet. What must be converted twice is given to a `Converter`, or made by
    `generate`.
    """

    def warm(self) -> None:
        """Not before it is needed."""

    def submit(self, job: Job) -> Future[bytes]:
        return self._kept.submit(job)

    @cached_property
    def _kept(self) -> CachedConverter:
        """What all tests of this session have converted."""
        folder = Path(os.environ["ZI_UJI_KONVERSI"])
        return CachedConverter(Converter(find_office()), folder, DEFAULTS.max_cache_bytes)

    def close(self) -> None:
        """Left to the end of the process."""


@cache
def staying_office() -> StayingOffice:
    """The one of this process."""
    return StayingOffice(find_office())


def real_office() -> Counting:
    """LibreOffice, which stays from test to test."""
    return Counting(staying_office())


def quick_office(folder: Path) -> Counting:
    """The fake that makes every PDF at once, in a folder of its own (it notes its processes)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("office-quick", "pdf.sh"):
        shutil.copy(FAKES / name, folder / name)
    return Counting(Converter(folder / "office-quick", FontSubstitutes({}), 10, 1))


def workshop(
    office: Converts | None, folder: Path, templates: Path = DEFAULTS.templates
) -> Workshop:
    """A workshop that keeps its conversions beside the year's folder."""
    return Workshop(templates, office, SilentProgress(), folder.parent / "tembolok")


def make(
    products: Sequence[Product],
    office: Converts | None,
    folder: Path,
    wishes: Wishes | None = None,
    templates: Path = DEFAULTS.templates,
) -> Built:
    return build(products, workshop(office, folder, templates), folder, wishes)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that a reader sees, but for the manifest, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json" and not path.name.startswith(".")
    }


@dataclass
class FakeOffice:
    """An office program without a process: for each DOCX some `pages` with its name.

    It gives none for the names in `fails`; `given` are the names of all that it was given.
    """

    fails: Collection[str] = ()
    pages: int = 1
    given: list[str] = field(default_factory=list)

    def submit(self, job: Job) -> Future[bytes]:
        name = Path(job.name).name
        self.given.append(name)
        future: Future[bytes] = Future()
        if name in self.fails:
            remedy = "Periksalah berkas itu."
            future.set_exception(ConversionError(f"{name}.docx tidak dapat diubah.", remedy))
        else:
            future.set_result(text_pdf(*[name] * self.pages))
        return future

    def identity(self) -> str:
        return "kantor palsu"

    def version(self) -> str:
        return "Kantor Palsu 1"
