"""From opening the page to a bundle on the disk, by clicks alone."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.page.conftest import MAKING_MILLISECONDS, Dashboard, Opens
from zi_docs.build.lock import lock_folder


def choose(page: Page, topic: str, *papers: str) -> None:
    """Open what the papers are about, and tick them."""
    part = page.locator("details", has=page.locator("summary", has_text=topic)).first
    part.locator("summary").click()
    for paper in papers:
        part.get_by_label(paper, exact=True).check()


def made(page: Page) -> None:
    """Wait for the end of what was started."""
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)


def test_from_opening_to_a_downloaded_bundle(dashboard: Dashboard, opened: Opens) -> None:
    page = opened(dashboard)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zona Integritas 2026")
    page.get_by_role("link", name="Naskah", exact=True).click()
    choose(page, "Keputusan renaksi", "Bundel")
    page.get_by_role("button", name="Buat yang dipilih").click()
    made(page)

    page.get_by_role("link", name="Kembali ke daftar naskah").click()
    page.locator("summary", has_text="Keputusan renaksi").click()
    page.get_by_role("link", name="Lihat Bundel").click()
    pictures = page.locator("#pratinjau img")
    expect(pictures.first).to_have_attribute("alt", re.compile(r"Halaman 1 dari \d+"))
    expect(pictures.first).to_have_js_property("naturalWidth", 1000)
    with page.expect_download() as download:
        page.locator("#pratinjau").get_by_role("link", name="Unduh PDF").click()
    bundle = dashboard.year / "bundel" / "keputusan-renaksi.pdf"
    assert Path(download.value.path()).read_bytes() == bundle.read_bytes()


def test_all_that_was_made_as_one_zip(dashboard: Dashboard, opened: Opens) -> None:
    page = opened(dashboard, "/naskah")
    choose(page, "Keputusan renaksi", "Keputusan")
    page.get_by_role("button", name="Buat yang dipilih").click()
    made(page)
    page.goto(f"{dashboard.base}/naskah")
    archives = []
    for _ in range(2):
        with page.expect_download() as download:
            page.get_by_role("button", name="Unduh sebagai ZIP").click()
        archives.append(Path(download.value.path()))
    names = zipfile.ZipFile(archives[0]).namelist()
    assert names == ["keputusan/renaksi-asli.docx", "keputusan/renaksi-asli.pdf"]
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in archives}) == 1


def test_nothing_chosen_is_said(dashboard: Dashboard, opened: Opens) -> None:
    page = opened(dashboard, "/naskah")
    # What is written in capitals stays so.
    expect(page.get_by_role("heading", name="Peta nilai LKE", exact=True)).to_be_visible()
    page.get_by_role("button", name="Buat yang dipilih").click()
    expect(page.get_by_role("alert")).to_have_text("Pilihlah sedikitnya satu naskah.")
    page.get_by_role("button", name="Unduh sebagai ZIP").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum ada berkas untuk diunduh")


def test_a_run_that_is_called_off_leaves_nothing(dashboard: Dashboard, opened: Opens) -> None:
    page = opened(dashboard, "/naskah")
    page.get_by_role("button", name="Buat semua naskah setahun").click()
    expect(page.locator("#kerja")).to_be_visible()
    page.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".hasil")).to_contain_text("Dibatalkan.", timeout=30_000)
    assert not list(dashboard.year.rglob("*.pdf"))
    assert not list(dashboard.year.rglob("*.docx"))
    assert not (dashboard.year / ".pemegang.json").exists()


def test_two_tabs_and_one_run(dashboard: Dashboard, opened: Opens) -> None:
    """The second tab sees what the first one started, and cannot start another beside it."""
    first = opened(dashboard, "/naskah")
    second = first.context.new_page()
    second.goto(f"{dashboard.base}/naskah")
    first.get_by_role("button", name="Buat semua naskah setahun").click()
    expect(second.locator("#kerja")).to_be_visible()
    expect(second.locator("#kerja")).to_contain_text("Membuat semua naskah")
    # It names the paper, and moves by the second.
    details = second.locator("#kerja [data-kerja=rinci]")
    expect(details).to_contain_text("Menyusun naskah", timeout=30_000)
    expect(details).to_contain_text("Keputusan renaksi")
    before = details.inner_text()
    expect(details).not_to_have_text(before, timeout=3_000)
    second.get_by_role("button", name="Buat semua naskah setahun").click()
    expect(second.locator("main")).to_contain_text("“Membuat semua naskah” masih berjalan.")
    first.get_by_role("button", name="Batalkan").click()
    expect(first.locator(".hasil")).to_contain_text("Dibatalkan.", timeout=30_000)


def test_what_is_made_on_request_is_not_chosen_with_all(
    dashboard: Dashboard, opened: Opens
) -> None:
    """An invitation for each person is asked for by itself, and not counted as lacking."""
    page = opened(dashboard, "/naskah")
    part = page.locator("#rapat-R-01")
    expect(part.locator("summary").first).to_have_text(re.compile(r"kosong 6\s*$"))
    part.locator("summary").first.click()
    part.get_by_label("Semuanya").first.check()
    invitations = part.locator("#rapat-R-01-diminta")
    expect(invitations.locator("input[name=naskah]:checked")).to_have_count(0)
    expect(part.locator("input[name=naskah]:checked")).to_have_count(6)
    invitations.locator("summary").click()
    expect(invitations).to_contain_text("Undangan untuk")


def test_a_run_of_the_command_line_goes_first(dashboard: Dashboard, opened: Opens) -> None:
    """The page and the command line share one lock: the page says who has it."""
    page = opened(dashboard, "/naskah")
    with lock_folder(dashboard.year):
        choose(page, "Keputusan renaksi", "Keputusan")
        page.get_by_role("button", name="Buat yang dipilih").click()
        expect(page.locator(".hasil")).to_contain_text("Gagal.", timeout=MAKING_MILLISECONDS)
        expect(page.locator("main")).to_contain_text("sedang dikerjakan oleh proses")


def test_a_file_that_was_altered_is_no_fault_of_the_page(
    dashboard: Dashboard, opened: Opens
) -> None:
    page = opened(dashboard, "/naskah")
    choose(page, "Keputusan renaksi", "Keputusan")
    page.get_by_role("button", name="Buat yang dipilih").click()
    made(page)
    paper = dashboard.year / "keputusan" / "renaksi-asli.pdf"
    paper.write_bytes(b"bukan PDF")
    page.goto(f"{dashboard.base}/naskah/lihat?nama=keputusan/renaksi-asli")
    expect(page.locator("main")).to_contain_text("belum mempunyai PDF yang dapat ditampilkan")
