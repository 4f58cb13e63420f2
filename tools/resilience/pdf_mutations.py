"""PDFs as scanners, signing programs, mail and forgers leave them."""

from __future__ import annotations

import re
from random import Random

from tools.resilience.package_mutations import cut, flipped, foreign, headless, repeated, zeroed

_ODD_VALUES = (
    b"5", b"null", b"/X", b"[]", b"<<>>", b"(teks)", b"99 0 R", b"1 0 R", b"true", b"-1", b"<AB>",
    b"[0 1 2 99999999999]", b"1e400",
)  # fmt: skip
_KEYS = (
    b"/Type", b"/Pages", b"/Kids", b"/Count", b"/AcroForm", b"/Fields", b"/V", b"/ByteRange",
    b"/Contents", b"/SubFilter", b"/FT", b"/Root", b"/Size", b"/Length", b"/Filter", b"/Parent",
    b"/MediaBox", b"/Annots", b"/P", b"/Rect", b"/M", b"/Prev",
)  # fmt: skip
_DEPTH = 5_000


def with_other_values(content: bytes, chance: Random) -> bytes:
    """A key has a value of another type, or leads to another object, or back to its own."""
    keys = [key for key in _KEYS if key + b" " in content or key + b"/" in content] or [b"/Type"]
    for key in chance.sample(keys, min(len(keys), chance.choice((1, 1, 2)))):
        pattern = re.escape(key) + rb"(?![A-Za-z])\s*(?:\d+ \d+ R|/[A-Za-z0-9.]+|\d+|\[[^\[\]]*\])"
        odd = chance.choice(_ODD_VALUES)
        content = re.sub(pattern, key + b" " + odd, content, count=3)
    return content


def with_other_keys(content: bytes, chance: Random) -> bytes:
    """A key has another name, of the same length."""
    key = chance.choice([key for key in _KEYS if key in content] or [b"/Type"])
    return content.replace(key, b"/" + b"X" * (len(key) - 1), chance.choice((1, 100)))


def with_an_increment(content: bytes, chance: Random) -> bytes:
    """An object written anew behind the end: another catalog, another form, another page."""
    number = chance.randrange(1, 12)
    bodies = (
        b"<</Type/Catalog>>", b"<</Type/Catalog/Pages 1 0 R/AcroForm 5>>", b"null", b"5",
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % number, b"<</FT/Sig/V 5/T(a)>>",
        b"<<" + b"/A<<" * _DEPTH + b">>" * _DEPTH + b">>", b"[" * _DEPTH + b"]" * _DEPTH,
    )  # fmt: skip
    start = len(content)
    added = b"\n%d 0 obj\n%s\nendobj\n" % (number, chance.choice(bodies))
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 40/Root 1 0 R/Prev %d>>\n" % (
        number, start + 1, chance.choice((0, start, 10)),
    )  # fmt: skip
    end = b"startxref\n%d\n%%%%EOF\n" % (start + len(added))
    return content + added + table + end


def behind_something(content: bytes, chance: Random) -> bytes:
    """Behind a mail's head, or with something behind its end."""
    noise = chance.choice(
        (b"From: a@b\r\n\r\n", b"\0" * 2000, b"\xef\xbb\xbf", chance.randbytes(50))
    )
    return noise + content if chance.random() < 0.5 else content + noise


PDF_MUTATIONS = (
    with_other_values, with_other_values, with_other_keys, with_an_increment, behind_something,
    cut, flipped, foreign, headless, repeated, zeroed,
)  # fmt: skip
