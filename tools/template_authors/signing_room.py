"""The room to sign in a template, for every kind of signature (NASKAH section 6)."""

from __future__ import annotations

from tools.template_authors.template_markup import bookmark, optional, paragraph, run, text
from tools.template_authors.template_styles import Style
from zi_docs.pdf.signing import SIGNING_ROOM


def signing_styles(size: float) -> tuple[Style, Style]:
    """The styles of the room, for text of this size in points.

    72 points are 25.4 mm: what a BSrE signature needs below its tag. A variable stands in the
    room itself, for Word would cut the picture put in its place to the height of its line.
    """
    return (
        Style("Ruang Tanda Tangan", size=size, pitch=72, keep_next=True),
        Style("Tag Tanda Tangan", size=size, pitch=12, keep_next=True),
    )


def signing_room(block: str, number: int = 1, *, first: bool = True) -> str:
    """The room of the signer whose block in the context is `block`; `number` counts from 1.

    The `first` room of a signer is where a signature goes: it is bookmarked, and a tag may stand
    over it. A further one, such as that of a Lampiran, only refers to it.
    """
    if not first:
        return text("RuangTandaTangan", f"{{{{ {block}.ttd_ulang }}}}")
    spot = bookmark(f"{SIGNING_ROOM}{number}", number)
    return optional("TagTandaTangan", f"{block}.tag") + paragraph(
        "RuangTandaTangan", spot, run(f"{{{{ {block}.ttd }}}}")
    )
