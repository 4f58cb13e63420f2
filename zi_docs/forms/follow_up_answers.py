"""What filled forms answer to follow-ups of the sheet Tindak Lanjut.

On a form such a line bears the follow-up's ID and the period's last month. Its answers are read as
those of any line, and then added to what the workbook says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from zi_docs.model import CLOSED, Plan, Realisation, RecordedFollowUp, same_id


def follow_up_of(plan: Plan, key: str) -> RecordedFollowUp | None:
    """The follow-up of an ID."""
    return next((each for each in plan.follow_ups if same_id(each.id, key)), None)


def parted_answers(
    plan: Plan, entries: Iterable[Realisation]
) -> tuple[tuple[Realisation, ...], tuple[RecordedFollowUp, ...]]:
    """The entries about rows of the plan, and the follow-ups with the answers of the others."""
    ids = {each.id for each in plan.follow_ups}
    entries = tuple(entries)
    rows = tuple(entry for entry in entries if entry.baris not in ids)
    follow_ups = tuple(
        _answered(each, sorted(_of(each, entries), key=lambda entry: entry.bulan))
        for each in plan.follow_ups
    )
    return rows, follow_ups


def _of(record: RecordedFollowUp, entries: Iterable[Realisation]) -> list[Realisation]:
    return [entry for entry in entries if entry.baris == record.id]


def _answered(record: RecordedFollowUp, entries: Sequence[Realisation]) -> RecordedFollowUp:
    """The follow-up with its answers, the oldest first; of deadline and state the last counts.

    What the workbook says to be closed stays closed.
    """
    texts = [record.tindak_lanjut, *(text for entry in entries for text in _texts(entry))]
    states = [entry for entry in entries if entry.keadaan or entry.selesai]
    if states and record.keadaan != CLOSED and record.selesai is None:
        record = replace(record, keadaan=states[-1].keadaan, selesai=states[-1].selesai)
    deadlines = [entry.batas for entry in entries if entry.batas]
    posts = [entry.pic for entry in entries if entry.pic]
    return replace(
        record,
        tindak_lanjut="\n".join(dict.fromkeys(filter(None, map(str.strip, texts)))),
        batas=[record.batas, *deadlines][-1],
        pic=record.pic or "".join(posts[-1:]),
    )


def _texts(entry: Realisation) -> Iterator[str]:
    """All words of an entry, under whichever column they were written."""
    yield from (entry.tindak_lanjut, entry.uraian.plain)
    for label, text in (
        ("Kendala", entry.kendala),
        ("Rekomendasi", entry.rekomendasi),
        ("Bukti", entry.tautan),
    ):
        yield f"{label}: {text.strip()}" if text.strip() else ""
