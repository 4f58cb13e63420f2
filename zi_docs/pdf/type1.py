"""The number by which a printer knows a Type 1 font again."""

from __future__ import annotations

import re

_UNIQUE_ID = re.compile(rb"(?<=/UniqueID )\d+(?= def)")
# The key of the encrypted part (Adobe Type 1 Font Format, chapter 7).
_KEY = 55665


def with_unique_id(font: bytes, lengths: tuple[int, int], unique_id: int) -> bytes:
    """The font program with another UniqueID, in its clear and in its encrypted part.

    `lengths` are those of the two parts; they stay the same. A part without the number stays as
    it is.
    """
    # Only PDFs of the archival kind have such fonts, and not all of them.
    from fontTools.misc.eexec import decrypt, encrypt

    clear, rest = font[: lengths[0]], font[lengths[0] :]
    private, trailer = rest[: lengths[1]], rest[lengths[1] :]
    plain, _ = decrypt(private, _KEY)
    numbered, _ = encrypt(_numbered(plain, unique_id), _KEY)
    return b"".join((_numbered(clear, unique_id), numbered, trailer))


def _numbered(part: bytes, unique_id: int) -> bytes:
    """The part with the number, in as many digits as before."""
    return _UNIQUE_ID.sub(lambda old: b"%0*d" % (len(old[0]), unique_id), part)
