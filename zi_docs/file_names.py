"""What may name a file or a folder: the one rule, which is that of Windows, the strictest.

A workbook goes from computer to computer, and what was made from it goes along; so the rule holds
on every system.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

LONGEST_ID = 60
"""IDs are a part of names, and these of paths."""
_LONGEST_ID_BYTES = 2 * LONGEST_ID
"""Systems other than Windows count bytes; letters that are not Latin take up to four."""
LONGEST_PATH = 240
"""Windows allows 260 characters in all; a program beside which it lies wants some for its own."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
# Names of devices, whatever follows behind a full stop.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.I)
# Between IDs of a list stand commas and semicolons.
_PARTING = re.compile(r"[;,]")
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_REPLACED = re.compile(r'(?P<inside>(?<=\w)[<>:"/\\|?*]+(?=\w))|[<>:"/\\|?*]+')
# Systems other than Windows count the bytes of a name; a number may be added.
_LONGEST_BYTES, _LEAST, _NUMBER = 180, 12, 8
_LONGEST_SUFFIX = 10
_NAMELESS = "berkas"


def is_file_name(name: str) -> bool:
    """Whether a file or folder of this name can be made on every system."""
    bare = name.rstrip(". ")
    return bool(bare) and bare == name and not (_FORBIDDEN.search(name) or _DEVICE.fullmatch(name))


def has_forbidden_sign(key: str) -> bool:
    """Whether an ID holds what no name may: one in front of which a full stop would hide it too."""
    return bool(_FORBIDDEN.search(key) or _PARTING.search(key)) or key.startswith(".")


def can_name_files(key: str) -> bool:
    """Whether an ID without forbidden signs may name files; a hyphen in front begins an option."""
    short = len(key) <= LONGEST_ID and len(key.encode()) <= _LONGEST_ID_BYTES
    return short and is_file_name(key) and not key.startswith("-")


def is_too_long(path: Path) -> bool:
    """Whether a file is too deep for Windows to open it."""
    return len(str(path.absolute())) > LONGEST_PATH


def plain_name(text: str, longest: int) -> str:
    """The text with plain letters, digits and single spaces only, cut between words.

    Such a name is valid on every system behind a number or an ID.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = _UNSAFE.sub(" ", plain).split()
    name = "".join(words[:1])
    for word in words[1:]:
        if len(f"{name} {word}") > longest:
            break
        name = f"{name} {word}"
    return name[: max(longest, 0)]


def file_stem(key: str) -> str:
    """The ID or name of a paper as a file name; two papers may have the same."""
    return re.sub(r"[^\w.-]+", "-", key.strip())


def room_in(folder: Path) -> int:
    """How many letters the name of a file in a folder may have."""
    return LONGEST_PATH - len(str(folder.absolute()))


def safe_name(name: str, room: int) -> str:
    """The name as a file may have it: no path, nothing hidden, not longer than `room` letters.

    What stands before a slash is dropped, as are signs that show nothing or turn the direction of
    writing.
    """
    name = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    plain = _REPLACED.sub(lambda match: "-" if match["inside"] else " ", _shown(name))
    # What Windows drops at the end is gone before an ending is looked for.
    plain = plain.rstrip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX or not _bare(stem):
        stem, suffix = plain, ""
    stem, suffix = _bare(stem), _bare(suffix)
    if stem and not is_file_name(stem):
        stem = f"{_NAMELESS} {stem}"
    ending = f".{suffix}" if suffix else ""
    return f"{_cut(stem or _NAMELESS, room, ending)}{ending}"


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
    # What was taken out may have stood between a letter and its accent.
    return " ".join(unicodedata.normalize("NFC", "".join(letters)).split())


def _bare(text: str) -> str:
    """The text without what hides a file at its beginning, or what Windows drops at its end."""
    return " ".join(text.lstrip(".~$ ").rstrip(". ").split())


def _cut(stem: str, room: int, ending: str) -> str:
    stem = stem[: max(room - len(ending) - _NUMBER, _LEAST)]
    while len(stem.encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ")
