"""The check of a template against a real context: every fault with template and paragraph."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Undefined
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from rapidfuzz import process

from zi_docs.errors import TemplateError
from zi_docs.findings import Finding, Place, error
from zi_docs.render.engine import environment, fill
from zi_docs.render.places import Tag, tags

_CLOSERS = {"if": "{% endif %}", "for": "{% endfor %}"}
_ALONE = ("else", "elif", "endif", "endfor")


def lint(template: Path, context: Mapping[str, object]) -> list[Finding]:
    """Check a template: split tags, syntax errors, names that the context does not hold."""
    try:
        found = list(tags(template))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return [
            error(
                "TPL-BERKAS",
                "Berkas ini bukan templat Word yang utuh; kembalikan berkasnya atau tulis yang "
                "baru dengan `python generate.py templat baru`.",
                Place(str(template)),
            )
        ]
    env = environment()
    findings = [*_split(found), *_syntax(found, env)]
    return findings or _rendered(template, context, found)


def _split(found: list[Tag]) -> Iterator[Finding]:
    for tag in found:
        if tag.runs > 1:
            yield error(
                "TPL-TERBELAH",
                f"Penanda {tag.text} terbelah karena formatnya berubah di tengah; hapus lalu "
                "ketik ulang sekaligus.",
                tag.place,
            )


def _syntax(found: list[Tag], env: SandboxedEnvironment) -> Iterator[Finding]:
    for tag in found:
        try:
            env.parse(_alone(tag))
        except TemplateSyntaxError as problem:
            yield error(
                "TPL-SINTAKSIS",
                f"Penanda {tag.text} keliru ({problem.message}); perbaiki tulisannya.",
                tag.place,
            )
    yield from _unclosed(found)


def _alone(tag: Tag) -> str:
    """A tag as a template of its own, so that a fault in it has its paragraph."""
    word = tag.inner.partition(" ")[0]
    if not tag.statement:
        return f"{{{{ {tag.inner} }}}}"
    if word in _ALONE:
        condition = tag.inner.removeprefix("elif") if word == "elif" else "true"
        return f"{{% if {condition} %}}{{% endif %}}"
    return f"{{% {tag.inner} %}}{_CLOSERS.get(word, '')}"


def _unclosed(found: list[Tag]) -> Iterator[Finding]:
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
                yield _structure(tag, "tidak mempunyai pembuka")
    yield from (_structure(tag, "tidak mempunyai penutup") for tag in open_tags)


def _structure(tag: Tag, lack: str) -> Finding:
    return error("TPL-SINTAKSIS", f"Penanda {tag.text} {lack}; lengkapi pasangannya.", tag.place)


def _rendered(template: Path, context: Mapping[str, object], found: list[Tag]) -> list[Finding]:
    missing: dict[str, set[str]] = {}
    env = environment(_recording(missing))
    try:
        fill(template, context, env)
    except TemplateError as problem:
        return [error("TPL-HASIL", str(problem), Place(str(template)))]
    return [finding for name, near in missing.items() for finding in _undefined(name, near, found)]


def _undefined(name: str, near: set[str], found: list[Tag]) -> Iterator[Finding]:
    best = process.extractOne(name, sorted(near), score_cutoff=60) if near else None
    advice = f"; mungkin maksudnya {best[0]}" if best else ""
    for tag in found:
        if tag.names(name):
            yield error(
                "TPL-TAKDIKENAL",
                f"Isi “{name}” pada {tag.text} tidak tersedia{advice}. Perbaiki namanya.",
                tag.place,
            )


def _recording(missing: dict[str, set[str]]) -> type[Undefined]:
    """An undefined value that writes down its name when used and lets the rendering go on."""

    class Recording(ChainableUndefined):
        def _record(self) -> None:
            name = self._undefined_name or "?"
            near = self._undefined_obj if isinstance(self._undefined_obj, dict) else {}
            missing.setdefault(name, set()).update(str(key) for key in near)

        def __str__(self) -> str:
            self._record()
            return ""

        def __html__(self) -> str:
            return str(self)

        def __iter__(self) -> Iterator[Any]:
            self._record()
            return iter(())

        def __bool__(self) -> bool:
            self._record()
            return False

        def __len__(self) -> int:
            self._record()
            return 0

    return Recording
