"""A year of an office through the page alone; only the workbook is written in, as in Excel.

From the five questions to the decree that revises the plan: nobody opens a terminal.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.cases.answers import fill
from tests.cases.revisions import changed
from tests.cases.staffed import staffed
from tests.page.conftest import MAKING_MILLISECONDS, Dashboard, Opens, serving
from zi_docs.text import RichText
from zi_docs.workbook.writing.rewrite import WorkbookRows

pytestmark = pytest.mark.skipif("ZI_UJI_LAMA" not in os.environ, reason="long: make test-lama")
_FEW = tuple(f"RA-{number:03d}" for number in range(1, 7))
NAMES = {
    "1. Nama kantor": "KPU Kabupaten Contoh",
    "2. Tempat": "Kota Contoh",
    "3. Tahun": "2026",
    "4. Nama Ketua": "Siti Contoh, S.H.",
    "5. Nama Sekretaris": "Budi Contoh, S.E.",
}


def in_excel(served: Dashboard, folder: Path, change: Callable[[WorkbookRows], None]) -> None:
    """Change rows of the workbook and save it, as Excel does: a new file takes its place."""
    changed(served.source, folder / "disimpan.xlsx", change).replace(served.source)


def decreed(rows: WorkbookRows) -> None:
    """A short plan, its decree numbered and dated, and a meeting about it."""
    rows["rencana_aksi"] = [row for row in rows["rencana_aksi"] if row["id"] in _FEW]
    decree = next(row for row in rows["keputusan"] if row["id"] == "renaksi")
    decree |= {"nomor": "10", "tanggal": date(2026, 1, 22)}
    rows["rapat"].append(
        {
            "id": "R-01", "acara": "Sosialisasi Rencana Aksi", "tanggal": date(2026, 1, 27),
            "mulai": time(9, 0), "selesai": time(11, 0), "tempat": "Ruang Rapat",
            "pimpinan": "KETUA", "notulis": "KSB-KUL", "undangan": "Komisioner",
        }
    )  # fmt: skip


def noted(rows: WorkbookRows) -> None:
    """What the meeting came to."""
    (meeting,) = rows["rapat"]
    meeting |= {
        "pembahasan": RichText.of("Rencana aksi dibahas."),
        "kesimpulan": RichText.of("Rencana aksi disepakati."),
        "hadir": "KETUA, SEKRETARIS",
    }


def revised(rows: WorkbookRows) -> None:
    """A target that has to change after the plan was signed."""
    next(row for row in rows["rencana_aksi"] if row["id"] == "RA-001")["target"] = "2 dokumen"
    rows["revisi"].append(
        {
            "id": "renaksi-p1", "keputusan": "renaksi", "nomor": "24",
            "tanggal": date(2026, 4, 1), "alasan": RichText.of("target perlu disesuaikan"),
        }
    )  # fmt: skip


def make(page: Page, topic: str, *papers: str) -> None:
    """Make papers of a topic by clicks; without a paper all of it."""
    page.get_by_role("navigation", name="Halaman").get_by_role("link", name="Naskah").click()
    part = page.locator(f"[id='{topic}']")
    part.locator("summary").first.click()
    for paper in papers:
        part.get_by_label(paper, exact=True).check()
    if not papers:
        part.get_by_label("Semuanya").first.check()
    page.get_by_role("button", name="Buat yang dipilih").click()
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)


def hand_in(page: Page, field: str, files: Path | list[Path], button: str) -> None:
    """Drop files on the page of what comes in."""
    page.get_by_label(field).set_input_files(files)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=60_000)


def scanned(pdf: Path, target: Path) -> Path:
    """The paper as it comes out of a scanner: pictures of its pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=1).to_pil().convert("L") for page in document]
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:])
    return target


def board(page: Page, dashboard: Dashboard) -> Page:
    page.goto(dashboard.base)
    return page


