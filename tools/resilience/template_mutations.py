"""Word templates as an office edits them, and as somebody would who wants the office's files."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tools.resilience.package_mutations import packed, unpacked

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
TAGS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ 'a' * 10**10 }}", "{{ [0] * 10**10 }}",
    "{% for x in range(10**9) %}{% endfor %}", "{{ 9**9**9 }}", "{{ 'x'|center(10**10) }}",
    "{{ 1 / 0 }}", "{{ tiada }}", "{{ tiada.apa }}", "{{", "}}", "{% if %}", "{% for x in y %}",
    "{% endfor %}", "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{{ self }}",
    "{{ lipsum.__globals__ }}", "{{ cycler }}", "{% raw %}", "{# tanpa akhir", "{{ {}['a'] }}",
    "{{ ''|attr('__class__') }}", "{%p if true %}", "{%tr for x in range(3) %}", "{{r x }}",
    "{{ '%s' % 5 }}", "{{ '{0.__class__}'.format(1) }}", "{% set x = range(10**9)|list %}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{{ ('a'*9999)|wordwrap(1)|length ** 99999 }}",
)  # fmt: skip
_FIELDS = (
    "INCLUDETEXT /etc/passwd", "INCLUDEPICTURE file:///etc/passwd", "DDEAUTO cmd x",
    "MACROBUTTON x", "DATE", "ASK x", "LINK x", "PAGE",
)  # fmt: skip
_KINDS = ("image", "oleObject", "attachedTemplate", "aFChunk", "subDocument", "frame", "hyperlink")


def _in_document(change: Callable[[str, Random], str]) -> Callable[[bytes, Random], bytes]:
    def changed(package: bytes, chance: Random) -> bytes:
        parts = unpacked(package)
        parts[_DOCUMENT] = change(parts[_DOCUMENT].decode(), chance).encode()
        return packed(parts)

    changed.__name__ = change.__name__.lstrip("_")
    return changed


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _with_other_tags(xml: str, chance: Random) -> str:
    """A tag is another one."""
    tags = list(_TAG.finditer(xml))
    if not tags:
        return xml
    tag = chance.choice(tags)
    return xml[: tag.start()] + _escaped(chance.choice(TAGS)) + xml[tag.end() :]


def _with_added_tags(xml: str, chance: Random) -> str:
    """A paragraph with a tag of somebody's own."""
    run = f"<w:p><w:r><w:t>{_escaped(chance.choice(TAGS))}</w:t></w:r></w:p>"
    places = [match.end() for match in re.finditer("</w:p>", xml)] or [0]
    at = chance.choice(places)
    return xml[:at] + run + xml[at:]


def _without_tags(xml: str, chance: Random) -> str:
    """Tags fell out, perhaps just the beginning or the end of a loop."""
    for tag in chance.sample(tags := _TAG.findall(xml), min(len(tags), chance.choice((1, 1, 4)))):
        xml = xml.replace(tag, "", 1)
    return xml


def _with_fields(xml: str, chance: Random) -> str:
    """A field that reads a file, runs a program or has no end."""
    code = _escaped(chance.choice(_FIELDS))
    end = chance.choice(('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""))
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{end}</w:p>"
    )
    at = xml.find("</w:p>") + len("</w:p>")
    return xml[:at] + field + xml[at:]


def with_relations(package: bytes, chance: Random) -> bytes:
    """A relation that leads out of the document."""
    parts = unpacked(package)
    target = chance.choice(("file:///etc/passwd", "http://192.0.2.1/x", "\\\\192.0.2.1\\x", "../x"))
    relation = (
        '<Relationship Id="rIdX" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{chance.choice(_KINDS)}" Target="{target}"/>'
    )
    text = parts[_RELATIONS].decode().replace("</Relationships>", f"{relation}</Relationships>")
    return packed(parts | {_RELATIONS: text.encode()})


def with_parts(package: bytes, chance: Random) -> bytes:
    """A part that runs, or that another program opens."""
    names = ("word/vbaProject.bin", "word/embeddings/a.bin", "word/activeX/a.xml", "word/a.html")
    return packed(unpacked(package) | {chance.choice(names): chance.randbytes(200)})


TEMPLATE_MUTATIONS = (
    _in_document(_with_other_tags), _in_document(_with_other_tags), _in_document(_with_added_tags),
    _in_document(_with_added_tags), _in_document(_without_tags), _in_document(_with_fields),
    with_relations, with_parts,
)  # fmt: skip
