"""The styles and numberings of the templates: few, named in Indonesian, with exact line pitch.

Exact pitch matters: line heights of a font and of its stand-in differ, and only with exact pitch
do Word and the PDF break pages at the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tools.template_authors.template_markup import Align, twips

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Style:
    """A paragraph style. Lengths in mm, `size`, `pitch`, `before` and `after` in points.

    `outline` makes it a heading (0 is the highest level), based on Word's own heading of that
    level; `numbering` is (list, level). A pitch of 0 lets the line grow with a picture in it.
    `rule` draws a line below each paragraph. `following` is the style, by its name, of the
    paragraph that Word begins after it.
    """

    name: str
    align: Align = "left"
    size: float = 12
    pitch: float = 18
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    tabs: tuple[float, ...] = ()
    bold: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    rule: Literal["", "single", "thickThinSmallGap"] = ""
    following: str = ""

    @property
    def id(self) -> str:
        """The style ID: the name without spaces."""
        return self.name.replace(" ", "")

    def named(self, name: str) -> Style:
        """The same look under another name."""
        return replace(self, name=name)


@dataclass(frozen=True)
class Level:
    """A level of a numbering: Word's format and pattern, number and text positions in mm.

    `spaced`: a space follows the number, not a tab; then both positions are 0.
    `start` is the number of its first item.
    """

    format: str
    pattern: str
    number_at: float
    text_at: float
    spaced: bool = False
    start: int = 1


def numbering_part(lists: tuple[tuple[Level, ...], ...], styles: tuple[Style, ...]) -> str:
    """`word/numbering.xml`: list number n (from 1) is numbering n; styles hang on its levels."""
    linked = {style.numbering: style.id for style in styles if style.numbering}
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(i, level, linked.get((n, i))) for i, level in enumerate(levels))
        + "</w:abstractNum>"
        for n, levels in enumerate(lists, start=1)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(lists) + 1)
    )
    return f"<w:numbering {NAMESPACE}>{abstract}{nums}</w:numbering>"


def _level(index: int, level: Level, style: str | None) -> str:
    hanging = twips(level.text_at - level.number_at)
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{level.start}"/>'
        f'<w:numFmt w:val="{level.format}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ('<w:suff w:val="space"/>' if level.spaced else "")
        + f'<w:lvlText w:val="{level.pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(level.text_at)}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def styles_part(styles: tuple[Style, ...], base: Style, font: str) -> str:
    """`word/styles.xml`: `base` is Normal, the font stands once in the defaults."""
    levels = sorted({style.outline for style in styles if style.outline is not None})
    fonts = f'w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"'
    return (
        f"<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        + _style(base.named("Normal"), default=True)
        + "".join(_heading(level) for level in levels)
        + "".join(_style(style) for style in styles)
        + "</w:styles>"
    )


def _heading(level: int) -> str:
    """Word's own heading without a look: its name is what navigation and converters look for."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level + 1}">'
        f'<w:name w:val="heading {level + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr></w:style>'
    )


def _style(style: Style, *, default: bool = False) -> str:
    head = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        if default
        else f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
    )
    based_on = "Normal" if style.outline is None else f"Heading{style.outline + 1}"
    parent = "" if default else f'<w:basedOn w:val="{based_on}"/>'
    following = style.following.replace(" ", "")
    parent += f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'{head}<w:name w:val="{style.name}"/>{parent}<w:qFormat/>'
        f"<w:pPr>{_paragraph_look(style)}</w:pPr><w:rPr>{_run_look(style)}</w:rPr></w:style>"
    )


def _paragraph_look(style: Style) -> str:
    """The paragraph's properties, in the order that the schema asks for."""
    numbered = style.numbering
    indent = style.left or style.right or style.hanging
    return "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:keepLines/>" if style.keep_lines else "",
            f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
            if numbered
            else "",
            _rule(style),
            _tabs(style),
            f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
            f" {_pitch(style)}/>",
            _indent(style) if indent and not numbered else "",
            f'<w:jc w:val="{style.align}"/>',
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )


def _indent(style: Style) -> str:
    right = f' w:right="{twips(style.right)}"' if style.right else ""
    return f'<w:ind w:left="{twips(style.left)}"{right} w:hanging="{twips(style.hanging)}"/>'


def _pitch(style: Style) -> str:
    if not style.pitch:
        return 'w:line="240" w:lineRule="auto"'
    return f'w:line="{round(style.pitch * 20)}" w:lineRule="exact"'


def _rule(style: Style) -> str:
    """The line below; the one between keeps paragraphs in a row from sharing a single line."""
    if not style.rule:
        return ""
    size = 4 if style.rule == "single" else 18
    edge = f'w:val="{style.rule}" w:sz="{size}" w:space="0" w:color="000000"'
    return f"<w:pBdr><w:bottom {edge}/><w:between {edge}/></w:pBdr>"


def _tabs(style: Style) -> str:
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips(at)}"/>' for at in style.tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _run_look(style: Style) -> str:
    size = round(style.size * 2)
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return f'{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
