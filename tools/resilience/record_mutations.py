"""The program's own records as a crash, an editor or somebody with bad intent leaves them."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from random import Random
from typing import Any

Put = Callable[[Any], None]

_PATHS = (
    "../../luar.txt", "/etc/passwd", "a/../../luar.txt", "C:\\Windows\\x", "", ".", "a\0b",
    "x" * 300, "ditandatangani/renaksi.pdf", ".kerja/baru-0", "manifest.json", "\udcff", "tautan/x",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**400, 1.5, "", "teks", [], {}, [[]], {"a": {}}, [None], "\u202e\x1b[31m",
    "x" * 100_000,
)  # fmt: skip
_DEPTH = 100_000


def _places(value: Any, put: Put) -> list[tuple[Any, Put]]:
    """Each value within a value, with what puts another in its place."""
    places = [(value, put)]
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        places += _places(inner, partial(value.__setitem__, key))
    return places


def with_other_values(content: bytes, chance: Random) -> bytes:
    """Values of another type, paths that lead elsewhere, hashes of others."""
    root = {"": json.loads(content)}
    for _ in range(chance.choice((1, 1, 3, 20))):
        value, put = chance.choice(_places(root[""], lambda new: root.__setitem__("", new)))
        other, _ = chance.choice(_places(root[""], lambda new: None))
        odd = _PATHS if isinstance(value, str) and chance.random() < 0.6 else (*_VALUES, other)
        # A copy, for a value may be put into itself.
        put(deepcopy(chance.choice(odd)))
    return json.dumps(root[""]).encode()


def without_keys(content: bytes, chance: Random) -> bytes:
    """A program that wrote less, or other names."""
    root = json.loads(content)
    objects = [value for value, _ in _places(root, lambda new: None) if isinstance(value, dict)]
    for value in chance.sample(objects, min(3, len(objects))):
        if value:
            key = chance.choice(sorted(value))
            value[chance.choice((key.upper(), *_PATHS))] = value.pop(key)
    return json.dumps(root).encode()


def of_anything(content: bytes, chance: Random) -> bytes:
    """Any bytes, any JSON, half of it, JSON deeper than anybody reads."""
    choices = (
        b"", b" ", b"{}", b"[]", b"null", b"5", b'"teks"', b"{", chance.randbytes(300),
        b"[" * _DEPTH, b'{"a":' * _DEPTH, b"[" * _DEPTH + b"]" * _DEPTH, b"\xff\xfe{\0}\0",
        b"\xef\xbb\xbf" + content, content + content, content[: chance.randrange(len(content) + 1)],
        content.replace(b"{", b"["), b"1" * 10_000, b"NaN", b'{"version": 1e999}',
    )  # fmt: skip
    return chance.choice(choices)


def flipped_letters(content: bytes, chance: Random) -> bytes:
    """A few bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 10)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


RECORD_MUTATIONS = (
    with_other_values,
    with_other_values,
    without_keys,
    of_anything,
    flipped_letters,
)
