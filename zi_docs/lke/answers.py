"""What the rows of a plan, carried out perfectly, answer to an item of the LKE.

Marks and words prove an answer; what they do not prove stays a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from zi_docs.lke.items import LkeItem, LkeOption, Reading
from zi_docs.model import Activity
from zi_docs.wording.lists import enumeration

# Half a year and a month: two times a year still are regular.
LONGEST_GAP = 7
PERIODIC_RULE = (
    "pelaksanaan disebut berkala bila sedikitnya dua bulan bertanda dengan jarak paling lama "
    f"{LONGEST_GAP} bulan"
)
TIMES_RULE = "banyaknya pelaksanaan setahun dibaca dari banyaknya bulan bertanda"
WHOLE_RULE = (
    "pilihan “seluruhnya” dianggap terbukti bila baris menyebut seluruh, semua, setiap, atau 100% "
    "di muka yang dinilai; target 100% saja tidak membuktikannya"
)
ASSUMPTIONS = (
    PERIODIC_RULE,
    TIMES_RULE,
    WHOLE_RULE,
    "kata frekuensi di dalam teks tidak menambah nilai; tanda bulanlah yang dihitung",
    "WBBM diusulkan sesudah kantor berpredikat WBK",
    "batas bawah ialah yang dibuktikan oleh tanda bulan dan kata-kata rencana, batas atas ialah "
    "yang tidak tertutup olehnya",
)
_OPEN = "mutu pelaksanaannya tidak terbaca dari rencana"


class AnswerState(Enum):
    """How an item stands in a plan; the values are the words that users read."""

    PROVED = "terbukti"
    OPEN = "rentang"
    UNSERVED = "belum dilayani"


@dataclass(frozen=True)
class PlannedAnswer:
    """The answer that a plan gives to an item: shares of its weight, from `low` to `high`.

    `option` is the answer proved, None where none is; `reason` is Indonesian.
    """

    item: LkeItem
    rows: tuple[Activity, ...]
    state: AnswerState
    low: float
    high: float
    reason: str
    option: LkeOption | None = None


def planned_answer(item: LkeItem, rows: Sequence[Activity]) -> PlannedAnswer:
    """The answer that the rows serving an item give, all of them carried out perfectly."""
    if not rows:
        return PlannedAnswer(
            item, (), AnswerState.UNSERVED, 0.0, 0.0, "tidak ada baris yang melayaninya"
        )
    return _READERS[item.reading](item, tuple(rows))


def is_periodic(months: Sequence[int]) -> bool:
    """Whether months of a year, repeated each year, come regularly: see PERIODIC_RULE."""
    ordered = sorted(set(months))
    following = [*ordered[1:], *(month + 12 for month in ordered[:1])]
    gaps = [later - month for month, later in zip(ordered, following, strict=True)]
    return len(ordered) >= 2 and max(gaps) <= LONGEST_GAP


def _proved(
    item: LkeItem, rows: tuple[Activity, ...], option: LkeOption, reason: str
) -> PlannedAnswer:
    value = option.value
    return PlannedAnswer(item, rows, AnswerState.PROVED, value, value, reason, option)


def _open(
    item: LkeItem, rows: tuple[Activity, ...], reason: str = _OPEN, high: float = 1.0
) -> PlannedAnswer:
    return PlannedAnswer(item, rows, AnswerState.OPEN, item.least, high, reason)


def _present(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    return _proved(item, rows, item.options[0], "pelaksanaan barisnya sudah menjawab “Ya”")


def _periodic(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    months = _months(rows)
    if not months:
        return _open(item, rows, "barisnya belum bertanda bulan")
    regular = is_periodic(months)
    reason = f"{_marked(months)}: {'berkala' if regular else 'tidak berkala'}"
    return _proved(item, rows, item.options[0 if regular else 1], reason)


def _times(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    months = _months(rows)
    if not months:
        return _open(item, rows, "barisnya belum bertanda bulan")
    option = next(
        option
        for option, least in zip(item.options, item.times, strict=False)
        if len(months) >= least
    )
    reason = f"{_marked(months)}: {len(months)} kali setahun"
    return _proved(item, rows, option, reason)


def _leaders(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    months = _months(rows)
    regular = is_periodic(months)
    marked = f"{_marked(months)}: {'berkala' if regular else 'tidak berkala'}"
    word = _word(item.words, rows)
    if not months or word is None:
        missing = "keikutsertaan pimpinan tidak disebut" if months else "barisnya belum bertanda"
        reason = f"{marked}; {missing}" if months else missing
        return _open(item, rows, reason, item.options[0 if regular or not months else 1].value)
    reason = f"{marked}; menyebut “{word}”"
    return _proved(item, rows, item.options[0 if regular else 1], reason)


def _whole(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    things = "|".join(map(re.escape, item.whole))
    pattern = re.compile(
        rf"\b(?:(?:seluruh|semua|setiap|tiap)|100\s?%)\s+(?:\w+\s+){{0,2}}?(?:{things})\w*", re.I
    )
    match = next((match for text in _texts(rows) if (match := pattern.search(text))), None)
    if match is None:
        return _open(item, rows, "cakupannya tidak terbaca dari rencana")
    return _proved(item, rows, item.options[0], f"menyebut “{' '.join(match[0].split())}”")


def _words(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    word = _word(item.words, rows)
    if word is None:
        return _open(item, rows)
    return _proved(item, rows, item.options[0], f"menyebut “{word}”")


def _nothing(item: LkeItem, rows: tuple[Activity, ...]) -> PlannedAnswer:
    if not item.options:
        return _open(item, rows, "nilainya dihitung dari jumlah yang dilaporkan")
    return _open(item, rows)


_READERS: Mapping[Reading, Callable[[LkeItem, tuple[Activity, ...]], PlannedAnswer]] = {
    Reading.PRESENT: _present,
    Reading.PERIODIC: _periodic,
    Reading.TIMES: _times,
    Reading.LEADERS: _leaders,
    Reading.WHOLE: _whole,
    Reading.WORDS: _words,
    Reading.NOTHING: _nothing,
}


def _months(rows: Sequence[Activity]) -> list[int]:
    return sorted({month for row in rows for month in row.bulan})


def _marked(months: Sequence[int]) -> str:
    if len(months) == 12:
        return "setiap bulan bertanda"
    return f"bulan bertanda {enumeration([str(month) for month in months])}"


def _texts(rows: Sequence[Activity]) -> Iterator[str]:
    for row in rows:
        yield from (row.indikator.plain, row.langkah_aksi.plain, row.bukti.plain, row.target)


def _word(wanted: Sequence[str], rows: Sequence[Activity]) -> str | None:
    """The first of some words that a row says, as it is listed."""
    texts = [" ".join(text.casefold().split()) for text in _texts(rows)]
    return next(
        (
            word
            for word in wanted
            if any(re.search(rf"(?<!\w){re.escape(word)}", text) for text in texts)
        ),
        None,
    )
