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
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def space(self) -> str:
        """The white space after the word."""
        return self.text[len(self.text.rstrip()) :]

    @property
    def key(self) -> str:
        return self.text.rstrip() + ("\n" if "\n" in self.text else "")


# Up to so many unchanged letters between two changes count as changed.
_MAX_LETTERS_BETWEEN = 3
# The dash of a list item belongs to the first word of the item.
_WORD = re.compile(r"\s*(?:[-–•][ \t]+)?\S+\s*")


def word_difference(before: RichText, after: RichText) -> tuple[TextPiece, ...]:
    """The pieces of both texts in reading order; unchanged pieces with the new text's emphasis.

    Unchanged and removed pieces together are the old text's words, parted as they were there;
    unchanged and added pieces are the new text.
    """
    old, new = _words(before), _words(after)
    fates: list[tuple[PieceFate, _Word]] = []
    lost = ""
    for old_words, new_words, same in _runs(_alignment(old, new), old, new):
        if same:
            fates += ((PieceFate.SAME, word) for word in new_words)
            lost = _lost_space(old_words[-1].space, new_words[-1].space)
            continue
        # `A B` of `A B C` ends the new text: its last space goes with the C.
        fates += ((PieceFate.REMOVED, _Word((Span(lost),))) for _ in filter(None, [lost]))
        fates += ((PieceFate.REMOVED, word) for word in old_words)
        fates += ((PieceFate.ADDED, word) for word in new_words)
    return tuple(
        TextPiece(fate, RichText(_merge_spans([span for _, word in run for span in word.spans])))
        for fate, run in groupby(fates, key=lambda pair: pair[0])
    )


_Opcodes = Sequence[tuple[str, int, int, int, int]]


def _alignment(old: Sequence[_Word], new: Sequence[_Word]) -> _Opcodes:
    """What is the same in both texts, by the reading that leaves more words unchanged.

    The end of a text is read as the end of a paragraph, as in a list whose last item went, or as
    any place between words.
    """
    readings: list[_Opcodes] = []
    for end in ("", "\n"):
        keys = [[word.key for word in words] for words in (old, new)]
        for side in filter(None, keys):
            side[-1] = side[-1].rstrip("\n") + end
        readings.append(SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes())
    return max(readings, key=_unchanged)


def _unchanged(opcodes: _Opcodes) -> int:
    return sum(i2 - i1 for tag, i1, i2, _, _ in opcodes if tag == "equal")


def _lost_space(old: str, new: str) -> str:
    """The white space that a word had behind it in the old text and has not in the new one."""
    if "\n" in old and "\n" not in new:
        return "\n"
    return "" if new else old


def _merge_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with the same emphasis merged."""
    looks = groupby(spans, key=lambda span: span.with_text(""))
    return tuple(look.with_text("".join(span.text for span in run)) for look, run in looks)


def _runs(
    opcodes: _Opcodes, old: list[_Word], new: list[_Word]
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
