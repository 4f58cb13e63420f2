"""Every kind of paper with everything filled in that a year brings: its picture, its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cases.brief_year import (
    AMENDMENT,
    CROWDED,
    INVITED,
    NOTED,
    PLENO,
    PROMISING,
    SHOWN,
    TEAM,
    brief_year,
)
from tests.cases.golden import GOLDEN, same_picture
from tests.cases.page_lines import broken_words, lines, lone_lines
from tests.cases.pdf import page_size, page_texts, text_boxes
from tests.cases.workshops import real_office
from zi_docs.build.makers import Workshop, make_products
from zi_docs.catalog import catalog
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family, Product
from zi_docs.progress import SilentProgress
from zi_docs.settings import DEFAULTS
from zi_docs.specimens import specimens

QUARTER, MONTH = "monev/2026-tw2", "monev/2026-06"
# The papers, and which of their pages stand for their kind.
PICTURED = {
    f"keputusan/{TEAM}-asli": (1, 7),
    f"keputusan/{TEAM}-salinan": (4,),
    f"keputusan/{AMENDMENT}-asli": (1, 3),
    f"keputusan/{AMENDMENT}-salinan": (4,),
    f"revisi/{AMENDMENT}-matriks": (1,),
    "jdih/2026kpt0024-abstrak": (1,),
    f"rapat/{CROWDED}/undangan": (1, 2),
    f"rapat/{NOTED}/perorangan/undangan-01": (1,),
    f"rapat/{CROWDED}/daftar-hadir": (1,),
    f"rapat/{NOTED}/notula": (1,),
    f"rapat/{PLENO}/berita-acara": (1,),
    f"rapat/{NOTED}/dokumentasi": (1,),
    f"rapat/{NOTED}/laporan": (1,),
    f"{MONTH}/area-1": (1,),
    f"{QUARTER}/area-2": (1, 2),
    f"{QUARTER}/rekap-capaian": (1, 2),
    f"{QUARTER}/laporan": (1, 3),
    f"{QUARTER}/banding-2025": (1,),
    "lke/peta-lke": (1, 2),
    f"pakta/{PROMISING}/pakta-integritas": (1,),
    f"pakta/{PROMISING}/benturan-kepentingan": (1,),
    "pakta/rekap-pakta": (1,),
    "pakta/matriks-benturan": (1,),
    "tindak-lanjut/2026-tw2/buku-tindak-lanjut": (1,),
    "surat/ST-01/surat-tugas": (1,),
    "surat/ND-01/nota-dinas": (1,),
    "surat/SP-01/surat-pengantar": (1,),
    f"bukti-foto/{SHOWN}": (1,),
    "pengaduan/register-pengaduan": (1,),
    "pengaduan/register-wbs": (1,),
    "pengaduan/2026-tw2/rekap-pengaduan": (1,),
    "pengaduan/2026-tw1/rekap-wbs": (1,),
    "tematik/teknologi-informasi/2026-cw1/laporan": (1,),
    "spip/register-risiko": (1, 2),
    "spip/rencana-tindak-pengendalian": (1,),
    "spip/2026-05/kartu-kendali": (1, 2),
    "pegawai/nominatif": (1,),
    "pegawai/kebutuhan-diklat": (1,),
    "pegawai/rekap-diklat": (1, 3),
    "pegawai/monitoring-diklat": (1,),
    "pegawai/2026-s1/rekap-penilaian": (1,),
    "pegawai/2026-s1/piagam": (1,),
    "keputusan/standar-pelayanan-asli": (2,),
    "layanan/maklumat": (1,),
    f"layanan/{NOTED}/berita-acara-reviu": (2,),
    "survei/SKM-1/laporan-survei": (1, 2),
    "survei/SKM-1/pengumuman-survei": (1,),
}  # fmt: skip
# Kinds that other tests picture, of the real year: `test_decree`.
ELSEWHERE = {
    "keputusan asli": "renaksi-salinan-1.png",
    "keputusan salinan": "renaksi-salinan-1.png",
    "keputusan paraf": "renaksi-paraf.png",
    "sk paraf": "renaksi-paraf.png",
    "revisi paraf": "renaksi-paraf.png",
}


def kind(product: Product) -> str:
    """What a reader tells apart; forms of a month and of longer look different."""
    about = product.about
    period = Period.parse(about.id) if about.family is Family.FORM else None
    length = "" if period is None else " sebulan" if period.cycle is Cycle.MONTH else " lebih lama"
    return f"{about.family.verb} {product.kind}{length}"


def picture_name(paper: str, page: int) -> str:
    return f"terisi-{paper.replace('/', '-')}-{page}.png".lower()


def with_needs(products: Iterable[Product], names: Iterable[str]) -> list[Product]:
    """The products of these names, and those that they need."""
    named = {product.name: product for product in products}
    chosen: dict[str, Product] = {}
    waiting = list(names)
    while waiting:
        product = named[waiting.pop()]
        chosen[product.name] = product
        waiting += product.needs
    return list(chosen.values())


@pytest.fixture(scope="module")
def products() -> list[Product]:
    return catalog(brief_year()).products()


@pytest.fixture(scope="module")
def made(products: list[Product], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of each paper that is pictured; its Word file stands beside it."""
    workshop = Workshop(DEFAULTS.templates, real_office(), SilentProgress())
    results = make_products(with_needs(products, PICTURED), workshop)
    assert not results.failures
    folder = tmp_path_factory.mktemp("naskah")
    files = {name: folder / f"{number}.pdf" for number, name in enumerate(PICTURED)}
    for name, path in files.items():
        for suffix in (".pdf", ".docx"):
            path.with_suffix(suffix).write_bytes(results.made[name].files[f"{name}{suffix}"])
    return files


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("paper", "page"), [(paper, page) for paper, pages in PICTURED.items() for page in pages]
)
def test_pages_look_as_they_did(
    products: list[Product], made: dict[str, Path], paper: str, page: int
) -> None:
    (template,) = (product.template for product in products if product.name == paper)
    same_picture(picture_name(paper, page), made[paper], page, template)


