"""Numbers as Excel shows them in Indonesian: the common number formats of ECMA-376, 18.8.31.

No library does this: ssf has not been kept since 2020, others write English numbers only. What is
not understood (conditions, fractions, powers of ten) is said, so that nobody is surprised in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|(.)', re.I | re.S)
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|hitam|merah|biru)", re.I
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;])*')
_DIGITS = "0#?"
_PLAIN_LITERALS = frozenset(" $-+/():!^&'~{}<>=|√✓%–")
_GENERAL_WIDTH = 11
_SIGNIFICANT = 15
# Room for the longest number that a cell can hold, with the decimals of any format in use.
_ROOMY = Context(prec=1000)


@dataclass(frozen=True)
class _Section:
    """A section of a format: pieces in order, each a literal, a digit's place or a mark.

    `integers` and `decimals` are its digit places before and after the decimal comma.
    """

    pieces: tuple[tuple[str, str], ...]
    integers: str = ""
    decimals: str = ""
    grouped: bool = False
    thousands: int = 0
    percents: int = 0


def shown_number(value: int | float, number_format: str) -> str | None:
    """A number as its format shows it; None for a format that is not understood."""
    sections = _sections(number_format)
    if sections is None:
        return None
    number = _decimal(value)
    section, bare = _chosen(sections, number)
    try:
        text = _filled(section, number.copy_abs() if bare else number)
    except InvalidOperation:
        # More digits than anybody reads.
        return None
    return " ".join(text.split())


def general_number(value: int | float | Decimal) -> str:
    """A number in the format General: a decimal comma, no grouping, no power of ten."""
    number = value if isinstance(value, Decimal) else _decimal(value)
    whole = len(str(abs(int(number))))
    places = max(0, _GENERAL_WIDTH - whole - 1)
    if abs(number) < Decimal("0.0001"):
        places = max(places, -number.adjusted() + 4) if number else 0
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _ROOMY)
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace(".", ",")


def _decimal(value: int | float) -> Decimal:
    # Excel keeps fifteen digits; 0.1 + 0.2 is 0.3 to it.
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_SIGNIFICANT}g}")


def _chosen(sections: tuple[_Section, ...], number: Decimal) -> tuple[_Section, bool]:
    """The section for a number, and whether that section itself tells that it is negative."""
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...] | None:
    parsed = [_parsed(text) for text in list(_split(number_format))[:3]]
    sections = [section for section in parsed if section is not None]
    return tuple(sections) if len(sections) == len(parsed) else None


def _split(number_format: str) -> Iterator[str]:
    start = 0
    while start <= len(number_format):
        match = _SECTION.match(number_format, start)
        assert match is not None  # noqa: S101  the pattern matches an empty text
        yield match[0]
        start = match.end() + 1


def _parsed(text: str) -> _Section | None:
    draft = _Draft()
    for token in _TOKEN.finditer(text):
        quoted, escaped, space, fill, bracket, general, sign = token.groups()
        if general:
            draft.pieces.append(("general", ""))
        elif sign is not None:
            if not draft.take(sign) or (sign == "/" and "?" in text):
                return None
        else:
            literals = (quoted, escaped, space and " ", fill, bracket and _currency(bracket))
            literal = next((text for text in literals if text is not None), None)
            if literal is None:
                return None
            draft.pieces.append(("text", literal))
    integers, decimals = draft.digits
    pieces = tuple(draft.pieces)
    return _Section(pieces, integers, decimals, draft.grouped, draft.commas, draft.percents)


@dataclass
class _Draft:
    """A section as far as it is read; `digits` are its places before and after the comma."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    digits: list[str] = field(default_factory=lambda: ["", ""])
    after: bool = False
    grouped: bool = False
    commas: int = 0
    percents: int = 0

    def take(self, sign: str) -> bool:
        """Take a sign that stands for itself or for a digit; False for any other."""
        if sign in _DIGITS:
            # A comma between digits groups them; behind the last one it divides by a thousand.
            self.grouped = self.grouped or (self.commas > 0 and not self.after)
            self.commas = 0
            self.digits[self.after] += sign
            self.pieces.append(("decimal" if self.after else "integer", sign))
        elif sign == "," and self.digits[0]:
            self.commas += 1
        elif sign == "." and not self.after:
            self.after = True
            self.pieces.append(("point", ""))
        elif sign == "@":
            self.pieces.append(("general", ""))
        elif sign in _PLAIN_LITERALS:
            self.percents += sign == "%"
            self.pieces.append(("text", sign))
        else:
            return False
        return True


def _currency(bracket: str) -> str | None:
    """What a bracket prints: `$Rp-421` the currency, a colour nothing; None for a condition."""
    if bracket.startswith("$"):
        return bracket[1:].partition("-")[0]
    return "" if _COLOUR.fullmatch(bracket) else None


def _filled(section: _Section, number: Decimal) -> str:
    scaled = number.scaleb(2 * section.percents - 3 * section.thousands, _ROOMY)
    rounded = scaled.quantize(Decimal(1).scaleb(-len(section.decimals)), ROUND_HALF_UP, _ROOMY)
    sign = "-" if rounded < 0 else ""
    whole, _, fraction = f"{rounded.copy_abs():f}".partition(".")
    integers = _integer_places(section, whole)
    decimals = _decimal_places(section.decimals, fraction)
    text = ""
    for kind, piece in section.pieces:
        if kind == "text":
            text += piece
        elif kind == "general":
            text += general_number(number.copy_abs())
            sign = "-" if number < 0 else ""
        elif kind == "integer":
            text += next(integers)
        elif kind == "point":
            text += "" if section.integers else (whole if whole != "0" else "")
            text += "," if "".join(decimals) or not section.decimals else ""
        else:
            text += decimals.pop(0)
    has_number = any(kind != "text" for kind, _ in section.pieces)
    return (sign if has_number else "") + text


def _integer_places(section: _Section, whole: str) -> Iterator[str]:
    """What stands at each digit place before the comma; the first one takes all that is over."""
    places = section.integers
    digits = "" if whole == "0" else whole
    over = max(0, len(digits) - len(places))
    padded = digits.rjust(len(places), "\0")
    pieces = [padded[: over + 1], *padded[over + 1 :]] if places else []
    shown = [
        piece.replace("\0", {"0": "0", "?": " ", "#": ""}[place])
        for piece, place in zip(pieces, places, strict=True)
    ]
    if not section.grouped:
        yield from shown
        return
    right = sum(len(piece.strip()) for piece in shown)
    for piece in shown:
        grouped = ""
        for digit in piece:
            grouped += digit
            right -= digit != " "
            grouped += "." if right and right % 3 == 0 and digit != " " else ""
        yield grouped


def _decimal_places(places: str, fraction: str) -> list[str]:
    digits = list(fraction[: len(places)].ljust(len(places), "0"))
    for index in reversed(range(len(digits))):
        if digits[index] != "0" or places[index] == "0":
            break
        digits[index] = "" if places[index] == "#" else " "
    return digits
