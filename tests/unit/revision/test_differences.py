"""The difference of two texts, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_docs.revision.differences import PieceFate, word_difference
from zi_docs.revision.report import mark_pieces
from zi_docs.text import RichText, Span


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("satu dua tiga", "satu dua tiga", "satu dua tiga"),
        ("satu dua tiga", "satu tiga", "satu [-dua-] tiga"),
        ("satu tiga", "satu dua tiga", "satu {+dua+} tiga"),
        ("", "baru", "{+baru+}"),
        ("lama", "", "[-lama-]"),
        # A stop belongs to its word.
        ("hadir, notula", "hadir; notula", "[-hadir,-] {+hadir;+} notula"),
        # One short word between two changes is not read as unchanged.
        ("rapat di aula", "pleno di kantor", "[-rapat di aula-] {+pleno di kantor+}"),
        # Spaces are no difference; the end of a paragraph is one.
        ("satu  dua", "satu dua", "satu dua"),
        ("- satu\n- dua", "- satu\n- baru\n- dua", "- satu {+- baru+} - dua"),
        ("satu dua", "satu\ndua", "[-satu-] {+satu+} dua"),
        # What went from the end takes no unchanged word with it.
        ("satu dua tiga", "satu dua", "satu dua [-tiga-]"),
        ("- satu\n- dua", "- satu", "- satu [-- dua-]"),
        ("- satu", "- satu\n- dua", "- satu {+- dua+}"),
        ("satu dua tiga", "tiga satu dua", "{+tiga+} satu dua [-tiga-]"),
    ],
)
def test_words_are_kept_removed_or_added(before: str, after: str, shown: str) -> None:
    assert mark_pieces(word_difference(RichText.of(before), RichText.of(after))) == shown


def test_italics_of_unchanged_words_are_kept() -> None:
    before = RichText((Span("peran "), Span("role model", italic=True), Span(" pemimpin")))
    after = RichText((Span("peran "), Span("role model", italic=True), Span(" seluruh pemimpin")))
    same, added, rest = word_difference(before, after)
    assert same.fate is PieceFate.SAME
    assert [s.text for s in same.text.spans if s.italic] == ["role model"]
    assert (added.fate, added.text.plain) == (PieceFate.ADDED, "seluruh ")
    assert rest.text.plain == "pemimpin"


WORDS = st.lists(st.sampled_from(["a", "di", "rapat", "evaluasi", "notula;", "\n-"]), max_size=12)


@given(WORDS, WORDS)
def test_the_pieces_give_back_both_texts(before: list[str], after: list[str]) -> None:
    pieces = word_difference(RichText.of(" ".join(before)), RichText.of(" ".join(after)))

    def side(gone: PieceFate) -> list[str]:
        return "".join(piece.text.plain for piece in pieces if piece.fate is not gone).split()

    assert side(PieceFate.ADDED) == " ".join(before).split()
    assert side(PieceFate.REMOVED) == " ".join(after).split()
