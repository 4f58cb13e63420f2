"""Templates at work: the program's own here, any other in a process of its own, within limits.

A template that an office changed, or got from somewhere, may loop without end or grow without
bound, by mistake or by intent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from zi_docs.confined import Ending, Limits
from zi_docs.confined_calls import CallEndedError, call_apart
from zi_docs.data import shipped_templates
from zi_docs.errors import TemplateError
from zi_docs.findings import Finding, Place, error
from zi_docs.folders import read_regular
from zi_docs.word.render import REPETITIONS
from zi_docs.word.template_check import Filling, check_fillings

LIMITS = Limits(seconds=60.0, memory_bytes=1024 * 1024 * 1024)
"""The longest paper of a year takes a second and 200 MB."""
_USED_UP = {
    Ending.TIME: "menghabiskan lebih dari {seconds:.0f} detik",
    Ending.MEMORY: "menghabiskan terlalu banyak memori",
}
P = ParamSpec("P")
T = TypeVar("T")


def work_on_template(
    function: Callable[Concatenate[Path, P], T],
    template: Path,
    *arguments: P.args,
    **named: P.kwargs,
) -> T:
    """What a function makes of a template, such as `render_docx`.

    Raises TemplateError, also where that takes too much.
    """
    try:
        return _apart_if_foreign(function, template, *arguments, **named)
    except CallEndedError as problem:
        raise TemplateError(f"Templat {template}: {_reason(problem)}.", REPETITIONS) from problem


def check_template_with(template: Path, fillings: list[Filling], master: Path) -> list[Finding]:
    """Check a template as `check_fillings` does; one that takes too much has that finding only."""
    try:
        return _apart_if_foreign(check_fillings, template, fillings, master)
    except CallEndedError as problem:
        message = f"Pada percobaan, templat ini {_reason(problem)}. {REPETITIONS}"
        return [error("TPL-BATAS", message, Place(str(template)))]


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
