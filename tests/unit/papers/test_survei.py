"""Papers of a survey: the report with every figure, the notice; blanks while nobody has counted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.cases.plans import plan, rich
from tests.cases.products import names, products
from tests.cases.survey_rows import ASKED, SURVEYS
from zi_docs.checks.rows.papers_of_rows import papers_of_piece, papers_of_rows
from zi_docs.model import Plan
from zi_docs.papers import survei
from zi_docs.product import Product
from zi_docs.text import Flow
from zi_docs.workbook.sheets.survey_sheets import Survey, SurveyElement, SurveyKind

SURVEY = Survey(
    "SKM-1",
    SurveyKind.SATISFACTION,
    "Layanan pindah memilih",
    date(2026, 3, 2),
    date(2026, 3, 31),
    "Kuesioner daring",
    1240,
    "KETUA",
    date(2026, 4, 8),
)
# Ten people: 30, 36 and 26 points.
COUNTED = (
    SurveyElement("SKM-1", "U1", 0, 2, 6, 2),
    SurveyElement("SKM-1", "U2", 0, 0, 4, 6),
    SurveyElement("SKM-1", "U3", 1, 3, 5, 1),
)
PLANNED = Survey("SKM-2", SurveyKind.SATISFACTION, "Layanan informasi publik")


def with_rows(*rows: object) -> Plan:
    return replace(plan(), records=rows, follow_ups=ASKED)


def paper(of: Plan, name: str) -> Product:
    (product,) = (each for each in products(of, survei.FAMILY) if each.name == f"survei/{name}")
    return product


def content(of: Plan, name: str) -> dict[str, object]:
    return dict(paper(of, name).inputs().content)


def words(flow: object) -> list[str]:
    assert isinstance(flow, Flow)
    return [paragraph.text.plain for paragraph in flow.paragraphs]


def lines(said: dict[str, object], key: str) -> list[tuple[str, str]]:
    return [(line["label"], line["isi"]) for line in said[key]]  # type: ignore[attr-defined]


class TestReport:
    def test_how_it_was_held(self) -> None:
        said = content(with_rows(SURVEY, *COUNTED), "SKM-1/laporan-survei")
        assert said["judul"] == "LAPORAN SURVEI KEPUASAN MASYARAKAT TAHUN 2026"
        assert lines(said, "fakta") == [
            ("Layanan", "Layanan pindah memilih"),
            ("Waktu", "2 Maret 2026 sampai dengan 31 Maret 2026"),
            ("Cara", "Kuesioner daring"),
            ("Populasi", "1.240 orang"),
            ("Responden", "10 orang"),
            ("Penanggung jawab", "Ketua"),
        ]

    def test_counts_means_and_weights_by_element(self) -> None:
        said = content(with_rows(SURVEY, *COUNTED), "SKM-1/laporan-survei")
        table = [
            (*words(row["kode"]), *(row[key] for key in row if key != "kode"))
            for row in said["unsur"]  # type: ignore[attr-defined]
        ]
        assert table == [
            ("U1", "Persyaratan", "0", "2", "6", "2", "30", "3,0000", "0,3333", "1,0000"),
            ("U2", "Sistem, Mekanisme, dan Prosedur", "0", "0", "4", "6", "36", "3,6000", "0,3333",
             "1,2000"),
            ("U3", "Waktu Penyelesaian", "1", "3", "5", "1", "26", "2,6000", "0,3333", "0,8667"),
        ]  # fmt: skip
        sums = said["jumlah"]
        assert isinstance(sums, dict)
        assert (sums["nrr"], sums["bobot"], sums["tertimbang"]) == ("9,2000", "1", "3,0667")

    def test_the_index_line_by_line(self) -> None:
        """92 points of 30 answers: 92 / 30 x 25 = 76.666..., which is a B."""
        said = content(with_rows(SURVEY, *COUNTED), "SKM-1/laporan-survei")
        assert lines(said, "hitungan") == [
            ("NRR U1", "(0 × 1 + 2 × 2 + 6 × 3 + 2 × 4) : 10 = 30 : 10 = 3,0000"),
            ("NRR U2", "(0 × 1 + 0 × 2 + 4 × 3 + 6 × 4) : 10 = 36 : 10 = 3,6000"),
            ("NRR U3", "(1 × 1 + 3 × 2 + 5 × 3 + 1 × 4) : 10 = 26 : 10 = 2,6000"),
            ("Bobot", "1 : 3 = 0,3333"),
            ("Jumlah NRR", "3,0000 + 3,6000 + 2,6000 = 9,2000"),
            ("NRR tertimbang", "9,2000 × 1/3 = 3,0667"),
            ("Indeks", "3,0667 × 25 = 76,67"),
            ("Mutu", "B (Baik), untuk indeks 76,61 sampai dengan 88,30"),
        ]

    def test_every_line_of_the_filled_year_says_what_is_true(self) -> None:
        """Each figure behind a `=` is what is written before it, but for its rounding."""
        said = content(with_rows(*SURVEYS), "SKM-1/laporan-survei")
        counted = [line for _, line in lines(said, "hitungan") if "=" in line]
        assert len(counted) == 13
        for line in counted:
            *_, before, last = line.split(" = ")
            shown = Fraction(last.replace(",", "."))
            assert abs(_value(before) - shown) < Fraction(1, 200), line

    def test_the_lowest_and_what_follows_from_them(self) -> None:
        said = content(with_rows(*SURVEYS), "SKM-1/laporan-survei")
        assert said["terendah"] == (
            "Unsur dengan NRR terendah ialah U3 Waktu Penyelesaian (2,9250), U8 Penanganan "
            "Pengaduan, Saran, dan Masukan (2,9500), dan U9 Sarana dan Prasarana (3,0167)."
        )
        rows = said["tindak_lanjut"]
        assert [(row["uraian"], row["batas"]) for row in rows] == [  # type: ignore[attr-defined]
            ("Menetapkan dan mengumumkan waktu penyelesaian setiap layanan.", "15-08-2026"),
            ("Menyediakan tempat duduk dan papan informasi di ruang layanan.", ""),
        ]
        other = content(with_rows(*SURVEYS), "IPAK-1/laporan-survei")
        assert {row["uraian"] for row in other["tindak_lanjut"]} == {""}  # type: ignore[attr-defined]

    def test_perceptions_of_corruption_have_no_grade(self) -> None:
        said = content(with_rows(*SURVEYS), "IPAK-1/laporan-survei")
        assert [label for label, _ in lines(said, "hitungan")][-1] == "Indeks"
        assert lines(said, "hitungan")[-1] == ("Indeks", "3,4047 × 25 = 85,12")


def _value(sum_: str) -> Fraction:
    """The value of `9,2000 × 1/3`, `30 : 10`, `1 + 2`."""
    total = Fraction(0)
    for part in sum_.replace(",", ".").split(" + "):
        first, *more = re.split(r" ([×:]) ", part)
        value = Fraction(first)
        for sign, figure in zip(more[::2], more[1::2], strict=True):
            value = value * Fraction(figure) if sign == "×" else value / Fraction(figure)
        total += value
    return total


class TestNotice:
    def test_the_index_large_with_its_grade(self) -> None:
        said = content(with_rows(SURVEY, *COUNTED), "SKM-1/pengumuman-survei")
        keys = ("judul", "tahun", "objek", "nama_indeks", "indeks", "mutu", "tempat", "tanggal")
        assert [said[key] for key in keys] == [
            "HASIL SURVEI KEPUASAN MASYARAKAT",
            "TAHUN 2026",
            "Layanan pindah memilih",
            "Indeks Kepuasan Masyarakat (IKM)",
            "76,67",
            "Mutu pelayanan: B (Baik)",
            "Kota Contoh",
            "8 April 2026",
        ]
        assert lines(said, "fakta") == [
            ("Waktu survei", "2 Maret 2026 sampai dengan 31 Maret 2026"),
            ("Responden", "10 orang"),
        ]

    def test_perceptions_of_corruption_are_shown_without_one(self) -> None:
        said = content(with_rows(*SURVEYS), "IPAK-1/pengumuman-survei")
        assert (said["indeks"], said["mutu"]) == ("85,12", "")


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("Laporan Hasil Survei Kepuasan Masyarakat setiap semester", ["SKM-1", "SKM-2"]),
        ("Laporan survei persepsi korupsi", ["IPAK-1"]),
        ("Laporan hasil survei", ["SKM-1", "IPAK-1", "SKM-2"]),
    ],
)
def test_a_row_gets_the_reports_of_its_kind_of_survey(asked: str, made: list[str]) -> None:
    row = replace(plan().activities[0], bukti=rich(asked))
    of = replace(with_rows(*SURVEYS), activities=(row,))
    (papers,) = papers_of_rows(of)
    (piece,) = papers.pieces
    listed = papers_of_piece(piece, row, of, products(of))
    assert names(listed) == [f"survei/{key}/laporan-survei" for key in made]


class TestWhatIsMissing:
    def test_without_the_sheet_there_is_nothing(self) -> None:
        assert products(plan(), survei.FAMILY) == []

    def test_a_survey_has_a_report_and_a_notice(self) -> None:
        assert names(products(with_rows(PLANNED), survei.FAMILY)) == [
            "survei/SKM-2/laporan-survei",
            "survei/SKM-2/pengumuman-survei",
        ]

    def test_a_planned_survey_is_a_draft_with_room_for_the_nine_elements(self) -> None:
        product = paper(with_rows(PLANNED), "SKM-2/laporan-survei")
        said = dict(product.inputs().content)
        assert product.draft
        assert len(said["unsur"]) == 9  # type: ignore[arg-type]
        assert {row["nrr"] for row in said["unsur"]} == {""}  # type: ignore[attr-defined]
        assert {line for _, line in lines(said, "hitungan")} == {"................................"}
        assert said["gambar"] == []
        assert [lack.what for lack in product.lacks] == [
            "jawaban setiap unsur",
            "hari pertama survei",
            "hari terakhir survei",
            "cara survei",
            "penanda tangan",
            "tanggal laporan",
            "tindak lanjut hasil survei",
        ]

    def test_nothing_is_missed_before_the_survey_is_over(self) -> None:
        product = paper(with_rows(replace(SURVEY, tanggal=None)), "SKM-1/laporan-survei")
        missing = {
            day: [lack.what for lack in product.lacks if lack.counts_on(day)]
            for day in (date(2026, 3, 31), date(2026, 4, 1))
        }
        assert list(missing.values()) == [[], ["jawaban setiap unsur", "tanggal laporan"]]

    def test_what_was_counted_in_part_is_printed_but_not_added_up(self) -> None:
        half = (COUNTED[0], replace(COUNTED[1], jawaban_4=None))
        product = paper(with_rows(SURVEY, *half), "SKM-1/laporan-survei")
        said = dict(product.inputs().content)
        assert product.draft
        assert [row["jawaban_3"] for row in said["unsur"]] == ["6", "4"]  # type: ignore[attr-defined]
        assert lines(said, "hitungan")[3] == ("Indeks", "................................")

    def test_a_whole_survey_is_no_draft(self) -> None:
        of = with_rows(SURVEY, *COUNTED)
        assert [each.draft for each in products(of, survei.FAMILY)] == [False, False]
