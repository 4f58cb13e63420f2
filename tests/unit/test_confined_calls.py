"""Functions called in a process of their own: what they may not do, and what comes of it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pikepdf
import psutil
import pytest

from tests.cases.calls import (
    MIB,
    crash,
    fill_the_memory,
    half_of,
    loop,
    name_of_folder,
    own_number,
    raise_it,
    recurse,
    unheard_of,
)
from zi_docs.confined import Ending, Limits
from zi_docs.confined_calls import CallEndedError, call_apart
from zi_docs.errors import TemplateError
from zi_docs.findings import Place, error
from zi_docs.word.template_source import FaultyTemplateError

ROOMY = Limits(seconds=30.0, memory_bytes=512 * MIB)


def test_a_function_returns_what_it_returns_here() -> None:
    assert call_apart(ROOMY, half_of, 7, of=" lembar") == half_of(7, of=" lembar")


def test_one_process_answers_call_after_call() -> None:
    other = call_apart(ROOMY, own_number)
    assert other != os.getpid()
    assert call_apart(ROOMY, own_number) == other


@pytest.mark.parametrize(
    "problem",
    [
        ValueError("keliru"),
        TemplateError("Templat a.docx rusak.", "Perbaikilah."),
        FaultyTemplateError([error("TPL-BERKAS", "Rusak.", Place("a.docx"))]),
        pikepdf.PasswordError("sandi"),
    ],
    ids=lambda problem: type(problem).__name__,
)
def test_what_it_raises_is_raised_here(problem: Exception) -> None:
    with pytest.raises(type(problem)) as raised:
        call_apart(ROOMY, raise_it, problem)
    assert str(raised.value) == str(problem)


def test_relative_paths_mean_the_same_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kantor", "kantor lain"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert call_apart(ROOMY, name_of_folder) == name


@pytest.mark.parametrize(
    ("function", "limits", "ending"),
    [
        (loop, Limits(seconds=0.3), Ending.TIME),
        (fill_the_memory, Limits(memory_bytes=200 * MIB), Ending.MEMORY),
        (crash, ROOMY, Ending.BY_ITSELF),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_takes_too_much_is_ended_and_the_next_call_is_answered(
    function: object, limits: Limits, ending: Ending
) -> None:
    before, start = call_apart(ROOMY, own_number), time.monotonic()
    with pytest.raises(CallEndedError) as raised:
        call_apart(limits, function)  # type: ignore[arg-type]
    assert (raised.value.ending, str(raised.value)) == (ending, ending.value)
    assert time.monotonic() - start < 20
    assert not psutil.pid_exists(before)
    assert call_apart(ROOMY, own_number) != before


def test_an_endless_recursion_is_no_crash() -> None:
    with pytest.raises(RecursionError):
        call_apart(ROOMY, recurse)


def test_an_answer_that_cannot_be_handed_over_is_told() -> None:
    with pytest.raises(RuntimeError, match="no answer to hand over"):
        call_apart(ROOMY, unheard_of)


LEFT_BEHIND = """
import os, sys
from tests.cases.calls import loop, own_number
from zi_docs.confined import Limits, in_background
from zi_docs.confined_calls import call_apart
print(call_apart(Limits(), own_number), flush=True)
if sys.argv[1] == "busy":
    in_background(call_apart, Limits(), loop)
import time; time.sleep(0.2)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("busy", ["busy", "idle"])
def test_nobody_works_for_one_who_was_killed(busy: str) -> None:
    command = [sys.executable, "-c", LEFT_BEHIND, busy]
    root = Path(__file__).parents[2]
    asked = psutil.Popen(command, cwd=root, stdout=-1, env={**os.environ, "PYTHONPATH": str(root)})
    number = int(asked.communicate()[0])
    end = time.monotonic() + 10
    while psutil.pid_exists(number) and time.monotonic() < end:
        time.sleep(0.02)
    assert not psutil.pid_exists(number)
