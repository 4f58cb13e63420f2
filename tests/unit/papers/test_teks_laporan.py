"""What the team writes for its reports: printed where given, a gap where not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.cases.plans import plan
from tests.cases.products import subject
from tests.cases.revisions import SOURCE, changed
from zi_docs.checks.monev_rules import check_report_areas
from zi_docs.model import Origin, Plan, ReportPart, ReportText
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.laporan_monev import products, report
from zi_docs.papers.pages import Pagination
from zi_docs.product import Family
from zi_docs.text import Flow, RichText
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows

YEAR = Period(2026, Cycle.YEAR)


AREAS = ("I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA")


def team_text(part: ReportPart, words: str, periode: str = "", area: str = "") -> ReportText:
    return ReportText(part, RichText.of(words), periode, area)


def with_texts(*texts: ReportText) -> Plan:
    return replace(plan(), report_texts=texts)


def told_in(year: Plan) -> dict[str, Any]:
    return dict(report(year, YEAR, Pagination()).context)


def words(flow: Flow) -> list[str]:
    return [paragraph.text.plain for paragraph in flow.paragraphs]


def test_the_report_prints_what_the_team_wrote_for_it() -> None:
    """A text of its own period stands before one of every report; items are items."""
    told = told_in(
        with_texts(
            team_text(ReportPart.BACKGROUND, "Setiap laporan."),
            team_text(ReportPart.CLOSING, "Umum."),
            team_text(ReportPart.CLOSING, "Akhir tahun:\n- satu;\n- dua.", "Tahun"),
            team_text(ReportPart.CLOSING, "Triwulan.", "Triwulan I"),
            team_text(ReportPart.ANALYSIS, "Area pertama.", "", "i manajemen  perubahan"),
        )
    )
    assert words(told["tulis"]["latar"]) == ["Setiap laporan."]
    assert words(told["tulis"]["penutup"]) == ["Akhir tahun:", "satu;", "dua."]
    assert [p.style for p in told["tulis"]["penutup"].paragraphs] == ["Isi", *["Butir Isi"] * 2]
    first, second = (words(area["analisis"])[0] for area in told["capaian"])
    assert (first, second[:8]) == ("Area pertama.", "«Ditulis")
    assert words(told["tulis"]["kendala"])[0].startswith("«Ditulis oleh tim: ")


def drafted(year: Plan) -> list[str]:
    (product,) = products(year, YEAR, subject(Family.REPORT, "2026"))
    return [lack.what for lack in product.lacks if lack.draft and "laporan" in lack.what.lower()]


def test_a_report_is_a_draft_until_every_part_is_written() -> None:
    parts = [part for part in ReportPart if part is not ReportPart.ANALYSIS]
    general = [team_text(part, "Sudah ditulis.") for part in parts]
    analyses = [team_text(ReportPart.ANALYSIS, "Sudah ditulis.", "", area) for area in AREAS]
    assert drafted(plan()) == [
        "teks laporan: latar belakang, cara pemantauan, analisis area, kendala, rekomendasi, dan "
        "penutup"
    ]
    assert drafted(with_texts(*general, analyses[0])) == ["teks laporan: analisis area"]
    assert drafted(with_texts(*general, *analyses)) == []
    # Words that ask for words are none.
    place = Origin("zi.xlsx", "Laporan", 9, {"isi": "D9"})
    unfinished = replace(team_text(ReportPart.CLOSING, "[isi kesimpulan]", "Tahun"), origin=place)
    assert drafted(with_texts(*general, *analyses, unfinished)) == ["teks di Laporan!D9"]


def test_an_analysis_of_no_area_is_found() -> None:
    year = with_texts(team_text(ReportPart.ANALYSIS, "Baik."), team_text(ReportPart.CLOSING, "X"))
    assert [finding.code for finding in check_report_areas(year)] == ["MONEV-AREA"]


def test_the_sheet_is_read_and_a_workbook_without_it_does_as_well(tmp_path: Path) -> None:
    def fill(rows: WorkbookRows) -> None:
        rows["laporan"].append(
            {"periode": "Tahun", "bagian": "Penutup", "isi": RichText.of("Selesai {tahun}.")}
        )

    filled, findings = read_plan(changed(SOURCE, tmp_path / "zi-2026.xlsx", fill))
    assert filled is not None
    (text,) = filled.report_texts
    assert (text.periode, text.bagian, text.area) == ("Tahun", ReportPart.CLOSING, "")
    assert text.isi.plain == "Selesai 2026."
    assert "Laporan" not in {finding.place.sheet for finding in findings}
    old, findings = read_plan(SOURCE)
    assert old is not None
    assert old.report_texts == ()
    assert not [f for f in findings if "“Laporan”" in f.message]
