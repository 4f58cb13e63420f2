"""The months of a row: marks, quarters, colours, phrases, start and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zi_docs.findings import Finding, error, note, warning
from zi_docs.importing.column_names import QUARTER_PREFIX, SEMESTER_PREFIX
from zi_docs.importing.foreign_columns import WHEN_TITLE, ForeignColumn, ForeignHeader
from zi_docs.importing.month_words import When, read_when
from zi_docs.importing.source_sheet import SourceSheet, Spot, is_dash
from zi_docs.importing.time_words import PeriodMonths, months_of_period
from zi_docs.wording.dates import month_name
from zi_docs.wording.tick_marks import FOREIGN_TICKS, NOT_TICKED, bare_sign
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX

# What a phrase says beyond its months; it is kept in words.
_DETAIL = re.compile(
    r"minggu|mgg|pekan|tanggal|tgl|awal|akhir|pertengahan|medio|paling|lambat|kali|hari|sekali"
    r"|\b\d{1,2}\s+[a-z]{3,}|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|^s\W?d",
    re.I,
)


@dataclass
class RowTimes:
    """The months of a row, the quantities of its month cells, and what is kept in words."""

    months: set[int] = field(default_factory=set)
    quantities: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    used: dict[Spot, str] = field(default_factory=dict)
    empty: list[Spot] = field(default_factory=list)


@dataclass(frozen=True)
class TimeReader:
    """Reads the times of rows; `year` is the plan's, `style` which months a period stands for."""

    sheet: SourceSheet
    header: ForeignHeader
    year: int | None
    style: PeriodMonths
    shaded: frozenset[int]

    def read(self, row: int) -> RowTimes:
        """The times of a row."""
        times = RowTimes()
        marked = self._marks(row, times)
        if not marked:
            self._colours(row, times)
        self._phrases(row, times)
        return times

    def _marks(self, row: int, times: RowTimes) -> bool:
        cells = [
            (column, text)
            for column in self.header.columns.values()
            if column.is_time and (text := self.sheet.words((row, column.number)).strip())
        ]
        planned = []
        for column, text in cells:
            if bare_sign(text) in NOT_TICKED or is_dash(text):
                times.empty.append((row, column.number))
                continue
            times.months |= self._months(column)
            times.used[row, column.number] = WHEN_TITLE
            planned.append((column, text))
        # A 1 among other numbers is a quantity, alone it is a mark.
        numbers = {text for _, text in planned if text.isdecimal()}
        for column, text in planned:
            counted = text.isdecimal() and len(numbers | {"1"}) > 1
            if bare_sign(text) not in FOREIGN_TICKS and not re.search(r"\d", text):
                times.words.append(f"{column.name}: {text}")
            elif counted or bare_sign(text) not in FOREIGN_TICKS:
                times.quantities.append((column.name, text))
        return bool(planned)

    def _months(self, column: ForeignColumn) -> frozenset[int]:
        for prefix, length in ((QUARTER_PREFIX, 3), (SEMESTER_PREFIX, 6), (MONTH_PREFIX, 1)):
            if column.key.startswith(prefix):
                number = int(column.key.removeprefix(prefix))
                return months_of_period(length, number, self.style)
        return frozenset()

    def _colours(self, row: int, times: RowTimes) -> None:
        """Coloured cells of a row without marks, unless the whole row or column is coloured."""
        fills = self.sheet.dress.fills
        columns = [column for column in self.header.columns.values() if column.is_time]
        plain = {
            fills.get((row, c.number), "") for c in self.header.columns.values() if not c.is_time
        }
        coloured = [
            column
            for column in columns
            if column.number not in self.shaded
            and (colour := fills.get((row, column.number), ""))
            and colour not in plain
        ]
        if not coloured or len(coloured) == len(columns):
            return
        for column in coloured:
            times.months |= self._months(column)
        message = (
            "Bulan pelaksanaan baris ini hanya ditunjukkan dengan warna sel; sel berwarna dibaca "
            "sebagai tanda √. Periksa hasilnya."
        )
        place = self.sheet.place((row, coloured[0].number))
        times.findings.append(warning("IMP-WARNA", message, place))

    def _phrases(self, row: int, times: RowTimes) -> None:
        start, end = (self._text(row, key, times) for key in ("mulai", "selesai"))
        if start and end:
            self._phrase(row, f"{start[1]} s.d. {end[1]}", (start[0], end[0]), times)
        for part in filter(None, (start, end) if not (start and end) else ()):
            self._phrase(row, part[1], (part[0],), times)
        if phrase := self._text(row, "waktu", times):
            self._phrase(row, phrase[1], (phrase[0],), times)

    def _text(self, row: int, key: str, times: RowTimes) -> tuple[int, str] | None:
        column = self.header.first(key)
        text = self.sheet.words((row, column)).strip() if column else ""
        if text and is_dash(text):
            times.empty.append((row, column))
            return None
        return (column, text) if text else None

    def _phrase(self, row: int, text: str, columns: tuple[int, ...], times: RowTimes) -> None:
        when = read_when(text, self.year, self.style)
        shown = " ".join(text.split())
        place = self.sheet.place((row, columns[0]))
        if when is None:
            message = (
                f"Waktu pelaksanaan “{shown}” tidak dapat dibaca; disimpan di Catatan. Tuliskan "
                "misalnya Maret; Juni, Januari-Maret, atau setiap bulan."
            )
            times.findings.append(error("IMP-WAKTU", message, place))
        else:
            times.months |= when.months
            times.findings += self._doubts(when, shown, row, columns[0])
        kept = when is None or not when.months or when.passes_year or when.other_years
        if kept or _DETAIL.search(text):
            name = self.header.columns[columns[0]].name if len(columns) == 1 else "Waktu"
            times.words.append(f"{name}: {shown}")
        for column in columns:
            times.used[row, column] = WHEN_TITLE

    def _doubts(self, when: When, shown: str, row: int, column: int) -> Iterator[Finding]:
        place = self.sheet.place((row, column))
        if when.other_years:
            years = ", ".join(str(year) for year in sorted(when.other_years))
            message = (
                f"Waktu “{shown}” menyebut tahun {years}, sedangkan rencana ini tahun {self.year}; "
                "hanya bulan tahun rencana yang ditandai. Periksa tahunnya."
            )
            yield warning("IMP-TAHUN", message, place)
        if when.passes_year:
            message = (
                f"Waktu “{shown}” melewati akhir tahun; hanya bulan sampai dengan Desember yang "
                "ditandai. Periksa urutan bulannya."
            )
            yield warning("IMP-TAHUN", message, place)
        if when.unfixed:
            message = (
                f"Waktu “{shown}” tidak menyebut bulan; disimpan di Catatan. Bubuhkan tanda bulan "
                "pelaksanaannya di buku kerja baru."
            )
            yield warning("IMP-TANPA-BULAN", message, place)


