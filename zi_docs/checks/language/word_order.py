"""Doubled and idle words, conjunctions without their other half, forms that do not match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from zi_docs.checks.language.cell_texts import Genre, PhraseTable, ProseCell, like
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan

_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,})[ \t]+\1(?![\w-])", re.IGNORECASE)
# `baik` as an adjective: in a good way, better, good practice.
_PAIRED = re.compile(
    r"(?<!secara )(?<!yang )(?<!lebih )(?<!dengan )(?<!cukup )(?<!sangat )(?<!tidak )(?<!kurang )"
    r"(?<!paling )(?<!praktik )(?<!kelola )(?<!iktikad )(?<!perilaku )(?<!dan )(?<!kinerja )"
    r"\bbaik\s+(?!dan\b|serta\b|baik\b|buruk\b|atau\b)([^.;:\n]+)"
)
_REACH = 90


def doubled_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """The same word twice in a row; a noun may want a hyphen instead."""
    for cell in texts:
        for match in _DOUBLED.finditer(cell.plain):
            twice, word = match[0], match[1].lower()
            first, second = twice.split()
            # “Batang Hari hari Senin”: a name, then a word.
            if first[0].isupper() and second[0].islower() and match.start() > 0:
                continue
            if f"{word} {word}" in shipped("spelling")["gabungan"]:
                continue
            remedy = "hapuslah salah satunya"
            if word not in shipped("language")["huruf"]["kata_fungsi"]:
                remedy += f", atau tuliskan “{first}-{word}” bila yang dimaksud bentuk jamak"
            message = f"Kata “{twice}” tertulis dua kali; {remedy}."
            yield warning("BHS-GANDA", message, cell.place)


def idle_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Phrases that say a thing twice, or at length."""
    table = _idle()
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for match in table.finditer(cell):
            written = cell.plain[match.start() : match.end()]
            better = like(written, table.values[" ".join(match[0].split())])
            yield suggestion(
                "BHS-MUBAZIR",
                f"Ungkapan “{written}” berlebihan atau kurang tepat; cukup “{better}”.",
                cell.place,
            )


@cache
def _idle() -> PhraseTable:
    return PhraseTable(shipped("spelling")["mubazir"])


def repeated_names(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """The office's own name over and over in one cell of the plan."""
    name = plan.office.short_name
    for cell in texts:
        times = cell.plain.count(name) if cell.genre is Genre.ROW else 0
        if times >= _OVER_AND_OVER:
            yield suggestion(
                "BHS-MUBAZIR",
                f"Nama “{name}” disebut {times} kali dalam sel ini; cukup sekali, atau “kantor”.",
                cell.place,
            )


_OVER_AND_OVER = 3


def outdated_names(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Names of bodies, posts and papers that are called otherwise today."""
    table = _outdated()
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for match in {match[0]: match for match in table.finditer(cell)}.values():
            written = cell.plain[match.start() : match.end()]
            yield suggestion(
                "BHS-USANG",
                f"Sebutan “{written}” tidak dipakai lagi; kini "
                f"“{table.values[' '.join(match[0].split())]}”.",
                cell.place,
            )


@cache
def _outdated() -> PhraseTable:
    return PhraseTable(shipped("spelling")["usang"])


def unpaired_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """`baik` asks for `maupun`."""
    for cell in texts:
        if "baik" not in cell.small or cell.genre is Genre.CITED:
            continue
        for match in _PAIRED.finditer(cell.small):
            reach = match[1][:_REACH]
            if "maupun" in match[1] or not re.search(r"\bdan\b|/", reach):
                continue
            yield suggestion(
                "BHS-PASANGAN",
                f"Kata “baik” pada “{' '.join(match[0].split()[:4])} …” tidak berpasangan; "
                "tuliskan “baik … maupun …”, atau hapuslah kata “baik”.",
                cell.place,
            )


# A list of three or more; what opens a sentence (`Selain itu, pimpinan dan pegawai`) is none.
_AND = re.compile(r"(?<![,;]) dan ([\w-]+)")
_SERIES = re.compile(
    r"(?:(?:[\w-]+(?: [\w-]+)?, ){2,}[\w-]+(?: [\w-]+)?"
    r"|(?:(?<=secara )|(?<=[“\"]))[\w-]+, [\w-]+)$"
)
_LONGEST_SERIES = 90
_NAMELY = re.compile(r"[\w)%]+ (?:yaitu|yakni)\b(?!,)")
# Two pieces of evidence need no comma; a clause after `dan` may have one.
_PAIR = re.compile(r"^[^,;\n]+, dan [^,;\n]+$", re.MULTILINE)
_OPENED = re.compile(
    r"(?:^|(?<=[.\n]))\s*(Dalam rangka|Sehubungan dengan|Berdasarkan|Untuk|Mengingat|Karena)\b"
    r"[^.\n]*?, maka\b"
)


def commas(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Commas that EYD asks for: before the `dan` of a list, before `yaitu`; `maka` too many."""
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for match in _AND.finditer(cell.plain) if ", " in cell.plain else ():
            before = cell.plain[max(0, match.start() - _LONGEST_SERIES) : match.start()]
            if series := _SERIES.search(before):
                yield suggestion(
                    "BHS-KOMA",
                    f"Perincian “{series[0]}{match[0]}” memerlukan koma sebelum “dan”.",
                    cell.place,
                )
        if cell.key == "bukti" and _PAIR.search(cell.plain):
            yield suggestion(
                "BHS-KOMA", "Dua bukti yang dihubungkan “dan” tidak memerlukan koma.", cell.place
            )
        for match in _NAMELY.finditer(cell.plain) if " ya" in cell.plain else ():
            yield suggestion(
                "BHS-KOMA", f"Pada “{match[0]}” bubuhkan koma sebelum kata itu.", cell.place
            )
        for match in _OPENED.finditer(cell.plain) if ", maka" in cell.plain else ():
            yield suggestion(
                "BHS-MUBAZIR",
                f"Sesudah anak kalimat “{match[1]} …” kata “maka” tidak diperlukan; hapuslah.",
                cell.place,
            )


_UNLIKE = re.compile(r"\bdi[a-z]{3,}(?:kan|i)\s*/\s*(?!di|ter|ke|[A-Z])[a-z]+(?:si|an)\b")
# A noun of doing at the start, and after a comma an active verb.
_NOUN_FIRST = re.compile(
    r"^\W*(?P<noun>Pe(?:m|n|ng|ny)[a-z]{4,}an|Sosialisasi|Evaluasi|Rapat)\b[^.;:\n]*?,"
    r"\s+(?:dan |serta )?(?P<verb>me(?:m|n|ng|ny)[a-z]{4,})\b(?! yang)"
)


def unlike_forms(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A verb and a noun that a slash joins, or that begin the actions of one cell."""
    for cell in texts:
        for match in _UNLIKE.finditer(cell.plain) if "/" in cell.plain else ():
            yield suggestion(
                "BHS-SEJAJAR",
                f"Bentuk kata pada “{match[0]}” tidak sejajar; tuliskan kedua-duanya sebagai kata "
                "kerja atau kedua-duanya sebagai kata benda.",
                cell.place,
            )
        if cell.key == "langkah_aksi" and (first := _NOUN_FIRST.match(cell.plain)):
            yield suggestion(
                "BHS-SEJAJAR",
                f"“{first['noun']} …” dan “{first['verb']} …” tidak sejajar; awali semuanya dengan "
                "kata kerja.",
                cell.place,
            )
