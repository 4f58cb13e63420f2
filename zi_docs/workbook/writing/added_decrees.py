"""Starting decrees added to the rows of a workbook that an office already works with.

Who decrees, copies and initials is taken from its own decrees; of seats in teams only those
officials are named that its sheet Pejabat has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_docs.data.agencies import fresh_words
from zi_docs.data.known_regulations import folded_kind
from zi_docs.data.office_kinds import election_body
from zi_docs.model.origin import folded_id
from zi_docs.workbook.writing.cell_values import CellValue, Values
from zi_docs.workbook.writing.rewrite import WorkbookRows
from zi_docs.workbook.writing.starting_decrees import (
    CostClause,
    DecreeAuthors,
    decree_rows,
    other_decrees,
)

_CITING = ("peraturan", "diubah")


def add_decrees(rows: WorkbookRows, keys: Sequence[str], cost: CostClause) -> None:
    """Add the starting decrees of these IDs to the rows of a workbook, in place.

    A regulation that the workbook has, under whatever ID, is cited by its ID there.
    """
    added = decree_rows(other_decrees(keys), _authors(rows), cost)
    known = _known_regulations(rows["peraturan"])
    names = {
        str(row["id"]): known[name]
        for row in added["peraturan"]
        if (name := _regulation_name(row)) in known
    }
    for sheet, new in added.items():
        rows[sheet] += [
            _renamed(row, names)
            for row in new
            if sheet != "peraturan" or str(row["id"]) not in names
        ]


def _authors(rows: WorkbookRows) -> DecreeAuthors:
    """Who decrees in this office: as in its last decree, else whoever leads it."""
    words = fresh_words()
    officials = {folded_id(str(row["id"])): str(row["id"]) for row in rows["pejabat"]}
    elections = election_body(str(rows["instansi"][0].get("lembaga", "")))
    last: Mapping[str, CellValue] = rows["keputusan"][-1] if rows["keputusan"] else {}
    leader = words["pimpinan"][0]
    first = officials.get(folded_id(leader)) or next(iter(officials.values()), leader)
    initials = last.get("pemaraf")
    return DecreeAuthors(
        # Elsewhere nobody knows what its staff is called: the seats are left to be filled in.
        words if elections else {**words, "kepala-unit": None, "pegawai": None},
        str(last.get("penanda_tangan") or first),
        str(last.get("penyalin") or ""),
        initials if isinstance(initials, tuple) else (),
        elections=elections,
        officials=frozenset(officials.values()),
    )


def _known_regulations(rows: Sequence[Values]) -> dict[tuple[str, str, str], str]:
    return {_regulation_name(row): str(row["id"]) for row in rows}


def _regulation_name(row: Values) -> tuple[str, str, str]:
    """Kind, number and year, by which a regulation is one and the same."""
    kind, number, year = (str(row.get(key, "")) for key in ("jenis", "nomor", "tahun"))
    return folded_kind(kind), number.strip().casefold(), year


def _renamed(row: Values, names: Mapping[str, str]) -> dict[str, CellValue]:
    """A row that cites regulations by the IDs of the workbook."""
    return {
        key: names.get(str(value), value) if key in _CITING else value for key, value in row.items()
    }
