"""Templates that are damaged in any way are told as such, whatever the libraries make of them."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tools.resilience.package_mutations import packed, unpacked
from zi_docs.settings import DEFAULTS
from zi_docs.word.template_source import FaultyTemplateError, TemplateSource

SOUND = (DEFAULTS.templates / "notula.docx").read_bytes()


def with_a_broken_stream() -> bytes:
    """The packed bytes of a part are others."""
    with zipfile.ZipFile(BytesIO(SOUND)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    return SOUND[:start] + bytes(range(200, 240)) * 4 + SOUND[start + 160 :]


def with_parts_swapped(first: str, second: str) -> bytes:
    parts = unpacked(SOUND)
    parts[first], parts[second] = parts[second], parts[first]
    return packed(parts)


@pytest.mark.parametrize(
    "package",
    [
        with_a_broken_stream(),
        b"x" + SOUND[200:],
        with_parts_swapped("word/document.xml", "word/styles.xml"),
        with_parts_swapped("[Content_Types].xml", "word/styles.xml"),
        with_parts_swapped("_rels/.rels", "word/_rels/document.xml.rels"),
        packed(unpacked(SOUND) | {"[Content_Types].xml": b"<x/>"}),
        packed(unpacked(SOUND) | {"_rels/.rels": b"<x/>"}),
        packed(unpacked(SOUND) | {"[Content_Types].xml": unpacked(SOUND)["[Content_Types].xml"]
                                  .replace(b"<Override ", b"<Lain ")}),
    ],
    ids=range(8),
)  # fmt: skip
def test_a_damaged_template_is_refused_with_its_name(package: bytes) -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        TemplateSource("notula.docx", package)
    assert caught.value.findings
    assert caught.value.findings[0].place.file == "notula.docx"
