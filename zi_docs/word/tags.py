"""The tags of a template: where each stands, and what is wrong with the way it is written.

Jinja tells only the line of a fault. So every tag is given a line of its own (`Numbered`), and
the n-th tag of the text that Jinja reads is the n-th tag of the part in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import FrameType

from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs.findings import Place
from zi_docs.word.vocabulary import stories, w

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


_CLOSERS = {"if": "{% endif %}", "for": "{% endfor %}"}
_STANDING_FOR = ("p", "tr", "tc")
_ALONE = ("else", "elif", "endif", "endfor")


@dataclass(frozen=True)
class Fault:
    """A tag, what is wrong with it, and what to do: all of a sentence but its place."""

    tag: Tag
    code: str
    message: str


def faults(parts: Mapping[str, bytes], file: str, env: SandboxedEnvironment) -> list[Fault]:
    """Tags split, crowded, wrong in themselves or without their partner; lone braces."""
    found = list(tags(parts, file))
    return [
        *_split(found),
        *_crowded(found),
        *_alone_wrong(found, env),
        *_unpaired(found),
        *_lone(parts, file),
    ]


def _split(found: Iterable[Tag]) -> Iterator[Fault]:
    for tag in found:
        if tag.runs > 1:
            yield Fault(
                tag,
                "TPL-TERBELAH",
                f"Penanda {tag.text} terbelah karena formatnya berubah di tengah; hapus lalu "
                "ketik ulang sekaligus.",
            )


def _crowded(found: Iterable[Tag]) -> Iterator[Fault]:
    """docxtpl drops, unseen, what shares the paragraph, row or cell that a tag stands for."""
    for tag in found:
        if tag.prefix in _STANDING_FOR and tag.sentence.strip() != tag.text:
            yield Fault(
                tag,
                "TPL-SENDIRI",
                f"Penanda {tag.text} harus sendirian dalam paragrafnya; pindahkan teks lain ke "
                "paragraf tersendiri.",
            )


def _alone_wrong(found: Iterable[Tag], env: SandboxedEnvironment) -> Iterator[Fault]:
    for tag in found:
        try:
            env.parse(_alone(tag))
        except TemplateSyntaxError as problem:
            yield _fault(tag, f"keliru ({problem.message}); perbaiki tulisannya.")


def _alone(tag: Tag) -> str:
    """A tag as a template of its own, so that a fault in it has its paragraph."""
    word = tag.inner.partition(" ")[0]
    if not tag.statement:
        return f"{{{{ {tag.inner} }}}}"
    if word in _ALONE:
        condition = tag.inner.removeprefix("elif") if word == "elif" else "true"
        return f"{{% if {condition} %}}{{% endif %}}"
    return f"{{% {tag.inner} %}}{_CLOSERS.get(word, '')}"


def _unpaired(found: Iterable[Tag]) -> Iterator[Fault]:
    """`{% if %}` and `{% for %}` must be closed in the part where they were opened."""
    open_tags: list[Tag] = []
    for tag in (tag for tag in found if tag.statement):
        word = tag.inner.partition(" ")[0]
        if word in _CLOSERS:
            open_tags.append(tag)
        elif word.startswith("end"):
            opener = open_tags[-1].inner.partition(" ")[0] if open_tags else ""
            if word == f"end{opener}" and open_tags[-1].place.part == tag.place.part:
                open_tags.pop()
            else:
                yield _fault(tag, "tidak mempunyai pembuka; lengkapi pasangannya.")
    for tag in open_tags:
        yield _fault(tag, "tidak mempunyai penutup; lengkapi pasangannya.")


def _lone(parts: Mapping[str, bytes], file: str) -> Iterator[Fault]:
    for brace in strays(parts, file):
        yield _fault(
            brace, "tidak berpasangan dalam paragrafnya; tulis {{ … }} atau {% … %} dengan lengkap."
        )


def _fault(tag: Tag, what: str) -> Fault:
    return Fault(tag, "TPL-SINTAKSIS", f"Penanda {tag.text} {what}")
