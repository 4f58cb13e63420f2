"""Tokens in cell text (`{instansi}`, `{tahun}`), filled from the sheet Instansi.

They are replaced as text and never evaluated. A token in capitals gives capitals. Longer stories
stay right when an office, a level or a year changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, error, warning
from zi_docs.model import Office
from zi_docs.text import RichText
from zi_docs.workbook.reading.cells import Typed
from zi_docs.workbook.reading.parse import Row
from zi_docs.workbook.reading.spelling import suggestion
from zi_docs.workbook.sheets.schema import Kind, Sheet

_TOKEN = re.compile(r"\{([A-Za-z][A-Za-z-]*)\}")
_LATER = "huruf-sebelumnya"
_FILLED_KINDS = (Kind.TEXT, Kind.RICH)


@dataclass(frozen=True)
class Token:
    """What a token stands for: its value for an office, and its meaning in words."""

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
LATER_TOKENS: Mapping[str, str] = {
    _LATER: "pada Konsiderans: semua huruf sebelum butir ini, seperti huruf a dan huruf b",
}


def fill_rows(sheet: Sheet, rows: list[Row], office: Office) -> tuple[list[Row], list[Finding]]:
    """Fill the tokens in every text of the rows; findings on tokens that mean nothing."""
    texts = {name: token.value(office) for name, token in TOKENS.items()}
    filled: list[Row] = []
    findings: list[Finding] = []
    for row in rows:
        values = dict(row.values)
        for column in sheet.columns:
            value = values.get(column.key)
            if column.kind in _FILLED_KINDS and isinstance(value, str | RichText):
                values[column.key] = _filled(value, texts)
                findings += _left_over(values[column.key], texts, row, column.key)
        filled.append(replace(row, values=values))
    return filled, findings


def _filled(value: str | RichText, texts: Mapping[str, str]) -> str | RichText:
    def fill(text: str) -> str:
        return _TOKEN.sub(lambda found: _text_of(found, texts), text)

    return fill(value) if isinstance(value, str) else value.map_text(fill)


def _text_of(found: re.Match[str], texts: Mapping[str, str]) -> str:
    name = found[1]
    text = texts.get(name.casefold())
    if not text:
        return found[0]
    return text.upper() if name.isupper() else text


def _left_over(value: Typed, texts: Mapping[str, str], row: Row, key: str) -> list[Finding]:
    place = row.origin.at(key)
    findings = []
    for name in _TOKEN.findall(str(value)):
        low = name.casefold()
        if low == _LATER:
            continue
        if low not in texts:
            hint = suggestion(name, TOKENS)
            message = f"Penanda {{{name}}} tidak dikenal dan dicetak apa adanya.{hint}"
            findings.append(warning("WB-PENANDA", message, place))
        elif texts[low]:
            message = (
                f"Penanda {{{name}}} terbagi oleh huruf miring atau tebal sehingga tidak diganti. "
                "Samakan format seluruh penanda itu."
            )
            findings.append(error("WB-PENANDA-TERBAGI", message, place))
        else:
            message = (
                f"Penanda {{{name}}} tidak dapat diganti karena isiannya pada lembar Instansi "
                "kosong. Isilah, atau hapus penandanya."
            )
            findings.append(error("WB-PENANDA-KOSONG", message, place))
    return findings
