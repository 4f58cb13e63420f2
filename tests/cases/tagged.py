"""Tagged PDFs: small ones to join, and what is wrong with the tags of any.

`tag_faults` walks the structure tree from its root and back: from each page and each annotation
through the parents' tree (ISO 32000-1, section 14.7.4.4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, String

_TYPES = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Link Annot Figure "
    "Formula Form"
)
STANDARD = frozenset(_TYPES.split())


def tagged_pdf(
    *lines: str,
    role: str = "Isi",
    means: str = "P",
    language: str = "id-ID",
    address: str = "",
    classes: Mapping[str, Dictionary] | None = None,
    ids: Sequence[bytes] = (),
) -> bytes:
    """A tagged PDF of a line a page, each line an element of type `role`, which `means` another.

    The first page has a link to an `address`, if one is given. Each line bears the class and the
    ID of its turn, and names that ID as that of its table header.
    """
    with pikepdf.new() as document:
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array())
        )
        parents = NumberTree.new(document)
        for number, line in enumerate(lines):
            page = document.add_blank_page(page_size=(595, 842)).obj
            page.Contents = document.make_stream(
                f"/{role} <</MCID 0>> BDC\n{_shown(line)}EMC\n".encode()
            )
            page.StructParents = number
            element = _element(document, whole, role, Pg=page, K=0)
            parents[number] = Array([element])
            if classes:
                element.C = Name(f"/{list(classes)[number % len(classes)]}")
            if ids:
                element.ID = String(ids[number])
                element.A = Array(
                    [Dictionary(O=Name.Table, Headers=Array([String(ids[number])])), 0]
                )
        if address:
            parents[len(lines)] = _link(document, whole, address, len(lines))
        root.K, root.ParentTree = whole, parents.obj
        root.RoleMap = Dictionary({f"/{role}": Name(f"/{means}"), "/P": Name.P})
        if classes:
            root.ClassMap = Dictionary({f"/{name}": value for name, value in classes.items()})
        if ids:
            names = [value for key in ids for value in (String(key), whole.K[list(ids).index(key)])]
            root.IDTree = Dictionary(Names=Array(names))
        document.Root.StructTreeRoot = root
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.Lang = String(language)
        buffer = BytesIO()
        document.save(buffer, deterministic_id=True)
        return buffer.getvalue()


def _shown(line: str) -> str:
    """Marks on the page, one for each character of the line: it needs no font."""
    return "".join(f"{72 + 6 * n} 700 4 {ord(char) % 16 + 1} re f\n" for n, char in enumerate(line))


def _element(
    document: pikepdf.Pdf, parent: pikepdf.Object, role: str, **entries: object
) -> pikepdf.Object:
    element = document.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, **entries)
    )
    parent.K.append(element)
    return element


def _link(
    document: pikepdf.Pdf, parent: pikepdf.Object, address: str, number: int
) -> pikepdf.Object:
    page = document.pages[0].obj
    annotation = document.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 690, 200, 720]), P=page,
            A=Dictionary(S=Name.URI, URI=String(address)), StructParent=number,
        )
    )  # fmt: skip
    page.Annots = Array([annotation])
    reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
    return _element(document, parent, "Link", K=Array([reference]))


@dataclass
class _Tags:
    """What a tree says: the element of each marked stretch of a page, and of each object."""

    elements: Counter[tuple[int, int]] = field(default_factory=Counter)
    content: dict[tuple[tuple[int, int], int], tuple[int, int]] = field(default_factory=dict)
    objects: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def tag_faults(pdf: bytes | Path) -> list[str]:
    """What is wrong with the tags of a PDF; nothing for one that is tagged from end to end."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    with pikepdf.open(BytesIO(content)) as document:
        if "/StructTreeRoot" not in document.Root:
            return ["no structure tree"]
        root = document.Root.StructTreeRoot
        tags = _Tags()
        _walk(root, root, dict(root.get("/RoleMap", Dictionary()).items()), None, tags)
        parents = dict(NumberTree(root.ParentTree).items())
        faults = [*tags.faults, *_of_pages(document, parents, tags)]
        faults += [f"element {key} reached {n} times" for key, n in tags.elements.items() if n > 1]
        if not document.Root.get("/MarkInfo", Dictionary()).get("/Marked", False):
            faults.append("not marked")
        return faults


def _walk(
    element: pikepdf.Object,
    root: pikepdf.Object,
    roles: Mapping[str, pikepdf.Object],
    page: pikepdf.Object | None,
    tags: _Tags,
) -> None:
    page = element.get("/Pg", page)
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary):
            _note(tags, page, int(kid), element)
        elif kid.get("/Type") == Name.MCR:
            _note(tags, kid.get("/Pg", page), int(kid.MCID), element)
        elif kid.get("/Type") == Name.OBJR:
            tags.objects[kid.Obj.objgen] = element.objgen
        else:
            role = str(kid.S)
            if str(roles.get(role, role))[1:] not in STANDARD:
                tags.faults.append(f"type {role} means {roles.get(role)}")
            if kid.P.objgen != element.objgen:
                tags.faults.append(f"{role} {kid.objgen} has another parent")
            tags.elements[kid.objgen] += 1
            _walk(kid, root, roles, page, tags)


def _note(tags: _Tags, page: pikepdf.Object | None, mark: int, element: pikepdf.Object) -> None:
    key = (page.objgen if page is not None else (0, 0), mark)
    if key in tags.content:
        tags.faults.append(f"mark {key} in two elements")
    tags.content[key] = element.objgen


def _of_pages(
    document: pikepdf.Pdf, parents: Mapping[int, pikepdf.Object], tags: _Tags
) -> Iterator[str]:
    used: Counter[int] = Counter()
    seen: set[tuple[tuple[int, int], int]] = set()
    for number, page in enumerate(document.pages, start=1):
        marks = set(_marks(page))
        key = page.obj.get("/StructParents")
        used.update([] if key is None else [int(key)])
        if marks and key is None:
            yield f"page {number} has no number"
        for mark in marks if key is not None else ():
            seen.add((page.obj.objgen, mark))
            parent = parents[int(key)][mark]
            if tags.content.get((page.obj.objgen, mark)) != parent.objgen:
                yield f"mark {mark} of page {number} leads elsewhere"
        for annotation in page.obj.get("/Annots", Array()):
            if "/StructParent" not in annotation:
                yield f"annotation of page {number} has no number"
                continue
            used[int(annotation.StructParent)] += 1
            parent = parents[int(annotation.StructParent)]
            if tags.objects.get(annotation.objgen) != parent.objgen:
                yield f"annotation of page {number} leads elsewhere"
    yield from (f"number {key} used {n} times" for key, n in used.items() if n > 1)
    yield from (f"number {key} used by nothing" for key in parents.keys() - used.keys())
    yield from (f"no content for mark {key}" for key in tags.content.keys() - seen)


def _marks(page: pikepdf.Page) -> Iterator[int]:
    """The numbers of the marked stretches of a page's content."""
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        properties = instruction.operands[1]
        if isinstance(properties, Name):
            properties = page.obj.Resources.Properties[str(properties)]
        if "/MCID" in properties:
            yield int(properties.MCID)
