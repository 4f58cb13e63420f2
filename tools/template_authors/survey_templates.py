"""The templates of a survey: its report, and the notice to hang up and publish."""

from __future__ import annotations

from tools.template_authors.letter_template import (
    LETTERED,
    TEXT,
    Column,
    facts,
    form,
    lettered_section,
    listing,
    signatures,
)
from tools.template_authors.recap_template import pictures
from tools.template_authors.template_markup import Cell, row, table, tag_row, text
from tools.template_authors.template_styles import Level, Style

_STYLES = (
    lettered_section(1),
    Style("Butir Angka", align="both", size=11, pitch=16, after=3, numbering=(2, 0)),
    Style("Catatan", align="both", size=9, pitch=12, before=4, after=8),
    Style("Hitungan", size=10, pitch=13, before=1, after=1),
    Style("Tabel Jumlah", align="center", size=10, pitch=13, before=2, after=2, bold=True),
    Style("Gambar Utuh", align="center", size=9, pitch=0, before=4, keep_next=True),
    Style("Keterangan Gambar", align="center", size=9, pitch=12, before=2, after=8),
    Style("Penutup", align="both", size=11, pitch=16, before=8, after=10, keep_next=True,
          keep_lines=True),
)  # fmt: skip
_LISTS = (LETTERED, (Level("decimal", "%1.", 0, 7),))
_SIGNED = signatures("penanda_tangan", above=text("TandaTangan", "{{ tempat }}, {{ tanggal }}"))
_FIGURES = (
    ("Kode", 12.0, "kode", "TabelTengah"),
    ("Unsur", 49.0, "unsur", "TabelIsi"),
    *((str(value), 9.5, f"jawaban_{value}", "TabelTengah") for value in (1, 2, 3, 4)),
    ("Jumlah nilai", 15.0, "nilai", "TabelTengah"),
    ("NRR", 15.0, "nrr", "TabelTengah"),
    ("Bobot", 15.0, "bobot", "TabelTengah"),
    ("NRR tertimbang", TEXT - 144.0, "tertimbang", "TabelTengah"),
)
_GRID = tuple(width for _, width, _, _ in _FIGURES)
_FOLLOW_UP = (
    Column("No", "{{ t.nomor }}", "TabelTengah", fixed=True),
    Column("Tindak Lanjut", "{{ t.uraian }}"),
    Column("Penanggung Jawab", "{{ t.pic }}"),
    Column("Batas Waktu", "{{ t.batas }}", "TabelTengah"),
)


def survey_report() -> bytes:
    """How the survey was held, counts and means by element, the index in numbers, what follows."""
    body = (
        text("JudulNaskah", "{{ judul }}")
        + text("BagianBerhuruf", "Pendahuluan")
        + text("Normal", "{{p pembuka }}")
        + text("BagianBerhuruf", "Pelaksanaan")
        + facts("fakta", 38)
        + text("BagianBerhuruf", "Cara Menghitung")
        + text("Normal", "{{p butir }}")
        + text("BagianBerhuruf", "Hasil Setiap Unsur")
        + _figures()
        + text("BagianBerhuruf", "Perhitungan Indeks")
        + _worked_out()
        + text("Catatan", "{{ pembulatan }}")
        + text("BagianBerhuruf", "Unsur Terendah")
        + text("Isi", "{{ terendah }}")
        + pictures()
        + text("BagianBerhuruf", "Rencana Tindak Lanjut")
        + listing("t in tindak_lanjut", (10.0, 85.0, 45.0, 25.0), _FOLLOW_UP, height=9)
        + text("Normal", "{{p penutup }}")
        + _SIGNED
    )
    return form("Laporan Survei", body, _STYLES, _LISTS)


def _figures() -> str:
    """Counts and means by element; the sums below."""
    head = [
        Cell(text("TabelKepala", title), mm, valign="center", fixed=key == "kode")
        for title, mm, key, _ in _FIGURES
    ]
    cells = [
        Cell(
            text(style, f"{{{{{'p' if key == 'kode' else ''} u.{key} }}}}"), mm, fixed=key == "kode"
        )
        for _, mm, key, style in _FIGURES
    ]
    sums = [
        Cell(text("TabelJumlah", "{{p jumlah.nama }}"), sum(_GRID[:7]), span=7),
        *(
            Cell(text("TabelJumlah", f"{{{{ jumlah.{key} }}}}"), mm)
            for _, mm, key, _ in _FIGURES[7:]
        ),
    ]
    rows = (
        row(head, header=True),
        tag_row("{%tr for u in unsur %}", "TabelIsi", len(_GRID)),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", len(_GRID)),
        row(sums),
    )
    return table(rows, _GRID, lines=True, padding=1)


def _worked_out() -> str:
    """A line for each step, the figures under each other."""
    grid = (38.0, 5.0, TEXT - 43.0)
    cells = (
        Cell(text("Hitungan", "{{ h.label }}"), grid[0], fixed=True),
        Cell(text("Hitungan", "="), grid[1], fixed=True),
        Cell(text("Hitungan", "{{ h.isi }}"), grid[2]),
    )
    rows = (
        tag_row("{%tr for h in hitungan %}", "Hitungan", len(grid)),
        row(cells),
        tag_row("{%tr endfor %}", "Hitungan", len(grid)),
    )
    return table(rows, grid, lines=False)


_HEADLINE = Style(
    "Judul Pengumuman", align="center", size=17, pitch=24, before=24, bold=True, outline=0,
    keep_next=True, keep_lines=True,
)  # fmt: skip
_NOTICE_STYLES = (
    _HEADLINE,
    Style("Tahun Pengumuman", align="center", size=17, pitch=24, after=10, bold=True,
          keep_next=True),
    Style("Objek", align="center", size=13, pitch=20, after=30, keep_lines=True),
    Style("Nama Indeks", align="center", size=15, pitch=22, after=8),
    Style("Angka Indeks", align="center", size=96, pitch=110, bold=True),
    Style("Mutu", align="center", size=17, pitch=24, before=10, after=36, bold=True,
          keep_lines=True),
    Style("Isi Tengah", align="center", size=11, pitch=17, before=24, after=30, left=10, right=10),
)  # fmt: skip


def survey_notice() -> bytes:
    """A page to hang up: the index large, its grade, when and how many were asked, who signs."""
    body = (
        text("JudulPengumuman", "{{ judul }}")
        + text("TahunPengumuman", "{{ tahun }}")
        + text("Objek", "{{ objek }}")
        + text("NamaIndeks", "{{ nama_indeks }}")
        + text("AngkaIndeks", "{{ indeks }}")
        + text("Mutu", "{{ mutu }}")
        + facts("fakta", 38, indent=25)
        + text("Normal", "{{p pembuka }}")
        + _SIGNED
    )
    return form("Pengumuman Survei", body, _NOTICE_STYLES)
