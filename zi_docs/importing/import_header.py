"""The header of a foreign table: its columns matched to the columns of the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from zi_docs.findings import Finding, Place, error, note
from zi_docs.workbook.reading.cell_text import suggestion, visible_text
from zi_docs.workbook.reading.moments import month_number
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI, month_key

AREA_NUMBER = "area_no"
SCHEDULE = "bulan"
_SEARCHED_ROWS = 20
_LEAST_COLUMNS = 3
_MIN_SCORE = 85

# Other common names of the columns, in addition to those of the schema.
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
    """The last row of the header, and the number of each recognised column by its key."""

    row: int
    columns: Mapping[str, int]


def find_import_header(
    sheets: Sequence[RawSheet], mapping: Mapping[str, str]
) -> tuple[RawSheet, ImportHeader | None, list[Finding]]:
    """The sheet and header with the most columns of the plan.

    The header is None, with a finding, when fewer than three columns are recognised.
    """
    chosen, findings = _checked_mapping(mapping, sheets[0].place)
    best = max(
        ((raw, row, _header_texts(raw, row)) for raw in sheets for row in _searched_rows(raw)),
        key=lambda candidate: len(_match_columns(candidate[2], chosen)),
        default=None,
    )
    columns = _match_columns(best[2], chosen) if best else {}
    if best is None or len(columns) < _LEAST_COLUMNS:
        message = (
            "Kepala kolom rencana aksi tidak ditemukan. Pastikan tabel mempunyai kolom seperti "
            "Area, Komponen, Indikator, Langkah Aksi, dan Bukti, atau sebutkan padanannya dengan "
            "pilihan pemetaan."
        )
        return sheets[0], None, [*findings, error("IMP-KEPALA", message, sheets[0].place)]
    raw, row, names = best
    place = _header_place(raw, row)
    findings += _check_columns(names, columns, chosen, place)
    return raw, ImportHeader(row, columns), findings


def is_column_numbering(cells: Mapping[int, RawCell]) -> bool:
    """Whether a row is the row of column numbers, (1) (2) (3), that many tables have."""
    texts = [visible_text(cell).strip("()") for cell in cells.values()]
    return len(texts) >= _LEAST_COLUMNS and texts == [str(n) for n in range(1, len(texts) + 1)]


def _searched_rows(raw: RawSheet) -> list[int]:
    return [row for row in raw.rows() if row <= _SEARCHED_ROWS]


def _header_texts(raw: RawSheet, row: int) -> dict[int, str]:
    """Header texts of a row; where it is blank, those of the row above (a header of two rows)."""
    texts_above, texts = (
        {
            column: visible_text(cell)
            for (at, column), cell in raw.cells.items()
            if at == number and visible_text(cell)
        }
        for number in (row - 1, row)
    )
    return dict(sorted((texts_above | texts).items()))


def _squash(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _vocabulary() -> dict[str, str]:
    keys = {_squash(alias): key for key, names in _OTHER_NAMES.items() for alias in names}
    for column in RENCANA_AKSI.columns:
        for name in (*column.aliases, column.key, column.header):
            keys[_squash(name)] = column.key
    return keys | {_squash(AREA_NUMBER): AREA_NUMBER}


_VOCABULARY = _vocabulary()
_KEYS = {*_VOCABULARY.values()}


def _match_columns(names: Mapping[int, str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Columns by key: first by the mapping, then by exact name, then by a similar name."""
    columns: dict[str, int] = {}
    for column, name in names.items():
        if _squash(name) in chosen:
            columns.setdefault(chosen[_squash(name)], column)
    for recognise in (_key_by_exact_name, _key_by_similar_name):
        for column, name in names.items():
            key = None if column in columns.values() else recognise(name)
            if key is not None:
                columns.setdefault(key, column)
    return columns


def _key_by_exact_name(name: str) -> str | None:
    squashed = _squash(name)
    month = month_number(squashed.removeprefix("bulan"))
    return month_key(month) if month else _VOCABULARY.get(squashed)


def _key_by_similar_name(name: str) -> str | None:
    # Names of up to three letters resemble too many others.
    names = [column_name for column_name in _VOCABULARY if len(column_name) > 3]
    match = process.extractOne(_squash(name), names, scorer=fuzz.ratio, score_cutoff=_MIN_SCORE)
    return _VOCABULARY[match[0]] if match else None


def _checked_mapping(
    mapping: Mapping[str, str], place: Place
) -> tuple[dict[str, str], list[Finding]]:
    """The schema keys by squashed file column; findings on schema columns that do not exist."""
    chosen: dict[str, str] = {}
    findings = []
    for name, target in mapping.items():
        key = _key_by_exact_name(target)
        if key is None:
            message = (
                f"Pemetaan “{name}={target}”: kolom “{target}” tidak ada pada lembar Rencana Aksi."
                f"{suggestion(target, sorted(_KEYS))} Perbaiki pemetaannya."
            )
            findings.append(error("IMP-PETA", message, place))
        else:
            chosen[_squash(name)] = key
    return chosen, findings


def _check_columns(
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
    unmatched = [name for column, name in names.items() if column not in columns.values()]
    for column in RENCANA_AKSI.columns:
        is_present = column.key in columns or (column.key == "area" and AREA_NUMBER in columns)
        if column.required and column is not RENCANA_AKSI.id_column and not is_present:
            message = (
                f"Kolom {column.header} tidak ditemukan.{suggestion(column.header, unmatched)} "
                f"Sebutkan padanannya dengan pemetaan, misalnya “Kolom Saudara={column.key}”."
            )
            findings.append(error("IMP-KOLOM", message, place))
    findings += [
        note(
            "IMP-KOLOM-LAIN",
            f"Kolom “{name}” tidak dikenal dan tidak dibawa. Sebutkan "
            "padanannya dengan pemetaan bila isinya perlu.",
            place,
        )
        for name in unmatched
    ]
    return findings


def _header_place(raw: RawSheet, row: int) -> Place:
    if raw.place.sheet is None:
        return replace(raw.place, part=f"baris {row}")
    return replace(raw.place, cell=f"A{row}")
