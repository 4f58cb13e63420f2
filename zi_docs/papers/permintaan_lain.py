"""On a monitoring form: what evaluators, meetings, complaints and surveys ask of the office.

Such a line asks about no step of the plan; in the columns of the plan it says who asked for what,
and which rows that concerns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zi_docs.monev.followup import OtherFollowUp
from zi_docs.papers.capaian import Components, named_rows
from zi_docs.papers.pages import Line, Pagination, anchor_name, cell
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import long_date, month_name, short_date

TITLE = "Tindak lanjut atas evaluasi, rapat, pengaduan, dan survei"


@dataclass(frozen=True)
class OtherRow:
    """A line of the form with the follow-up that it asks about, and the rows it concerns."""

    follow_up: OtherFollowUp
    line: Line
    number: int
    rows: str

    @property
    def advice(self) -> str:
        """The answer and its state, as the column of recommendations prints them."""
        follow_up = self.follow_up
        closed = f", {long_date(follow_up.closed)}" if follow_up.closed else ""
        answer = f"Tindak lanjut: {follow_up.answer}\n" if follow_up.answer else ""
        return f"{answer}Keadaan: {follow_up.state.value}{closed}"

    @property
    def month(self) -> str:
        """The month in which it was asked."""
        day = self.follow_up.record.tanggal
        return month_name(day.month) if day else ""

    @property
    def deadline(self) -> str:
        """The day by which it is to be done."""
        day = self.follow_up.deadline
        return short_date(day) if day else ""


def other_rows(follow_ups: Iterable[OtherFollowUp], components: Components) -> tuple[OtherRow, ...]:
    """The lines of follow-ups, numbered."""
    return tuple(
        OtherRow(
            follow_up,
            Line(anchor_name(f"tindak{follow_up.record.id}"), str(number)),
            number,
            named_rows(follow_up, components),
        )
        for number, follow_up in enumerate(follow_ups, start=1)
    )


def table_row(row: OtherRow, pages: Pagination) -> dict[str, object]:
    """A line as the table of a month prints it."""
    anchor, empty = row.line.anchor, Flow((Paragraph("Tabel Isi"),))
    return {
        "nomor": Flow((Paragraph("Tabel Tengah", RichText.of(str(row.number))),)),
        "komponen": cell(RichText.of(row.follow_up.record.name)),
        "indikator": cell(RichText.of(row.rows)),
        "langkah_aksi": cell(
            RichText.of(row.follow_up.what), anchor, breaks=anchor in pages.breaks
        ),
        "target": "",
        "bulan": row.month,
        "realisasi": empty,
        "persen": "",
        "bukti": empty,
        "kendala": "",
        "rekomendasi": cell(RichText.of(row.advice)),
        "pic": row.follow_up.pic,
        "batas": row.deadline,
    }


def card(row: OtherRow, pages: Pagination) -> dict[str, object]:
    """A line as a form of several months prints it: a card of its own."""
    anchor = row.line.anchor
    name = RichText.of(row.follow_up.record.name, bold=True)
    texts = (("Yang diminta", row.follow_up.what), ("Baris rencana aksi", row.rows))
    head = [
        Paragraph("Kartu Isi", RichText.of(f"{label}: ", italic=True) + text)
        for label, text in texts
        if text
    ]
    return {
        "kepala": Flow((Paragraph("Kartu Kepala", name, anchor, anchor in pages.breaks), *head)),
        "baris": [
            {
                "kosong": False,
                "bulan": Flow((Paragraph("Tabel Tengah", RichText.of(row.month)),)),
                "realisasi": cell(RichText()),
                "persen": "",
                "bukti": Flow((Paragraph("Tabel Isi"),)),
                "kendala": "",
                "rekomendasi": cell(RichText.of(row.advice)),
                "pic": row.follow_up.pic,
                "batas": row.deadline,
            }
        ],
    }
