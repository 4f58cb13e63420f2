"""A plan from a table of any shape -> rows for a new workbook, with an account of every cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from zi_docs.findings import Finding, Place, cell_ranges, error, has_errors, note, warning
from zi_docs.importing.column_checks import ColumnChecks
from zi_docs.importing.column_names import column_keys, key_of_user, squash
from zi_docs.importing.foreign_columns import ForeignHeader, read_header
from zi_docs.importing.header_rows import HeaderRows, find_headers, known_columns
from zi_docs.importing.import_ledger import ImportLedger
from zi_docs.importing.import_options import ImportOptions
from zi_docs.importing.import_report import ColumnReport, ImportReport, column_reports
from zi_docs.importing.row_splitting import numbered_items, split_actions
from zi_docs.importing.row_times import TimeReader, quarter_note, shaded_columns
from zi_docs.importing.row_values import ActionRow, ValueReader
from zi_docs.importing.source_sheet import SourceSheet
from zi_docs.importing.table_files import Convert, load_tables
from zi_docs.importing.table_rows import CarriedOn, TableReader, area_of_titles, titles_above
from zi_docs.importing.time_words import YEAR
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.wording.nearest_names import suggestion
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Kind
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.frame import HEADER_ROW

ImportedRow = dict[str, CellValue]
# A foreign file is read beyond what a workbook may hold, so that nothing is cut unseen.
_ROWS_READ = 60_000
_COLUMNS_READ = 400
_BAD_IN_ID = re.compile(r'[;,/\\:*?"<>|\n]|^\.')
_YEAR_ROWS = 200


@dataclass
class ImportedPlan:
    """The rows for `rencana_aksi`, what is to be said, the closing table, the account of cells.

    `mapping` gives the part of each column of the file, to be kept for the next time.
    """

    rows: list[ImportedRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    report: ImportReport = field(default_factory=ImportReport)
    mapping: dict[str, str] = field(default_factory=dict)
    ledger: ImportLedger = field(default_factory=lambda: ImportLedger([]))


def import_plan(
    path: Path,
    options: ImportOptions | None = None,
    settings: Settings = DEFAULTS,
    convert: Convert | None = None,
) -> ImportedPlan:
    """Read the rows of an action plan from a foreign table.

    The rows go to `author.write_workbook` under `rencana_aksi`; there are none where they cannot
    be taken whole. Every cell is accounted for in `ledger`; one that is not is an error.
    """
    options = options or ImportOptions()
    wide = _wide(settings)
    sheets, findings = load_tables(path, wide, known_columns, convert)
    plan = ImportedPlan(findings=findings)
    if sheets and not has_errors(findings):
        _PlanImport(plan, sheets, options, place_of_file(path), settings).run()
    return plan


def _wide(settings: Settings) -> Settings:
    return replace(settings, max_rows=_ROWS_READ, max_columns=_COLUMNS_READ)


class _PlanImport:
    """One import: its sheets one after another, then what is to be said of all rows."""

    def __init__(
        self,
        plan: ImportedPlan,
        sheets: list[SourceSheet],
        options: ImportOptions,
        place: Place,
        settings: Settings,
    ) -> None:
        self.plan, self.sheets, self.options = plan, sheets, options
        self.place, self.settings = place, settings
        self.plan.ledger = ImportLedger(sheets)
        self.actions: list[ActionRow] = []
        self.columns: list[ColumnReport] = []
        self.headers: list[tuple[SourceSheet, ForeignHeader]] = []
        self.unread: list[str] = []
        self.year = options.year
        self.file_year = _commonest_year(sheets)

    def run(self) -> None:
        """Read all sheets into the plan."""
        chosen = self._chosen()
        for index, sheet in enumerate(self.sheets):
            headers = find_headers(sheet, frozenset(chosen)) if self._wanted(sheet) else []
            if headers:
                self._sheet(index, sheet, headers, chosen)
            elif any(True for _ in sheet.own()):
                self._not_read(index, sheet)
        if not self.headers:
            self._no_header()
            return
        checks = ColumnChecks(self.sheets, self.headers, self.actions, self.place)
        self.plan.findings += checks.findings(self.options.mapping, chosen)
        self._finish()

    def _wanted(self, sheet: SourceSheet) -> bool:
        wanted = {name.casefold() for name in self.options.sheets}
        return not wanted or sheet.name.casefold() in wanted

    def _find(self, finding: Finding) -> None:
        self.plan.findings.append(finding)

    def _chosen(self) -> dict[str, str]:
        """The parts by squashed names of columns, as the user maps them."""
        chosen: dict[str, str] = {}
        for name, target in self.options.mapping.items():
            key = key_of_user(target)
            if key is None:
                message = (
                    f"Pemetaan “{name}={target}”: kolom “{target}” tidak ada pada lembar Rencana "
                    f"Aksi.{suggestion(target, column_keys())} Perbaiki pemetaannya."
                )
                self._find(error("IMP-PETA", message, self.place))
            else:
                chosen[squash(name)] = key
        return chosen

    def _sheet(
        self, index: int, sheet: SourceSheet, headers: list[HeaderRows], chosen: Mapping[str, str]
    ) -> None:
        titles = list(titles_above(sheet, index, headers[0].first, self.plan.ledger))
        carried = CarriedOn()
        last_row = max(sheet.rows)
        for at, rows in enumerate(headers):
            last = headers[at + 1].first - 1 if at + 1 < len(headers) else last_row
            header = read_header(sheet, rows, chosen, last)
            self.headers.append((sheet, header))
            if at == 0 and not header.of("area"):
                carried.area = area_of_titles(titles, sheet.name)
            self._leave_header(index, sheet, rows)
            self._table(index, sheet, header, last, carried)
            reports = column_reports(sheet.name, index, header, last, self.plan.ledger)
            self.columns += [report for report in reports if report not in self.columns]

    def _leave_header(self, index: int, sheet: SourceSheet, rows: HeaderRows) -> None:
        spots = (spot for spot in sheet.own() if rows.first <= spot[0] <= rows.last)
        self.plan.ledger.leave(index, spots, "kepala kolom")

    def _table(
        self, index: int, sheet: SourceSheet, header: ForeignHeader, last: int, carried: CarriedOn
    ) -> None:
        below = {n: None for n in sheet.rows if header.rows.last < n <= last}
        year = self.file_year or self.year
        shaded = shaded_columns(sheet, header, below)
        times = TimeReader(sheet, header, year, self.options.quarter, shaded)
        values = ValueReader(sheet, index, header, times)
        table = TableReader(sheet, index, header, last, values, self.plan.ledger, carried)
        actions = table.read()
        self.plan.findings += table.findings
        self.plan.findings += quarter_note(sheet, header, self.options.quarter)
        self.plan.findings += [f for action in actions for f in action.findings]
        self.actions += actions

    def _not_read(self, index: int, sheet: SourceSheet) -> None:
        self.plan.ledger.leave(index, sheet.own(), "lembar tanpa kepala kolom rencana")
        self.unread.append(sheet.name or self.place.file)

    def _no_header(self) -> None:
        message = (
            "Kepala kolom rencana aksi tidak ditemukan. Pastikan tabel mempunyai kolom seperti "
            "Area, Komponen, Indikator, Langkah Aksi, dan Bukti, atau sebutkan padanannya dengan "
            "pilihan --petakan."
        )
        self._find(error("IMP-KEPALA", message, self.place))

    def _finish(self) -> None:
        actions = self.actions
        if self.options.split:
            actions = [part for action in actions for part in split_actions(action)]
        else:
            self._offer_splitting()
        self._ids(actions)
        self._missing_values(actions)
        without = [action for action in actions if not action.months]
        self._account()
        if not actions:
            message = "Tidak ada satu baris rencana aksi pun di bawah kepala kolom. Periksa isinya."
            self._find(error("IMP-KOSONG", message, self.place))
        self._say_year()
        self._say_unread()
        most = self.settings.max_rows - HEADER_ROW
        self.plan.rows = [action.finished() for action in actions]
        if len(actions) > most:
            message = (
                f"Rencana ini berisi {len(actions)} baris, sedangkan buku kerja memuat paling "
                f"banyak {most} baris; tidak ada yang ditulis. Bagilah berkasnya."
            )
            self._find(error("IMP-BANYAK", message, self.place))
            self.plan.rows = []
        self.plan.mapping = _mapping(self.headers)
        self.plan.report = ImportReport(
            tuple(self.columns),
            len(actions),
            tuple(str(action.values["id"]) for action in without),
            tuple(self.plan.ledger.left_out()),
            self.file_year,
            tuple(self.unread),
        )

    def _offer_splitting(self) -> None:
        for action in self.actions:
            if numbered_items(action.rich("langkah_aksi")):
                message = (
                    "Langkah aksi baris ini berisi beberapa butir bernomor; dibiarkan dalam satu "
                    "baris. Pakailah --pecah agar setiap butir menjadi baris sendiri."
                )
                self._find(note("IMP-PECAH", message, self._row_place(action)))

    def _row_place(self, action: ActionRow) -> Place:
        sheet = self.sheets[action.sheet]
        return sheet.place((action.number, min(sheet.rows[action.number])))

    def _ids(self, actions: Sequence[ActionRow]) -> None:
        """Keep sound IDs where they are unique; give every other row the next free one."""
        used: set[str] = set()
        for action in actions:
            own = str(action.values.pop("id", None) or "")
            if own and not _BAD_IN_ID.search(own) and own.casefold() not in used:
                used.add(own.casefold())
                action.values["id"] = own
            elif own:
                action.notes.append(f"ID semula: {own}")
                message = (
                    "ID baris ini kembar atau memuat tanda yang tidak boleh dipakai; baris diberi "
                    "ID baru, ID semula ditaruh di Catatan."
                )
                self._find(note("IMP-ID", message, self._row_place(action)))
        numbers = (f"RA-{number:03d}" for number in range(1, 2 * len(actions) + 2))
        free = (number for number in numbers if number.casefold() not in used)
        for action in actions:
            given = action.values.pop("id", None) or next(free)
            action.values = {"id": given, **action.values}

    def _missing_values(self, actions: Sequence[ActionRow]) -> None:
        for action in actions:
            header = next(h for s, h in self.headers if s is self.sheets[action.sheet])
            empty = [
                column.header
                for column in RENCANA_AKSI.columns
                if column.required
                and column.kind is not Kind.ID
                and not action.values.get(column.key)
                # A column missing from the file is reported once, for the header.
                and (header.of(column.key) or self._given_some(column.key, action.sheet))
            ]
            if empty:
                message = (
                    f"{', '.join(empty)} kosong pada baris ini. Lengkapilah di buku kerja baru."
                )
                self._find(warning("IMP-WAJIB", message, self._row_place(action)))

    def _given_some(self, key: str, sheet: int) -> bool:
        return any(a.values.get(key) for a in self.actions if a.sheet == sheet)

    def _account(self) -> None:
        missing = list(self.plan.ledger.missing())
        for number, cells in _by_sheet(missing).items():
            sheet = self.sheets[number]
            places = cell_ranges(
                place.cell or place.part or "" for place in (sheet.place(cell) for cell in cells)
            )
            message = (
                f"{len(cells)} sel tidak terbawa: {places}. Pindahkan isinya ke kolom yang "
                "dikenal, atau petakan kolomnya."
            )
            self._find(error("IMP-TERTINGGAL", message, sheet.place(cells[0])))
            self.plan.ledger.leave(number, cells, "tidak terbawa")

    def _say_year(self) -> None:
        if self.file_year and self.year and self.file_year != self.year:
            message = (
                f"Berkas ini menyebut tahun {self.file_year}, sedangkan buku kerja baru untuk "
                f"tahun {self.year}; bulannya dibawa tanpa tahun. Periksa tahun dalam kalimatnya."
            )
            self._find(warning("IMP-TAHUN", message, self.place))

    def _say_unread(self) -> None:
        if self.unread:
            message = (
                f"Lembar {', '.join(self.unread)} tidak dibaca karena tidak mempunyai kepala kolom "
                "rencana aksi. Periksa apakah di sana ada rencana."
            )
            self._find(warning("IMP-LEMBAR", message, self.place))


def _mapping(headers: Sequence[tuple[SourceSheet, ForeignHeader]]) -> dict[str, str]:
    return {
        column.name: column.key
        for _, header in headers
        for column in header.columns.values()
        if column.key in column_keys() and not column.week
    }


def _by_sheet(cells: Sequence[tuple[int, tuple[int, int]]]) -> dict[int, list[tuple[int, int]]]:
    sheets: dict[int, list[tuple[int, int]]] = {}
    for number, spot in cells:
        sheets.setdefault(number, []).append(spot)
    return sheets


def _commonest_year(sheets: Sequence[SourceSheet]) -> int | None:
    """The year that the file names most often; None where it names none."""
    counts: Counter[int] = Counter()
    for text in _year_texts(sheets):
        counts.update(int(year) for year in YEAR.findall(text))
    return counts.most_common(1)[0][0] if counts else None


def _year_texts(sheets: Sequence[SourceSheet]) -> Iterator[str]:
    for sheet in sheets:
        for (row, _), cell in sheet.raw.cells.items():
            if row <= _YEAR_ROWS:
                yield sheet.words((row, _)) if cell else ""
