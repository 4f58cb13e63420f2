"""Checks of the sheets Survei and Unsur Survei: counts, elements, days, and how many a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from zi_docs.data.duties import duties_of
from zi_docs.findings import Finding, error, warning
from zi_docs.model import FollowUpSource, Plan
from zi_docs.survey.index import SCALE, elements_of, rules_of
from zi_docs.wording.dates import long_date
from zi_docs.wording.numbers import number_in_words
from zi_docs.workbook.sheets.survey_sheets import ANSWER_KEYS, Survey, SurveyElement, SurveyKind

# The duty of an agency's offices to hold surveys; it has a month for each of them.
_DUTY = "survei"


def check_surveys(plan: Plan) -> Iterator[Finding]:
    """What of a survey cannot be: its days, its elements, their counts."""
    for survey in plan.rows(Survey):
        elements = elements_of(plan, survey)
        yield from _days(survey)
        yield from _elements(survey, elements)
        yield from _respondents(survey, elements)
    for element in plan.rows(SurveyElement):
        yield from _counts(element)


def _days(survey: Survey) -> Iterator[Finding]:
    if survey.mulai and survey.selesai and survey.selesai < survey.mulai:
        yield error(
            "SURVEI-HARI",
            f"Survei {survey.id} selesai {long_date(survey.selesai)}, sebelum mulainya "
            f"{long_date(survey.mulai)}; perbaiki salah satunya.",
            survey.origin.at("selesai"),
        )
    if survey.tanggal and survey.selesai and survey.tanggal < survey.selesai:
        yield warning(
            "SURVEI-TANGGAL",
            f"Laporan survei {survey.id} bertanggal {long_date(survey.tanggal)}, sebelum surveinya "
            f"selesai ({long_date(survey.selesai)}); perbaiki salah satunya.",
            survey.origin.at("tanggal"),
        )


def _elements(survey: Survey, elements: Sequence[SurveyElement]) -> Iterator[Finding]:
    """Elements named twice, and those that the regulation does not know or that it asks for too."""
    rules = rules_of(survey.jenis)
    first: dict[str, SurveyElement] = {}
    names: list[str] = []
    for number, element in enumerate(elements, start=1):
        _, name = rules.element(element.unsur, number)
        names.append(name)
        if first.setdefault(name.casefold(), element) is not element:
            yield error(
                "SURVEI-GANDA",
                f"Unsur “{name}” survei {survey.id} tercantum dua kali; hapus salah satu barisnya.",
                element.origin.at("unsur"),
            )
    if not names or not rules.elements or set(names) == set(rules.elements):
        return
    lacking = [f"{rules.code}{n}" for n, name in enumerate(rules.elements, 1) if name not in names]
    others = [name for name in names if name not in rules.elements]
    parts = [
        *([f"belum ada: {', '.join(lacking)}"] if lacking else []),
        *([f"di luar unsur baku: {', '.join(others)}"] if others else []),
    ]
    yield warning(
        "SURVEI-UNSUR",
        f"Unsur survei {survey.id} tidak sama dengan {number_in_words(len(rules.elements))} unsur "
        f"menurut {rules.source} ({'; '.join(parts)}); lengkapi lembar Unsur Survei.",
        elements[0].origin.at("unsur"),
    )


def _respondents(survey: Survey, elements: Sequence[SurveyElement]) -> Iterator[Finding]:
    """Elements answered by another number of people than most; more people than there were."""
    counted = [
        (element, sum(counts))
        for element in elements
        if len(counts := [c for c in element.answers if c is not None and c >= 0]) == len(SCALE)
    ]
    if not counted:
        return
    # Of numbers that are as frequent, the one that comes first.
    ((usual, _),) = Counter(total for _, total in counted).most_common(1)
    for element, total in counted:
        if total != usual:
            yield error(
                "SURVEI-JUMLAH",
                f"Jawaban atas unsur “{element.unsur}” survei {survey.id} berjumlah "
                f"{total}, sedangkan unsur yang lain {usual}. Jumlah jawaban setiap "
                "unsur sama dengan banyaknya responden; perbaiki hitungannya.",
                element.origin.at(ANSWER_KEYS[0]),
            )
    if survey.populasi is not None and usual > survey.populasi:
        yield warning(
            "SURVEI-POPULASI",
            f"Responden survei {survey.id} ({usual}) lebih banyak daripada populasinya "
            f"({survey.populasi}); perbaiki salah satunya.",
            survey.origin.at("populasi"),
        )


def _counts(element: SurveyElement) -> Iterator[Finding]:
    """Counts below 0, and cells left empty beside filled ones."""
    begun = any(count is not None for count in element.answers)
    for key, count in zip(ANSWER_KEYS, element.answers, strict=True):
        if count is not None and count < 0:
            yield error(
                "SURVEI-JAWABAN",
                f"Banyaknya jawaban tidak mungkin {count}; tuliskan 0 atau lebih.",
                element.origin.at(key),
            )
        elif count is None and begun:
            yield error(
                "SURVEI-JAWABAN",
                f"Banyaknya jawaban atas unsur “{element.unsur}” survei {element.survei} belum "
                "lengkap; tuliskan 0 bila tidak ada yang menjawab demikian.",
                element.origin.at(key),
            )


def check_survey_follow_ups(plan: Plan) -> Iterator[Finding]:
    """A follow-up of a survey that no report takes, for its reference names none."""
    surveys = plan.rows(Survey)
    for record in plan.follow_ups if surveys else ():
        if record.sumber is FollowUpSource.SURVEY and not any(
            survey.named_in(record.acuan) for survey in surveys
        ):
            yield warning(
                "SURVEI-ACUAN",
                f"Tindak lanjut {record.id} bersumber dari survei, tetapi acuannya tidak menyebut "
                "ID di lembar Survei, sehingga tidak dimuat dalam laporan survei mana pun. "
                f"Tuliskan misalnya {surveys[0].id} pada kolom Acuan.",
                record.origin.at("acuan"),
            )


def check_survey_count(plan: Plan) -> Iterator[Finding]:
    """Fewer surveys in the sheet, planned ones included, than the agency asks for in a year.

    An office without such a duty, or one that keeps its surveys elsewhere, is not told. Nor is
    anything asked for by a day here: `status` tells when the next one is due.
    """
    surveys = plan.rows(Survey)
    duty = next((duty for duty in duties_of(plan.office) if duty.id == _DUTY), None)
    if not surveys or duty is None:
        return
    wanted = len(duty.bulan)
    corruption = any(survey.jenis is SurveyKind.CORRUPTION for survey in surveys)
    if len(surveys) >= wanted and corruption:
        return
    without = "" if corruption else ", tanpa survei persepsi korupsi"
    yield warning(
        "SURVEI-KURANG",
        f"Lembar Survei memuat {len(surveys)} survei{without}; setahun paling sedikit "
        f"{number_in_words(wanted)}, termasuk survei persepsi korupsi ({duty.basis}). Cantumkan "
        "pula yang baru direncanakan.",
        surveys[-1].origin.at("jenis"),
    )


CHECKS = (check_surveys, check_survey_follow_ups, check_survey_count)
