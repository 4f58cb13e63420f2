"""Named destinations in both shapes a PDF may hold them in."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, String

from zi_docs.pdf.destinations import anchor_pages


def test_dictionary_and_tree() -> None:
    with pikepdf.new() as document:
        for _ in range(3):
            document.add_blank_page()
        first, second, third = (page.obj for page in document.pages)
        document.Root.Dests = Dictionary(a5Fb=Array([second, Name.Fit]))
        tree = NameTree.new(document)
        tree["c_d"] = Dictionary(D=Array([third, Name.Fit]))
        tree["é"] = Array([first, Name.Fit])
        tree["asing"] = String("bukan tujuan")
        document.Root.Names = Dictionary(Dests=tree.obj)
        buffer = BytesIO()
        document.save(buffer)
    pages = anchor_pages(buffer.getvalue())
    assert pages["a_b"] == 1
    assert pages["c_d"] == 2
    assert pages["é"] == 0
    assert dict(pages) == {"a_b": 1, "c_d": 2, "E9": 0}


def test_none() -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        buffer = BytesIO()
        document.save(buffer)
    assert len(anchor_pages(buffer.getvalue())) == 0
