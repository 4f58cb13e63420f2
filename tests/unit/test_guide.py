"""The guide for staff shows and names what there is: pictures, links, menus and buttons."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from zi_docs.web.layout import NAVIGATION
from zi_docs.workbook.sheets import SHEETS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDES = sorted(DOCS.glob("panduan*.md"))
PICTURES = DOCS / "img" / "panduan"
MOST_BYTES = 120 * 1024
# What is bold without being a word of the page: steps of a list, and the systems.
STEPS = {
    "Windows", "Linux", "Membetulkan", "Menerima", "Mengerjakannya di Excel", "Jadwal.",
    "Undangan dan daftar hadir.", "Foto.", "Sesudah rapat.", "Keluar.", "Diisi.", "Masuk.",
    "Butir yang belum dilayani", "Lembar jawaban", "Peta nilai", "Catatan penilai",
    "ID jangan diubah", "Rencana yang sudah ada dalam tabel lain",
    "Naskah yang Anda ubah sendiri di Word tidak pernah ditimpa",
}  # fmt: skip

# Papers, and what the page puts together of parts.
PAPERS = {"Bundel", "Salinan keputusan", "Unduh DOCX", "Unduh PDF", "Temuan"}


def words(text: str) -> str:
    return " ".join(text.split())


def anchors(path: Path) -> set[str]:
    """The places of a document to which a link may lead."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    kept = [c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LN"]
    return "".join(kept).replace(" ", "-")


def on_the_page() -> str:
    """Every word of the layouts and of the script, as a reader sees them."""
    web = ROOT / "zi_docs" / "web"
    files = [*web.glob("layouts/*.html"), *web.glob("static/*.js")]
    return words(" ".join(path.read_text(encoding="utf-8") for path in sorted(files)))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        path = DOCS / file if file else guide
        assert path.is_file(), target
        assert not anchor or anchor in anchors(path), target


def test_every_picture_is_shown_and_small() -> None:
    shown = {
        name
        for guide in GUIDES
        for name in re.findall(r"\(img/panduan/([^)]+)\)", guide.read_text(encoding="utf-8"))
    }
    assert shown == {path.name for path in PICTURES.glob("*")}
    assert [path.name for path in PICTURES.glob("*") if path.stat().st_size > MOST_BYTES] == []


def test_what_is_named_in_bold_is_on_the_page() -> None:
    """A menu, button or heading has the same name in the guide as on the page."""
    page = on_the_page()
    known = {name for _, name in NAVIGATION} | {sheet.title for sheet in SHEETS} | PAPERS
    text = (DOCS / "panduan.md").read_text(encoding="utf-8")
    named = {words(name) for name in re.findall(r"\*\*([^*]+)\*\*", text)}
    assert {name for name in named - known - STEPS if name not in page} == set()


def test_what_the_window_says_is_what_the_file_says() -> None:
    """The passages of the guide for Windows that stand for its window are those of zi.bat."""
    batch = (ROOT / "zi.bat").read_text(encoding="utf-8")
    blocks = re.findall(
        r"```text\n(.*?)```", (DOCS / "panduan-windows.md").read_text(encoding="utf-8"), re.DOTALL
    )
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) > 5
    assert [line for line in lines if f"echo {line}" not in batch] == []
