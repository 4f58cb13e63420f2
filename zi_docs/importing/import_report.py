"""What an import did, to show in the end: columns, rows, what was left out with an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zi_docs.importing.column_names import LEFT_OUT
from zi_docs.importing.foreign_columns import WHEN_TITLE, ForeignColumn, ForeignHeader
from zi_docs.importing.import_ledger import ImportLedger, LeftOut
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

_LONGEST = 60
_MOST_IDS = 10


@dataclass(frozen=True)
class ColumnReport:
    """A column of the file: its sheet and name, the workbook's column that it came to."""

    sheet: str
    name: str
    target: str
    key: str


@dataclass(frozen=True)
class ImportReport:
    """The closing table of an import: how many rows, and the IDs of those `without_month`."""

    columns: tuple[ColumnReport, ...] = ()
    rows: int = 0
    without_month: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    year: int | None = None
    unread: tuple[str, ...] = field(default=())

    def lines(self) -> list[str]:
        """The table as text."""
        return [*self._column_lines(), "", *self._count_lines()]

    def as_dict(self) -> dict[str, object]:
        """The table for JSON: kolom, baris, tanpa_bulan, ditinggalkan, lembar_tidak_dibaca."""
        return {
            "kolom": [
                {"lembar": c.sheet, "kolom": c.name, "menjadi": c.target, "kunci": c.key}
                for c in self.columns
            ],
            "baris": self.rows,
            "tanpa_bulan": list(self.without_month),
            "ditinggalkan": [
                {"alasan": o.reason, "sel": o.count, "tempat": o.place, "contoh": o.example}
                for o in self.left_out
            ],
            "lembar_tidak_dibaca": list(self.unread),
        }

    def _column_lines(self) -> Iterator[str]:
        rows = self._column_rows()
        width = max((len(_short(name)) for name, _ in rows), default=0)
        width = max(width, len("Kolom berkas"))
        yield f"{'Kolom berkas'.ljust(width)}  Kolom buku kerja"
        for name, target in rows:
            yield f"{_short(name).ljust(width)}  {target}"

    def _column_rows(self) -> list[tuple[str, str]]:
        """Name and target of each column once; with its sheets where not all have it so."""
        sheets: dict[tuple[str, str], list[str]] = {}
        for column in self.columns:
            sheets.setdefault((column.name, column.target), []).append(column.sheet)
        every = len({column.sheet for column in self.columns})
        return [
            (
                name if len(set(where)) == every else f"{', '.join(dict.fromkeys(where))}: {name}",
                target,
            )
            for (name, target), where in sheets.items()
        ]

    def _count_lines(self) -> Iterator[str]:
        without = self.without_month
        lacking = f"{len(without)}{_named(without)}"
        yield f"Baris dibawa: {self.rows}; tanpa bulan pelaksanaan: {lacking}."
        for group in self.left_out:
            example = f"{group.place} “{_short(group.example)}”"
            yield f"Tidak dibawa: {group.reason}: {group.count} sel, misalnya {example}."
        if self.unread:
            yield f"Lembar yang tidak dibaca: {', '.join(self.unread)}."


def _named(ids: Sequence[str]) -> str:
    """Some of the rows in brackets; nothing where there are none."""
    more = ", …" if len(ids) > _MOST_IDS else ""
    return f" ({', '.join(ids[:_MOST_IDS])}{more})" if ids else ""


def column_reports(
    sheet_name: str, index: int, header: ForeignHeader, last_row: int, ledger: ImportLedger
) -> list[ColumnReport]:
    """Where each column of a table came; months of a run are one line."""
    reports = []
    for columns in _runs(list(header.columns.values())):
        first, last = columns[0], columns[-1]
        name = first.name if first is last else f"{first.name} … {last.name}"
        taken = (
            ledger.taken_to(index, column.number, header.rows.last + 1, last_row)
            for column in columns
        )
        target = next((where for where in taken if where), "") or _intended(first)
        reports.append(ColumnReport(sheet_name, name, target, first.key))
    return reports


def _intended(column: ForeignColumn) -> str:
    if column.key in ("nomor", LEFT_OUT):
        return "(tidak dibawa)"
    if column.key == "penilaian":
        return "(judul)"
    if column.tells_when:
        return f"{WHEN_TITLE} (kosong)"
    known = RENCANA_AKSI.by_key.get(column.key)
    return f"{known.header if known else 'Catatan'} (kosong)"


def _runs(columns: Sequence[ForeignColumn]) -> Iterator[list[ForeignColumn]]:
    run: list[ForeignColumn] = []
    for column in columns:
        if run and column.is_time:
            run.append(column)
            continue
        if run:
            yield run
            run = []
        if column.is_time:
            run = [column]
        else:
            yield [column]
    if run:
        yield run


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