def test_a_staff_year(tmp_path: Path, opened: Opens) -> None:
    folder, desk = tmp_path / "kantor", tmp_path / "meja"
    (folder / "source").mkdir(parents=True)
    desk.mkdir()
    with serving(folder, "--sumber", "source/zi-2026.xlsx") as dashboard:
        page = opened(dashboard)

        # Five questions give the workbook.
        page.get_by_role("link", name="Mulai buku kerja").click()
        for question, answer in NAMES.items():
            page.get_by_label(question).fill(answer)
        page.get_by_role("button", name="Buat buku kerja").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Buku kerja dibuat")
        page.get_by_role("link", name="Buka tahun ini").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("KPU Kabupaten Contoh")

        # The decree with its bundle, and the team.
        in_excel(dashboard, desk, decreed)
        staffed(dashboard.source, desk / "staf.xlsx").replace(dashboard.source)
        make(page, "keputusan-renaksi")
        make(page, "sk-sk-tim-kerja")
        decree = dashboard.year / "keputusan" / "renaksi-asli.pdf"
        assert decree.is_file()
        assert (dashboard.year / "bundel" / "keputusan-renaksi.pdf").is_file()
        stages = board(page, dashboard).get_by_role("row", name="Keputusan renaksi")
        expect(stages).to_contain_text("siap tanda tangan")

        # It comes back signed, and is locked.
        page.get_by_role("link", name="Berkas masuk").click()
        page.get_by_label("Naskah", exact=True).select_option("renaksi")
        hand_in(page, "Hasil pindai", scanned(decree, desk / "pindai.pdf"), "Simpan dan kunci")
        stages = board(page, dashboard).get_by_role("row", name="Keputusan renaksi")
        expect(stages).to_contain_text("ditandatangani")

        # A meeting: invited, photographed, noted, reported.
        make(page, "rapat-R-01", "Undangan", "Daftar Hadir")
        Image.new("RGB", (800, 600), "navy").save(desk / "rapat.jpg")
        page.get_by_role("link", name="Berkas masuk").click()
        hand_in(page, "Foto (JPEG atau PNG)", desk / "rapat.jpg", "Masukkan foto")
        in_excel(dashboard, desk, noted)
        make(page, "rapat-R-01", "Notula", "Dokumentasi")
        assert (dashboard.year / "rapat" / "R-01" / "notula.pdf").is_file()

        # A form goes out, comes back filled in, and its figure stands on the board.
        make(page, "monev-2026-01", "Formulir isian I MANAJEMEN PERUBAHAN")
        form = next((dashboard.year / "monev" / "2026-01").glob("*.xlsx"))
        answered = desk / "terisi.xlsx"
        answered.write_bytes(form.read_bytes())
        fill(answered, {("RA-001", 1): {"Realisasi (%)": 100, "Bukti dukung": "Ada"}})
        page.get_by_role("link", name="Berkas masuk").click()
        hand_in(page, "Formulir monev (XLSX)", answered, "Masukkan formulir")
        expect(board(page, dashboard).locator("main")).to_contain_text(
            "langkah terencana, 1 selesai"
        )

        # Evidence of the row, and the recap of the quarter.
        (desk / "SK.pdf").write_bytes(b"%PDF-1.4 isi")
        page.goto(f"{dashboard.base}/bukti#RA-001")
        hand_in(page, "Berkas bukti RA-001", desk / "SK.pdf", "Masukkan bukti RA-001")
        make(page, "rekap-2026-tw1")
        assert (dashboard.year / "monev" / "2026-tw1" / "rekap-capaian.pdf").is_file()

        # The plan is revised: what was signed stays, and a decree of its own changes it.
        in_excel(dashboard, desk, revised)
        page.get_by_role("link", name="Perubahan").click()
        expect(page.locator("ins")).to_contain_text(["2 dokumen"])
        page.get_by_role("button", name="Buat keputusan dan matriksnya renaksi-p1").click()
        expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)
        assert (dashboard.year / "keputusan" / "renaksi-p1-asli.pdf").is_file()
        amended = board(page, dashboard).get_by_role("row", name="Keputusan perubahan renaksi-p1")
        expect(amended).to_contain_text("siap tanda tangan")

        # Everything of the year as one archive.
        page.get_by_role("link", name="Naskah", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Unduh sebagai ZIP").click()
        assert Path(download.value.path()).stat().st_size > 100_000
