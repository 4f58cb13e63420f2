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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("bukti/merah\x1b[31m.pdf", "bukti/merah�[31m.pdf"),
        ("bukti/a\u202efdp.exe", "bukti/a�fdp.exe"),
        ("bukti/satu\n0 kesalahan.pdf", "bukti/satu�0 kesalahan.pdf"),
        # A byte that is no text, as Python reads it.
        ("bukti/rusak\udcff.pdf", "bukti/rusak�.pdf"),
        ("bukti/Notula Maret (é).pdf", "bukti/Notula Maret (é).pdf"),
    ],
)
def test_a_place_may_be_called_anything_and_is_shown_in_a_line(name: str, shown: str) -> None:
    assert str(Place(name)) == shown
    assert Place(name).as_dict()["file"] == shown
    assert str(Place("zi.xlsx", name, "B4")) == f"zi.xlsx › {shown}!B4"


def test_a_message_that_names_a_book_shows_its_beginning_and_what_to_do() -> None:
    finding = error("RA-UJI", f"{'nama ' * 60_000}rangkap; pilihlah satu.", Place("a.xlsx"))
    assert len(finding.message) == 1500
    assert finding.message.startswith("nama nama ")
    assert " … " in finding.message
    assert finding.message.endswith("rangkap; pilihlah satu.")
