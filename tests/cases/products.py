"""Products of the small plans, as the catalog lists them and as a run asks for them."""

from __future__ import annotations

from collections.abc import Iterable

from zi_docs.catalog import catalog, products_of
from zi_docs.model import Plan
from zi_docs.product import Family, Product, Subject
from zi_docs.revision.states import Year


def products(plan: Plan, *families: Family, key: str | None = None) -> list[Product]:
    """The products that a plan gives: of these families (all by default), about this ID."""
    topics = catalog(Year(plan)).about(families, key)
    return products_of(topics, lambda product: not families or product.about.family in families)


def subject(family: Family, key: str = "contoh") -> Subject:
    """What products are about, where a test asks a paper for them and not the catalog."""
    return Subject(family, key, f"Perihal {key}")


def names(products: Iterable[Product]) -> list[str]:
    return [product.name for product in products]


def named(products: Iterable[Product], name: str) -> Product:
    """The product of a name; a part of its end is enough."""
    (product,) = (product for product in products if product.name.endswith(name))
    return product
