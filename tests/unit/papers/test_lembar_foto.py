"""The sheet of photos of a row: from the pictures in its folder of evidence, or to paste on."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.cases.plans import plan, rich
from zi_docs.build.unchanged import Sources
from zi_docs.catalog import catalog
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.evidence.row_photos import with_row_photos
from zi_docs.model import Plan
from zi_docs.papers import lembar_foto
from zi_docs.papers.lembar_foto import photos_of_row
from zi_docs.product import Product
from zi_docs.revision.states import Year
from zi_docs.text import Flow


def asking(text: str = "Spanduk dan foto") -> Plan:
    """The small plan whose second row asks for this, and serves an item of the LKE."""
    first, second, *others = plan().activities
    asked = replace(second, bukti=rich(text), lke="PPA4A")
    return replace(plan(), activities=(first, asked, *others))


def sheets(plan: Plan) -> list[Product]:
    topics = catalog(Year(plan)).about([lembar_foto.FAMILY])
    return [product for topic in topics for product in topic.compose()]


def picture(path: Path, size: tuple[int, int] = (800, 600)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = BytesIO()
    Image.new("RGB", size, "teal").save(stream, "JPEG")
    path.write_bytes(stream.getvalue())


def drawer(root: Path, number: int) -> Path:
    return evidence_folders(asking(), root)[number].path


def captions(plan: Plan) -> list[str]:
    (page,) = photos_of_row(plan, plan.activities[1]).context["halaman"]  # type: ignore[misc]
    return [frame["keterangan"] for frame in page["foto"]]


def test_a_row_that_asks_for_pictures_has_a_sheet_on_request() -> None:
    named = {product.name: product.on_request for product in sheets(asking())}
    assert named == {"bukti-foto/RA-002": True}
    assert sheets(asking("Notula")) == []
    assert captions(asking()) == ["." * 60] * 2


def test_pictures_of_its_folder_stand_on_it_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder = drawer(tmp_path, 1)
    picture(folder / "Maret" / "02-poster_ruang pelayanan.jpg")
    picture(folder / "Maret" / "01-spanduk lobi.jpeg")
    picture(folder / "WhatsApp Image 2026-03-12 at 10.11.jpg")
    (folder / "rusak.jpg").write_bytes(b"\xff\xd8 rusak")
    (folder / "SK.pdf").write_bytes(b"%PDF-1.7 isi")
    shown = with_row_photos(asking(), tmp_path)
    assert captions(shown) == [
        "Foto 1. Spanduk lobi",
        "Foto 2. Poster ruang pelayanan",
        "Foto 3",
    ]
    assert [(product.name, product.on_request) for product in sheets(shown)] == [
        ("bukti-foto/RA-002", False)
    ]


def test_pictures_of_any_row_give_it_a_sheet(tmp_path: Path) -> None:
    picture(drawer(tmp_path, 0) / "Penyerahan SK.jpg")
    shown = with_row_photos(asking("Notula"), tmp_path)
    assert [product.name for product in sheets(shown)] == ["bukti-foto/RA-001"]


def test_its_head_says_what_the_row_is_about_and_never_its_id() -> None:
    document = photos_of_row(asking(), asking().activities[1])
    (page,) = document.context["halaman"]  # type: ignore[misc]
    title = page["judul"]
    assert isinstance(title, Flow)
    assert [paragraph.text.plain for paragraph in title.paragraphs] == [
        "LEMBAR FOTO BUKTI DUKUNG",
        "Indikator RA-002",
        "Area I, komponen 2: Budaya kerja",
        "Butir LKE PPA4A, tahun 2026",
    ]


def test_a_new_picture_is_a_change_of_the_year(tmp_path: Path) -> None:
    """`semua` reads nothing while the files that it made the year from are the same."""
    sources = Sources(tmp_path / "zi.xlsx", tmp_path / "templat", "", tmp_path / "output")
    before = sources.key(())
    folder = tmp_path / "output" / "2026" / "bukti" / "RA-001"
    picture(folder / "apel.jpg")
    after = sources.key(())
    (folder / "SK.pdf").write_bytes(b"%PDF-1.7 isi")
    assert before != after == sources.key(())
