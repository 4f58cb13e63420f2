"""The tags of a template: where each is, and how the place of a failure is known.

Jinja reports only the line of a fault. Therefore each tag is put on a line of its own
(`NumberedSource`): the n-th tag of the text that Jinja reads is the n-th tag of the Word part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import FrameType

from jinja2 import Template

from zi_docs.findings import Place
from zi_docs.word.part_text import PartText
from zi_docs.word.tag_text import COMMENT, TAG

_HEAD = re.compile(r"(?:\{\{|\{%)[-+]?")
_PREFIX = re.compile(r"^(\{\{|\{%)(?:(p|r|tr|tc)\s)?[-+]?\s*(.*?)\s*[-+]?(\}\}|%\})$", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")


@dataclass(frozen=True)
class TemplateTag:
    """A tag of a template, the number of pieces it is in, and the text of its paragraph.

    `alone`: no text box hangs on its paragraph.
    """

    text: str
    place: Place
    pieces: int = 1
    paragraph: str = ""
    alone: bool = True

    @property
    def is_statement(self) -> bool:
        """True for `{% %}`, false for `{{ }}`."""
        return self.text.startswith("{%")

    @cached_property
    def prefix(self) -> str:
        """docxtpl's prefix: p, r, tr, tc or nothing."""
        match = _PREFIX.match(self.text)
        return (match.group(2) or "") if match else ""

    @property
    def inner(self) -> str:
        """The expression or statement inside, without docxtpl's prefix."""
        match = _PREFIX.match(self.text)
        return match.group(3) if match else ""

    def mentions(self, name: str) -> bool:
        """Tell whether the expression or statement uses `name`."""
        return re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", self.inner) is not None


class NumberedSource:
    """The source of a part with each tag on a line of its own: `text`, and the tag of each line."""

    def __init__(self, source: str, part_tags: list[TemplateTag]) -> None:
        self.text = TAG.sub(_on_own_line, COMMENT.sub("", source))
        self._tags: dict[int, TemplateTag] = {}
        # docxtpl adds a line break before each paragraph.
        jinja_source = _PARAGRAPH.sub("\n<w:p", self.text)
        line, end = 1, 0
        for match, tag in zip(TAG.finditer(jinja_source), part_tags, strict=False):
            line += jinja_source.count("\n", end, match.end())
            end = match.end()
            self._tags[line] = tag

    def tag(self, line: int | None) -> TemplateTag | None:
        """The tag whose content is on a line."""
        return self._tags.get(line or 0)


def template_tags(part: PartText) -> list[TemplateTag]:
    """Every tag of a part, in the order of its XML; comments are not tags.

    A text box stands in the middle of the paragraph that it hangs on.
    """
    order = {element: number for number, element in enumerate(part.root.iter())}
    placed = []
    for paragraph in part.paragraphs:
        owners = [index for index, piece in enumerate(paragraph.pieces) for _ in piece.text]
        for match in TAG.finditer(paragraph.text):
            spanned = set(owners[match.start() : match.end()])
            tag = TemplateTag(
                match.group(), paragraph.place, len(spanned), paragraph.text, paragraph.alone
            )
            placed.append((order[paragraph.pieces[min(spanned)].element], match.start(), tag))
    return [tag for _, _, tag in sorted(placed, key=lambda item: item[:2])]


def failed_template_line(problem: BaseException) -> int | None:
    """The line of the template that raised an exception; None if other code raised it."""
    line, trace = None, problem.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def template_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame that runs a template, searching from `frame` outwards."""
    while frame is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame


@lru_cache(maxsize=4096)
def template_line(template: Template, code_line: int) -> int:
    """The line of a template's source from which a line of its compiled code was made."""
    return template.get_corresponding_lineno(code_line)


def _on_own_line(match: re.Match[str]) -> str:
    # A line break inside a tag does not change what it prints.
    head = _HEAD.match(match.group())
    cut = head.end() if head else 0
    return match.group()[:cut] + "\n" + match.group()[cut:]
