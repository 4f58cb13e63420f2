"""Tags of a template with their places: part and paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from zi_docs import ooxml
from zi_docs.findings import Place
from zi_docs.render.words import stories, w

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PREFIX = re.compile(r"^(\{\{|\{%)(?:(p|r|tr|tc)\s)?[-+]?\s*(.*?)\s*[-+]?(\}\}|%\})$", re.DOTALL)


@dataclass(frozen=True)
class Tag:
    """A tag: `{{p name }}` has prefix `p` and inner `name`; `split` over how many runs it goes."""

    text: str
    place: Place
    runs: int

    @property
    def statement(self) -> bool:
        """Tell `{% %}` from `{{ }}`."""
        return self.text.startswith("{%")

    @property
    def inner(self) -> str:
        """The expression or statement inside, without docxtpl's prefix."""
        found = _PREFIX.match(self.text)
        return found.group(3) if found else ""

    def names(self, name: str) -> bool:
        """Tell whether the tag speaks of `name`."""
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.inner) is not None


def tags(template: Path) -> Iterator[Tag]:
    """Every tag of a template, in the order of its parts and paragraphs.

    Raises OSError, KeyError or zipfile.BadZipFile when the file is no Word file.
    """
    parts = ooxml.read_parts(template.read_bytes())
    for name in stories(parts):
        root = etree.fromstring(parts[name])
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            yield from _tags_of(paragraph, Place(str(template), part=name, paragraph=number))


def locate(template: Path, name: str) -> Place:
    """The place of the first tag that speaks of `name`; the template itself when none does."""
    found = (tag.place for tag in tags(template) if tag.names(name))
    return next(found, Place(str(template)))


def _tags_of(paragraph: etree._Element, place: Place) -> Iterator[Tag]:
    owners: list[int] = []
    words = ""
    for index, run in enumerate(paragraph.iter(w("r"))):
        text = "".join(piece.text or "" for piece in run.iter(w("t")))
        words += text
        owners += [index] * len(text)
    for match in _TAG.finditer(words):
        runs = len(set(owners[match.start() : match.end()]))
        yield Tag(match.group(), place, runs)
