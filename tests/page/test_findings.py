"""A workbook with errors: what is wrong at which cell, what is made all the same, a marked copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.cases.edited import edited
from tests.page.conftest import MAKING_MILLISECONDS, SOURCE, Dashboard, Opens, office, serving


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[Dashboard]:
    """The date of a meeting that is none: its papers cannot be made, all others can."""
    cells = {("Rapat", "R-01", "Tanggal"): "tanggal tiga puluh"}
    with serving(
        office(tmp_path / "kantor", edited(SOURCE, tmp_path / "x.xlsx", cells=cells))
    ) as page:
        yield page


def test_an_error_is_told_at_its_cell_with_what_to_do(faulty: Dashboard, opened: Opens) -> None:
    page = opened(faulty)
    page.get_by_role("link", name="kesalahan 1").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Rapat 1 temuan")
    error = page.locator("article")
    expect(error).to_contain_text("kesalahan")
    expect(error).to_contain_text("tanggal tiga puluh")
    # An error is mended, never accepted.
    expect(error.get_by_text("Terima temuan ini")).to_have_count(0)


def test_the_papers_that_it_does_not_touch_are_made(faulty: Dashboard, opened: Opens) -> None:
    page = opened(faulty, "/naskah")
    part = page.locator("details", has=page.locator("summary", has_text="Keputusan renaksi")).first
    part.locator("summary").click()
    part.get_by_label("Keputusan", exact=True).check()
    page.get_by_role("button", name="Buat yang dipilih").click()
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)
    assert (faulty.year / "keputusan" / "renaksi-asli.pdf").is_file()


def test_the_marked_copy(dashboard: Dashboard, opened: Opens, tmp_path: Path) -> None:
    page = opened(dashboard, "/temuan")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh salinan bertanda").click()
    assert download.value.suggested_filename == "zi-2026-bertanda.xlsx"
    copy = tmp_path / "salinan.xlsx"
    download.value.save_as(copy)
    book = openpyxl.load_workbook(copy)
    comment = book["Rencana Aksi"]["S8"].comment
    assert comment is not None
    assert "RA-005" in comment.text
    assert dashboard.source.read_bytes() == SOURCE.read_bytes()
