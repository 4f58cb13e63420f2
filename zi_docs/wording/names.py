"""Names and titles of decrees, offices and posts, as headings and running text write them.

The names of amending decrees follow Law 12/2011, annex II: `Perubahan Kedua atas ...` in the
title; a decree amended once is cited with `sebagaimana telah diubah dengan`, after more amendments
with `sebagaimana telah beberapa kali diubah, terakhir dengan`.
"""

import re

from zi_docs.model import Office, Official, Voice
from zi_docs.wording.numbers import number_in_words

_AMENDED_ONCE = "sebagaimana telah diubah dengan"
AMENDED_OFTEN = "sebagaimana telah beberapa kali diubah, terakhir dengan"
# No line of a heading ends with a preposition, and no year is alone on the last line.
_NO_BREAK_AFTER = re.compile(r"\b(DI|TAHUN(?= \d{4})) ")
# Governments of regions, the levels that their names begin with, and the posts that head them.
_GOVERNMENTS = ("pemerintah", "kecamatan", "kelurahan", "desa", "nagari")
_LEVELS = ("daerah", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "nagari")
_HEADS = ("gubernur", "bupati", "wali kota", "walikota", "camat", "lurah", "kepala desa",
          "penjabat gubernur", "penjabat bupati", "penjabat wali kota")  # fmt: skip
_PARTICLES = ("dan", "atau", "serta", "di", "ke", "dari", "yang", "pada", "bagi", "untuk")
_ABBREVIATION_LENGTH = 3


def decree_heading(office: Office, signer: Official) -> tuple[str, str]:
    """The two heading lines that name a decree; they depend on the signer (NASKAH section 1).

    `KEPUTUSAN KOMISI PEMILIHAN UMUM` for an official who decrees in the name of the office,
    `KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM` for one who decrees by virtue of the post; the
    second line is the region.
    """
    if signer.atas_nama is Voice.OFFICE:
        author, region = office.lembaga, office.region
    else:
        author, region = _post_and_region(office, signer)
    return f"KEPUTUSAN {author}".upper(), region.upper()


def decree_author(office: Office, signer: Official) -> str:
    """The issuer of a decree in running text: `Komisi Pemilihan Umum Kabupaten Batang Hari`."""
    return office.name if signer.atas_nama is Voice.OFFICE else post_with_office(office, signer)


def post_with_office(office: Office, official: Official) -> str:
    """A post with the office's name: `Ketua Komisi Pemilihan Umum Kabupaten Batang Hari`."""
    return position_at(official.jabatan, office.name)


def post_lines(office: Office, official: Official, *, capitals: bool = True) -> tuple[str, str]:
    """A signer's post on two lines, with a comma at the end; in capitals for decrees."""
    post, region = _post_and_region(office, official)
    lines = (post, f"{region},") if region else (f"{post},", "")
    return (lines[0].upper(), lines[1].upper()) if capitals else lines


def _post_and_region(office: Office, official: Official) -> tuple[str, str]:
    """The post with its office, parted before the region, where it ends with that."""
    post = post_with_office(office, official)
    before = post[: -len(office.region)].rstrip()
    ends = post.casefold().endswith(office.region.casefold()) and before
    return (before, office.region) if ends else (post, "")


def position_at(position: str, institution: str) -> str:
    """A position with the institution where it is held, which is named once.

    A position that names its institution, or the region that it heads, is complete: `Wali Kota
    Palopo` of the `Pemerintah Kota Palopo`. Words with which the one ends and the other begins are
    written once: `Kepala Dinas Kesehatan` of the `Dinas Kesehatan Kota Palopo`.
    """
    post, place = position.split(), institution.split()
    folded, there = position.casefold().split(), institution.casefold().split()
    if not post or not place or _holds(folded, there):
        return " ".join(post or place)
    if region := _headed_region(folded, there):
        named = folded[-len(region) :] == region
        return " ".join(post if named else [*post, *place[-len(region) :]])
    shared = next(n for n in range(min(len(post), len(place)), -1, -1) if _meet(folded, there, n))
    return " ".join([*post, *place[shared:]])


def _meet(position: list[str], institution: list[str], count: int) -> bool:
    """Whether a position ends with the words with which an institution begins."""
    return position[len(position) - count :] == institution[:count]


def _holds(words: list[str], part: list[str]) -> bool:
    starts = range(len(words) - len(part) + 1)
    return any(words[start : start + len(part)] == part for start in starts)


def _headed_region(position: list[str], institution: list[str]) -> list[str]:
    """The name of the region whose government an institution is and a position heads, if so."""
    if institution[0] not in _GOVERNMENTS:
        return []
    name = institution[1:]
    while len(name) > 1 and name[0] in _LEVELS:
        name = name[1:]
    head = position[1:] if position[0] == "wakil" else position
    heads = " ".join(head[: -len(name)] if head[-len(name) :] == name else head)
    return name if heads in _HEADS else []


def amendment_title(number: int, decree: str) -> str:
    """The title of the amendment with this number (from 1) of a decree cited in full."""
    ordinal = f" {ordinal_word(number)}" if number > 1 else ""
    return f"Perubahan{ordinal} atas {decree}"


def ordinal_word(number: int) -> str:
    """`Kedua`, `Kedua Belas`: the ordinal from 2 on, capitalised as in a title."""
    return f"ke{number_in_words(number)}".title()


def decree_as_amended(decree: str, times: int, last: str) -> str:
    """The citation of a decree amended `times` times, with its last amendment."""
    if not times:
        return decree
    return f"{decree} {_AMENDED_ONCE if times == 1 else AMENDED_OFTEN} {last}"


def heading_title(title: str) -> str:
    """A title in capitals, with no-break spaces where a line must not end."""
    return _NO_BREAK_AFTER.sub("\\1\u00a0", title.upper())


def running_title(capitals: str) -> str:
    """A title in capitals as running text has it: `Penataan Manajemen SDM dan Aparatur`.

    Words of up to three letters that are not particles are kept as abbreviations.
    """
    return " ".join(_running_word(word) for word in capitals.split())


def _running_word(word: str) -> str:
    if word.casefold() in _PARTICLES:
        return word.casefold()
    return word if len(word) <= _ABBREVIATION_LENGTH else word.capitalize()
