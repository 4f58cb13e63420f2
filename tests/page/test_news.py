"""The workbook is saved in Excel: the page says what changed and what will be made again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.cases.edited import edited
from tests.page.conftest import SOURCE, Dashboard, Opens, office, serving

HOSTILE = "<script>document.title='diretas'</script><img src=x onerror=alert(1)> {{ 7*7 }} ${{7*7}}"


def save(dashboard: Dashboard, folder: Path, **cells: object) -> None:
    """Save the workbook with other cells in RA-001, as Excel does: a new file takes its place."""
    named = {("Rencana Aksi", "RA-001", header): value for header, value in cells.items()}
    edited(SOURCE, folder / "disimpan.xlsx", cells=named).replace(dashboard.source)


def test_a_save_refreshes_the_page_with_what_changed(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard, "/temuan")
    expect(page.locator("#kabar")).to_be_hidden()
    save(dashboard, tmp_path, Target="12 dokumen")
    news = page.locator("#kabar")
    expect(news).to_contain_text("Buku kerja dibaca kembali", timeout=20_000)
    expect(news).to_contain_text("RA-001 diubah. Target: semula “100%”, menjadi “12 dokumen”")
    expect(news).to_contain_text("Akan dibuat ulang:")
    expect(news).to_contain_text("Keputusan renaksi")
    expect(news).not_to_contain_text("keputusan rencana aksi Keputusan renaksi")


def test_a_page_that_is_being_filled_in_is_not_taken_away(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard, "/temuan")
    part = page.locator("details", has_text="Terima temuan ini").first
    part.locator("summary").click()
    part.get_by_label("Alasan").fill("Sudah disepakati")
    save(dashboard, tmp_path, Target="12 dokumen")
    expect(page.locator("#kabar")).to_contain_text("Muat ulang halaman ini", timeout=20_000)
    expect(part.get_by_label("Alasan")).to_have_value("Sudah disepakati")


def test_a_workbook_that_cannot_be_read_says_so_and_comes_back(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard)
    dashboard.source.write_bytes(b"bukan buku kerja")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Buku kerja belum dapat dibaca", timeout=20_000
    )
    save(dashboard, tmp_path, Target="12 dokumen")
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Zona Integritas 2026", timeout=20_000
    )


def test_the_text_of_a_cell_is_shown_as_it_is_written(tmp_path: Path, opened: Opens) -> None:
    """Markup, scripts and tags of templates in cells are words like any others, on every page."""
    hostile = edited(
        SOURCE,
        tmp_path / "jahat.xlsx",
        cells={
            ("Rencana Aksi", "RA-001", "Indikator"): HOSTILE,
            ("Rencana Aksi", "RA-001", "Langkah Aksi"): HOSTILE,
            ("Rencana Aksi", "RA-001", "Target"): HOSTILE,
            ("Rapat", "R-01", "Acara"): HOSTILE,
        },
    )
    with serving(office(tmp_path / "kantor", hostile)) as dashboard:
        page = opened(dashboard)
        for path in ("/", "/bulan/1", "/temuan", "/naskah", "/masukan", "/bukti", "/nilai"):
            page.goto(dashboard.base + path)
            assert "diretas" not in page.title()
            assert page.locator("main script, main img").count() == 0
        page.goto(f"{dashboard.base}/bukti#RA-001")
        expect(page.locator("#RA-001 summary")).to_contain_text(HOSTILE)
