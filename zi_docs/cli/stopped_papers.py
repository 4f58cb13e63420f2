"""The papers that errors in the workbook stop, and what a run says of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zi_docs.file_names import LONGEST_PATH, is_too_long
from zi_docs.findings import Finding, Place, cell_ranges, error
from zi_docs.wording.lists import enumeration

if TYPE_CHECKING:
    from zi_docs.papers.sheets_read import Concern
    from zi_docs.product import Product, Subject, Topic

_NAMED = 5


@dataclass(frozen=True)
class Stopped:
    """A paper, or all papers of a subject, that errors stop, by its name for people."""

    name: str
    errors: tuple[Finding, ...]


def parted_topics(
    topics: Sequence[Topic], errors: Collection[Finding], concern: Concern
) -> tuple[list[Topic], list[Stopped]]:
    """The topics with papers that no error stops, and the others, which cannot be composed."""
    sound, stopped = [], []
    for topic in topics:
        own = tuple(finding for finding in errors if concern.touches(finding, topic.about))
        if own:
            stopped.append(Stopped(topic.about.name, own))
        else:
            sound.append(topic)
    return sound, stopped


def parted(
    products: Sequence[Product], errors: Collection[Finding], concern: Concern
) -> tuple[list[Product], list[Stopped]]:
    """The products that no error stops, and the others; what needs one of these is among them."""
    stopped = stopping(products, errors, concern)
    return [product for product in products if product.name not in stopped], [*stopped.values()]


def stopping(
    products: Sequence[Product], errors: Collection[Finding], concern: Concern
) -> dict[str, Stopped]:
    """What errors stop, by the names of products; each stands behind those that it needs."""
    stopped: dict[str, Stopped] = {}
    for product in products:
        about, kind = product.about, product.kind
        own = [finding for finding in errors if concern.touches(finding, about, kind)]
        own += [f for name in product.needs if name in stopped for f in stopped[name].errors]
        if own:
            name = f"{product.title} {about.name}"
            stopped[product.name] = Stopped(name, tuple(dict.fromkeys(own)))
    return stopped


def parted_by_path(
    products: Sequence[Product], folder: Path
) -> tuple[list[Product], list[Finding]]:
    """The products whose files Windows can open in a folder; a finding for each subject of others.

    What needs one of these is among them.
    """
    left_out: dict[str, Product] = {}
    for product in products:
        deep = any(is_too_long(folder / target) for target in product.targets)
        if deep or not left_out.keys().isdisjoint(product.needs):
            left_out[product.name] = product
    by_subject = {product.about: product for product in left_out.values()}
    findings = [_too_deep(about, product, folder) for about, product in by_subject.items()]
    return [product for product in products if product.name not in left_out], findings


def _too_deep(about: Subject, product: Product, folder: Path) -> Finding:
    names = [target for target in product.targets if is_too_long(folder / target)]
    path = (folder / max(names or product.targets or (product.name,), key=len)).absolute()
    return error(
        "HASIL-PANJANG",
        f"Naskah {about.name} tidak dibuat karena alamat berkasnya {len(str(path))} huruf, lebih "
        f"dari {LONGEST_PATH} yang dapat dibuka Windows. Pendekkan ID ini, atau pilih folder "
        "keluaran yang alamatnya lebih pendek.",
        about.origin.at("id") if about.origin.sheet else Place(path.as_posix()),
    )


def stopped_findings(stopped: Iterable[Stopped]) -> list[Finding]:
    """One finding for the papers that the same cells stop, at the first of these cells."""
    by_errors: dict[tuple[Finding, ...], list[str]] = {}
    for paper in stopped:
        by_errors.setdefault(paper.errors, []).append(paper.name)
    return [_finding(errors, names) for errors, names in by_errors.items()]


def _finding(errors: tuple[Finding, ...], names: list[str]) -> Finding:
    listed = names
    if len(names) > _NAMED:
        listed = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} lainnya"]
    message = (
        f"Tidak dibuat karena kesalahan pada {_cells(errors)}: {enumeration(listed)}. Perbaiki "
        "sel itu, lalu ulangi perintahnya."
    )
    return error("HASIL-DATA", message, errors[0].place)


def _cells(errors: tuple[Finding, ...]) -> str:
    """The cells by sheet: `Rencana Aksi!S8, S12-S40`."""
    by_sheet: dict[str, list[str]] = {}
    for finding in errors:
        by_sheet.setdefault(finding.place.sheet or finding.place.file, [])
        if finding.place.cell:
            by_sheet[finding.place.sheet or finding.place.file].append(finding.place.cell)
    return enumeration(
        [f"{sheet}!{cell_ranges(cells)}" if cells else sheet for sheet, cells in by_sheet.items()]
    )
