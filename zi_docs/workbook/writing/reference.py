"""The schema as a Markdown reference, for `docs/panduan.md`."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.plan_sheets import month_key
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

_HEADS = {Layout.TABLE: "Kolom", Layout.PAIRS: "Isian", Layout.LISTS: "Daftar"}


def sheet_reference() -> str:
    """Every sheet with its columns: meaning, kind, required or not, what may stand there."""
    return "\n".join(line for sheet in SHEETS if sheet.columns for line in _section(sheet))


def _section(sheet: Sheet) -> Iterator[str]:
    yield f"### {sheet.title}\n"
    yield f"{sheet.help}\n"
    yield f"| {_HEADS[sheet.layout]} | Jenis | Wajib | Keterangan |"
    yield "| --- | --- | --- | --- |"
    for column in sheet.columns:
        if not _is_later_month(column):
            yield _line(column)
    yield ""


def _is_later_month(column: Column) -> bool:
    # The twelve months are one line: they differ in the name only.
    return column.kind is Kind.MARK and column.key != month_key(1)


def _line(column: Column) -> str:
    header, text = column.header, _meaning(column)
    if column.kind is Kind.MARK:
        header, text = "1 … 12", "Tanda √ pada bulan pelaksanaan, Januari sampai dengan Desember."
    need = "ya" if column.required else "–"
    return f"| {_cell(header)} | {column.kind.value} | {need} | {_cell(text)} |"


def _meaning(column: Column) -> str:
    parts = [column.help]
    if column.choices:
        what = "Pilihan" if column.kind is Kind.CHOICE else "Isi awal"
        parts.append(f"{what}: {', '.join(f'`{choice}`' for choice in column.choices)}.")
    if column.list_name:
        parts.append(f"Pilihan: daftar {column.list_name} di lembar Referensi.")
    if column.refers:
        parts.append(f"Mengacu ke {' atau '.join(_target(key) for key in column.refers)}.")
    if column.default:
        parts.append(f"Bila kosong: `{column.default}`.")
    if column.example:
        parts.append(f"Contoh: `{column.example}`.")
    return " ".join(parts)


def _target(key: str) -> str:
    return f"lembar {BY_KEY[key].title}" if key in BY_KEY else f"daftar {key}"


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
