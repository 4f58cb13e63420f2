"""The templates of the register of complaints and of its recap by quarters."""

from __future__ import annotations

from tools.template_authors import letter_template, recap_template
from tools.template_authors.letter_template import (
    LETTERED,
    Column,
    facts,
    lettered_section,
    listing,
    signatures,
)
from tools.template_authors.recap_template import ACROSS_MM, write_monev
from tools.template_authors.template_markup import Section, section, text

_ROWS = (
    ("No", 9.0, "nomor"),
    ("No. Register", 24.0, "register"),
    ("Masuk", 22.0, "masuk"),
    ("Saluran", 30.0, "saluran"),
    ("Perihal", 50.0, "perihal"),
    ("Batas Jawab", 22.0, "batas"),
    ("Dijawab", 22.0, "dijawab"),
    ("Keadaan", 24.0, "keadaan"),
    ("Tindak Lanjut", ACROSS_MM - 203.0, "tindak_lanjut"),
)
_CHANNELS = (
    ("Saluran", 72.0, "saluran"),
    ("Diterima", 30.0, "masuk"),
    ("Dijawab Tepat Waktu", 30.0, "tepat"),
    ("Dijawab Terlambat", 30.0, "terlambat"),
    ("Diteruskan", 30.0, "diteruskan"),
    ("Belum Dijawab, dalam Batas", 30.0, "belum"),
    ("Belum Dijawab, Lewat Batas", ACROSS_MM - 222.0, "lewat"),
)
_FOLLOW_UPS = (
    ("No", 9.0, "nomor"),
    ("Acuan", 24.0, "acuan"),
    ("Yang Diminta", 60.0, "permintaan"),
    ("Tindak Lanjut", 55.0, "tindak_lanjut"),
    ("Keadaan", 40.0, "keadaan"),
    ("PIC", 36.0, "pic"),
    ("Batas Waktu", ACROSS_MM - 224.0, "batas"),
)
_LEFT = ("saluran", "perihal", "tindak_lanjut", "permintaan", "acuan", "pic")


def complaint_register() -> bytes:
    """The register on paper across: a line a complaint."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + _when("baris", _table("baris", _ROWS), "{{ nihil }}")
        + text("Jarak", "")
        + _signature()
        + section(Section(landscape=True, header=False))
    )
    return write_monev("Register Pengaduan", body, recap_template.STYLES)


def complaint_recap() -> bytes:
    """A quarter on paper across: counts by channel and state, the lines, what is to follow."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Normal", "{{p pembuka }}")
        + text("BagianBerhuruf", "Jumlah Menurut Saluran")
        + _when("ringkasan", text("Isi", "{{ ringkasan }}"))
        + _table("saluran", _CHANNELS)
        + _when(
            "keadaan",
            text("BagianBerhuruf", "Keadaannya dalam Register") + facts("keadaan", 40),
        )
        + text("BagianBerhuruf", "Daftar {{ kata|capitalize }} dan Tindak Lanjutnya")
        + _when("baris", _table("baris", _ROWS), "Tidak ada {{ kata }} pada periode ini.")
        + _when(
            "tindak_lanjut",
            text("BagianBerhuruf", "Permintaan yang Harus Ditindaklanjuti")
            + _table("tindak_lanjut", _FOLLOW_UPS),
        )
        + text("Jarak", "")
        + text("Normal", "{{p penutup }}")
        + _signature()
        + section(Section(landscape=True))
    )
    styles = (*recap_template.STYLES, lettered_section(1))
    return write_monev("Rekapitulasi Pengaduan", body, styles, (LETTERED,))


def _when(name: str, part: str, otherwise: str = "") -> str:
    """A part that is left out where its value is empty, for a sentence if there is one."""
    other = text("Isi", "{%p else %}") + text("Nihil", otherwise) if otherwise else ""
    return text("Isi", f"{{%p if {name} %}}") + part + other + text("Isi", "{%p endif %}")


def _table(name: str, columns: tuple[tuple[str, float, str], ...]) -> str:
    cells = [
        Column(title, f"{{{{ b.{key} }}}}", "TabelIsi" if key in _LEFT else "TabelTengah")
        for title, _, key in columns
    ]
    return listing(f"b in {name}", [width for _, width, _ in columns], cells, height=8)


def _signature() -> str:
    return signatures("penanda_tangan", above=text("TandaTangan", "{{ tempat }}, {{ tanggal }}"))
