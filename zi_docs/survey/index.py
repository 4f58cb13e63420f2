"""From counts of answers to the index of a survey, by the formula of the satisfaction surveys.

Each element (unsur) is answered 1 to 4. Its mean (nilai rata-rata, NRR) is the sum of the answers'
values divided by the number of respondents; all elements weigh alike, 1/n; the index is the sum of
the weighted means times 25 (PermenPANRB 14/2017). Perceptions of corruption are counted alike, but
no source gives them grades. Whatever is rounded is rounded half up, from whole figures and not from
others that were rounded before: each is a single division.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.model import Plan, same_id
from zi_docs.workbook.sheets.survey_sheets import Survey, SurveyElement, SurveyKind

SCALE = (1, 2, 3, 4)
FACTOR = 25
"""By which a mean on the scale is turned into an index: the highest answer alone gives 100."""
MEAN_PLACES, INDEX_PLACES = 4, 2
_LOWEST = 3


@dataclass(frozen=True)
class Grade:
    """A grade (mutu): its letter, its name, the lowest and the highest index that has it."""

    letter: str
    name: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class SurveyRules:
    """What is fixed for a kind of survey, by `surveys.toml`: names, elements, grades, source."""

    title: str
    index: str
    subject: str
    code: str
    elements: tuple[str, ...]
    source: str
    grades: tuple[Grade, ...]

    def element(self, text: str, number: int) -> tuple[str, str]:
        """Code and name of the element in row `number` of a survey, given by either of both.

        `U3` is `Waktu Penyelesaian`; one of the office's own has the number of its row.
        """
        given = text.strip()
        for place, name in enumerate(self.elements, start=1):
            if given.casefold() in (f"{self.code}{place}".casefold(), name.casefold()):
                return f"{self.code}{place}", name
        return f"{self.code}{number}", given

    def grade(self, index: Decimal) -> Grade | None:
        """The grade of an index that was rounded to two places; None where no source has any."""
        return next((grade for grade in self.grades if index >= grade.low), None)


@dataclass(frozen=True)
class ElementResult:
    """An element with its code and its counts; `mean` is its NRR, not rounded."""

    code: str
    name: str
    counts: tuple[int, ...]

    @property
    def respondents(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def total(self) -> int:
        """The sum of the values of all answers."""
        return sum(value * count for value, count in zip(SCALE, self.counts, strict=True))

    @property
    def mean(self) -> Decimal:
        """The NRR, 1 to 4."""
        return Decimal(self.total) / self.respondents


@dataclass(frozen=True)
class SurveyResult:
    """What all answers of a survey give; there is at least one element and one respondent."""

    elements: tuple[ElementResult, ...]

    @property
    def respondents(self) -> int:
        """How many answered, the same for every element."""
        return self.elements[0].respondents

    @property
    def weight(self) -> Decimal:
        """The weight of each element, 1/n."""
        return Decimal(1) / len(self.elements)

    @property
    def sum_of_means(self) -> Decimal:
        """The sum of the NRR."""
        return Decimal(self._total) / self.respondents

    @property
    def mean(self) -> Decimal:
        """The sum of the weighted NRR, 1 to 4."""
        return Decimal(self._total) / (self.respondents * len(self.elements))

    @property
    def index(self) -> Decimal:
        """The index, 25 to 100, rounded to two places."""
        whole = Decimal(FACTOR * self._total) / (self.respondents * len(self.elements))
        return rounded(whole, INDEX_PLACES)

    @property
    def lowest(self) -> tuple[ElementResult, ...]:
        """The three lowest elements, the lowest first, and all that are as low as the third.

        None where all are alike.
        """
        ranked = sorted(self.elements, key=lambda element: element.total)
        if ranked[0].total == ranked[-1].total:
            return ()
        limit = ranked[:_LOWEST][-1].total
        return tuple(element for element in ranked if element.total <= limit)

    @property
    def _total(self) -> int:
        return sum(element.total for element in self.elements)


@cache
def rules_of(kind: SurveyKind) -> SurveyRules:
    """What is fixed for a kind of survey."""
    table = next(each for each in shipped("surveys")["survei"] if each["jenis"] == kind.value)
    return SurveyRules(
        table["judul"],
        table["indeks"],
        table["objek"],
        table["kode"],
        tuple(table["unsur"]),
        table["dasar"],
        _grades(table.get("mutu", ())),
    )


def _grades(tables: Sequence[Mapping[str, Any]]) -> tuple[Grade, ...]:
    """The grades from the highest; each ends a hundredth below the one above it."""
    grades: list[Grade] = []
    high = Decimal("100.00")
    for table in tables:
        low = Decimal(table["terendah"])
        grades.append(Grade(table["nilai"], table["sebutan"], low, high))
        high = low - Decimal("0.01")
    return tuple(grades)


def elements_of(plan: Plan, survey: Survey) -> list[SurveyElement]:
    """The rows of the sheet Unsur Survei that are a survey's, in order."""
    return [row for row in plan.rows(SurveyElement) if same_id(row.survei, survey.id)]


def result_of(survey: Survey, elements: Iterable[SurveyElement]) -> SurveyResult | None:
    """What a survey gives; None as long as its elements are not counted, and counted alike."""
    rules = rules_of(survey.jenis)
    results: list[ElementResult] = []
    for number, element in enumerate(elements, start=1):
        counts = tuple(count for count in element.answers if count is not None)
        if len(counts) < len(SCALE) or min(counts) < 0 or not sum(counts):
            return None
        results.append(ElementResult(*rules.element(element.unsur, number), counts))
    if len({result.respondents for result in results}) != 1:
        return None
    return SurveyResult(tuple(results))


def rounded(value: Decimal, places: int) -> Decimal:
    """A figure rounded half up to so many places."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def figure_text(value: Decimal, places: int) -> str:
    """A figure as papers write it: `3,2144`."""
    return str(rounded(value, places)).replace(".", ",")
