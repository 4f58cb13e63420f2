"""The parts of a document as passes see them: a tree that is changed, the bytes that follow."""

import pytest

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import part_bytes

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def test_what_a_pass_changes_in_a_tree_is_in_the_bytes() -> None:
    package = WordPackage({"a.xml": b"<a/>", "b.xml": b"<b/>", "c.png": b"c"})

    package.root("a.xml").set("x", "1")
    package.root("a.xml").set("y", "2")

    assert package["a.xml"] == _DECLARATION + b'<a x="1" y="2"/>'
    # What no pass asked for stays as it was.
    assert (package["b.xml"], package["c.png"]) == (b"<b/>", b"c")
    assert list(package) == ["a.xml", "b.xml", "c.png"]


def test_bytes_that_are_set_replace_the_tree() -> None:
    package = WordPackage({"a.xml": b"<a/>"})
    package.root("a.xml").set("x", "1")

    package["a.xml"] = b"<new/>"

    assert package.root("a.xml").tag == "new"
    assert part_bytes(package.root("a.xml")) == package["a.xml"]


def test_the_given_parts_stay_as_they_are() -> None:
    parts = {"a.xml": b"<a/>", "b.xml": b"<b/>"}
    package = WordPackage(parts)

    package.root("a.xml").set("x", "1")
    del package["b.xml"]
    package["c.xml"] = b"<c/>"

    assert parts == {"a.xml": b"<a/>", "b.xml": b"<b/>"}
    assert list(package) == ["a.xml", "c.xml"]
    with pytest.raises(KeyError):
        package.root("b.xml")
