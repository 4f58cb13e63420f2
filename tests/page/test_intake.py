"""What is dropped on the page: a filled form, photos, evidence, a signed scan."""

from __future__ import annotations

import zipfile
from pathlib import Path
from shutil import copyfile

import openpyxl
from PIL import Image
from playwright.sync_api import Page, expect

from tests.cases.answers import fill
from tests.page.conftest import MAKING_MILLISECONDS, Dashboard, Opens


def make(page: Page, served: Dashboard, topic: str, paper: str) -> None:
    """Make a paper by clicks; `topic` is where it stands on the page."""
    page.goto(f"{served.base}/naskah#{topic}")
    page.locator(f"[id='{topic}']").get_by_label(paper, exact=True).check()
    page.get_by_role("button", name="Buat yang dipilih").click()
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)


def done(page: Page) -> None:
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=30_000)


def filled_form(path: Path, target: Path) -> Path:
    """The form as a colleague sends it back: its first row done, evidence there."""
    copyfile(path, target)
    fill(target, {("RA-001", 1): {"Realisasi (%)": 100, "Bukti dukung": "Ada"}})
    return target


def test_a_filled_form_and_its_figure_on_the_board(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard)
    expect(page.locator("main")).to_contain_text("langkah terencana, 0 selesai")
    make(page, dashboard, "monev-2026-01", "Formulir isian I MANAJEMEN PERUBAHAN")
    form = filled_form(next((dashboard.year / "monev").rglob("*.xlsx")), tmp_path / "terisi.xlsx")
    page.goto(f"{dashboard.base}/masukan")
    page.get_by_label("Formulir monev (XLSX)").set_input_files(form)
    page.get_by_role("button", name="Masukkan formulir").click()
    done(page)
    page.get_by_role("link", name="Tahun ini").click()
    expect(page.locator("main")).to_contain_text("langkah terencana, 1 selesai")
    assert len(list((dashboard.folder / "source" / "realisasi").rglob("*.xlsx"))) == 1


def test_what_is_no_form_is_refused_and_says_why(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "daftar belanja.xlsx")
    page = opened(dashboard, "/masukan")
    page.get_by_label("Formulir monev (XLSX)").set_input_files(tmp_path / "daftar belanja.xlsx")
    page.get_by_role("button", name="Masukkan formulir").click()
    expect(page.locator(".hasil")).to_contain_text("Belum berhasil.", timeout=30_000)
    expect(page.locator(".temuan .sel")).to_have_text("daftar belanja.xlsx")
    expect(page.locator(".temuan .pesan")).to_contain_text("Pakailah formulir dari menu Naskah.")
    assert not (dashboard.folder / "source" / "realisasi").exists()


def test_photos_of_a_meeting(dashboard: Dashboard, opened: Opens, tmp_path: Path) -> None:
    for name, colour in {"depan.jpg": "navy", "..belakang:<x>.jpg": "maroon"}.items():
        Image.new("RGB", (800, 600), colour).save(tmp_path / name)
    page = opened(dashboard, "/masukan")
    page.get_by_label("Rapat", exact=True).select_option("R-02")
    page.get_by_label("Foto (JPEG atau PNG)").set_input_files(sorted(tmp_path.glob("*.jpg")))
    page.get_by_role("button", name="Masukkan foto").click()
    done(page)
    photos = sorted(p.name for p in (dashboard.folder / "source" / "rapat" / "R-02").iterdir())
    assert photos == ["belakang-x.jpg", "depan.jpg"]


def test_evidence_of_a_row(dashboard: Dashboard, opened: Opens, tmp_path: Path) -> None:
    (tmp_path / "SK Tim.pdf").write_bytes(b"%PDF-1.4 isi")
    page = opened(dashboard, "/bukti#RA-001")
    row = page.locator("#RA-001")
    expect(row).to_contain_text("Diminta rencana aksi")
    row.get_by_label("Berkas bukti RA-001").set_input_files(tmp_path / "SK Tim.pdf")
    row.get_by_role("button", name="Masukkan bukti").click()
    done(page)
    page.get_by_role("link", name="Kembali ke bukti dukung").click()
    expect(page.locator("#RA-001")).to_contain_text("SK Tim.pdf")
    expect(page.locator("#RA-001 summary .keadaan")).to_have_text("ada")
    expect(page.locator("#RA-001")).to_contain_text("SK Tim Kerja ZI")
    page.get_by_role("button", name="Susun dosir baru").click()
    done(page)
    page.get_by_role("link", name="Kembali ke bukti dukung").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="area-1.zip").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.namelist() == ["PPA1A PPA1B/RA-001/SK Tim.pdf"]


def test_a_finding_is_accepted_and_taken_back(dashboard: Dashboard, opened: Opens) -> None:
    page = opened(dashboard, "/temuan")
    finding = page.locator("article", has_text="RA-005 belum mempunyai target")
    finding.get_by_text("Terima temuan ini").click()
    finding.get_by_label("Alasan").fill("Dilaksanakan bila ada pengaduan")
    finding.get_by_role("button", name="Terima").click()
    accepted = page.locator("article", has_text="Dilaksanakan bila ada pengaduan")
    expect(accepted).to_contain_text("RA-005", timeout=30_000)
    expect(page.locator("article", has_text="RA-005 belum mempunyai target")).to_have_count(1)
    accepted.get_by_role("button", name="Batalkan penerimaan").click()
    expect(page.get_by_role("heading", name="Yang sudah diterima")).to_have_count(0, timeout=30_000)


def test_a_signed_scan_that_does_not_fit_is_refused(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard)
    make(page, dashboard, "keputusan-renaksi", "Keputusan")
    (tmp_path / "pindai.pdf").write_bytes(b"%PDF-1.4 rusak")
    page.goto(f"{dashboard.base}/masukan")
    page.get_by_label("Naskah", exact=True).select_option("renaksi")
    page.get_by_label("Hasil pindai").set_input_files(tmp_path / "pindai.pdf")
    page.get_by_role("button", name="Simpan dan kunci").click()
    expect(page.locator(".temuan").first).to_contain_text("TTD-BERKAS", timeout=30_000)
    expect(page.locator(".temuan").first).to_contain_text("tidak dapat dibaca sebagai PDF")


def test_a_bomb_hurts_nobody_and_is_named(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    """A small file that would unpack to hundreds of megabytes."""
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (400 * 1024 * 1024))
    page = opened(dashboard, "/masukan")
    page.get_by_label("Formulir monev (XLSX)").set_input_files(tmp_path / "bom.xlsx")
    page.get_by_role("button", name="Masukkan formulir").click()
    expect(page.locator(".hasil")).to_contain_text("Belum berhasil.", timeout=60_000)
    expect(page.locator(".temuan").first).to_contain_text("WB-BOM")
    page.get_by_role("link", name="Kembali ke berkas masuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Berkas masuk")
