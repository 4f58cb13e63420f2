"""Mends what LibreOffice writes into a structure tree and a reader of tags would stumble over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, NumberTree, Operator

# Points by which the frame of a picture in the tree may differ from where it is drawn.
_CLOSE = 2.0


def repair_tags(document: pikepdf.Pdf) -> None:
    """Mend the structure tree of a document, if it has one.

    A standard type that is said to mean itself is a circle. A picture with an alternative text is
    drawn as an artifact, and its Figure left without content. A KONSEP mark leaves a Figure that
    has neither.
    """
    tree = document.Root.get("/StructTreeRoot")
    if tree is None:
        return
    roles = tree.get("/RoleMap", Dictionary())
    # LibreOffice lists the types that it used.
    if "/Figure" in roles:
        _fill_figures(document, tree)
    for name in [name for name, role in roles.items() if str(role) == name]:
        del roles[name]
    for parent in (tree, *_kids(tree)):
        _drop_hollow(parent)


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    listed = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]


def _drop_hollow(parent: pikepdf.Object) -> None:
    """Take the figures that say nothing off the kids of an element or of the root."""
    if isinstance(parent.get("/K"), Array):
        kept = [kid for kid in parent.K if not _hollow(kid)]
        if len(kept) < len(parent.K):
            parent.K = Array(kept)


def _hollow(element: pikepdf.Object) -> bool:
    if not isinstance(element, Dictionary) or "/K" in element or "/Alt" in element:
        return False
    return bool(Name.Figure == element.get("/S"))


def _fill_figures(document: pikepdf.Pdf, tree: pikepdf.Object) -> None:
    """Give each figure with an alternative text the picture that is drawn in its frame."""
    figures = [figure for figure in _figures(tree) if "/Alt" in figure and "/K" not in figure]
    parents = NumberTree(tree.ParentTree) if figures else {}
    for page in document.pages:
        own = [
            figure for figure in figures if figure.get("/Pg", page.obj).objgen == page.obj.objgen
        ]
        if own and "/StructParents" in page.obj:
            marks = parents[int(page.obj.StructParents)]
            before = len(marks)
            content = _with_marks(page, own, marks)
            if len(marks) > before:
                page.obj.Contents = document.make_stream(content)


def _figures(tree: pikepdf.Object) -> Iterator[pikepdf.Object]:
    waiting = _kids(tree)
    while waiting:
        element = waiting.pop(0)
        if Name.Figure == element.S:
            yield element
        waiting = _kids(element) + waiting


def _with_marks(
    page: pikepdf.Page, figures: Sequence[pikepdf.Object], marks: pikepdf.Object
) -> bytes:
    """The content of a page with a number for the picture of each figure, as `marks` lists them."""
    instructions = list(pikepdf.parse_content_stream(page))
    waiting = list(figures)
    opened, frame = -1, [0.0] * 4
    for index, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            opened = index if Name.Artifact == instruction.operands[0] else -1
        elif operator == "cm":
            width, _, _, height, left, bottom = map(float, instruction.operands)
            frame = [left, bottom, left + width, bottom + height]
        elif operator == "Do" and opened >= 0:
            figure = next((f for f in waiting if _framed(f, frame)), None)
            if figure is not None:
                waiting.remove(figure)
                mark = len(marks)
                marks.append(figure)
                figure.K = Array([mark])
                named = [Name.Figure, Dictionary(MCID=mark)]
                instructions[opened] = ContentStreamInstruction(named, Operator("BDC"))
                opened = -1
    return pikepdf.unparse_content_stream(instructions)


def _framed(figure: pikepdf.Object, frame: Sequence[float]) -> bool:
    attributes = figure.get("/A", Array())
    for attribute in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(attribute, Dictionary) and "/BBox" in attribute:
            edges = zip(map(float, attribute.BBox), frame, strict=True)
            return all(abs(said - drawn) <= _CLOSE for said, drawn in edges)
    return False
