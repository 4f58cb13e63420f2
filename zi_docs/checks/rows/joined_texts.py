"""Texts that run into one another without a sign, and texts that break off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zi_docs.checks.rows.row_words import lines_of, pieces_of, place_of, plain, table, text_of
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan

_KEYS = ("langkah_aksi", "bukti")
# After a word in small letters: `Digital Memberikan` is a title.
_CAPITAL_VERB = re.compile(r"(?<=\s)[a-z]+\s+(?=Me[mn]?[a-z]{4,}\b)")
_PART = re.compile(r"\w[\w.’'-]*")
_LEAST_REPEAT = 2
# Words after which something must follow. An active verb in -kan asks for its object.
_OPEN_END = re.compile(
    r"\b(?:dan|atau|yang|untuk|pada|dengan|oleh|di|ke|dari|tentang|melalui|dalam|bagi|serta"
    r"|terhadap|atas|sebagai|kepada|agar"
    r"|(?<!yang )(?!memuaskan|meyakinkan|menyenangkan)me(?:n|m|ng|ny)[a-z]{4,}kan)$"
)


def check_joined_texts(plan: Plan) -> Iterator[Finding]:
    """Two papers or two actions in one cell with nothing between them."""
    for row in plan.activities:
        for key in ("komponen", *_KEYS):
            # The office's own name may well come twice.
            text = text_of(row, key).replace(plan.office.short_name, "")
            for piece in pieces_of(text):
                if at := second_start(piece):
                    first, second = _cut(piece, at)
                    yield warning(
                        "RA-GABUNG",
                        f"“{first} {second}” memuat dua hal tanpa pemisah; pisahkan sebelum "
                        f"“{second}”.",
                        place_of(row, key),
                    )


def second_start(piece: str) -> int:
    """Where in a piece that has no sign between two parts the second one begins; 0 in any other."""
    if match := _CAPITAL_VERB.search(piece):
        return match.end()
    words = list(_PART.finditer(piece))
    for at in range(1, len(words)):
        start = words[at].start()
        between = piece[words[at - 1].end() : start]
        if not between.strip() and _parts_here(piece, words, at):
            return start
    return 0


def _cut(piece: str, at: int) -> tuple[str, str]:
    """The last words before a place and the first ones from it."""
    return " ".join(piece[:at].split()[-4:]), " ".join(piece[at:].split()[:3])


def _parts_here(piece: str, words: list[re.Match[str]], at: int) -> bool:
    before, rest = plain(piece[: words[at].start()]), plain(piece[words[at].start() :])
    if before.split()[-1] in _lists()[2]:
        return False
    return (
        _two_papers(piece, words, at, before, rest)
        or _two_plans(before, rest)
        or _two_kinds(before, rest)
        or _again(piece, words, at)
        or _two_titles(piece, words, at, before)
    )


def _two_papers(piece: str, words: list[re.Match[str]], at: int, before: str, rest: str) -> bool:
    """A paper follows a whole paper: `SK Tim SPIP | Kartu Kendali SPIP`."""
    papers, _, _ = _lists()
    second = papers.match(rest)
    if second is None or not words[at][0][0].isupper():
        return False
    first = papers.match(before)
    if first is None or before.endswith(("tim", "pe")):
        return False
    last = words[at - 1][0].lower()
    agent = re.match(r"(?:pen|pem|peng|peny|pe[lrw])\w+", last)
    if first[0] in ("sk", "surat keputusan", "keputusan"):
        own = second[0] == first[0]
        return own or (agent is None and len(before.split()) > len(first[0].split()) + 1)
    complete = first[0] in ("daftar hadir", "undangan", "banner", "spanduk", "kartu kendali")
    return complete and second[0] != first[0]


def _two_plans(before: str, rest: str) -> bool:
    """Two papers of planning side by side: `Perjanjian Kinerja | RKT`."""
    _, plans, _ = _lists()
    first = re.search(rf"(?:^|\s)(?:{plans})$", before)
    second = re.match(rf"(?:{plans})(?!\w)", rest)
    return first is not None and second is not None


def _two_kinds(before: str, rest: str) -> bool:
    """Two of a kind side by side: `SK Promosi | Rotasi Jabatan`."""
    equals = table("bukti")["setara"]
    return before.split()[-1] in equals and rest.split()[0] in equals


def _again(piece: str, words: list[re.Match[str]], at: int) -> bool:
    """The piece's beginning or object comes again: `standar pelayanan … | Standar Pelayanan …`."""
    if not words[at][0][0].isupper() or at + _LEAST_REPEAT > len(words):
        return False
    phrase = [words[at + n][0].lower() for n in range(_LEAST_REPEAT)]
    if not all(re.fullmatch(r"[a-z]{4,}", word) for word in phrase) or phrase[0] == "tahun":
        return False
    earlier = [word[0].lower() for word in words[:at]]
    return (
        any(
            earlier[n : n + _LEAST_REPEAT] == phrase
            for n in range(len(earlier) - _LEAST_REPEAT + 1)
        )
        and at > _LEAST_REPEAT
    )


