"""The rows of one foreign table in order: headings carried on, actions read, all accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_docs.findings import Finding, error, note, warning
from zi_docs.importing.area_words import (
    area_in,
    bare_component,
    is_lke_heading,
    lke_item,
    names_area,
    read_area,
)
from zi_docs.importing.column_names import is_realised
from zi_docs.importing.foreign_columns import WHEN_TITLE, ForeignHeader
from zi_docs.importing.import_ledger import ImportLedger
from zi_docs.importing.row_kinds import RowKind, RowView, footing_start, row_kind, view
from zi_docs.importing.row_values import ActionRow, ValueReader
from zi_docs.importing.source_sheet import SourceSheet, is_dash
from zi_docs.text import RichText
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI

_REASONS = {
    RowKind.SUM: "baris jumlah",
    RowKind.NUMBERING: "nomor kolom",
    RowKind.FOOTING: "di bawah tabel (tempat, tanggal, tanda tangan, keterangan)",
    RowKind.LKE: "judul bagian LKE",
    RowKind.BLANK: "nomor urut",
}
_SHOWN_LINES = 6
_LABELLED = re.compile(r"\(?([A-Z]|[ivxIVX]+|\d{1,2}|[a-z])[.)]\s*(.*)", re.S)


@dataclass
class CarriedOn:
    """What goes on over rows: area, component, indicator, and the labels of a levelled sheet."""

    area: str = ""
    component: RichText = RichText()
    indicator: RichText = RichText()
    labels: list[str] = field(default_factory=list)
    spelled: dict[tuple[str, str], RichText] = field(default_factory=dict)


@dataclass
class TableReader:
    """Reads one table of a sheet down to `last_row`; `carried` goes on from the table before."""

    sheet: SourceSheet
    index: int
    header: ForeignHeader
    last_row: int
    values: ValueReader
    ledger: ImportLedger
    carried: CarriedOn
    findings: list[Finding] = field(default_factory=list)
    rows: list[ActionRow] = field(default_factory=list)
    headings: list[tuple[str, str, RowView]] = field(default_factory=list)
    next_areas: set[int] = field(default_factory=set)

    def read(self) -> list[ActionRow]:
        """The actions of the table."""
        below = range(self.header.rows.last + 1, self.last_row + 1)
        views = {n: view(self.sheet, self.header, n) for n in below if n in self.sheet.rows}
        footing = footing_start(self.sheet, self.header, views)
        for number, row in views.items():
            if footing is not None and number >= footing:
                self._foot(row)
                continue
            if self._is_repeated(row):
                self._leave(row, "kepala kolom")
            elif self.header.of("penilaian"):
                self._level(row)
            else:
                self._row(row, row_kind(self.sheet, self.header, row))
        self._say_empty_headings()
        if footing is not None:
            self._say_footing([views[number] for number in views if number >= footing])
        return self.rows

    def _is_repeated(self, row: RowView) -> bool:
        """Whether a row is the header once more, as on every page of a printed table."""
        leaves = {c.number: c.leaf.casefold() for c in self.header.columns.values()}
        texts = {c: " ".join(text.split()).casefold() for c, text in row.all_texts.items()}
        same = sum(leaves.get(column) == text for column, text in texts.items())
        return same >= 3 and same == len(texts)

    def _say_footing(self, rows: list[RowView]) -> None:
        filled = [row for row in rows if row.texts and row.number not in self.next_areas]
        if not filled:
            return
        shown = "; ".join(_longest(row) for row in filled[:_SHOWN_LINES])
        last = filled[-1].number
        span = f" sampai dengan {last}" if len(filled) > 1 else ""
        message = (
            f"Baris {filled[0].number}{span} di bawah tabel tidak "
            f"dibawa karena bukan baris rencana: {shown}. Periksa apakah di sana ada langkah aksi."
        )
        place = self.sheet.place((filled[0].number, min(filled[0].all_texts)))
        self.findings.append(note("IMP-KAKI", message, place))

    def _leave(self, row: RowView, reason: str) -> None:
        self.ledger.leave(self.index, ((row.number, c) for c in row.all_texts), reason)

    def _take(self, row: RowView, key: str) -> None:
        """The texts of a heading are in a column of the rows below it; its label is not."""
        for column in row.texts:
            words = self.sheet.words((row.number, column))
            worded = len(words) > 4 or column == max(row.texts, key=lambda at: len(row.texts[at]))
            if worded and not re.fullmatch(r"[\d.,%\s]+", words):
                self.ledger.take(self.index, (row.number, column), RENCANA_AKSI.by_key[key].header)
        self._leave(row, "nomor dan bobot pada baris judul")
        value = self.carried.area if key == "area" else self.carried.component.plain
        self.headings.append((key, value, row))

    def _say_empty_headings(self) -> None:
        """Headings of areas and components that no row stands under: nothing can hold them."""
        for key, value, row in self.headings:
            below = (str(a.values.get(key)) for a in self.rows if a.number > row.number)
            if value in below:
                continue
            spots = [(row.number, column) for column in row.texts]
            self.ledger.forget(self.index, spots)
            self.ledger.leave(self.index, spots, "judul tanpa baris rencana")
            message = (
                f"Judul “{_longest(row)}” tidak dibawa karena tidak ada baris rencana yang "
                "memakainya. Periksa areanya atau komponennya."
            )
            self.findings.append(error("IMP-JUDUL", message, self.sheet.place(spots[0])))

    def _foot(self, row: RowView) -> None:
        texts = list(row.texts.values())
        if len(texts) == 1 and names_area(texts[0]):
            self._set_area(texts[0], row)
            self._take(row, "area")
            self.headings.pop()
            self.next_areas.add(row.number)
        self._leave(row, _REASONS[RowKind.FOOTING])

    def _row(self, row: RowView, kind: RowKind) -> None:
        if kind in _REASONS:
            self._leave(row, _REASONS[kind])
        elif self.rows and self._is_done(row):
            self._note_done(row)
        elif kind is RowKind.AREA:
            self._set_area(_longest(row), row)
            self._take(row, "area")
        elif kind is RowKind.COMPONENT:
            self._set_component(RichText.of(_longest(row)))
            self._take(row, "komponen")
        elif kind is RowKind.MORE and self.rows:
            self._go_on(row)
        else:
            self._act(row, band=kind is RowKind.BAND)

    def _is_done(self, row: RowView) -> bool:
        """Whether a row tells what was done of the row above: months beside the word for it."""
        columns = [self.header.columns.get(column) for column in row.texts]
        timely = all(c is None or c.is_time or c.key == "catatan" for c in columns)
        said = any(
            is_realised(text) or text.casefold() == "c"
            for column, text in row.texts.items()
            if not ((known := self.header.columns.get(column)) and known.is_time)
        )
        return timely and said

    def _note_done(self, row: RowView) -> None:
        """What was done is no plan; it is kept in Catatan."""
        parts = []
        for column, text in row.texts.items():
            known = self.header.columns.get(column)
            parts.append(f"{known.name}: {text}" if known else text)
            self.ledger.take(
                self.index, (row.number, column), RENCANA_AKSI.by_key["catatan"].header
            )
        self.rows[-1].notes.append("; ".join(parts))
        self._leave(row, _REASONS[RowKind.BLANK])

    def _act(self, row: RowView, *, band: bool = False) -> None:
        action = self.values.read(row.number)
        self._place(action, row)
        self._account(action)
        if band:
            self.findings += action.findings
            if action.area_text:
                self.headings.append(("area", self.carried.area, row))
            if action.rich("komponen"):
                self.headings.append(("komponen", self.carried.component.plain, row))
            return
        if self._only_evidence(action, row):
            return
        self._indicate(action)
        self.rows.append(action)

    def _place(self, action: ActionRow, row: RowView) -> None:
        """Area and component of a row: its own, those of its code, or those that go on."""
        item = lke_item(action.code) or lke_item(str(action.values.get("lke") or ""))
        if action.area_text:
            self._set_area(action.area_text, row)
        elif item is not None:
            self._enter(item.area)
        if action.code and lke_item(action.code) is not None:
            action.values.setdefault("lke", action.code)
        elif action.code:
            action.notes.append(f"{self.header.of('kode')[0].name}: {action.code}")
        component = action.rich("komponen")
        if not component and item is not None and item.name:
            component = RichText.of(item.name)
        if component:
            self._set_component(component)
        action.values["area"] = self.carried.area or None
        action.values["komponen"] = self.carried.component or None

    def _indicate(self, action: ActionRow) -> None:
        """A blank indicator is the same as above."""
        carried = self.carried
        if action.rich("indikator"):
            carried.indicator = action.rich("indikator")
        elif carried.indicator and (action.rich("langkah_aksi") or action.rich("bukti")):
            action.values["indikator"] = carried.indicator
            last = self.rows[-1] if self.rows else None
            # The indicator stood alone on a row of its own, above its actions.
            if last and last.is_bare and last.rich("indikator") == carried.indicator:
                self.rows.pop()

    def _only_evidence(self, action: ActionRow, row: RowView) -> bool:
        """Evidence alone goes on the list of the row above."""
        own = {self.header.columns[c].key for c in row.texts if c in self.header.columns}
        if not self.rows or own != {"bukti"}:
            return False
        self._go_on(row)
        return True

    def _go_on(self, row: RowView) -> None:
        """A row that only goes on with the one above is added to it."""
        last = self.rows[-1]
        for column, text in row.texts.items():
            known = self.header.columns.get(column)
            key = known.key if known else "catatan"
            if key == "bukti":
                joined = last.rich("bukti")
                last.values["bukti"] = joined + (f"\n{text}" if joined else text)
            elif key in ("pic", "target") and last.values.get(key):
                last.values[key] = f"{last.values[key]}; {text}"
            elif key in ("pic", "target"):
                last.values[key] = text
            elif known and known.tells_when:
                more = self.values.times.read(row.number)
                last.months |= more.months
                last.findings += more.findings
                last.notes += more.words
            else:
                name = known.name if known else ""
                last.notes.append(f"{name}: {text}" if name else text)
            own = RENCANA_AKSI.by_key.get(key, RENCANA_AKSI.by_key["catatan"]).header
            title = WHEN_TITLE if known and known.tells_when else own
            self.ledger.take(self.index, (row.number, column), title)
        self._leave(row, "nomor urut")

    def _account(self, action: ActionRow) -> None:
        for spot, where in action.used.items():
            self.ledger.take(self.index, spot, where)
        for spots, reason in (
            (action.empty, "tanda kosong (-, 0)"),
            (action.counted, "nomor urut"),
            (action.faulty, "galat rumus"),
            (action.dropped, "dikecualikan oleh pemetaan"),
        ):
            self.ledger.leave(self.index, spots, reason)

    def _set_area(self, text: str, row: RowView) -> None:
        area = read_area(text)
        column = self.header.first("area")
        at = column if column in row.all_texts else min(row.all_texts, default=1)
        place = self.sheet.place((row.number, at))
        shown = " ".join(text.split())
        if not area.listed:
            message = (
                f"Area “{area.title}” tidak ada di daftar Area. Tambahkan di lembar Referensi, "
                "atau pilih area yang ada."
            )
            self._find(warning("IMP-AREA", message, place))
        elif area.differs:
            message = (
                f"Nomor dan nama area “{shown}” berbeda; diikuti namanya, {area.title}. Periksa "
                "areanya."
            )
            self._find(warning("IMP-AREA", message, place))
        elif not area.plain:
            message = f"Area “{shown}” dibaca sebagai {area.title}. Periksa areanya."
            self._find(note("IMP-AREA-NAMA", message, place))
        self._enter(area.title)

    def _enter(self, title: str) -> None:
        if title != self.carried.area:
            self.carried.component = self.carried.indicator = RichText()
        self.carried.area = title

    def _set_component(self, name: RichText) -> None:
        bare = bare_component(name)
        key = self.carried.area, "".join(bare.plain.split()).casefold()
        bare = self.carried.spelled.setdefault(key, bare)
        if bare != self.carried.component:
            self.carried.indicator = RichText()
        self.carried.component = bare

    def _find(self, finding: Finding) -> None:
        self.findings.append(finding)

    def _level(self, row: RowView) -> None:
        """A row of a levelled sheet (LKE): heading of an area or component, or a question."""
        columns = [c.number for c in self.header.of("penilaian")]
        span = range(min(columns), max(columns) + 1)
        texts = {c: t for c, t in row.all_texts.items() if c in span and not is_dash(t)}
        if not texts:
            kind = row_kind(self.sheet, self.header, row)
            self._row(row, kind if kind in _REASONS else RowKind.ACTION)
            return
        label, text = _label_and_text(list(texts.values()))
        if is_lke_heading(text) or is_lke_heading(f"{label} {text}"):
            self._label(label, 0 if label.isalpha() and label in "ABC" and len(label) == 1 else 1)
            self._leave(row, _REASONS[RowKind.LKE])
        elif names_area(text):
            self._label(label, 2)
            self._set_area(text, row)
            self._take(row, "area")
        elif re.fullmatch("[ivx]+", label):
            self._label(label, 3)
            self._set_component(RichText.of(text))
            self._take(row, "komponen")
        else:
            self._question(row, texts, label, text)

    def _label(self, label: str, level: int) -> None:
        self.carried.labels = [*self.carried.labels[:level], label]

    def _question(self, row: RowView, texts: dict[int, str], label: str, text: str) -> None:
        action = self.values.read(row.number)
        action.values["indikator"] = RichText.of(text)
        code = ".".join(filter(None, (*self.carried.labels[:4], label)))
        if lke_item(code) is not None:
            action.values.setdefault("lke", code)
        for column in texts:
            action.used[row.number, column] = RENCANA_AKSI.by_key["indikator"].header
        action.values["area"] = self.carried.area or None
        action.values["komponen"] = self.carried.component or None
        self._account(action)
        self.rows.append(action)


def titles_above(
    sheet: SourceSheet, index: int, first_row: int, ledger: ImportLedger
) -> Iterator[str]:
    """The texts above the first header; they are left out, but may name area and year."""
    for row, column in sorted(spot for spot in sheet.own() if spot[0] < first_row):
        ledger.leave(index, [(row, column)], "judul di atas tabel")
        yield sheet.words((row, column))


def area_of_titles(titles: list[str], sheet_name: str) -> str:
    """The area that a sheet's titles or its name give; empty where they name none."""
    named = (area_in(text) for text in (*titles, sheet_name))
    return next((area for area in named if area), "")


def _longest(row: RowView) -> str:
    return max(row.texts.values(), key=len)


def _label_and_text(texts: list[str]) -> tuple[str, str]:
    if len(texts) > 1 and len(texts[0]) <= 5:
        return texts[0].strip(" .()"), " ".join(texts[1:])
    match = _LABELLED.fullmatch(texts[0])
    return (match[1], match[2]) if match else ("", " ".join(texts))
