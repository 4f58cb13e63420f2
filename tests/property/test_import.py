"""Any foreign table: rows of which nothing is lost, or findings; never anything else."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases.foreign import HEAD, ROW, lost
from tests.property.examples import tried
from tests.property.small_books import Rows, workbook
from zi_docs.importing.importer import ImportedPlan, import_plan

OTHERS = [
    "Area Perubahan", "Bukti Dukung", "Target", "PIC", "Jan", "Feb", "Mar", "TW I", "TW II",
    "Semester 1", "Waktu Pelaksanaan", "Keterangan", "2026", "Triwulan", "B03", "Kriteria",
]  # fmt: skip
WORDS = st.sampled_from(
    [*map(str, ROW), "", "√", "v", "x", "100%", "Januari - Maret", "TW I dan III", "setiap bulan",
     "s.d. Juni", "II. PENATAAN TATA LAKSANA", "1.", "a. satu\nb. dua", "=1+1", "{{ x }}",
     "\u202ebalik", "-", "...", "kata " * 200, "2026", "Desember 2025", "minggu ke-2",
     5000 * "9", f"TW {5000 * '9'}", f"Minggu ke-{5000 * '9'}", "²", "bulan ke-13"]
)  # fmt: skip
CELLS = st.one_of(
    st.none(), WORDS, WORDS, st.text(max_size=12), st.integers(-3, 40), st.floats(0, 1)
)


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Lines above, a header of names in any order, rows as wide or not."""
    others = draw(st.lists(st.sampled_from(OTHERS), max_size=5))
    head = [*draw(st.permutations(HEAD)), *others]
    head = head[draw(st.integers(0, 9)) :] if draw(st.integers(0, 4)) == 0 else head
    above = draw(st.lists(st.lists(CELLS, max_size=3), max_size=3))
    rows = draw(st.lists(st.one_of(_row(head), st.lists(CELLS, max_size=8)), max_size=8))
    return [*above, head, *rows]


def _row(head: list[str]) -> st.SearchStrategy[list[object]]:
    """A row with most of what its columns ask for."""
    known = dict(zip(HEAD, ROW, strict=True))
    cells = [st.one_of(st.just(known.get(name)), st.just(known.get(name)), CELLS) for name in head]
    return st.tuples(*cells).map(list)


def imported(name: str, content: bytes) -> ImportedPlan:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        return import_plan(path)


def is_accounted_for(plan: ImportedPlan) -> None:
    assert plan.rows or plan.findings
    assert all(finding.place.file for finding in plan.findings)
    assert lost(plan) == []
    assert not [finding for finding in plan.findings if finding.code == "IMP-TERTINGGAL"]


# A row that only goes on with the one above, by a mark of a month.
GOES_ON: Rows = [
    ["Output", "No", "Jan", "Area Perubahan", "Area Perubahan"],
    *[["SK Tim", 1, None, None, None]] * 6,
    [None, 1, "v", None, None],
]


@tried(60)
@given(
    st.dictionaries(
        st.text("abc \u00e9/", min_size=1, max_size=8), tables(), min_size=1, max_size=2
    )
)
@example({"a": GOES_ON})
def test_every_cell_of_a_workbook_is_accounted_for(sheets: dict[str, Rows]) -> None:
    is_accounted_for(imported("rencana.xlsx", workbook(sheets)))


@tried(60)
@given(
    tables(), st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])
)
def test_every_cell_of_a_text_file_is_accounted_for(
    table: Rows, delimiter: str, encoding: str
) -> None:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    is_accounted_for(imported("rencana.csv", text.getvalue().encode(encoding, errors="replace")))


@tried(100)
@given(
    st.binary(max_size=400), st.sampled_from(["r.csv", "r.xlsx", "r.xls", "r.ods", "r.txt", "r"])
)
def test_any_bytes_are_rows_or_findings(content: bytes, name: str) -> None:
    plan = imported(name, content)
    assert plan.rows or plan.findings
