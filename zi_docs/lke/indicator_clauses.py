"""The clauses of an indicator that merges several questions of the LKE into one.

`SOP telah mengacu pada proses bisnis dan dipahami seluruh pegawai` says two things of one subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINTS = re.compile(r"\s*(?:;|\n|\bdan\b|\bserta\b)\s*", re.I)
_AUXILIARIES = re.compile(r"\s*\b(?:telah|sudah)\b\s*", re.I)
# dipahami, menyusun; at the start also a noun of action: pemberian.
_VERB = re.compile(r"\b(?:di|me[mn]|menge)[a-z]{4,}", re.I)
_VERB_FIRST = re.compile(r"(?:di|me[mn])[a-z]{4,}", re.I)
_ACTION_FIRST = re.compile(r"pe[mn][a-z]{3,}an\b", re.I)


def clauses(indicator: str) -> tuple[str, ...]:
    """The clauses of an indicator, each with its subject; the whole where it is one."""
    result: list[str] = []
    subject = ""
    for part in _coordinates(indicator):
        pieces = [piece for piece in _AUXILIARIES.split(part) if piece]
        if len(pieces) > 1 and not _VERB_FIRST.match(pieces[0]):
            subject = pieces.pop(0)
        result += [
            f"{subject} {piece}".strip() if number or _speaks_of_subject(part, piece) else piece
            for number, piece in enumerate(pieces)
        ]
    return tuple(result) if len(result) > 1 else (indicator,)


def _speaks_of_subject(part: str, piece: str) -> bool:
    """Whether a piece goes on about the subject: it begins with its verb, or the subject stood
    before it in its part.
    """
    return bool(_VERB_FIRST.match(piece)) or not part.startswith(piece)


def _coordinates(text: str) -> Iterator[str]:
    """The parts between joints; a part that says nothing of its own stays with the one before."""
    joined = ""
    for part in _JOINTS.split(text):
        # After a comma, it is the last of a list.
        if joined and (joined.endswith(",") or not _says_something(part)):
            joined += f" dan {part}"
            continue
        if joined:
            yield joined
        joined = part
    yield joined


def _says_something(part: str) -> bool:
    return bool(_VERB.search(part) or _ACTION_FIRST.match(part) or _AUXILIARIES.search(part))
