"""Usable by everyone: screen readers, the keyboard, a telephone, without scripts, on paper."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.cases.realisations import entries
from tests.cases.revisions import changed, revised_year
from tests.page.conftest import MAKING_MILLISECONDS, SOURCE, Dashboard, Opens, serving
from zi_docs.pdf.readers import opened_pdf

PAGES = ("/", "/bulan/3", "/temuan", "/naskah", "/masukan", "/bukti", "/tindak-lanjut",
         "/perubahan", "/nilai", "/impor", "/buku-kerja")  # fmt: skip
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# As many as there are of a kind tell no more than a few do.
_FEW_PARTS = 8


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The page of an office that has reported, met and revised its plan."""
    folder = tmp_path_factory.mktemp("sibuk")
    book = revised_year(folder / "source", SOURCE)
    months = {f"RA-{number:03d}": frozenset({1, 2, 3, 6}) for number in (1, 2, 4, 6, 7)}
    changed(
        book,
        folder / "source" / "zi-2026.xlsx",
        lambda rows: rows["realisasi"].extend(entries(months)),
    )
    book.unlink()
    with serving(folder) as served:
        yield served


def open_parts(page: Page) -> None:
    """Open the closed parts of a page, so that what is in them is looked at too."""
    page.evaluate(
        "most => [...document.querySelectorAll('details')].slice(0, most)"
        ".forEach(part => part.open = true)",
        _FEW_PARTS,
    )


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])
def test_axe_finds_nothing(busy: Dashboard, opened: Opens, size: dict[str, int]) -> None:
    page = opened(busy, viewport=size)
    faults = {}
    for path in PAGES:
        page.goto(busy.base + path)
        open_parts(page)
        results = Axe().run(page)
        if results.violations_count:
            faults[path] = [
                f"{each['id']}: {each['nodes'][0]['html']}"
                for each in results.response["violations"]
            ]
    assert faults == {}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_telephone(busy: Dashboard, opened: Opens, path: str) -> None:
    page = opened(busy, path, viewport=PHONE)
    open_parts(page)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_the_keyboard_reaches_the_content_and_every_page(busy: Dashboard, opened: Opens) -> None:
    page = opened(busy)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Rinciannya")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nilai LKE")


def test_a_paper_is_made_and_looked_at_without_scripts(busy: Dashboard, opened: Opens) -> None:
    page = opened(busy, "/naskah", java_script_enabled=False)
    part = page.locator("details", has=page.locator("summary", has_text="Keputusan renaksi")).first
    part.locator("summary").click()
    part.get_by_label("Keputusan", exact=True).check()
    page.get_by_role("button", name="Buat yang dipilih").click()
    expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=MAKING_MILLISECONDS)
    page.get_by_role("link", name="Lihat Keputusan Keputusan renaksi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Keputusan")
    assert page.locator("img").count() > 5


def test_the_year_prints_on_two_pages(busy: Dashboard, opened: Opens) -> None:
    page = opened(busy)
    with opened_pdf(page.pdf(format="A4", landscape=True)) as printed:
        words = [printed[n].get_textpage().get_text_range() for n in range(len(printed))]
    assert len(words) <= 2
    assert "Rencana aksi per bulan" in words[0]
    # What is only to be clicked is not on paper.
    assert not any("Pemeriksaan\r\nNaskah" in text for text in words)


@pytest.mark.skipif(
    not {"ZI_UJI_LAMA", "ZI_PICTURES"} & os.environ.keys(), reason="long: make test-lama"
)
def test_pictures_of_every_page(busy: Dashboard, opened: Opens) -> None:
    """To look at, where `ZI_PICTURES` names a folder; else only that each page can be drawn."""
    folder = os.environ.get("ZI_PICTURES")
    for name, size in (("1280", DESK), ("390", PHONE)):
        page = opened(busy, viewport=size)
        for path in PAGES:
            page.goto(busy.base + path)
            picture = page.screenshot(full_page=False)
            if folder:
                stem = path.strip("/").replace("/", "-") or "tahun"
                Path(folder, f"{stem}-{name}.png").write_bytes(picture)
            assert picture.startswith(b"\x89PNG")
