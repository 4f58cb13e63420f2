"""Checks a template against a real context: every fault with template and paragraph."""

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
from zi_docs.word.filling import StrictTemplate, unreadable
from zi_docs.word.render import broken_output_error, explain_failure
from zi_docs.word.tags import TemplateTag, tag_faults, template_tags
from zi_docs.word.template_source import Finalize, TemplateEnvironment
from zi_docs.word.values import MisfitError

_SIMILAR = 60
# A tag that tests whether a name is defined may use an undefined name.
_TESTS_DEFINED = re.compile(r"\bis\s+(?:not\s+)?(?:un)?defined\b|\|\s*default\b")


def check_template(template: Path, context: Mapping[str, object]) -> list[Finding]:
    """Check a template: faulty tags, names missing from the context, values that do not fit.

    All faults are reported at once. In a branch that this context does not enter, only the first
    part of a dotted name is checked.
    """
    try:
        document = StrictTemplate(template)
    except TemplateError:
        return [error("TPL-BERKAS", str(unreadable(template)), Place(str(template)))]
    faults = tag_faults(document.parts, str(template), TemplateEnvironment())
    if faults:
        return [error(fault.code, fault.message, fault.tag.place) for fault in faults]
    return _TrialRendering(template, document, context).findings()


class _TrialRendering:
    """A rendering that continues after each fault and records it."""

    def __init__(
        self, template: Path, document: StrictTemplate, context: Mapping[str, object]
    ) -> None:
        self._template = template
        self._document = document
        self._context = context
        self._findings: dict[Finding, None] = {}

    def findings(self) -> list[Finding]:
        """Render the template and return what was recorded, each fault once."""
        env = TemplateEnvironment(_recording_undefined(self._record_undefined))
        finalize = self._recording_misfits(self._document.finalizer())
        try:
            self._document.fill(self._context, finalize, env)
        except etree.XMLSyntaxError as problem:
            self._add("TPL-HASIL", str(broken_output_error(self._template, problem)), None)
        except Exception as problem:
            tag = self._document.failed_tag(problem)
            if tag is None:
                raise
            message = f"{tag.text}: {explain_failure(problem)}. Perbaiki penanda itu."
            self._add("TPL-HASIL", message, tag)
        self._check_other_branches()
        return list(self._findings)

    def _recording_misfits(self, finalize: Finalize) -> Finalize:
        """`finalize` that records a value that does not fit and prints nothing for it."""

        def finalize_or_record(value: object) -> object:
            try:
                return finalize(value)
            except MisfitError as misfit:
                tag = self._document.current_tag()
                text = tag.text if tag else ""
                self._add(misfit.code, f"{text}: {misfit.reason}. Perbaiki penanda itu.", tag)
                return Markup("")

        return finalize_or_record

    def _record_undefined(self, name: str, owner: object) -> None:
        names = self._context if owner is missing else _names_of(owner)
        self._add_unknown(name, names, self._document.current_tag())

    def _check_other_branches(self) -> None:
        """Record unknown names in branches that this context did not enter."""
        env = TemplateEnvironment()
        unknown = {
            name
            for source in self._document.sources
            for name in find_undeclared_variables(env.parse(source))
            if name not in self._context
        }
        for tag in template_tags(self._document.parts, str(self._template)):
            for name in sorted(unknown):
                if tag.mentions(name) and not _TESTS_DEFINED.search(tag.inner):
                    self._add_unknown(name, self._context, tag)

    def _add_unknown(self, name: str, names: Iterable[str], tag: TemplateTag | None) -> None:
        best = process.extractOne(name, sorted(names), score_cutoff=_SIMILAR)
        advice = f"; mungkin maksudnya “{best[0]}”" if best else ""
        where = f" pada {tag.text}" if tag else ""
        message = f"Isi “{name}”{where} tidak tersedia{advice}. Perbaiki namanya."
        self._add("TPL-TAKDIKENAL", message, tag)

    def _add(self, code: str, message: str, tag: TemplateTag | None) -> None:
        place = tag.place if tag else Place(str(self._template))
        self._findings[error(code, message, place)] = None


def _names_of(owner: object) -> list[str]:
    names = owner if isinstance(owner, Mapping) else dir(owner)
    return [str(name) for name in names if not str(name).startswith("_")]


def _recording_undefined(record: Callable[[str, object], None]) -> type[Undefined]:
    """The class of undefined values that report their name when used and do not stop rendering."""

    class RecordingUndefined(ChainableUndefined):
        def _record(self, *_: object) -> RecordingUndefined:
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

    return RecordingUndefined
