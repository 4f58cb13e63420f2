"""The rows that a period asks about as the table of a form: sections, components, months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zi_docs.documents import table_lines
from zi_docs.documents.pagination import Keep, Pagination
from zi_docs.documents.table_lines import Line, anchor_name, cell
from zi_docs.model import Realisation
from zi_docs.monev.achievement import Step
from zi_docs.monev.columns import FormColumn
from zi_docs.monev.periods import Period
from zi_docs.monev.selection import AreaRows, Due, component
from zi_docs.text import CONTINUED, OMITTED, Flow, Paragraph, RichText
from zi_docs.wording.dates import month_name, short_date
from zi_docs.wording.numbers import percent_text

# So many lines to write on are as high as the words of most rows.
_TOGETHER = 3
# The signatures below the table bear this bookmark in the template.
CLOSING = "penutupFormulir"
OVERDUE = "Tunggakan dari bulan sebelumnya"
PRESENT, ABSENT = "Ada", "Belum"
CHOOSE = "Ada / Belum *)"
"""What stands where the evidence is still to be told: strike out what does not apply."""


@dataclass(frozen=True)
class Entry:
    """A line of the form: a row of the plan with the steps that share the line."""

    due: Due
    steps: tuple[Step, ...]
    line: Line
    number: int


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
    entries: tuple[Entry, ...]


def sections(areas: Sequence[AreaRows], period: Period) -> list[Section]:
    """The sections of a form: of each area what is due, then what is overdue.

    What is due has a line for each month, what is overdue a line for each row. The name of an
    area stands over its rows where the form holds several.
    """
    found: list[Section] = []
    for index, area in enumerate(areas):
        name = area.area.replace(" ", ". ", 1)
        over = [_heading(f"area{index}", name, "Tabel Area")] if len(areas) > 1 else []
        if area.due:
            due = _heading(f"jadwal{index}", f"Dijadwalkan pada {period.name}", "Tabel Bagian")
            found.append(Section((*over, due), tuple(_due(area))))
            over = []
        if area.overdue:
            late = _heading(f"tunggakan{index}", OVERDUE, "Tabel Bagian")
            found.append(Section((*over, late), tuple(_overdue(area))))
    return found


def _heading(anchor: str, text: str, style: str) -> Heading:
    return Heading(Line(anchor, heading=True), text, style)


def _due(area: AreaRows) -> Iterator[Entry]:
    for row in area.due:
        for step in row.steps:
            anchor = anchor_name(f"baris{row.activity.id}x{step.month}")
            yield _entry(area, row, (step,), anchor)


def _overdue(area: AreaRows) -> Iterator[Entry]:
    for row in area.overdue:
        yield _entry(area, row, row.steps, anchor_name(f"lewat{row.activity.id}"))


def _entry(area: AreaRows, row: Due, steps: tuple[Step, ...], anchor: str) -> Entry:
    groups = (component(row.activity), row.activity.id)
    return Entry(row, steps, Line(anchor, groups), area.number(row.activity))


def lines(found: Sequence[Section]) -> list[Line]:
    """All lines in order, headings included."""
    return [
        line
        for section in found
        for line in (
            *(heading.line for heading in section.headings),
            *(entry.line for entry in section.entries),
        )
    ]


def keeps(found: Sequence[Section]) -> list[Keep]:
    """Headings stay with what follows, the signatures with the last line."""
    return table_lines.keeps(lines(found), CLOSING, together=_TOGETHER)


def header(columns: Sequence[FormColumn]) -> Mapping[str, object]:
    """The title of each column, or the mark that leaves it out."""
    return {
        column.name.casefold(): (
            Flow((Paragraph("Tabel Kepala", RichText.of(column.value)),))
            if column in columns
            else OMITTED
        )
        for column in FormColumn
    }


def table(found: Sequence[Section], pages: Pagination) -> list[dict[str, object]]:
    """The sections as the template prints them; blanks where nothing was reported yet."""
    everything = lines(found)
    shown = dict(
        zip((line.anchor for line in everything), table_lines.shown(everything, pages), strict=True)
    )
    return [
        {
            "kepala": [_across(heading, pages) for heading in section.headings],
            "baris": [_row(entry, shown[entry.line.anchor], pages) for entry in section.entries],
        }
        for section in found
    ]


def _across(heading: Heading, pages: Pagination) -> Flow:
    anchor = heading.line.anchor
    words = RichText.of(heading.text)
    return Flow((Paragraph(heading.style, words, anchor, anchor in pages.breaks),))


def _row(entry: Entry, shown: tuple[bool, ...], pages: Pagination) -> dict[str, object]:
    by_component, by_row = shown
    row, report = entry.due.activity, _latest(entry.steps)
    anchor = entry.line.anchor
    code = RichText.of(f"\n({row.lke})" if row.lke else "")
    return {
        "nomor": _centred(str(entry.number)) if by_component else CONTINUED,
        "komponen": cell(row.komponen) if by_component else CONTINUED,
        "indikator": cell(row.indikator + code) if by_row else CONTINUED,
        "langkah_aksi": cell(row.langkah_aksi) if by_row else CONTINUED,
        "target": _centred(row.target) if by_row else CONTINUED,
        "bulan": Flow(
            (
                Paragraph(
                    "Tabel Tengah",
                    RichText.of(_months([step.month for step in entry.steps])),
                    anchor,
                    anchor in pages.breaks,
                ),
            )
        ),
        "pic": (report.pic if report else "") or row.pic,
        **_answers(report),
    }


def _latest(steps: Sequence[Step]) -> Realisation | None:
    """The last report on any of the steps."""
    reports = [entry for step in steps for entry in step.entries]
    return max(reports, key=lambda r: (r.bulan, r.reported), default=None)


def _answers(report: Realisation | None) -> dict[str, object]:
    """What was reported, in the form's cells; all empty where nothing was."""
    if report is None:
        return {
            "realisasi": cell(RichText()),
            "persen": "",
            "bukti": cell(RichText.of(CHOOSE)),
            "kendala": "",
            "rekomendasi": cell(RichText()),
            "batas": "",
        }
    evidence = "\n".join(filter(None, (report.bukti_ada or CHOOSE, report.tautan)))
    advice = "\n".join(filter(None, (report.rekomendasi, _followed(report.tindak_lanjut))))
    return {
        "realisasi": cell(report.uraian),
        "persen": "" if report.persen is None else percent_text(report.persen),
        "bukti": cell(RichText.of(evidence)),
        "kendala": report.kendala,
        "rekomendasi": cell(RichText.of(advice)),
        "batas": short_date(report.batas) if report.batas else "",
    }


def _followed(answer: str) -> str:
    return f"Tindak lanjut: {answer}" if answer else ""


def _centred(text: str) -> Flow:
    return Flow((Paragraph("Tabel Tengah", RichText.of(text)),))


def _months(months: Sequence[int]) -> str:
    """`Maret`, `Januari, Maret`, `Januari s.d. Mei`: months in a row become a span."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_span(run) for run in runs)


def _span(run: Sequence[int]) -> str:
    first, last = month_name(run[0]), month_name(run[-1])
    if len(run) == 1:
        return first
    return f"{first}, {last}" if len(run) == 2 else f"{first} s.d. {last}"


def period_line(period: Period) -> str:
    """The period in a heading: `BULAN MARET 2026`, `TRIWULAN I 2026`."""
    return f"{'BULAN ' if len(period.months) == 1 else ''}{period.name}".upper()
