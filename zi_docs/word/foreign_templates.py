"""Templates at work: the program's own here, any other in a process of its own, within limits.

A template that an office changed, or got from somewhere, may loop without end or grow without
bound, by mistake or by intent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from zi_docs.confined import Ending, Limits
from zi_docs.confined_calls import CallEndedError, call_apart
from zi_docs.data import shipped_templates
from zi_docs.errors import TemplateError
from zi_docs.findings import Finding, Place, error
from zi_docs.folders import read_regular
from zi_docs.product import Properties
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.render import REPETITIONS, render_docx
from zi_docs.word.template_check import Filling, check_fillings
from zi_docs.word.template_names import TemplateDifference, compare_templates
from zi_docs.word.template_source import template_at

LIMITS = Limits(seconds=60.0, memory_bytes=1024 * 1024 * 1024)
"""The longest paper of a year takes a second and 200 MB."""
_USED_UP = {
    Ending.TIME: "menghabiskan lebih dari {seconds:.0f} detik",
    Ending.MEMORY: "menghabiskan terlalu banyak memori",
}
P = ParamSpec("P")
T = TypeVar("T")


def fill_template(
    template: Path,
    context: Mapping[str, object],
    layout: PageLayout,
    about: Properties,
    watermark_text: str = "",
    *,
    for_srikandi: bool = False,
    one_page: bool = False,
) -> bytes:
    """Render a template as `render_docx` does. Raises TemplateError, also where it is too much."""
    try:
        return _apart_if_foreign(
            render_docx, template, context, layout, about, watermark_text,
            for_srikandi=for_srikandi, one_page=one_page,
        )  # fmt: skip
    except CallEndedError as problem:
        raise TemplateError(f"Templat {template}: {_reason(problem)}.", REPETITIONS) from problem


def check_template_with(template: Path, fillings: list[Filling], master: Path) -> list[Finding]:
    """Check a template as `check_fillings` does; one that takes too much has that finding only."""
    try:
        return _apart_if_foreign(check_fillings, template, fillings, master)
    except CallEndedError as problem:
        message = f"Pada percobaan, templat ini {_reason(problem)}. {REPETITIONS}"
        return [error("TPL-BATAS", message, Place(str(template)))]


def compare_template_files(template: Path, master: Path) -> TemplateDifference:
    """What a template prints less or more than another. Raises TemplateError."""
    try:
        return _apart_if_foreign(_compared, template, master)
    except CallEndedError as problem:
        raise TemplateError(f"Templat {template}: {_reason(problem)}.", REPETITIONS) from problem


def _compared(template: Path, master: Path) -> TemplateDifference:
    return compare_templates(template_at(template), template_at(master))


def _apart_if_foreign(
    function: Callable[Concatenate[Path, P], T],
    template: Path,
    *arguments: P.args,
    **named: P.kwargs,
) -> T:
    """What a function makes of a template. Raises CallEndedError."""
    if _is_own(template):
        return function(template, *arguments, **named)
    return call_apart(LIMITS, function, template, *arguments, **named)


def _is_own(template: Path) -> bool:
    """Whether a file is a template as this program ships it; a missing one harms nobody."""
    try:
        digest = hashlib.sha256(read_regular(template)).hexdigest()
    except OSError:
        return True
    return digest in shipped_templates()


def _reason(problem: CallEndedError) -> str:
    reason = _USED_UP.get(problem.ending, "membuat program yang mengisinya berhenti")
    return reason.format(seconds=LIMITS.seconds)
