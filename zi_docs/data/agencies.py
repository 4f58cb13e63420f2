"""The words of agencies: those that the program knows, and those of an office's own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zi_docs.data import shipped

DEFAULT = "kpu"
_FRESH = "buku_kerja"


def fresh_words() -> Mapping[str, Any]:
    """What a fresh workbook begins with and shows as examples: those of the default agency."""
    words: Mapping[str, Any] = shipped(f"agencies/{DEFAULT}")[_FRESH]
    return words
