"""Files that were damaged at random or by intent: told, borne, and nobody's file touched.

`make test` tries a sample, `make test-tahan` all, among them those saved by LibreOffice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.resilience.families import families
from tools.resilience.figures import Tally
from tools.resilience.originals import Originals, originals
from tools.resilience.trials import Runner, run_program, trial_server
from tools.resilience.verdict import judge

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
# Every so many is run by the real command line as well.
_BY_ITSELF = 50
# So that both cores have work to the end.
_PARTS = 4 if WHOLE else 1
KEYS = ("buku", "formulir", "templat", "catatan", "pdf")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Originals:
    return originals(tmp_path_factory.mktemp("asli"), whole=WHOLE)


@pytest.fixture(scope="module")
def run(sound: Originals) -> Iterator[Runner]:
    with trial_server(sound.program) as runner:
        yield runner


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("key", KEYS)
def test_the_program_bears_its_mutants(
    key: str, part: int, sound: Originals, run: Runner, tmp_path: Path
) -> None:
    (family,) = (family for family in families(sound) if family.key == key)
    tally = Tally(f"{family.key}-{part}", family.title)
    faults = []
    for number in range(part, family.many, _PARTS if WHOLE else family.many // family.few):
        folder = tmp_path / str(number)
        mutant, trial = family.lay(number, folder)
        result = run(trial)
        verdict = judge(trial, result)
        if verdict.faults:
            tally.fail(verdict.faults)
            faults.append(f"{mutant} {' '.join(trial.arguments)}: {verdict}")
            continue
        tally.count(result.code, result.seconds, result.megabytes)
        shutil.rmtree(folder)
        if WHOLE and number % _BY_ITSELF == 0:
            _, trial = family.lay(number, folder)
            alone = run_program(trial, sound.program)
            assert (alone.code, judge(trial, alone).faults) == (result.code, ()), str(mutant)
            shutil.rmtree(folder)
    if WHOLE:
        tally.keep()
    assert faults == []
