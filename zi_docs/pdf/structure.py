"""Joins the structure trees of tagged PDFs into one (ISO 32000-1, section 14.7).

qpdf copies pages without the tree that says what stands on them. Here each part's tree becomes an
element below one Document: page and annotation numbers run on from part to part, in the parents'
tree too, and names that two parts use for different things are told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, String

from zi_docs.pdf.normal_form import DEFAULT_LANGUAGE

# Structure types of ISO 32000-1, table 333 to 340: nothing may give them another meaning.
_TYPES = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
_STANDARD = frozenset(_TYPES.split())


@dataclass
class JoinedStructure:
    """The tree of a bundle while parts are added to it.

    It marks the bundle as tagged only if every part is: a part without tags has an element of
    its own, but nothing in it.
    """

    bundle: pikepdf.Pdf
    _parts: list[pikepdf.Object] = field(default_factory=list)
    _roles: dict[str, str] = field(default_factory=dict)
    _classes: dict[str, pikepdf.Object] = field(default_factory=dict)
    _ids: dict[bytes, pikepdf.Object] = field(default_factory=dict)
    _parents: list[tuple[int, pikepdf.Object]] = field(default_factory=list)
    _namespaces: list[pikepdf.Object] = field(default_factory=list)
    _next_key: int = 0
    _trees: int = 0
    _marked: int = 0

    def add(self, title: str, catalog: pikepdf.Object, pages: Sequence[pikepdf.Object]) -> None:
        """Add a part: its catalog as it was copied into the bundle, and its pages there.

        Its pages, their annotations and forms are numbered anew; without a tree they lose their
        numbers.
        """
        tree = catalog.get("/StructTreeRoot")
        if tree is None:
            self._parts.append(self._element(Array()))
            for carrier, key in _numbered(pages):
                del carrier[key]
        else:
            self._trees += 1
            self._marked += bool(catalog.get("/MarkInfo", Dictionary()).get("/Marked", False))
            self._rename_roles(tree)
            self._rename_classes(tree)
            self._rename_ids(tree)
            self._renumber(tree, pages)
            self._namespaces.extend(tree.get("/Namespaces", Array()))
            self._parts.append(self._part(tree))
        part = self._parts[-1]
        part.T = String(title)
        language = str(catalog.get("/Lang", DEFAULT_LANGUAGE))
        if language != DEFAULT_LANGUAGE and "/Lang" not in part:
            part.Lang = String(language)

    def _part(self, tree: pikepdf.Object) -> pikepdf.Object:
        """The element of a part: its own Document as a Part, else a Part around all there is."""
        # LibreOffice leaves an empty Figure there for each picture of a page's head.
        tops = [element for element in _kids(tree) if "/K" in element]
        if len(tops) == 1 and Name.Document == tops[0].S:
            tops[0].S = Name.Part
            return tops[0]
        part = self._element(Array(tops))
        for element in tops:
            element.P = part
        return part

    def _element(self, kids: Array) -> pikepdf.Object:
        return self.bundle.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=kids))

    def _renumber(self, tree: pikepdf.Object, pages: Sequence[pikepdf.Object]) -> None:
        first = self._next_key
        parents = list(NumberTree(tree.ParentTree).items()) if "/ParentTree" in tree else []
        for carrier, key in _numbered(pages):
            carrier[key] = first + int(carrier[key])
            self._next_key = max(self._next_key, int(carrier[key]) + 1)
        for number, elements in sorted(parents, key=lambda entry: entry[0]):
            self._parents.append((first + number, elements))
            self._next_key = max(self._next_key, first + number + 1)

    def _rename_roles(self, tree: pikepdf.Object) -> None:
        """Take in the part's own types; those of another meaning than before get a new name."""
        own = _role_map(tree)
        renamed = {
            name: self._other_type(name, role, own)
            for name, role in own.items()
            if name in _STANDARD or self._roles.get(name, role) != role
        }
        for name, role in own.items():
            self._roles[renamed.get(name, name)] = role
        if renamed:
            for element in _elements(tree):
                role = str(element.S)[1:]
                if role in renamed and "/NS" not in element:
                    element.S = Name(f"/{renamed[role]}")

    def _other_type(self, name: str, role: str, own: Collection[str]) -> str:
        """A name for a type of this meaning: one that an earlier part got for it, or a new one."""
        taken = {*own, *_STANDARD, *(n for n, meaning in self._roles.items() if meaning != role)}
        return _unused(name, taken)

    def _rename_classes(self, tree: pikepdf.Object) -> None:
        own = dict(tree.get("/ClassMap", Dictionary()).items())
        taken = {name[1:] for name in {*own, *self._classes}}
        renamed = {
            name: f"/{_unused(name[1:], taken)}"
            for name, value in own.items()
            if self._classes.get(name, value) != value
        }
        self._classes |= {renamed.get(name, name): value for name, value in own.items()}
        if renamed:
            for element in _elements(tree):
                if "/C" in element:
                    element.C = _replaced(element.C, renamed)

    def _rename_ids(self, tree: pikepdf.Object) -> None:
        if "/IDTree" not in tree:
            return
        own = {bytes(element.ID): element for element in _elements(tree) if "/ID" in element}
        renamed = {key: self._unused_id(key, own) for key in own if key in self._ids}
        self._ids |= {renamed.get(key, key): element for key, element in own.items()}
        if renamed:
            for element in _elements(tree):
                _rename_id(element, renamed)

    def _unused_id(self, key: bytes, own: Collection[bytes]) -> bytes:
        """The ID with the number of the part before it, as often as it takes."""
        prefix = f"{len(self._parts) + 1}-".encode()
        while key in self._ids or (key.startswith(prefix) and key in own):
            key = prefix + key
        return key

    def write(self) -> None:
        """Give the bundle its tree, unless no part has tags."""
        if not self._trees:
            return
        root = self.bundle.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self.bundle.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(self._parts))
        )
        for part in self._parts:
            part.P = document
        root.K = document
        numbers = [value for pair in self._parents for value in pair]
        root.ParentTree = self.bundle.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = self._next_key
        for key, value in self._named():
            root[key] = value
        self.bundle.Root.StructTreeRoot = root
        self.bundle.Root.MarkInfo = Dictionary(Marked=self._marked == len(self._parts))

    def _named(self) -> Iterator[tuple[str, pikepdf.Object]]:
        """The entries of the root that say what names mean, those that say something."""
        if self._roles:
            roles = {f"/{name}": Name(f"/{role}") for name, role in sorted(self._roles.items())}
            yield "/RoleMap", Dictionary(roles)
        if self._classes:
            yield "/ClassMap", Dictionary(self._classes)
        if self._ids:
            names = [v for key in sorted(self._ids) for v in (String(key), self._ids[key])]
            yield "/IDTree", self.bundle.make_indirect(Dictionary(Names=Array(names)))
        if self._namespaces:
            yield "/Namespaces", Array(self._namespaces)


