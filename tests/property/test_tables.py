"""Any tables in: a plan, or findings that name their cells, and papers of all that is left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.cases.bare_books import brief
from tests.cases.revisions import SOURCE
from tests.property.examples import tried
from tests.property.small_books import Rows, workbook
from zi_docs.catalog import catalog, products_of
from zi_docs.cli.stopped_papers import parted, parted_topics
from zi_docs.findings import Finding, has_errors
from zi_docs.papers.sheets_read import Concern
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.status.checked_year import read_checked
from zi_docs.text import RichText
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.xlsx import RawCell
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

# Title, explanation and header of a sheet.
_HEAD = 3
TABLES = [sheet for sheet in SHEETS if sheet.layout is Layout.TABLE]
# IDs that the other sheets may know, so that some references lead somewhere.
IDS = [
    "renaksi",
    "sk-tim-kerja",
    "R-01",
    "r-01",
    "RA-001",
    "RA-002",
    "KETUA",
    "SEK",
    "KSB",
    "STAF-1",
]
# More digits than Python reads as a number.
_DIGITS = 5000 * "9"
NUMBERED = (
    _DIGITS, f"R-{_DIGITS}", f"-{_DIGITS}", f"{_DIGITS},5%", f"Nomor {_DIGITS} Tahun {_DIGITS}",
    f"{_DIGITS} Januari {_DIGITS}", f"1/1/{_DIGITS}", f"{_DIGITS}-01", f"{_DIGITS}.00",
    f"TW {_DIGITS}", f"Pasal {_DIGITS} ayat ({_DIGITS})", f"Bab {_DIGITS}", f"I.{_DIGITS}",
    "²³", "٣", "1e400",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(NUMBERED),
    st.sampled_from(
        ["{{ 7 * 7 }}", "{penetap}", "{instansi}", "{tahun", "<w:p/>", "=1+1", "- satu\n- dua",
         "a | b | 31-02-2026", "√", "x", "…", "...", "100%", "12", "Ketua", "31 Februari 2026",
         "09.00", "http://[::1", "I MANAJEMEN PERUBAHAN", "\u202ebalik", "kata " * 300]
    ),
    st.text(max_size=30),
)  # fmt: skip
NUMBERS = st.one_of(
    st.integers(-5, 60), st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 10**20)
)
ODD = st.one_of(
    st.none(), TEXTS, NUMBERS, st.booleans(), st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    st.times(), st.sampled_from(IDS),
)  # fmt: skip


def fitting(column: Column) -> st.SearchStrategy[object]:
    """Values that such a column may hold."""
    if column.choices:
        return st.sampled_from(column.choices)
    if column.kind in (Kind.ID, Kind.REF, Kind.REFS):
        return st.sampled_from(IDS)
    if column.kind in (Kind.INTEGER, Kind.NUMBER, Kind.PERCENT):
        return st.integers(0, 12)
    if column.kind is Kind.DATE:
        return st.dates(date(2026, 1, 1), date(2026, 12, 31))
    if column.kind is Kind.TIME:
        return st.times(time(7), time(17))
    if column.kind is Kind.MARK:
        return st.sampled_from(["√", None])
    if column.kind is Kind.FLAG:
        return st.sampled_from(["Ya", "Tidak"])
    return st.sampled_from([column.example or "Dokumen rapat tersedia", "Evaluasi pelaksanaan"])


@st.composite
def table(draw: st.DrawFn, sheet: Sheet) -> Rows:
    """A sheet: its title, a header in any order, rows that fit but for some odd cells."""
    columns = draw(st.permutations(sheet.columns))
    columns = columns[draw(st.integers(0, 1)) :] if draw(st.integers(0, 3)) == 0 else columns
    count = draw(st.integers(0, 4))
    ids = draw(st.permutations(IDS))
    rows = [
        [ids[at] if column.kind is Kind.ID else draw(fitting(column)) for column in columns]
        for at in range(count)
    ]
    for _ in range(draw(st.integers(0, 3)) if rows else 0):
        row = draw(st.sampled_from(rows))
        row[draw(st.integers(0, len(row) - 1))] = draw(ODD)
    return [[sheet.title], [], [column.header for column in columns], *rows]


@cache
def sound_tables() -> Mapping[str, Rows]:
    """The sheets of the real workbook, with few rows."""
    with TemporaryDirectory() as folder:
        sheets = read_book(brief(SOURCE, Path(folder, "zi-2026.xlsx")), DEFAULTS).sheets or []
    return {
        sheet.title: [
            [
                _plain(row[column]) if column in row else None
                for column in range(1, max(row, default=0) + 1)
            ]
            for number in range(1, max(sheet.rows()) + 1)
            for row in [sheet.rows().get(number, {})]
        ]
        for sheet in sheets
        if sheet.rows()
    }


def _plain(cell: RawCell) -> object:
    return cell.value.plain if isinstance(cell.value, RichText) else cell.value


@st.composite
def books(draw: st.DrawFn) -> dict[str, Rows]:
    """The sound sheets, over which some drawn ones are laid."""
    chosen = draw(st.lists(st.sampled_from(TABLES), min_size=1, max_size=3, unique_by=id))
    return {**sound_tables(), **{sheet.title: draw(table(sheet)) for sheet in chosen}}


@tried(6)
@given(books())
def test_any_tables_give_a_plan_or_findings_that_name_their_cells(book: dict[str, Rows]) -> None:
    is_told(book)


def is_told(book: Mapping[str, Rows]) -> None:
    """What is wrong has a place, and every paper that it does not stop can be put together."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "zi-2026.xlsx")
        path.write_bytes(workbook(book))
        checked = read_checked(path)
    findings = checked.with_entry_findings()
    for finding in findings:
        assert finding.place.file
        assert finding.message.strip()
        assert str(finding)
    if checked.year is None:
        assert has_errors(findings)
    else:
        composed(checked.year, findings)


@st.composite
def numbered_books(draw: st.DrawFn) -> dict[str, Rows]:
    """All sheets, one cell of each row odd; a sheet without sound rows has one for each column."""
    book: dict[str, Rows] = {}
    for sheet in TABLES:
        head, rows = sound_tables()[sheet.title][:_HEAD], sound_tables()[sheet.title][_HEAD:]
        drawn = ([draw(fitting(column)) for column in sheet.columns] for _ in sheet.columns)
        turn = draw(st.integers(0, 60))
        odd = [list(row) for row in (rows or drawn) if row]
        for at, row in enumerate(odd, start=turn):
            row[at % len(row)] = draw(st.sampled_from(NUMBERED))
        book[sheet.title] = [*head, *odd]
    return {**sound_tables(), **book}


@tried(1)
@given(numbered_books())
def test_every_column_bears_numbers_without_end(book: dict[str, Rows]) -> None:
    is_told(book)


def composed(year: Year, findings: tuple[Finding, ...]) -> None:
    """Every paper that no error stops can be put together."""
    errors = [finding for finding in findings if has_errors([finding])]
    concern = Concern.of(year.plan)
    topics, _ = parted_topics(catalog(year).about(), errors, concern)
    products, _ = parted(products_of(topics), errors, concern)
    for product in products:
        assert product.inputs().content or product.needs or product.targets


@tried(60)
@given(
    st.dictionaries(
        st.text(max_size=12), st.lists(st.lists(ODD, max_size=6), max_size=8), max_size=3
    )
)
def test_a_book_of_anything_is_told_what_it_lacks(book: dict[str, Rows]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "zi-2026.xlsx")
        path.write_bytes(workbook(book))
        checked = read_checked(path)
    assert checked.year is None
    assert has_errors(checked.findings)
