"""The kinds of event that the sheet Rapat knows, with the words in which papers speak of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zi_docs.data import shipped
from zi_docs.model import Meeting

# What may stand before the word that tells the kind: `Pelaksanaan Sosialisasi ...`.
_BEFORE = re.compile(r"(?:(?:pelaksanaan|penyelenggaraan|kegiatan|acara|undangan)\s+)+", re.I)


@dataclass(frozen=True)
class EventKind:
    """A kind of event: its name in the workbook, and its words in `events.toml`."""

    jenis: str
    awal: tuple[str, ...]
    sebutan: str
    ajakan: str
    pokok: str
    pimpinan: str
    laporan: str


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """All kinds in their order; the first is what an unknown title is taken for."""
    return tuple(
        EventKind(**{**kind, "awal": tuple(kind["awal"])}) for kind in shipped("events")["kegiatan"]
    )


def event_kind(meeting: Meeting) -> EventKind:
    """The kind that the meeting names; else that of the first word of its title."""
    if meeting.jenis:
        named = meeting.jenis.casefold()
        return next(kind for kind in event_kinds() if kind.jenis.casefold() == named)
    return kind_of_title(meeting.acara)


def kind_of_title(title: str) -> EventKind:
    """The kind that a title begins with: `Sosialisasi SP4N-LAPOR!`."""
    words = re.findall(r"\w+", _BEFORE.sub("", title.strip(), count=1).casefold())
    return next(
        (
            kind
            for kind in event_kinds()
            if any(words[: len(first.split())] == first.split() for first in kind.awal)
        ),
        event_kinds()[0],
    )
