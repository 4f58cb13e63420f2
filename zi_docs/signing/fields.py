"""Empty signature fields on the rooms to sign, for any program that signs PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from zi_docs.convert.destinations import Spot, anchor_spots
from zi_docs.convert.normal import normalise
from zi_docs.convert.signed import refuse_signed
from zi_docs.documents.document import SIGNING_ROOM

_POINTS_PER_MM = 72 / 25.4
WIDTH_MM, HEIGHT_MM = 70.0, 25.0


@dataclass(frozen=True)
class Field:
    """A field for the signer of this ID, its upper left corner at `spot`."""

    signer: str
    spot: Spot

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, bottom, right and top in points."""
        left, top = round(self.spot.x), round(self.spot.y)
        width, height = (round(mm * _POINTS_PER_MM) for mm in (WIDTH_MM, HEIGHT_MM))
        return left, top - height, left + width, top


def rooms(pdf: bytes, signers: Sequence[str]) -> list[Field]:
    """The fields of a document's signers, in their order; of those whose room is marked."""
    spots = anchor_spots(pdf)
    names = [f"{SIGNING_ROOM}{number}" for number in range(1, len(signers) + 1)]
    return [
        Field(signer, spots[name])
        for signer, name in zip(signers, names, strict=True)
        if name in spots
    ]


def add_fields(pdf: bytes, fields: Sequence[Field], stamp: date) -> bytes:
    """The PDF with these empty fields, named after their signers (`ttd_KETUA`).

    The same arguments give the same bytes. Raises SignedError for a PDF that is signed.
    """
    refuse_signed(pdf)
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for name, field in zip(_names(fields), fields, strict=True):
        append_signature_field(
            writer,
            SigFieldSpec(
                sig_field_name=name,
                on_page=field.spot.page,
                box=field.box,
                readable_field_name=f"Tanda tangan {field.signer}",
            ),
        )
    buffer = BytesIO()
    writer.write(buffer)  # type: ignore[no-untyped-call]
    # Written anew: an increment carries a random identifier.
    return normalise(buffer.getvalue(), stamp)


def _names(fields: Sequence[Field]) -> list[str]:
    """Names that differ, of characters that no signing program stumbles over."""
    used: Counter[str] = Counter()
    names: list[str] = []
    for field in fields:
        base = "ttd_" + re.sub(r"[^A-Za-z0-9-]", "_", field.signer)
        used[base] += 1
        names.append(base if used[base] == 1 else f"{base}_{used[base]}")
    return names
