"""Joins PDF files into a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from zi_docs.pdf.normal_form import LANGUAGE, normalise, refuse_signed
from zi_docs.product import Properties

_STYLES = {"i": PageLabelStyle.LOWERCASE_ROMAN, "1": PageLabelStyle.DECIMAL}


@dataclass(frozen=True)
class BundlePart:
    """A paper of a bundle: its title in the outline, its PDF, and how its pages are labelled.

    The labels of each part start at one, in small Roman ("i") or Arabic ("1") numbers, after
    `label_prefix`.
    """

    title: str
    pdf: bytes
    label_style: Literal["i", "1"]
    label_prefix: str = ""


def assemble(parts: Sequence[BundlePart], info: Properties) -> bytes:
    """Join the parts in their order; the same parts and info give the same bytes.

    The outline has an entry for each part, its own outline below it. Raises
    pypdf.errors.PdfReadError for a part that is no PDF, SignedError for a part that is signed.
    """
    for part in parts:
        refuse_signed(part.pdf)
    writer = PdfWriter()
    ends = []
    for part in parts:
        writer.append(PdfReader(BytesIO(part.pdf)), outline_item=part.title)
        ends.append(len(writer.pages))
    # Labels are set last, for `append` drops those there are.
    for part, start, end in zip(parts, [0, *ends], ends, strict=False):
        writer.set_page_label(
            start, end - 1, _STYLES[part.label_style], part.label_prefix or None, start=1
        )
    _describe(writer, info)
    buffer = BytesIO()
    writer.write(buffer)
    return normalise(buffer.getvalue(), info.stamp)


def _describe(writer: PdfWriter, info: Properties) -> None:
    writer.add_metadata(
        {
            "/Title": info.title,
            "/Subject": info.subject,
            "/Author": info.author,
            "/Keywords": info.keywords,
        }
    )
    writer.page_mode = "/UseOutlines"
    writer.root_object[NameObject("/Lang")] = TextStringObject(LANGUAGE)
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
