"""Clauses and sentences of decrees that lack what makes them one: predicate or subject.

Told by the forms of Indonesian verbs: a verb that only depends on `yang`, `untuk`, `dengan` and
their kin is no predicate. Where a word may be one, nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.worded_cells import (
    LISTED,
    excerpt,
    folded_words,
    sentences,
    worded_cells,
)
from zi_docs.findings import Finding, Place, suggestion, warning
from zi_docs.model import DecreeKind, Level, Part, Plan
from zi_docs.wording.citation_reader import without_cited

_VERB = re.compile(r"(?:me[a-z]{3,}|ber[a-z]{3,}|di[a-z]{4,}|ter[a-z]{3,}|be(?:kerja|lajar)\w*)")
_POSSIBLE_WORDS = """
    ada adalah akan belum boleh bukan dapat harus hendak ialah memang merupakan mampu perlu sudah
    telah tidak wajib yaitu yakni bisa sedang masih ingin mulai patut layak
"""
_PREDICATES = frozenset(_POSSIBLE_WORDS.split())
# Begin like verbs and are none, or stand before nouns as prepositions and adjectives do.
_NO_VERB_WORDS = """
    bebas beberapa berbagai berbasis berdasarkan berdaya berikut berkala berkas berkelanjutan
    berkualitas bersama bersih berita berupa berintegritas bertahap beserta berkaitan berkenaan
    besar besaran benar benturan beban bentuk bentuknya berat berani dewan diklat dimensi dinas
    direktorat direktur disiplin disabilitas digital dinamika dialog media melalui mengenai
    menteri menuju menurut mendatang meja mental merata mesin metode mekanisme memori memorandum
    megah merek terakhir terbaik terbaru terbuka terhadap terkait termasuk tersebut tertentu
    tertib terpadu terukur terencana terutama terus terima teratur tersendiri terpercaya tertulis
    terkini terarah merdeka melayani
"""
_NO_VERBS = frozenset(_NO_VERB_WORDS.split())
_DEPENDENT = frozenset(
    (
        "yang",
        "untuk",
        "guna",
        "dengan",
        "dalam",
        "agar",
        "supaya",
        "demi",
        "tanpa",
        "sambil",
    )
)
_ADVERB_WORDS = """
    telah sudah akan belum tidak dapat harus perlu terus selalu senantiasa lebih turut ikut secara
    juga masih sedang
