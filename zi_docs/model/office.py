"""The office and its agency, its posts and who holds them, and the people it invites."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import Enum

from zi_docs.model.duty import Duty
from zi_docs.model.origin import Origin, same_id
from zi_docs.text import Picture

UNIT_TOKENS = ("lembaga", "singkatan")


@dataclass(frozen=True)
class Agency:
    """What papers of one agency call things that another calls differently.

    `tanpa_nip` are the groups of people who have neither NIP nor rank. `unit_penyalin` is the
    unit that attests copies, with the tokens of `UNIT_TOKENS`. `singkatan_keputusan` is the kind
    Keputusan in JDIH's file names. The title of the decree of the team that builds the Zona
    Integritas holds every one of `kata_tim_zi`. `kewajiban` are the duties of an office's own
    file; those that ship are asked of `data.duties`.
    """

    tanpa_nip: tuple[str, ...]
    unit_penyalin: str
    singkatan_keputusan: str
    kata_tim_zi: tuple[str, ...]
    kewajiban: tuple[Duty, ...] = field(default=(), compare=False)

    def without_nip(self, group: str) -> bool:
        """Whether the people of a group have neither NIP nor rank."""
        return any(same_id(group, name) for name in self.tanpa_nip)

    def names_integrity_team(self, title: str) -> bool:
        """Whether a decree of this title appoints the team that builds the Zona Integritas."""
        return all(word.casefold() in title.casefold() for word in self.kata_tim_zi)


@dataclass(frozen=True)
class PaperSettings:
    """Paper of one kind of document: name, margins in mm (top, right, bottom, left), font.

    No line of a heading breaks inside one of the `whole` names.
    """

    paper: str
    margins: tuple[float, float, float, float]
    font: str
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """The office whose papers these are; margins in mm.

    `kata_instansi` is where the words of its `agency` come from: one that the program knows, or
    a file beside the workbook.
    """

    lembaga: str
    singkatan: str
    tingkat: str
    wilayah: str
    kedudukan: str
    tahun: int
    agency: Agency
    kata_instansi: str = ""
    keputusan_kertas: str = "F4"
    keputusan_huruf: str = "Bookman Old Style"
    keputusan_margin_atas: float = 25
    keputusan_margin_kanan: float = 25
    keputusan_margin_bawah: float = 25
    keputusan_margin_kiri: float = 25
    keputusan_akhir: str = ";"
    surat_kertas: str = "A4"
    surat_huruf: str = "Arial"
    surat_margin_atas: float = 20
    surat_margin_kanan: float = 20
    surat_margin_bawah: float = 20
    surat_margin_kiri: float = 25
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
    bolak_balik: str = "Ya"
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
        """The full name: `lembaga`, then the region."""
        return f"{self.lembaga} {self.region}"

    @property
    def short_name(self) -> str:
        """The name as running text has it: `singkatan`, then the region."""
        return f"{self.singkatan} {self.region}"

    @property
    def copier_unit(self) -> str:
        """The unit that attests copies, its tokens filled."""
        unit = self.agency.unit_penyalin
        for token in UNIT_TOKENS:
            unit = unit.replace(f"{{{token}}}", getattr(self, token))
        return unit

    @property
    def double_sided(self) -> bool:
        """Whether bundles are printed on both sides of a sheet."""
        return self.bolak_balik == "Ya"

    @property
    def words_file(self) -> str:
        """The office's own file of words; empty where the program knows them."""
        return self.kata_instansi if self.kata_instansi.casefold().endswith(".toml") else ""

    @property
    def _whole_names(self) -> tuple[str, ...]:
        """The parts of the office's name between which a heading breaks (NASKAH section 10).

        `KOMISI PEMILIHAN UMUM` / `KABUPATEN BATANG HARI`; where that is too long, before
        `BATANG HARI`.
        """
        names = (self.lembaga, self.region, self.wilayah)
        return tuple(dict.fromkeys(name.upper() for name in names if " " in name))

    @property
    def files(self) -> tuple[str, ...]:
        """The files beside the workbook that the sheet Instansi names."""
        return tuple(name for name in (self.logo, self.words_file) if name)

    @property
    def decree_paper(self) -> PaperSettings:
        """The paper of decrees."""
        margins = (
            float(self.keputusan_margin_atas),
            float(self.keputusan_margin_kanan),
            float(self.keputusan_margin_bawah),
            float(self.keputusan_margin_kiri),
        )
        return PaperSettings(
            self.keputusan_kertas, margins, self.keputusan_huruf, self._whole_names
        )

    @property
    def letter_paper(self) -> PaperSettings:
        """The paper of letters and forms."""
        margins = (
            float(self.surat_margin_atas),
            float(self.surat_margin_kanan),
            float(self.surat_margin_bawah),
            float(self.surat_margin_kiri),
        )
        return PaperSettings(self.surat_kertas, margins, self.surat_huruf, self._whole_names)


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
    atas_nama: Voice = Voice.POST
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
