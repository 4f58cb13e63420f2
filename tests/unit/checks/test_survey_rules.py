"""What the sheets Survei and Unsur Survei must not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.plans import plan
from tests.cases.survey_rows import ASKED, SURVEYS
from zi_docs.checks.survey_rules import (
    check_survey_count,
    check_survey_follow_ups,
    check_surveys,
)
from zi_docs.checks.year_rules import check_year
from zi_docs.model import Origin, Plan
from zi_docs.workbook.sheets.survey_sheets import Survey, SurveyElement, SurveyKind

SURVEY = Survey("SKM-1", SurveyKind.SATISFACTION, "Layanan", populasi=50)
CORRUPTION = replace(SURVEY, id="IPAK-1", jenis=SurveyKind.CORRUPTION)


def element(unsur: str, *counts: int | None, row: int = 2, of: str = "SKM-1") -> SurveyElement:
    columns = ("survei", "unsur", "jawaban_1", "jawaban_2", "jawaban_3", "jawaban_4")
    cells = {key: f"{letter}{row}" for key, letter in zip(columns, "ABCDEF", strict=True)}
    origin = Origin("zi-2026.xlsx", "Unsur Survei", row, cells)
    return SurveyElement(of, unsur, *counts, origin=origin)


def nine(*counts: int) -> list[SurveyElement]:
    return [element(f"U{number}", *counts, row=number + 1) for number in range(1, 10)]


def with_rows(*rows: object) -> Plan:
    return replace(plan(), records=rows)


def told(of: Plan) -> list[tuple[str, str]]:
    return [(f.code, f.place.cell or "") for f in check_surveys(of)]


def test_the_filled_year_is_sound() -> None:
    of = replace(with_rows(*SURVEYS), follow_ups=ASKED)
    found = [*check_surveys(of), *check_survey_follow_ups(of), *check_survey_count(of)]
    assert [*found, *check_year(of)] == []


class TestCounts:
    def test_elements_are_answered_by_the_same_people(self) -> None:
        rows = nine(0, 2, 6, 2)
        rows[3] = element("U4", 0, 2, 6, 3, row=5)
        (finding,) = check_surveys(with_rows(SURVEY, *rows))
        assert str(finding.place) == "zi-2026.xlsx › Unsur Survei!C5"
        assert (finding.code, finding.message) == (
            "SURVEI-JUMLAH",
            "Jawaban atas unsur “U4” survei SKM-1 berjumlah 11, sedangkan unsur yang lain 10. "
            "Jumlah jawaban setiap unsur sama dengan banyaknya responden; perbaiki hitungannya.",
        )

    @pytest.mark.parametrize("count", [None, -1])
    def test_a_count_is_missing_or_below_nought(self, count: int | None) -> None:
        rows = nine(0, 2, 6, 2)
        rows[0] = element("U1", 0, count, 8, 2)
        assert told(with_rows(SURVEY, *rows)) == [("SURVEI-JAWABAN", "D2")]

    def test_nothing_is_said_of_what_nobody_has_counted_yet(self) -> None:
        assert told(with_rows(SURVEY)) == []
        assert told(with_rows(SURVEY, *nine())) == []

    def test_more_answers_than_people(self) -> None:
        codes = [code for code, _ in told(with_rows(SURVEY, *nine(0, 20, 26, 5)))]
        assert codes == ["SURVEI-POPULASI"]


class TestElements:
    def test_one_twice_by_code_and_by_name(self) -> None:
        rows = [*nine(0, 2, 6, 2), element("waktu penyelesaian", 0, 2, 6, 2, row=11)]
        assert told(with_rows(SURVEY, *rows)) == [("SURVEI-GANDA", "B11")]

    def test_others_than_the_nine(self) -> None:
        rows = [*nine(0, 2, 6, 2)[:8], element("Kenyamanan", 0, 2, 6, 2, row=10)]
        (finding,) = check_surveys(with_rows(SURVEY, *rows))
        assert (finding.code, finding.message) == (
            "SURVEI-UNSUR",
            "Unsur survei SKM-1 tidak sama dengan sembilan unsur menurut Peraturan Menteri PANRB "
            "Nomor 14 Tahun 2017 (belum ada: U9; di luar unsur baku: Kenyamanan); lengkapi lembar "
            "Unsur Survei.",
        )

    def test_those_of_perceptions_are_the_office_s_own(self) -> None:
        own = [element("Tidak ada percaloan", 0, 2, 6, 2, of="IPAK-1")]
        assert told(with_rows(CORRUPTION, *own)) == []


class TestDays:
    def test_it_ends_after_it_began_and_is_reported_after_it_ended(self) -> None:
        begun = replace(SURVEY, mulai=date(2026, 3, 2), selesai=date(2026, 3, 31))
        before = replace(begun, selesai=date(2026, 3, 1), tanggal=date(2026, 2, 1))
        codes = [f.code for f in check_surveys(with_rows(before))]
        assert codes == ["SURVEI-HARI", "SURVEI-TANGGAL"]
        assert [*check_surveys(with_rows(replace(begun, tanggal=date(2026, 4, 8))))] == []

    def test_it_is_held_in_the_year_and_may_be_reported_after_it(self) -> None:
        held = replace(SURVEY, mulai=date(2026, 12, 1), selesai=date(2026, 12, 20))
        assert [*check_year(with_rows(replace(held, tanggal=date(2027, 1, 8))))] == []
        codes = [f.code for f in check_year(with_rows(replace(held, selesai=date(2027, 1, 8))))]
        assert codes == ["TAHUN-TANGGAL"]


class TestFollowUps:
    def test_one_whose_reference_names_no_survey_is_in_no_report(self) -> None:
        lost = replace(ASKED[0], acuan="Survei semester I")
        (finding,) = check_survey_follow_ups(replace(with_rows(SURVEY), follow_ups=(lost,)))
        assert (finding.code, finding.message) == (
            "SURVEI-ACUAN",
            "Tindak lanjut TL-101 bersumber dari survei, tetapi acuannya tidak menyebut ID di "
            "lembar Survei, sehingga tidak dimuat dalam laporan survei mana pun. Tuliskan "
            "misalnya SKM-1 pada kolom Acuan.",
        )

    def test_an_office_without_the_sheet_is_not_told(self) -> None:
        lost = replace(ASKED[0], acuan="Survei semester I")
        assert [*check_survey_follow_ups(replace(plan(), follow_ups=(lost,)))] == []


class TestHowManyAYear:
    def test_fewer_than_three_or_none_of_corruption(self) -> None:
        (finding,) = check_survey_count(with_rows(SURVEY))
        assert (finding.code, finding.message) == (
            "SURVEI-KURANG",
            "Lembar Survei memuat 1 survei, tanpa survei persepsi korupsi; setahun paling sedikit "
            "tiga, termasuk survei persepsi korupsi (Surat KPU Nomor 2410/PW.02-SD/12/2025, "
            "sebagaimana dilaporkan). Cantumkan pula yang baru direncanakan.",
        )
        three = [replace(SURVEY, id=f"SKM-{number}") for number in (1, 2, 3)]
        assert len([*check_survey_count(with_rows(*three))]) == 1
        assert [*check_survey_count(with_rows(*three[:2], CORRUPTION))] == []

    def test_an_agency_without_that_duty_is_not_told(self) -> None:
        other = replace(plan().office, lembaga="Badan Pusat Statistik")
        assert [*check_survey_count(replace(with_rows(SURVEY), office=other))] == []

    def test_nor_an_office_that_keeps_its_surveys_elsewhere(self) -> None:
        assert [*check_survey_count(plan())] == []
