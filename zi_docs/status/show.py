"""A status as a screenful of tables, as plain text, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from zi_docs.model import RecordedFollowUp
from zi_docs.monev.followup import FollowUp
from zi_docs.schedule.due_days import DueDay
from zi_docs.status.gather import Status, Waiting, Work
from zi_docs.wording.dates import long_date, month_name
from zi_docs.wording.lists import one_line
from zi_docs.wording.numbers import percent_text

# Lines of a screen that hold no rows: the headline and the prompt, and of each section its title
# and a gap.
_OVERHEAD, _OF_SECTION = 4, 2
_LEAST_ROWS = 3
_WORDS = 72
Row = tuple[str, str, str]


def headline(state: Status) -> str:
    """The figures so far, in a sentence."""
    figures = state.so_far
    if figures.percent is None:
        return f"Keadaan per {long_date(state.day)}: belum ada langkah yang direncanakan."
    return (
        f"Keadaan per {long_date(state.day)}: dari {figures.planned} langkah terencana, "
        f"{figures.done} selesai, {figures.overdue} tertunggak, "
        f"{figures.open} jatuh tempo bulan ini; capaian {percent_text(figures.percent)}%."
    )


def sections(state: Status) -> Iterator[tuple[str, list[Row]]]:
    """Title and rows of each section; a row says what, how it stands, and the words or cell."""
    month = f" ({month_name(state.month)})" if state.month else ""
    yield f"Jatuh tempo bulan ini{month}", _works(state.due)
    if state.duties:
        yield "Kewajiban kantor bulan ini dan berikutnya", [_duty(due) for due in state.duties]
    yield "Tertunggak", _works(state.overdue)
    if state.follow_ups:
        yield "Tindak lanjut yang belum selesai", [_follow_up(each) for each in state.follow_ups]
    if state.notes:
        yield "Catatan TPI yang belum dicatat", [_note(note) for note in state.notes]
    yield "Sudah berjalan, bukti belum ada", _works(state.unevidenced)
    yield "Naskah yang belum lengkap", [_waiting(waiting) for waiting in state.waiting]


def as_text(state: Status) -> str:
    """The whole status as plain text, for a pipe."""
    lines = [headline(state)]
    for title, rows in sections(state):
        lines += ["", f"{title}: {len(rows)}"]
        lines += [f"  {name} ({standing}): {_cut(words)}" for name, standing, words in rows]
    return "\n".join(lines)


def on_screen(state: Status, console: Console, *, whole: bool) -> None:
    """Print tables that fit the terminal's height; all their rows when `whole`."""
    console.print(escape(headline(state)), highlight=False)
    tables = list(sections(state))
    taken = _OVERHEAD + _OF_SECTION * len(tables)
    room = max((console.height - taken) // len(tables), _LEAST_ROWS)
    for title, rows in tables:
        console.print()
        console.print(_table(title, rows, len(rows) if whole else room))


def as_dict(state: Status) -> dict[str, object]:
    """The status as JSON values; months are 1 to 12, percents 0 to 100."""
    figures = state.so_far
    return {
        "date": state.day.isoformat(),
        "planned": figures.planned,
        "done": figures.done,
        "on_time": figures.on_time,
        "late": figures.late,
        "percent": figures.percent,
        "due": [_work_dict(work) for work in state.due],
        "overdue": [_work_dict(work) for work in state.overdue],
        "unevidenced": [_work_dict(work) for work in state.unevidenced],
        "duties": [
            {
                "id": due.duty.id,
                "date": due.day.isoformat(),
                "what": due.duty.perihal,
                "basis": due.duty.dasar,
                "verified": due.duty.diperiksa,
                "note": due.duty.catatan,
                "paper": due.paper,
            }
            for due in state.duties
        ],
        "follow_ups": [_follow_up_dict(each) for each in state.follow_ups],
        "notes": [
            {"item": note.lke, "reference": note.acuan, "text": note.uraian} for note in state.notes
        ],
        "waiting": [
            {"name": w.name, "missing": list(w.missing), "place": w.place.as_dict()}
            for w in state.waiting
        ],
    }


def _table(title: str, rows: Sequence[Row], shown: int) -> Table:
    table = Table(title=f"{escape(title)}: {len(rows)}", title_justify="left", title_style="bold",
                  show_header=False, expand=True, box=None, padding=(0, 2, 0, 0))  # fmt: skip
    table.add_column(no_wrap=True, max_width=36, overflow="ellipsis")
    table.add_column(no_wrap=True, max_width=36, overflow="ellipsis")
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    fitting = rows if len(rows) <= shown else rows[: shown - 1]
    for row in fitting:
        table.add_row(*map(escape, row))
    if len(rows) > len(fitting):
        more = f"dan {len(rows) - len(fitting)} lagi"
        table.add_row("…", more, "--semua menampilkan semuanya")
    if not rows:
        table.add_row("–", "tidak ada", "")
    return table


def _works(works: Sequence[Work]) -> list[Row]:
    return [(_name(work), _months(work), one_line(work.activity.langkah_aksi)) for work in works]


def _name(work: Work) -> str:
    """`I.2 RA-007`: the number by which papers name the row, and its ID in the workbook."""
    return f"{work.component} {work.activity.id}".strip()


def _cut(words: str) -> str:
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"


def _months(work: Work) -> str:
    return ", ".join(
        f"{month_name(month)} {percent_text(percent)}%"
        for month, percent in zip(work.months, work.percents, strict=True)
    )


def _waiting(waiting: Waiting) -> Row:
    return waiting.name, f"belum ada {', '.join(waiting.missing)}", str(waiting.place)


def _duty(due: DueDay) -> Row:
    reported = "" if due.duty.diperiksa else "dilaporkan: "
    paper = f" ({due.paper})" if due.paper else ""
    return long_date(due.day), f"{reported}{due.duty.dasar}", f"{due.duty.perihal}{paper}"


def _follow_up(follow_up: FollowUp) -> Row:
    source, reference = follow_up.source.value, follow_up.reference
    rows = ", ".join(row.id for row in follow_up.rows)
    deadline = f"paling lambat {long_date(follow_up.deadline)}" if follow_up.deadline else ""
    standing = (follow_up.state.value, deadline, follow_up.pic, rows)
    name = f"{source} ({reference})" if reference else source
    return name, "; ".join(filter(None, standing)), " ".join(follow_up.what.split())


def _note(note: RecordedFollowUp) -> Row:
    return note.acuan, "catat dengan lke --catat BARU.xlsx", " ".join(note.uraian.split())


def _follow_up_dict(follow_up: FollowUp) -> dict[str, object]:
    return {
        "source": follow_up.source.value,
        "reference": follow_up.reference,
        "what": follow_up.what,
        "rows": [row.id for row in follow_up.rows],
        "pic": follow_up.pic,
        "deadline": follow_up.deadline.isoformat() if follow_up.deadline else None,
        "answer": follow_up.answer,
        "state": follow_up.state.value,
        "place": follow_up.place.as_dict(),
    }


def _work_dict(work: Work) -> dict[str, object]:
    return {
        "row": work.activity.id,
        "component": work.component,
        "area": work.activity.area,
        "action": work.activity.langkah_aksi.plain,
        "pic": work.activity.pic,
        "months": list(work.months),
        "percents": list(work.percents),
        "place": work.activity.origin.at("id").as_dict(),
    }
