"""The sheet of photos: as many frames as photos, six landscape or four upright ones a page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from tests.cases.meetings import meeting, year
from tests.cases.pdf import page_texts
from tests.cases.products import named, products
from tests.cases.workshops import make, real_office
from zi_docs.model import Photo
from zi_docs.papers.dokumentasi import documentation
from zi_docs.product import Family
from zi_docs.text import Picture

LANDSCAPE, UPRIGHT, WIDE, TALL = (79.0, 59.25), (71.25, 95.0), (79.0, 26.0), (32.0, 95.0)


def photo(size: tuple[float, float] = LANDSCAPE, caption: str = "Sambutan") -> Photo:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(buffer, "JPEG")
    return Photo(Picture(buffer.getvalue(), size[1], size[0]), caption)


def rows(*photos: Photo) -> list[tuple[str, ...]]:
    """The captions row by row."""
    (page,) = documentation(year(), meeting(photos=photos)).context["halaman"]  # type: ignore[misc]
    return [
        tuple(frame["keterangan"] for frame in (row["kiri"], row["kanan"]) if frame)
        for row in page["baris"]
    ]


def sizes(*photos: Photo) -> list[tuple[float, float]]:
    (page,) = documentation(year(), meeting(photos=photos)).context["halaman"]  # type: ignore[misc]
    return [(f["gambar"].width_mm, f["gambar"].height_mm) for f in page["foto"]]


def test_every_photo_has_a_frame_and_no_frame_is_empty() -> None:
    one, two, three = (f"Foto {number}. Sambutan" for number in (1, 2, 3))
    assert rows(photo()) == [(one,)]
    assert rows(photo(), photo()) == [(one,), (two,)]
    assert rows(photo(UPRIGHT), photo(TALL)) == [(one, two)]
    assert rows(photo(), photo(), photo()) == [(one, two), (three,)]


def test_photos_keep_their_shape_and_are_never_enlarged() -> None:
    kinds = [LANDSCAPE, WIDE, UPRIGHT, TALL, LANDSCAPE]
    for before, now in zip(kinds, sizes(*map(photo, kinds)), strict=True):
        assert now[0] / now[1] == pytest.approx(before[0] / before[1], rel=0.01)
        assert now[0] <= before[0]
    # Six a page are lower than four a page.
    assert sizes(*[photo()] * 5)[0][1] < 60
    assert sizes(*[photo(UPRIGHT)] * 5)[0][1] > 80


def test_a_photo_without_words_has_its_number_and_says_the_event_to_screen_readers() -> None:
    (page,) = documentation(year(), meeting(photos=(photo(caption=""),))).context["halaman"]  # type: ignore[misc]
    (frame,) = page["foto"]
    assert frame["keterangan"] == "Foto 1"
    assert frame["gambar"].description == "Foto 1: Rapat Evaluasi Triwulan I"


def test_without_photos_there_are_two_frames_to_paste_on() -> None:
    assert rows() == [("." * 60,), ("." * 60,)]


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("count", "size", "paper", "pages"),
    [(0, LANDSCAPE, "A4", 1), (2, LANDSCAPE, "Letter", 1), (6, LANDSCAPE, "Letter", 1),
     (9, LANDSCAPE, "A4", 2), (9, UPRIGHT, "F4", 3)],
)  # fmt: skip
def test_the_pages_of_the_sheet(
    tmp_path: Path, count: int, size: tuple[float, float], paper: str, pages: int
) -> None:
    long_words = "Penyampaian materi oleh narasumber dari Inspektorat Kabupaten Contoh"
    base = year(meeting(photos=(photo(size, long_words),) * count, acara="Sosialisasi " * 12))
    office = replace(base.office, surat_kertas=paper, alamat="Jalan Contoh 1", surel="a@b.id")
    product = named(products(replace(base, office=office), Family.MEETING), "/dokumentasi")
    built = make([product], real_office(), tmp_path / "tahun")
    docx, pdf = (next(p for p in built.files if p.suffix == end) for end in (".docx", ".pdf"))
    texts = page_texts(pdf)
    assert len(texts) == pages
    assert "".join(texts).count("DOKUMENTASI") == 1
    assert [number for number in range(1, count + 1)
            if f"Foto {number}." not in "".join(texts)] == []  # fmt: skip
    assert len(Document(BytesIO(docx.read_bytes())).inline_shapes) == count
