"""Whether indicator, action and evidence are about the same, and each what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from zi_docs.checks.rows.row_words import (
    NAMES,
    content,
    holds,
    lines_of,
    place_of,
    plain,
    rows_of_components,
    shortened,
    table,
    text_of,
    without_office,
    words_of,
)
from zi_docs.checks.verb_forms import is_active
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Activity, Plan
from zi_docs.wording.lists import enumeration

_DONE = re.compile(r"(?<!yang )\b(?:telah|sudah)\b")
_LONG = 18
_PREDICATE = re.compile(r"(?:di|ter|me|ber|ke)[a-z]{3,}")
_NOMINAL = re.compile(r"(?:pe|ke)[a-z]+an|pem\w+an")
_FINITE = re.compile(r"(?<!yang )\b(?:telah|sudah|terdapat)\b(?!\s+(?:telah|sudah|terdapat)\b)")


def check_row_fit(plan: Plan) -> Iterator[Finding]:
    """Actions and evidence that share no word, nor a synonym, with their indicator."""
    for row in plan.activities:
        texts = {
            key: content(without_office(plain(text_of(row, key)), plan.office)) for key in NAMES
        }
        if not all(texts.values()):
            continue
        if not texts["indikator"] & texts["langkah_aksi"]:
            yield suggestion(
                "RA-SERASI",
                f"Langkah aksi baris {row.id} tampaknya tidak menjawab indikatornya; periksa "
                "apakah tertukar dengan baris lain.",
                place_of(row, "langkah_aksi"),
            )
        # An attendance sheet proves any meeting.
        elif not (
            texts["bukti"] & (texts["indikator"] | texts["langkah_aksi"])
            or holds(plain(text_of(row, "bukti")), "daftar hadir")
        ):
            yield suggestion(
                "RA-SERASI",
                f"Bukti baris {row.id} tampaknya tidak membuktikan indikatornya; periksa apakah "
                "tertukar dengan baris lain.",
                place_of(row, "bukti"),
            )


def check_swapped_evidence(plan: Plan) -> Iterator[Finding]:
    """Neighbours of a component whose evidence fits the other's indicator, and not their own."""
    for rows in rows_of_components(plan.activities):
        for first, second in pairwise(rows):
            own = _shared(first, first) or _shared(second, second)
            if not own and _shared(first, second) and _shared(second, first):
                for row, other in ((first, second), (second, first)):
                    yield suggestion(
                        "RA-SERASI",
                        f"Bukti baris {row.id} tampaknya tertukar dengan bukti baris {other.id}; "
                        "periksa kedua-duanya.",
                        place_of(row, "bukti"),
                    )


def _shared(row: Activity, other: Activity) -> bool:
    """Whether the indicator of a row and the evidence of another speak of the same."""
    return bool(content(plain(text_of(row, "indikator"))) & content(plain(text_of(other, "bukti"))))


def check_open_choices(plan: Plan) -> Iterator[Finding]:
    """Actions and evidence that leave open which of several it is to be."""
    for row in plan.activities:
        for key in ("langkah_aksi", "bukti"):
            if words_of(text_of(row, key)).count("atau") > 1:
                yield suggestion(
                    "RA-PILIHAN",
                    f"{NAMES[key]} baris {row.id} menawarkan beberapa pilihan (“atau … atau …”); "
                    "tetapkan yang akan dikerjakan.",
                    place_of(row, key),
                )


def check_half_answered(plan: Plan) -> Iterator[Finding]:
    """Rewards without the sanctions that the indicator asks for as well."""
    for row in plan.activities:
        asked = _matters(plain(text_of(row, "indikator")))
        answered = _matters(" ".join(plain(text_of(row, key)) for key in ("langkah_aksi", "bukti")))
        missing = [matter for matter in asked if matter not in answered]
        if missing and len(missing) < len(asked):
            yield suggestion(
                "RA-SEBAGIAN",
                f"Indikator baris {row.id} menyebut pula {enumeration(missing)}, sedangkan langkah "
                "aksi dan buktinya tidak; lengkapilah, atau pecahlah barisnya.",
                place_of(row, "langkah_aksi"),
            )


def _matters(text: str) -> list[str]:
    """What a plain text asks for of that which items of the LKE ask for together."""
    groups = table("indikator")["bersama"]
    return [group[0] for group in groups if any(holds(text, word) for word in group)]


def check_only_judged(plan: Plan) -> Iterator[Finding]:
    """An indicator asks that something be made, and the action only evaluates."""
    for row in plan.activities:
        action = plain(text_of(row, "langkah_aksi"))
        makes = _MAKING.search(plain(text_of(row, "indikator")))
        if makes and _JUDGING.match(action) and not _MAKING.search(action):
            yield suggestion(
                "RA-SERASI",
                f"Indikator baris {row.id} tentang pembentukan atau penetapan (“{makes[0]}”), "
                "sedangkan langkah aksinya hanya mengevaluasi; sebutkan langkah penetapannya.",
                place_of(row, "langkah_aksi"),
            )


