"""Starting texts of a new workbook as rows: posts without names, regulations, team decrees.

The texts stand in `zi_docs/data`; seats name posts by the part they play, so that the texts are
the same for every agency.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.agencies import fresh_words
from zi_docs.text import RichText
from zi_docs.workbook.writing.cell_values import Values

Table = Mapping[str, Any]


def starting_rows() -> dict[str, Sequence[Values]]:
    """Rows by sheet and column key: officials without names, regulations, decrees, teams."""
    texts, words = shipped("team_decrees"), fresh_words()
    decrees: Sequence[Table] = texts["keputusan"]
    return {
        "pejabat": words["pejabat"],
        "peraturan": shipped("regulations")["peraturan"],
        "keputusan": [_decree(decree, texts["bersama"], words) for decree in decrees],
        "konsiderans": [row for decree in decrees for row in _body(decree, texts["bersama"])],
        "tim": [row for decree in decrees for row in _team(decree, words)],
    }


def _decree(decree: Table, common: Table, words: Table) -> Values:
    """The row of the sheet Keputusan: without number and date, signed by who leads the office."""
    return {
        "id": decree["id"],
        "jenis": "Tim",
        "judul": decree["judul"],
        "penanda_tangan": words["pimpinan"][0],
        "pemaraf": words["penanggung-jawab"],
        "catatan": common["catatan"],
    }


def _body(decree: Table, common: Table) -> Iterator[Values]:
    """The rows of the sheet Konsiderans; what closes Menimbang and Diktum is common to all."""
    closing = f"{common['menimbang_terakhir']} {decree['judul']}"
    for text in (*decree["menimbang"], closing):
        yield _item(decree, "Menimbang", isi=RichText.of(text))
    for regulation in decree["mengingat"]:
        yield _item(decree, "Mengingat", peraturan=regulation)
    for dictum in decree["diktum"]:
        listed = f"\n{_listed(dictum['butir'])}" if "butir" in dictum else ""
        yield _item(decree, "Diktum", isi=RichText.of(dictum["isi"] + listed))
    for text in common["diktum_terakhir"]:
        yield _item(decree, "Diktum", isi=RichText.of(text))


def _item(decree: Table, part: str, **more: RichText | str) -> Values:
    return {"keputusan": decree["id"], "bagian": part, **more}


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
