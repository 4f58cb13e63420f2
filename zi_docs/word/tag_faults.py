"""Faults in how tags are written, each at its paragraph, in the words of people who use Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from zi_docs.findings import Finding, error
from zi_docs.word.tags import TemplateTag

_CLOSING_TAGS = {"if": "{% endif %}", "for": "{% endfor %}"}
_COMMANDS = ("if", "elif", "else", "endif", "for", "endfor", "set")
# Tags with these prefixes replace their whole paragraph, row or cell.
_REPLACING_PREFIXES = ("p", "tr", "tc")
_DEPENDENT = ("else", "elif", "endif", "endfor")
_CURLY_QUOTES = re.compile("[“”„‟‘’‚‛«»′″]")
_SPACED_PREFIX = re.compile(r"^(?:\{\{|\{%)\s+(p|r|tr|tc)\s+\S")
# Filters that an office needs; the others of Jinja work too, but need not be advertised.
_FILTERS = ("upper", "lower", "title", "trim", "default", "join", "length", "first", "last")


def piece_faults(tags: Sequence[TemplateTag]) -> Iterator[Finding]:
    """Tags in pieces which look different, with curly quotes, or beside text that they replace.

    docxtpl silently straightens the quotes, also those that are to be printed, and drops other
    text of the paragraph, row or cell that a tag replaces.
    """
    for tag in tags:
        if _CURLY_QUOTES.search(tag.text):
            yield _syntax_fault(
                tag, "memakai tanda kutip lengkung; ketiklah tanda kutip lurus (' atau \")."
            )
        if tag.pieces > 1:
            yield error(
                "TPL-TERBELAH",
                f"Penanda {tag.text} terbelah karena formatnya berubah di tengah atau ada benda "
                "di dalamnya; hapus lalu ketik ulang sekaligus.",
                tag.place,
            )
        if tag.prefix in _REPLACING_PREFIXES and tag.paragraph.strip() != tag.text:
            yield error(
                "TPL-SENDIRI",
                f"Penanda {tag.text} harus sendirian dalam paragrafnya; pindahkan teks lain ke "
                "paragraf tersendiri.",
                tag.place,
            )
        elif tag.prefix in _REPLACING_PREFIXES and not tag.alone:
            yield error(
                "TPL-SENDIRI",
                f"Kotak teks tertambat pada paragraf penanda {tag.text}; tambatkan pada paragraf "
                "lain.",
                tag.place,
            )


def syntax_faults(tags: Sequence[TemplateTag], env: SandboxedEnvironment) -> Iterator[Finding]:
    """Tags that Jinja cannot read, filters that do not exist, blocks that are not paired."""
    for tag in tags:
        cut_or_curly = tag.pieces > 1 or _CURLY_QUOTES.search(tag.text)
        if not cut_or_curly and (problem := _problem(tag, env)):
            yield _syntax_fault(tag, problem)
    yield from _unpaired_tags(tags)


def _problem(tag: TemplateTag, env: SandboxedEnvironment) -> str:
    """What is wrong in a tag and what to type instead, in Indonesian; nothing for a sound one."""
    if match := _SPACED_PREFIX.match(tag.text):
        prefix = match.group(1)
        return f"berspasi sebelum “{prefix}”; tulislah {tag.text[:2]}{prefix} … tanpa spasi itu."
    word = tag.inner.partition(" ")[0]
    if tag.is_statement and word not in _COMMANDS:
        return f"memakai perintah “{word}” yang tidak dikenal; yang ada: {', '.join(_COMMANDS)}."
    try:
        tree = env.parse(_as_template(tag))
    except TemplateSyntaxError as problem:
        return _in_indonesian(problem.message or "")
    return _unknown_filter(tree, env)


def _in_indonesian(message: str) -> str:
    """The meaning of a message of Jinja's parser, and what to type instead."""
    quoted = re.findall(r"'([^']*)'", message)
    if message.startswith("unexpected char") and quoted:
        return f"memuat tanda “{quoted[0]}” yang tidak boleh ada di situ; hapuslah tanda itu."
    if message.startswith("Expected an expression"):
        return "belum berisi nama atau kurang satu bagian; lengkapilah isinya."
    if message.startswith("expected token") and len(quoted) == 2 and " " not in quoted[1]:
        return (
            f"memuat “{quoted[1]}” yang tidak pada tempatnya; tulislah satu nama saja, atau "
            "pisahkan bagiannya dengan titik."
        )
    if message.startswith(("expected token", "unexpected", "Unexpected", "unclosed")):
        return "tidak lengkap; periksalah tanda kurung, tanda kutip, dan kata “in” atau “=”."
    return "tidak dapat dibaca; bandingkan dengan penanda yang sama pada templat bawaan."


def _unknown_filter(tree: nodes.Template, env: SandboxedEnvironment) -> str:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = env.filters if isinstance(node, nodes.Filter) else env.tests
        if node.name not in known:
            kind = "penyaring" if isinstance(node, nodes.Filter) else "pengujian"
            return (
                f"memakai {kind} “{node.name}” yang tidak ada; hapuslah, atau pakai salah satu "
                f"dari {', '.join(_FILTERS if kind == 'penyaring' else ('defined', 'none'))}."
            )
    return ""


@lru_cache(maxsize=4096)
def _as_template(tag: TemplateTag) -> str:
    """A complete template of this tag alone, so that a syntax error is known to be its own."""
    word = tag.inner.partition(" ")[0]
    if not tag.is_statement:
        return f"{{{{ {tag.inner} }}}}"
    if word in _DEPENDENT:
        condition = tag.inner.removeprefix("elif") if word == "elif" else "true"
        return f"{{% if {condition} %}}{{% endif %}}"
    return f"{{% {tag.inner} %}}{_CLOSING_TAGS.get(word, '')}"


def _unpaired_tags(tags: Sequence[TemplateTag]) -> Iterator[Finding]:
    """`{% if %}` and `{% for %}` must be closed in the part where they were opened."""
    open_tags: list[TemplateTag] = []
    for tag in (tag for tag in tags if tag.is_statement):
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


def _syntax_fault(tag: TemplateTag, problem: str) -> Finding:
    return error("TPL-SINTAKSIS", f"Penanda {tag.text} {problem}", tag.place)
