"""A message names a command; on the page it names the menu that does the same."""

from __future__ import annotations

import pytest

from zi_docs.web.layout import as_menus


@pytest.mark.parametrize(
    ("message", "on_the_page"),
    [
        (
            "Pakailah formulir dari `python generate.py monev`.",
            "Pakailah formulir dari menu Naskah.",
        ),
        (
            "Berkas ini tidak ada; jalankan `python -m zi_docs semua` untuk membuatnya.",
            "Berkas ini tidak ada; buka menu Naskah untuk membuatnya.",
        ),
        (
            "Disimpan dengan `python generate.py tandatangan BERKAS.pdf --untuk ID`.",
            "Disimpan dengan menu Berkas masuk.",
        ),
        # What the page has not stays a command.
        (
            "Susunlah dengan `python generate.py tandatangan --pulihkan`.",
            "Susunlah dengan `python generate.py tandatangan --pulihkan`.",
        ),
    ],
)
def test_a_verb_of_the_page_is_named_by_its_menu(message: str, on_the_page: str) -> None:
    assert as_menus(message) == on_the_page
