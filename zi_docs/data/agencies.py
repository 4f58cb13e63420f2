"""The words of agencies: those that the program knows, and those of an office's own file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from zi_docs.data import FOLDER, DataFileError, read_toml, shipped
from zi_docs.data.duties import read_duties
from zi_docs.model import Agency
from zi_docs.model.office import UNIT_TOKENS

DEFAULT = "kpu"
_FOLDER = "agencies"
_FRESH = "buku_kerja"
_TOKEN = re.compile(r"\{(?:" + "|".join(UNIT_TOKENS) + r")\}")


def fresh_words() -> Mapping[str, Any]:
    """What a fresh workbook begins with and shows as examples: those of the default agency."""
    words: Mapping[str, Any] = shipped(f"{_FOLDER}/{DEFAULT}")[_FRESH]
    return words


def shipped_names() -> tuple[str, ...]:
    """The names of the agencies whose words ship with the program."""
    return tuple(sorted(path.stem for path in (FOLDER / _FOLDER).glob("*.toml")))


@cache
def shipped_agency(name: str) -> Agency:
    """An agency whose words ship with the program, by one of `shipped_names`."""
    return _agency(shipped(f"{_FOLDER}/{name}"))


def own_agency(path: Path) -> Agency:
    """The agency of an office's own file. Raises DataFileError when anything in it is wrong."""
    return _agency(read_toml(path))


def _agency(table: Mapping[str, Any]) -> Agency:
    keys = {field.name for field in fields(Agency)} | {_FRESH}
    for key in table:
        if key not in keys:
            raise DataFileError(f"memuat kunci yang tidak dikenal, {key}")
    return Agency(
        tanpa_nip=_texts(table, "tanpa_nip"),
        unit_penyalin=_unit(table, "unit_penyalin"),
        singkatan_keputusan=_abbreviation(table, "singkatan_keputusan"),
        kata_tim_zi=_some(table, "kata_tim_zi"),
        kewajiban=read_duties(table, "kewajiban"),
    )


def _unit(table: Mapping[str, Any], key: str) -> str:
    text = _text(table, key)
    if re.search(r"[{}]", _TOKEN.sub("", text)):
        tokens = " dan ".join(f"{{{token}}}" for token in UNIT_TOKENS)
        raise DataFileError(f"memuat penanda selain {tokens} pada {key}")
    return text


def _abbreviation(table: Mapping[str, Any], key: str) -> str:
    text = _text(table, key)
    # It becomes a part of file names.
    if not re.fullmatch(r"[A-Za-z0-9]{1,20}", text):
        raise DataFileError(f"memuat {key} yang tidak terdiri atas huruf dan angka saja")
    return text


def _some(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts = _texts(table, key)
    # No word at all would be in every title.
    if not texts:
        raise DataFileError(f"tidak menyebut satu kata pun pada {key}")
    return texts


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = _value(table, key)
    if not isinstance(values, list):
        raise DataFileError(f"memuat {key} yang bukan senarai teks di dalam tanda kurung siku")
    return tuple(_line(value, key) for value in values)


def _text(table: Mapping[str, Any], key: str) -> str:
    return _line(_value(table, key), key)


def _value(table: Mapping[str, Any], key: str) -> object:
    if key not in table:
        raise DataFileError(f"tidak memuat kunci {key}")
    return table[key]


def _line(value: object, key: str) -> str:
    """A text of one line. What cannot be printed is refused: Word cannot hold it."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise DataFileError(f"memuat {key} yang bukan teks satu baris di antara tanda petik")
    return value.strip()
