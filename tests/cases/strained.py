"""Decrees that strain their pages: crowded teams, long lists, long titles, long names.

Made from the real office; the people are made up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from zi_docs.model import Consideration, Decree, Official, Part, Plan, TeamSeat
from zi_docs.papers import keputusan
from zi_docs.pdf.jobs import Job
from zi_docs.product import Family, Given, Subject
from zi_docs.settings import DEFAULTS
from zi_docs.text import RichText

TITLE_OF_60_WORDS = (
    "Pembentukan Tim Kerja Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi dan "
    "Wilayah Birokrasi Bersih dan Melayani, Unit Pengendalian Gratifikasi, Satuan Tugas Sistem "
    "Pengendalian Intern Pemerintah, Agen Perubahan, serta Tim Pengelola Pengaduan Masyarakat dan "
    "Penanganan Benturan Kepentingan pada Sekretariat dan Seluruh Subbagian di Lingkungan Komisi "
    "Pemilihan Umum Kabupaten Batang Hari untuk Pelaksanaan Kegiatan Reformasi Birokrasi "
    "Sepanjang Tahun Anggaran 2026"
)
_REASON = (
    "bahwa untuk terwujudnya birokrasi yang berdaya saing, pemerintahan yang bersih dan akuntabel, "
    "serta kualitas pelayanan publik yang prima, perlu dilakukan pembangunan zona integritas ke-"
)
_CLOSING_REASON = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {huruf-sebelumnya}, perlu "
    "menetapkan Keputusan Komisi Pemilihan Umum tentang tim"
)


def with_decree(plan: Plan, key: str, **changes: object) -> Plan:
    """The plan with the decree of this ID changed."""
    decrees = tuple(
        replace(decree, **changes) if decree.id == key else decree  # type: ignore[arg-type]
        for decree in plan.decrees
    )
    return replace(plan, decrees=decrees)


def with_items(plan: Plan, key: str, menimbang: int, mengingat: int) -> Plan:
    """A decree with so many letters of Menimbang and numbers of Mengingat."""
    reasons = [f"{_REASON}{number}" for number in range(1, menimbang)] + [
        _CLOSING_REASON if menimbang > 1 else f"{_REASON}1"
    ]
    regulations = [rule.id for rule in plan.regulations][:mengingat]
    regulations += [regulations[0]] * (mengingat - len(regulations))
    decree = plan.decree(key)
    assert decree is not None
    items = (
        *(Consideration(Part.CONSIDERING, RichText.of(reason)) for reason in reasons),
        *(Consideration(Part.RECALLING, RichText(), rule) for rule in regulations),
        *decree.items(Part.NOTING),
        *decree.items(Part.DICTUM),
    )
    return with_decree(plan, key, considerations=items)


def crowded(plan: Plan, key: str, members: int, only: str = "") -> Plan:
    """The groups of a team (or `only` one) with so many members, each with a name and an NIP."""
    seats: list[TeamSeat] = []
    people: list[Official] = []
    for group in dict.fromkeys(seat.kelompok for seat in plan.seats if seat.keputusan == key):
        own = [s for s in plan.seats if (s.keputusan, s.kelompok) == (key, group)]
        seats += own
        grows = bool(group) and only in ("", group)
        for _ in range(members - len(own) if grows else 0):
            number = len(people) + 1
            person = Official(
                f"ORANG-{number}",
                "Penata Kelola Pemilihan Umum Ahli Pertama",
                f"Contoh Pegawai Nomor {number}, S.Kom., M.T.I.",
                f"199001012015{number:06d}",
                kelompok="Sekretariat",
            )
            people.append(person)
            seats.append(TeamSeat(key, "Anggota", group, person.id))
    others = [seat for seat in plan.seats if seat.keputusan != key]
    return replace(plan, officials=(*plan.officials, *people), seats=(*seats, *others))


def made(plan: Plan, key: str, convert: Callable[[Job], bytes], folder: Path) -> dict[str, Path]:
    """The PDFs of a decree that is whole, by version (`asli`, `salinan`), in this folder."""
    decree = plan.decree(key)
    assert isinstance(decree, Decree)
    files = {}
    for product in keputusan.products(plan, decree, Subject(Family.DECREE, key, key)):
        if not product.targets:
            continue
        making = product.make(Given(DEFAULTS.templates))
        conversion = next(making)
        while True:
            try:
                pdf = convert(Job(product.name, conversion.docx, conversion.archival))
                conversion = making.send(pdf)
            except StopIteration as finished:
                outputs = finished.value.files
                break
        for target, content in outputs.items():
            path = folder / Path(target).name
            path.write_bytes(content)
            if path.suffix == ".pdf":
                files[product.kind] = path
    return files
