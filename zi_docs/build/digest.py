"""Values as hashes: equal hashes, equal values.

Where a value stands in the workbook is no part of it: a row that moved with its words unchanged
makes no paper anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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

NO_FILE = "-"
_WHEREABOUTS = (Place, Origin)
# Room to write in by hand.
_ROOMS = (BLANK.encode(), DOTS.encode())


@dataclass(frozen=True)
class InputHashes:
    """The hashes of a product's inputs by their names, and of the template that it fills.

    `blanks` are the names of content that leaves room to write in by hand.
    """

    content: Mapping[str, str]
    form: Mapping[str, str]
    template: str
    blanks: tuple[str, ...]


def input_hashes(product: Product, templates: Path) -> InputHashes:
    """The hashes of what a product is made from; its template stands in `templates`."""
    inputs = product.inputs()
    content = {name: _encoded(value) for name, value in inputs.content.items()}
    return InputHashes(
        {name: _sha256(code) for name, code in content.items()},
        {name: digest(value) for name, value in inputs.form.items()},
        file_digest(templates / product.template) if product.template else "",
        tuple(name for name, code in content.items() if any(room in code for room in _ROOMS)),
    )


def digest(value: object) -> str:
    """The SHA-256 of a value made of text, numbers, dates, lists, mappings and records."""
    return _sha256(_encoded(value))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file; empty when it is not there, NO_FILE for what cannot be read as one."""
    try:
        if path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()
        return NO_FILE if os.path.lexists(path) else ""
    except OSError:
        return NO_FILE


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


def _encoded(value: object) -> bytes:
    """A value as bytes that no other value has: each piece says its kind and its length."""
    pieces: list[bytes] = []
    _encode(value, pieces)
    return b"".join(pieces)


_Encoder = Callable[[Any, list[bytes]], None]
_KNOWN_ENCODERS: dict[type, _Encoder] = {}


def _encode(value: object, out: list[bytes]) -> None:
    _encoder(type(value))(value, out)


def _encoder(kind: type) -> _Encoder:
    """What encodes the values of a type, looked up by the type alone, which is the quickest."""
    if kind not in _KNOWN_ENCODERS:
        fitting = (encoder for kinds, encoder in _ENCODERS if issubclass(kind, kinds))
        _KNOWN_ENCODERS[kind] = next(fitting, _record)
    return _KNOWN_ENCODERS[kind]


def _text(value: str, out: list[bytes]) -> None:
    content = value.encode("utf-8", "surrogatepass")
    out.append(b"s%d:%s" % (len(content), content))


def _bytes(value: bytes, out: list[bytes]) -> None:
    out.append(b"b%d:%s" % (len(value), value))


def _plain(value: object, out: list[bytes]) -> None:
    content = repr(value).encode()
    out.append(b"v%d:%s" % (len(content), content))


def _member(value: Enum, out: list[bytes]) -> None:
    content = str(value).encode()
    out.append(b"e%d:%s" % (len(content), content))


def _mapping(value: Mapping[Any, object], out: list[bytes]) -> None:
    _many(b"m(", (part for key in sorted(value) for part in (key, value[key])), out)


def _sequence(value: Iterable[object], out: list[bytes]) -> None:
    _many(b"l(", value, out)


def _set(value: Iterable[Any], out: list[bytes]) -> None:
    _many(b"t(", sorted(value), out)


_ENCODERS: tuple[tuple[type | tuple[type, ...], _Encoder], ...] = (
    (Enum, _member),
    (str, _text),
    ((type(None), bool, int, float, date, time), _plain),
    (bytes, _bytes),
    (Mapping, _mapping),
    ((list, tuple, range), _sequence),
    ((set, frozenset), _set),
)


def _record(value: object, out: list[bytes]) -> None:
    kind: Any = type(value)
    if is_dataclass(value):
        name = kind.__name__.encode()
        out.append(b"r%d:%s" % (len(name), name))
        items = (getattr(value, name) for name in _fields(kind))
        _many(b"f(", (item for item in items if not isinstance(item, _WHEREABOUTS)), out)
    elif isinstance(value, Continued | Omitted):
        out.append(kind.__name__.encode())
    else:
        raise TypeError(f"{kind.__name__} cannot be hashed as an input")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold its content."""
    if issubclass(kind, _WHEREABOUTS):
        return ()
    return tuple(field.name for field in fields(kind))


def _many(kind: bytes, values: Iterable[object], out: list[bytes]) -> None:
    out.append(kind)
    for value in values:
        _encoder(type(value))(value, out)
    out.append(b")")
