"""Regulations against what the program knows of them: repealed, expired, amended, titled otherwise.

What the program knows stands in `data/regulations.toml` with its source; what nobody could look
up there is never held against a user. A decree is judged by its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zi_docs.checks.texts.cited_rows import (
    RegulationUse,
    known_row,
    period_end,
    plan_day,
    regulation_name,
    sheet_rows,
    uses,
)
from zi_docs.checks.texts.regulation_rows import title_differs_from_base
from zi_docs.checks.texts.worded_cells import excerpt, folded_words, words_of
from zi_docs.data.known_regulations import KnownRegulation, known_by_id, regulations_titled
from zi_docs.findings import Finding, Place, note, suggestion, warning
from zi_docs.model import Plan, Regulation
from zi_docs.wording.lists import enumeration

_REVOKED = "Dicabut"
_ID = re.compile(r"-(\d+)-((?:19|20)\d{2})$")
_NUMBERS = {
    "ln_nomor": "Lembaran Negara",
    "tln_nomor": "Tambahan Lembaran Negara",
    "bn_nomor": "Berita Negara",
}


def check_validity(plan: Plan) -> Iterator[Finding]:
    """Regulations that were repealed, or whose period has ended: their row, and each citation."""
    day = plan_day(plan)
    for row in sheet_rows(plan):
        known = known_row(row)
        yield from _validity(
            regulation_name(row), row.tentang, known, day, row.origin.at("tentang")
        )
    for use in uses(plan):
        place = use.place
        own = plan_day(plan, use.cell.decree.tanggal)
        findings = list(_validity(use.name, use.tentang, use.known, own, place))
        yield from findings
        if not findings and use.row is not None and use.row.status == _REVOKED:
            yield _repealed(use.name, "", place)


def _validity(
    name: str, tentang: str, known: KnownRegulation | None, day: date, place: Place
) -> Iterator[Finding]:
    ends = period_end(tentang, known)
    replacing = known_by_id(known.replaced_by) if known is not None else None
    if known is not None and replacing is not None and replacing.in_force(day):
        by = f" dan digantikan {regulation_name(replacing.cited)}"
        yield _repealed(name, by + _doubt(known), place, certain=known.verified is not None)
    elif ends is not None and ends < day.year:
        yield warning(
            "PER-PERIODE",
            f"Masa {name} berakhir pada tahun {ends}, sedangkan naskah ini untuk tahun {day.year}. "
            "Hapuslah, atau ganti dengan peraturan yang berlaku.",
            place,
        )


def _repealed(name: str, by: str, place: Place, *, certain: bool = True) -> Finding:
    weigh = warning if certain else suggestion
    return weigh(
        "PER-DICABUT",
        f"{name} sudah dicabut{by}; gantilah acuannya dengan peraturan yang berlaku.",
        place,
    )


def _doubt(known: KnownRegulation) -> str:
    """What is added to a message whose fact nobody has looked up yet."""
    return "" if known.verified else " (menurut data program yang belum diperiksa)"


def check_amendments(plan: Plan) -> Iterator[Finding]:
    """Regulations that were amended, where their row or a text does not say so."""
    day = plan_day(plan)
    for row in sheet_rows(plan):
        last = _last_amendment(known_row(row), day)
        if last is not None and not _follows(plan, row, last):
            weigh = warning if last.verified else suggestion
            yield weigh(
                "PER-DIUBAH",
                f"{regulation_name(row)} sudah diubah, terakhir dengan "
                f"{regulation_name(last.cited)} tentang {excerpt(last.cited.tentang)}"
                f"{_doubt(last)}. Tambahkan peraturan itu pada lembar Peraturan dan isilah kolom "
                "Diubah dengan.",
                row.origin.at("diubah"),
            )
    yield from _texts_without_amendment(plan)


def _texts_without_amendment(plan: Plan) -> Iterator[Finding]:
    for use in uses(plan):
        if use.cited is None or use.cited.amends:
            continue
        last = _last_amendment(use.known, plan_day(plan, use.cell.decree.tanggal))
        rest = use.cell.text[use.cited.end :].lstrip(" )0123456789")
        if last is not None and "sebagaimana telah" not in rest[:160]:
            yield suggestion(
                "PER-DIUBAH",
                f"Teks ini mengacu {use.cited.name} tanpa menyebut perubahannya; tambahkan "
                f"“sebagaimana telah diubah dengan {regulation_name(last.cited)}”.",
                use.place,
            )


def _last_amendment(known: KnownRegulation | None, day: date) -> KnownRegulation | None:
    """The last amendment of a regulation, if it was in force on a day."""
    last = known_by_id(known.amended_by) if known is not None else None
    return last if last is not None and last.in_force(day) else None


def _follows(plan: Plan, row: Regulation, last: KnownRegulation) -> bool:
    """Whether the amendments that a row names lead to a regulation."""
    seen: set[str] = set()
    amending = plan.regulation(row.diubah)
    while amending is not None and amending.id not in seen:
        if known_row(amending) is last or amending.tahun > last.cited.tahun:
            return True
        seen.add(amending.id)
        amending = plan.regulation(amending.diubah)
    return False


def check_facts(plan: Plan) -> Iterator[Finding]:
    """Titles and gazettes that differ from what the program knows."""
    for row in sheet_rows(plan):
        known = known_row(row)
        if known is None:
            continue
        if not title_differs_from_base(plan, row):
            yield from _title(row.tentang, known, row.origin.at("tentang"))
        for key, gazette in _NUMBERS.items():
            right, said = getattr(known.cited, key), getattr(row, key).strip()
            if said and right and said != right and key not in known.uncertain:
                yield warning(
                    "PER-DATA",
                    f"Nomor {gazette} {regulation_name(row)} tertulis {said}; menurut data program "
                    f"{right} ({known.source}). Periksalah pada naskah resminya.",
                    row.origin.at(key),
                )
    for use in uses(plan):
        if use.cited is not None:
            yield from _cited_facts(use)


def _cited_facts(use: RegulationUse) -> Iterator[Finding]:
    """What a text says of a regulation otherwise than the sheet or the program does."""
    cited = use.cited
    if cited is None:
        return
    if use.known is not None:
        yield from _kind(cited.jenis, use.known.cited.jenis, use.place)
        # Of what was repealed the title is not worth mending.
        if cited.tentang and not use.known.replaced_by:
            yield from _title(cited.tentang, use.known, use.place, from_text=True)
    elif use.row is not None and cited.tentang:
        own = folded_words(use.row.tentang)
        if folded_words(cited.tentang)[: len(own)] != own:
            yield _other_title(cited.name, use.row.tentang, "lembar Peraturan", use.place)


def _kind(written: str, right: str, place: Place) -> Iterator[Finding]:
    words, own = folded_words(written), folded_words(right)
    if len(words) == len(own) and words != own:
        yield warning(
            "PER-DATA",
            f"“{written}” bukan nama jenisnya; tuliskan “{right}”.",
            place,
        )


def _title(
    tentang: str, known: KnownRegulation, place: Place, *, from_text: bool = False
) -> Iterator[Finding]:
    if "tentang" in known.uncertain:
        return
    words, name = folded_words(tentang), regulation_name(known.cited)
    same = [t for t in known.titles if _same(words, folded_words(t), from_text=from_text)]
    if not same:
        certain = known.verified is not None
        yield _other_title(name, known.titles[0], known.source, place, certain=certain)
    elif not from_text and not any(_capitals(tentang) == _capitals(title) for title in same):
        yield suggestion(
            "PER-DATA",
            f"Huruf kapital judul {name} tidak sama dengan naskahnya; tuliskan “{same[0]}”.",
            place,
        )


def _capitals(tentang: str) -> list[str]:
    """The words of a title with their capitals; official prints disagree on that of `menjadi`."""
    return words_of(tentang.replace("Menjadi", "menjadi"))


def _same(words: list[str], title: list[str], *, from_text: bool) -> bool:
    # What follows a title in a text may be read along with it.
    return (words[: len(title)] if from_text else words) == title


def _other_title(
    name: str, title: str, source: str, place: Place, *, certain: bool = True
) -> Finding:
    weigh = warning if certain else suggestion
    return weigh(
        "PER-DATA",
        f"Judul {name} berbunyi lain: “{title}” ({source}). Periksalah pada naskah resminya, lalu "
        "samakan.",
        place,
    )


def check_verified(plan: Plan) -> Iterator[Finding]:
    """One note, when what the program knows of the regulations was verified too long ago."""
    first = date(plan.office.tahun, 1, 1)
    day = max((d.tanggal for d in plan.decrees if d.tanggal), default=first)
    stale = [row for row in sheet_rows(plan) if (k := known_row(row)) and k.stale(day)]
    if stale:
        yield note(
            "PER-PERIKSA",
            f"Data program tentang {len(stale)} peraturan pada lembar ini terakhir diperiksa lebih "
            "dari setahun sebelum keputusannya. Periksalah di JDIH apakah masih berlaku dan "
            "belum diubah.",
            stale[0].origin.at("id"),
        )


def _leading(nomor: str) -> str:
    """The number proper: `12` of `12/HK.01/V/2020`."""
    return nomor.strip().partition("/")[0]


def check_identities(plan: Plan) -> Iterator[Finding]:
    """Rows whose number does not fit their ID, or whose title belongs to another regulation."""
    for row in sheet_rows(plan):
        match = _ID.search(row.id)
        if match and (match[1], int(match[2])) != (_leading(row.nomor), row.tahun):
            yield warning(
                "PER-DATA",
                f"ID {row.id} menyebut nomor {match[1]} tahun {match[2]}, sedangkan kolomnya "
                f"berisi nomor {row.nomor} tahun {row.tahun}. Perbaiki salah satunya.",
                row.origin.at("nomor"),
            )
        elif known_row(row) is None and (others := regulations_titled(row.jenis, row.tentang)):
            named = enumeration([regulation_name(other.cited) for other in others])
            yield warning(
                "PER-DATA",
                f"Judul “{excerpt(row.tentang)}” adalah judul {named}, bukan "
                f"{regulation_name(row)}. Periksalah nomor dan tahunnya.",
                row.origin.at("nomor"),
            )
