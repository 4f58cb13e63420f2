"""A quick office program, and a year's folder that it has made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.plans import plan
from tests.cases.workshops import Counting, quick_office
from tests.cases.year_folder import make_decree


@pytest.fixture
def office(tmp_path: Path) -> Counting:
    return quick_office(tmp_path / "kantor")


@pytest.fixture
def folder(tmp_path: Path, office: Counting) -> Path:
    """The year's folder with the decree of the small plan."""
    year = tmp_path / "hasil" / "2026"
    make_decree(plan(), office, year)
    return year
