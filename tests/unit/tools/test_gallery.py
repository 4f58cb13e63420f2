"""The gallery sorts papers by kind and lays their pages side by side."""

from pathlib import Path

import pytest

from tests.cases.signing import text_pdf
from tools.gallery.contact_sheet import contact_sheet
from tools.gallery.papers import by_kind


def test_of_every_kind_the_longest_paper_is_shown(tmp_path: Path) -> None:
    for name, pages in (
        ("rapat/R-01/undangan.pdf", 1),
        ("rapat/R-02/undangan.pdf", 2),
        ("monev/2026-03/area-1.pdf", 1),
        ("monev/2026-03/area-4.pdf", 3),
        ("monev/2026-tw1/area-1.pdf", 1),
        ("monev/2026/area-1.pdf", 1),
        ("keputusan/sk-tim-kerja-asli.pdf", 1),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text_pdf(*["halaman"] * pages))
    assert {kind: str(pdf.relative_to(tmp_path)) for kind, pdf in by_kind(tmp_path).items()} == {
        "keputusan-sk-tim-kerja-asli": "keputusan/sk-tim-kerja-asli.pdf",
        "monev-bulan-area": "monev/2026-03/area-4.pdf",
        "monev-tahun-area": "monev/2026/area-1.pdf",
        "monev-tw-area": "monev/2026-tw1/area-1.pdf",
        "rapat-undangan": "rapat/R-02/undangan.pdf",
    }


@pytest.mark.parametrize(("pages", "most", "rows"), [(1, 24, 1), (5, 24, 2), (9, 4, 1)])
def test_pages_stand_in_rows_of_four(tmp_path: Path, pages: int, most: int, rows: int) -> None:
    paper = tmp_path / "notula.pdf"
    paper.write_bytes(text_pdf(*["halaman"] * pages))
    one_row = contact_sheet(paper, "Notula", 1).height
    sheet = contact_sheet(paper, "Notula", most)
    page_and_gap = one_row - 44
    assert sheet.height == 44 + rows * page_and_gap
    assert sheet.width == 16 + min(pages, most, 4) * (620 + 16)
