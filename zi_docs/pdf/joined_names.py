"""The named destinations of a bundle: equal names of several parts are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, String


@dataclass
class JoinedNames:
    """The destinations of the parts added so far.

    Those in the dictionary of PDF 1.1 and those in the name tree of PDF 1.2 are kept apart, as
    links name them differently: by a name and by a string.
    """

    _named: dict[str, pikepdf.Object] = field(default_factory=dict)
    _listed: dict[str, pikepdf.Object] = field(default_factory=dict)

    def add(self, part: int, catalog: pikepdf.Object, pages: Sequence[pikepdf.Object]) -> None:
        """Add the destinations of a part, given its number, its copied catalog and its pages.

        A name that an earlier part has gets the part's number, in the part's links and outline
        too.
        """
        tree = catalog.get("/Names", Dictionary()).get("/Dests")
        named = _taken_in(self._named, dict(catalog.get("/Dests", Dictionary()).items()), part)
        listed = _taken_in(self._listed, {} if tree is None else dict(NameTree(tree).items()), part)
        if named or listed:
            for carrier, key in _links(catalog, pages):
                carrier[key] = _renamed(carrier[key], named, listed)

    def write(self, bundle: pikepdf.Pdf) -> None:
        """Give the bundle these destinations."""
        if self._named:
            bundle.Root.Dests = bundle.make_indirect(Dictionary(self._named))
        if self._listed:
            tree = NameTree.new(bundle)
            for name, target in self._listed.items():
                tree[name] = target
            bundle.Root.Names = Dictionary(Dests=tree.obj)


def _taken_in(
    joined: dict[str, pikepdf.Object], own: Mapping[str, pikepdf.Object], part: int
) -> dict[str, str]:
    """Add a part's own destinations; the new names of those that had to be renamed."""
    renamed = {}
    for name, target in own.items():
        key = name
        while key in joined or (key != name and key in own):
            key = f"{key}-{part}"
        joined[key] = target
        if key != name:
            renamed[name] = key
    return renamed


def _links(
    catalog: pikepdf.Object, pages: Sequence[pikepdf.Object]
) -> Iterator[tuple[pikepdf.Object, str]]:
    """What leads to a destination of the document, and the key under which it names it."""
    annotations = (a for page in pages for a in page.get("/Annots", Array()))
    for carrier in (*annotations, *_items(catalog.get("/Outlines", Dictionary()))):
        if "/Dest" in carrier:
            yield carrier, "/Dest"
        action = carrier.get("/A", Dictionary())
        if action.get("/S") == Name.GoTo and "/D" in action:
            yield action, "/D"


def _items(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    item = parent.get("/First")
    while item is not None:
        yield item
        yield from _items(item)
        item = item.get("/Next")


def _renamed(
    target: pikepdf.Object, named: Mapping[str, str], listed: Mapping[str, str]
) -> pikepdf.Object:
    if isinstance(target, Name):
        return Name(named.get(str(target), str(target)))
    if isinstance(target, String):
        return String(listed.get(str(target), str(target)))
    return target
