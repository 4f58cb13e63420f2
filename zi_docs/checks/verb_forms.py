"""Active verbs of Indonesian, told by their prefix."""

from __future__ import annotations

import re

_ACTIVE = re.compile(r"me(?:m|n|ng|ny)?[a-z]{4,}")
# Words that begin like one.
_OTHERS = frozenset(
    (
        *("mekanisme", "melainkan", "melalui", "memang", "memorandum", "menara", "mengapa"),
        *("mengenai", "mental", "menteri", "mentor", "menuju", "menurut", "mereka", "merdeka"),
        *("meskipun", "metode", "metodologi", "meterai", "medsos", "merek", "mentoring"),
    )
)


def is_active(word: str) -> bool:
    """Whether a word in small letters is an active verb (`menyusun`)."""
    return _ACTIVE.fullmatch(word) is not None and word not in _OTHERS
