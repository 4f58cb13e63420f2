"""Tokens in cell text (`{instansi}`, `{tahun}`), filled from the sheet Instansi.

They are replaced as text and never evaluated. A token in capitals gives capitals. With tokens, a
text stays correct when the office, its level or the year changes; `{penetap}`, in the rows of a
decree, when another official signs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Office
from zi_docs.text import RichText
from zi_docs.wording.nearest_names import suggestion
from zi_docs.workbook.reading.cells import TypedValue
from zi_docs.workbook.reading.parse import TypedRow
from zi_docs.workbook.sheets.schema import Kind, Sheet

_TOKEN = re.compile(r"\{([A-Za-z][A-Za-z-]*)\}")
# What is said of an unknown token that resembles none.
_REMOVE = " Hapuslah kurung kurawalnya bila memang bukan penanda."
_PRECEDING_LETTERS = "huruf-sebelumnya"
_AUTHOR = "penetap"
_FILLED_KINDS = (Kind.TEXT, Kind.RICH)


@dataclass(frozen=True)
class Token:
    """A token: how to get its value from the office, and what it means, in words."""

    value: Callable[[Office], str]
    meaning: str


TOKENS: Mapping[str, Token] = {
    "instansi": Token(lambda o: o.name, "nama lengkap kantor dengan wilayahnya"),
    "instansi-singkat": Token(lambda o: o.short_name, "singkatan lembaga dengan wilayahnya"),
    "lembaga": Token(lambda o: o.lembaga, "nama lembaga tanpa wilayah"),
    "wilayah": Token(lambda o: o.region, "tingkat dan nama wilayah"),
    "nama-wilayah": Token(lambda o: o.wilayah, "nama wilayah tanpa tingkatnya"),
    "tahun": Token(lambda o: str(o.tahun), "tahun rencana aksi"),
    "tahun-lalu": Token(lambda o: str(o.tahun - 1), "tahun sebelumnya"),
    "tahun-depan": Token(lambda o: str(o.tahun + 1), "tahun berikutnya"),
    "predikat": Token(lambda o: o.predikat, "predikat sasaran"),
}
# Filled in the rows that name a decree, by what is known of it.
DECREE_TOKENS: Mapping[str, str] = {
    _AUTHOR: (
        "pada baris suatu keputusan: siapa yang menetapkannya menurut penanda tangannya, yaitu "
        "kantor atau jabatannya di kantor itu, seperti Sekretaris {instansi}"
    ),
}
# Filled only when the document is laid out.
DEFERRED_TOKENS: Mapping[str, str] = {
    _PRECEDING_LETTERS: (
        "pada Konsiderans: semua huruf sebelum butir ini, seperti huruf a dan huruf b"
    ),
}


def fill_tokens(
    sheet: Sheet, rows: list[TypedRow], office: Office, authors: Mapping[str, str] | None = None
) -> tuple[list[TypedRow], list[Finding]]:
    """Fill the tokens in every text of the rows; findings on tokens that could not be filled.

    `authors` tells by the ID of a decree, in small letters, who decrees it.
    """
    office_texts = {name: token.value(office) for name, token in TOKENS.items()}
    filled_rows: list[TypedRow] = []
    findings: list[Finding] = []
    for row in rows:
        texts = office_texts | {_AUTHOR: (authors or {}).get(_decree_of(sheet, row), "")}
        values = dict(row.values)
        for column in sheet.columns:
            value = values.get(column.key)
            if column.kind in _FILLED_KINDS and isinstance(value, str | RichText):
                values[column.key] = _fill_text(value, texts)
                findings += _unfilled_tokens(values[column.key], texts, row, column.key)
        filled_rows.append(replace(row, values=values))
    return filled_rows, findings


def _decree_of(sheet: Sheet, row: TypedRow) -> str:
    """The ID of the decree that a row is or names, in small letters; empty without any."""
    key = "id" if sheet.key == "keputusan" else "keputusan"
    return str(row.values.get(key, "")).strip().casefold()


def _fill_text(value: str | RichText, texts: Mapping[str, str]) -> str | RichText:
    def fill(text: str) -> str:
        return _TOKEN.sub(lambda match: _token_text(match, texts), text)

    return fill(value) if isinstance(value, str) else value.map_text(fill)


def _token_text(match: re.Match[str], texts: Mapping[str, str]) -> str:
    """The text of a token; the token itself when it is unknown or its entry is empty."""
    name = match[1]
    text = texts.get(name.casefold())
    if not text:
        return match[0]
    return text.upper() if name.isupper() else text


def _unfilled_tokens(
    value: TypedValue, texts: Mapping[str, str], row: TypedRow, key: str
) -> list[Finding]:
    place = row.origin.at(key)
    findings = []
    for name in _TOKEN.findall(str(value)):
        folded = name.casefold()
        if folded == _PRECEDING_LETTERS:
            continue
        if folded not in texts:
            hint = suggestion(name, (*TOKENS, *DECREE_TOKENS))
            message = f"Penanda {{{name}}} tidak dikenal dan dicetak apa adanya.{hint or _REMOVE}"
            findings.append(warning("WB-PENANDA", message, place))
        elif texts[folded]:
            message = (
                f"Penanda {{{name}}} terbagi oleh huruf miring atau tebal sehingga tidak diganti. "
                "Samakan format seluruh penanda itu."
            )
            findings.append(error("WB-PENANDA-TERBAGI", message, place))
        elif folded in DECREE_TOKENS:
            message = (
                f"Penanda {{{name}}} hanya dapat diganti pada baris yang menyebut keputusan dengan "
                "penanda tangannya. Isilah kolom itu, atau tuliskan namanya."
            )
            findings.append(error("WB-PENANDA-KOSONG", message, place))
        else:
            message = (
                f"Penanda {{{name}}} tidak dapat diganti karena isiannya pada lembar Instansi "
                "kosong. Isilah, atau hapus penandanya."
            )
            findings.append(error("WB-PENANDA-KOSONG", message, place))
    return findings
