"""The lines of headings: about as long as each other, and broken where the words part.

A heading is text in capitals, or kept whole, that is not justified: titles of decrees and of their
Lampiran, the names of offices, the posts of those who sign. No office's name breaks inside; a
region's name breaks before KABUPATEN, KOTA or PROVINSI rather than after it (NASKAH section 10).
A phrase like WILAYAH BEBAS DARI KORUPSI breaks inside only where it would cost much more room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from zi_docs.word.text_widths import Look, TextMeasure, text_width
from zi_docs.word.wordml import w

# A part of the width is kept free, for the same font by another maker may be a little wider.
_USABLE = 0.985
# Words that belong to what follows them: a line may well begin with one, never end with one.
_LEADING = frozenset((
    "ATAS", "ATAU", "BAGI", "DALAM", "DAN", "DARI", "DENGAN", "DI", "KE", "KEPADA", "MELALUI",
    "MENUJU", "NOMOR", "OLEH", "PADA", "SEBAGAI", "SEPERTI", "SERTA", "SESUAI", "TAHUN",
    "TENTANG", "TERHADAP", "UNTUK", "YANG",
))  # fmt: skip
_STOPS = ",.;:()"
# What a break costs, against the square of a line's distance from the mean as a part of the width.
_IN_NAME, _IN_OUTER_NAME, _AFTER_LEADING = 2.0, 0.4, 0.5
_BEFORE_LEADING, _AFTER_COMMA, _AROUND_NAME = -0.03, -0.04, -0.02
_MORE_LINE = 0.3
_MORE_LINES = 3
_SPACE, _VARIABLE = " ", "${"


def set_heading_lines(
    paragraph: etree._Element,
    room: float,
    measure: TextMeasure,
    names: Sequence[str],
    phrases: Sequence[str] = (),
) -> None:
    """Break a heading into lines if it has more than one; `room` is its width in twips.

    The `names`, given in capitals, do not break inside, the `phrases` only where a line more would
    not help. A paragraph with tabs, fields or pictures
    stays as it is, and so does a line with a variable that another program fills.
    """
    for pieces in _lines_of(paragraph, measure):
        text = "".join(piece.text for piece in pieces)
        if _SPACE not in text or _VARIABLE in text:
            continue
        words = text.split(_SPACE)
        widths = tuple(_word_widths(words, pieces))
        space = text_width(_SPACE, pieces[0].look)
        if sum(widths) + space * (len(words) - 1) <= room * _USABLE:
            continue
        kept = Kept(tuple(names), tuple(phrases))
        starts = line_starts(tuple(words), widths, space, room * _USABLE, kept)
        _break_before(pieces, words, set(starts))


@dataclass(frozen=True)
class Kept:
    """What headings keep together, in capitals: names always, phrases where there is room."""

    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """A `w:t` of a heading with its look."""

    element: etree._Element
    look: Look

    @property
    def text(self) -> str:
        return self.element.text or ""


def _lines_of(paragraph: etree._Element, measure: TextMeasure) -> list[list[_Piece]]:
    """The text between line breaks; nothing where something else than text stands in it."""
    lines: list[list[_Piece]] = [[]]
    for run, look in measure.looks(paragraph):
        for child in run:
            if child.tag == w("t"):
                lines[-1].append(_Piece(child, look))
            elif child.tag == w("br"):
                lines.append([])
            elif child.tag != w("rPr"):
                return []
    return [line for line in lines if line]


def _word_widths(words: Sequence[str], pieces: Sequence[_Piece]) -> Iterator[float]:
    """The width of each word, whose letters may stand in several pieces."""
    letters = ((char, piece.look) for piece in pieces for char in piece.text)
    for word in words:
        yield sum(text_width(char, look) for _, (char, look) in zip(word, letters, strict=False))
        next(letters, None)


def _break_before(pieces: Sequence[_Piece], words: Sequence[str], starts: set[int]) -> None:
    """Put a line break for the space before each of the words with these indexes."""
    spots, at = set[int](), 0
    for index, word in enumerate(words):
        if index in starts:
            spots.add(at - 1)
        at += len(word) + 1
    begin = 0
    for piece in pieces:
        end = begin + len(piece.text)
        _split(piece.element, sorted(spot - begin for spot in spots if begin <= spot < end))
        begin = end


def _split(element: etree._Element, spots: Sequence[int]) -> None:
    text = element.text or ""
    ends = [*spots[1:], len(text)]
    for start, end in reversed(list(zip(spots, ends, strict=False))):
        line = etree.Element(w("t"))
        line.text = text[start + 1 : end]
        line_break = etree.Element(w("br"))
        element.addnext(line_break)
        line_break.addnext(line)
    if spots:
        element.text = text[: spots[0]]


@lru_cache(maxsize=256)
def line_starts(
    words: tuple[str, ...],
    widths: tuple[float, ...],
    space: float,
    room: float,
    kept: Kept,
) -> tuple[int, ...]:
    """The indexes of the words that begin a line, but the first.

    As few lines as there is room for, and a few more where a name would break otherwise.
    """
    costs = _break_costs(words, kept)
    fewest = _fewest_lines(widths, space, room)
    best: tuple[float, tuple[int, ...]] | None = None
    for more in range(min(_MORE_LINES, len(words) - fewest + 1)):
        lines = _evenest(widths, space, room, costs, fewest + more)
        if lines is not None:
            priced = lines[0] + more * _MORE_LINE, lines[1]
            best = min(best, priced) if best else priced
    return best[1] if best else ()


def _fewest_lines(widths: Sequence[float], space: float, room: float) -> int:
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        used += (space if used else 0) + width
    return lines


def _evenest(
    widths: Sequence[float], space: float, room: float, costs: Sequence[float], lines: int
) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest breaks into so many lines with their cost; None where they do not fit."""
    count = len(widths)
    ends = [0.0]
    for width in widths:
        ends.append(ends[-1] + width + space)
    mean = (ends[-1] - space * lines) / lines
    # For each number of words: the cost of setting them in the lines so far, and the breaks.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(lines):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, starts) in best.items():
            for end in range(start + 1, count + 1):
                width = ends[end] - ends[start] - space
                if width > room and end > start + 1:
                    break
                total = cost + ((width - mean) / room) ** 2 + (costs[start] if start else 0)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*starts, start) if start else starts)
        best = longer
    return best.get(count)


def _break_costs(words: Sequence[str], kept: Kept) -> list[float]:
    """What a break before each word costs."""
    bare = [word.strip(_STOPS).upper() for word in words]
    costs = [0.0] * (len(words) + 1)
    for index in range(1, len(words)):
        costs[index] += _AFTER_LEADING if bare[index - 1] in _LEADING else 0
        costs[index] += _BEFORE_LEADING if bare[index] in _LEADING else 0
        costs[index] += _AFTER_COMMA if words[index - 1].endswith((",", ";")) else 0
    for name in (*kept.names, *kept.phrases):
        outer = name in kept.phrases or any(o != name and o in name for o in kept.names)
        parts = name.split(_SPACE)
        for start in range(len(words) - len(parts) + 1):
            if bare[start : start + len(parts)] != parts:
                continue
            costs[start] += _AROUND_NAME
            costs[start + len(parts)] += _AROUND_NAME
            for inside in range(start + 1, start + len(parts)):
                costs[inside] += _IN_OUTER_NAME if outer else _IN_NAME
    return costs
