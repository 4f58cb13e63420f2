"""Starting decrees as rows: their bodies, narrative and teams, and the regulations they cite.

The texts stand in `plan_decree.toml`, `team_decrees.toml` and `sheet_decrees.toml`; what only binds
election bodies is left out for other agencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zi_docs.data import shipped
from zi_docs.data.known_regulations import known_by_id, regulation_rows
from zi_docs.model import DecreeKind
from zi_docs.text import RichText
from zi_docs.workbook.writing.cell_values import Values

StartingDecree = Mapping[str, Any]
Rows = dict[str, Sequence[Values]]


class CostClause(Enum):
    """What the dictum on costs says: on the budget (DIPA), none arise, or no such dictum."""

    BUDGET = "dipa"
    FREE = "tanpa"
    SILENT = "tidak"


@dataclass(frozen=True)
class DecreeAuthors:
    """Who decrees, copies and initials the decrees of an office, and who sits in its teams.

    `words` name posts by the part they play, as in `fresh_words`; `penanda_tangan`, `penyalin` and
    `pemaraf` are IDs of officials, of whom only `officials` exist (None: all).
    """

    words: Mapping[str, Any]
    penanda_tangan: str
    penyalin: str
    pemaraf: tuple[str, ...]
    elections: bool = True
    officials: frozenset[str] | None = None


def plan_decree() -> StartingDecree:
    """The starting decree on the action plan."""
    return {"jenis": DecreeKind.PLAN.value, **shipped("plan_decree")}


def other_decrees(keys: Sequence[str] | None = None) -> list[StartingDecree]:
    """The starting decrees beside that on the plan: on teams, then those whose Lampiran is a sheet.

    Those of some IDs only, in the order of the list; by default all but those that wait for a
    choice of people.
    """
    texts = shipped("team_decrees")
    note = {"catatan": texts["bersama"]["catatan"]}
    listed_decrees = [
        *({"jenis": DecreeKind.TEAM.value, **note, **decree} for decree in texts["keputusan"]),
        *({**note, **decree} for decree in shipped("sheet_decrees")["keputusan"]),
    ]
    if keys is None:
        return [decree for decree in listed_decrees if not decree.get("diminta")]
    return [decree for decree in listed_decrees if decree["id"] in keys]


def other_decree_ids() -> tuple[str, ...]:
    """The IDs of these starting decrees, those that are only given on request among them."""
    files = (shipped("team_decrees"), shipped("sheet_decrees"))
    return tuple(decree["id"] for file in files for decree in file["keputusan"])


def decree_rows(
    decrees: Sequence[StartingDecree],
    authors: DecreeAuthors,
    cost: CostClause = CostClause.BUDGET,
) -> Rows:
    """The rows of decrees by sheet and column key, with those of all regulations they cite."""
    suited = [_suited(decree, authors) for decree in decrees]
    return {
        "peraturan": regulation_rows(key for decree in suited for key in _cited(decree)),
        "keputusan": [_decree(decree, authors) for decree in suited],
        "konsiderans": [row for decree in suited for row in _body(decree, authors, cost)],
        "narasi": [
            _passage(decree, passage) for decree in suited for passage in decree.get("narasi", ())
        ],
        "tim": [row for decree in suited for row in _team(decree, authors)],
    }


def _suited(decree: StartingDecree, authors: DecreeAuthors) -> StartingDecree:
    """A decree without the regulations that its agency has no part in."""
    if authors.elections:
        return decree
    parts = {
        part: [key for key in decree[part] if not _of_elections(key)]
        for part in ("mengingat", "memperhatikan")
        if part in decree
    }
    return {**decree, **parts}


def _of_elections(key: str) -> bool:
    known = known_by_id(key)
    return known is not None and known.of_elections


def _cited(decree: StartingDecree) -> Iterator[str]:
    """The IDs of the regulations that a decree cites."""
    yield from (*decree["mengingat"], *decree.get("memperhatikan", ()))
    yield from (p["peraturan"] for p in decree.get("narasi", ()) if "peraturan" in p)


def _decree(decree: StartingDecree, authors: DecreeAuthors) -> Values:
    """The row of the sheet Keputusan: without number and date, signed by who leads the office."""
    return {
        "id": decree["id"],
        "jenis": decree["jenis"],
        "judul": decree["judul"],
        "penanda_tangan": authors.penanda_tangan,
        "penyalin": authors.penyalin,
        "pemaraf": authors.pemaraf,
        "subjek": decree.get("subjek"),
        "catatan": decree["catatan"],
    }


def _body(decree: StartingDecree, authors: DecreeAuthors, cost: CostClause) -> Iterator[Values]:
    """The rows of the sheet Konsiderans; what closes Menimbang and Diktum is common to all."""
    common = shipped("team_decrees")["bersama"]
    closing = f"{common['menimbang_terakhir']} {decree['judul']}"
    for text in (*decree["menimbang"], closing):
        yield _item(decree, "Menimbang", isi=RichText.of(text))
    for regulation in decree["mengingat"]:
        yield _item(decree, "Mengingat", peraturan=regulation)
    for regulation in decree.get("memperhatikan", ()):
        yield _item(decree, "Memperhatikan", peraturan=regulation)
    for dictum in decree["diktum"]:
        tasks = [text for each in dictum.get("butir", ()) if (text := _task(each, authors))]
        words = "\n".join((dictum["isi"], listed(tasks))) if tasks else dictum["isi"]
        yield _item(decree, "Diktum", isi=RichText.of(words))
    if cost.value in common["biaya"]:
        yield _item(decree, "Diktum", isi=RichText.of(common["biaya"][cost.value]))
    yield _item(decree, "Diktum", isi=RichText.of(common["diktum_berlaku"]))


def _task(entry: str | Mapping[str, str], authors: DecreeAuthors) -> str:
    """A task of a team as its agency words it; empty where it has no such task."""
    if isinstance(entry, str):
        return entry
    return entry.get("pemilu" if authors.elections else "lain", "").strip()


def _item(decree: StartingDecree, part: str, **more: RichText | str) -> Values:
    return {"keputusan": decree["id"], "bagian": part, **more}


def _passage(decree: StartingDecree, passage: Mapping[str, Any]) -> Values:
    """A row of the sheet Narasi: its text, or the regulation that it cites."""
    words: Values = (
        {"isi": RichText.of(passage["isi"])}
        if "isi" in passage
        else {"peraturan": passage["peraturan"]}
    )
    return {"keputusan": decree["id"], "tingkat": passage["tingkat"], **words}


def _team(decree: StartingDecree, authors: DecreeAuthors) -> Iterator[Values]:
    """The rows of the sheet Tim; of equal seats the first lists the tasks."""
    for seat in decree.get("tim", ()):
        shared = {"keputusan": decree["id"], "kelompok": seat.get("kelompok")}
        for number, holder in enumerate(_holders(seat, authors)):
            tasks = seat.get("tugas", ()) if number == 0 else ()
            yield {
                **shared,
                "kedudukan": seat["kedudukan"],
                **holder,
                "tugas": RichText.of(listed(tasks)) if tasks else None,
            }


def _holders(seat: Mapping[str, Any], authors: DecreeAuthors) -> list[Values]:
    """Who holds the seats of an entry: officials by their IDs, or posts without a name yet."""
    if "pejabat" not in seat:
        post = authors.words[seat["jabatan"]]
        return [{"jabatan": post} if post else {}] * seat.get("jumlah", 1)
    named = authors.words[seat["pejabat"]]
    keys: Sequence[str] = [named] if isinstance(named, str) else named
    if authors.officials is None:
        return [{"pejabat": key} for key in keys]
    # An office that has none of them leaves the seat to be filled in.
    return [{"pejabat": key} for key in keys if key in authors.officials] or [{}]


def listed(items: Sequence[str]) -> str:
    """Items of a list as a cell holds them, closed by semicolons and a full stop."""
    return "\n".join(f"- {item};" for item in items[:-1]) + f"\n- {items[-1]}."
