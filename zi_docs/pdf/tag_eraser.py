"""Takes the mark of an electronic signature off a page that is printed only.

A signing program looks for that one character and signs there, whatever file it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>")
_SHOWING = ("Tj", "TJ", "'", '"')


def erase_tag(document: pikepdf.Pdf, number: int, tag: str) -> None:
    """Leave out of a page, counted from 1, what shows the tag and nothing else."""
    page = document.pages[number - 1]
    fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
    codes = {name: set(_codes(font, tag)) for name, font in fonts.items()}
    kept, current = [], ""
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "Tf":
            current = str(instruction.operands[0])
        if operator not in _SHOWING or _shown(instruction.operands[-1]) not in codes.get(
            current, ()
        ):
            kept.append(instruction)
    page.obj.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))


def _codes(font: pikepdf.Object, tag: str) -> Iterator[bytes]:
    """The bytes by which a font shows the tag: by its table of characters, else as in ASCII."""
    if "/ToUnicode" not in font:
        if Name.Type0 != font.get("/Subtype"):
            yield tag.encode("ascii", "ignore")
        return
    wanted = tag.encode("utf-16-be")
    for kind, section in _SECTION.findall(font.ToUnicode.read_bytes()):
        numbers = [bytes.fromhex(code.decode()) for code in _CODE.findall(section)]
        if kind == b"char":
            pairs = zip(numbers[::2], numbers[1::2], strict=False)
            yield from (code for code, text in pairs if text == wanted)
        else:
            for first, last, text in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
                low, step = int.from_bytes(first), int.from_bytes(wanted) - int.from_bytes(text)
                if 0 <= step <= int.from_bytes(last) - low:
                    yield (low + step).to_bytes(len(first))


def _shown(operand: pikepdf.Object) -> bytes:
    """The bytes that are shown; numbers between them move the next ones."""
    if isinstance(operand, Array):
        return b"".join(bytes(part) for part in operand if isinstance(part, pikepdf.String))
    return bytes(operand)
