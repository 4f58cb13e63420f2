"""Starting texts of a new workbook as rows: office, posts without names, regulations, decrees.

The texts stand in `zi_docs/data`; seats name posts by the part they play, so that the texts are
the same for every agency.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.known_regulations import regulation_rows
from zi_docs.data.lke_components import component_of_code
from zi_docs.data.office_kinds import (
    DEFAULT_KIND,
    UNKNOWN,
    NewOffice,
    OfficeKind,
    office_kind,
    seat_of,
)
from zi_docs.text import RichText
from zi_docs.workbook.sheets.plan_sheets import month_key
from zi_docs.workbook.writing.cell_values import CellValue, Values

Table = Mapping[str, Any]


def starting_rows(office: NewOffice | None = None) -> dict[str, Sequence[Values]]:
    """Rows by sheet and column key for an office; by default of no name, in a Kabupaten.

    The model plan has a row for each item of the evaluation (LKE). Officials have no names.
    """
    office = office or NewOffice(office_kind(DEFAULT_KIND))
    texts, kind = shipped("team_decrees"), office.kind
    plan_decree, common = shipped("plan_decree"), texts["bersama"]
    decrees: Sequence[Table] = texts["keputusan"]
    others: Sequence[Table] = shipped("sheet_decrees")["keputusan"]
    return {
        "instansi": [_identity(office)],
        "pejabat": [_official(post, office.names) for post in kind.words["pejabat"]],
        "peraturan": regulation_rows(_cited((plan_decree, *decrees, *others))),
        "keputusan": [
            _decree(plan_decree, "Rencana Aksi", plan_decree["catatan"], kind),
            *(_decree(decree, "Tim", common["catatan"], kind) for decree in decrees),
            *(_decree(decree, decree["jenis"], common["catatan"], kind) for decree in others),
        ],
        "konsiderans": [
            row for decree in (plan_decree, *decrees, *others) for row in _body(decree, common)
        ],
        "narasi": [_passage(plan_decree, passage) for passage in plan_decree["narasi"]],
        "rencana_aksi": list(_model_plan(kind)),
        "tim": [row for decree in decrees for row in _team(decree, kind.words)],
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
            "kedudukan": office.kedudukan or seat_of(office.kind, region) or UNKNOWN,
        }
    return {key: value for key, value in known.items() if value}


def _official(post: Table, names: Mapping[str, str]) -> Values:
    """A row of the sheet Pejabat; the name is known of few."""
    name = names.get(post["id"])
    return {**post, "nama": name} if name else post


def _cited(decrees: Sequence[Table]) -> Iterator[str]:
    """The IDs of the regulations that decrees cite."""
    for decree in decrees:
        yield from (*decree["mengingat"], *decree.get("memperhatikan", ()))
        yield from (p["peraturan"] for p in decree.get("narasi", ()) if "peraturan" in p)


def _decree(decree: Table, jenis: str, note: str, kind: OfficeKind) -> Values:
    """The row of the sheet Keputusan: without number and date, signed by who leads the office."""
    return {
        "id": decree["id"],
        "jenis": jenis,
        "judul": decree["judul"],
        "penanda_tangan": kind.words["pimpinan"][0],
        "penyalin": kind.penyalin,
        "pemaraf": kind.pemaraf,
        "subjek": decree.get("subjek"),
        "catatan": note,
    }


def _body(decree: Table, common: Table) -> Iterator[Values]:
    """The rows of the sheet Konsiderans; what closes Menimbang and Diktum is common to all."""
    closing = f"{common['menimbang_terakhir']} {decree['judul']}"
    for text in (*decree["menimbang"], closing):
        yield _item(decree, "Menimbang", isi=RichText.of(text))
    for regulation in decree["mengingat"]:
        yield _item(decree, "Mengingat", peraturan=regulation)
    for regulation in decree.get("memperhatikan", ()):
        yield _item(decree, "Memperhatikan", peraturan=regulation)
    for dictum in decree["diktum"]:
        listed = f"\n{_listed(dictum['butir'])}" if "butir" in dictum else ""
        yield _item(decree, "Diktum", isi=RichText.of(dictum["isi"] + listed))
    for text in common["diktum_terakhir"]:
        yield _item(decree, "Diktum", isi=RichText.of(text))


def _item(decree: Table, part: str, **more: RichText | str) -> Values:
    return {"keputusan": decree["id"], "bagian": part, **more}


def _passage(decree: Table, passage: Table) -> Values:
    """A row of the sheet Narasi: its text, or the regulation that it cites."""
    words: Values = (
        {"isi": RichText.of(passage["isi"])}
        if "isi" in passage
        else {"peraturan": passage["peraturan"]}
    )
    return {"keputusan": decree["id"], "tingkat": passage["tingkat"], **words}


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
        "bukti": RichText.of(_listed(row["bukti"]) if len(row["bukti"]) > 1 else row["bukti"][0]),
        **{month_key(month): True for month in row["bulan"]},
        "target": row["target"],
        "lke": row["lke"],
    }


def _team(decree: Table, words: Table) -> Iterator[Values]:
    """The rows of the sheet Tim; of equal seats the first lists the tasks."""
    for seat in decree["tim"]:
        shared = {"keputusan": decree["id"], "kelompok": seat.get("kelompok")}
        for number, holder in enumerate(_holders(seat, words)):
            tasks = seat.get("tugas", ()) if number == 0 else ()
            yield {
                **shared,
                "kedudukan": seat["kedudukan"],
                **holder,
                "tugas": RichText.of(_listed(tasks)) if tasks else None,
            }


def _holders(seat: Table, words: Table) -> list[Values]:
    """Who holds the seats of an entry: officials by their IDs, or posts without a name yet."""
    if "pejabat" in seat:
        named = words[seat["pejabat"]]
        return [{"pejabat": key} for key in ([named] if isinstance(named, str) else named)]
    return [{"jabatan": words[seat["jabatan"]]}] * seat.get("jumlah", 1)


def _listed(items: Sequence[str]) -> str:
    """Items of a list as a cell holds them, closed by semicolons and a full stop."""
    return "\n".join(f"- {item};" for item in items[:-1]) + f"\n- {items[-1]}."