def test_every_kind_of_paper_is_pictured(products: list[Product]) -> None:
    """A kind that the catalog is given needs a picture here: a paper above, and its page."""
    papers = [product for product in products if product.template]
    others = [product for product in specimens(brief_year()) if product.template]
    pictured = {kind(product) for product in papers if product.name in PICTURED}
    assert {kind(product) for product in [*papers, *others]} == pictured | set(ELSEWHERE)
    names = {picture_name(paper, page) for paper, pages in PICTURED.items() for page in pages}
    assert {*names, *ELSEWHERE.values()} <= {path.name for path in GOLDEN.glob("*.png")}


@pytest.mark.libreoffice
def test_many_are_invited_and_sign_on_few_pages(made: dict[str, Path]) -> None:
    """All of them once and in order, ten rows to spare, and the chair below rows of the list."""
    _, *invited = lines(made[f"rapat/{CROWDED}/undangan"])
    assert [n for page in invited for n in numbers(r"(\d+)(?: |$)", page)] == [
        *range(1, INVITED + 1)
    ]
    attendance = lines(made[f"rapat/{CROWDED}/daftar-hadir"])
    places = [numbers(r"(?:.* )?(\d+)\.$", page) for page in attendance]
    assert [n for page in places for n in page] == [*range(1, INVITED + 11)]
    assert len(places[-1]) > 2
    assert all("Tanda Tangan" in " ".join(page[:6]) for page in attendance[1:])
    # It needed 18 pages.
    assert len(attendance) < 14


@pytest.mark.libreoffice
def test_what_a_person_signs_fills_one_page(made: dict[str, Path]) -> None:
    (pledge,) = lines(made[f"pakta/{PROMISING}/pakta-integritas"])
    assert numbers(r"(\d+)\. ", pledge) == [*range(1, 10)]
    (statement,) = lines(made[f"pakta/{PROMISING}/benturan-kepentingan"])
    assert [line.strip() for line in (statement[2], *statement[-4:])] == [
        "PERNYATAAN POTENSI BENTURAN KEPENTINGAN",
        "Muara Bulian, 2026",
        "Yang menyatakan,",
        "Ir. Siti Nurhaliza Contoh, M.A.P.",
        "NIP 198501012010012005",
    ]


def numbers(pattern: str, page: list[str]) -> list[int]:
    """The numbers in lines that match."""
    return [int(match[1]) for line in page if (match := re.match(pattern, line.strip()))]


@pytest.mark.libreoffice
@pytest.mark.parametrize("paper", PICTURED)
class TestLines:
    """The lines of each of these papers, on all its pages."""

    def test_no_word_and_no_number_is_broken(self, made: dict[str, Path], paper: str) -> None:
        pdf = made[paper]
        assert broken_words(pdf, pdf.with_suffix(".docx")) == set()

    def test_no_line_stands_alone(self, made: dict[str, Path], paper: str) -> None:
        pdf = made[paper]
        assert lone_lines(pdf, pdf.with_suffix(".docx")) == []
        # Nor does what introduces a list.
        assert not [page[-1] for page in lines(pdf)[:-1] if page[-1].rstrip().endswith(":")]

    def test_no_page_is_empty_and_of_several_each_has_its_number(
        self, made: dict[str, Path], paper: str
    ) -> None:
        texts = page_texts(made[paper])
        assert all(lines(made[paper]))
        for number, text in enumerate(texts, start=1):
            numbered = (f"- {number} -", f"Halaman {number} dari {len(texts)}")
            first_of_a_decree = number == 1 and f"- {number + 1} -" in "".join(texts)
            if len(texts) > 1 and not first_of_a_decree:
                assert any(mark in text for mark in numbered), number

    def test_nothing_runs_over_the_margins(self, made: dict[str, Path], paper: str) -> None:
        for page in range(1, len(page_texts(made[paper])) + 1):
            width, height = page_size(made[paper], page)
            for words, left, top, right, bottom in text_boxes(made[paper], page):
                assert left >= 24.5 or words.strip() == "KONSEP", (page, words)
                assert right <= width - 19.5, (page, words)
                assert 10 <= top <= bottom <= height - 9.5, (page, words)

    def test_no_id_of_the_workbook_is_printed(self, made: dict[str, Path], paper: str) -> None:
        text = "".join(page_texts(made[paper]))
        assert not re.search(r"\b(?:RA-\d+|R-\d{2}|STAF-\d+|KSB-\w+|SKM-\d|TL-\d+)\b", text)

    def test_only_what_is_still_to_be_written_is_a_draft(
        self, made: dict[str, Path], paper: str
    ) -> None:
        marked = ["KONSEP" in text for text in page_texts(made[paper])]
        assert set(marked) == {paper == f"{QUARTER}/laporan"}
