"""What must not reach LibreOffice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zi_docs import ooxml
from zi_docs.errors import ConversionError
from zi_docs.pdf.guard import refuse_dangerous_docx

_RELATIONSHIPS = "word/_rels/document.xml.rels"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _related(docx: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    parts = ooxml.read_parts(docx)
    added = f'<Relationship Id="x" Type="{_KINDS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    parts[_RELATIONSHIPS] = parts[_RELATIONSHIPS].replace(
        b"</Relationships>", f"{added}</Relationships>".encode()
    )
    return ooxml.write_parts(parts)


def _with_field(docx: bytes, *runs: str) -> bytes:
    parts = ooxml.read_parts(docx)
    inner = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    field = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr'
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", field.encode(), 1)
    return ooxml.write_parts(parts)


@pytest.fixture(scope="module")
def docx(make_docx: Callable[[str], bytes]) -> bytes:
    return make_docx("Isi")


@pytest.mark.parametrize("target", ["https://a.go.id", "http://a.go.id", "mailto:a@b.go.id"])
def test_hyperlinks_pass(docx: bytes, target: str) -> None:
    refuse_dangerous_docx(_related(docx, "hyperlink", target), "naskah")


def test_common_fields_pass(docx: bytes) -> None:
    refuse_dangerous_docx(_with_field(docx, "PAGE"), "naskah")
    refuse_dangerous_docx(_with_field(docx, "REF LINK"), "naskah")


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("image", "file:///etc/passwd", "External"),
        ("image", "https://a.go.id/a.png", "External"),
        ("image", "../../a.png", "External"),
        ("hyperlink", "file:///etc/passwd", "External"),
        ("hyperlink", "javascript:a", "External"),
        ("attachedTemplate", "https://a.go.id/a.dotm", "External"),
        ("oleObject", "embeddings/a.bin", "Internal"),
        ("package", "embeddings/a.xlsx", "Internal"),
        ("aFChunk", "a.html", "Internal"),
        ("vbaProject", "vbaProject.bin", "Internal"),
    ],
)
def test_dangerous_relationships_are_refused(
    docx: bytes, kind: str, target: str, mode: str
) -> None:
    with pytest.raises(ConversionError, match="naskah"):
        refuse_dangerous_docx(_related(docx, kind, target, mode), "naskah")


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin"])
def test_dangerous_parts_are_refused(docx: bytes, part: str) -> None:
    package = ooxml.write_parts(ooxml.read_parts(docx) | {part: b""})
    with pytest.raises(ConversionError, match=part):
        refuse_dangerous_docx(package, "naskah")


def test_fields_that_take_in_files_are_refused(docx: bytes) -> None:
    package = _with_field(docx, " INCLUDE", 'PICTURE "file:///etc/passwd"')
    with pytest.raises(ConversionError, match="INCLUDEPICTURE"):
        refuse_dangerous_docx(package, "naskah")


@pytest.mark.parametrize(
    "instruction", ["IF 1 = 1 DDE excel a", "QUOTE { DDE a }", "DATE", "FILENAME", "MERGEFIELD a"]
)
def test_fields_that_print_more_than_the_document_says_are_refused(
    docx: bytes, instruction: str
) -> None:
    with pytest.raises(ConversionError, match=instruction.split()[0]):
        refuse_dangerous_docx(_with_field(docx, instruction), "naskah")


def test_a_field_without_its_end_is_refused(docx: bytes) -> None:
    parts = ooxml.read_parts(_with_field(docx, "PAGE"))
    end = b'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(end, b"")
    with pytest.raises(ConversionError, match="tanpa penutup"):
        refuse_dangerous_docx(ooxml.write_parts(parts), "naskah")


def test_fields_are_found_in_any_encoding(docx: bytes) -> None:
    parts = ooxml.read_parts(_with_field(docx, "INCLUDETEXT a"))
    text = parts["word/document.xml"].decode().partition("?>")[2]
    parts["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")
    with pytest.raises(ConversionError, match="INCLUDETEXT"):
        refuse_dangerous_docx(ooxml.write_parts(parts), "naskah")


def test_macros_by_content_type_are_refused(docx: bytes) -> None:
    parts = ooxml.read_parts(docx)
    parts["[Content_Types].xml"] += b"<!-- document.macroEnabled.main+xml -->"
    with pytest.raises(ConversionError, match="makro"):
        refuse_dangerous_docx(ooxml.write_parts(parts), "naskah")


def test_what_is_no_sound_package_is_refused(docx: bytes) -> None:
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><Relationships>&b;</Relationships>'
    for broken in (
        b"bukan zip",
        ooxml.write_parts(ooxml.read_parts(docx) | {_RELATIONSHIPS: entity}),
    ):
        with pytest.raises(ConversionError, match="utuh"):
            refuse_dangerous_docx(broken, "naskah")
