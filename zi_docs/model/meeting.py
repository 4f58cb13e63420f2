"""Meetings, and the numbers that letters and decrees are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zi_docs.model.decree import Signing
from zi_docs.model.origin import Origin
from zi_docs.text import Picture, RichText

PLENARY = "Pleno"


@dataclass(frozen=True)
class Photo:
    """A picture of a meeting and what it shows; without words a line to write them on."""

    picture: Picture
    caption: str = ""


@dataclass(frozen=True)
class RowPhotos:
    """The pictures in the folder of evidence of a row of the plan."""

    baris: str
    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class Meeting:
    """A meeting to call; `undangan` and `hadir` are IDs of people or names of groups.

    `jenis` is the kind of event, empty where its title says it (`data.events`).
    `hadir` are those who came; empty until somebody enters them. `keputusan` is the decree that a
    pleno decided, `nomor_ba` the number of its berita acara. `photos`
    come from the folder of the meeting beside the workbook.
    """

    id: str
    acara: str
    tanggal: date
    mulai: time | None = None
    selesai: time | None = None
    tempat: str = ""
    pimpinan: str = ""
    notulis: str = ""
    undangan: tuple[str, ...] = ()
    baris: tuple[str, ...] = ()
    nomor: str = ""
    tanggal_surat: date | None = None
    klasifikasi: str = ""
    sifat: str = "Biasa"
    lampiran: str = ""
    tembusan: str = ""
    tanda_tangan: Signing = Signing.WET
    penanda_tangan: str = ""
    susunan_acara: RichText = RichText()
    pembahasan: RichText = RichText()
    kesimpulan: RichText = RichText()
    tindak_lanjut: RichText = RichText()
    jenis: str = ""
    keputusan: str = ""
    hadir: tuple[str, ...] = ()
    nomor_ba: str = ""
    photos: tuple[Photo, ...] = ()
    origin: Origin = Origin()

    @property
    def plenary(self) -> bool:
        """Whether it is a rapat pleno, which needs a berita acara."""
        return self.jenis == PLENARY


_FOLLOW_UP_PARTS = 3
# Other signs that look like a bar.
_BARS = str.maketrans(dict.fromkeys("¦│┃｜∣❘ǀ", "|"))


def follow_up_parts(line: RichText) -> tuple[RichText, ...]:
    """What, who and until when: a line of `tindak_lanjut` cut at its bars; what lacks is empty."""
    parts = line.map_text(lambda text: text.translate(_BARS)).split_at("|", _FOLLOW_UP_PARTS)
    return (*parts, *[RichText()] * (_FOLLOW_UP_PARTS - len(parts)))


@dataclass(frozen=True)
class NumberPattern:
    """How the full number of a kind of paper is put together; `digit` is its least width."""

    jenis: str
    pola: str
    kode: str = ""
    digit: int = 1
    origin: Origin = Origin()


@dataclass(frozen=True)
class GivenNumber:
    """A number that was given to a document."""

    jenis: str
    nomor: int
    tanggal: date | None = None
    lengkap: str = ""
    dokumen: str = ""
    perihal: str = ""
    origin: Origin = Origin()
