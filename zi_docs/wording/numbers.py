"""Numbers in words and in the numerals of official papers."""

from num2words import num2words

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def in_words(number: int) -> str:
    """A whole number in Indonesian words: 2026 is `dua ribu dua puluh enam`."""
    return str(num2words(number, lang="id"))


def roman(number: int) -> str:
    """A Roman numeral, for months and annexes; `number` is at least 1."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def letter(index: int) -> str:
    """The letter of the item at `index` (0 is a, 26 is aa), as Word counts them."""
    rounds, place = divmod(index, 26)
    return chr(ord("a") + place) * (rounds + 1)


def dictum_label(number: int) -> str:
    """The label of a dictum: 1 is KESATU, 12 is KEDUA BELAS (Law 12/2011, annex II)."""
    return f"ke{in_words(number)}".upper() if number > 1 else "KESATU"


def percent_text(value: float) -> str:
    """A percentage without its sign, to one place behind the comma: `67,5`, `100`.

    What is not done never reads 100, nor what is begun 0: rounding stops short of both ends.
    """
    shown = round(value, 1)
    if shown >= 100 > value:
        shown = 99.9
    if shown <= 0 < value:
        shown = 0.1
    return f"{shown:.1f}".removesuffix(".0").replace(".", ",")
