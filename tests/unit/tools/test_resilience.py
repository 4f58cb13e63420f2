"""The mutants are the same in every run, a fault is seen as one, and the figures are printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tools.resilience.__main__ import joined, table, with_figures
from tools.resilience.figures import Tally, kept
from tools.resilience.mutants import mutant, workbook_mutations
from tools.resilience.trials import ROOT, Result, Trial
from tools.resilience.verdict import judge
from zi_docs.errors import ExitCode

BOOK = {"program": (ROOT / "source" / "zi-2026.xlsx").read_bytes()}
SOUND = Result(1, "", "zi.xlsx › Rapat!B4: kesalahan: Isilah tempatnya. [RPT-TEMPAT]", 1.0, 90, ())


def test_a_number_stands_for_one_mutant_and_each_kind_of_damage_has_its_turn() -> None:
    mutations = workbook_mutations()
    for number in (3, 27, 40):
        first, again = (mutant(number, BOOK, mutations) for _ in range(2))
        assert first == again
        assert first.content != BOOK["program"]
    kinds = {mutant(number, BOOK, mutations).damage for number in range(len(mutations))}
    assert kinds == set(mutations)


def faults(result: Result, *arguments: str) -> tuple[str, ...]:
    return judge(Trial(Path(), ("periksa", *arguments)), result).faults


def test_a_run_that_says_where_and_what_is_sound() -> None:
    assert faults(SOUND) == ()
    finding = '{"code": "X", "severity": "kesalahan", "message": "Isilah.", "place": {"file": "a"}}'
    assert faults(replace(SOUND, stdout=f'{{"findings": [{finding}], "exit": 1}}'), "--json") == ()


@pytest.mark.parametrize(
    "result",
    [
        replace(SOUND, code=70),
        replace(SOUND, code=-11),
        replace(SOUND, code=ExitCode.DIHENTIKAN),
        replace(SOUND, stderr='Traceback (most recent call last):\n  File "x"\nKeyError: 1'),
        replace(SOUND, stderr="Gagal: KeyError."),
        replace(SOUND, stderr="kesalahan: \x1b[31mmerah"),
        replace(SOUND, stderr="kesalahan: \u202ekilab"),
        replace(SOUND, stderr=""),
        replace(SOUND, stderr="x" * 10_000),
        replace(SOUND, seconds=300.0),
        replace(SOUND, megabytes=3000.0),
        replace(SOUND, strays=("changed source/zi-2026.xlsx",)),
    ],
)
def test_a_run_that_is_not_as_it_must_be_is_seen(result: Result) -> None:
    assert len(faults(result)) >= 1


@pytest.mark.parametrize(
    "stdout",
    [
        "",
        '{"findings": [], "exit": 1}',
        '{"findings": [], "exit": 0}',
        '{"findings": [{"code": "X", "severity": "kesalahan", "message": "Isilah.", "place": '
        '{"file": ""}}], "exit": 1}',
        '{"findings": [{"code": "X", "severity": "kesalahan", "message": " ", "place": '
        '{"file": "a"}}], "exit": 1}',
        '{"findings": [{"code": "X", "severity": "saran", "message": "Isilah.", "place": '
        '{"file": "a"}}], "exit": 1}',
    ],
)
def test_a_result_in_json_without_a_place_or_a_word_is_seen(stdout: str) -> None:
    assert len(faults(replace(SOUND, stdout=stdout), "--json")) >= 1


def test_the_figures_are_printed_between_their_marks(tmp_path: Path) -> None:
    for key, lost in (("a", False), ("b", True)):
        tally = Tally(key, "Buku kerja yang dirusak")
        tally.count(1, 1000.5, 150.0)
        if lost:
            tally.fail(["changed source/zi-2026.xlsx"])
        tally.keep(tmp_path)
    printed = table(joined(kept(tmp_path)))
    assert "| Buku kerja yang dirusak | 3 | 2 | 1 | 2.001 | 1.000,5 | 150 MB |" in printed
    guide = "awal\n<!-- angka -->\nlama\n<!-- akhir angka -->\nakhir"
    assert with_figures(guide, "baru") == "awal\n<!-- angka -->\nbaru\n<!-- akhir angka -->\nakhir"


def test_security_names_only_what_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/]+\.py)`", text))
    there = [p.as_posix() for name in ("zi_docs", "tests") for p in ROOT.glob(f"{name}/**/*.py")]
    assert len(named) > 30
    assert [name for name in sorted(named) if not any(p.endswith(f"/{name}") for p in there)] == []
