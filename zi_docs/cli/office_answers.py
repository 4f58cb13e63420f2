"""The five questions about a new office, and its answers judged one by one.

The name says agency, level and region; the seat and the two names are what the first decree needs
beside it. What the office does not know yet is left out: the papers are marked KONSEP until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from zi_docs.data.agencies import fresh_words
from zi_docs.data.office_kinds import (
    DEFAULT_KIND,
    NewOffice,
    OfficeName,
    OfficeNameError,
    kind_of_level,
    named_office,
    office_kind,
    seat_of,
)
from zi_docs.text import whole_number

_YEARS = range(2000, 2101)
_LONGEST = 120
_LETTER = r"[^\W\d_]"
_PERSON = re.compile(rf"{_LETTER}(?:{_LETTER}|[ .,'’()/–-])*")
_SEAT = re.compile(rf"{_LETTER}(?:{_LETTER}|[ .'’-])*")
_WORDS = fresh_words()
LEADER, SECRETARY = _WORDS["pimpinan"][0], _WORDS["penanggung-jawab"]
"""The IDs of the two officials who are asked for."""


class AnswerError(ValueError):
    """An answer that cannot be used; the message is Indonesian."""


@dataclass
class OfficeAnswers:
    """What was answered so far."""

    name: OfficeName | None = None
    tahun: int = 0
    kedudukan: str = ""
    names: dict[str, str] = field(default_factory=dict)

    def office(self) -> NewOffice:
        """The office for which a workbook is written. Raises ValueError without its name."""
        if self.name is None:
            raise ValueError("nobody has named the office")
        kind = kind_of_level(self.name.tingkat)
        return NewOffice(kind, self.name, self.tahun, self.kedudukan, self.names)


@dataclass(frozen=True)
class Question:
    """A question: the option that answers it, its words, and who takes the answer.

    `take` raises AnswerError. `offered` is the answer of who only presses Enter; empty: none, and
    where the question is not `optional` there must be one.
    """

    key: str
    text: str
    take: Callable[[OfficeAnswers, str], None]
    offered: Callable[[OfficeAnswers], str] = lambda answers: ""
    optional: bool = False


def _take_name(answers: OfficeAnswers, text: str) -> None:
    try:
        name = named_office(text)
    except OfficeNameError as problem:
        raise AnswerError(f"{problem}.") from None
    if not name.tingkat:
        raise AnswerError(f"“{text}” tidak menyebut Kabupaten, Kota, atau Provinsi.")
    if not name.wilayah.isprintable() or len(text) > _LONGEST:
        raise AnswerError(f"Nama kantor harus satu baris, paling panjang {_LONGEST} huruf.")
    answers.name = name


def _take_year(answers: OfficeAnswers, text: str) -> None:
    year = whole_number(text)
    if year is None or year not in _YEARS:
        raise AnswerError(f"“{text}” bukan tahun antara {_YEARS[0]} dan {_YEARS[-1]}.")
    answers.tahun = year


def _take_seat(answers: OfficeAnswers, text: str) -> None:
    if text and not _SEAT.fullmatch(text):
        raise AnswerError(f"“{text}” bukan nama tempat; tuliskan namanya saja, tanpa alamat.")
    answers.kedudukan = text


def _take_person(key: str) -> Callable[[OfficeAnswers, str], None]:
    def take(answers: OfficeAnswers, text: str) -> None:
        if text and not (_PERSON.fullmatch(text) and len(text) <= _LONGEST):
            raise AnswerError(
                f"“{text}” bukan nama orang; tuliskan nama lengkap dan gelarnya, tanpa angka."
            )
        if text:
            answers.names[key] = text

    return take


def _likely_seat(answers: OfficeAnswers) -> str:
    name = answers.name
    return seat_of(kind_of_level(name.tingkat), name.wilayah) if name else ""


def _post(key: str) -> str:
    posts: list[Mapping[str, str]] = office_kind(DEFAULT_KIND).words["pejabat"]
    return next(post["jabatan"] for post in posts if post["id"] == key)


QUESTIONS = (
    Question("instansi", f"Nama kantor, misalnya {_WORDS['singkatan']} Kabupaten X", _take_name),
    Question("tahun", "Tahun rencana aksi", _take_year, lambda _: str(date.today().year)),
    Question("kedudukan", "Tempat penetapan keputusan", _take_seat, _likely_seat, optional=True),
    Question("ketua", f"Nama {_post(LEADER)}", _take_person(LEADER), optional=True),
    Question("sekretaris", f"Nama {_post(SECRETARY)}", _take_person(SECRETARY), optional=True),
)


def answer(question: Question, answers: OfficeAnswers, text: str) -> None:
    """Take an answer as it was typed. Raises AnswerError with the reason."""
    tidy = " ".join(text.split())
    if not tidy and not question.optional:
        raise AnswerError("Jawaban ini diperlukan.")
    question.take(answers, tidy)
