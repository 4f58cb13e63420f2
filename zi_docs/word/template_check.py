"""The check of a template against a real context: every fault with template and paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.utils import missing
from lxml import etree
from markupsafe import Markup
from rapidfuzz import process

from zi_docs.errors import TemplateError
from zi_docs.findings import Finding, Place, error
from zi_docs.word.filling import StrictTemplate, environment, unreadable
from zi_docs.word.render import explained, unsound
from zi_docs.word.tags import Tag, faults, tags
from zi_docs.word.values import Finalize, MisfitError

_SIMILAR = 60
# A tag that asks whether a name is there may speak of one that is not.
_ASKS = re.compile(r"\bis\s+(?:not\s+)?(?:un)?defined\b|\|\s*default\b")


def lint(template: Path, context: Mapping[str, object]) -> list[Finding]:
    """Check a template: split and wrong tags, names that the context does not hold, misfits.

    Every fault is found at once; names inside a branch that the context does not take are
    checked as far as their first word.
    """
    try:
        document = StrictTemplate(template)
    except TemplateError:
        return [error("TPL-BERKAS", str(unreadable(template)), Place(str(template)))]
    wrong = faults(document.parts, str(template), environment())
    if wrong:
        return [error(fault.code, fault.message, fault.tag.place) for fault in wrong]
    return _Trial(template, document, context).findings()


class _Trial:
    """A rendering that goes on after each fault and writes them down."""

    def __init__(
        self, template: Path, document: StrictTemplate, context: Mapping[str, object]
    ) -> None:
        self._template = template
        self._document = document
        self._context = context
        self._found: dict[Finding, None] = {}

    def findings(self) -> list[Finding]:
        """Render and give what was written down, each fault once."""
        env = environment(_recording(self._missing))
        try:
            self._document.fill(self._context, env, self._forgiving(self._document.finalizer()))
        except etree.XMLSyntaxError as problem:
            self._add("TPL-HASIL", str(unsound(self._template, problem)), None)
        except Exception as problem:
            tag = self._document.failed(problem)
            if tag is None:
                raise
            what = f"{tag.text}: {explained(problem)}. Perbaiki penanda itu."
            self._add("TPL-HASIL", what, tag)
        self._unvisited()
        return list(self._found)

    def _forgiving(self, finalize: Finalize) -> Finalize:
        def forgive(value: object) -> object:
            try:
                return finalize(value)
            except MisfitError as misfit:
                tag = self._document.running()
                text = tag.text if tag else ""
                self._add(misfit.code, f"{text}: {misfit.what}. Perbaiki penanda itu.", tag)
                return Markup("")

        return forgive

    def _missing(self, name: str, owner: object) -> None:
        near = self._context if owner is missing else _names_of(owner)
        self._unknown(name, near, self._document.running())

    def _unvisited(self) -> None:
        """Names in branches that this context did not take."""
        env = environment()
        unknown = {
            name
            for source in self._document.sources
            for name in find_undeclared_variables(env.parse(source))
            if name not in self._context
        }
        for tag in tags(self._document.parts, str(self._template)):
            for name in sorted(unknown):
                if tag.names(name) and not _ASKS.search(tag.inner):
                    self._unknown(name, self._context, tag)

    def _unknown(self, name: str, near: Iterable[str], tag: Tag | None) -> None:
        best = process.extractOne(name, sorted(near), score_cutoff=_SIMILAR)
        advice = f"; mungkin maksudnya “{best[0]}”" if best else ""
        where = f" pada {tag.text}" if tag else ""
        message = f"Isi “{name}”{where} tidak tersedia{advice}. Perbaiki namanya."
        self._add("TPL-TAKDIKENAL", message, tag)

    def _add(self, code: str, message: str, tag: Tag | None) -> None:
        place = tag.place if tag else Place(str(self._template))
        self._found[error(code, message, place)] = None


def _names_of(owner: object) -> list[str]:
    names = owner if isinstance(owner, Mapping) else dir(owner)
    return [str(name) for name in names if not str(name).startswith("_")]


def _recording(record: Callable[[str, object], None]) -> type[Undefined]:
    """An undefined value that reports its name when used and lets the rendering go on."""

    class Recording(ChainableUndefined):
        def _record(self, *_: object) -> Recording:
            if self._undefined_exception is SecurityError:
                self._fail_with_undefined_error()
            record(self._undefined_name or "?", self._undefined_obj)
            return self

        def __str__(self) -> str:
            self._record()
            return ""

        def __html__(self) -> str:
            return str(self)

        def __iter__(self) -> Iterator[Any]:
            self._record()
            return iter(())

        def __bool__(self) -> bool:
            self._record()
            return False

        def __len__(self) -> int:
            self._record()
            return 0

        def __eq__(self, other: object) -> bool:
            self._record()
            return False

        def __hash__(self) -> int:
            return id(self)

        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _record  # type: ignore[assignment]
        __call__ = _record  # type: ignore[assignment]

    return Recording
