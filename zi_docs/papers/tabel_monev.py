"""The table of a monitoring form: sections, components, months, and what was reported of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.monev.periods import Period
from zi_docs.monev.selection import AreaRows, Due
from zi_docs.papers import pages as table_lines
from zi_docs.papers import permintaan_lain
from zi_docs.papers.daftar_bukti import EvidenceList
from zi_docs.papers.jawaban_monev import Asked, answers, parted, words
from zi_docs.papers.pages import Keep, Line, Pagination, anchor_name, cell
from zi_docs.papers.permintaan_lain import OtherRow
from zi_docs.text import CONTINUED, OMITTED, Flow, Paragraph, RichText
from zi_docs.wording.dates import months_text
from zi_docs.workbook.sheets.form_sheets import FORM_COLUMNS, FormColumn

# The signatures below the table bear this bookmark in the template.
CLOSING = "penutupFormulir"
# A title breaks there, so that the column need not be as wide as both words.
_SLASH = "/\u200b"
OVERDUE = "Tunggakan dari bulan sebelumnya"
FOLLOWED = "Tindak lanjut yang belum selesai"
FURTHER = "Laporan tambahan atas bulan sebelumnya"


@dataclass(frozen=True)
class AskedRow:
    """A line of the form with the row of the plan, or part of its months, that it asks about.

    `first` says whether it is the row's first line; `component` is the code of its component.
    """

    asked: Asked
    line: Line
    component: str
    first: bool = True


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
    entries: tuple[AskedRow, ...] | tuple[OtherRow, ...]


def sections(areas: Sequence[AreaRows], period: Period, *, whole: bool = False) -> list[Section]:
    """The sections of a form: of each area what is due, overdue, to be followed up, reported.

    Each has an entry for a row, whichever months it asks about, or a few where much was reported of
    it, unless rows stay `whole`. The name of an area stands over its rows where the form holds
    several.
    """
    parts: list[Section] = []
    for index, rows in enumerate(areas):
        name = _heading(f"area{index}", rows.area.heading, "Tabel Area")
        over = [name] if len(areas) > 1 else []
        groups = (
            ("jadwal", f"Dijadwalkan pada {period.name}", rows.due, "baris"),
            ("tunggakan", OVERDUE, rows.overdue, "lewat"),
            ("lanjut", FOLLOWED, rows.followed, "lanjut"),
            ("tambahan", FURTHER, rows.further, "tambahan"),
        )
        for anchor, title, listed, prefix in groups:
            if listed:
                heading = _heading(f"{anchor}{index}", title, "Tabel Bagian")
                entries = _entries(rows, listed, period, prefix, whole=whole)
                parts.append(Section((*over, heading), entries))
                over = []
    return parts


def others_section(rows: tuple[OtherRow, ...]) -> list[Section]:
    """The section of what other sources ask; none where they ask nothing."""
    heading = _heading("lain", permintaan_lain.TITLE, "Tabel Bagian")
    return [Section((heading,), rows)] if rows else []


def _heading(anchor: str, text: str, style: str) -> Heading:
    return Heading(Line(anchor, heading=True), text, style)


def _entries(
    area: AreaRows, rows: Sequence[Due], period: Period, prefix: str, *, whole: bool
) -> tuple[AskedRow, ...]:
    return tuple(
        AskedRow(
            asked,
            Line(anchor_name(f"{prefix}{row.activity.id}{f'x{part}' if part else ''}"),
                 str(row.number)),
            f"{area.area.label}.{row.number}",
            not part,
        )
        for row in rows
        for part, asked in enumerate(
            [Asked(row, row.steps, period)] if whole else parted(row, period)
        )
    )  # fmt: skip


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


def keeps(parts: Sequence[Section], evidence: Sequence[Line] = ()) -> list[Keep]:
    """Headings stay with what follows, the signatures with the last line of table or evidence."""
    rows = lines(parts)
    if not evidence:
        return table_lines.keeps(rows, CLOSING)
    return [*table_lines.keeps(rows, rows[-1].anchor), *table_lines.keeps(evidence, CLOSING)]


def header(columns: Sequence[FormColumn]) -> Mapping[str, object]:
    """The title of each column, or the mark that leaves it out."""
    return {
        column.key: (
            Flow((Paragraph("Tabel Kepala", RichText.of(column.title.replace("/", _SLASH))),))
            if column in columns
            else OMITTED
        )
        for column in FORM_COLUMNS
    }


def table(
    parts: Sequence[Section], pages: Pagination, evidence: EvidenceList
) -> list[dict[str, object]]:
    """The sections as the template prints them; blanks where nothing was reported yet.

    The evidence is numbered in `evidence`, in the order of the lines.
    """
    all_lines = lines(parts)
    shown = dict(
        zip((line.anchor for line in all_lines), table_lines.shown(all_lines, pages), strict=True)
    )
    return [
        {
            "kepala": [across(heading, pages) for heading in section.headings],
            "baris": [
                permintaan_lain.table_row(entry, pages)
                if isinstance(entry, OtherRow)
                else _row(entry, pages, evidence, named=shown[entry.line.anchor])
                for entry in section.entries
            ],
        }
        for section in parts
    ]


def across(heading: Heading, pages: Pagination) -> Flow:
    """A heading as the template prints it."""
    anchor = heading.line.anchor
    words = RichText.of(heading.text)
    return Flow((Paragraph(heading.style, words, anchor, anchor in pages.breaks),))


def _row(
    entry: AskedRow, pages: Pagination, evidence: EvidenceList, *, named: bool
) -> dict[str, object]:
    row, anchor = entry.asked.due.activity, entry.line.anchor
    code = RichText.of(f" ({row.lke})" if row.lke else "")
    # What it is about is said again where the row goes on atop a page.
    about = entry.first or pages.opens(anchor)
    breaks = anchor in pages.breaks
    given = answers(entry.asked, evidence, entry.component, wanted=about)
    step = cell(row.langkah_aksi)
    if entry.first:
        step = cell(row.langkah_aksi, anchor, breaks=breaks)
    else:
        given["realisasi"] = _anchored(words(entry.asked), anchor, breaks=breaks)
    return {
        "nomor": _centred(str(entry.asked.due.number)) if named else CONTINUED,
        "komponen": cell(row.komponen) if named else CONTINUED,
        "indikator": cell(row.indikator + code) if about else CONTINUED,
        "langkah_aksi": step if about else CONTINUED,
        "target": row.target,
        "bulan": months_text(entry.asked.months),
        **given,
    }


def _anchored(flow: Flow, anchor: str, *, breaks: bool) -> Flow:
    first, *others = flow.paragraphs
    return Flow((replace(first, anchor=anchor, breaks=breaks), *others))


def _centred(text: str) -> Flow:
    return Flow((Paragraph("Tabel Tengah", RichText.of(text)),))


def period_line(period: Period) -> str:
    """The period in a heading: `BULAN MARET 2026`, `TRIWULAN I TAHUN 2026`."""
    return f"{'BULAN ' if len(period.months) == 1 else ''}{period.long_name}".upper()
