"""The duties of offices by agency: those that the program knows, and those of an office's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zi_docs.data import DataFileError, shipped
from zi_docs.model import Duty, Office, same_id

_TEXTS = ("id", "perihal", "dasar")
_OPTIONAL = ("diperiksa", "catatan", "naskah")
_MONTHS, _DAYS = range(1, 13), range(32)


def duties_of(office: Office) -> tuple[Duty, ...]:
    """The duties of an office: those of its agency that ship, by its name, and those of its file.

    The words of an office's own file replace what ships.
    """
    if office.words_file:
        return office.agency.kewajiban
    tables = shipped("duties")["kewajiban"]
    return tuple(
        _duty({key: value for key, value in table.items() if key != "lembaga"})
        for table in tables
        if any(same_id(name, office.lembaga) for name in table["lembaga"])
    )


def read_duties(table: Mapping[str, Any], key: str) -> tuple[Duty, ...]:
    """The duties in an office's own file; none where it has none. Raises DataFileError."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, Mapping) for each in tables):
        raise DataFileError(f"memuat {key} yang tidak ditulis sebagai [[{key}]]")
    return tuple(_duty(each) for each in tables)


def _duty(table: Mapping[str, Any]) -> Duty:
    """A duty as it stands in a file. Raises DataFileError when anything in it is wrong."""
    known = {*_TEXTS, *_OPTIONAL, "bulan", "hari"}
    for key in table:
        if key not in known:
            raise DataFileError(f"memuat kunci kewajiban yang tidak dikenal, {key}")
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip().isprintable():
            raise DataFileError(f"memuat kewajiban tanpa {key} yang berupa teks satu baris")
    months, day = table.get("bulan"), table.get("hari")
    if not isinstance(months, list) or not months or not all(m in _MONTHS for m in months):
        raise DataFileError(f"memuat kewajiban {table['id']} yang bulannya bukan 1 sampai 12")
    if not isinstance(day, int) or day not in _DAYS:
        raise DataFileError(f"memuat kewajiban {table['id']} yang harinya bukan 0 sampai 31")
    return Duty(
        id=table["id"].strip(),
        perihal=table["perihal"].strip(),
        bulan=tuple(months),
        hari=day,
        dasar=table["dasar"].strip(),
        diperiksa=table.get("diperiksa") is True,
        catatan=str(table.get("catatan", "")).strip(),
        naskah=str(table.get("naskah", "")).strip(),
    )
