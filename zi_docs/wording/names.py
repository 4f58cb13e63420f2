"""Names and titles of decrees, offices and posts, as headings and running text write them.

The names of amending decrees follow Law 12/2011, annex II: `Perubahan Kedua atas ...` in the
title; a decree amended once is cited with `sebagaimana telah diubah dengan`, after more amendments
with `sebagaimana telah beberapa kali diubah, terakhir dengan`.
"""

from zi_docs.model import Office, Official, Voice
from zi_docs.wording.numbers import number_in_words

_AMENDED_ONCE = "sebagaimana telah diubah dengan"
AMENDED_OFTEN = "sebagaimana telah beberapa kali diubah, terakhir dengan"
# Governments of regions, the levels that their names begin with, and the posts that head them.
_GOVERNMENTS = ("pemerintah", "kecamatan", "kelurahan", "desa", "nagari")
_LEVELS = ("daerah", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "nagari")
_HEADS = ("gubernur", "bupati", "wali kota", "walikota", "camat", "lurah", "kepala desa")
_DEPUTIES = ("wakil", "penjabat", "plt.", "plh.")
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
    return post_at(official.jabatan, office.name)


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


def post_at(post: str, office: str) -> str:
    """A post with its office, which is named once.

    A post that names its office, or the region that it heads, is complete: `Wali Kota Palopo` of
    the `Pemerintah Kota Palopo`, `Kapolres Palopo` of the `Polres Palopo`. Words with which the
    one ends and the other begins are written once: `Kepala Dinas Kesehatan` of the `Dinas
    Kesehatan Kota Palopo`.
    """
    words, place = post.split(), office.split()
    folded, there = post.casefold().split(), office.casefold().split()
    if not words or not place or _holds(folded, there):
        return " ".join(words or place)
    if region := _headed_region(folded, there):
        named = folded[-len(region) :] == region
        return " ".join(words if named else [*words, *place[-len(region) :]])
    if folded[0] == f"ka{there[0]}" and folded[1:] in ([], there[1:]):
        return " ".join([words[0], *place[1:]])
    shared = next(n for n in range(min(len(words), len(place)), -1, -1) if _meet(folded, there, n))
    return " ".join([*words, *place[shared:]])


def _holds(words: list[str], part: list[str]) -> bool:
    starts = range(len(words) - len(part) + 1)
    return any(words[start : start + len(part)] == part for start in starts)


def _headed_region(post: list[str], office: list[str]) -> list[str]:
    """The name of the region whose government an office is and a post heads, if so."""
    if office[0] not in _GOVERNMENTS:
        return []
    name = office[1:]
    while len(name) > 1 and name[0] in _LEVELS:
        name = name[1:]
    head = post[1:] if post[0] in _DEPUTIES else post
    own = " ".join(head[: -len(name)] if head[-len(name) :] == name else head)
    return name if own in _HEADS else []


def _meet(post: list[str], office: list[str], count: int) -> bool:
    """Whether a post ends with the words with which an office begins."""
    return post[len(post) - count :] == office[:count]


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
    """A title as headings have it; where its lines break is decided on the page."""
    return title.upper()


def nip_line(nip: str) -> str:
    """`NIP 197001012000031001` below a signature; nothing for who has none (`-`)."""
    return f"NIP {nip}" if nip.strip(" -–") else ""


def running_title(capitals: str) -> str:
    """A title in capitals as running text has it: `Penataan Manajemen SDM dan Aparatur`.

    Words of up to three letters that are not particles are kept as abbreviations.
    """
    return " ".join(_running_word(word) for word in capitals.split())


def _running_word(word: str) -> str:
    if word.casefold() in _PARTICLES:
        return word.casefold()
    return word if len(word) <= _ABBREVIATION_LENGTH else word.capitalize()
