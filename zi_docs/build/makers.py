"""Makers at work: each product after those that it needs, its conversions in other threads.

A document is handed over as soon as it is rendered; while office programs convert it the next
products are begun. One that fails spoils only those that need it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue

from zi_docs.build.shelf import Shelf
from zi_docs.errors import ConversionError, ZiError
from zi_docs.findings import has_errors
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.pdf.jobs import Converts, Job
from zi_docs.product import Conversion, Given, Made, Making, Product
from zi_docs.progress import Progress
from zi_docs.settings import DEFAULTS

# The office programs always find a document waiting; what they have converted goes before what
# lies further ahead, which bounds what is kept in memory.
_FEW, _MANY = 4, 48
_GLANCE_SECONDS = 1


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
        cached = CachedConverter(self.converter, self.cache, DEFAULTS.max_cache_bytes)
        return replace(self, converter=cached, cache=None)


@dataclass
class Results:
    """What came of making: the products made, the failures, those that miss a need."""

    made: Shelf = field(default_factory=Shelf)
    failures: dict[str, ZiError] = field(default_factory=dict)
    blocked: dict[str, tuple[str, ...]] = field(default_factory=dict)


def make_products(
    products: Sequence[Product], workshop: Workshop, standing: Mapping[str, Made] | None = None
) -> Results:
    """Make products, each after those that it needs; all of those are among the products.

    Needs may be `standing` instead: made by an earlier run, by their names.
    Raises MissingProgramError if the office program cannot be started, ValueError if a need is not
    among the products.
    """
    run = _Run(workshop, Results(Shelf((standing or {}).items())))
    waiting = list(products)
    while waiting or run.working:
        ready = None if run.busy else next(filter(run.ready, waiting), None)
        if ready is not None:
            waiting.remove(ready)
            run.begin(ready)
        elif run.working:
            run.go_on()
        else:
            raise ValueError(f"{waiting[0].name} needs what is not among the products")
    return run.results


@dataclass
class _Run:
    """The makers at work, each of them waiting for a conversion."""

    workshop: Workshop
    results: Results = field(default_factory=Results)
    # Names of products made of which no other can be made.
    unfit: set[str] = field(default_factory=set)
    working: dict[str, Making] = field(default_factory=dict)
    # Names of makers whose conversion came to its end, from whatever thread.
    converted: SimpleQueue[tuple[str, Future[bytes]]] = field(default_factory=SimpleQueue)

    @property
    def busy(self) -> bool:
        """Whether makers that are under way come first."""
        converted = self.converted.qsize()
        enough = len(self.working) - converted >= _FEW
        return len(self.working) >= _MANY or (converted > 0 and enough)

    def ready(self, product: Product) -> bool:
        """Whether everything that a product needs is made, or cannot be."""
        return all(name in self.results.made or self._useless(name) for name in product.needs)

    def begin(self, product: Product) -> None:
        """Begin a product that is ready, or say what it misses."""
        missing = tuple(name for name in product.needs if self._useless(name))
        if missing:
            self.results.blocked[product.name] = missing
            self.workshop.progress.end(product.name)
        else:
            self.workshop.progress.begin(product.name)
            needs = {name: self.results.made[name] for name in product.needs}
            self._advance(product.name, product.make(Given(self.workshop.templates, needs)))

    def _useless(self, name: str) -> bool:
        """Whether a need failed, is not whole, or has no PDF."""
        return any(
            name in names for names in (self.unfit, self.results.failures, self.results.blocked)
        )

    def go_on(self) -> None:
        """Wait for the next conversion, and take its maker on."""
        name, future = self._next_converted()
        making = self.working.pop(name)
        try:
            pdf = future.result()
        except ConversionError as problem:
            making.close()
            self._fail(name, problem)
        else:
            self._advance(name, making, pdf)

    def _next_converted(self) -> tuple[str, Future[bytes]]:
        while True:
            # On Windows nothing interrupts a wait without an end.
            with suppress(Empty):
                return self.converted.get(timeout=_GLANCE_SECONDS)

    def _advance(self, name: str, making: Making, pdf: bytes | None = None) -> None:
        """Take a maker to its next conversion or to its end; None begins it."""
        try:
            request = next(making) if pdf is None else making.send(pdf)
            while self.workshop.converter is None:
                request = making.send(None)
            self._convert(self.workshop.converter, name, request)
        except StopIteration as end:
            self._keep(name, end.value)
        except ZiError as problem:
            making.close()
            self._fail(name, problem)
        else:
            self.working[name] = making

    def _keep(self, name: str, made: Made) -> None:
        self.results.made[name] = made
        if made.pdf is None or has_errors(made.findings):
            self.unfit.add(name)
        self.workshop.progress.end(name)

    def _convert(self, converter: Converts, name: str, request: Conversion) -> None:
        """Hand over a document. Raises ConversionError for one that must not be."""
        refuse_dangerous_docx(request.docx, name)
        future = converter.submit(Job(name, request.docx, request.archival))
        future.add_done_callback(lambda future: self.converted.put((name, future)))

    def _fail(self, name: str, problem: ZiError) -> None:
        self.results.failures[name] = problem
        self.workshop.progress.end(name)
