"""Values as hashes: equal hashes, equal values.

Where a value stands in the workbook is no part of it: a row that moved with its words unchanged
makes no paper anew.
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
from zi_docs.product import Product
from zi_docs.text import BLANK, DOTS, Continued, Omitted

_WHEREABOUTS = (Place, Origin)


@dataclass(frozen=True)
class InputHashes:
    """The hashes of a product's inputs by their names, and of the template that it fills."""

    content: Mapping[str, str]
    form: Mapping[str, str]
    template: str


def input_hashes(product: Product, templates: Path) -> InputHashes:
    """The hashes of what a product is made from; its template stands in `templates`."""
    inputs = product.inputs()
    return InputHashes(
        {name: digest(value) for name, value in inputs.content.items()},
        {name: digest(value) for name, value in inputs.form.items()},
        file_digest(templates / product.template) if product.template else "",
    )


def digest(value: object) -> str:
    """The SHA-256 of a value made of text, numbers, dates, lists, mappings and records."""
    pieces: list[bytes] = []
    _encode(value, pieces)
    return hashlib.sha256(b"".join(pieces)).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file; empty when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def texts(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, (type, *_WHEREABOUTS)):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def blanks(content: Mapping[str, object]) -> list[str]:
    """The names of those values that leave room to write in by hand."""
    return [
        name
        for name, value in content.items()
        if any(room in text for text in texts(value) for room in (BLANK, DOTS))
    ]


def _encode(value: object, out: list[bytes]) -> None:
    """Add a value as bytes that no other value has: each piece says its kind and its length."""
    if isinstance(value, str):
        _piece(b"s", value.encode("utf-8", "surrogatepass"), out)
    elif isinstance(value, Enum):
        _piece(b"e", str(value).encode(), out)
    elif value is None or isinstance(value, bool | int | float | date | time):
        _piece(b"v", repr(value).encode(), out)
    elif isinstance(value, bytes):
        _piece(b"b", value, out)
    elif isinstance(value, Mapping):
        _many(b"m", (part for key in sorted(value) for part in (key, value[key])), out)
    elif isinstance(value, list | tuple | range):
        _many(b"l", value, out)
    elif isinstance(value, set | frozenset):
        _many(b"t", sorted(value), out)
    else:
        _record(value, out)


def _record(value: object, out: list[bytes]) -> None:
    kind: Any = type(value)
    _piece(b"r", kind.__name__.encode(), out)
    if is_dataclass(value):
        items = (getattr(value, name) for name in _fields(kind))
        _many(b"f", (item for item in items if not isinstance(item, _WHEREABOUTS)), out)
    elif not isinstance(value, Continued | Omitted):
        raise TypeError(f"{kind.__name__} cannot be hashed as an input")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold its content."""
    if issubclass(kind, _WHEREABOUTS):
        return ()
    return tuple(field.name for field in fields(kind))


def _many(kind: bytes, values: Iterable[object], out: list[bytes]) -> None:
    out.append(kind + b"(")
    for value in values:
        _encode(value, out)
    out.append(b")")


def _piece(kind: bytes, content: bytes, out: list[bytes]) -> None:
    out.append(b"%s%d:%s" % (kind, len(content), content))
