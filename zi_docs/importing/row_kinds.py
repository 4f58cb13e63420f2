"""What a row below a header is: an action, a heading, a sum, a part of the footing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from zi_docs.importing.area_words import is_lke_heading, names_area
from zi_docs.importing.foreign_columns import ForeignHeader
from zi_docs.importing.header_rows import is_column_numbering, own_texts
from zi_docs.importing.source_sheet import SourceSheet, is_dash

_SUM = re.compile(r"(?:sub\s*|grand\s*)?(?:jumlah|total|rata-rata|rerata)\b", re.I)
_NUMERIC = re.compile(r"[\d.,%\s()√-]+")
_LABEL = re.compile(r"\(?(?:[A-Z]|[ivxIVX]+|[a-z]|\d+(?:\.\d+)*)\s*[.)]?", re.I)
_FOOTING = re.compile(
    r".*\bNIP\b.*|(?:mengetahui|menyetujui|disetujui|ditetapkan|disahkan|dibuat|ttd|tertanda)\b.*"
    r"|(?:plt\.?|plh\.?|a\.n\.|an\.)?\s*(?:kepala|ketua|sekretaris|panitera|kasubbag|direktur)\b.*,"
    r"|(?:keterangan|catatan|sumber|ket|nb|note)\.?\s*:.*|\*+\s?\)?\s*\w.{3,}"
    r"|[A-Z][\w .]{2,40},\s*(?:\d{1,2}|[.…_\s]+)\s+[A-Za-z.…]+\s*(?:20[\d.…]{0,2})?",
    re.I | re.S,
)
_COMPONENT = re.compile(r"(?:sub\s*)?komponen\s*(?:[ivx\d]+\s*)?[.:)]", re.I)
_BAND_KEYS = {"area", "area_no", "komponen", "kode", "lke"}
# A signature takes a cell or two of its row; what fills more is an action, whatever it says.
_FOOTING_CELLS = 2
_STRONG = ("langkah_aksi", "indikator", "bukti", "komponen", "waktu", "pic")


class RowKind(Enum):
    """The kinds of rows below a header."""

    ACTION = auto()
    BAND = auto()
    AREA = auto()
    COMPONENT = auto()
    LKE = auto()
    MORE = auto()
    SUM = auto()
    NUMBERING = auto()
    FOOTING = auto()
    BLANK = auto()


@dataclass(frozen=True)
class RowView:
    """A row for judging: the texts that it has itself, dashes and numbers of rows left out."""

    number: int
    texts: Mapping[int, str]
    all_texts: Mapping[int, str]


def view(sheet: SourceSheet, header: ForeignHeader, number: int) -> RowView:
    """A row of a sheet below a header."""
    own = own_texts(sheet, number)
    counted = header.first("nomor")
    texts = {
        column: text
        for column, text in own.items()
        if not is_dash(text) and not (column == counted and _is_count(text))
    }
    return RowView(number, texts, own)


def _is_count(text: str) -> bool:
    return bool(_LABEL.fullmatch(text) or _NUMERIC.fullmatch(text))


def _is_footing(row: RowView) -> bool:
    few = len(row.texts) <= _FOOTING_CELLS
    return few and any(_FOOTING.fullmatch(text.strip()) for text in row.texts.values())


def row_kind(sheet: SourceSheet, header: ForeignHeader, row: RowView) -> RowKind:
    """What a row is; the footing is judged apart, by `footing_start`."""
    if not row.texts:
        # Only its number, or only what merged cells above bring: no row of its own.
        return RowKind.BLANK
    texts = list(row.all_texts.values())
    if is_column_numbering(texts):
        return RowKind.NUMBERING
    if _SUM.match(texts[0]) and all(_NUMERIC.fullmatch(text) for text in texts[1:]):
        return RowKind.SUM
    heading = _heading(sheet, header, row)
    if heading:
        return heading
    banded = all(_key(header, column) in _BAND_KEYS for column in row.texts)
    return RowKind.BAND if banded else RowKind.ACTION


def _heading(sheet: SourceSheet, header: ForeignHeader, row: RowView) -> RowKind | None:
    """The kind of a row with one text, apart from a label before it and numbers after it."""
    worded = {c: t for c, t in row.texts.items() if not _NUMERIC.fullmatch(t)}
    column = max(worded, key=lambda at: len(worded[at]), default=0)
    others = [at for at in worded if at != column]
    labelled = all(at < column and _LABEL.fullmatch(worded[at]) for at in others)
    if not column or not labelled:
        return None
    text, key = worded[column], _key(header, column)
    wide = sheet.dress.widths.get((row.number, column), 1) >= 3
    if is_lke_heading(text):
        return RowKind.LKE
    acting = key in ("langkah_aksi", "bukti")
    if names_area(text) and (wide or not acting or not header.first("area")):
        return RowKind.AREA
    if (
        wide
        or _COMPONENT.match(text)
        or key == "komponen"
        or (key == "indikator" and not header.first("komponen"))
    ):
        return RowKind.COMPONENT if len(row.texts) == len(worded) or wide else None
    return _of_lone_text(header, row, key)


def _of_lone_text(header: ForeignHeader, row: RowView, key: str) -> RowKind | None:
    if key in ("langkah_aksi", "indikator") or len(row.texts) > 1:
        return None
    if key in _BAND_KEYS:
        return RowKind.BAND
    return RowKind.COMPONENT if key == "nomor" else RowKind.MORE


def footing_start(
    sheet: SourceSheet, header: ForeignHeader, rows: Mapping[int, RowView]
) -> int | None:
    """The first row of what stands below a table: sums, places and dates, signatures, legends."""
    strong = [number for number, row in rows.items() if _is_strong(header, row)]
    last_strong = max(strong, default=header.rows.last)
    before = last_strong
    for number in sorted(number for number in rows if number > last_strong):
        row = rows[number]
        gap = number > before + 1
        if row.texts and (gap or _is_footing(row) or row_kind(sheet, header, row) is RowKind.SUM):
            return number
        before = number
    return None


def _is_strong(header: ForeignHeader, row: RowView) -> bool:
    keys = {_key(header, column) for column in row.texts}
    named = [key for key in _STRONG if key in keys]
    worded = any(not _NUMERIC.fullmatch(text) for text in row.texts.values())
    acts = len(named) >= 2 and bool(keys & {"langkah_aksi", "indikator", "bukti"})
    return worded and not _is_footing(row) and (acts or "penilaian" in keys)


def _key(header: ForeignHeader, column: int) -> str:
    known = header.columns.get(column)
    return known.key if known else ""
