"""Joins PDF files into a bundle with an outline and page labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from zi_docs.pdf.normal_form import DEFAULT_LANGUAGE, normalise_pdf, refuse_signed_pdf
from zi_docs.product import Properties

_STYLES = {"i": PageLabelStyle.LOWERCASE_ROMAN, "1": PageLabelStyle.DECIMAL}


@dataclass(frozen=True)
class BundlePart:
    """A document of a bundle: its title in the outline, its PDF, and its page label style.

    Page labels of each part start at 1, in lower-case Roman ("i") or Arabic ("1") numerals, with
    `label_prefix` before the numeral.
    """

    title: str
    pdf: bytes
    label_style: Literal["i", "1"]
    label_prefix: str = ""


def assemble_bundle(parts: Sequence[BundlePart], info: Properties) -> bytes:
    """Join the parts in order; the same parts and info give the same bytes.

    The outline has an entry for each part, with the outline of the part below it. Raises
    pypdf.errors.PdfReadError for a part that is not a PDF, SignedPdfError for a signed part.
    """
    for part in parts:
        refuse_signed_pdf(part.pdf)
    writer = PdfWriter()
    ends = []
    for part in parts:
        writer.append(PdfReader(BytesIO(part.pdf)), outline_item=part.title)
        ends.append(len(writer.pages))
    # Labels are set last because `append` drops existing labels.
    for part, start, end in zip(parts, [0, *ends], ends, strict=False):
        writer.set_page_label(
            start, end - 1, _STYLES[part.label_style], part.label_prefix or None, start=1
        )
    _set_document_info(writer, info)
    buffer = BytesIO()
    writer.write(buffer)
    return normalise_pdf(buffer.getvalue(), info.stamp)


def _set_document_info(writer: PdfWriter, info: Properties) -> None:
    writer.add_metadata(
        {
            "/Title": info.title,
            "/Subject": info.subject,
            "/Author": info.author,
            "/Keywords": info.keywords,
        }
    )
    writer.page_mode = "/UseOutlines"
    writer.root_object[NameObject("/Lang")] = TextStringObject(DEFAULT_LANGUAGE)
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
