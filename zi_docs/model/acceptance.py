"""What the office accepts as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.findings import Place
from zi_docs.model.origin import Origin


@dataclass(frozen=True)
class Acceptance:
    """A finding that is to be told no more: its code, what it is about, and why.

    `untuk` is the ID of the row or words of the message, which both stay when rows are inserted
    or sorted; a cell's address does not. Where the finding itself was pointed at, `temuan` is its
    message, and `untuk` the ID of its row, or else its sheet.
    """

    kode: str
    untuk: str
    alasan: str
    oleh: str = ""
    tanggal: date | None = None
    temuan: str = ""
    origin: Origin = Origin()

    def place(self, key: str) -> Place:
        """The place of a column's cell; of the whole entry where it stands on no sheet."""
        if self.origin.sheet:
            return self.origin.at(key)
        return Place(self.origin.file, part=f"entri {self.origin.row}")
