"""The schema as a Markdown reference, for `docs/panduan-rujukan.md`."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.plan_sheets import month_key
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

_FIRST_HEADER = {Layout.TABLE: "Kolom", Layout.PAIRS: "Isian", Layout.LISTS: "Daftar"}


def sheet_reference() -> str:
    """Every sheet with its columns: meaning, kind, required or not, allowed values."""
    return "\n".join(line for sheet in SHEETS if sheet.columns for line in _sheet_section(sheet))


def _sheet_section(sheet: Sheet) -> Iterator[str]:
    yield f"### {sheet.title}\n"
    yield f"{sheet.help}\n"
    yield f"| {_FIRST_HEADER[sheet.layout]} | Jenis | Wajib | Keterangan |"
    yield "| --- | --- | --- | --- |"
    for column in sheet.columns:
        if not _is_later_month(column):
            yield _column_line(column)
    yield ""


def _is_later_month(column: Column) -> bool:
    # The twelve months share a single line: they differ in the name only.
    return column.kind is Kind.MARK and column.key != month_key(1)


def _column_line(column: Column) -> str:
    header, text = column.header, _meaning(column)
    if column.kind is Kind.MARK:
        header, text = "1 … 12", "Tanda √ pada bulan pelaksanaan, Januari sampai dengan Desember."
    required = "ya" if column.required else "–"
    return f"| {_escaped(header)} | {column.kind.value} | {required} | {_escaped(text)} |"


def _meaning(column: Column) -> str:
    parts = [column.help]
    if column.choices:
        label = "Pilihan" if column.kind is Kind.CHOICE else "Isi awal"
        parts.append(f"{label}: {', '.join(f'`{choice}`' for choice in column.choices)}.")
    if column.list_name:
        parts.append(f"Pilihan: daftar {column.list_name} di lembar Referensi.")
    if column.refers:
        parts.append(f"Mengacu ke {' atau '.join(_target_name(key) for key in column.refers)}.")
    if column.default:
        parts.append(f"Bila kosong: `{column.default}`.")
    if column.example:
        parts.append(f"Contoh: `{column.example}`.")
    return " ".join(parts)


def _target_name(key: str) -> str:
    return f"lembar {BY_KEY[key].title}" if key in BY_KEY else f"daftar {key}"


def _escaped(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
