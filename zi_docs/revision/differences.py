"""The difference of two texts, word by word, with the emphasis of each word kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from zi_docs.text import RichText, Span


class Fate(Enum):
    """What became of a piece of text."""

    SAME = "tetap"
    REMOVED = "dihapus"
    ADDED = "ditambahkan"


@dataclass(frozen=True)
class Piece:
    """A stretch of text and what became of it."""

    fate: Fate
    text: RichText


@dataclass(frozen=True)
class _Word:
    """A word with the space that follows it, perhaps in more than one look.

    Words are equal when they read alike and end, or do not end, their paragraph.
    """

    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        text = "".join(span.text for span in self.spans)
        return text.rstrip() + ("\n" if "\n" in text else "")


# So many letters of unchanged words between two changes are not read as unchanged.
_GLUE = 3
# The dash of an item of a list goes with the item's first word.
_WORD = re.compile(r"\s*(?:[-–•][ \t]+)?\S+\s*")


def difference(before: RichText, after: RichText) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; unchanged ones in the look of the new text.

    The kept and removed pieces together are the old text's words, the kept and added ones the
    new text.
    """
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=False)
    fates: list[tuple[Fate, _Word]] = []
    for old_words, new_words, same in _joined(matcher.get_opcodes(), old, new):
        if same:
            fates += ((Fate.SAME, word) for word in new_words)
        else:
            fates += ((Fate.REMOVED, word) for word in old_words)
            fates += ((Fate.ADDED, word) for word in new_words)
    return tuple(
        Piece(fate, RichText(_in_one([span for _, word in run for span in word.spans])))
        for fate, run in groupby(fates, key=lambda pair: pair[0])
    )


def _in_one(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span."""
    looks = groupby(spans, key=lambda span: span.with_text(""))
    return tuple(look.with_text("".join(span.text for span in run)) for look, run in looks)


def _joined(
    opcodes: Sequence[tuple[str, int, int, int, int]], old: list[_Word], new: list[_Word]
) -> Iterator[tuple[list[_Word], list[_Word], bool]]:
    """Runs of words that stayed or changed; a lone `dan` between two changes changes with them."""
    held: tuple[list[_Word], list[_Word]] = ([], [])
    for index, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        between = 0 < index < len(opcodes) - 1
        same = tag == "equal" and not (between and _slight(old[i1:i2]))
        if not same:
            held[0].extend(old[i1:i2])
            held[1].extend(new[j1:j2])
            continue
        if held[0] or held[1]:
            yield held[0], held[1], False
            held = ([], [])
        yield old[i1:i2], new[j1:j2], True
    if held[0] or held[1]:
        yield held[0], held[1], False


def _slight(words: Sequence[_Word]) -> bool:
    keys = [word.key for word in words]
    return not any("\n" in key for key in keys) and len("".join(keys)) <= _GLUE


def _words(text: RichText) -> list[_Word]:
    plain, found, ends = text.plain, [], _ends(text)
    for match in _WORD.finditer(plain):
        spans = tuple(
            span.with_text(plain[max(start, match.start()) : min(end, match.end())])
            for start, end, span in ends
            if start < match.end() and end > match.start()
        )
        found.append(_Word(spans))
    return found


def _ends(text: RichText) -> list[tuple[int, int, Span]]:
    """Where each span starts and ends in the plain text."""
    found, at = [], 0
    for span in text.spans:
        found.append((at, at + len(span.text), span))
        at += len(span.text)
    return found
