"""Decrees: their body, narrative and team; the regulations they cite; their revisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model.origin import Origin
from zi_docs.text import RichText


@dataclass(frozen=True)
class Regulation:
    """A regulation with what a citation of it needs (LN, TLN, BN, what amends it)."""

    id: str
    jenis: str
    nomor: str
    tahun: int
    tentang: str
    ln_tahun: int | None = None
    ln_nomor: str = ""
    tln_nomor: str = ""
    bn_tahun: int | None = None
    bn_nomor: str = ""
    diubah: str = ""
    frasa: str = "sebagaimana telah diubah dengan"
    status: str = ""
    origin: Origin = Origin()


class Part(Enum):
    """The parts of a decree's body."""

    CONSIDERING = "Menimbang"
    RECALLING = "Mengingat"
    NOTING = "Memperhatikan"
    DICTUM = "Diktum"


@dataclass(frozen=True)
class Consideration:
    """One item of a decree's body: its own words, or a regulation to cite."""

    bagian: Part
    isi: RichText
    peraturan: str = ""
    origin: Origin = Origin()


class Level(Enum):
    """The levels of the narrative of a Lampiran."""

    CHAPTER = "Bab"
    PARAGRAPH = "Paragraf"
    LETTER = "Huruf"
    NUMBER = "Angka"
    TABLE_TITLE = "Judul tabel"


@dataclass(frozen=True)
class Passage:
    """One paragraph of the narrative: its level and words, or a regulation to cite."""

    tingkat: Level
    isi: RichText
    peraturan: str = ""
    origin: Origin = Origin()


class Signing(Enum):
    """How a paper is signed (NASKAH section 6)."""

    WET = "Basah"
    SRIKANDI = "SRIKANDI"
    TAG = "Tag BSrE"
    FIELD = "Medan PDF"


class DecreeKind(Enum):
    """What a decree decrees; it chooses the form of its Lampiran."""

    PLAN = "Rencana Aksi"
    TEAM = "Tim"
    SERVICE = "Standar Pelayanan"


@dataclass(frozen=True)
class Decree:
    """A decree with its body and narrative, in order.

    `judul_lampiran` is what the Lampiran is called when that is not the title of the decree.
    """

    id: str
    jenis: DecreeKind
    judul: str
    penanda_tangan: str
    nomor: str = ""
    tanggal: date | None = None
    tempat: str = ""
    penyalin: str = ""
    pemaraf: tuple[str, ...] = ()
    tanda_tangan: Signing = Signing.WET
    subjek: str = ""
    bidang_hukum: str = ""
    bahasa: str = "Indonesia"
    lokasi: str = ""
    abstrak: RichText = RichText()
    judul_lampiran: str = ""
    considerations: tuple[Consideration, ...] = ()
    narrative: tuple[Passage, ...] = ()
    origin: Origin = Origin()

    def items(self, part: Part) -> tuple[Consideration, ...]:
        """The items of one part of the body, in order."""
        return tuple(item for item in self.considerations if item.bagian is part)


@dataclass(frozen=True)
class TeamSeat:
    """A seat in a team; without `pejabat` it waits for a name."""

    keputusan: str
    kedudukan: str
    kelompok: str = ""
    pejabat: str = ""
    jabatan: str = ""
    tugas: RichText = RichText()
    origin: Origin = Origin()


class AmendmentForm(Enum):
    """How the decree of a revision says what it changes; either way the whole Lampiran follows."""

    WHOLE = "Lampiran baru"
    LISTED = "Rincian perubahan"


@dataclass(frozen=True)
class Revision:
    """A change of a decree by a decree of its own; undated while it is being drafted.

    `berkas` is the workbook as this revision decreed it, by its path beside the workbook.
    """

    id: str
    keputusan: str
    nomor: str = ""
    tanggal: date | None = None
    alasan: RichText = RichText()
    bentuk: AmendmentForm = AmendmentForm.WHOLE
    berkas: str = ""
    origin: Origin = Origin()
