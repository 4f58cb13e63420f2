"""Addresses of evidence, judged by their form alone: nothing is opened, for that needs a network.

A link that does not open scores 0 (NASKAH section 10), so what cannot open is told.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from zi_docs.findings import Finding, Place, warning

SHORTCUTS = (".url", ".txt", ".webloc", ".desktop")
"""Files that may hold nothing but an address."""

_WEB = ("http", "https")
# The address of a computer of the office, or of this one only.
_INNER = re.compile(
    r"localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:/|[a-z]:\\|\\\\", re.I)
# What is meant as an address though nothing says so: `www.kpu.go.id`, `s.id/abc`.
_BARE = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.I)
_NO_SITES = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".pptx", ".zip", ".doc", ".xls")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address and not as the name of a file."""
    text = text.strip()
    if _SCHEME.match(text):
        return True
    bare = _BARE.fullmatch(text)
    return bare is not None and not text.casefold().endswith(_NO_SITES)


def is_sound_address(text: str) -> bool:
    """Whether an address has the form of one that opens in a browser everywhere."""
    return bool(text) and not address_fault(text)


def address_fault(text: str) -> str:
    """Why an address cannot open, in words; empty for a sound one."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return "bentuknya keliru"
    if any(letter.isspace() for letter in text):
        return "memuat spasi"
    if re.match(r"[a-z]:[\\/]|\\\\|file:", text, re.I):
        return "hanya ada di komputer atau jaringan sendiri"
    if parts.scheme not in _WEB:
        return "tidak diawali https://"
    if _INNER.fullmatch(host):
        return "hanya ada di komputer atau jaringan sendiri"
    if not _BARE.fullmatch(host):
        return "tidak menyebut alamat situs"
    return ""


def address_finding(address: str, place: Place) -> Finding:
    """What is to be said of an address that cannot open."""
    message = (
        f"Tautan “{address}” tidak akan terbuka: {address_fault(address)}. Betulkan tautannya; "
        "tautan yang tidak terbuka bernilai 0. Yang dinilai di sini hanya bentuknya; tautannya "
        "tidak dibuka."
    )
    return warning("BUKTI-TAUTAN", message, place)
