"""Evidence that is an activity, a thing, nothing in particular, or another authority's paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zi_docs.checks.rows.row_words import (
    as_written,
    holds,
    lines_of,
    pieces_of,
    place_of,
    plain,
    shortened,
    table,
    text_of,
    words_of,
)
from zi_docs.checks.verb_forms import is_active
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan
from zi_docs.wording.lists import enumeration

_ASIDE = re.compile(r"\([^)]*\)")
DRAFT_WORD = re.compile(r"(?:draft?|konsep)\b")
"""What marks a paper that is not in force, in small letters."""
_CLAUSE = re.compile(r"\b(di[a-z]+kan|telah di\w+|akan \w+)\b")


def check_evidence_kinds(plan: Plan) -> Iterator[Finding]:
    """Each piece of evidence that begins with a verb, an activity, a thing or a vague word."""
    for row in plan.activities:
        for line in lines_of(text_of(row, "bukti")):
            recorded = _begins(plain(line), "rekaman")
            for piece in pieces_of(line):
                if finding := _of_piece(row, piece, recorded):
                    yield finding


def _of_piece(row: Activity, piece: str, recorded: bool) -> Finding | None:
    small = plain(_ASIDE.sub(" ", piece))
    first = words_of(small)[0] if words_of(small) else ""
    place = place_of(row, "bukti")
    if first in _lists()["kegiatan"] or is_active(first) or _is_clause(small):
        return warning(
            "RA-BUKTI-KEGIATAN",
            f"Bukti “{shortened(piece)}” menyebut kegiatan, bukan dokumen; sebutkan dokumennya, "
            "misalnya laporan, notula, daftar hadir, atau sertifikat.",
            place,
        )
    if _begins(small, "benda") and not recorded:
        return suggestion(
            "RA-BUKTI-BENDA",
            f"Bukti “{shortened(piece)}” menyebut benda atau media; sebutkan rekamannya, misalnya "
            "foto, tangkapan layar, atau tautan.",
            place,
        )
    if _begins(small, "kabur") or small in _lists()["kabur_sendirian"]:
        if small in _lists()["kabur_sendirian"] and len(pieces_of(text_of(row, "bukti"))) > 1:
            # `Undangan, daftar hadir, notula`: together they say of what.
            return None
        return suggestion(
            "RA-BUKTI-KABUR",
            f"Bukti “{shortened(piece)}” tidak menyebut dokumen mana; tuliskan nama dokumennya.",
            place,
        )
    return None


def _is_clause(text: str) -> bool:
    """Whether a piece says what is done to a paper instead of naming it; `yang` names it."""
    match = _CLAUSE.search(text)
    before = text[: match.start()] if match else ""
    return match is not None and not re.search(
        r"\b(?:yang|untuk|hasil|sudah|telah|untuk|agar|rekomendasi)\b", before
    )


def _begins(text: str, name: str) -> bool:
    return any(text == word or text.startswith(f"{word} ") for word in _lists()[name])


@cache
def _lists() -> dict[str, frozenset[str]]:
    names = ("kegiatan", "benda", "rekaman", "kabur", "kabur_sendirian")
    return {name: frozenset(table("bukti")[name]) for name in names}


def check_evidence_issuers(plan: Plan) -> Iterator[Finding]:
    """Papers that an office of this level does not issue, planned as its own."""
    for row in plan.activities:
        text = plain(text_of(row, "bukti"))
        for group in table("bukti")["penerbit"]:
            for word in group["kata"]:
                if not holds(text, word):
                    continue
                if any(other in text for other in group.get("kecuali", ())):
                    continue
                yield suggestion(
                    "RA-BUKTI-PENERBIT",
                    f"“{as_written(row, 'bukti', word)}” diterbitkan oleh "
                    f"{group['penerbit']}, bukan oleh kantor ini; sebutkan salinannya, atau surat "
                    "usul kantor ini.",
                    place_of(row, "bukti"),
                )
                break


def check_draft_evidence(plan: Plan) -> Iterator[Finding]:
    """Evidence that is a draft: evaluators count only what is in force."""
    for row in plan.activities:
        for piece in pieces_of(text_of(row, "bukti")):
            if DRAFT_WORD.match(plain(piece)):
                yield warning(
                    "RA-BUKTI-KONSEP",
                    f"Bukti “{shortened(piece)}” baru berupa konsep, yang tidak dinilai; sebutkan "
                    "naskah yang sudah ditetapkan atau ditandatangani.",
                    place_of(row, "bukti"),
                )


def check_other_media(plan: Plan) -> Iterator[Finding]:
    """A poster is hung, and a banner is the evidence."""
    for row in plan.activities:
        hung, shown = (_media(plain(text_of(row, key))) for key in ("langkah_aksi", "bukti"))
        if hung and shown and not hung & shown:
            yield suggestion(
                "RA-BUKTI-LAIN",
                f"Langkah aksi baris {row.id} menyebut {enumeration(sorted(hung))}, sedangkan "
                f"buktinya {enumeration(sorted(shown))}; samakan.",
                place_of(row, "bukti"),
            )


def _media(text: str) -> set[str]:
    """The printed media that a plain text names, each by the first word of its group."""
    groups = table("bukti")["media"]
    return {group[0] for group in groups if any(holds(text, word) for word in group)}


_FOLLOWED = re.compile(r"\b(?:di|me|pe)?n?tindak ?lanjut\w*")
_PAPER_OF_FOLLOWING = re.compile(
    r"tindak ?lanjut|perbaikan|tanggapan|jawaban|penyelesaian|penugasan|revisi|penyempurnaan"
)


def check_evidence_of_following(plan: Plan) -> Iterator[Finding]:
    """A row about following up whose evidence is the evaluation itself."""
    for row in plan.activities:
        indicator, evidence = plain(text_of(row, "indikator")), plain(text_of(row, "bukti"))
        if not _FOLLOWED.search(indicator) or _PAPER_OF_FOLLOWING.search(evidence):
            continue
        if re.search(r"\b(?:monitoring|monev|evaluasi|pemantauan|survei|survey)\b", evidence):
            yield suggestion(
                "RA-BUKTI-TUKAR",
                f"Baris {row.id} tentang tindak lanjut, tetapi buktinya hasil evaluasi; sebutkan "
                "bukti tindak lanjutnya, misalnya matriks tindak lanjut.",
                place_of(row, "bukti"),
            )


def check_meeting_evidence(plan: Plan) -> Iterator[Finding]:
    """Papers of a meeting without what was said there."""
    for row in plan.activities:
        text = plain(text_of(row, "bukti"))
        called = re.search(r"\bundangan\b", text) and re.search(r"\bdaftar hadir\b", text)
        if called and not re.search(r"\b(?:notul\w+|laporan|risalah|berita acara)\b", text):
            yield suggestion(
                "RA-BUKTI-RAPAT",
                f"Bukti rapat baris {row.id} belum lengkap; tambahkan notula.",
                place_of(row, "bukti"),
            )
