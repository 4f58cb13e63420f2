"""Rich text: emphasis survives, lines become paragraphs and list items."""

from __future__ import annotations

import pytest

from zi_docs.text import Block, RichText, Span, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("007", 7),
        ("٣", 3),
        ("123456789", 123_456_789),
        ("", None),
        ("²", None),
        ("-1", None),
        ("1,0", None),
        # Python itself refuses to read more than 4,300 digits.
        ("9" * 5000, None),
    ],
)
def test_a_number_that_an_office_may_write(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_lines_become_paragraphs_and_items() -> None:
    text = RichText.of("- satu\n- dua;\n\nbiasa")
    assert text.blocks == (
        Block(RichText.of("satu"), bullet=True),
        Block(RichText.of("dua;"), bullet=True),
        Block(RichText.of("biasa")),
    )


def test_emphasis_survives_a_line_break_inside_it() -> None:
    text = RichText((Span("a "), Span("miring\nlagi", italic=True), Span(" b")))
    first, second = text.blocks
    assert first.text.spans == (Span("a "), Span("miring", italic=True))
    assert second.text.spans == (Span("lagi", italic=True), Span(" b"))


def test_a_hyphen_inside_a_word_is_no_item() -> None:
    assert RichText.of("-5 derajat").blocks == (Block(RichText.of("-5 derajat")),)


def test_text_of_spaces_is_no_text() -> None:
    assert not RichText.of(" \n ")
    assert RichText.of(" \n ").blocks == ()


def test_adding_keeps_both_looks() -> None:
    assert (RichText.of("a", bold=True) + "b").spans == (Span("a", bold=True), Span("b"))
