"""Texts of the plan that stand twice or nearly so, and evidence that only repeats its action."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from zi_docs.checks.rows.row_words import (
    NAMES,
    TEXT_KEYS,
    content,
    lines_of,
    pieces_of,
    place_of,
    plain,
    shortened,
    table,
    text_of,
    without_office,
)
from zi_docs.checks.verb_forms import is_active
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan
from zi_docs.wording.lists import enumeration

_NEARLY = 92
_SAME = 95
_LEAST_LETTERS = 20
_LEAST_WORDS = 4
_MOST_LISTED = 4
_VERB = re.compile(r"^(?:me\w+|ber\w+|dokumen)\s+")


def check_repeated_texts(plan: Plan) -> Iterator[Finding]:
    """Indicators, actions and evidence that two or more rows share word for word."""
    for key in TEXT_KEYS:
        groups: dict[str, list[Activity]] = defaultdict(list)
        for row in plan.activities:
            text = plain(text_of(row, key))
            # Invitation, attendance and minutes prove any meeting.
            if text and (key != "bukti" or content(text)):
                groups[text].append(row)
        # One paper may well prove several rows; an indicator asks its question once.
        report = suggestion if key == "bukti" else warning
        for rows in groups.values():
            for row in rows if len(rows) > 1 else ():
                others = [other.id for other in rows if other is not row]
                message = (
                    f"{NAMES[key]} baris {row.id} sama dengan baris {_listed(others)}; tuliskan "
                    "yang khas bagi baris ini, atau gabungkan barisnya."
                )
                yield report("RA-KEMBAR", message, place_of(row, key))


def _listed(ids: list[str]) -> str:
    if len(ids) <= _MOST_LISTED:
        return enumeration(ids)
    return enumeration([*ids[:_MOST_LISTED], f"{len(ids) - _MOST_LISTED} lainnya"])


def check_similar_texts(plan: Plan) -> Iterator[Finding]:
    """Texts of one component that differ by a word or two."""
    from rapidfuzz import fuzz

    for key in TEXT_KEYS:
        seen: dict[str, list[tuple[str, Activity]]] = defaultdict(list)
        for row in plan.activities:
            whole = plain(text_of(row, key))
            for piece in pieces_of(text_of(row, key)):
                text = without_office(plain(piece), plan.office)
                if len(text.split()) < _LEAST_WORDS:
                    continue
                for other, earlier in seen[row.area]:
                    if plain(text_of(earlier, key)) == whole or earlier is row:
                        continue
                    if fuzz.ratio(text, other, score_cutoff=_NEARLY):
                        yield suggestion(
                            "RA-MIRIP",
                            f"{NAMES[key]} baris {row.id} hampir sama dengan baris {earlier.id} "
                            f"(“{shortened(piece, 7)}”); bedakan, atau gabungkan.",
                            place_of(row, key),
                        )
                        break
                seen[row.area].append((text, row))


def check_copied_evidence(plan: Plan) -> Iterator[Finding]:
    """Evidence that only repeats its action, with or without the verb."""
    from rapidfuzz import fuzz

    activities = table("bukti")["kegiatan"]
    for row in plan.activities:
        action, evidence = plain(text_of(row, "langkah_aksi")), plain(text_of(row, "bukti"))
        if not action or not evidence:
            continue
        bare = _VERB.sub("", action)
        # `Menetapkan SK Tim` gives an `SK Tim`: there the paper is named.
        named = is_active(action.split()[0]) and evidence.split()[0] not in activities
        if (named and action != evidence) or not fuzz.ratio(
            bare, _VERB.sub("", evidence), score_cutoff=_SAME
        ):
            continue
        yield warning(
            "RA-SALIN",
            f"Bukti baris {row.id} hanya mengulang langkah aksinya; sebutkan dokumen yang "
            "dihasilkannya, misalnya laporan, notula, atau keputusan.",
            place_of(row, "bukti"),
        )


def check_echoed_actions(plan: Plan) -> Iterator[Finding]:
    """An action that only repeats its indicator says nothing about how it comes about."""
    from rapidfuzz import fuzz

    for row in plan.activities:
        indicator = _core(text_of(row, "indikator"))
        action = _core(" ".join(lines_of(text_of(row, "langkah_aksi"))))
        if len(action) >= _LEAST_LETTERS and fuzz.ratio(indicator, action, score_cutoff=_NEARLY):
            yield suggestion(
                "RA-GEMA",
                f"Langkah aksi baris {row.id} hanya mengulang indikatornya; sebutkan apa yang "
                "dikerjakan untuk memenuhinya.",
                place_of(row, "langkah_aksi"),
            )


_OPENING = re.compile(
    r"^(?:(?:telah|sudah|terdapat|dilakukan|melakukan|melaksanakan|membuat|menyusun|menetapkan"
    r"|menindaklanjuti|ditetapkan|tindak lanjut)\s+)+"
)


def _core(text: str) -> str:
    return _OPENING.sub("", plain(text))
