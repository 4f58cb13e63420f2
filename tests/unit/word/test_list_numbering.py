"""Lists begin anew after text that stands outside them; chapters go on.

Each story is a list of styles; beside it stand the labels that LibreOffice gives them.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from word_bench import body, rendered, values

from zi_docs import ooxml
from zi_docs.text import Flow, Paragraph, RichText

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = ("Bab", "Huruf", "Angka")
_PATTERNS = (("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "%3)"))


def outline(folder: Path) -> Path:
    """A template whose styles Bab, Huruf and Angka are levels 0 to 2 of one list."""
    document = Document()
    numbers = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{_LEVELS[i]}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (kind, pattern) in enumerate(_PATTERNS)
    )
    for child in list(numbers):
        numbers.remove(child)
    numbers.append(parse_xml(f'<w:abstractNum {_W} w:abstractNumId="1">{levels}</w:abstractNum>'))
    numbers.append(parse_xml(f'<w:num {_W} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))
    for level, name in enumerate(_LEVELS):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
        )
    heir = document.styles.add_style("Huruf Rapat", WD_STYLE_TYPE.PARAGRAPH)
    heir.base_style = document.styles["Huruf"]
    heading = document.styles.add_style("Subbab", WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style = document.styles["Huruf"]
    heading.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {_W} w:val="1"/>'))
    document.styles.add_style("Lanjutan Huruf", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("{{p isi }}")
    path = folder / "kerangka.docx"
    document.save(str(path))
    return path


def made(folder: Path, *styles: str) -> bytes:
    """A document with a paragraph `x` of each style."""
    flow = Flow(tuple(Paragraph(style, RichText.of("x")) for style in styles))
    return rendered(outline(folder), {"isi": flow})


def restarts(docx: bytes) -> list[str]:
    """The numbering set on each paragraph itself, `-` where its style's own holds."""
    found = []
    for paragraph in body(docx).iter("{*}p"):
        numbers = values(paragraph, "numId")
        found.append(numbers[0] or "" if numbers else "-")
    return found


STORIES = {
    "letters after text begin again": (
        ("Bab", "Huruf", "Huruf", "Normal", "Huruf", "Bab", "Huruf"),
        ["-", "-", "-", "-", "2", "-", "-"],
        ["1.", "a.", "b.", "", "a.", "2.", "a."],
    ),
    "the first letters after text, without chapter": (
        ("Normal", "Huruf", "Huruf", "Normal", "Huruf"),
        ["-", "2", "2", "-", "3"],
        ["", "a.", "b.", "", "a."],
    ),
    "a continuation belongs to its item": (
        ("Bab", "Huruf", "Lanjutan Huruf", "Huruf", "Normal", "Lanjutan Huruf", "Huruf"),
        ["-", "-", "-", "-", "-", "-", "2"],
        ["1.", "a.", "", "b.", "", "", "a."],
    ),
    "deeper levels go with the restarted one": (
        ("Bab", "Huruf", "Normal", "Huruf", "Angka", "Angka", "Huruf", "Angka"),
        ["-", "-", "-", "2", "2", "2", "2", "2"],
        ["1.", "a.", "", "a.", "1)", "2)", "b.", "1)"],
    ),
    "a restarted deeper level ends with the next higher item": (
        ("Bab", "Huruf", "Angka", "Normal", "Angka", "Huruf", "Angka"),
        ["-", "-", "-", "-", "2", "-", "-"],
        ["1.", "a.", "1)", "", "1)", "b.", "1)"],
    ),
    "chapters never begin again": (
        ("Bab", "Normal", "Bab", "Normal", "Bab"),
        ["-", "-", "-", "-", "-"],
        ["1.", "", "2.", "", "3."],
    ),
    "headings go on over the text between them": (
        ("Bab", "Normal", "Subbab", "Normal", "Subbab", "Bab", "Normal", "Subbab"),
        ["-", "-", "-", "-", "-", "-", "-", "-"],
        ["1.", "", "a.", "", "b.", "2.", "", "a."],
    ),
    "a style that inherits the numbering": (
        ("Bab", "Huruf Rapat", "Normal", "Huruf Rapat"),
        ["-", "-", "-", "2"],
        ["1.", "a.", "", "a."],
    ),
}


@pytest.mark.parametrize("story", STORIES)
def test_which_paragraphs_begin_again(tmp_path: Path, story: str) -> None:
    styles, expected, _ = STORIES[story]

    assert restarts(made(tmp_path, *styles)) == expected


def test_a_new_numbering_has_the_same_look_and_begins_at_one(tmp_path: Path) -> None:
    parts = ooxml.read_parts(made(tmp_path, "Normal", "Huruf"))

    assert (
        b'<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        b'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
    ) in parts["word/numbering.xml"]


@pytest.mark.libreoffice
def test_labels_in_libreoffice(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office
    for index, (styles, _, _) in enumerate(STORIES.values()):
        (tmp_path / f"{index}.docx").write_bytes(made(tmp_path, *styles))
    files = [str(tmp_path / f"{index}.docx") for index in range(len(STORIES))]

    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    for index, (story, (_, _, labels)) in enumerate(STORIES.items()):
        text = (tmp_path / f"{index}.txt").read_text("utf-8-sig")
        found = [line.removesuffix("x").strip() for line in text.splitlines()]
        assert found == labels, story
