"""The templates of letters of the office's own: surat tugas, nota dinas, surat pengantar."""

from __future__ import annotations

from dataclasses import replace

from tools.template_authors.invitation_template import LISTS, STYLES, addressees, copies
from tools.template_authors.letter_template import (
    TEXT,
    Column,
    facts,
    form,
    listing,
    signatures,
)
from tools.template_authors.signing_room import signing_room
from tools.template_authors.template_markup import Cell, row, table, text
from tools.template_authors.template_styles import Level, Style

_LABEL, _COLON = 26.0, 5.0
_ASSIGNED = (10.0, 55.0, 42.0, 58.0)
_SENT = (10.0, 85.0, 30.0, 40.0)

_STYLES = (
    # As high as the labels beside them.
    *(replace(s, before=1, after=2) if s.name.startswith("Yth") else s for s in STYLES),
    Style("Judul Surat", align="center", size=12, pitch=16, bold=True, outline=0, keep_next=True),
    Style("Nomor Surat", align="center", size=11, pitch=15, after=12, keep_next=True),
    Style("Perintah", align="center", size=11, pitch=16, before=6, after=6, bold=True,
          keep_next=True),
    Style("Butir Angka", align="both", size=11, pitch=16, after=2, numbering=(3, 0)),
    Style("Butir Tugas", align="both", size=11, pitch=16, after=2, numbering=(4, 0)),
    Style("Butir Strip", align="both", size=11, pitch=16, after=6, numbering=(5, 0)),
    Style("Garis Tulis", size=11, pitch=22, rule="single"),
    Style("Garis Nota", size=4, pitch=6, after=8, rule="single"),
    Style("Tempat Tanggal Surat", size=11, pitch=15, after=4, keep_next=True),
)  # fmt: skip
_NUMBERED = (Level("decimal", "%1.", 0, 7),)
_LISTS = (*LISTS, _NUMBERED, _NUMBERED, (Level("bullet", "–", 0, 7),))


def assignment() -> bytes:
    """Surat tugas: basis, who is assigned, to do what, when and where."""
    body = (
        _title("SURAT TUGAS")
        + _labelled("Dasar", "{{p dasar }}")
        + text("Perintah", "MENUGASKAN KEPADA:")
        + listing("p in petugas", _ASSIGNED, _ASSIGNED_COLUMNS, height=9)
        + text("Jarak", "")
        + _labelled("Untuk", "{{p tugas }}")
        + facts("rincian", 30, indent=_LABEL + _COLON)
        + text("Jarak", "")
        + text("Penutup", "Tugas ini dilaksanakan dengan penuh tanggung jawab, dan hasilnya "
               "dilaporkan kepada pemberi tugas.")
        + _signed()
        + copies()
    )  # fmt: skip
    return form("Surat Tugas", body, _STYLES, _LISTS)


_ASSIGNED_COLUMNS = (
    Column("No", "{{ p.nomor }}", "TabelTengah", fixed=True),
    Column("Nama\nNIP", "{{ p.nama }}\n{{ p.nip }}"),
    Column("Pangkat/Golongan", "{{ p.pangkat }}"),
    Column("Jabatan", "{{ p.jabatan }}"),
)


def note() -> bytes:
    """Nota dinas: from whom to whom, about what; its paragraphs; the name of the writer."""
    rows = (
        ("Yth.", "{{p yth }}", "Normal"),
        ("Dari", "{{ dari }}", "Keterangan"),
        ("Tanggal", "{{ tanggal }}", "Keterangan"),
        ("Sifat", "{{ sifat }}", "Keterangan"),
        ("Lampiran", "{{ lampiran }}", "Keterangan"),
        ("Hal", "{{ hal }}", "Keterangan"),
    )
    body = (
        _title("NOTA DINAS")
        + "".join(_line(label, text(style, value)) for label, value, style in rows)
        + text("GarisNota", "")
        + text("Normal", "{{p isi }}")
        + text("Jarak", "")
        + signatures("penanda_tangan", room=signing_room("penanda_tangan"))
        + copies()
    )
    return form("Nota Dinas", body, _STYLES, _LISTS)


def covering() -> bytes:
    """Surat pengantar: to whom; what is sent; the sender, and who receives it."""
    body = (
        text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
        + text("Jarak", "")
        + addressees()
        + text("Jarak", "")
        + _title("SURAT PENGANTAR")
        + listing("k in kiriman", _SENT, _SENT_COLUMNS, height=10)
        + text("Jarak", "")
        + text(
            "TempatTanggalSurat", "Diterima tanggal ............................................"
        )
        + signatures(
            "penanda_tangan",
            "penerima",
            # Over two lines, as the sender's post: so the names stand at one height.
            left_heading="{{ penerima.jabatan }}\n",
            room=signing_room("penanda_tangan"),
        )
        + copies()
    )
    return form("Surat Pengantar", body, _STYLES, _LISTS)


_SENT_COLUMNS = (
    Column("No", "{{ k.nomor }}", "TabelTengah", fixed=True),
    Column("Naskah yang Dikirim", "{{r k.naskah }}"),
    Column("Banyaknya", "{{r k.banyaknya }}"),
    Column("Keterangan", "{{r k.keterangan }}"),
)


def _title(title: str) -> str:
    return text("JudulSurat", title) + text("NomorSurat", "NOMOR {{ nomor }}")


def _labelled(label: str, value: str) -> str:
    """A label, and what follows it in the column behind it."""
    return _line(label, text("Normal", value))


def _line(label: str, value: str) -> str:
    grid = (_LABEL, _COLON, TEXT - _LABEL - _COLON)
    cells = (
        Cell(text("Keterangan", label), grid[0], fixed=True),
        Cell(text("Keterangan", ":"), grid[1], fixed=True),
        Cell(value, grid[2]),
    )
    return table((row(cells),), grid, lines=False)


def _signed() -> str:
    return signatures(
        "penanda_tangan",
        above=text("TempatTanggalSurat", "{{ tempat }}, {{ tanggal }}"),
        room=signing_room("penanda_tangan"),
    )
