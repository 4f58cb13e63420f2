"""Tags of a template with their places: part and paragraph.

Jinja tells only the line of a fault. So every tag is given a line of its own (`Numbered`), and
the n-th tag of the text that Jinja reads is the n-th tag of the part in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import FrameType

from lxml import etree

from zi_docs.findings import Place
from zi_docs.render.words import stories, w

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_HEAD = re.compile(r"(?:\{\{|\{%)[-+]?")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
_PREFIX = re.compile(r"^(\{\{|\{%)(?:(p|r|tr|tc)\s)?[-+]?\s*(.*?)\s*[-+]?(\}\}|%\})$", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_START = 40


@dataclass(frozen=True)
class Tag:
    """A tag of a template, over how many runs it goes, and the text of its paragraph."""

    text: str
    place: Place
    runs: int = 1
    sentence: str = ""

    @property
    def statement(self) -> bool:
        """Tell `{% %}` from `{{ }}`."""
        return self.text.startswith("{%")

    @property
    def prefix(self) -> str:
        """docxtpl's prefix: p, r, tr, tc or nothing."""
        found = _PREFIX.match(self.text)
        return (found.group(2) or "") if found else ""

    @property
    def inner(self) -> str:
        """The expression or statement inside, without docxtpl's prefix."""
        found = _PREFIX.match(self.text)
        return found.group(3) if found else ""

    @property
    def spot(self) -> str:
        """Place and the start of the paragraph, for a message."""
        start = self.sentence[:_START] + ("…" if len(self.sentence) > _START else "")
        return f"{self.place} (“{start}”)"

    def names(self, name: str) -> bool:
        """Tell whether the tag speaks of `name`."""
        return re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", self.inner) is not None


class Numbered:
    """The text of a part with each tag on a line of its own: `text`, and the tag on each line."""

    def __init__(self, source: str, tags: list[Tag]) -> None:
        self.text = _TAG.sub(_on_own_line, _COMMENT.sub("", source))
        self._tags: dict[int, Tag] = {}
        # docxtpl itself will put a line break before each paragraph.
        read = _PARAGRAPH.sub("\n<w:p", self.text)
        line, end = 1, 0
        for match, tag in zip(_TAG.finditer(read), tags, strict=False):
            line += read.count("\n", end, match.end())
            end = match.end()
            self._tags[line] = tag

    def tag(self, line: int | None) -> Tag | None:
        """The tag whose content stands on a line."""
        return self._tags.get(line or 0)


def tags(parts: Mapping[str, bytes], file: str) -> Iterator[Tag]:
    """Every tag of a template in the order of its parts and paragraphs; comments are none."""
    for place, paragraph in _paragraphs(parts, file):
        yield from _tags_of(paragraph, place)


def strays(parts: Mapping[str, bytes], file: str) -> Iterator[Tag]:
    """Braces that open or close no tag within their paragraph."""
    for place, paragraph in _paragraphs(parts, file):
        words, _ = _words(paragraph)
        for match in _STRAY.finditer(_TAG.sub("", words)):
            yield Tag(match.group(), place, sentence=words)


def failed_line(problem: BaseException) -> int | None:
    """The line of the template on which an exception arose; None when it arose elsewhere."""
    line, trace = None, problem.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def template_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame, from `frame` outwards, that runs a template."""
    while frame is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame


def _on_own_line(match: re.Match[str]) -> str:
    # A line break inside a tag changes nothing of what it prints.
    head = _HEAD.match(match.group())
    cut = head.end() if head else 0
    return match.group()[:cut] + "\n" + match.group()[cut:]


def _paragraphs(parts: Mapping[str, bytes], file: str) -> Iterator[tuple[Place, etree._Element]]:
    for name in stories(parts):
        root = etree.fromstring(parts[name])
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            yield Place(file, part=name, paragraph=number), paragraph


def _tags_of(paragraph: etree._Element, place: Place) -> Iterator[Tag]:
    words, owners = _words(paragraph)
    for match in _TAG.finditer(words):
        runs = len(set(owners[match.start() : match.end()]))
        yield Tag(match.group(), place, runs, words)


def _words(paragraph: etree._Element) -> tuple[str, list[int]]:
    """The text of a paragraph with comments blotted out, and the run that each letter is of."""
    owners: list[int] = []
    words = ""
    for index, run in enumerate(paragraph.iter(w("r"))):
        text = "".join(piece.text or "" for piece in run.iter(w("t")))
        words += text
        owners += [index] * len(text)
    return _COMMENT.sub(lambda match: " " * len(match.group()), words), owners
