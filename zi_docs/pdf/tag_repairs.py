"""Mends what LibreOffice writes into a structure tree and a reader of tags would stumble over."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name


def repair_tags(document: pikepdf.Pdf) -> None:
    """Mend the structure tree of a document, if it has one.

    A standard type that is said to mean itself is a circle; a picture of a page's head leaves a
    Figure at the root that holds nothing and has no alternative text.
    """
    tree = document.Root.get("/StructTreeRoot")
    if tree is None:
        return
    roles = tree.get("/RoleMap", Dictionary())
    for name in [name for name, role in roles.items() if str(role) == name]:
        del roles[name]
    if isinstance(tree.get("/K"), Array):
        kept = [element for element in tree.K if not _hollow(element)]
        if len(kept) < len(tree.K):
            tree.K = Array(kept)


def _hollow(element: pikepdf.Object) -> bool:
    if not isinstance(element, Dictionary) or "/K" in element or "/Alt" in element:
        return False
    return bool(Name.Figure == element.get("/S"))
