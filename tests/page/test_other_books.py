"""Books that come from elsewhere: an older workbook, the plan of another office."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from playwright.sync_api import expect

from tests.cases.edited import edited
from tests.page.conftest import SOURCE, Dashboard, Opens

PLAN = """\
No;Perubahan;Aktivitas;Hal yang Dicapai;Dokumen;Kapan
1;Manajemen Perubahan;Menyusun rencana kerja tim;Rencana kerja ada;Rencana kerja;Januari
2;Penataan Tata Laksana;Meninjau SOP;SOP ditinjau;Berita acara;Maret dan September
"""


def test_an_older_workbook_is_compared_word_by_word(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    older = edited(
        SOURCE,
        tmp_path / "zi-lama.xlsx",
        cells={("Rencana Aksi", "RA-001", "Target"): "80 dokumen"},
    )
    page = opened(dashboard, "/perubahan")
    page.get_by_label("Buku kerja lama (XLSX)").set_input_files(older)
    expect(page.locator("[data-terpilih]")).to_have_text("Terpilih: zi-lama.xlsx")
    page.get_by_role("button", name="Bandingkan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Semula dan menjadi")
    expect(page.locator("del")).to_contain_text("80 dokumen")
    expect(page.locator("main")).to_contain_text("Naskah yang terpengaruh")


def test_what_is_no_workbook_is_refused_with_the_reason(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    (tmp_path / "palsu.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    page = opened(dashboard, "/perubahan")
    page.get_by_label("Buku kerja lama (XLSX)").set_input_files(tmp_path / "palsu.xlsx")
    with page.expect_response("**/bandingkan") as answer:
        page.get_by_role("button", name="Bandingkan").click()
    assert answer.value.status == 422
    expect(page.get_by_role("heading", level=1)).to_contain_text("tidak dapat dibandingkan")
    expect(page.locator(".temuan").first).to_contain_text("palsu.xlsx")


def test_a_foreign_plan_is_mapped_by_choosing(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    """A column whose name says nothing is given its meaning; the workbook then holds it."""
    (tmp_path / "rencana kantor lain.csv").write_text(PLAN, encoding="utf-8")
    page = opened(dashboard, "/impor")
    page.get_by_label("Tabel rencana aksi").set_input_files(tmp_path / "rencana kantor lain.csv")
    page.get_by_role("button", name="Kenali kolomnya").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kolom pada")
    for column, meaning in {"Perubahan": "area", "Aktivitas": "langkah_aksi",
                            "Hal yang Dicapai": "indikator", "Kapan": "waktu"}.items():  # fmt: skip
        row = page.locator("tr", has=page.get_by_role("rowheader", name=column))
        row.locator("select").select_option(meaning)
    page.get_by_role("button", name="Coba kembali").click()
    expect(page.locator("main")).to_contain_text("2 baris dapat dibawa")
    page.get_by_label("Nama kantor").fill("KPU Kabupaten Contoh")
    page.get_by_label("Tahun", exact=True).fill("2027")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tulis buku kerjanya").click()
    assert download.value.suggested_filename == "zi-2027.xlsx"
    download.value.save_as(tmp_path / "zi-2027.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "zi-2027.xlsx")["Rencana Aksi"]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Meninjau SOP" in words
    assert "SOP ditinjau" in words
