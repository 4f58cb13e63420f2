"""The form of a period of several months: a card for each row of the plan, a line for each report.

Beside the columns of the plan the texts of a whole year would stand in narrow columns of many
lines. Here the plan's row stands across the page and what was reported of it below in wide columns;
Word and LibreOffice repeat the head of the card where it goes on atop a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zi_docs.model import Realisation
from zi_docs.papers import pages as table_lines
from zi_docs.papers import permintaan_lain
from zi_docs.papers.daftar_bukti import EvidenceList
from zi_docs.papers.jawaban_monev import (
    CHOOSE,
    Asked,
    advice_of,
    alike,
    closing_state,
    month_label,
    open_advice_of,
)
from zi_docs.papers.pages import Keep, Line, Pagination, cell
from zi_docs.papers.permintaan_lain import OtherRow
from zi_docs.papers.tabel_monev import CLOSING, AskedRow, Section, across
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import months_text, short_date
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.form_sheets import FormColumn

_EN_SPACE = "\u2002"


@dataclass(frozen=True)
class _Report:
    """A line of a card: the months in words, the equal entries of these months, if any.

    `open_advice` are recommendations of earlier periods; `asks_evidence`: it is still to be said
    whether the evidence is there.
    """

    months: str
    entries: tuple[Realisation, ...]
    open_advice: str
    asks_evidence: bool


def keeps(parts: Sequence[Section], evidence: Sequence[Line] = ()) -> list[Keep]:
    """Headings stay with the card below, the signatures with the last line of card or evidence."""
    rows: list[Line] = []
    last: list[Line] = []
    for section in parts:
        rows += [heading.line for heading in section.headings]
        for entry in section.entries:
            rows.append(entry.line)
            reports = 1 if isinstance(entry, OtherRow) else len(_reports(entry.asked))
            # The only line of a card takes its head along to the next page.
            last = [Line(_anchor(entry.line, reports - 1))] if reports > 1 else []
    if not rows:
        return []
    rows += last
    if not evidence:
        return table_lines.keeps(rows, CLOSING)
    return [*table_lines.keeps(rows, rows[-1].anchor), *table_lines.keeps(evidence, CLOSING)]


def cards(
    parts: Sequence[Section],
    pages: Pagination,
    evidence: EvidenceList,
    columns: Sequence[FormColumn],
) -> list[dict[str, object]]:
    """The sections with their cards as the template prints them; the evidence is numbered."""
    chosen = {column.key for column in columns}
    return [
        {
            "kepala": [across(heading, pages) for heading in section.headings],
            "kartu": [
                permintaan_lain.card(entry, pages)
                if isinstance(entry, OtherRow)
                else {
                    "kepala": _head(entry, pages, chosen),
                    "baris": [
                        _line(entry, number, report, pages, evidence)
                        for number, report in enumerate(_reports(entry.asked))
                    ],
                }
                for entry in section.entries
            ],
        }
        for section in parts
    ]


def _head(entry: AskedRow, pages: Pagination, chosen: set[str]) -> Flow:
    """What the plan says of the row: component, indicator, action, target, evidence."""
    row, anchor = entry.asked.due.activity, entry.line.anchor
    name = RichText.of(f"{entry.component}{_EN_SPACE}", bold=True) + _bold(_run_on(row.komponen))
    short = (("Target", row.target, "target"), ("PIC", row.pic, "pic"))
    for label, words, column in short:
        if words and column in chosen:
            name = name + _labelled(f"{_EN_SPACE * 2}{label}", RichText.of(words))
    indicator = _run_on(row.indikator) + (f" ({row.lke})" if row.lke else "")
    texts = (
        ("Indikator", indicator, "indikator"),
        ("Langkah aksi", _run_on(row.langkah_aksi), "langkah_aksi"),
        ("Bukti yang diminta", _run_on(row.bukti), "bukti"),
    )
    lines = [
        Paragraph("Kartu Isi", _labelled(label, text))
        for label, text, column in texts
        if text and column in chosen
    ]
    return Flow((Paragraph("Kartu Kepala", name, anchor, anchor in pages.breaks), *lines))


def _labelled(label: str, text: RichText) -> RichText:
    return RichText.of(f"{label}: ", italic=True) + text


def _run_on(text: RichText) -> RichText:
    """The paragraphs and items of a cell in one paragraph."""
    words = RichText()
    for block in text.blocks:
        stop = "" if not words or words.plain.rstrip().endswith((".", ":", ";", ",")) else ";"
        words = (words + f"{stop} " if words else words) + block.text
    return words


def _bold(text: RichText) -> RichText:
    return RichText.of(text.plain, bold=True)


def _reports(asked: Asked) -> list[_Report]:
    """The lines of a card: equal entries of several months once, months without one together."""
    incomplete = {
        step.month
        for step in asked.steps
        if not Asked(asked.due, (step,), asked.period).complete
    }  # fmt: skip
    advice: dict[int, list[str]] = {}
    for recommendation in asked.due.advice:
        if recommendation.entry not in asked.entries:
            text = open_advice_of(recommendation)
            advice.setdefault(recommendation.entry.bulan, []).append(text)
    lines: list[tuple[int, tuple[Realisation, ...], list[int]]] = [
        (group[0].bulan, tuple(group), [entry.bulan for entry in group])
        for group in alike(asked.entries, _shown)
    ]
    answered = {entry.bulan for entry in asked.entries}
    if silent := [month for month in asked.months if month not in answered]:
        lines.append((silent[0], (), silent))
    return [
        _Report(
            month_label(entries) if entries else months_text(months),
            entries,
            "\n".join(text for month in months for text in advice.pop(month, ())),
            not incomplete.isdisjoint(months),
        )
        for _, entries, months in sorted(lines, key=lambda line: line[0])
    ]


def _shown(entry: Realisation) -> tuple[object, ...]:
    """What a line says of an entry, but for its month, its evidence and the day of closing."""
    texts = (entry.kendala, entry.rekomendasi, entry.tindak_lanjut)
    said = tuple(text.strip() for text in texts)
    given = (entry.uraian, entry.persen, entry.bukti_ada, entry.batas, entry.pic)
    return (*given, *said, closing_state(entry))


def _line(
    entry: AskedRow, number: int, report: _Report, pages: Pagination, evidence: EvidenceList
) -> dict[str, object]:
    anchor = _anchor(entry.line, number)
    months = Paragraph("Tabel Tengah", RichText.of(report.months), anchor, anchor in pages.breaks)
    first = report.entries[0] if report.entries else Realisation(entry.asked.due.activity.id, 1)
    advice = "\n".join(filter(None, (report.open_advice, advice_of(report.entries or [first]))))
    return {
        "kosong": not report.entries,
        "bulan": Flow((months,)),
        "realisasi": cell(first.uraian),
        "persen": "" if first.persen is None else percent_text(first.persen),
        "bukti": _evidence(entry, report, evidence),
        "kendala": first.kendala.strip(),
        "rekomendasi": cell(RichText.of(advice)),
        "pic": first.pic,
        "batas": short_date(first.batas) if first.batas else "",
    }


def _evidence(entry: AskedRow, report: _Report, evidence: EvidenceList) -> Flow:
    """Whether the evidence is there, with the numbers of each month's; else the choice."""
    return Flow(tuple(_evidence_lines(entry, report, evidence)) or (Paragraph("Tabel Isi"),))


def _evidence_lines(
    entry: AskedRow, report: _Report, evidence: EvidenceList
) -> Iterator[Paragraph]:
    line = RichText.of(report.entries[0].bukti_ada if report.entries else "", bold=True)
    for given in report.entries:
        numbers = evidence.numbers(entry.component, given)
        line = line + (" " if line and numbers else "") + numbers
    if line:
        yield Paragraph("Tabel Isi", line)
    if report.asks_evidence:
        yield Paragraph("Tabel Isi", RichText.of(CHOOSE))


def _anchor(line: Line, number: int) -> str:
    return f"{line.anchor}b{number}"