def shaded_columns(
    sheet: SourceSheet, header: ForeignHeader, rows: Mapping[int, object]
) -> frozenset[int]:
    """The time columns that are coloured in every row: shading, no marks."""
    counts = Counter(column for (row, column), _ in sheet.dress.fills.items() if row in rows)
    times = [column.number for column in header.columns.values() if column.is_time]
    return frozenset(column for column in times if len(rows) > 1 and counts[column] == len(rows))


def quantity_text(quantities: list[tuple[str, str]]) -> str:
    """The quantities of month cells as a target: one, or each with its month."""
    texts = {text for _, text in quantities}
    if len(texts) == 1:
        return texts.pop()
    return "; ".join(f"{name}: {text}" for name, text in quantities)


def quarter_note(sheet: SourceSheet, header: ForeignHeader, style: PeriodMonths) -> list[Finding]:
    """What months the columns of quarters were taken for."""
    columns = [c for c in header.columns.values() if c.key.startswith(QUARTER_PREFIX)]
    if not columns:
        return []
    months = [
        "-".join(month_name(month) for month in sorted(months_of_period(3, number, style)))
        for number in range(1, 5)
    ]
    message = (
        f"Kolom triwulan dibaca sebagai bulan {', '.join(months)}. Untuk bulan lain pakailah "
        "--triwulan awal atau --triwulan semua."
    )
    place = sheet.place((header.rows.last, columns[0].number))
    return [note("IMP-TRIWULAN", message, place)]