"""
_ADVERBS = frozenset(_ADVERB_WORDS.split())
_JOINING = frozenset(
    (
        "dan",
        "atau",
        "serta",
        "maupun",
    )
)
_PREPOSED_SUBJECT = re.compile(
    r"(?:Dalam|Pada|Dengan|Bagi|Untuk|Kepada|Dari|Melalui)\s[^,;:.]*?\b(di[a-z]{4,})\s+(?:dengan|oleh)\b"
)
_NO_SUBJECT = re.compile(r"(?:Dalam|Dengan|Untuk|Guna)\s+(me[a-z]{4,})\b[^,;:]*,\s+(me[a-z]{4,})\b")
_NEEDLESS = re.compile(
    r"(Dalam\s+rangka|Untuk|Dengan|Berdasarkan|Karena|Sehubungan\s+dengan|Guna)\b[^.;]*?,\s+maka\b"
)
# `bahwa menindaklanjuti …` and `bahwa dengan ditetapkannya …` lead to a clause that must follow.
_LEADING = re.compile(r"^bahwa\s+(?:me[a-z]{4,}|sehubungan|sejalan)\b", re.I)
_ASIDE = re.compile(r"\([^)]*\)")
_IN_FORCE = re.compile(
    r"\bmulai\s+berlaku\b|\bberlaku\s+(?:sejak|pada|mulai|surut|terhitung)\b", re.I
)
_COST = re.compile(
    r"\bbiaya\b[^.]*\b(?:di)?bebankan\b|\bdibebankan\b[^.]*\banggaran\b"
    r"|\btidak\s+(?:membebani|menimbulkan)\b[^.]*\b(?:biaya|anggaran)\b",
    re.I,
)
_RUN_ON = re.compile(r"\b([a-z]{5,})\s+(Pe[a-z]{2,}|[A-Z][a-z]{4,})\b")


def check_considerations(plan: Plan) -> Iterator[Finding]:
    """A consideration says something: `bahwa berdasarkan …;` without a predicate does not."""
    for cell in worded_cells(plan):
        if cell.part is not Part.CONSIDERING:
            continue
        if not cell.text.casefold().startswith("bahwa"):
            yield warning(
                "KEP-BAHWA",
                f"Butir Menimbang “{excerpt(cell.text)}” tidak diawali kata bahwa; awali dengan "
                "kata bahwa.",
                cell.place,
            )
        elif not has_predicate(without_cited(_LEADING.sub("", cell.text))):
            yield warning(
                "KEP-KLAUSA",
                f"Butir Menimbang “{excerpt(cell.text)}” tidak mempunyai predikat, jadi belum "
                "menyatakan apa pun. Lengkapi kalimatnya, misalnya dengan “…, perlu menyusun "
                "rencana aksi …;”.",
                cell.place,
            )


def check_in_force(plan: Plan) -> Iterator[Finding]:
    """Among its dicta one says when the decree comes into force."""
    for decree in plan.decrees:
        dicta = decree.items(Part.DICTUM)
        if not dicta or any(_IN_FORCE.search(item.isi.plain) for item in dicta):
            continue
        if dicta[-1].origin.file:
            yield warning(
                "KEP-BERLAKU",
                f"Tidak ada diktum yang menyatakan sejak kapan Keputusan {decree.id} berlaku; "
                "tambahkan “Keputusan ini mulai berlaku pada tanggal ditetapkan.”",
                dicta[-1].origin.at("isi"),
            )


def check_cost_clauses(plan: Plan) -> Iterator[Finding]:
    """One dictum says who bears the costs; a team has some, a plan alone has none."""
    for decree in plan.decrees:
        dicta = decree.items(Part.DICTUM)
        costs = [item for item in dicta if _COST.search(item.isi.plain)]
        if len(costs) > 1:
            yield suggestion(
                "KEP-BIAYA",
                f"Diktum tentang biaya Keputusan {decree.id} lebih dari satu; hapuslah yang tidak "
                "berlaku.",
                costs[-1].origin.at("isi"),
            )
        elif dicta and not costs and decree.jenis is DecreeKind.TEAM:
            yield suggestion(
                "KEP-BIAYA",
                f"Keputusan {decree.id} tidak menyebut biaya; bila ada, tambahkan diktum yang "
                "membebankannya pada anggaran, bila tidak ada, nyatakan tidak menimbulkan biaya.",
                dicta[-1].origin.at("isi"),
            )


def check_sentences(plan: Plan) -> Iterator[Finding]:
    """Sentences of the narrative without predicate or without subject, and two run together.

    The first words of a list item are no sentence.
    """
    for cell in worded_cells(plan):
        if cell.part in (Level.PARAGRAPH, *LISTED):
            for number, sentence in enumerate(sentences(cell.text)):
                bare = without_cited(sentence).rstrip("; ")
                whole = bool(number) or cell.part is Level.PARAGRAPH
                yield from _without_parts(bare, sentence, cell.place, whole=whole)
                yield from _ill_joined(bare, sentence, cell.place)


def _without_parts(bare: str, sentence: str, place: Place, *, whole: bool) -> Iterator[Finding]:
    """A sentence without subject or, where it should be a `whole` one, without predicate."""
    if match := _PREPOSED_SUBJECT.match(bare) or _NO_SUBJECT.match(bare):
        yield suggestion(
            "KEP-KALIMAT",
            f"Kalimat “{excerpt(sentence)}” tidak mempunyai subjek; hapuslah kata "
            f"“{bare.split()[0]}” di awalnya, atau sebutkan subjeknya di depan kata "
            f"“{match[match.lastindex or 1]}”.",
            place,
        )
    elif whole and _fragment(bare):
        yield suggestion(
            "KEP-KALIMAT",
            f"Kalimat “{excerpt(sentence)}” tidak mempunyai predikat. Lengkapi kalimatnya, atau "
            "gabungkan dengan kalimat di dekatnya.",
            place,
        )


def _ill_joined(bare: str, sentence: str, place: Place) -> Iterator[Finding]:
    """A sentence with a needless joining word, and two sentences without a stop between."""
    if match := _NEEDLESS.match(bare):
        yield suggestion(
            "KEP-KALIMAT",
            f"Kalimat “{excerpt(sentence)}” memakai kata “{match[1]}” dan “maka” sekaligus; "
            "hapuslah kata “maka”.",
            place,
        )
    for first, second in _RUN_ON.findall(bare):
        if first in second.casefold():
            yield suggestion(
                "KEP-KALIMAT",
                f"Kalimat “{excerpt(sentence)}” agaknya dua kalimat yang bersambung pada "
                f"“{first} {second}”; pisahkan dengan titik.",
                place,
            )


def _fragment(sentence: str) -> bool:
    listing = sentence.endswith("berikut:") or len(sentence.split()) < 4
    return not listing and not has_predicate(sentence)


def has_predicate(clause: str) -> bool:
    """Whether some word of a clause may be its predicate.

    Once a verb depends on a word before it, a verb that is joined to what follows does too:
    `untuk menata layanan dan menilai hasil`.
    """
    words = folded_words(_ASIDE.sub(" ", clause))
    place, bound = 0, False
    while place < len(words):
        word = words[place]
        if word in _DEPENDENT:
            after = _past_dependent(words, place + 1)
            bound = bound or after > place + 1
            place = after
        elif is_verbal(word) and not (bound and place and words[place - 1] in _JOINING):
            return True
        else:
            place += 1
    return False


def _past_dependent(words: list[str], place: int) -> int:
    """The place behind the verbs that depend on the word before `place`, joined ones too."""
    while place < len(words) and (words[place] in _ADVERBS or is_verbal(words[place])):
        verb = words[place] not in _ADVERBS
        place += 1
        if verb and words[place : place + 1] and words[place] in _JOINING:
            place += is_verbal("".join(words[place + 1 : place + 2]))
        elif verb:
            break
    return place


def is_verbal(word: str) -> bool:
    """Whether a word, in small letters, has the form of a predicate."""
    return word in _PREDICATES or (word not in _NO_VERBS and bool(_VERB.fullmatch(word)))
