"""The table of a monitoring form: sections, components, months, and what was reported of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zi_docs.model import CLOSED, Realisation
from zi_docs.monev.followup import Recommendation
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import AreaRows, Due
from zi_docs.papers import pages as table_lines
from zi_docs.papers.pages import Keep, Line, Pagination, anchor_name, cell
from zi_docs.text import CONTINUED, OMITTED, Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date, month_name, months_text, short_date
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.form_sheets import FORM_COLUMNS, FormColumn

# The signatures below the table bear this bookmark in the template.
CLOSING = "penutupFormulir"
OVERDUE = "Tunggakan dari bulan sebelumnya"
FOLLOWED = "Tindak lanjut yang belum selesai"


@dataclass(frozen=True)
class AskedRow:
    """A line of the form with the row of the plan that it asks about."""

    due: Due
    line: Line


@dataclass(frozen=True)
class Heading:
    """A line across the form, with the style of its words."""

    line: Line
    text: str
    style: str


@dataclass(frozen=True)
class Section:
    """Lines of the form under one or more headings."""

    headings: tuple[Heading, ...]
    entries: tuple[AskedRow, ...]


def sections(areas: Sequence[AreaRows], period: Period) -> list[Section]:
    """The sections of a form: of each area what is due, what is overdue, what is to be followed up.

    Each has a line for a row, whichever months it asks about. The name of an area stands over
    its rows where the form holds several.
    """
    parts: list[Section] = []
    for index, rows in enumerate(areas):
        name = _heading(f"area{index}", rows.area.heading, "Tabel Area")
        over = [name] if len(areas) > 1 else []
        if rows.due:
            due = _heading(f"jadwal{index}", f"Dijadwalkan pada {period.name}", "Tabel Bagian")
            parts.append(Section((*over, due), tuple(_entries(rows.due, "baris"))))
            over = []
        if rows.overdue:
            late = _heading(f"tunggakan{index}", OVERDUE, "Tabel Bagian")
            parts.append(Section((*over, late), tuple(_entries(rows.overdue, "lewat"))))
            over = []
        if rows.followed:
            waiting = _heading(f"lanjut{index}", FOLLOWED, "Tabel Bagian")
            parts.append(Section((*over, waiting), tuple(_entries(rows.followed, "lanjut"))))
    return parts


def _heading(anchor: str, text: str, style: str) -> Heading:
    return Heading(Line(anchor, heading=True), text, style)


def _entries(rows: Sequence[Due], prefix: str) -> Iterator[AskedRow]:
    for row in rows:
        anchor = anchor_name(f"{prefix}{row.activity.id}")
        yield AskedRow(row, Line(anchor, str(row.number)))


def lines(parts: Sequence[Section]) -> list[Line]:
    """All lines in order, headings included."""
    return [
        line
        for section in parts
        for line in (
            *(heading.line for heading in section.headings),
            *(entry.line for entry in section.entries),
        )
    ]


def keeps(parts: Sequence[Section]) -> list[Keep]:
    """Headings stay with what follows, the signatures with the last line."""
    return table_lines.keeps(lines(parts), CLOSING)


def header(columns: Sequence[FormColumn]) -> Mapping[str, object]:
    """The title of each column, or the mark that leaves it out."""
    return {
        column.key: (
            Flow((Paragraph("Tabel Kepala", RichText.of(column.title)),))
            if column in columns
            else OMITTED
        )
        for column in FORM_COLUMNS
    }


def table(parts: Sequence[Section], pages: Pagination) -> list[dict[str, object]]:
    """The sections as the template prints them; blanks where nothing was reported yet."""
    all_lines = lines(parts)
    shown = dict(
        zip((line.anchor for line in all_lines), table_lines.shown(all_lines, pages), strict=True)
    )
    return [
        {
            "kepala": [_across(heading, pages) for heading in section.headings],
            "baris": [
                _row(entry, pages, named=shown[entry.line.anchor]) for entry in section.entries
            ],
        }
        for section in parts
    ]


def _across(heading: Heading, pages: Pagination) -> Flow:
    anchor = heading.line.anchor
    words = RichText.of(heading.text)
    return Flow((Paragraph(heading.style, words, anchor, anchor in pages.breaks),))


def _row(entry: AskedRow, pages: Pagination, *, named: bool) -> dict[str, object]:
    row, anchor = entry.due.activity, entry.line.anchor
    code = RichText.of(f"\n({row.lke})" if row.lke else "")
    return {
        "nomor": _centred(str(entry.due.number)) if named else CONTINUED,
        "komponen": cell(row.komponen) if named else CONTINUED,
        "indikator": cell(row.indikator + code, anchor, breaks=anchor in pages.breaks),
        "langkah_aksi": cell(row.langkah_aksi),
        "target": row.target,
        "bulan": months_text(entry.due.months),
        **answers(entry.due),
    }


def _centred(text: str) -> Flow:
    return Flow((Paragraph("Tabel Tengah", RichText.of(text)),))


def period_line(period: Period) -> str:
    """The period in a heading: `BULAN MARET 2026`, `TRIWULAN I TAHUN 2026`."""
    return f"{'BULAN ' if len(period.months) == 1 else ''}{period.long_name}".upper()


CHOOSE = "Ada / Belum *)"
"""What stands where the form asks for the evidence: strike out what does not apply."""
CHOOSE_NOTE = "*) Coret yang tidak perlu."
_SHORT = 3


def answers(due: Due) -> dict[str, object]:
    """The answers of a row by column; of several months each under its month's name."""
    reports = [step.entries[-1] for step in due.steps if step.entries]
    single = len(due.steps) == 1

    def texts(of_report: Callable[[Realisation], str]) -> str:
        return _texts(reports, of_report, single=single)

    complete = len(reports) == len(due.steps) and all(report.bukti_ada for report in reports)
    evidence = "\n".join(filter(None, (texts(_evidence), "" if complete else CHOOSE)))
    # The last report of a step may not be the one that made the recommendation.
    unsaid = [_open_advice(advice) for advice in due.advice if advice.entry not in reports]
    persons = dict.fromkeys(report.pic for report in reports if report.pic)
    return {
        "realisasi": cell(_words(reports, single=single)),
        "persen": _percents(reports, single=single),
        "bukti": cell(RichText.of(evidence)),
        "kendala": texts(lambda report: report.kendala),
        "rekomendasi": cell(RichText.of("\n".join(filter(None, (*unsaid, texts(_advice)))))),
        "pic": "\n".join(persons) or due.activity.pic,
        "batas": "\n".join(short_date(report.batas) for report in reports if report.batas),
    }


