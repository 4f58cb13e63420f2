"""The parts of a Word document while passes work on it: each is parsed and written once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from lxml import etree

from zi_docs.word.wordml import part_bytes


class WordPackage(MutableMapping[str, bytes]):
    """The parts of a package by name, as bytes, and as the trees that passes change in place.

    `roots` are parts that are parsed already. A part asked for as bytes contains what was changed
    in its tree; a part that is set gets a new tree.
    """

    def __init__(
        self, parts: Mapping[str, bytes], roots: Mapping[str, etree._Element] | None = None
    ) -> None:
        self._parts = dict(parts)
        self._roots: dict[str, etree._Element] = {}
        for name, root in (roots or {}).items():
            self._parts.setdefault(name, b"")
            self._roots[name] = root

    def root(self, name: str) -> etree._Element:
        """The root of a part, to be changed in place. Raises KeyError if there is no such part."""
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self._parts[name])
        return self._roots[name]

    def __getitem__(self, name: str) -> bytes:
        root = self._roots.get(name)
        return self._parts[name] if root is None else part_bytes(root)

    def __setitem__(self, name: str, content: bytes) -> None:
        self._roots.pop(name, None)
        self._parts[name] = content

    def __delitem__(self, name: str) -> None:
        del self._parts[name]
        self._roots.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
