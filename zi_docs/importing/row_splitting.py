"""An action's cell that numbers several actions (1. … 2. …) -> a row for each."""

from __future__ import annotations

import copy
import re

from zi_docs.importing.row_values import ActionRow
from zi_docs.text import RichText, Span

_ITEM = re.compile(r"(?:^|\n|(?<=[;.]\s)|(?<=\s))\(?(\d{1,2}|[a-z])[.)]\s+", re.I)


def numbered_items(text: RichText) -> list[RichText]:
    """The items of a text that numbers them 1, 2, 3 (or a, b, c); none for any other text."""
    plain = text.plain
    starts = list(_ITEM.finditer(plain))
    marks = [match[1].casefold() for match in starts]
    counted = [str(number) for number in range(1, len(marks) + 1)]
    lettered = [chr(ord("a") + number) for number in range(min(len(marks), 26))]
    if len(marks) < 2 or marks not in (counted, lettered) or starts[0].start() > 0:
        return []
    ends = [match.start() for match in starts[1:]] + [len(plain)]
    return [_piece(text, match.end(), end) for match, end in zip(starts, ends, strict=True)]


def split_actions(row: ActionRow) -> list[ActionRow]:
    """The row for each numbered action; evidence is dealt out where it is numbered alike.

    A row that numbers nothing stays as it is.
    """
    actions = numbered_items(row.rich("langkah_aksi"))
    if not actions:
        return [row]
    evidence = numbered_items(row.rich("bukti"))
    rows = []
    for at, action in enumerate(actions):
        part = copy.copy(row)
        part.values = dict(row.values) | {"langkah_aksi": action}
        if len(evidence) == len(actions):
            part.values["bukti"] = evidence[at]
        if at:
            part.values.pop("id", None)
            part.findings = []
        part.notes = list(row.notes)
        rows.append(part)
    return rows


def _piece(text: RichText, start: int, end: int) -> RichText:
    spans: list[Span] = []
    at = 0
    for span in text.spans:
        piece = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if piece:
            spans.append(span.with_text(piece))
    if spans:
        spans[0] = spans[0].with_text(spans[0].text.lstrip())
        spans[-1] = spans[-1].with_text(spans[-1].text.rstrip(" \n;"))
    return RichText(tuple(span for span in spans if span.text))
