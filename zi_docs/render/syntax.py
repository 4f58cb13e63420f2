"""Faults of writing in the tags of a template, each with the tag that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from zi_docs.render.places import Tag, strays, tags

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
