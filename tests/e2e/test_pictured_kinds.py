"""A golden picture of every kind of paper, with everything filled in that a year brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cases.brief_year import AMENDMENT, CROWDED, NOTED, PLENO, TEAM, brief_year
from tests.cases.golden import GOLDEN, same_picture
from tests.cases.workshops import real_office
from zi_docs.build.makers import Workshop, make_products
from zi_docs.catalog import catalog, specimens
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family, Product
from zi_docs.progress import SilentProgress
from zi_docs.settings import DEFAULTS

QUARTER, MONTH = "monev/2026-tw2", "monev/2026-06"
# The papers, and which of their pages stand for their kind.
PICTURED = {
    f"keputusan/{TEAM}-asli": (1, 7),
    f"keputusan/{TEAM}-salinan": (4,),
    f"keputusan/{AMENDMENT}-asli": (1, 3),
    f"keputusan/{AMENDMENT}-salinan": (4,),
    f"revisi/{AMENDMENT}-matriks": (1,),
    "jdih/2026kpt0010-abstrak": (1,),
    f"rapat/{CROWDED}/undangan": (1, 2),
    f"rapat/{NOTED}/perorangan/undangan-01": (1,),
    f"rapat/{NOTED}/daftar-hadir": (1,),
    f"rapat/{NOTED}/notula": (1,),
    f"rapat/{PLENO}/berita-acara": (1,),
    f"rapat/{NOTED}/dokumentasi": (1,),
    f"rapat/{NOTED}/laporan": (1,),
    f"{MONTH}/area-1": (1,),
    f"{QUARTER}/area-2": (1, 2),
    f"{QUARTER}/rekap-capaian": (1, 2),
    f"{QUARTER}/laporan": (1, 3),
    f"{QUARTER}/banding-2025": (1,),
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
    return f"{about.family.value} {product.kind}{length}"


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
def made(
    products: list[Product], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Path]]:
    """The PDF of each paper that is pictured."""
    workshop = Workshop(DEFAULTS.templates, real_office(), SilentProgress())
    results = make_products(with_needs(products, PICTURED), workshop)
    assert not results.failures
    folder = tmp_path_factory.mktemp("naskah")
    files = {name: folder / f"{number}.pdf" for number, name in enumerate(PICTURED)}
    for name, path in files.items():
        path.write_bytes(results.made[name].files[f"{name}.pdf"])
    yield files


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
