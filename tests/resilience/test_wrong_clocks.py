"""Wrong clocks, of the files or of the computer: the papers are the same, and none is made anew."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from tests.cases.command_runs import WHOLE, a_copy, an_office, keep, papers, ran, says_why
from zi_docs.errors import ExitCode


@pytest.mark.parametrize("year", [2099, 1980] if WHOLE else [2099])
def test_a_clock_that_went_wrong_makes_nothing_anew(
    year: int, made: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """All files are of another time than the computer says it is."""
    folder = a_copy(made[0], tmp_path / "kantor")
    moment = time.mktime(date(year, 6, 1).timetuple())
    for path in folder.rglob("*"):
        os.utime(path, (moment, moment))
    result = ran(folder, office, "--rinci")
    assert result.returncode == ExitCode.BERES, result.stderr
    assert "dibuat  " not in result.stderr
    assert papers(folder) == papers(made[0])
    keep(f"jam-{year}", f"Jam komputer keliru (berkas bertahun {year})", [result.returncode])


CLOCKS = {
    "1980": "@1980-01-02 08:00:00",
    "2038": "@2038-01-20 08:00:00",
    "2099": "@2099-06-01 08:00:00",
}


@pytest.mark.skipif(
    not (WHOLE and shutil.which("faketime")),
    reason="another clock: make test-tahan, with Debian's package faketime",
)
@pytest.mark.parametrize("name", CLOCKS)
def test_a_clock_that_is_wrong_changes_no_paper(
    name: str, made: tuple[Path, Path], books: tuple[Path, Path], office: Path, tmp_path: Path
) -> None:
    """Made under that clock, then looked at by the right one, and by the wrong one again.

    Times of files stay true. (faketime 0.9.10 lets Python 3.11 not sleep by a monotonic clock that
    stays true, so that one is wrong too.)
    """
    folder = an_office(tmp_path / "kantor", books[0])
    wrong = [str(shutil.which("faketime")), "-f", CLOCKS[name]]
    codes = []
    for number, before in enumerate((wrong, [], wrong)):
        result = ran(folder, office, "--rinci", before=before, NO_FAKE_STAT="1")
        says_why(result)
        assert result.returncode == ExitCode.BERES, result.stderr
        assert ("dibuat  " in result.stderr) is (number == 0)
        assert papers(folder) == papers(made[0])
        codes.append(result.returncode)
    keep(f"jam-berjalan-{name}", "Jam komputer keliru selama perintah berjalan", codes)
