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
from zi_docs.text import BLANK, DOTS, Continued, Omitted, RichText

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
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
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


def _encode(value: object, out: list[bytes]) -> None:
    _ENCODER[type(value)](value, out)


class _Encoders(dict[type, "_Encoder"]):
    """What encodes the values of a type, looked up by the type alone, which is the quickest."""

    def __missing__(self, kind: type) -> _Encoder:
        fitting = (encoder for kinds, encoder in _ENCODERS if issubclass(kind, kinds))
        encoder = self[kind] = next(fitting, _record)
        return encoder


def _text(value: str, out: list[bytes]) -> None:
    content = value.encode("utf-8", "surrogatepass")
    out.append(b"s%d:%s" % (len(content), content))


def _bytes(value: bytes, out: list[bytes]) -> None:
    out.append(b"b%d:%s" % (len(value), value))


def _plain(value: object, out: list[bytes]) -> None:
    content = repr(value).encode()
    out.append(b"v%d:%s" % (len(content), content))


def _switch(value: bool | None, out: list[bytes]) -> None:
    out.append(_SWITCHES[value])


def _member(value: Enum, out: list[bytes]) -> None:
    content = str(value).encode()
    out.append(b"e%d:%s" % (len(content), content))


def _rich_text(value: RichText, out: list[bytes]) -> None:
    """The text of a cell stands on many papers: its code is kept beside it, as long as it lives."""
    code = vars(value).get(_CODE)
    if code is None:
        pieces: list[bytes] = []
        _record(value, pieces)
        code = vars(value)[_CODE] = b"".join(pieces)
    out.append(code)


def _mapping(value: Mapping[Any, object], out: list[bytes]) -> None:
    _many(b"m(", (part for key in sorted(value) for part in (key, value[key])), out)


def _sequence(value: Iterable[object], out: list[bytes]) -> None:
    _many(b"l(", value, out)


def _set(value: Iterable[Any], out: list[bytes]) -> None:
    _many(b"t(", sorted(value), out)


_SWITCHES = {None: b"v4:None", True: b"v4:True", False: b"v5:False"}
_CODE = "code of digest"
_ENCODERS: tuple[tuple[type | tuple[type, ...], _Encoder], ...] = (
    (Enum, _member),
    (RichText, _rich_text),
    (str, _text),
    ((type(None), bool), _switch),
    ((int, float, date, time), _plain),
    (bytes, _bytes),
    (Mapping, _mapping),
    ((list, tuple, range), _sequence),
    ((set, frozenset), _set),
)
_ENCODER = _Encoders()


def _record(value: object, out: list[bytes]) -> None:
    kind: Any = type(value)
    if is_dataclass(value):
        head, names = _shape(kind)
        out.append(head)
        for name in names:
            item = getattr(value, name)
            if not isinstance(item, _WHEREABOUTS):
                _ENCODER[type(item)](item, out)
        out.append(b")")
    elif isinstance(value, Continued | Omitted):
        out.append(kind.__name__.encode())
    else:
        raise TypeError(f"{kind.__name__} cannot be hashed as an input")


@cache
def _shape(kind: Any) -> tuple[bytes, tuple[str, ...]]:
    """How the code of a record begins, and the fields that hold its content."""
    name = kind.__name__.encode()
    content = () if issubclass(kind, _WHEREABOUTS) else fields(kind)
    return b"r%d:%sf(" % (len(name), name), tuple(field.name for field in content)


def _many(kind: bytes, values: Iterable[object], out: list[bytes]) -> None:
    out.append(kind)
    for value in values:
        _ENCODER[type(value)](value, out)
    out.append(b")")
