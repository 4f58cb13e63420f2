"""Makers at work: in the order of their needs, their conversions gathered into batches.

Each round begins every product whose needs are made, and takes all as far as the next PDF that
they wait for; those PDFs are converted at once. One that fails spoils only those that need it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from zi_docs.errors import ConversionError, ZiError
from zi_docs.findings import has_errors
from zi_docs.pdf.conversion_cache import CachedConverter, Converts
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.pdf.libreoffice import Job
from zi_docs.pdf.normal_form import normalise_pdf
from zi_docs.product import Conversion, Given, Made, Making, Product
from zi_docs.progress import Progress
from zi_docs.settings import DEFAULTS


@dataclass(frozen=True)
class Workshop:
    """What products are made with: templates, converter (None: DOCX only), the display.

    Conversions are kept in `cache`, if there is one.
    """

    templates: Path
    converter: Converts | None
    progress: Progress
    cache: Path | None = None

    def cached(self) -> Workshop:
        """The workshop that looks into its cache before it converts."""
        if self.converter is None or self.cache is None:
            return self
        tools = self.converter.identity()
        cached = CachedConverter(self.converter, self.cache, DEFAULTS.max_cache_bytes, tools)
        return replace(self, converter=cached, cache=None)


@dataclass
class Results:
    """What came of making: the products made, the failures, those that miss a need."""

    made: dict[str, Made] = field(default_factory=dict)
    failures: dict[str, ZiError] = field(default_factory=dict)
    blocked: dict[str, tuple[str, ...]] = field(default_factory=dict)


def make_products(products: Sequence[Product], workshop: Workshop) -> Results:
    """Make products, each after those that it needs; all of those are among the products.

    Raises MissingProgramError if the office program cannot be started.
    """
    run = _Run(workshop)
    waiting = list(products)
    while waiting or run.working:
        waiting = run.begin(waiting)
        run.convert()
    return run.results


@dataclass
class _Run:
    """The makers at work, each with the conversion that it waits for."""

    workshop: Workshop
    results: Results = field(default_factory=Results)
    working: dict[str, tuple[Making, Conversion]] = field(default_factory=dict)

    def begin(self, waiting: Sequence[Product]) -> list[Product]:
        """Begin every product whose needs are settled; give those that wait on."""
        later = []
        for product in waiting:
            if self._missing(product):
                self.results.blocked[product.name] = self._missing(product)
                self.workshop.progress.advance()
            elif all(name in self.results.made for name in product.needs):
                needs = {name: self.results.made[name] for name in product.needs}
                self._advance(product.name, product.make(Given(self.workshop.templates, needs)))
            else:
                later.append(product)
        return later

    def _missing(self, product: Product) -> tuple[str, ...]:
        """The needs that failed, are not whole, or have no PDF."""
        return tuple(name for name in product.needs if self._useless(name))

    def _useless(self, name: str) -> bool:
        made = self.results.made.get(name)
        if made is None:
            return name in self.results.failures or name in self.results.blocked
        return made.pdf is None or has_errors(made.findings)

    def _advance(self, name: str, making: Making, pdf: bytes | None = None) -> None:
        """Take a maker to its next conversion or to its end; None begins it."""
        try:
            request = next(making) if pdf is None else making.send(pdf)
            while self.workshop.converter is None:
                request = making.send(None)
        except StopIteration as end:
            self._finish(name)
            self.results.made[name] = end.value
        except ZiError as problem:
            self._finish(name)
            self.results.failures[name] = problem
        else:
            self.working[name] = (making, request)

    def _finish(self, name: str) -> None:
        self.working.pop(name, None)
        self.workshop.progress.advance()

    def convert(self) -> None:
        """Convert what the makers wait for, and take each of them on."""
        batch, self.working = self.working, {}
        requests = {name: request for name, (_, request) in batch.items()}
        for name, result in self._converted(requests).items():
            making, _ = batch[name]
            if isinstance(result, ConversionError):
                making.close()
                self._finish(name)
                self.results.failures[name] = result
            else:
                self._advance(name, making, result)

    def _converted(self, requests: Mapping[str, Conversion]) -> dict[str, bytes | ConversionError]:
        converter = self.workshop.converter
        if not requests or converter is None:
            return {}
        results: dict[str, bytes | ConversionError] = {}
        with tempfile.TemporaryDirectory(prefix=f"zi-docs-{os.getpid()}-") as folder:
            jobs: dict[str, Job] = {}
            for index, (name, request) in enumerate(requests.items()):
                try:
                    jobs[name] = _job(Path(folder), index, name, request)
                except ConversionError as problem:
                    results[name] = problem
            answers = converter.convert(list(jobs.values()))
            for (name, job), wrong in zip(jobs.items(), answers, strict=True):
                stamp = requests[name].stamp
                results[name] = wrong or normalise_pdf(job.pdf.read_bytes(), stamp)
        return {name: results[name] for name in requests}


def _job(folder: Path, index: int, name: str, request: Conversion) -> Job:
    """A document laid out for the office program. Raises ConversionError for a dangerous one."""
    refuse_dangerous_docx(request.docx, name)
    stem = f"{index:03d}-{Path(name).name}"
    source = folder / f"{stem}.docx"
    source.write_bytes(request.docx)
    return Job(source, folder / f"{stem}.pdf", request.archival)
