"""What is to be said of the columns of a foreign plan: missing, unused, not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_docs.findings import Finding, Place, error, note
from zi_docs.importing.column_names import NOTE, squash
from zi_docs.importing.foreign_columns import ForeignHeader
from zi_docs.importing.row_values import ActionRow
from zi_docs.importing.source_sheet import SourceSheet
from zi_docs.wording.nearest_names import suggestion
from zi_docs.wording.tick_marks import FOREIGN_TICKS, TICK_WORDS, bare_sign
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Kind


class ColumnChecks:
    """The columns of all headers that were read, judged by the rows that came of them."""

    def __init__(
        self,
        sheets: Sequence[SourceSheet],
        headers: Sequence[tuple[SourceSheet, ForeignHeader]],
        actions: Sequence[ActionRow],
        place: Place,
    ) -> None:
        self.sheets, self.headers, self.actions, self.place = sheets, headers, actions, place
        self._findings: list[Finding] = []

    def findings(self, mapping: Mapping[str, str], chosen: Mapping[str, str]) -> list[Finding]:
        """What is to be said; `chosen` are the parts by squashed names that `mapping` gives."""
        names = {
            squash(text)
            for _, header in self.headers
            for column in header.columns.values()
            for text in (column.name, column.leaf, *column.name.split(" › "))
        }
        for name in mapping:
            if squash(name) in chosen and squash(name) not in names:
                message = f"Kolom “{name}” pada pemetaan tidak ada di berkas. Periksa namanya."
                self._findings.append(error("IMP-PETA", message, self.place))
        for sheet, header in self.headers:
            self._check_required(sheet, header)
            for column in header.columns.values():
                self._check_column(sheet, header, column.number)
        return self._findings

    def _check_required(self, sheet: SourceSheet, header: ForeignHeader) -> None:
        levelled = bool(header.of("penilaian"))
        unmatched = [c.name for c in header.columns.values() if not c.known]
        place = sheet.place((header.rows.last, min(header.columns, default=1)))
        for column in RENCANA_AKSI.columns:
            missing = column.required and column.kind is not Kind.ID and not header.of(column.key)
            given = column.key in ("area", "komponen") and self._given(column.key, sheet)
            if missing and not given and not (levelled and column.key == "indikator"):
                message = (
                    f"Kolom {column.header} tidak ditemukan.{suggestion(column.header, unmatched)} "
                    f"Sebutkan padanannya, misalnya `--petakan “Kolom Anda={column.key}”`."
                )
                self._findings.append(error("IMP-KOLOM", message, place))

    def _given(self, key: str, sheet: SourceSheet) -> bool:
        """Whether the rows of a sheet have a value from elsewhere: title, heading, code."""
        index = self.sheets.index(sheet)
        rows = [action for action in self.actions if action.sheet == index]
        return bool(rows) and all(action.values.get(key) for action in rows)

    def _check_column(self, sheet: SourceSheet, header: ForeignHeader, number: int) -> None:
        column = header.columns[number]
        place = sheet.place((header.rows.last, number))
        if column.wanted:
            taken = header.columns[header.first(column.wanted)].name
            title = RENCANA_AKSI.by_key.get(column.wanted)
            message = (
                f"Kolom “{column.name}” tidak dipakai sebagai {title.header if title else 'Waktu'} "
                f"karena kolom “{taken}” lebih tepat; isinya ditaruh di Catatan."
            )
            self._findings.append(note("IMP-KOLOM-LAIN", message, place))
        elif column.key == NOTE and not column.known:
            self._check_unknown(sheet, header, number, place)

    def _check_unknown(
        self, sheet: SourceSheet, header: ForeignHeader, number: int, place: Place
    ) -> None:
        name = header.columns[number].name
        rows = {action.number for action in self.actions if self.sheets[action.sheet] is sheet}
        texts = [text for row in sorted(rows) if (text := sheet.words((row, number)).strip())]
        marks = [text for text in texts if bare_sign(text) in FOREIGN_TICKS - TICK_WORDS]
        if not texts:
            return
        if len(marks) == len(texts) and not _is_said_done(name):
            message = (
                f"Kolom “{name}” berisi tanda, tetapi kepalanya tidak dimengerti; tandanya ditaruh "
                f"di Catatan. Sebutkan maknanya, misalnya `--petakan “{name}=bulan_1”` (atau "
                "triwulan_1, catatan, lewati)."
            )
            self._findings.append(error("IMP-TANDA", message, place))
        else:
            message = f"Kolom “{name}” tidak ada padanannya; isinya ditaruh di Catatan."
            self._findings.append(note("IMP-KOLOM-LAIN", message, place))


def _is_said_done(name: str) -> bool:
    return any(
        word in name.casefold() for word in ("realisasi", "capaian", "› c", "› r", "progres")
    )
