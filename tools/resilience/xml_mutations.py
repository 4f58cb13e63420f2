"""The XML of a part as no program would write it: still XML, or no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tools.resilience.package_mutations import PackageMutation, packed, unpacked

XmlMutation = Callable[[bytes, Random], bytes]

ODD_VALUES = (
    "", " ", "0", "-1", "1.5", "1e999", "NaN", "99999999999999999999", "true", "A1:XFD1048576",
    "#REF!", "../../etc/passwd", "file:///etc/passwd", "\u202e", "x" * 40000, "{{ 7 * 7 }}",
    "_x0000_", "rId99999", "1048577", "XFE1",
)  # fmt: skip
_DEPTH = 20_000
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)


def _elements(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter() if isinstance(element.tag, str)]


def _of_tree(change: Callable[[list[etree._Element], Random], None]) -> XmlMutation:
    """A mutation of bytes from one of a tree's elements."""

    def changed(content: bytes, chance: Random) -> bytes:
        root = etree.fromstring(content, _PARSER)
        change(_elements(root), chance)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    changed.__name__ = change.__name__.lstrip("_")
    return changed


def _without_elements(elements: list[etree._Element], chance: Random) -> None:
    for element in chance.sample(elements[1:], min(len(elements) - 1, chance.choice((1, 1, 5)))):
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def _with_elements_twice(elements: list[etree._Element], chance: Random) -> None:
    for element in chance.sample(elements[1:], min(len(elements) - 1, chance.choice((1, 3)))):
        element.addnext(deepcopy(element))


def _with_elements_elsewhere(elements: list[etree._Element], chance: Random) -> None:
    """An element among others, where the schema has no room for it."""
    chance.choice(elements).append(deepcopy(chance.choice(elements)))


def _with_odd_attributes(elements: list[etree._Element], chance: Random) -> None:
    bearing = [element for element in elements if element.attrib]
    for element in chance.sample(bearing, min(len(bearing), chance.choice((1, 1, 4)))):
        element.set(chance.choice(sorted(element.attrib, key=str)), chance.choice(ODD_VALUES))


def _without_attributes(elements: list[etree._Element], chance: Random) -> None:
    bearing = [element for element in elements if element.attrib]
    for element in chance.sample(bearing, min(len(bearing), chance.choice((1, 2, 10)))):
        del element.attrib[chance.choice(sorted(element.attrib, key=str))]


def _with_odd_texts(elements: list[etree._Element], chance: Random) -> None:
    texts = [element for element in elements if element.text] or elements
    for element in chance.sample(texts, min(len(texts), chance.choice((1, 1, 6)))):
        element.text = chance.choice(ODD_VALUES)


def _with_other_names(elements: list[etree._Element], chance: Random) -> None:
    element = chance.choice(elements)
    element.tag = chance.choice(("x", "{urn:lain}x", chance.choice(elements).tag))


def with_entities(content: bytes, chance: Random) -> bytes:
    """Entities that multiply, or that stand for a file."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9))
    file = '<!ENTITY l8 SYSTEM "file:///etc/passwd">'
    kind = f"<!DOCTYPE a [{chance.choice((laughs, file))}]>".encode()
    body = re.sub(rb"^<\?xml[^>]*\?>", b"", content)
    return kind + re.sub(rb">([^<>]+)<", b">&l8;<", body, count=chance.choice((1, 5)))


def nested(content: bytes, chance: Random) -> bytes:
    """An element far below all others."""
    name = chance.choice((b"x", b"row", b"w:p", b"si"))
    deep = b"<" + name + b">"
    end = content.rfind(b"</")
    return content[:end] + deep * _DEPTH + b"</" + name + b">" * 1 + content[end:]


def nested_well(content: bytes, chance: Random) -> bytes:
    """An element far below all others, each closed."""
    end = content.rfind(b"</")
    depth = chance.choice((200, 1000, _DEPTH))
    return content[:end] + b"<x>" * depth + b"</x>" * depth + content[end:]


def in_another_encoding(content: bytes, chance: Random) -> bytes:
    """The bytes are of another encoding than the head says, or of a rare one."""
    text = re.sub(r"^<\?xml[^>]*\?>", "", content.decode("utf-8-sig"))
    name = chance.choice(("utf-16", "utf-32", "utf-7", "cp1252", "utf-8", "tiada"))
    head = f'<?xml version="1.0" encoding="{name}"?>'
    real = chance.choice(("utf-16", "utf-8", "cp1252"))
    return (head + text).encode(real, errors="replace")


def no_xml(content: bytes, chance: Random) -> bytes:
    """XML that ends too early, or with signs that it must not hold."""
    at = chance.randrange(len(content))
    signs = (b"", b"&", b"<", b"\0", b"\x07", b"\xff", b"\xed\xa0\x80", b"&#0;", b"]]>", b"<!--")
    sign = chance.choice(signs)
    return content[:at] + sign + (content[at:] if sign else b"")


def in_part(mutate: XmlMutation, among: str) -> PackageMutation:
    """The mutation of a package that mutates one of the XML parts whose names match `among`."""

    def mutated(package: bytes, chance: Random) -> bytes:
        parts = unpacked(package)
        name = chance.choice(sorted(name for name in parts if re.search(among, name)))
        parts[name] = mutate(parts[name], chance)
        return packed(parts)

    return mutated


XML_MUTATIONS: tuple[XmlMutation, ...] = (
    *map(_of_tree, (
        _without_elements, _with_elements_twice, _with_elements_elsewhere, _with_odd_attributes,
        _without_attributes, _with_odd_texts, _with_other_names,
    )),
    with_entities, nested, nested_well, in_another_encoding, no_xml,
)  # fmt: skip
