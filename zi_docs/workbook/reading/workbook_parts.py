"""The parts of a workbook's package: named without care for case, parsed without entities.

Many programs write packages, and what they get wrong is mostly in parts that hold no cell. A part
is therefore looked at only when it is needed, and what is wrong with it is said of it alone.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from lxml import etree

_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, KeyError)
# No XML may hold these characters; some programs write them nevertheless.
_FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));",
    re.I,
)
_HEAD = 4096
_UNDECLARED_PREFIX = "NS_ERR_UNDEFINED_NAMESPACE"


class BrokenPartError(Exception):
    """A part that is missing or cannot be parsed; `part` is its name."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True)
class PartRelation:
    """A relation of a part: the last word of its type, and the part or address it leads to."""

    kind: str
    target: str


class WorkbookParts:
    """The parts of a package that `check_package` found to be of a sound size."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(content))
        self._names = {_canonical(name): name for name in self._archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return _canonical(part) in self._names

    def data(self, part: str) -> bytes:
        """The bytes of a part. Raises BrokenPartError."""
        try:
            return self._archive.read(self._names[_canonical(part)])
        except _UNREADABLE as problem:
            raise BrokenPartError(part) from problem

    def tree(self, part: str) -> Any:
        """The root element of a part. Raises BrokenPartError."""
        ended = [element for _, element in elements(self.data(part), part, ("end",), None)]
        if not ended:
            raise BrokenPartError(part)
        return ended[-1]

    def relations(self, part: str) -> dict[str, PartRelation]:
        """The relations of a part by their IDs; none without a part that holds them.

        Raises BrokenPartError.
        """
        folder, name = posixpath.split(part)
        source = f"{folder}/_rels/{name}.rels"
        if source not in self:
            return {}
        return {
            element.get("Id", ""): PartRelation(
                element.get("Type", "").rpartition("/")[2], _target(element, folder)
            )
            for element in self.tree(source)
            if isinstance(element.tag, str)
        }


def _target(element: Any, folder: str) -> str:
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return str(target)
    path = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _canonical(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def elements(
    data: bytes, part: str, events: Sequence[str], tags: Sequence[str] | None
) -> Iterator[tuple[str, Any]]:
    """The elements of a part as its parser ends them, by their names without a namespace.

    Characters that no XML may hold and prefixes that nobody declares are passed over. Raises
    BrokenPartError for any other fault, when the elements before it were given.
    """
    if b"<!DOCTYPE" in data[:_HEAD]:
        # No program writes one into a workbook; with entities it could be made to swell.
        raise BrokenPartError(part)
    given = 0
    recover = False
    while True:
        names = None if tags is None else [f"{{*}}{tag}" for tag in tags]
        parsed = _parsed(data, events, names, recover)
        try:
            for index, (event, element) in enumerate(parsed):
                if index >= given:
                    given += 1
                    yield event, element
            return
        except etree.XMLSyntaxError as problem:
            cleaned = _FORBIDDEN.sub(b"", data) if b"\0" not in data[:4] else data
            # That of the exception holds what went wrong in other files before.
            log: Iterable[Any] = parsed.error_log
            undeclared = {entry.type_name for entry in log} == {_UNDECLARED_PREFIX}
            if cleaned != data:
                data = cleaned
            elif undeclared and not recover:
                recover = True
            else:
                raise BrokenPartError(part) from problem


def _parsed(data: bytes, events: Sequence[str], names: Any, recover: bool) -> Any:
    return etree.iterparse(
        BytesIO(data),
        events=events,
        tag=names,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=recover,
    )


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_on(element: Any) -> bool:
    """Whether a switch such as `<b/>` or `<b val="0"/>` is there and on."""
    if element is None:
        return False
    return element.get("val", "1").strip().casefold() not in ("0", "false", "off", "none")
