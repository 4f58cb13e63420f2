"""When something is done, in words (`Maret; Juni`, `TW I s.d. III`) -> months of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zi_docs.importing.time_words import YEAR, PeriodMonths, months_of_period
from zi_docs.importing.when_phrases import ALL_MONTHS, is_without_fixed_month, months_of_phrase
from zi_docs.importing.when_tokens import TimeToken, time_tokens

_DASHES = re.compile(r"[\s\-–—_.]*")
_YEAR_WORDS = re.compile(r"(?:\b(?:tahun|thn?\.?|ta\.?|t\.a\.?)\s*(?:anggaran\s*)?)?\b(20\d\d)\b")


@dataclass(frozen=True)
class When:
    """The months, 1 to 12, of the plan's year, and the other years that the text names.

    `passes_year`: a span ran on into the next year (`Nov - Feb`); only its first part is here.
    `unfixed`: the text says plainly that there is no fixed month.
    """

    months: frozenset[int] = frozenset()
    other_years: frozenset[int] = frozenset()
    passes_year: bool = False
    unfixed: bool = False

    def __or__(self, other: When) -> When:
        return When(
            self.months | other.months,
            self.other_years | other.other_years,
            self.passes_year or other.passes_year,
        )


def read_when(
    text: str, year: int | None = None, style: PeriodMonths = PeriodMonths.LAST
) -> When | None:
    """What a text says of the time; None when it cannot be read without guessing.

    `year` is the plan's: a month of another year is none of the plan's.
    """
    phrase = " ".join(text.casefold().split(" ")).strip(" .;,:\n\t")
    if _DASHES.fullmatch(phrase):
        return When()
    if is_without_fixed_month(phrase):
        return When(unfixed=True)
    years = {int(number) for number in YEAR.findall(phrase)}
    bare = " ".join(_YEAR_WORDS.sub(_year_word, phrase).split()).strip(" .,()")
    months = months_of_phrase(bare, style) if len(years) <= 1 else None
    if months is not None:
        return _in_year(When(months), years, year)
    tokens = time_tokens(phrase)
    return None if tokens is None else _of_tokens(tokens, year, style)


def _year_word(match: re.Match[str]) -> str:
    # “Sepanjang tahun 2025” keeps its word, “Maret 2025” has none.
    return " tahun " if "t" in match[0] else " "


def _in_year(when: When, years: set[int], year: int | None) -> When:
    others = frozenset(number for number in years if year is not None and number != year)
    return replace(When() if others else when, other_years=others)


def _of_tokens(tokens: Sequence[TimeToken], year: int | None, style: PeriodMonths) -> When | None:
    items = _items(_without_days(_without_weeks(tokens)))
    if items is None or not items:
        return None
    whens: list[When] = []
    for first, last in items:
        when = _span(first, last, year, style)
        if when is None:
            return None
        whens.append(when)
    return _narrowed(items, whens)


def _without_weeks(tokens: Sequence[TimeToken]) -> list[TimeToken]:
    """Without weeks and their numbers: `Minggu I-IV Maret` is March."""
    kept: list[TimeToken] = []
    in_week = False
    for at, token in enumerate(tokens):
        if token.kind == "week":
            in_week = True
        elif not (in_week and _is_of_week(tokens, at)):
            in_week = False
            kept.append(token)
    return kept


def _is_of_week(tokens: Sequence[TimeToken], at: int) -> bool:
    """Whether a piece is the number of a week, or joins two of them."""
    if tokens[at].kind not in ("until", "and"):
        return tokens[at].kind == "number"
    return at + 1 < len(tokens) and tokens[at + 1].kind in ("number", "week")


def _without_days(tokens: Sequence[TimeToken]) -> list[TimeToken]:
    """Without the days before a month (`2 s.d. 5 Juni`) or right after one (`Juni 5`)."""
    kept: list[TimeToken] = []
    for token in tokens:
        if token.kind == "month" and kept and kept[-1].kind == "number":
            _drop_days(kept)
        if token.kind == "number" and kept and kept[-1].kind == "month":
            continue
        kept.append(token)
    return kept


def _drop_days(kept: list[TimeToken]) -> None:
    while kept and kept[-1].kind == "number":
        if not 1 <= kept[-1].number <= 31:
            return
        del kept[-1]
        numbered = len(kept) > 1 and kept[-1].kind in ("until", "and")
        if not numbered or kept[-2].kind != "number" or _after_period(kept):
            return
        del kept[-1]


def _after_period(kept: Sequence[TimeToken]) -> bool:
    return len(kept) > 2 and kept[-3].kind == "period"


Item = tuple[TimeToken | None, TimeToken]


def _items(tokens: Sequence[TimeToken]) -> list[Item] | None:
    """Months and numbered periods, each with the first of its span (itself where it is none)."""
    points: list[TimeToken | str] = []
    length = 0
    for token in tokens:
        if token.kind == "year":
            _add_year(points, token.number)
        elif token.kind in ("until", "and"):
            points.append(token.kind)
        elif token.kind == "period":
            length = token.length
        elif token.kind == "number":
            # After “triwulan” every number is one of a quarter; without it, of a month.
            kind = "period" if length else "month"
            points.append(replace(token, kind=kind, length=length))
        else:
            length = 0
            points.append(token)
    return _paired(points)


def _add_year(points: list[TimeToken | str], year: int) -> None:
    if points and isinstance(points[-1], TimeToken) and points[-1].year is None:
        points[-1] = replace(points[-1], year=year)


def _paired(points: Sequence[TimeToken | str]) -> list[Item] | None:
    items: list[Item] = []
    spanning = False
    for at, point in enumerate(points):
        if point == "until":
            if at + 1 == len(points) or spanning:
                return None
            spanning = True
        elif isinstance(point, TimeToken):
            if spanning and items and at >= 2 and points[at - 2] != "and":
                items.append((items.pop()[1], point))
            else:
                items.append((None, point) if spanning else (point, point))
            spanning = False
    return _with_years(items)


def _with_years(items: list[Item]) -> list[Item]:
    """A month without a year is of the year that the next one names."""
    year: int | None = None
    dated: list[Item] = []
    for first, last in reversed(items):
        last = replace(last, year=last.year or year)
        year = last.year
        if first is not None:
            first = replace(first, year=first.year or year)
            year = first.year
        dated.insert(0, (first, last))
    return dated


def _span(
    first: TimeToken | None, last: TimeToken, year: int | None, style: PeriodMonths
) -> When | None:
    """The months from one item to the other; from January where there is no first."""
    start = first or replace(last, number=1, year=last.year)
    if start.kind != last.kind or start.length != last.length:
        return None
    highest = 12 // last.length if last.kind == "period" else 12
    if not (1 <= start.number <= highest and 1 <= last.number <= highest):
        return None
    named = {token.year for token in (start, last) if token.year is not None}
    home = year if year is not None else min(named, default=0)
    steps_ahead = (last.year - start.year) if last.year and start.year else 0
    passes = steps_ahead == 0 and start.number > last.number
    begin = (start.year or home) * highest + start.number
    end = begin + (last.number - start.number) + (steps_ahead + passes) * highest
    if end < begin:
        return None
    months = frozenset().union(
        *(
            _months(replace(last, number=(step - 1) % highest + 1), style)
            for step in range(begin, end + 1)
            if (step - 1) // highest == home
        )
    )
    return When(months, frozenset(number for number in named if number != home), bool(passes))


def _months(item: TimeToken, style: PeriodMonths) -> frozenset[int]:
    if item.kind == "month":
        return frozenset({item.number})
    return months_of_period(item.length, item.number, style)


def _narrowed(items: Sequence[Item], whens: Sequence[When]) -> When:
    """All together; a period beside a month of its own (`TW II/Mei`) says no more than that."""
    months = frozenset().union(
        *(when.months for (_, last), when in zip(items, whens, strict=True) if last.kind == "month")
    )
    total = When()
    for (first, last), when in zip(items, whens, strict=True):
        whole = months_of_period(last.length, last.number, PeriodMonths.ALL)
        alone = first == last and last.kind == "period"
        if not (alone and whole & months):
            total |= when
    return total


__all__ = ["ALL_MONTHS", "When", "read_when"]
