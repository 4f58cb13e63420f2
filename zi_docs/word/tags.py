"""The tags of a template: where each is, and the faults in how they are written.

Jinja reports only the line of a fault. Therefore each tag is put on a line of its own
(`NumberedSource`): the n-th tag of the text that Jinja reads is the n-th tag of the Word part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import FrameType

from jinja2 import Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs.findings import Place
from zi_docs.word.wordml import text_parts, w

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_HEAD = re.compile(r"(?:\{\{|\{%)[-+]?")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
_PREFIX = re.compile(r"^(\{\{|\{%)(?:(p|r|tr|tc)\s)?[-+]?\s*(.*?)\s*[-+]?(\}\}|%\})$", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_EXCERPT = 40


@dataclass(frozen=True)
class TemplateTag:
    """A tag of a template, the number of runs it spans, and the text of its paragraph."""

    text: str
    place: Place
    runs: int = 1
    paragraph: str = ""

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

    @property
    def location(self) -> str:
        """The place and the start of the paragraph, for a message."""
        excerpt = self.paragraph[:_EXCERPT] + ("…" if len(self.paragraph) > _EXCERPT else "")
        return f"{self.place} (“{excerpt}”)"

    def mentions(self, name: str) -> bool:
        """Tell whether the expression or statement uses `name`."""
        return re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", self.inner) is not None


class NumberedSource:
    """The source of a part with each tag on a line of its own: `text`, and the tag of each line."""

    def __init__(self, source: str, part_tags: list[TemplateTag]) -> None:
        self.text = _TAG.sub(_on_own_line, _COMMENT.sub("", source))
        self._tags: dict[int, TemplateTag] = {}
        # docxtpl adds a line break before each paragraph.
        jinja_source = _PARAGRAPH.sub("\n<w:p", self.text)
        line, end = 1, 0
        for match, tag in zip(_TAG.finditer(jinja_source), part_tags, strict=False):
            line += jinja_source.count("\n", end, match.end())
            end = match.end()
            self._tags[line] = tag

    def tag(self, line: int | None) -> TemplateTag | None:
        """The tag whose content is on a line."""
        return self._tags.get(line or 0)


def template_tags(parts: Mapping[str, bytes], file: str) -> Iterator[TemplateTag]:
    """Every tag of a template, by part and paragraph; comments are not tags."""
    for place, paragraph in _paragraphs(parts, file):
        yield from _paragraph_tags(paragraph, place)


def stray_braces(parts: Mapping[str, bytes], file: str) -> Iterator[TemplateTag]:
    """Braces that open or close no tag within their paragraph."""
    for place, paragraph in _paragraphs(parts, file):
        text, _ = _text_and_runs(paragraph)
        for match in _STRAY.finditer(_TAG.sub("", text)):
            yield TemplateTag(match.group(), place, paragraph=text)


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


def _paragraphs(parts: Mapping[str, bytes], file: str) -> Iterator[tuple[Place, etree._Element]]:
    for name in text_parts(parts):
        root = etree.fromstring(parts[name])
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            yield Place(file, part=name, paragraph=number), paragraph


def _paragraph_tags(paragraph: etree._Element, place: Place) -> Iterator[TemplateTag]:
    text, runs = _text_and_runs(paragraph)
    for match in _TAG.finditer(text):
        run_count = len(set(runs[match.start() : match.end()]))
        yield TemplateTag(match.group(), place, run_count, text)


def _text_and_runs(paragraph: etree._Element) -> tuple[str, list[int]]:
    """The text of a paragraph with comments blanked out, and the run index of each character."""
    runs: list[int] = []
    text = ""
    for index, run in enumerate(paragraph.iter(w("r"))):
        run_text = "".join(piece.text or "" for piece in run.iter(w("t")))
        text += run_text
        runs += [index] * len(run_text)
    return _COMMENT.sub(lambda match: " " * len(match.group()), text), runs


_CLOSING_TAGS = {"if": "{% endif %}", "for": "{% endfor %}"}
# Tags with these prefixes replace their whole paragraph, row or cell.
_REPLACING_PREFIXES = ("p", "tr", "tc")
_DEPENDENT = ("else", "elif", "endif", "endfor")


@dataclass(frozen=True)
class TagFault:
    """A tag and the message for it: what is wrong and what to do, without the place."""

    tag: TemplateTag
    code: str
    message: str


def tag_faults(parts: Mapping[str, bytes], file: str, env: SandboxedEnvironment) -> list[TagFault]:
    """All faults: split or crowded tags, syntax errors, unpaired tags, stray braces."""
    all_tags = list(template_tags(parts, file))
    return [
        *_split_tags(all_tags),
        *_crowded_tags(all_tags),
        *_invalid_tags(all_tags, env),
        *_unpaired_tags(all_tags),
        *_unpaired_braces(parts, file),
    ]


def _split_tags(all_tags: Iterable[TemplateTag]) -> Iterator[TagFault]:
    for tag in all_tags:
        if tag.runs > 1:
            yield TagFault(
                tag,
                "TPL-TERBELAH",
                f"Penanda {tag.text} terbelah karena formatnya berubah di tengah; hapus lalu "
                "ketik ulang sekaligus.",
            )


def _crowded_tags(all_tags: Iterable[TemplateTag]) -> Iterator[TagFault]:
    """docxtpl silently drops other text of the paragraph, row or cell that a tag replaces."""
    for tag in all_tags:
        if tag.prefix in _REPLACING_PREFIXES and tag.paragraph.strip() != tag.text:
            yield TagFault(
                tag,
                "TPL-SENDIRI",
                f"Penanda {tag.text} harus sendirian dalam paragrafnya; pindahkan teks lain ke "
                "paragraf tersendiri.",
            )


def _invalid_tags(all_tags: Iterable[TemplateTag], env: SandboxedEnvironment) -> Iterator[TagFault]:
    for tag in all_tags:
        try:
            env.parse(_as_template(tag))
        except TemplateSyntaxError as problem:
            yield _syntax_fault(tag, f"keliru ({problem.message}); perbaiki tulisannya.")


def _as_template(tag: TemplateTag) -> str:
    """A complete template of this tag alone, so that a syntax error is known to be its own."""
    word = tag.inner.partition(" ")[0]
    if not tag.is_statement:
        return f"{{{{ {tag.inner} }}}}"
    if word in _DEPENDENT:
        condition = tag.inner.removeprefix("elif") if word == "elif" else "true"
        return f"{{% if {condition} %}}{{% endif %}}"
    return f"{{% {tag.inner} %}}{_CLOSING_TAGS.get(word, '')}"


def _unpaired_tags(all_tags: Iterable[TemplateTag]) -> Iterator[TagFault]:
    """`{% if %}` and `{% for %}` must be closed in the part where they were opened."""
    open_tags: list[TemplateTag] = []
    for tag in (tag for tag in all_tags if tag.is_statement):
        word = tag.inner.partition(" ")[0]
        if word in _CLOSING_TAGS:
            open_tags.append(tag)
        elif word.startswith("end"):
            opener = open_tags[-1].inner.partition(" ")[0] if open_tags else ""
            if word == f"end{opener}" and open_tags[-1].place.part == tag.place.part:
                open_tags.pop()
            else:
                yield _syntax_fault(tag, "tidak mempunyai pembuka; lengkapi pasangannya.")
    for tag in open_tags:
        yield _syntax_fault(tag, "tidak mempunyai penutup; lengkapi pasangannya.")


def _unpaired_braces(parts: Mapping[str, bytes], file: str) -> Iterator[TagFault]:
    for brace in stray_braces(parts, file):
        yield _syntax_fault(
            brace, "tidak berpasangan dalam paragrafnya; tulis {{ … }} atau {% … %} dengan lengkap."
        )


def _syntax_fault(tag: TemplateTag, problem: str) -> TagFault:
    return TagFault(tag, "TPL-SINTAKSIS", f"Penanda {tag.text} {problem}")
