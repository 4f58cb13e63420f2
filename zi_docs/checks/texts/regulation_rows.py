"""The rows of the sheet Peraturan by themselves: phrase, title of an amendment, gazettes, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.cited_rows import (
    BN,
    LN,
    TLN,
    known_row,
    promulgated,
    regulation_name,
    row_of,
    sheet_rows,
)
from zi_docs.checks.texts.worded_cells import excerpt, folded_words, words_of
from zi_docs.data.known_regulations import folded_kind
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan, Regulation
from zi_docs.wording.citation_reader import citations_in, names_change
from zi_docs.wording.names import AMENDED_OFTEN

_PHRASE = re.compile(r"sebagaimana\s+telah\b.*\bdiubah\b.*\bdengan", re.I)
_LATER = re.compile(r"\s*Perubahan\s+(?:Ke\w+)", re.I)
_YEARS = re.compile(r"\b((?:19|20)\d{2})\s+((?:19|20)\d{2})\b")
_IN_FORCE, _AMENDED = "Berlaku", "Diubah"
_GAZETTES = {LN: "Lembaran Negara", TLN: "Tambahan Lembaran Negara", BN: "Berita Negara"}


def check_amendment_phrases(plan: Plan) -> Iterator[Finding]:
    """The phrase between a regulation and its amendment: no mark before it, and the right one."""
    for row in sheet_rows(plan):
        phrase, amending = row.frasa.strip(), plan.regulation(row.diubah)
        if phrase[:1] in (";", ".") and phrase:
            yield warning(
                "PER-FRASA",
                f"Frasa perubahan {row.id} diawali “{phrase[0]}”, sehingga kutipannya terputus "
                "sebelum kata sebagaimana; hapuslah tanda itu.",
                row.origin.at("frasa"),
            )
        if amending is None:
            continue
        if not _PHRASE.search(phrase):
            yield warning(
                "PER-FRASA",
                f"Frasa perubahan {row.id} tidak berbunyi “sebagaimana telah … diubah … dengan”; "
                "perbaiki, atau kosongkan agar diisi program.",
                row.origin.at("frasa"),
            )
        elif _LATER.match(amending.tentang) and "beberapa kali" not in phrase:
            yield suggestion(
                "PER-FRASA",
                f"{row.id} sudah berkali-kali diubah ({excerpt(amending.tentang)}); tuliskan "
                f"frasanya “{AMENDED_OFTEN}”.",
                row.origin.at("frasa"),
            )


def check_amending_titles(plan: Plan) -> Iterator[Finding]:
    """The title of an amendment names the amended regulation, by the very title of that."""
    for row in sheet_rows(plan):
        amended = _amended_title(plan, row)
        if amended is not None:
            base, title = amended
            yield warning(
                "PER-JUDUL",
                f"Judul {row.id} menyebut “{excerpt(title)}” dengan bunyi lain daripada judul "
                f"{base.id}: {_first_difference(title, base.tentang)}. Samakan bunyinya dengan "
                "naskah peraturannya.",
                row.origin.at("tentang"),
            )
        amending = plan.regulation(row.diubah)
        if amending is not None and not _names(amending, row):
            yield warning(
                "PER-PENGUBAH",
                f"{row.id} disebut diubah dengan {amending.id}, padahal judul {amending.id} tidak "
                "menyebut perubahan atas peraturan itu. Periksalah; kosongkan bila bukan "
                "perubahannya.",
                row.origin.at("diubah"),
            )


def title_differs_from_base(plan: Plan, row: Regulation) -> bool:
    """Whether the title of an amendment gives that of its base otherwise than its row does."""
    return _amended_title(plan, row) is not None


def _amended_title(plan: Plan, row: Regulation) -> tuple[Regulation, str] | None:
    """The base of an amendment with the title that the amendment gives it, where they differ."""
    if not names_change(row.tentang):
        return None
    for cited in citations_in(row.tentang):
        base = row_of(plan, cited)
        if base is None or base.id == row.id or not cited.tentang:
            continue
        words, own = folded_words(cited.tentang), folded_words(base.tentang)
        if words[: len(own)] != own:
            return base, cited.tentang
    return None


def _names(amending: Regulation, row: Regulation) -> bool:
    """Whether the title of an amendment names the amended regulation by number and year."""
    return any(
        (cited.nomor, cited.tahun) == (row.nomor.strip(), row.tahun)
        for cited in citations_in(amending.tentang)
    )


def _first_difference(title: str, own: str) -> str:
    """Where two titles part: the words of each from there on."""
    words, others = words_of(title), words_of(own)
    place = next(
        (i for i, (a, b) in enumerate(zip(words, others, strict=False)) if _other(a, b)),
        min(len(words), len(others)),
    )
    from_there = [" ".join(w[max(0, place - 1) : place + 4]) for w in (words, others)]
    return f"“… {from_there[0]} …” dan “… {from_there[1]} …”"


def _other(word: str, other: str) -> bool:
    return word.casefold() != other.casefold()


def check_gazettes(plan: Plan) -> Iterator[Finding]:
    """Gazettes that the kind of a regulation has, and its row does not say."""
    for row in sheet_rows(plan):
        known = known_row(row)
        for key in promulgated(row.jenis):
            value = getattr(known.cited, key) if known is not None else None
            # Of what nobody could look up the user is not asked either.
            if getattr(row, key) or (known is not None and key in known.uncertain and not value):
                continue
            doubt = ", belum diperiksa" if known is not None and key in known.uncertain else ""
            hint = f" (menurut data program: {value}{doubt})" if value else ""
            yield suggestion(
                "PER-LEMBARAN",
                f"{regulation_name(row)} belum mencantumkan nomor {_GAZETTES[key]}{hint}; "
                "lengkapilah menurut naskah resminya.",
                row.origin.at(key),
            )


def check_gazette_years(plan: Plan) -> Iterator[Finding]:
    """A regulation is promulgated in its own year."""
    for row in sheet_rows(plan):
        for key, gazette in (("ln_tahun", "Lembaran Negara"), ("bn_tahun", "Berita Negara")):
            year = getattr(row, key)
            if year is not None and year != row.tahun:
                yield suggestion(
                    "PER-LEMBARAN",
                    f"Tahun {gazette} {row.id} tertulis {year}, sedangkan peraturannya tahun "
                    f"{row.tahun}; periksalah.",
                    row.origin.at(key),
                )


def check_kinds(plan: Plan) -> Iterator[Finding]:
    """Kinds of regulations are written alike: in capitals, and without the name of the state."""
    usual: dict[str, str] = {}
    for row in plan.regulations:
        known = known_row(row)
        usual.setdefault(folded_kind(row.jenis), known.cited.jenis if known else row.jenis)
    for row in sheet_rows(plan):
        right = usual[folded_kind(row.jenis)]
        if " ".join(row.jenis.split()) != right:
            yield suggestion(
                "PER-JENIS",
                f"Jenis {row.id} ditulis “{row.jenis}”; lazimnya “{right}”. Samakan penulisannya.",
                row.origin.at("jenis"),
            )


def check_periods_written(plan: Plan) -> Iterator[Finding]:
    """Two years side by side are a period whose hyphen got lost."""
    for row in sheet_rows(plan):
        if match := _YEARS.search(row.tentang):
            yield suggestion(
                "PER-JUDUL",
                f"Judul {row.id} memuat “{match[0]}” tanpa tanda hubung; tuliskan "
                f"“{match[1]}-{match[2]}” menurut naskah peraturannya.",
                row.origin.at("tentang"),
            )


def check_statuses(plan: Plan) -> Iterator[Finding]:
    """The status of a row agrees with whether the row names an amendment."""
    for row in sheet_rows(plan):
        if row.status == _IN_FORCE and row.diubah:
            yield suggestion(
                "PER-STATUS",
                f"{row.id} berstatus Berlaku, tetapi disebut diubah dengan {row.diubah}; pilihlah "
                "Diubah.",
                row.origin.at("status"),
            )
        elif row.status == _AMENDED and not row.diubah:
            yield suggestion(
                "PER-STATUS",
                f"{row.id} berstatus Diubah, tetapi kolom Diubah dengan kosong; isilah dengan "
                "peraturan yang mengubahnya.",
                row.origin.at("diubah"),
            )
