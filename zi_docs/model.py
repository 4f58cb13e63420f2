"""The plan of a year as immutable records; each datum knows the cell it came from.

Records hold what the workbook says, typed, with the tokens of office and year already filled.
References stay IDs; `Plan` looks them up. Nothing here knows of Excel or Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from zi_docs.findings import Place
from zi_docs.text import Picture, RichText


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, sheet, row, and the cell of each of its fields."""

    file: str = ""
    sheet: str = ""
    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, hash=False)

    def at(self, name: str) -> Place:
        """The place of a field; of the row's first cell when the field has no cell."""
        return Place(self.file, self.sheet, self.cells.get(name, f"A{self.row}"))


@dataclass(frozen=True)
class PaperSettings:
    """Paper of one kind of document: name, margins in mm (top, right, bottom, left), font."""

    paper: str
    margins: tuple[float, float, float, float]
    font: str


@dataclass(frozen=True)
class Office:
    """The office whose papers these are."""

    lembaga: str
    singkatan: str
    tingkat: str
    wilayah: str
    kedudukan: str
    tahun: int
    decree_paper: PaperSettings
    letter_paper: PaperSettings
    decree_ending: str = ";"
    rapat_mulai: time | None = None
    rapat_tempat: str = ""
    rapat_klasifikasi: str = ""
    rapat_pimpinan: str = ""
    rapat_undangan: tuple[str, ...] = ()
    provinsi: str = ""
    kode_satker: str = ""
    alamat: str = ""
    telepon: str = ""
    surel: str = ""
    laman: str = ""
    jdih: str = ""
    predikat: str = ""
    logo: str = ""
    zona_waktu: str = "WIB"
    undangan_terlampir: int = 5
    baris_kosong: int = 10
    teu_badan: str = ""
    tag_bsre: str = "#"
    lambang: Picture | None = None
    origin: Origin = Origin()

    @property
    def region(self) -> str:
        """The region with its level (`Kabupaten Batang Hari`); the bare name of another unit."""
        return self.wilayah if self.tingkat == "Lainnya" else f"{self.tingkat} {self.wilayah}"

    @property
    def name(self) -> str:
        """The full name: `Komisi Pemilihan Umum Kabupaten Batang Hari`."""
        return f"{self.lembaga} {self.region}"

    @property
    def short_name(self) -> str:
        """The name as running text has it: `KPU Kabupaten Batang Hari`."""
        return f"{self.singkatan} {self.region}"


class Voice(Enum):
    """In whose name an official decrees."""

    OFFICE = "Lembaga"
    POST = "Jabatan"


@dataclass(frozen=True)
class Official:
    """A post and who holds it; an empty name is a blank to write in."""

    id: str
    jabatan: str
    nama: str = ""
    nip: str = ""
    pangkat: str = ""
    kelompok: str = ""
    unit: str = ""
    voice: Voice = Voice.POST
    origin: Origin = Origin()

    @property
    def commissioner(self) -> bool:
        """Whether this is a commissioner: they have neither NIP nor rank."""
        return self.kelompok == "Komisioner"


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

    part: Part
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

    level: Level
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


@dataclass(frozen=True)
class Decree:
    """A decree with its body and narrative, in order.

    `judul_lampiran` is what the Lampiran is called when that is not the title of the decree.
    """

    id: str
    kind: DecreeKind
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
        return tuple(item for item in self.considerations if item.part is part)


@dataclass(frozen=True)
class Activity:
    """One row of the action plan; `months` holds the marked months, 1 to 12."""

    id: str
    area: str
    komponen: RichText
    indikator: RichText
    langkah_aksi: RichText
    bukti: RichText
    months: frozenset[int] = frozenset()
    target: str = ""
    pic: str = ""
    lke: str = ""
    origin: Origin = Origin()


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


@dataclass(frozen=True)
class Meeting:
    """A meeting to call; `undangan` are IDs of people or names of groups."""

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
    origin: Origin = Origin()


@dataclass(frozen=True)
class Participant:
    """Somebody invited who holds no post of the office."""

    id: str
    nama: str = ""
    nip: str = ""
    pangkat: str = ""
    jabatan: str = ""
    instansi: str = ""
    kelompok: str = ""
    origin: Origin = Origin()


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


@dataclass(frozen=True)
class Realisation:
    """What came of a row of the plan in a month that is marked for it.

    `bulan_lapor` is the month in which it was reported, when that is a later one: a row overdue
    since January and done in March has one record of January and another reported in March.
    """

    baris: str
    bulan: int
    bulan_lapor: int | None = None
    persen: float | None = None
    uraian: RichText = RichText()
    bukti_ada: str = ""
    tautan: str = ""
    kendala: str = ""
    rekomendasi: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas: date | None = None
    origin: Origin = Origin()

    @property
    def reported(self) -> int:
        """The month in which it was reported."""
        return self.bulan_lapor or self.bulan


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


@dataclass(frozen=True)
class Plan:
    """Everything that the workbook says of a year."""

    office: Office
    officials: tuple[Official, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    decrees: tuple[Decree, ...] = ()
    activities: tuple[Activity, ...] = ()
    seats: tuple[TeamSeat, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participants: tuple[Participant, ...] = ()
    number_patterns: tuple[NumberPattern, ...] = ()
    numbers: tuple[GivenNumber, ...] = ()
    realisations: tuple[Realisation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    areas: tuple[str, ...] = ()
    form_columns: tuple[str, ...] = ()
    meeting_words: tuple[str, ...] = ()
    not_meetings: tuple[str, ...] = ()

    def official(self, key: str) -> Official | None:
        """The official of an ID; IDs differ in more than case."""
        return next((o for o in self.officials if same_id(o.id, key)), None)

    def guest(self, key: str) -> Guest | None:
        """The official or participant of an ID."""
        return next((one for one in self._guests() if same_id(one.id, key)), None)

    def group(self, name: str) -> tuple[Guest, ...]:
        """Who belongs to a group (Kelompok), in the order of the sheets."""
        return tuple(one for one in self._guests() if same_id(one.kelompok, name))

    def _guests(self) -> tuple[Guest, ...]:
        return (*self.officials, *self.participants)

    def regulation(self, key: str) -> Regulation | None:
        """The regulation of an ID."""
        return next((r for r in self.regulations if same_id(r.id, key)), None)

    def team(self, decree: Decree) -> tuple[TeamSeat, ...]:
        """The seats of the team that a decree appoints, in order."""
        return tuple(seat for seat in self.seats if same_id(seat.keputusan, decree.id))

    def decree(self, key: str) -> Decree | None:
        """The decree of an ID."""
        return next((d for d in self.decrees if same_id(d.id, key)), None)


Guest = Official | Participant
"""Somebody who can be invited."""


def same_id(one: str, other: str) -> bool:
    """IDs are compared without regard to case and outer spaces."""
    return one.strip().casefold() == other.strip().casefold()
