"""The difference of two texts, word by word, with the emphasis of each word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from zi_docs.text import RichText, Span


class PieceFate(Enum):
    """Whether a piece of text is unchanged, removed or added."""

    SAME = "tetap"
    REMOVED = "dihapus"
    ADDED = "ditambahkan"


@dataclass(frozen=True)
class TextPiece:
    """Consecutive words with the same fate."""

    fate: PieceFate
    text: RichText


@dataclass(frozen=True)
class _Word:
    """A word with the white space after it; its spans differ in emphasis.

    Words are equal when their letters are equal and both, or neither, end a paragraph.
    """

    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        text = "".join(span.text for span in self.spans)
        return text.rstrip() + ("\n" if "\n" in text else "")


# Up to so many unchanged letters between two changes count as changed.
_MAX_LETTERS_BETWEEN = 3
# The dash of a list item belongs to the first word of the item.
_WORD = re.compile(r"\s*(?:[-–•][ \t]+)?\S+\s*")


def word_difference(before: RichText, after: RichText) -> tuple[TextPiece, ...]:
    """The pieces of both texts in reading order; unchanged pieces with the new text's emphasis.

    Unchanged and removed pieces together are the old text's words; unchanged and added pieces are
    the new text.
    """
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=False)
    fates: list[tuple[PieceFate, _Word]] = []
    for old_words, new_words, same in _runs(matcher.get_opcodes(), old, new):
        if same:
            fates += ((PieceFate.SAME, word) for word in new_words)
        else:
            fates += ((PieceFate.REMOVED, word) for word in old_words)
            fates += ((PieceFate.ADDED, word) for word in new_words)
    return tuple(
        TextPiece(fate, RichText(_merge_spans([span for _, word in run for span in word.spans])))
        for fate, run in groupby(fates, key=lambda pair: pair[0])
    )


def _merge_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with the same emphasis merged."""
    looks = groupby(spans, key=lambda span: span.with_text(""))
    return tuple(look.with_text("".join(span.text for span in run)) for look, run in looks)


def _runs(
    opcodes: Sequence[tuple[str, int, int, int, int]], old: list[_Word], new: list[_Word]
) -> Iterator[tuple[list[_Word], list[_Word], bool]]:
    """Old words, new words and whether they are the same, run by run.

    A single short word, such as `dan`, between two changes counts as changed.
    """
    removed: list[_Word] = []
    added: list[_Word] = []
    for index, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        between = 0 < index < len(opcodes) - 1
        same = tag == "equal" and not (between and _is_short(old[i1:i2]))
        if not same:
            removed += old[i1:i2]
            added += new[j1:j2]
            continue
        if removed or added:
            yield removed, added, False
            removed, added = [], []
        yield old[i1:i2], new[j1:j2], True
    if removed or added:
        yield removed, added, False


def _is_short(words: Sequence[_Word]) -> bool:
    keys = [word.key for word in words]
    return not any("\n" in key for key in keys) and len("".join(keys)) <= _MAX_LETTERS_BETWEEN


def _words(text: RichText) -> list[_Word]:
    plain, positions = text.plain, _span_positions(text)
    words = []
    for match in _WORD.finditer(plain):
        spans = tuple(
            span.with_text(plain[max(start, match.start()) : min(end, match.end())])
            for start, end, span in positions
            if start < match.end() and end > match.start()
        )
        words.append(_Word(spans))
    return words


def _span_positions(text: RichText) -> list[tuple[int, int, Span]]:
    """Start and end of each span in the plain text."""
    positions, start = [], 0
    for span in text.spans:
        end = start + len(span.text)
        positions.append((start, end, span))
        start = end
    return positions
