"""The program's own JSON files, read with the shape that they must have.

Whoever finds one may find anything: half of it, another program's, one changed by hand. What is
read here has the types that were asked for and names no file outside its folder, or is refused
with one error.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from zi_docs.folders import read_regular

T = TypeVar("T")
# Some thousand papers take a few MiB.
_MOST_BYTES = 64 * 1024**2


class DamagedStateError(ValueError):
    """A state file that cannot be read, or not as what it should be."""


def read_state(path: Path) -> Mapping[str, Any]:
    """The JSON object of a file. Raises DamagedStateError, also for a file that is not there."""
    try:
        content = json.loads(read_regular(path, _MOST_BYTES))
    except (OSError, ValueError, RecursionError) as problem:
        raise DamagedStateError(str(problem)) from problem
    return as_object(content)


def as_object(value: object) -> Mapping[str, Any]:
    """A JSON object. Raises DamagedStateError."""
    if not isinstance(value, dict):
        raise DamagedStateError("no object")
    return value


def as_text(value: object) -> str:
    """A text that can be written again. Raises DamagedStateError."""
    if not isinstance(value, str):
        raise DamagedStateError("no text")
    try:
        value.encode()
    except UnicodeEncodeError as problem:
        raise DamagedStateError("half a character") from problem
    return value


def as_flag(value: object) -> bool:
    """True or false. Raises DamagedStateError."""
    if not isinstance(value, bool):
        raise DamagedStateError("neither true nor false")
    return value


def as_path_inside(value: object) -> str:
    """The path of a file below the state file's folder, with slashes. Raises DamagedStateError."""
    text = as_text(value)
    path = PurePosixPath(text)
    outside = path.is_absolute() or ".." in path.parts or not path.parts
    if outside or any(sign in text for sign in "\0\\:"):
        raise DamagedStateError("a path outside the folder")
    return text


def as_texts(value: object) -> tuple[str, ...]:
    """A list of texts. Raises DamagedStateError."""
    return as_list(value, as_text)


def as_list(value: object, read: Callable[[object], T]) -> tuple[T, ...]:
    """A list, each item read by `read`. Raises DamagedStateError."""
    if not isinstance(value, list):
        raise DamagedStateError("no list")
    return tuple(read(item) for item in value)


def as_mapping(
    value: object,
    read: Callable[[object], T],
    read_key: Callable[[object], str] = as_text,
) -> dict[str, T]:
    """A JSON object, its keys read by `read_key` and its values by `read`.

    Raises DamagedStateError.
    """
    return {read_key(key): read(item) for key, item in as_object(value).items()}
