"""The seats of a team as the table of a Lampiran, and the tasks listed below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from zi_docs.model import Decree, Plan, TeamSeat
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.tabel_renaksi import CLOSING
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.lists import end_with_stop
from zi_docs.wording.names import heading_title

# A line to write a name on, as wide as the column.
LINE = "." * 34
NO_NIP = "-"
_LAST_TASK = "tugasTerakhir"
# A group of so few seats is kept on one page.
_SMALL = 6
_FOUNDING = re.compile(r"(?:PEMBENTUKAN|PENETAPAN|PENUNJUKAN|PENGANGKATAN) ")


def team_title(decree: Decree, seats: Sequence[TeamSeat]) -> str:
    """The title of the Lampiran: the team's name; what is decreed of it is left to the decree."""
    name = _FOUNDING.sub("", heading_title(decree.judul_lampiran or decree.judul), count=1)
    return name if has_tasks(seats) else f"SUSUNAN {name}"


def has_tasks(seats: Sequence[TeamSeat]) -> bool:
    """Tell whether tasks are to be listed below the table."""
    return any(seat.tugas for seat in seats)


def team_table(plan: Plan, seats: Sequence[TeamSeat], pages: Pagination) -> list[dict[str, object]]:
    """The groups with their rows; numbers go on from group to group.

    Seats outside every group (the leaders) have no heading: `nama` is then empty. Where a group may
    run over a page, the headings are `berulang`: each group has a table that repeats its own.
    """
    groups = list(_groups(seats))
    repeated = any(group and len(rows) > _SMALL for _, group, rows in groups)
    return [
        {
            "nama": _heading(number, group, pages) if group else "",
            "berulang": repeated,
            "baris": [_row(plan, index, seat, pages) for index, seat in rows],
        }
        for number, group, rows in groups
    ]


def seat_anchors(seats: Sequence[TeamSeat]) -> list[str]:
    """The anchors of the rows, in order."""
    return [_anchor(index) for index in range(len(seats))]


def team_keeps(seats: Sequence[TeamSeat]) -> list[Keep]:
    """What must not part: the rows of a small group, what comes last and the closing block."""
    pairs = []
    last = ""
    for number, group, rows in _groups(seats):
        first, last = rows[0][0], _anchor(rows[-1][0])
        if group:
            small = len(rows) <= _SMALL
            pairs.append(Keep(_group_anchor(number), last if small else _anchor(first)))
            last = _group_anchor(number) if small else last
    if has_tasks(seats):
        pairs.append(Keep(_LAST_TASK, CLOSING))
    elif last:
        pairs.append(Keep(last, CLOSING))
    return pairs


def tasks(seats: Sequence[TeamSeat], pages: Pagination) -> Flow:
    """The tasks of each position or group: its name, then the tasks by letters."""
    paragraphs: list[Paragraph] = []
    for name, texts in _tasked(seats).items():
        items = [block.text for text in texts for block in text.blocks]
        paragraphs.append(Paragraph("Judul Tugas", RichText.of(name)))
        paragraphs += [
            Paragraph(
                "Tugas" if len(items) > 1 else "Tugas Tunggal",
                end_with_stop(item, "." if item is items[-1] else ";"),
            )
            for item in items
        ]
    if paragraphs:
        last = paragraphs[-1]
        breaks = _LAST_TASK in pages.breaks
        paragraphs[-1] = Paragraph(last.style, last.text, _LAST_TASK, breaks)
    return Flow(tuple(paragraphs))


def _groups(
    seats: Sequence[TeamSeat],
) -> Iterator[tuple[int, str, list[tuple[int, TeamSeat]]]]:
    """Number, name and numbered seats of each run of seats of one group."""
    runs = groupby(enumerate(seats), key=lambda numbered: numbered[1].kelompok.strip())
    for number, (group, rows) in enumerate(runs):
        yield number, group, list(rows)


def _heading(number: int, group: str, pages: Pagination) -> Flow:
    anchor = _group_anchor(number)
    breaks = anchor in pages.breaks
    return Flow((Paragraph("Tabel Kelompok", RichText.of(group), anchor, breaks),))


def _group_anchor(number: int) -> str:
    return f"kelompok{number}"


def _anchor(index: int) -> str:
    return f"kedudukan{index}"


def _row(plan: Plan, index: int, seat: TeamSeat, pages: Pagination) -> dict[str, object]:
    official = plan.official(seat.pejabat)
    name = (official.nama if official else "") or LINE
    anchor = _anchor(index)
    nip = official.nip if official else ""
    if official and plan.office.agency.without_nip(official.kelompok):
        nip = nip or NO_NIP
    return {
        "nomor": index + 1,
        "nama": Flow((Paragraph("Tabel Isi", RichText.of(name), anchor, anchor in pages.breaks),)),
        "nip": nip,
        "jabatan": (official.jabatan if official else seat.jabatan) or LINE,
        "kedudukan": seat.kedudukan,
    }


def _tasked(seats: Sequence[TeamSeat]) -> dict[str, list[RichText]]:
    """Each position or group that has tasks, with its different texts, in order.

    Where one position of a group alone has tasks, they are those of the whole group.
    """
    texts_of: dict[str, list[RichText]] = {}
    for group, rows in groupby(
        (seat for seat in seats if seat.tugas), key=lambda seat: seat.kelompok.strip()
    ):
        tasked = list(rows)
        alone = len({seat.kedudukan for seat in tasked}) == 1
        for seat in tasked:
            name = group if group and alone else f"{seat.kedudukan} {group}".strip()
            texts = texts_of.setdefault(name, [])
            if seat.tugas not in texts:
                texts.append(seat.tugas)
    return texts_of
