"""Citations of regulations in running text: what kind, number, year and title a text names.

The writer of citations is `wording.citations`. Read are the full form (`Undang-Undang Nomor 25
Tahun 2009 tentang Pelayanan Publik`) and the short one (`PermenPANRB 52/2014`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# How names of kinds begin, long forms and short ones; the rest of a name is capitalised words.
_BEGIN = (
    r"Undang[- ][Uu]ndang|Peraturan|Keputusan|Instruksi|Ketetapan|Surat\s+Edaran|"
    r"Permen\s?PAN(?:-?\s?RB)?|PermenPANRB|Permen|Perpres|Perkom|PerKPK|PerBPKP|PKPU|UU|PP"
)
_KIND = re.compile(
    rf"\b(?:{_BEGIN})\b(?:[\s-]+(?:[A-Z][\w/]*|dan|dan/atau)(?:-[A-Z][\w]*)*,?)*\s*$"
)
_NUMBERED = re.compile(
    r"\b(?:Nomor|NOMOR|nomor|No\.?)\s+(\S+?)\s+(?:Tahun|TAHUN|tahun)\s+(\d{4})\b"
)
_SHORT = re.compile(
    r"\b(UU|PP|Perpres|PKPU|PerKPK|PerBPKP|Permen\s?PAN(?:-?\s?RB)?|"
    r"(?:Undang-Undang|Peraturan\s+Menteri|Peraturan\s+Presiden|Peraturan\s+Pemerintah)"
    r"(?:\s+[A-Z][\w-]*)*)\s+(?:Nomor\s+|No\.?\s*)?(\d+)/((?:19|20)\d{2})\b"
)
_ABOUT = re.compile(r"\s+(?:tentang|Tentang|TENTANG)\s+")
# Where a title ends: at gazettes, the end of a sentence or item, or what goes on about it.
_TITLE_END = re.compile(
    r"\s*\(|;|\.(?=\s|$)|:|\n|,?\s+sebagaimana\s+telah|,(?=\s+(?!dan\b|atau\b)[a-z])"
    rf"|,?\s+(?:dan|serta)\s+(?=(?:{_BEGIN})\b[^.;()]{{0,100}}?\bNomor\s+\S+\s+Tahun\s)"
    r"|,?\s+(?=(?:perlu|telah|sudah|belum)\b)"
    # A verb in small letters goes on about it; some words only look like verbs.
    r"|,?\s+(?=(?!menjadi\b|melalui\b|mengenai\b|menuju\b|menurut\b)(?:me[a-z]{4,}|di[a-z]{5,})\b)"
)
# What stands before gazettes is title, whatever its commas are.
_GAZETTED = re.compile(r"((?:(?!\.\s|sebagaimana\s+telah)[^(;:\n])*?)\s*\((?:Lembaran|Berita)\b")
_AMENDED = re.compile(r"(?:\s*\([^)]*\))?\s*([;,]?)\s*sebagaimana\s+telah\b([^.;]*?)\bdengan\s*$")
_AMENDING = re.compile(r"\s*(?:Perubahan|Pencabutan|Penetapan)\b", re.I)
_REACH = 160


@dataclass(frozen=True)
class CitedRegulation:
    """A regulation as a text cites it; `start` and `end` are where the citation stands in it.

    `tentang` is empty where no title is given. `within` tells that it stands in the title of the
    citation before it, `amends` that it is cited as the amendment of the one before it.
    """

    jenis: str
    nomor: str
    tahun: int
    tentang: str
    start: int
    end: int
    within: bool = False
    amends: bool = False

    @property
    def name(self) -> str:
        """`Undang-Undang Nomor 25 Tahun 2009`."""
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def changes_another(self) -> bool:
        """Whether its title says that it changes another regulation."""
        return names_change(self.tentang)


def names_change(tentang: str) -> bool:
    """Whether a title is that of a regulation that only changes another."""
    return bool(_AMENDING.match(tentang)) and "atas " in tentang.casefold()


@lru_cache(maxsize=1024)
def citations_in(text: str) -> tuple[CitedRegulation, ...]:
    """The citations of a text in order, also those that stand inside the title of another."""
    return tuple(_read(text))


def own_citations(text: str) -> tuple[CitedRegulation, ...]:
    """The citations of a text that do not stand in the title of another."""
    return tuple(citation for citation in citations_in(text) if not citation.within)


@lru_cache(maxsize=1024)
def without_cited(text: str) -> str:
    """A text without its citations and their titles."""
    rest, place = [], 0
    for citation in own_citations(text):
        rest.append(text[place : citation.start])
        place = citation.end
    return "".join([*rest, text[place:]])


def _read(text: str) -> Iterator[CitedRegulation]:
    outer_end = 0
    previous_end = 0
    for match, kind, start in _numbered(text):
        number, year = match[match.re.groups - 1], int(match[match.re.groups])
        title, end = _title(text, match.end())
        within = start < outer_end
        between = text[previous_end:start]
        amends = not within and previous_end > 0 and bool(_AMENDED.match(between))
        yield CitedRegulation(kind, number, year, title, start, end, within, amends)
        if not within:
            outer_end = previous_end = end


def _numbered(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each number with year, the kind before it, and where that begins."""
    spots: list[tuple[int, re.Match[str], str]] = []
    for match in _NUMBERED.finditer(text):
        reach = max(0, match.start() - _REACH)
        named = _KIND.search(text[reach : match.start()])
        if named:
            spots.append((reach + named.start(), match, " ".join(named[0].split())))
    spots += [(m.start(), m, " ".join(m[1].split())) for m in _SHORT.finditer(text)]
    for start, match, kind in sorted(spots, key=lambda spot: spot[0]):
        yield match, kind, start


def _title(text: str, place: int) -> tuple[str, int]:
    """The title that follows a number, and where it ends.

    The title of an amendment holds that of what it amends, whose number ends no title.
    """
    about = _ABOUT.match(text, place)
    if not about:
        return "", place
    gazetted = _GAZETTED.match(text, about.end())
    end = None if gazetted else _TITLE_END.search(text, about.end())
    stop = gazetted.end(1) if gazetted else end.start() if end else len(text)
    return text[about.end() : stop].strip(" ,"), stop
