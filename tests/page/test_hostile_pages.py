"""Cells that look like markup stand on every page as they are read, and add nothing to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.cases.hostile_texts import hostile_book
from tests.page.conftest import Dashboard, office, serving
from tests.page.test_admission import ask

PAGES = ("/", "/bulan/3", "/temuan", "/naskah", "/masukan", "/bukti", "/tindak-lanjut", "/nilai",
         "/buku-kerja")  # fmt: skip
# A name on disk may hold any bytes.
EVIDENCE = (b"<script>alert(1).pdf", b"rusak\xff.pdf", b"\x1b[31mmerah.pdf")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    folder = tmp_path_factory.mktemp("teks")
    book = hostile_book(folder / "zi-2026.xlsx")
    evidence = office(folder / "kantor", book) / "output" / "2026" / "bukti" / "RA-001"
    evidence.mkdir(parents=True)
    for name in EVIDENCE:
        (evidence / name.decode(errors="surrogateescape")).write_bytes(b"%PDF-1.4")
    return dict(shown(folder / "kantor"))


def shown(folder: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    def text(served: Dashboard, path: str) -> html.HtmlElement:
        answer = ask(served, path, Cookie=cookie)
        assert answer.status == 200, path
        return html.fromstring(answer.text.encode(), parser=html.HTMLParser(encoding="utf-8"))

    with serving(folder) as served:
        entry = ask(served, served.entry.removeprefix(served.base))
        cookie = entry.headers["Set-Cookie"].partition(";")[0]
        for path in PAGES:
            yield path, text(served, path)


def test_no_page_has_a_script_of_a_cell(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert [script.get("src") for script in page.iter("script")] == ["/berkas-halaman/zi.js"], (
            path
        )
        assert not [e.tag for e in page.iter() if any(str(n).startswith("on") for n in e.attrib)]
        links = [str(link) for _, _, link, _ in page.iterlinks()]
        assert not [link for link in links if not link.startswith(("/", "#", "http", "?"))], path


def test_pages_show_what_cells_say(pages: dict[str, html.HtmlElement]) -> None:
    text = " ".join(" ".join(page.text_content().split()) for page in pages.values())
    for sample in ("{{ 7*7 }}", "<w:t>", "]]>", "=HYPERLINK(", "alert(1)</script>"):
        assert sample in text, sample