def _role_map(tree: pikepdf.Object) -> dict[str, str]:
    """Each type of the tree's own and what it comes to in the end.

    That a standard type is itself, as LibreOffice says of each, need not be said.
    """
    roles = {name[1:]: str(role)[1:] for name, role in tree.get("/RoleMap", Dictionary()).items()}
    return {name: role for name in roles if (role := _final_role(name, roles)) != name}


def _final_role(name: str, roles: Mapping[str, str]) -> str:
    seen = set()
    while name in roles and name not in seen:
        seen.add(name)
        name = roles[name]
    return name


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements right below an element or the root; content and objects are none."""
    kids = element.get("/K", Array())
    return [
        kid
        for kid in (kids if isinstance(kids, Array) else [kids])
        if isinstance(kid, Dictionary) and kid.get("/Type") not in (Name.MCR, Name.OBJR)
    ]


def _elements(tree: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of a tree."""
    waiting = _kids(tree)
    while waiting:
        element = waiting.pop()
        yield element
        waiting += _kids(element)


def _numbered(pages: Sequence[pikepdf.Object]) -> Iterator[tuple[pikepdf.Object, str]]:
    """What has a number in the parents' tree, once each, and the key that gives it."""
    seen: set[tuple[int, int]] = set()
    for page in pages:
        annotations = list(page.get("/Annots", Array()))
        forms = [*_forms(page), *chain.from_iterable(map(_appearances, annotations))]
        for carrier in (page, *annotations, *_with_nested(forms, seen)):
            for key in ("/StructParents", "/StructParent"):
                if key in carrier:
                    yield carrier, key


def _forms(carrier: pikepdf.Object) -> list[pikepdf.Object]:
    return list(carrier.get("/Resources", Dictionary()).get("/XObject", Dictionary()).values())


def _appearances(annotation: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for look in annotation.get("/AP", Dictionary()).values():
        # A dictionary has a form for each state of a button.
        yield from look.values() if isinstance(look, Dictionary) else [look]


def _with_nested(
    forms: list[pikepdf.Object], seen: set[tuple[int, int]]
) -> Iterator[pikepdf.Object]:
    """Forms and pictures, and those drawn within them; what was seen before is left out."""
    waiting = list(forms)
    while waiting:
        form = waiting.pop()
        if form.objgen not in seen:
            seen.add(form.objgen)
            yield form
            waiting += _forms(form)


def _unused(name: str, taken: Collection[str]) -> str:
    """The name with the first number from 2 on with which it is not taken."""
    return next(made for n in count(2) if (made := f"{name} {n}") not in taken)


def _replaced(value: pikepdf.Object, renamed: Mapping[str, str]) -> pikepdf.Object:
    """A class name, or an array of them, with the new names."""
    if isinstance(value, Array):
        return Array([_replaced(item, renamed) for item in value])
    return Name(renamed.get(str(value), str(value))) if isinstance(value, Name) else value


def _rename_id(element: pikepdf.Object, renamed: Mapping[bytes, bytes]) -> None:
    """Give an element its new ID, and its cells the new IDs of their headers."""
    if "/ID" in element:
        element.ID = String(renamed.get(bytes(element.ID), bytes(element.ID)))
    attributes = element.get("/A", Array())
    for attribute in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(attribute, Dictionary) and "/Headers" in attribute:
            ids = [bytes(header) for header in attribute.Headers]
            attribute.Headers = Array([String(renamed.get(key, key)) for key in ids])
