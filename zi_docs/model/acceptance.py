"""What the office accepts as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.model.origin import Origin


@dataclass(frozen=True)
class Acceptance:
    """A finding that is to be told no more: its code, what it is about, and why.

    `untuk` is the ID of the row or words of the message, which both stay when rows are inserted
    or sorted; a cell's address does not.
    """

    kode: str
    untuk: str
    alasan: str
    oleh: str = ""
    tanggal: date | None = None
    origin: Origin = Origin()
