"""Starting texts of a new workbook as rows: office, posts without names, decrees, model plan.

The texts stand in `zi_docs/data`; seats name posts by the part they play, so that the texts are
the same for every agency.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zi_docs.data import UNWRITTEN, shipped
from zi_docs.data.lke_components import component_of_code
from zi_docs.data.office_kinds import DEFAULT_KIND, NewOffice, OfficeKind, office_kind, seat_of
from zi_docs.text import RichText
from zi_docs.workbook.sheets.plan_sheets import month_key
from zi_docs.workbook.writing.cell_values import CellValue, Values
from zi_docs.workbook.writing.starting_decrees import (
    CostClause,
    DecreeAuthors,
    decree_rows,
    listed,
    other_decrees,
    plan_decree,
)

Table = Mapping[str, Any]


def starting_rows(
    office: NewOffice | None = None, cost: CostClause = CostClause.BUDGET
) -> dict[str, Sequence[Values]]:
    """Rows by sheet and column key for an office; by default of no name, in a Kabupaten.

    The model plan has a row for each item of the evaluation (LKE). Officials have no names.
    """
    office = office or NewOffice(office_kind(DEFAULT_KIND))
    kind = office.kind
    authors = DecreeAuthors(kind.words, kind.words["pimpinan"][0], kind.penyalin, kind.pemaraf)
    return {
        "instansi": [_identity(office)],
        "pejabat": [_official(post, office.names) for post in kind.words["pejabat"]],
        **decree_rows((plan_decree(), *other_decrees()), authors, cost),
        "rencana_aksi": list(_model_plan(kind)),
    }


def _identity(office: NewOffice) -> Values:
    """The pairs of the sheet Instansi, as far as they are known."""
    common: Table = shipped("offices")["instansi"]
    known: dict[str, Any] = {
        **common,
        "rapat_undangan": tuple(common["rapat_undangan"]),
        "tahun": office.tahun,
        "kedudukan": office.kedudukan,
    }
    if office.name is not None:
        region = office.name.wilayah
        known |= {
            "lembaga": office.name.lembaga,
            "singkatan": office.name.singkatan,
            "tingkat": office.kind.tingkat,
            "wilayah": region,
            "provinsi": region if office.kind.tingkat == "Provinsi" else None,
            # A named office can make its first decree: it leaves room for what is not known.
            "kedudukan": office.kedudukan or seat_of(office.kind, region) or UNWRITTEN,
        }
    return {key: value for key, value in known.items() if value}


def _official(post: Table, names: Mapping[str, str]) -> Values:
    """A row of the sheet Pejabat; the name is known of few."""
    name = names.get(post["id"])
    return {**post, "nama": name} if name else post


def _model_plan(kind: OfficeKind) -> Iterator[Values]:
    """The rows of the sheet Rencana Aksi, numbered from RA-001."""
    rows: Sequence[Table] = shipped("model_plan")["baris"]
    for number, row in enumerate(rows, start=1):
        yield {"id": f"RA-{number:03d}", **model_row(row), "pic": kind.pic[row["pic"]]}


def model_row(row: Table) -> dict[str, CellValue]:
    """A row of the model plan as the sheet Rencana Aksi has it, without ID and PIC.

    Raises ValueError for a row whose code names no component.
    """
    component = component_of_code(row["lke"])
    if component is None or not component.name:
        raise ValueError(f"{row['lke']} names no component of the LKE")
    return {
        "area": component.area,
        "komponen": RichText.of(component.name, italic=component.foreign),
        "indikator": RichText.of(row["indikator"]),
        "langkah_aksi": RichText.of(row["langkah"]),
        "bukti": RichText.of(listed(row["bukti"]) if len(row["bukti"]) > 1 else row["bukti"][0]),
        **{month_key(month): True for month in row["bulan"]},
        "target": row["target"],
        "lke": row["lke"],
    }
