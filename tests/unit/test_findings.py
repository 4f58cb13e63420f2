"""What a finding says fits on a screen and leaves it as it is."""

from __future__ import annotations

import pytest

from zi_docs.findings import Place, error, note, suggestion, warning

PLACE = Place("zi.xlsx", "Rapat", "B4")


@pytest.mark.parametrize("made", [error, warning, suggestion, note])
def test_a_quoted_cell_is_shown_in_short(made) -> None:  # type: ignore[no-untyped-def]
    message = made(
        "X", f"“{'a' * 40_000}” bukan tanggal, begitu juga “{'b' * 200}”.", PLACE
    ).message
    assert message == f"“{'a' * 200}…” bukan tanggal, begitu juga “{'b' * 200}”."


def test_signs_that_ring_or_turn_are_left_out() -> None:
    said = error("X", "Sel ini berisi \x1b[31m\u202elif\u202c\x07 dan é\nlalu\tlain.", PLACE)
    assert said.message == "Sel ini berisi [31mlif dan é\nlalu\tlain."