def _texts(
    reports: Sequence[Realisation], of_report: Callable[[Realisation], str], *, single: bool
) -> str:
    """A text of each report that has it, below the name of its month unless that is clear."""
    if single:
        return of_report(reports[0]) if reports else ""
    named = ((month_name(report.bulan), of_report(report)) for report in reports)
    return "\n".join(f"{month}: {text}" for month, text in named if text)


def _words(reports: Sequence[Realisation], *, single: bool) -> RichText:
    words = RichText()
    for report in reports:
        if report.uraian:
            month = RichText.of("" if single else f"{month_name(report.bulan)}: ")
            words = words + ("\n" if words else "") + month + report.uraian
    return words


def _percents(reports: Sequence[Realisation], *, single: bool) -> str:
    percents = [
        (month_name(report.bulan)[:_SHORT], percent_text(report.persen))
        for report in reports
        if report.persen is not None
    ]
    if single:
        return "".join(percent for _, percent in percents)
    return "\n".join(f"{month} {percent}" for month, percent in percents)


def _evidence(report: Realisation) -> str:
    return "\n".join(filter(None, (report.bukti_ada, report.tautan)))


def _advice(report: Realisation) -> str:
    answer = f"Tindak lanjut: {report.tindak_lanjut}" if report.tindak_lanjut else ""
    if report.keadaan or report.selesai:
        closed = f" {long_date(report.selesai)}" if report.selesai else ""
        state = report.keadaan or CLOSED
        answer = "\n".join(filter(None, (answer, f"Keadaan: {state}{closed}")))
    return "\n".join(filter(None, (report.rekomendasi, answer)))


def _open_advice(advice: Recommendation) -> str:
    return f"{month_name(advice.entry.reported)}: {advice.entry.rekomendasi.strip()}"
