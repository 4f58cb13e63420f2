"""XLSX -> raw sheets: sparse cells with their values, emphasis, number formats and addresses.

What a cell says depends on no style but its number format, and on no picture, comment or page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.settings import Settings
from zi_docs.text import whole_number
from zi_docs.workbook.reading.cell_formats import GENERAL, read_formats
from zi_docs.workbook.reading.cell_places import column_letters
from zi_docs.workbook.reading.merged_cells import spread_places
from zi_docs.workbook.reading.sheet_cells import (
    BookContext,
    CellFault,
    RawValue,
    ReadCell,
    SheetContent,
    linked_places,
    read_cells,
)
from zi_docs.workbook.reading.string_runs import SharedStrings
from zi_docs.workbook.reading.workbook_parts import (
    BrokenPartError,
    PartRelation,
    WorkbookParts,
    local_name,
)
from zi_docs.workbook.sheets.schema import SCHEMA_VERSION, VERSION_PROPERTY

__all__ = ["CellFault", "RawCell", "RawSheet", "RawValue", "custom_properties", "read_sheets"]

WORKBOOK = "xl/workbook.xml"
_PROPERTIES = "docProps/custom.xml"


@dataclass(frozen=True)
class RawCell:
    """A cell with content.

    `merged_from_left`: a merge brought the value here from a column further left;
    `merged_from_above`: from a row further up. `struck`: some of its words, or all, are struck out.
    `link` is the address that the cell leads to.
    """

    coordinate: str
    value: RawValue | CellFault
    number_format: str = GENERAL
    merged_from_left: bool = False
    merged_from_above: bool = False
    struck: bool = False
    link: str = ""


@dataclass(frozen=True)
class RawSheet:
    """A sheet: its title and its cells by (row, column), both counted from 1."""

    place: Place
    title: str
    cells: Mapping[tuple[int, int], RawCell]

    def rows(self) -> dict[int, dict[int, RawCell]]:
        """The cells by row and column, rows in order."""
        rows: dict[int, dict[int, RawCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        return rows


def read_sheets(
    content: bytes, place: Place, settings: Settings
) -> tuple[list[RawSheet], list[Finding]]:
    """Read all sheets of a workbook in which `check_package` found no error.

    A sheet that cannot be read is a finding, and the others are read. Raises BrokenPartError when
    the workbook does not say which sheets it has, zipfile.BadZipFile for what is no package.
    """
    sheets, findings = _sheets(content, settings)
    return (
        [replace(raw, place=replace(place, sheet=raw.title)) for raw in sheets],
        [replace(f, place=replace(f.place, file=place.file)) for f in findings],
    )


def custom_properties(content: bytes) -> dict[str, str]:
    """The properties that programs give a package, by name; none where they cannot be read."""
    return _properties(WorkbookParts(content))


# A state that was kept when the decree was signed is often, byte for byte, the workbook itself.
@lru_cache(maxsize=4)
def _sheets(content: bytes, settings: Settings) -> tuple[tuple[RawSheet, ...], tuple[Finding, ...]]:
    place = Place("")
    parts = WorkbookParts(content)
    book = parts.tree(WORKBOOK)
    relations, findings = _relations(parts, WORKBOOK, place)
    context, problems = _context(parts, book, relations, settings, place)
    findings += [*_check_schema_version(parts, place), *problems]
    sheets: list[RawSheet] = []
    for title, part in _listed(book, relations, parts):
        sheet_place = replace(place, sheet=title)
        raw, problems = _sheet(parts, title, part, context, sheet_place)
        findings += problems
        sheets.append(raw)
    if context.strings.broken is not None:
        findings.append(_broken_part(context.strings.broken, place))
    return tuple(sheets), tuple(findings)


def _relations(
    parts: WorkbookParts, part: str, place: Place
) -> tuple[dict[str, PartRelation], list[Finding]]:
    try:
        return parts.relations(part), []
    except BrokenPartError as problem:
        return {}, [_unread_part(problem.part, "tautan di lembarnya tidak terbaca", place)]


def _context(
    parts: WorkbookParts,
    book: Any,
    relations: Mapping[str, PartRelation],
    settings: Settings,
    place: Place,
) -> tuple[BookContext, list[Finding]]:
    kinds = {relation.kind: relation.target for relation in relations.values()}
    strings = kinds.get("sharedStrings", "xl/sharedStrings.xml")
    styles = kinds.get("styles", "xl/styles.xml")
    formats, readable = read_formats(parts, styles)
    properties = next((e for e in book if local_name(e) == "workbookPr"), None)
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    findings = [] if readable else [_unread_formats(styles, place)]
    texts = SharedStrings(parts, strings if strings in parts else None)
    return BookContext(texts, formats, from_1904, settings), findings


def _listed(
    book: Any, relations: Mapping[str, PartRelation], parts: WorkbookParts
) -> Iterator[tuple[str, str]]:
    """The titles of the sheets that have cells, with their parts; charts are none.

    Without relations, the sheets have the names that every program gives them.
    """
    sheets = [e for group in book if local_name(group) == "sheets" for e in group]
    for index, sheet in enumerate((e for e in sheets if local_name(e) == "sheet"), start=1):
        identity = next((v for key, v in sheet.attrib.items() if key.endswith("}id")), "")
        relation = relations.get(identity)
        part = relation.target if relation else f"xl/worksheets/sheet{index}.xml"
        if relation is None or relation.kind == "worksheet":
            yield sheet.get("name", f"Sheet{index}"), part


def _sheet(
    parts: WorkbookParts, title: str, part: str, context: BookContext, place: Place
) -> tuple[RawSheet, list[Finding]]:
    try:
        content = read_cells(parts.data(part), part, context)
    except BrokenPartError:
        return RawSheet(place, title, {}), [_broken_part(part, place)]
    findings = list(_check_content(content, part, context.settings, place))
    if content.links:
        relations, problems = _relations(parts, part, place)
        findings += problems
        addresses = {key: r.target for key, r in relations.items() if r.kind == "hyperlink"}
        for spot, address in linked_places(content, addresses):
            if spot in content.cells:
                content.cells[spot].link = address
    taken, too_large = spread_places(list(content.cells), content.merged, context.settings)
    if too_large:
        areas = ", ".join(map(str, too_large[:_NAMED_AREAS]))
        more = f", dan {len(too_large) - _NAMED_AREAS} lainnya" * (len(too_large) > _NAMED_AREAS)
        findings.append(_too_large(areas + more, place))
    cells = {spot: _raw_cell(spot, cell) for spot, cell in content.cells.items()}
    for spot, source in taken:
        first = content.cells[source]
        merged = {"from_left": spot[1] > source[1], "from_above": spot[0] > source[0]}
        cells[spot] = _raw_cell(spot, first, **merged)
    return RawSheet(place, title, cells), findings


def _raw_cell(
    spot: tuple[int, int], cell: ReadCell, *, from_left: bool = False, from_above: bool = False
) -> RawCell:
    return RawCell(
        f"{column_letters(spot[1])}{spot[0]}",
        cell.value,
        cell.format.code,
        from_left,
        from_above,
        cell.struck,
        cell.link,
    )


def _check_content(
    content: SheetContent, part: str, settings: Settings, place: Place
) -> Iterator[Finding]:
    if content.beyond:
        yield warning(
            "WB-BATAS",
            f"Hanya {settings.max_rows} baris dan {settings.max_columns} kolom pertama yang "
            f"dibaca; {content.beyond} sel di luar batas itu diabaikan. Pindahkan atau hapuslah "
            "isinya.",
            replace(place, cell=content.first_beyond),
        )
    if content.placeless:
        names = ", ".join(f"“{name[:20]}”" for name in content.placeless[:_NAMED_AREAS])
        yield error(
            "WB-SEL",
            f"{len(content.placeless)} sel tidak dibaca karena tempatnya tidak sah ({names}). "
            "Buka buku kerja di Excel, periksa lembar ini, lalu simpan ulang.",
            place,
        )
    if not content.whole:
        yield _unread_part(part, "sel-selnya terbaca, bagian sesudahnya tidak", place)


_NAMED_AREAS = 3


def _too_large(areas: str, place: Place) -> Finding:
    return warning(
        "WB-GABUNG",
        f"Gabungan sel {areas} jauh melampaui isi lembar; yang dibaca hanya baris yang berisi. "
        "Pisahkan sel itu (Unmerge Cells).",
        place,
    )


def _broken_part(part: str, place: Place) -> Finding:
    return error(
        "WB-RUSAK",
        f"Bagian {part} hilang atau rusak sehingga isinya tidak terbaca. Buka berkas di Excel, "
        "periksa, lalu simpan ulang; atau pakai salinan cadangannya.",
        place,
    )


def _unread_part(part: str, effect: str, place: Place) -> Finding:
    return note(
        "WB-BAGIAN",
        f"Bagian {part} rusak dan dilewati: {effect}. Simpan ulang berkasnya dari Excel.",
        place,
    )


def _unread_formats(part: str, place: Place) -> Finding:
    return warning(
        "WB-GAYA",
        f"Bagian {part} rusak, sehingga format angka tidak terbaca: tanggal, jam, dan persen "
        "mungkin tampil sebagai bilangan. Simpan ulang berkasnya dari Excel.",
        place,
    )


def _properties(parts: WorkbookParts) -> dict[str, str]:
    try:
        entries = parts.tree(_PROPERTIES) if _PROPERTIES in parts else ()
    except BrokenPartError:
        # They are a form's identity, which stands in its cells too.
        return {}
    return {
        entry.get("name", ""): "".join(entry.itertext()).strip()
        for entry in entries
        if local_name(entry) == "property"
    }


def _check_schema_version(parts: WorkbookParts, place: Place) -> Iterator[Finding]:
    version = whole_number(_properties(parts).get(VERSION_PROPERTY, ""))
    if version is not None and version > SCHEMA_VERSION:
        yield warning(
            "WB-SKEMA",
            "Buku kerja ini dibuat oleh program yang lebih baru; isian yang belum dikenal tidak "
            "dibaca. Perbarui programnya.",
            place,
        )
