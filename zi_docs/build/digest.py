"""What a document is made from, as hashes: equal hashes, equal document.

Where a value stands in the workbook is no part of it: a row that moved with its words unchanged
makes no document anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from zi_docs.findings import Place
from zi_docs.model import Origin
from zi_docs.papers.document import BLANK, Document
from zi_docs.text import Continued, Omitted

_WHEREABOUTS = (Place, Origin)
_DOTS = "." * 10


@dataclass(frozen=True)
class Inputs:
    """The hashes of a document's values by their names, of its settings and of its template."""

    values: Mapping[str, str]
    settings: str
    template: str

    @property
    def key(self) -> str:
        """One hash for all of them."""
        return digest((self.values, self.settings, self.template))


def inputs_of(document: Document, templates: Path) -> Inputs:
    """The inputs of a document whose template stands in `templates`."""
    settings = (
        document.paper,
        document.title,
        document.subject,
        document.author,
        document.keywords,
        document.stamp,
        document.archival,
        document.mark,
        document.signature,
        document.rows,
        document.keeps,
    )
    return Inputs(
        {name: digest(value) for name, value in document.context.items()},
        digest(settings),
        file_digest(templates / document.template),
    )


def digest(value: object) -> str:
    """The SHA-256 of a value made of text, numbers, dates, lists, mappings and records."""
    pieces: list[bytes] = []
    _encode(value, pieces)
    return hashlib.sha256(b"".join(pieces)).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file; of nothing when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def files_digest(paths: Iterable[Path], root: Path) -> str:
    """The SHA-256 of files and their names below `root`."""
    return digest([(path.relative_to(root).as_posix(), file_digest(path)) for path in paths])


def texts(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value) and not isinstance(value, (type, *_WHEREABOUTS)):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def blanks(document: Document) -> list[str]:
    """The names of those values of a document that leave room to write in by hand."""
    return [
        name
        for name, value in document.context.items()
        if any(room in text for text in texts(value) for room in (BLANK, _DOTS))
    ]


def _encode(value: object, out: list[bytes]) -> None:
    """Add a value as bytes that no other value has: each piece says its kind and its length."""
    if isinstance(value, str):
        _piece(b"s", value.encode("utf-8", "surrogatepass"), out)
    elif value is None or isinstance(value, bool | int | float | date | time):
        _piece(b"v", repr(value).encode(), out)
    elif isinstance(value, bytes):
        _piece(b"b", value, out)
    elif isinstance(value, Enum):
        _piece(b"e", str(value).encode(), out)
    elif isinstance(value, Mapping):
        _many(b"m", (part for key in sorted(value) for part in (key, value[key])), out)
    elif isinstance(value, list | tuple):
        _many(b"l", value, out)
    elif isinstance(value, set | frozenset):
        _many(b"t", sorted(value), out)
    else:
        _record(value, out)


def _record(value: object, out: list[bytes]) -> None:
    kind: Any = type(value)
    _piece(b"r", kind.__name__.encode(), out)
    if is_dataclass(value):
        held = (getattr(value, name) for name in _fields(kind))
        _many(b"f", (one for one in held if not isinstance(one, _WHEREABOUTS)), out)
    elif not isinstance(value, Continued | Omitted):
        raise TypeError(f"{kind.__name__} is no value of a document")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold its content."""
    return () if issubclass(kind, _WHEREABOUTS) else tuple(one.name for one in fields(kind))


def _many(kind: bytes, values: Iterable[object], out: list[bytes]) -> None:
    out.append(kind + b"(")
    for value in values:
        _encode(value, out)
    out.append(b")")


def _piece(kind: bytes, content: bytes, out: list[bytes]) -> None:
    out.append(b"%s%d:%s" % (kind, len(content), content))
