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
LONGEST_PATH = 240
"""Windows allows 260 characters in all; a program beside which it lies wants some for its own."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
# Names of devices, whatever follows behind a full stop.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.I)
# Between IDs of a list stand commas and semicolons.
_PARTING = re.compile(r"[;,]")
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def is_file_name(name: str) -> bool:
    """Whether a file or folder of this name can be made on every system."""
    bare = name.rstrip(". ")
    return bool(bare) and bare == name and not (_FORBIDDEN.search(name) or _DEVICE.fullmatch(name))


def has_forbidden_sign(key: str) -> bool:
    """Whether an ID holds what no name may: one in front of which a full stop would hide it too."""
    return bool(_FORBIDDEN.search(key) or _PARTING.search(key)) or key.startswith(".")


def can_name_files(key: str) -> bool:
    """Whether an ID without forbidden signs may name files; a hyphen in front begins an option."""
    return len(key) <= LONGEST_ID and is_file_name(key) and not key.startswith("-")


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
