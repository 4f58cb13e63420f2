"""A proposed number -> rows of a workbook: in the register and on its paper."""

from __future__ import annotations

from zi_docs.model import same_id
from zi_docs.numbering.register import Offer
from zi_docs.workbook.authoring.values import CellValue
from zi_docs.workbook.rewrite import Rows


def enter(rows: Rows, offer: Offer) -> None:
    """Write a proposed number into rows: an entry of the sheet Nomor, and the paper's own cell."""
    paper = offer.paper
    given: dict[str, CellValue] = {
        "jenis": paper.jenis,
        "nomor": offer.nomor,
        "tanggal": paper.tanggal,
        "lengkap": offer.full.text,
        "dokumen": paper.id,
        "perihal": paper.perihal,
    }
    rows.setdefault("nomor", []).append(given)
    for row in rows[paper.sheet]:
        if same_id(str(row["id"]), paper.id):
            row["nomor"] = offer.full.text
