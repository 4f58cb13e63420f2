"""What was reported of a row, as cells of a form: every entry of the period, equal ones once."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zi_docs.model import CLOSED, Realisation
from zi_docs.monev.achievement import Step
from zi_docs.monev.followup import Recommendation
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import Due
from zi_docs.papers.daftar_bukti import EvidenceList
from zi_docs.papers.pages import cell
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date, month_name, months_text, short_date
from zi_docs.wording.numbers import percent_text

CHOOSE = "Ada / Belum *)"
"""What stands where the form asks for the evidence: strike out what does not apply."""
CHOOSE_NOTE = "*) Coret yang tidak perlu."
_WANTED = RichText.of("Diminta:", italic=True)
_SHORT = 3
_HARD_SPACE = "\u00a0"
# A row of more lines than these is parted by months, so that some parts fit on a page; so many
# signs of what was done, of an obstacle and of a recommendation fit on a line of their columns.
_MOST_LINES = 13
_SIGNS = (19, 13, 16)


@dataclass(frozen=True)
class Asked:
    """A row of the plan in some of its months, as a form of a period asks about it."""

    due: Due
    steps: tuple[Step, ...]
    period: Period
    alone: bool = True

    @property
    def months(self) -> list[int]:
        """The months asked about."""
        return [step.month for step in self.steps]

    @property
    def entries(self) -> list[Realisation]:
        """What was entered in the period; of a step with nothing there, the last entry before."""
        return [entry for step in self.steps for entry in entries_of(step, self.period)]

    @property
    def single(self) -> bool:
        """Whether it is clear without words which month an entry is about."""
        return self.alone and len(self.entries) < 2

    @property
    def complete(self) -> bool:
        """Whether the evidence of each month was answered for in the period, or is there."""
        return all(
            step.evidenced
            or any(e.bukti_ada for e in step.entries if e.reported >= self.period.first)
            for step in self.steps
        )


def parted(due: Due, period: Period) -> list[Asked]:
    """A row in parts: usually one; more where its entries of many months would fill a page."""
    parts: list[list[Step]] = [[]]
    alone = len(due.steps) == 1
    for step in due.steps:
        tried = Asked(due, (*parts[-1], step), period, alone)
        if parts[-1] and _height(tried) > _MOST_LINES:
            parts.append([])
        parts[-1].append(step)
    return [Asked(due, tuple(part), period, alone) for part in parts]


def entries_of(step: Step, period: Period) -> Sequence[Realisation]:
    """What was entered of a step in the period; where nothing was, the last entry before."""
    own = [entry for entry in step.entries if entry.reported >= period.first]
    return own or step.entries[-1:]


def _height(asked: Asked) -> int:
    """About how many lines the highest cell of answers has."""
    columns = (_words(asked).plain, _texts(asked, lambda e: e.kendala), _advice_text(asked))
    return max(
        sum(math.ceil(len(line) / signs) for line in column.split("\n"))
        for column, signs in zip(columns, _SIGNS, strict=True)
    )


def answers(
    asked: Asked, evidence: EvidenceList, component: str, *, wanted: bool
) -> dict[str, object]:
    """The answers of a row by column; of several months each under its month's name.

    The evidence is numbered in `evidence`, as that of this component; `wanted` also says which
    evidence the plan asks for.
    """
    entries = asked.entries
    persons = dict.fromkeys(entry.pic for entry in entries if entry.pic)
    days = dict.fromkeys(short_date(entry.batas) for entry in entries if entry.batas)
    return {
        "realisasi": words(asked),
        "persen": _percents(asked),
        "bukti": _evidence(asked, evidence, component, wanted=wanted),
        "kendala": _texts(asked, lambda entry: entry.kendala),
        "rekomendasi": cell(RichText.of(_advice_text(asked))),
        "pic": "\n".join(persons) or asked.due.activity.pic,
        "batas": "\n".join(days),
    }


def words(asked: Asked) -> Flow:
    """What was done, month by month."""
    return cell(_words(asked))


def month_label(entries: Sequence[Realisation]) -> str:
    """The months that entries are about; what was reported only in a later one says so."""
    in_time = {entry.bulan for entry in entries if entry.reported == entry.bulan}
    late = [
        f"{month_name(entry.bulan)} (dilaporkan {month_name(entry.reported)})"
        for entry in entries
        if entry.bulan not in in_time
    ]
    return ", ".join(filter(None, (months_text(in_time), *late)))


def alike(
    entries: Sequence[Realisation], key: Callable[[Realisation], object]
) -> list[list[Realisation]]:
    """The entries in groups of an equal key, in the order of the first of each."""
    groups: dict[object, list[Realisation]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return list(groups.values())


def _texts(asked: Asked, text_of: Callable[[Realisation], str]) -> str:
    """A text of the entries that have it, equal ones once, below the names of their months."""
    given = [entry for entry in asked.entries if text_of(entry).strip()]
    return "\n".join(
        f"{'' if asked.single else f'{month_label(group)}: '}{text_of(group[0]).strip()}"
        for group in alike(given, lambda entry: text_of(entry).strip())
    )


def _words(asked: Asked) -> RichText:
    words = RichText()
    given = [entry for entry in asked.entries if entry.uraian]
    for group in alike(given, lambda entry: entry.uraian):
        label = RichText.of("" if asked.single else f"{month_label(group)}: ")
        words = words + ("\n" if words else "") + label + group[0].uraian
    return words


def _percents(asked: Asked) -> str:
    """The percentages; months in a row with the same one as `Jan–Mar 100,0`."""
    given = [entry for entry in asked.entries if entry.persen is not None]
    if asked.single:
        return "".join(percent_text(entry.persen or 0) for entry in given)
    runs: list[list[Realisation]] = []
    for entry in given:
        before = runs[-1][-1] if runs else None
        follows = before is not None and entry.bulan == before.bulan + 1
        if follows and before is not None and entry.persen == before.persen:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    # A span of months and its figure would make the column too wide: they may part.
    lines = (
        f"{_short(run)}{_HARD_SPACE if len(run) == 1 else ' '}{percent_text(run[0].persen or 0)}"
        for run in runs
    )
    return "\n".join(lines)


def _short(run: Sequence[Realisation]) -> str:
    first, last = (month_name(run[at].bulan)[:_SHORT] for at in (0, -1))
    return first if len(run) == 1 else f"{first}–{last}"


def _evidence(asked: Asked, evidence: EvidenceList, component: str, *, wanted: bool) -> Flow:
    """What the plan asks for, what is there, and the choice where that is still to be said."""
    parts = [_wanted(asked.due.activity.bukti) if wanted else ()]
    given = [e for e in asked.entries if e.bukti_ada or e.tautan.strip()]
    for group in alike(given, lambda entry: entry.bukti_ada):
        line = RichText.of("" if asked.single else f"{month_label(group)}: ")
        line = line + RichText.of(group[0].bukti_ada, bold=True)
        for entry in group:
            numbers = evidence.numbers(component, entry)
            line = line + (" " if numbers else "") + numbers
        parts.append((Paragraph("Tabel Isi", line),))
    if not asked.complete:
        parts.append((Paragraph("Tabel Isi", RichText.of(CHOOSE)),))
    paragraphs = tuple(paragraph for part in parts for paragraph in part)
    return Flow(paragraphs or (Paragraph("Tabel Isi"),))


def _wanted(text: RichText) -> tuple[Paragraph, ...]:
    """The evidence that the plan asks for, after a word that says so."""
    if not text:
        return ()
    first, *others = cell(text).paragraphs
    if first.style == "Tabel Butir":
        return (Paragraph("Tabel Isi", _WANTED), first, *others)
    return (Paragraph(first.style, _WANTED + " " + first.text), *others)


def _advice_text(asked: Asked) -> str:
    """Recommendations with what followed; first those still open that no entry shown has made."""
    open_advice = [
        open_advice_of(advice)
        for advice in asked.due.advice
        if advice.entry not in asked.entries and advice.entry.bulan in asked.months
    ]
    given = [e for e in asked.entries if e.rekomendasi.strip() or e.tindak_lanjut.strip()
             or e.keadaan or e.selesai]  # fmt: skip
    groups = alike(
        given, lambda e: (e.rekomendasi.strip(), e.tindak_lanjut.strip(), closing_state(e))
    )
    own = [
        f"{'' if asked.single else f'{month_label(group)}: '}{advice_of(group)}" for group in groups
    ]
    return "\n".join((*open_advice, *own))


def closing_state(entry: Realisation) -> str:
    """The state of a recommendation; one with a day of closing is closed."""
    return entry.keadaan or (CLOSED if entry.selesai else "")


def advice_of(group: Sequence[Realisation]) -> str:
    """The recommendation that these entries share, what followed it, and its state."""
    entry, state = group[0], closing_state(group[0])
    days = ", ".join(dict.fromkeys(long_date(e.selesai) for e in group if e.selesai))
    said = (
        entry.rekomendasi.strip(),
        f"Tindak lanjut: {entry.tindak_lanjut.strip()}" if entry.tindak_lanjut.strip() else "",
        f"Keadaan: {' '.join(filter(None, (state, days)))}" if state else "",
    )
    return "\n".join(filter(None, said))


def open_advice_of(advice: Recommendation) -> str:
    """A recommendation of an earlier month that is still open, after the month that made it."""
    return f"{month_name(advice.entry.reported)}: {advice.what}"
