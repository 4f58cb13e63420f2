"""Checks a template with real contexts: every fault with part and paragraph."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.utils import missing
from lxml import etree
from markupsafe import Markup

from zi_docs.findings import Finding, Place, error, warning
from zi_docs.text import Drawing, Picture
from zi_docs.word.filling import StrictTemplate, TooLongError
from zi_docs.word.render import broken_output_error, explain_failure, too_long_error
from zi_docs.word.tag_faults import syntax_faults
from zi_docs.word.tags import TemplateTag
from zi_docs.word.template_names import compare_templates
from zi_docs.word.template_source import (
    FaultyTemplateError,
    Finalize,
    TemplateEnvironment,
    TemplateSource,
    template_at,
)
from zi_docs.word.values import MisfitError
from zi_docs.wording.nearest_names import nearest_name

# Tags that cannot be filled at all.
_NOT_FILLED = frozenset({"TPL-SINTAKSIS", "TPL-SENDIRI", "TPL-TERBELAH"})
_ANY_PICTURE = Picture(
    b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
    ),
    10.0,
)
# A tag that tests whether a name is defined may use an undefined name.
_TESTS_DEFINED = re.compile(r"\bis\s+(?:not\s+)?(?:un)?defined\b|\|\s*default\b")


@dataclass(frozen=True)
class Filling:
    """What fills a template; `for_srikandi`: it may hold variables that SRIKANDI fills."""

    context: Mapping[str, object]
    for_srikandi: bool = False


class TemplateCheck:
    """The check of one template against any number of contexts; its faults are told once.

    Names in branches that no context entered are checked too, as far as their first part.
    """

    def __init__(self, template: Path) -> None:
        self._template = template
        try:
            self._source: TemplateSource | None = template_at(template)
        except FaultyTemplateError as problem:
            self._source = None
            self.findings = list(problem.findings)
            return
        syntax = (
            fault
            for tags in self._source.tags.values()
            for fault in syntax_faults(tags, self._source.environment)
        )
        self.findings = [*self._source.findings, *syntax]
        self._environment = TemplateEnvironment(_recording_undefined(self._record_undefined))
        self._trial: _TrialRendering | None = None

    def fill(self, context: Mapping[str, object], *, for_srikandi: bool = False) -> list[Finding]:
        """Fill the template on trial; what was found for the first time."""
        if self._source is None:
            return []
        faults = [] if for_srikandi else list(self._source.variables)
        if not any(fault.code in _NOT_FILLED for fault in self.findings):
            self._trial = _TrialRendering(self._template, self._source, context)
            faults += self._trial.findings(self._environment)
        new = [fault for fault in dict.fromkeys(faults) if fault not in self.findings]
        self.findings += new
        return new

    def lacks_beside(self, master: Path) -> list[Finding]:
        """What the built-in template of the same name prints and this one does not."""
        if self._source is None or not master.exists() or master.samefile(self._template):
            return []
        return _lacks(self._source, template_at(master), str(self._template))

    def _record_undefined(self, name: str, owner: object) -> None:
        if self._trial is not None:
            self._trial.record_undefined(name, owner)


def check_fillings(template: Path, fillings: Iterable[Filling], master: Path) -> list[Finding]:
    """Check a template with all that fills it, and against the built-in one of its name."""
    check = TemplateCheck(template)
    for filling in fillings:
        check.fill(filling.context, for_srikandi=filling.for_srikandi)
    return [*check.findings, *check.lacks_beside(master)]


def check_template(template: Path, context: Mapping[str, object]) -> list[Finding]:
    """Check a template with one context: what cannot be read, faulty tags, names missing from the
    context, values that do not fit. All faults are told at once.
    """
    check = TemplateCheck(template)
    check.fill(context)
    return check.findings


def _lacks(source: TemplateSource, master: TemplateSource, file: str) -> list[Finding]:
    missing = compare_templates(source, master).missing
    if not any(source.tags.values()):
        message = (
            "Templat ini tidak mempunyai satu pun penanda, sehingga tidak ada isi yang tercetak. "
            "Salin templat bawaan dengan `python generate.py templat baru --ke FOLDER`, lalu "
            "ubahlah salinannya."
        )
    elif missing:
        message = (
            f"Templat ini tidak mencetak {', '.join(missing)}, yang dicetak templat bawaan. "
            "Tambahkan penandanya bila itu bukan maksud Anda; lihat `templat banding`."
        )
    else:
        return []
    return [warning("TPL-KURANG", message, Place(file))]


class _TrialRendering:
    """A rendering that continues after each fault and records it."""

    def __init__(
        self, template: Path, source: TemplateSource, context: Mapping[str, object]
    ) -> None:
        self._template = template
        self._source = source
        self._document = StrictTemplate(source)
        self._context = context
        self._findings: dict[Finding, None] = {}

    def findings(self, environment: TemplateEnvironment) -> list[Finding]:
        """Render the template and return what was recorded, each fault once."""
        finalize = self._recording_misfits(self._document.finalizer())
        try:
            self._document.fill(self._context, finalize, environment)
        except etree.XMLSyntaxError:
            self._add("TPL-HASIL", str(broken_output_error(self._template)), None)
        except TooLongError:
            self._add("TPL-BATAS", str(too_long_error(self._template)), None)
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
                # A chart takes half a second to draw; any picture shows whether its tag fits.
                return finalize(_ANY_PICTURE if isinstance(value, Drawing) else value)
            except MisfitError as misfit:
                tag = self._document.current_tag()
                text = tag.text if tag else ""
                self._add(misfit.code, f"{text}: {misfit.reason}. Perbaiki penanda itu.", tag)
                return Markup("")

        return finalize_or_record

    def record_undefined(self, name: str, owner: object) -> None:
        """Record a name that its owner, or the context, does not have."""
        names = self._context if owner is missing else _names_of(owner)
        self._add_unknown(name, names, self._document.current_tag())

    def _check_other_branches(self) -> None:
        """Record unknown names in branches that this context did not enter."""
        unknown = self._source.undeclared - set(self._context)
        for tag in chain.from_iterable(self._source.tags.values() if unknown else ()):
            for name in sorted(unknown):
                if tag.mentions(name) and not _TESTS_DEFINED.search(tag.inner):
                    self._add_unknown(name, self._context, tag)

    def _add_unknown(self, name: str, names: Iterable[str], tag: TemplateTag | None) -> None:
        advice = _advice(name, sorted(names))
        where = f" pada {tag.text}" if tag else ""
        message = f"Isi “{name}”{where} tidak tersedia{advice}. Perbaiki namanya."
        self._add("TPL-TAKDIKENAL", message, tag)

    def _add(self, code: str, message: str, tag: TemplateTag | None) -> None:
        place = tag.place if tag else Place(str(self._template))
        self._findings[error(code, message, place)] = None


def _advice(name: str, names: list[str]) -> str:
    """What was perhaps meant; of numbered names the first and the last."""
    if names and name.isdecimal() and all(other.isdecimal() for other in names):
        numbers = sorted(map(int, names))
        return f"; yang ada {numbers[0]} sampai dengan {numbers[-1]}"
    best = nearest_name(name, names)
    return f"; mungkin maksudnya “{best}”" if best else ""


def _names_of(owner: object) -> list[str]:
    names = owner if isinstance(owner, Mapping) else dir(owner)
    return [str(name) for name in names if not str(name).startswith("_")]


def _recording_undefined(record: Callable[[str, object], None]) -> type[Undefined]:
    """The class of undefined values that report their name when used and do not stop rendering."""

    class RecordingUndefined(ChainableUndefined):
        def _record(self, *_: object) -> RecordingUndefined:
            if self._undefined_exception is SecurityError:
                self._fail_with_undefined_error()
            name = "?" if self._undefined_name is None else str(self._undefined_name)
            record(name, self._undefined_obj)
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
