"""What the pictures show, in the order in which the year comes to it.

Each scene brings the page to where a reader of the guide is at that step, and tells which parts to
show. Scenes share one office: what one makes, the next ones find.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from playwright.sync_api import Locator, Page, expect

from tests.cases.revisions import changed
from tools.guide_pictures.example_office import scan_of_a_paper
from zi_docs.workbook.writing.rewrite import WorkbookRows

MAKING_MILLISECONDS = 300_000
_ANSWER_MILLISECONDS = 60_000


@dataclass(frozen=True)
class Stage:
    """The page of an office, its address, and a folder for files to drop in."""

    page: Page
    base: str
    office: Path
    scratch: Path

    def show(self, path: str) -> Locator:
        """Go to a page; its main part."""
        self.page.goto(self.base + path)
        return self.page.locator("main")


Scene = Callable[[Stage], Sequence[Locator]]


def this_year(stage: Stage) -> Sequence[Locator]:
    """The board."""
    stage.show("/")
    return [stage.page.locator("body")]


def month(stage: Stage) -> Sequence[Locator]:
    """The steps of a month."""
    main = stage.show("/bulan/6")
    return [main.locator("h1"), main.locator("section").nth(1)]


def findings(stage: Stage) -> Sequence[Locator]:
    """What is wrong at which cell, and one about to be accepted."""
    main = stage.show("/temuan?bobot=peringatan")
    first = main.locator("article").first
    first.locator("summary").click()
    first.get_by_label("Alasan").fill("Dilaksanakan bila ada pengaduan")
    first.get_by_label("Alasan").blur()
    return [main.locator("h1"), main.locator("article").nth(2)]


def saved(stage: Stage) -> Sequence[Locator]:
    """What the page says when the workbook is saved in Excel."""
    main = stage.show("/")
    stage.page.wait_for_timeout(1500)
    path = stage.office / "source" / "zi-2026.xlsx"
    changed(path, stage.scratch / "disimpan.xlsx", _another_room).replace(path)
    news = main.locator("#kabar")
    expect(news).to_be_visible(timeout=_ANSWER_MILLISECONDS)
    return [news]


def _another_room(rows: WorkbookRows) -> None:
    next(row for row in rows["rapat"] if row["id"] == "R-19")["tempat"] = "Aula Lantai 1"


def papers(stage: Stage) -> Sequence[Locator]:
    """The list of papers, with some chosen."""
    main = stage.show("/naskah")
    decree = main.locator("#keputusan-renaksi")
    decree.locator("summary").click()
    for paper in ("Keputusan", "Bundel"):
        decree.get_by_label(paper, exact=True).check()
    return [main.locator("h1"), main.locator("#sk-sk-agen-perubahan")]


def making(stage: Stage) -> Sequence[Locator]:
    """Papers being made; then those of a decree and of a meeting, for the pictures to come."""
    main = stage.show("/naskah")
    meeting = main.locator("#rapat-R-19")
    for topic in (main.locator("#keputusan-renaksi"), main.locator("#rapat-R-04"), meeting):
        topic.locator("summary").first.click()
        topic.get_by_label("Semuanya").first.check()
    stage.page.get_by_role("button", name="Buat yang dipilih").click()
    bar = main.locator("#kerja")
    expect(bar.locator("[data-kerja=rinci]")).to_contain_text("sisa", timeout=MAKING_MILLISECONDS)
    return [main.locator("#kerja")]


def made(stage: Stage) -> Sequence[Locator]:
    """What was made."""
    main = stage.page.locator("main")
    expect(main.locator(".hasil")).to_contain_text("Selesai", timeout=MAKING_MILLISECONDS)
    # The page goes there by itself once more when it hears of the end.
    stage.page.wait_for_timeout(1500)
    stage.page.reload()
    return [main.locator("h1"), main.locator("ul.daftar li").nth(3)]


def preview(stage: Stage) -> Sequence[Locator]:
    """The pages of a decree beside the list."""
    main = stage.show("/naskah")
    main.locator("#keputusan-renaksi summary").click()
    main.get_by_role("link", name="Lihat Keputusan Keputusan renaksi", exact=True).click()
    _wait_for_pictures(stage.page)
    return [stage.page.locator("body")]


def meeting(stage: Stage) -> Sequence[Locator]:
    """The papers of a meeting, with its photos."""
    main = stage.show("/naskah")
    main.locator("#rapat-R-04 > summary").click()
    main.locator("#rapat-R-04").get_by_role("link", name="Lihat Dokumentasi").click()
    _wait_for_pictures(stage.page)
    main.locator("#rapat-R-04").evaluate("each => each.scrollIntoView()")
    stage.page.mouse.wheel(0, -40)
    stage.page.wait_for_timeout(300)
    return [stage.page.locator("body")]


def _wait_for_pictures(page: Page) -> None:
    first = page.locator("#pratinjau img").first
    expect(first).not_to_have_js_property("naturalWidth", 0, timeout=_ANSWER_MILLISECONDS)
    page.wait_for_timeout(300)


def dropped(stage: Stage) -> Sequence[Locator]:
    """Files put into the box for forms."""
    main = stage.show("/masukan")
    names = ("Formulir Juli Area I.xlsx", "Formulir Juli Area II.xlsx")
    for name in names:
        openpyxl.Workbook().save(stage.scratch / name)
    main.get_by_label("Formulir monev (XLSX)").set_input_files([stage.scratch / n for n in names])
    return [main.locator("h1"), main.locator("section").nth(1)]


def refused(stage: Stage) -> Sequence[Locator]:
    """A file that is no form, with the reason."""
    main = stage.show("/masukan")
    openpyxl.Workbook().save(stage.scratch / "Daftar Belanja.xlsx")
    main.get_by_label("Formulir monev (XLSX)").set_input_files(
        stage.scratch / "Daftar Belanja.xlsx"
    )
    stage.page.get_by_role("button", name="Masukkan formulir").click()
    expect(main.locator(".hasil")).to_contain_text("Belum berhasil", timeout=_ANSWER_MILLISECONDS)
    return [main.locator("h1"), main.locator("> p").last]


def signed(stage: Stage) -> Sequence[Locator]:
    """A signed scan about to be taken in."""
    main = stage.show("/masukan")
    part = main.locator("section[aria-labelledby=tandatangan]")
    part.get_by_label("Naskah", exact=True).select_option("renaksi")
    scan = scan_of_a_paper(stage.scratch / "Keputusan 10 Tahun 2026.pdf")
    part.get_by_label("Hasil pindai").set_input_files(scan)
    part.scroll_into_view_if_needed()
    part.evaluate("each => each.scrollIntoView()")
    return [part]


def evidence(stage: Stage) -> Sequence[Locator]:
    """What evidence a row asks for, and what is there."""
    main = stage.show("/bukti#RA-001")
    stage.page.wait_for_timeout(300)
    stage.page.evaluate("scrollTo(0, document.getElementById('area-1').offsetTop - 16)")
    return [main.locator("#area-1"), main.locator("#RA-001")]


def changes(stage: Stage) -> Sequence[Locator]:
    """Semula and menjadi."""
    main = stage.show("/perubahan")
    return [main.locator("h1"), main.locator("section").nth(1)]


def score(stage: Stage) -> Sequence[Locator]:
    """What the plan can score."""
    main = stage.show("/nilai")
    return [main.locator("h1"), main.locator("section[aria-labelledby=area]")]


SCENES: Mapping[str, Scene] = {
    "tahun-ini": this_year,
    "bulan": month,
    "pemeriksaan": findings,
    "tersimpan": saved,
    "naskah": papers,
    "membuat": making,
    "selesai": made,
    "pratinjau": preview,
    "rapat": meeting,
    "berkas-masuk": dropped,
    "ditolak": refused,
    "tandatangan": signed,
    "bukti": evidence,
    "perubahan": changes,
    "nilai": score,
}


def beginning(stage: Stage) -> Sequence[Locator]:
    """The five questions of an office that has no workbook yet."""
    main = stage.show("/buku-kerja")
    main.get_by_label("1. Nama kantor").fill("KPU Kabupaten Contoh")
    main.get_by_label("1. Nama kantor").blur()
    return [main.locator("h1"), main.get_by_role("button", name="Buat buku kerja")]
