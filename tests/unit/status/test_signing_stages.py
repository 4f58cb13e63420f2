"""How a decree stands: from nothing made to signed, and what the workbook changes of that."""

from __future__ import annotations

from pathlib import Path

from tests.cases.plans import plan
from tests.cases.year_folder import make_decree, reworded, sign
from zi_docs.catalog import catalog
from zi_docs.model import Plan
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.status.signing_stages import staged_decrees, staged_papers


def decree_state(year: Plan, folder: Path) -> tuple[str, str]:
    """The state of the plan's decree in a folder, and why."""
    standings = staged_papers(catalog(Year(year)).products(), year, folder, DEFAULTS.templates)
    named = {standing.product.name: standing for standing in standings}
    (decree, *_) = staged_decrees(catalog(Year(year)), named, folder)
    return decree.stage.value, decree.why


def test_nothing_made_is_empty(tmp_path: Path) -> None:
    assert decree_state(plan(), tmp_path) == ("kosong", "")


def test_from_made_to_signed_and_beyond(tmp_path: Path) -> None:
    """What stands there was made without an office program: the states ask for none."""
    make_decree(plan(), None, tmp_path)
    assert decree_state(plan(), tmp_path) == ("siap tanda tangan", "")
    state, why = decree_state(reworded(), tmp_path)
    assert state == "diubah"
    assert "berubah" in why
    sign(tmp_path)
    assert decree_state(plan(), tmp_path) == ("ditandatangani", "")
    state, why = decree_state(reworded(), tmp_path)
    assert state == "diubah"
    assert "buatlah naskah perubahannya" in why
