"""Risks and their control: how high they are, what each month's card shows, by when it is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from tests.cases.products import named, names
from tests.cases.risk_rows import CONTROLS, RISKS
from zi_docs.catalog import catalog
from zi_docs.charts.drawings import Diagram, MatrixCell
from zi_docs.checks.risk_rules import check_controls, check_risk_scale, check_risks
from zi_docs.model import PLENARY, Official, Plan, Voice
from zi_docs.monev.risk_levels import RiskScale, risk_scale, risk_score
from zi_docs.papers import spip
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.status.gather import status
from zi_docs.text import Flow
from zi_docs.workbook.sheets.risk_sheets import ControlState, MonthlyControl, Risk
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart

MARCH = "spip/2026-03/kartu-kendali"
PEOPLE = (
    Official("KETUA", "Ketua", "Ahmad Contoh", kelompok="Komisioner", atas_nama=Voice.OFFICE),
    Official("A-1", "Anggota", "Rina Contoh", kelompok="Komisioner"),
    Official("SEK", "Sekretaris", "Budi Contoh", kelompok="Sekretariat"),
)


def with_rows(*records: object) -> Plan:
    return replace(plan(), officials=PEOPLE, records=records)


def papers(of: Plan, signed: frozenset[str] = frozenset()) -> list[Product]:
    topics = catalog(Year(of, signed=signed)).about([spip.FAMILY])
    return [product for topic in topics for product in topic.compose()]


def content(of: Plan, name: str) -> dict[str, Any]:
    return dict(named(papers(of), name).inputs().content)


def column(rows: list[dict[str, Any]], key: str) -> list[str]:
    """A column of a table of the paper, as it is read."""
    return [_words(row[key]) for row in rows]


def _words(value: object) -> str:
    if isinstance(value, Flow):
        return " ".join(paragraph.text.plain for paragraph in value.paragraphs)
    return str(value)


class TestLevels:
    """The level of a risk is named by its score, and the office sets the scale."""

    def test_a_risk_without_both_values_has_no_score(self) -> None:
        assert risk_score(4, 3) == 12
        assert [risk_score(4, None), risk_score(None, 4), risk_score(6, 1), risk_score(0, 5)] == [
            None
        ] * 4

    def test_every_score_has_the_level_of_its_band(self) -> None:
        scale = scale_of("Rendah | 1", "Sedang | 10", "Tinggi | 25")
        counted = Counter(scale.band(score).name for score in range(1, 26))
        assert counted == {"Rendah": 9, "Sedang": 15, "Tinggi": 1}
        assert [band.span for band in scale.bands] == ["1–9", "10–24", "25"]
        assert [scale.height(score) for score in (9, 10, 25)] == [0, 0.5, 1]

    @pytest.mark.parametrize(
        "lines",
        [
            ("Rendah | 1",),
            ("Rendah | 2", "Tinggi | 9"),
            ("Rendah | 1", "Sedang | 9", "Tinggi | 9"),
            ("Rendah | 1", "Tinggi | 26"),
            ("Rendah | 1", "Tinggi"),
            ("Rendah | 1", "Tinggi | sembilan"),
        ],
    )
    def test_what_makes_no_scale(self, lines: tuple[str, ...]) -> None:
        assert risk_scale(lines) is None
        own = with_rows(*(PaperText("Tingkat risiko", WordingPart.ITEM, rich(x)) for x in lines))
        assert [finding.code for finding in check_risk_scale(own)] == ["SPIP-SKALA"]

    def test_the_office_names_levels_of_its_own(self) -> None:
        lines = ("Biasa | 1", "Luar biasa | 16")
        own = [PaperText("Tingkat risiko", WordingPart.ITEM, rich(line)) for line in lines]
        said = content(with_rows(*RISKS, *own), "spip/register-risiko")
        assert column(said["baris"], "tingkat") == ["Luar biasa", "Biasa", "Biasa", "Biasa"]
        assert list(check_risk_scale(with_rows(*own))) == []


def scale_of(*lines: str) -> RiskScale:
    scale = risk_scale(lines)
    assert scale is not None
    return scale


class TestRegister:
    """It shows each risk with its values, how they are reckoned, and where they stand."""

    def test_scores_are_products_and_levels_follow(self) -> None:
        rows = content(with_rows(*RISKS), "spip/register-risiko")["baris"]
        values = list(zip(column(rows, "kemungkinan"), column(rows, "dampak"), strict=True))
        assert values == [("4", "4"), ("3", "4"), ("2", "3"), ("3", "4")]
        assert column(rows, "skor") == [str(int(a) * int(b)) for a, b in values]
        assert column(rows, "tingkat") == ["Tinggi", "Sedang", "Rendah", "Sedang"]

    def test_it_counts_them_by_level(self) -> None:
        said = content(with_rows(*RISKS, Risk("X", "Kegiatan", "Risiko")), "register-risiko")
        assert said["ringkasan"] == (
            "Banyaknya risiko: 5. Menurut tingkatnya: sangat tinggi 0, tinggi 1, sedang 2, "
            "rendah 1, sangat rendah 0; belum dinilai 1."
        )
        assert said["tingkat"] == (
            "Tingkat risiko: sangat rendah (skor 1–5), rendah (skor 6–11), sedang (skor 12–15), "
            "tinggi (skor 16–19), dan sangat tinggi (skor 20–25)."
        )

    def test_the_matrix_has_every_score_and_the_numbers_of_the_risks(self) -> None:
        picture = content(with_rows(*RISKS), "register-risiko")["gambar"]
        assert isinstance(picture, Diagram)
        _, _, cells, _ = picture.figures
        grid: list[list[MatrixCell]] = [list(row) for row in cells]  # type: ignore[attr-defined]
        # From likelihood 5 at the top down to 1.
        assert [cell.figure for cell in grid[0]] == ["5", "10", "15", "20", "25"]
        placed = {
            (5 - y, x + 1): cell.words
            for y, row in enumerate(grid)
            for x, cell in enumerate(row)
            if cell.words
        }
        assert placed == {(4, 4): "1", (3, 4): "2, 4", (2, 3): "3"}
        assert "kemungkinan 3 dan dampak 4: risiko nomor 2, 4" in picture.description

    def test_a_risk_names_the_component_of_its_row(self) -> None:
        row = plan().activities[-1].id
        said = content(with_rows(replace(RISKS[1], baris=row.lower())), "register-risiko")
        assert said["baris"][0]["kegiatan"] == (
            "Pengadaan alat tulis kantor dan barang cetakan (komponen II.1)"
        )

    def test_without_values_or_plans_it_is_a_draft(self) -> None:
        of = with_rows(replace(RISKS[0], dampak=None), replace(RISKS[1], rencana=""))
        register, controls = papers(of)[:2]
        assert [lack.what for lack in register.lacks] == ["kemungkinan dan dampak 1 risiko"]
        assert [lack.what for lack in controls.lacks] == ["rencana tindak pengendalian 1 risiko"]
        assert register.draft and controls.draft

    def test_nobody_gave_a_risk(self) -> None:
        of = with_rows()
        for name in ("register-risiko", "rencana-tindak-pengendalian", MARCH):
            assert named(papers(of), name).draft
            rows = content(of, name)["baris"]
            assert column(rows, "nomor") == ["1", "2", "3", "4", "5"]
            assert set(column(rows, "risiko")) == {""}


class TestCards:
    """A card a month, with the risks that are not done with."""

    def test_there_is_one_of_each_month(self) -> None:
        cards = [name for name in names(papers(with_rows(*RISKS))) if "kartu" in name]
        assert cards == [f"spip/2026-{month:02}/kartu-kendali" for month in range(1, 13)]

    def test_it_says_what_was_done(self) -> None:
        rows = content(with_rows(*RISKS, *CONTROLS), MARCH)["baris"]
        assert column(rows, "nomor") == ["1", "2", "3", "4"]
        assert column(rows, "bukti")[1] == "Kertas kerja survei harga"
        assert column(rows, "hambatan")[:2] == ["Sebagian data belum bernomor induk", "-"]
        assert set(column(rows, "keadaan")) == {"Berjalan"}

    def test_what_is_done_with_is_left_out_from_the_next_month_on(self) -> None:
        of = with_rows(*RISKS, *CONTROLS)
        shown = {
            month: column(content(of, f"spip/2026-{month:02}/kartu-kendali")["baris"], "nomor")
            for month in (4, 5)
        }
        assert shown == {4: ["1", "2", "3", "4"], 5: ["1", "2", "4"]}
        assert content(of, "spip/2026-05/kartu-kendali")["selesai"] == "3"

    def test_a_month_without_reports_is_a_form(self) -> None:
        of = with_rows(*RISKS, *CONTROLS)
        july = content(of, "spip/2026-07/kartu-kendali")["baris"]
        assert column(july, "nomor") == ["1", "2", "4"]
        assert {*column(july, "pelaksanaan"), *column(july, "hambatan")} == {""}
        drafts = [p.name[5:12] for p in papers(of) if p.kind == spip.CARD and p.draft]
        assert drafts == [f"2026-{month:02}" for month in range(7, 13)]

    def test_the_commissioners_sign(self) -> None:
        signers = content(with_rows(*RISKS), MARCH)["penanda_tangan"]
        assert column(signers, "nama") == ["Ahmad Contoh", "Rina Contoh"]

    def test_without_commissioners_the_head_signs(self) -> None:
        staff = tuple(replace(official, kelompok="Sekretariat") for official in PEOPLE)
        of = replace(with_rows(*RISKS), officials=staff)
        assert column(content(of, MARCH)["penanda_tangan"], "nama") == ["Ahmad Contoh"]

    def test_it_names_its_pleno(self) -> None:
        pleno = replace(
            meeting(),
            jenis=PLENARY,
            acara="Rapat Pleno Kartu Kendali SPIP Bulan Maret 2026",
            tanggal=date(2026, 4, 8),
            nomor_ba="7/PK.01-BA/1504/2026",
        )
        of = replace(with_rows(*RISKS), meetings=(pleno,))
        blank = f"Nomor {'.' * 32} tanggal {'.' * 32}"
        assert facts(of, MARCH) == {
            "Dasar": "Keputusan KPU Nomor 855 Tahun 2025",
            "Jatuh tempo": "10 April 2026",
            "Rapat pleno": "Nomor 7/PK.01-BA/1504/2026 tanggal 8 April 2026",
        }
        assert facts(of, "spip/2026-04/kartu-kendali")["Rapat pleno"] == blank


def facts(of: Plan, name: str) -> dict[str, str]:
    return {fact["label"]: fact["isi"] for fact in content(of, name)["fakta"]}


class TestDue:
    """A card is asked for from the day after it was due, the tenth of the next month."""

    @pytest.mark.parametrize(
        ("day", "waiting"),
        [
            (date(2026, 4, 10), ["Januari", "Februari"]),
            (date(2026, 4, 11), ["Januari", "Februari", "Maret"]),
            (date(2027, 1, 10), 11),
            (date(2027, 1, 11), 12),
        ],
    )
    def test_status_asks_once_it_is_due(self, day: date, waiting: list[str] | int) -> None:
        of = with_rows(*RISKS)
        cards = [p for p in papers(of) if p.kind == spip.CARD]
        asked = [each.name for each in status(of, cards, day).waiting]
        if isinstance(waiting, int):
            assert len(asked) == waiting
        else:
            assert asked == [f"Kartu Kendali SPIP {month} 2026" for month in waiting]

    def test_a_card_that_came_back_signed_is_asked_for_no_longer(self) -> None:
        signed = papers(with_rows(*RISKS), frozenset({MARCH}))
        assert named(signed, MARCH).lacks == ()

    def test_an_office_without_the_duty_makes_them_only_of_its_risks(self) -> None:
        other = replace(with_rows(), office=replace(plan().office, lembaga="Badan Contoh"))
        assert papers(other) == []
        of = replace(other, records=RISKS)
        assert facts(of, MARCH)["Jatuh tempo"] == "31 Maret 2026"


class TestFindings:
    def test_values_and_deadlines(self) -> None:
        wrong = replace(RISKS[0], kemungkinan=6, dampak=0, batas=date(2025, 6, 1))
        codes = [finding.code for finding in check_risks(with_rows(wrong))]
        assert codes == ["SPIP-NILAI", "SPIP-NILAI", "SPIP-BATAS"]
        assert list(check_risks(with_rows(*RISKS))) == []

    def test_reports(self) -> None:
        done = MonthlyControl(2, "RS-01", "Selesai", keadaan=ControlState.DONE)
        again = replace(done, risiko="rs-01")
        of = with_rows(RISKS[0], done, again, replace(done, bulan=13), replace(done, bulan=3))
        codes = [finding.code for finding in check_controls(of)]
        assert codes == ["SPIP-GANDA", "SPIP-BULAN", "SPIP-SELESAI"]
        assert list(check_controls(with_rows(*RISKS, *CONTROLS))) == []