_JUDGING = re.compile(r"(?:meng)?evaluasi\b|memantau\b|memonitor\b|mereviu\b")
_MAKING = re.compile(
    r"\b(?:(?:mem|di|ter|pem)bentuk|(?:me|di|pe)(?:ne|te)tap|(?:mener|diter|pener)bit|"
    r"(?:menyu|disu|penyu|tersu)sun)\w*"
)


def check_two_questions(plan: Plan) -> Iterator[Finding]:
    """Indicators with two predicates, or so long that they hold several questions."""
    for row in plan.activities:
        text = plain(text_of(row, "indikator"))
        stages = {name for name, words in _stages().items() if words & set(text.split())}
        several = len(_FINITE.findall(text)) > 1 or len(stages) > 1
        long = len(text.split()) > _LONG and re.search(r"\bserta\b", text)
        if several or long:
            yield suggestion(
                "RA-DUA-SOAL",
                f"Indikator baris {row.id} memuat lebih dari satu pertanyaan; pecahlah menjadi "
                "satu baris untuk setiap pertanyaan LKE.",
                place_of(row, "indikator"),
            )


@cache
def _stages() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("indikator")["tahap"].items()}


def check_indicators(plan: Plan) -> Iterator[Finding]:
    """Indicators that name an activity or a topic, or whose subject is missing."""
    for row in plan.activities:
        text = plain(text_of(row, "indikator"))
        words = text.split()
        if not words:
            continue
        place = place_of(row, "indikator")
        if is_active(words[0]):
            yield suggestion(
                "RA-INDIKATOR",
                f"Indikator baris {row.id} menyebut kegiatan; nyatakan keadaan yang dicapai, "
                "misalnya “… telah ditetapkan”.",
                place,
            )
        elif words[0] in ("telah", "sudah") and len(words) > 1 and is_active(words[1]):
            yield suggestion(
                "RA-INDIKATOR",
                f"Indikator baris {row.id} tidak bersubjek; nyatakan apa yang telah dicapai, "
                "misalnya “… telah ditetapkan”.",
                place,
            )
        elif not any(_is_predicate(word) for word in words):
            yield suggestion(
                "RA-INDIKATOR",
                f"Indikator baris {row.id} hanya menyebut pokok; nyatakan keadaan yang dicapai, "
                "misalnya “… telah dilakukan”.",
                place,
            )


def _is_predicate(word: str) -> bool:
    if word in _adjectives() or re.fullmatch(r"d[a-z]{6,}(?:kan|i)", word):
        return True
    return (
        bool(_PREDICATE.fullmatch(word))
        and not _NOMINAL.fullmatch(word)
        and (word not in ("terhadap", "terkait", "berdasarkan", "kepada", "keterangan", "melalui"))
    )


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(table("indikator")["sifat"])


def check_actions(plan: Plan) -> Iterator[Finding]:
    """Actions that are no activity, are said to be done already, or join words that do not fit."""
    for row in plan.activities:
        for line in lines_of(text_of(row, "langkah_aksi")):
            if finding := _of_action(row, line):
                yield finding


def _of_action(row: Activity, line: str) -> Finding | None:
    text, place = plain(line), place_of(row, "langkah_aksi")
    mismatch = next((each for each in table("langkah")["tak_berpasangan"] if each in text), "")
    if mismatch:
        return suggestion(
            "RA-LANGKAH-KATA",
            f"Kata kerja dan objek “{mismatch}” tidak berpasangan; yang disusun ialah naskah "
            "(laporan, instrumen), yang dilaksanakan ialah kegiatan.",
            place,
        )
    if _DONE.search(text):
        return suggestion(
            "RA-LANGKAH",
            f"Langkah aksi “{shortened(line)}” menyatakan yang sudah terjadi; tuliskan yang akan "
            "dikerjakan.",
            place,
        )
    if not _is_activity(words_of(text)):
        return suggestion(
            "RA-LANGKAH",
            f"Langkah aksi “{shortened(line)}” tidak menyebut kegiatan; awali dengan kata kerja, "
            "misalnya “Menyusun …”.",
            place,
        )
    return None


def _is_activity(words: list[str]) -> bool:
    """Whether a line names something to do: a verb near its start, or a noun made of one."""
    if not words:
        return True
    first = words[0]
    lists = table("langkah")
    if first in lists["kegiatan"]:
        return True
    if _NOMINAL.fullmatch(first) and first not in lists["bukan_kegiatan"]:
        return True
    subject = words[:_SUBJECT]
    verbs = ("yang", "untuk")
    for at, word in enumerate(subject):
        if word in verbs:
            return False
        if is_active(word):
            return True
        if at and re.fullmatch(r"ber(?:koordinasi|peran|partisipasi|konsultasi)\w*", word):
            return True
        if at and re.fullmatch(r"ter(?:libat)", word):
            return True
    return False


_SUBJECT = 7
