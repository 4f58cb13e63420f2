"""How the starting text of a team decree is written down, and how it becomes rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zi_docs.text import RichText
from zi_docs.workbook.writing.cell_values import Values

IN_FORCE = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
COST = (
    "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Daftar Isian "
    "Pelaksanaan Anggaran {instansi} Tahun Anggaran {tahun}."
)
HEAD_OF_SECTION = "Kepala Subbagian"
STAFF = "Pegawai Sekretariat"
DIRECTORS = ("KETUA", "ANGGOTA-1", "ANGGOTA-2", "ANGGOTA-3", "ANGGOTA-4")


@dataclass(frozen=True)
class Seat:
    """A seat: an official's ID, or the position of somebody whom the office has yet to name."""

    kedudukan: str
    pejabat: str = ""
    jabatan: str = ""
    kelompok: str = ""
    tugas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Starter:
    """A team decree to start from; the closing consideration and dictum are the same for all."""

    id: str
    judul: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    diktum: tuple[str, ...]
    seats: tuple[Seat, ...]

    def decree(self) -> Values:
        """The row of the sheet Keputusan: without number and date, signed by the chair."""
        return {
            "id": self.id,
            "jenis": "Tim",
            "judul": self.judul,
            "penanda_tangan": "KETUA",
            "pemaraf": "SEKRETARIS",
            "catatan": "Naskah awal; sesuaikan dengan keadaan kantor sebelum ditetapkan.",
        }

    def considerations(self) -> Iterator[Values]:
        """The rows of the sheet Konsiderans."""
        closing = (
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {huruf-sebelumnya}, perlu "
            f"menetapkan Keputusan {{instansi}} tentang {self.judul}"
        )
        for text in (*self.menimbang, closing):
            yield self._item("Menimbang", isi=RichText.of(text))
        for regulation in self.mengingat:
            yield self._item("Mengingat", peraturan=regulation)
        for text in (*self.diktum, COST, IN_FORCE):
            yield self._item("Diktum", isi=RichText.of(text))

    def team(self) -> Iterator[Values]:
        """The rows of the sheet Tim."""
        for seat in self.seats:
            yield {
                "keputusan": self.id,
                "kelompok": seat.kelompok or None,
                "kedudukan": seat.kedudukan,
                "pejabat": seat.pejabat or None,
                "jabatan": seat.jabatan or None,
                "tugas": RichText.of(listed(seat.tugas)) if seat.tugas else None,
            }

    def _item(self, part: str, **more: RichText | str) -> Values:
        return {"keputusan": self.id, "bagian": part, **more}


def listed(items: tuple[str, ...]) -> str:
    """Items of a list as a cell holds them, closed by semicolons and a full stop."""
    return "\n".join(f"- {item};" for item in items[:-1]) + f"\n- {items[-1]}."


def directors(*tasks: str) -> tuple[Seat, ...]:
    """Chair and members of the commission as Pengarah."""
    first, *others = DIRECTORS
    return (Seat("Pengarah", first, tugas=tasks), *(Seat("Pengarah", one) for one in others))


def members(count: int, *tasks: str, kedudukan: str = "Anggota") -> tuple[Seat, ...]:
    """Seats of staff whom the office has yet to name; the tasks stand on the first."""
    seats = [Seat(kedudukan, jabatan=STAFF) for _ in range(count)]
    return (Seat(kedudukan, jabatan=STAFF, tugas=tasks), *seats[1:])
