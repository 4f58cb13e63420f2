"""Names of files that people dropped in: valid on every system, and still readable."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from zi_docs.file_names import LONGEST_PATH, is_file_name

_FORBIDDEN = re.compile(r'(?P<inside>(?<=\w)[<>:"/\\|?*]+(?=\w))|[<>:"/\\|?*]+')
# Systems other than Windows count the bytes of a name; a number may be added.
_LONGEST_BYTES, _LEAST, _NUMBER = 180, 12, 8
_LONGEST_SUFFIX = 10
_NAMELESS = "berkas"


def safe_name(name: str, folder: Path) -> str:
    """The name as a file of `folder` may have it: no path, nothing hidden, nothing too long.

    What stands before a slash is dropped, as are signs that show nothing or turn the direction of
    writing.
    """
    name = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    plain = _FORBIDDEN.sub(lambda match: "-" if match["inside"] else " ", _shown(name))
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX or not _bare(stem):
        stem, suffix = plain, ""
    stem, suffix = _bare(stem), _bare(suffix)
    if stem and not is_file_name(stem):
        stem = f"{_NAMELESS} {stem}"
    ending = f".{suffix}" if suffix else ""
    return f"{_cut(stem or _NAMELESS, folder, ending)}{ending}"


def numbered(name: str, number: int) -> str:
    """The name with a number: `notula (2).pdf`."""
    path = Path(name)
    return f"{path.stem} ({number}){path.suffix}"


def _shown(text: str) -> str:
    """The text without signs that show nothing, white space as single spaces."""
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)[0]
        letters.append(" " if kind == "Z" or letter.isspace() else "" if kind == "C" else letter)
    return " ".join("".join(letters).split())


def _bare(text: str) -> str:
    """The text without what hides a file at its beginning, or what Windows drops at its end."""
    return " ".join(text.lstrip(".~$ ").rstrip(". ").split())


def _cut(stem: str, folder: Path, ending: str) -> str:
    room = LONGEST_PATH - len(str(folder.absolute())) - len(ending) - _NUMBER
    stem = stem[: max(room, _LEAST)]
    while len(stem.encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ")