def _two_titles(piece: str, words: list[re.Match[str]], at: int, before: str) -> bool:
    """After a word in small letters a title begins with an activity: `E-Office | Pemanfaatan`."""
    word = words[at][0]
    nominal = re.match(r"Pe(?:m|n|ng|ny)[a-z]{4,}an$", word)
    return bool(nominal) and at == 1 and "-" in words[0][0] and words[0][0][:1].isupper()


@cache
def _lists() -> tuple[re.Pattern[str], str, frozenset[str]]:
    """A pattern of papers, one of plans, and the words after which a paper is no second one."""
    words = table("bukti")
    papers = "|".join(sorted(map(re.escape, words["dokumen"]), key=len, reverse=True))
    plans = "|".join(sorted(map(re.escape, words["naskah_kinerja"]), key=len, reverse=True))
    return re.compile(rf"(?:{papers})(?!\w)"), plans, frozenset(words["penghubung"])


def check_broken_texts(plan: Plan) -> Iterator[Finding]:
    """A text that ends where something must follow."""
    for row in plan.activities:
        for key in ("komponen", "indikator", *_KEYS):
            for line in lines_of(text_of(row, key)):
                match = _OPEN_END.search(plain(line))
                if match and len(plain(line).split()) > 1:
                    yield warning(
                        "RA-TERPOTONG",
                        f"Teks terputus sesudah “{_tail(line)}”; lengkapi, atau hapuslah kata yang "
                        "tersisa.",
                        place_of(row, key),
                    )


def _tail(line: str) -> str:
    return " ".join(line.split()[-3:])


_RESULT = re.compile(
    r"\b(?:menindaklanjuti|tindak lanjut(?: atas)?) hasil (?:dan|penanganan|tersebut|serta)\b"
)


def check_lost_words(plan: Plan) -> Iterator[Finding]:
    """`Menindaklanjuti hasil dan …`: the word that says what was evaluated is lost."""
    for row in plan.activities:
        for key in ("indikator", *_KEYS):
            if match := _RESULT.search(plain(text_of(row, key))):
                yield suggestion(
                    "RA-TERPOTONG",
                    f"Sesudah “hasil” pada “{match[0]}” sebuah kata hilang; sebutkan hasil apa, "
                    "misalnya hasil evaluasi.",
                    place_of(row, key),
                )


def check_lone_items(plan: Plan) -> Iterator[Finding]:
    """A list of one item, and items that end in different ways."""
    for row in plan.activities:
        for key in ("indikator", *_KEYS):
            if finding := _of_list(row, key):
                yield finding


def _of_list(row: Activity, key: str) -> Finding | None:
    items = [block.text.plain for block in getattr(row, key).blocks if block.bullet]
    if len(items) == 1 and len(lines_of(text_of(row, key))) == 1:
        return suggestion(
            "RA-BUTIR",
            "Daftar ini hanya berisi satu butir; hapuslah tanda butirnya.",
            place_of(row, key),
        )
    ends = [item.rstrip()[-1:] if item.rstrip()[-1:] in ".;" else "" for item in items]
    if len(items) > 1 and ends not in (["" for _ in items], [";"] * (len(items) - 1) + ["."]):
        return suggestion(
            "RA-BUTIR",
            "Butir-butir sel ini berakhir dengan tanda yang berlainan; akhiri dengan titik koma, "
            "dan butir terakhir dengan titik.",
            place_of(row, key),
        )
    return None
