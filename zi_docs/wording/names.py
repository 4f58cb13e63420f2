"""Names and titles of decrees, offices and posts, as headings and running text write them.

The names of amending decrees follow Law 12/2011, annex II: `Perubahan Kedua atas ...` in the
title; a decree amended once is cited with `sebagaimana telah diubah dengan`, after more amendments
with `sebagaimana telah beberapa kali diubah, terakhir dengan`.
"""

from zi_docs.model import Office, Official, Voice
from zi_docs.wording.numbers import number_in_words

_AMENDED_ONCE = "sebagaimana telah diubah dengan"
_AMENDED_OFTEN = "sebagaimana telah beberapa kali diubah, terakhir dengan"
# Academic titles before a name; those after it follow a comma. `H.` and `Hj.` are none.
_FRONT_TITLES = ("prof.", "dr.", "drs.", "dra.", "ir.", "drg.", "drh.", "apt.", "ns.")
_PARTICLES = ("dan", "atau", "serta", "di", "ke", "dari", "yang", "pada", "bagi", "untuk")
_ABBREVIATION_LENGTH = 3


def decree_heading(office: Office, signer: Official) -> tuple[str, str]:
    """The two heading lines that name a decree; they depend on the signer (NASKAH section 1).

    `KEPUTUSAN KOMISI PEMILIHAN UMUM` for an official who decrees in the name of the office,
    `KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM` for one who decrees by virtue of the post; the
    second line is the region.
    """
    post = "" if signer.atas_nama is Voice.OFFICE else f"{signer.jabatan} "
    return f"KEPUTUSAN {post}{office.lembaga}".upper(), office.region.upper()


def decree_author(office: Office, signer: Official) -> str:
    """The issuer of a decree in running text: `Komisi Pemilihan Umum Kabupaten Batang Hari`."""
    return office.name if signer.atas_nama is Voice.OFFICE else f"{signer.jabatan} {office.name}"


def post_with_office(office: Office, official: Official) -> str:
    """A post with the office's name: `Ketua Komisi Pemilihan Umum Kabupaten Batang Hari`."""
    return f"{official.jabatan} {office.name}"


def post_lines(office: Office, official: Official, *, capitals: bool = True) -> tuple[str, str]:
    """A signer's post on two lines, with a comma at the end; in capitals for decrees."""
    post, region = f"{official.jabatan} {office.lembaga}", f"{office.region},"
    return (post.upper(), region.upper()) if capitals else (post, region)


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
    return f"{decree} {_AMENDED_ONCE if times == 1 else _AMENDED_OFTEN} {last}"


def heading_title(title: str) -> str:
    """A title as headings have it; where its lines break is decided on the page."""
    return title.upper()


def name_without_titles(name: str) -> str:
    """A name as decrees and their signatures bear it: without academic titles (NASKAH 10)."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[0].casefold() in _FRONT_TITLES:
        words = words[1:]
    return " ".join(words)


def running_title(capitals: str) -> str:
    """A title in capitals as running text has it: `Penataan Manajemen SDM dan Aparatur`.

    Words of up to three letters that are not particles are kept as abbreviations.
    """
    return " ".join(_running_word(word) for word in capitals.split())


def _running_word(word: str) -> str:
    if word.casefold() in _PARTICLES:
        return word.casefold()
    return word if len(word) <= _ABBREVIATION_LENGTH else word.capitalize()
