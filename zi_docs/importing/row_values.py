"""The values of an action's row in a foreign table -> a row of the workbook, nothing dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from zi_docs.findings import Finding, error
from zi_docs.importing.column_names import LEFT_OUT, NOTE
from zi_docs.importing.foreign_columns import ForeignColumn, ForeignHeader
from zi_docs.importing.row_times import RowTimes, TimeReader, quantity_text
from zi_docs.importing.source_sheet import SourceSheet, Spot, cell_words, is_dash, rich_words
from zi_docs.text import RichText
from zi_docs.workbook.reading.xlsx import CellFault, RawCell
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI, month_key
from zi_docs.workbook.writing.cell_values import CellValue

RICH_KEYS = ("komponen", "indikator", "langkah_aksi", "bukti")
_PLAIN_KEYS = ("pic", "lke")


@dataclass
class ActionRow:
    """A row of the workbook in the making: its values, what goes to Catatan, where it stood."""

    sheet: int
    number: int
    values: dict[str, CellValue] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    area_text: str = ""
    code: str = ""
    months: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    used: dict[Spot, str] = field(default_factory=dict)
    empty: list[Spot] = field(default_factory=list)
    faulty: list[Spot] = field(default_factory=list)
    counted: list[Spot] = field(default_factory=list)
    dropped: list[Spot] = field(default_factory=list)

    def rich(self, key: str) -> RichText:
        """A text of the row; empty where it has none."""
        value = self.values.get(key)
        return value if isinstance(value, RichText) else RichText()

    @property
    def is_bare(self) -> bool:
        """Whether it says no more than an indicator."""
        return not (self.rich("langkah_aksi") or self.rich("bukti") or self.months or self.notes)

    def finished(self) -> dict[str, CellValue]:
        """The row by the workbook's keys, with marks and Catatan."""
        row: dict[str, CellValue] = {
            key: value for key, value in self.values.items() if value is not None
        }
        row |= {month_key(month): True for month in sorted(self.months)}
        if self.notes:
            row["catatan"] = "; ".join(self.notes)
        return row


@dataclass(frozen=True)
class ValueReader:
    """Reads the rows of one table."""

    sheet: SourceSheet
    index: int
    header: ForeignHeader
    times: TimeReader

    def read(self, number: int) -> ActionRow:
        """The row of the workbook that a row of the table gives, area and component apart."""
        row = ActionRow(self.index, number)
        times = self.times.read(number)
        row.months |= times.months
        row.used |= times.used
        row.empty += times.empty
        row.findings += times.findings
        self._cells(row)
        self._target(row, times)
        row.notes += times.words
        self._other_notes(row)
        return row

    def title(self, key: str) -> str:
        """The workbook's title of a column."""
        return RENCANA_AKSI.by_key[key].header

    def _spot(self, row: ActionRow, key: str) -> Spot | None:
        column = self.header.first(key)
        spot = (row.number, column)
        return spot if column and spot in self.sheet.raw.cells else None

    def _cells(self, row: ActionRow) -> None:
        for key in (*RICH_KEYS, *_PLAIN_KEYS, "area", "area_no", "kode", "id", "nomor"):
            spot = self._spot(row, key)
            cell = self.sheet.raw.cells[spot] if spot else None
            if spot is None or cell is None or cell.merged_from_left:
                continue
            if isinstance(cell.value, CellFault):
                row.faulty.append(spot)
                place = self.sheet.place(spot)
                row.findings.append(error(cell.value.code, cell.value.message, place))
            elif is_dash(cell_words(cell)):
                row.empty.append(spot)
            else:
                self._cell(row, key, spot, cell)

    def _cell(self, row: ActionRow, key: str, spot: Spot, cell: RawCell) -> None:
        words = cell_words(cell)
        if key == "nomor":
            row.counted.append(spot)
        elif key in RICH_KEYS:
            row.values[key] = rich_words(cell)
            row.used[spot] = self.title(key)
        elif key in ("area", "area_no"):
            row.area_text = " ".join(
                filter(
                    None,
                    (
                        words if key == "area_no" else "",
                        row.area_text,
                        words if key == "area" else "",
                    ),
                )
            )
            row.used[spot] = self.title("area")
        elif key == "kode":
            row.code = words
            row.used[spot] = self.title("lke")
        else:
            row.values[key] = words
            row.used[spot] = self.title(key)

    def _target(self, row: ActionRow, times: RowTimes) -> None:
        texts = {key: self._plain(row, key) for key in ("target", "volume", "satuan")}
        amount = texts["target"] or texts["volume"]
        if texts["target"] and texts["volume"]:
            row.notes.append(f"{self.header.of('volume')[0].name}: {texts['volume']}")
        unit = texts["satuan"]
        if unit and amount and not amount.casefold().endswith(unit.casefold()):
            amount = f"{amount}{unit}" if unit == "%" else f"{amount} {unit}"
        elif unit and not amount:
            row.notes.append(f"Satuan: {unit}")
        quantities = quantity_text(times.quantities) if times.quantities else ""
        if amount:
            row.values["target"] = amount
            if quantities:
                row.notes.append(f"Isi sel bulan: {quantities}")
        elif quantities:
            row.values["target"] = quantities
        self._dated_target(row)

    def _plain(self, row: ActionRow, key: str) -> str:
        spot = self._spot(row, key)
        words = self.sheet.words(spot) if spot else ""
        if spot is None or self.sheet.raw.cells[spot].merged_from_left:
            return ""
        if isinstance(self.sheet.raw.cells[spot].value, CellFault):
            row.faulty.append(spot)
            return ""
        if is_dash(words):
            row.empty.append(spot)
            return ""
        row.used[spot] = self.title("target")
        return words

    def _dated_target(self, row: ActionRow) -> None:
        """A date as target is also when the row is due, where nothing else says so."""
        spot = self._spot(row, "target")
        value = self.sheet.raw.cells[spot].value if spot else None
        if isinstance(value, date | datetime) and not self._has_times():
            row.months.add(value.month)

    def _has_times(self) -> bool:
        return any(column.tells_when for column in self.header.columns.values())

    def _other_notes(self, row: ActionRow) -> None:
        for column in self.header.columns.values():
            spot = (row.number, column.number)
            if column.key == LEFT_OUT:
                row.dropped.append(spot)
            if column.key == NOTE and spot in self.sheet.raw.cells:
                self._note(row, column, spot)
        for spot, address in self._links(row.number):
            name = self.header.columns[spot[1]].name if spot[1] in self.header.columns else "Tautan"
            if address not in self.sheet.words(spot):
                row.notes.append(f"{name}: {address}")

    def _note(self, row: ActionRow, column: ForeignColumn, spot: Spot) -> None:
        cell = self.sheet.raw.cells[spot]
        words = cell_words(cell)
        if spot in self.sheet.dress.copies:
            return
        if isinstance(cell.value, CellFault):
            row.faulty.append(spot)
            row.findings.append(error(cell.value.code, cell.value.message, self.sheet.place(spot)))
        elif is_dash(words):
            row.empty.append(spot)
        else:
            own = column.known and not column.wanted and self.header.first(NOTE) == column.number
            row.notes.append(words if own else f"{column.name}: {words}")
            row.used[spot] = self.title(NOTE)

    def _links(self, number: int) -> Iterator[tuple[Spot, str]]:
        for spot, address in self.sheet.dress.links.items():
            if spot[0] == number:
                yield spot, address
