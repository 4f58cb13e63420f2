"""A pass over the drawings of a document: each has a number of its own.

Word asks for numbers that differ in the whole document (`wp:docPr`), headers included, where the
watermark stands once for each kind of page.
"""

from __future__ import annotations

from itertools import count

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import text_parts

_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def number_drawings(parts: WordPackage) -> None:
    """Number the drawings of all parts from 1, the body's first."""
    numbers = count(1)
    for name in text_parts(parts):
        for properties in parts.root(name).iter(_PROPERTIES):
            properties.set("id", str(next(numbers)))
