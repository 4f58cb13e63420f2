"""Numbers as official papers write them: in words, Roman numerals, letters, percentages."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# What Excel knows of a number, and what is written of a percentage.
_DIGITS = 15
_TENTH = Decimal("0.1")


@cache
def number_in_words(number: int) -> str:
    """A whole number in Indonesian words: 2026 is `dua ribu dua puluh enam`."""
    # It loads the number words of every language, and few runs need any.
    from num2words import num2words

    return str(num2words(number, lang="id"))


def roman_numeral(number: int) -> str:
    """A Roman numeral, for months and annexes. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def list_letter(index: int) -> str:
    """The letter of the list item at `index` (0 is a, 26 is aa), as in Word lists."""
    rounds, place = divmod(index, 26)
    return chr(ord("a") + place) * (rounds + 1)


def dictum_label(number: int) -> str:
    """The label of a dictum: 1 is KESATU, 12 is KEDUA BELAS (Law 12/2011, annex II)."""
    return f"ke{number_in_words(number)}".upper() if number > 1 else "KESATU"


def percent_text(value: float) -> str:
    """A percentage without the sign, always with one decimal: `67,5`, `100,0`.

    The numbers of a column then stand under each other, and a sentence says what the table says.
    """
    return f"{shown_percent(value):.1f}".replace(".", ",")


def points_text(points: float, *, signed: bool = False) -> str:
    """A difference of percentages: `12,5`; with its sign `+12,5`, `–3,0`, `0,0`."""
    sign = "+" if points > 0 else "–" if points < 0 else ""
    return f"{sign if signed else ''}{rounded(abs(points)):.1f}".replace(".", ",")


def shown_percent(value: float) -> float:
    """A percentage rounded to the one decimal that is written.

    Rounding never gives 100 for less than 100, or 0 for more than 0: what is unfinished must not
    read as finished, nor what has begun as not begun.
    """
    decimal = rounded(value)
    if decimal >= 100 > value:
        decimal = 99.9
    if decimal <= 0 < value:
        decimal = 0.1
    return decimal


def rounded(value: float) -> float:
    """A number rounded to one decimal as Excel rounds it: half up, by its 15 digits.

    Python rounds 61.25 to 61.2, the even neighbour; and a mean like 64.65 may be stored as
    64.64999999999999.
    """
    exact = Decimal(f"{value:.{_DIGITS}g}")
    return float(exact.quantize(_TENTH, ROUND_HALF_UP))
