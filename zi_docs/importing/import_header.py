"""The header of a foreign table: which of its columns is which of the plan's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from zi_docs.findings import Finding, Place, error, note
from zi_docs.workbook.reading.moments import month_number
from zi_docs.workbook.reading.plain_text import words
from zi_docs.workbook.reading.spelling import suggestion
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI, month_key

AREA_NUMBER = "area_no"
SCHEDULE = "bulan"
_SEARCHED_ROWS = 20
_LEAST_COLUMNS = 3
_ALIKE = 85

# Names that such tables go by, beside those of the schema.
_OTHER_NAMES = {
    AREA_NUMBER: ("no area", "nomor area"),
    SCHEDULE: (
        "bulan",
        "waktu",
        "waktu pelaksanaan",
        "jadwal",
        "jadwal pelaksanaan",
        "target waktu",
        "target bulan",
        "target penyelesaian",
    ),
    "area": ("area perubahan", "nama area", "area pengungkit"),
    "komponen": ("nama komponen", "program", "sub komponen"),
    "indikator": ("indikator kinerja", "indikator keberhasilan"),
    "langkah_aksi": ("rencana aksi", "kegiatan", "uraian kegiatan", "langkah kegiatan", "aksi"),
    "bukti": ("output", "eviden", "evidence", "bukti fisik", "dokumen pendukung"),
    "target": ("target capaian", "target kinerja"),
    "pic": ("penanggungjawab", "pelaksana", "tim pelaksana"),
    "catatan": ("keterangan", "ket"),
}


@dataclass(frozen=True)
class ImportHeader:
    """The last row of the header, and the number of each column that was recognised."""

    row: int
    columns: Mapping[str, int]


def find_import_header(
    sheets: Sequence[RawSheet], mapping: Mapping[str, str]
) -> tuple[RawSheet, ImportHeader | None, list[Finding]]:
    """The sheet and row whose texts name most of the plan's columns."""
    chosen, findings = _checked(mapping, sheets[0].place)
    best = max(
        ((raw, row, _names(raw, row)) for raw in sheets for row in _candidates(raw)),
        key=lambda found: len(_match(found[2], chosen)),
        default=None,
    )
    columns = _match(best[2], chosen) if best else {}
    if best is None or len(columns) < _LEAST_COLUMNS:
        message = (
            "Kepala kolom rencana aksi tidak ditemukan. Pastikan tabel mempunyai kolom seperti "
            "Area, Komponen, Indikator, Langkah Aksi, dan Bukti, atau sebutkan padanannya dengan "
            "pilihan pemetaan."
        )
        return sheets[0], None, [*findings, error("IMP-KEPALA", message, sheets[0].place)]
    raw, row, names = best
    place = _header_place(raw, row)
    findings += _unmatched(names, columns, chosen, place)
    return raw, ImportHeader(row, columns), findings


def is_numbering(cells: Mapping[int, RawCell]) -> bool:
    """Tell the row of column numbers, (1) (2) (3), that many tables have below the header."""
    texts = [words(cell).strip("()") for cell in cells.values()]
    return len(texts) >= _LEAST_COLUMNS and texts == [str(n) for n in range(1, len(texts) + 1)]


def _candidates(raw: RawSheet) -> list[int]:
    return [row for row in raw.rows() if row <= _SEARCHED_ROWS]


def _names(raw: RawSheet, row: int) -> dict[int, str]:
    """Header texts of a row; where it is blank, those of the row above (a header of two rows)."""
    above, own = (
        {
            column: words(cell)
            for (at, column), cell in raw.cells.items()
            if at == number and words(cell)
        }
        for number in (row - 1, row)
    )
    return dict(sorted((above | own).items()))


def _squash(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _vocabulary() -> dict[str, str]:
    found = {_squash(alias): key for key, names in _OTHER_NAMES.items() for alias in names}
    for column in RENCANA_AKSI.columns:
        for name in (*column.aliases, column.key, column.header):
            found[_squash(name)] = column.key
    return found | {_squash(AREA_NUMBER): AREA_NUMBER}


_VOCABULARY = _vocabulary()
_KEYS = {*_VOCABULARY.values()}


def _match(names: Mapping[int, str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Columns by key: as the mapping says, then by exact name, then by a name much alike."""
    found: dict[str, int] = {}
    for column, name in names.items():
        if _squash(name) in chosen:
            found.setdefault(chosen[_squash(name)], column)
    for recognise in (_exact, _alike):
        for column, name in names.items():
            key = None if column in found.values() else recognise(name)
            if key is not None:
                found.setdefault(key, column)
    return found


def _exact(name: str) -> str | None:
    squashed = _squash(name)
    month = month_number(squashed.removeprefix("bulan"))
    return month_key(month) if month else _VOCABULARY.get(squashed)


def _alike(name: str) -> str | None:
    longer = [known for known in _VOCABULARY if len(known) > 3]
    found = process.extractOne(_squash(name), longer, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _VOCABULARY[found[0]] if found else None


def _checked(mapping: Mapping[str, str], place: Place) -> tuple[dict[str, str], list[Finding]]:
    """The mapping by squashed names; findings on schema columns that do not exist."""
    chosen: dict[str, str] = {}
    findings = []
    for name, wanted in mapping.items():
        key = _exact(wanted)
        if key is None:
            message = (
                f"Pemetaan “{name}={wanted}”: kolom “{wanted}” tidak ada pada lembar Rencana Aksi."
                f"{suggestion(wanted, sorted(_KEYS))} Perbaiki pemetaannya."
            )
            findings.append(error("IMP-PETA", message, place))
        else:
            chosen[_squash(name)] = key
    return chosen, findings


def _unmatched(
    names: Mapping[int, str], columns: Mapping[str, int], chosen: Mapping[str, str], place: Place
) -> list[Finding]:
    present = {_squash(name) for name in names.values()}
    findings = [
        error(
            "IMP-PETA", f"Kolom “{name}” pada pemetaan tidak ada di berkas. Periksa namanya.", place
        )
        for name in chosen
        if name not in present
    ]
    left = [name for column, name in names.items() if column not in columns.values()]
    for column in RENCANA_AKSI.columns:
        given = column.key in columns or (column.key == "area" and AREA_NUMBER in columns)
        if column.required and column is not RENCANA_AKSI.id_column and not given:
            message = (
                f"Kolom {column.header} tidak ditemukan.{suggestion(column.header, left)} Sebutkan "
                f"padanannya dengan pemetaan, misalnya “Kolom Saudara={column.key}”."
            )
            findings.append(error("IMP-KOLOM", message, place))
    findings += [
        note("IMP-KOLOM-LAIN", f"Kolom “{name}” tidak dikenal dan tidak dibawa.", place)
        for name in left
    ]
    return findings


def _header_place(raw: RawSheet, row: int) -> Place:
    if raw.place.sheet is None:
        return replace(raw.place, part=f"baris {row}")
    return replace(raw.place, cell=f"A{row}")
