"""The narrative of a Lampiran: chapters, letters, numbers, and the title above its table."""

from __future__ import annotations

from zi_docs.model import Decree, Level, Passage, Plan
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.lists import closed
from zi_docs.wording.regulations import cite


def narrative(plan: Plan, decree: Decree) -> Flow:
    """The passages as paragraphs; Word numbers them by their styles."""
    passages = [p for p in decree.narrative if p.level is not Level.TABLE_TITLE]
    following: list[Passage | None] = [*passages[1:], None]
    return Flow(
        tuple(
            Paragraph(passage.level.value, _words(plan, passage, after))
            for passage, after in zip(passages, following, strict=True)
        )
    )


def _words(plan: Plan, passage: Passage, after: Passage | None) -> RichText:
    regulation = plan.regulation(passage.peraturan)
    if regulation is None or passage.isi:
        return passage.isi
    goes_on = after is not None and after.level is passage.level
    return closed(RichText.of(cite(regulation, plan)), ";" if goes_on else ".")


def table_title(decree: Decree) -> str:
    """The title above the plan table; empty when the narrative gives none."""
    return "\n".join(p.isi.plain for p in decree.narrative if p.level is Level.TABLE_TITLE)
