"""What in a PDF says that it was signed, be the signature whole, damaged or taken away.

Looked for in the bytes as well as in the objects: an increment that removes a signature from the
form leaves the bytes of the signature where they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from zi_docs.pdf.readers import mapped_pdf

ByteRange = tuple[int, ...]

_IN_BYTES = re.compile(rb"/ByteRange\s*(?:\[([\d\s]{1,99})\])?")
_SIGNATURE_TYPES = ("/Sig", "/DocTimeStamp")


@dataclass(frozen=True)
class SignatureTraces:
    """The byte ranges of signatures (empty: one that cannot be read), and the filled fields.

    `fields` counts the signature fields with a value, `empty` names those that wait for one.
    `tangled`: a field stands below two others, or below itself; who follows every way through
    such a form may never come to an end.
    """

    ranges: frozenset[ByteRange] = frozenset()
    fields: int = 0
    empty: tuple[str, ...] = ()
    tangled: bool = False

    def __bool__(self) -> bool:
        return bool(self.ranges or self.fields)


def signature_traces(pdf: bytes) -> SignatureTraces:
    """Every trace of a signature. Raises pikepdf.PasswordError for what a password closes."""
    ranges = {_numbers(match[1] or b"") for match in _IN_BYTES.finditer(pdf)}
    try:
        with mapped_pdf(pdf) as document:
            fields = list(_signature_fields(document))
            return SignatureTraces(
                frozenset(ranges | set(_ranges_of_objects(document))),
                sum(filled for _, filled in fields),
                tuple(name for name, filled in fields if not filled),
                _is_tangled(document),
            )
    except pikepdf.PasswordError:
        raise
    except (pikepdf.PikepdfError, ValueError, TypeError):
        # A scan that qpdf does not open: its bytes have been searched.
        return SignatureTraces(frozenset(ranges))


def _numbers(text: bytes) -> ByteRange:
    return tuple(int(number) for number in text.split())


def _ranges_of_objects(document: pikepdf.Pdf) -> Iterator[ByteRange]:
    """The byte ranges in compressed objects too, where no search of the bytes finds them."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ByteRange" in item:
            array = item["/ByteRange"]
            sound = isinstance(array, pikepdf.Array) and all(isinstance(n, int) for n in array)
            yield tuple(int(number) for number in array) if sound else ()


def _signature_fields(document: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """The signature fields of the form, at any depth, by name and whether they have a value."""
    form = document.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    open_fields = [(field, False) for field in _items(fields)]
    seen: set[tuple[int, int]] = set()
    while open_fields:
        field, inherited = open_fields.pop()
        if not isinstance(field, pikepdf.Dictionary) or field.objgen in seen:
            continue
        if field.is_indirect:
            seen.add(field.objgen)
        value = field.get("/V")
        signature = field.get("/FT") == "/Sig" or (inherited and "/FT" not in field)
        # A widget without a name of its own shows the field above it.
        own = "/T" in field or value is not None
        if own and (signature or _is_signature(value)):
            yield str(field.get("/T", "")), value is not None
        open_fields += [(kid, signature) for kid in _items(field.get("/Kids"))]


def _is_tangled(document: pikepdf.Pdf) -> bool:
    """Whether a field of the file is among the kids of more than one."""
    kids = [
        kid.objgen
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and ("/T" in item or "/FT" in item)
        for kid in _items(item.get("/Kids"))
        if isinstance(kid, pikepdf.Object) and kid.is_indirect
    ]
    return len(kids) > len(set(kids))


def _items(array: object) -> list[pikepdf.Object]:
    return list(array) if isinstance(array, pikepdf.Array) else []


def _is_signature(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and (
        "/ByteRange" in value or value.get("/Type") in _SIGNATURE_TYPES
    )
