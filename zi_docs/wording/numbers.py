"""Numbers as official papers write them: in words, Roman numerals, letters, percentages."""

from functools import cache

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


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
    """A percentage without the sign, with at most one decimal: `67,5`, `100`."""
    return f"{shown_percent(value):.1f}".removesuffix(".0").replace(".", ",")


def shown_percent(value: float) -> float:
    """A percentage rounded to the one decimal that is written.

    Rounding never gives 100 for less than 100, or 0 for more than 0: what is unfinished must not
    read as finished, nor what has begun as not begun.
    """
    rounded = round(value, 1)
    if rounded >= 100 > value:
        rounded = 99.9
    if rounded <= 0 < value:
        rounded = 0.1
    return rounded
