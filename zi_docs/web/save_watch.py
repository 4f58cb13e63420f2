"""Watches the workbook and what lies beside it; tells pages what a save changed."""

from __future__ import annotations

import asyncio
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from watchfiles import Change, awatch

from zi_docs.build.unchanged import BESIDE
from zi_docs.catalog import Touched, catalog, touched
from zi_docs.errors import ZiError
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.report import changes_as_dict
from zi_docs.web.news import News
from zi_docs.web.workplace import Workplace
from zi_docs.web.year_view import Unreadable, YearReader, YearView

# Excel writes a file beside the workbook and renames it: what follows within this is one save.
_SAVE_MILLISECONDS = 400
_FOLDER_SECONDS = 1.0
_MOST_LINES = 12
_MOST_LETTERS = 80


async def watch(reader: YearReader, news: News) -> None:
    """Tell of every save until it is cancelled."""
    before = await asyncio.to_thread(_readable, reader)

    def concerns(change: Change, path: str) -> bool:
        return _concerns(reader.place, Path(path))

    while not reader.place.source.parent.is_dir():
        await asyncio.sleep(_FOLDER_SECONDS)
    folder = reader.place.source.parent
    async for _ in awatch(folder, watch_filter=concerns, debounce=_SAVE_MILLISECONDS, step=100):
        after = await asyncio.to_thread(_readable, reader)
        news.tell("simpan", await asyncio.to_thread(saved_news, before, after))
        before = after


def _concerns(place: Workplace, path: Path) -> bool:
    """Whether a file says something of the year: the workbook, forms, photos, decreed states.

    Not the note that an office program lays beside what it has open.
    """
    if path.name.startswith(("~$", ".~lock", ".")):
        return False
    try:
        inside = path.resolve().relative_to(place.source.parent.resolve())
    except ValueError:
        return False
    return path.name == place.source.name or inside.parts[0] in BESIDE or path.suffix == ".json"


def _readable(reader: YearReader) -> YearView | Unreadable:
    try:
        return reader.view()
    except (ZiError, OSError):
        # A file that is just being written; the page itself says what is wrong when it is asked.
        return Unreadable(())


def saved_news(before: YearView | Unreadable, after: YearView | Unreadable) -> dict[str, Any]:
    """What a page tells of a save: in a sentence, what changed, which papers are made again."""
    if isinstance(after, Unreadable):
        words = "Berkas disimpan, tetapi buku kerja belum dapat dibaca."
        return {"words": words, "changes": [], "papers": []}
    findings = len(after.findings)
    words = f"Buku kerja dibaca kembali: {findings or 'tidak ada'} temuan."
    if isinstance(before, Unreadable):
        return {"words": words, "changes": [], "papers": []}
    return {"words": words, "changes": _changes(before, after), "papers": _papers(before, after)}


def _changes(before: YearView, after: YearView) -> list[str]:
    """What differs between two plans, and how many entries of realisation came or went."""
    entries = len(after.plan.realisations) - len(before.plan.realisations)
    came = [f"{abs(entries)} realisasi {'masuk' if entries > 0 else 'hilang'}"] if entries else []
    changes = changes_as_dict(compare_plans(before.plan, after.plan))
    return _few([*came, *_change_lines(changes)])


def _change_lines(changes: Mapping[str, Any]) -> Iterator[str]:
    """Each changed cell of rows and records, each passage: how it read, and how it reads."""
    for row in changes["rows"]:
        what = f"{row['id']} {' dan '.join(row['kinds']).lower()}"
        yield from _field_lines(what, row["fields"])
    for passage in changes["passages"]:
        what = f"Keputusan {passage['decree']}, {passage['where']}, {passage['kind'].lower()}"
        yield from _field_lines(what, [passage])
    for record in changes["records"]:
        what = f"{record['sheet']} {record['id']}".strip() + f" {record['kind'].lower()}"
        yield from _field_lines(what, record["fields"])


def _field_lines(what: str, fields: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not fields:
        yield what
    for field in fields:
        before, after = (_shortened(field[name]) for name in ("before", "after"))
        yield f"{what}. {field['label']}: semula {before}, menjadi {after}"


def _shortened(text: str) -> str:
    return f"“{textwrap.shorten(text, _MOST_LETTERS, placeholder=' …')}”" if text else "kosong"


def _papers(before: YearView, after: YearView) -> list[str]:
    """The papers that are made again, by what they are about; not those made on request only."""
    plans = (replace(view.year, plan=replace(view.plan, kept=())) for view in (before, after))
    alterations = touched(*(catalog(year) for year in plans))
    usual = [each for each in alterations if not each.product.on_request]
    subjects = Counter(_subject(alteration) for alteration in usual)
    return _few([f"{name}: {number} naskah" for name, number in subjects.items()])


def _subject(alteration: Touched) -> str:
    about = alteration.product.about
    # "Rapat R-01, …" says itself what it is; "Maret 2026" does not.
    kind = about.name.split(maxsplit=1)[0].casefold()
    speaks = kind in about.family.title.casefold().split()
    return about.name if speaks else f"{about.family.title} {about.name}"


def _few(lines: Sequence[str]) -> list[str]:
    more = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"dan {more} lagi"] if more > 0 else [])]
