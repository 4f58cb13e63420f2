"""Gives the fields to sign their place in the structure tree of a tagged PDF."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree


def tag_fields(document: pikepdf.Pdf) -> None:
    """An element Form for each field that has none yet, behind all else (ISO 32000-1, 14.8.4.5).

    A document without tags stays as it is.
    """
    tree = document.Root.get("/StructTreeRoot")
    if tree is None:
        return
    whole = tree.K[0] if isinstance(tree.K, Array) else tree.K
    if not isinstance(whole.get("/K"), Array):
        whole.K = Array([whole.K] if "/K" in whole else [])
    parents = NumberTree(tree.ParentTree)
    key = max(parents.keys(), default=-1) + 1
    for page in document.pages:
        for field in page.obj.get("/Annots", Array()):
            if Name.Widget != field.get("/Subtype") or "/StructParent" in field:
                continue
            reference = Dictionary(Type=Name.OBJR, Obj=field, Pg=page.obj)
            element = document.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.Form, P=whole, Pg=page.obj)
            )
            element.K = Array([reference])
            whole.K.append(element)
            field.StructParent, parents[key] = key, element
            # In the order of the tree when going from field to field.
            page.obj.Tabs = Name.S
            key += 1
    tree.ParentTreeNextKey = key
