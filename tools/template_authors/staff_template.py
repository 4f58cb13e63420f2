"""The templates of papers on employees: lists, trainings, and the exemplary employee."""

from __future__ import annotations

from tools.template_authors import letter_template
from tools.template_authors.letter_template import Column, listing, signatures
from tools.template_authors.recap_template import ACROSS_MM, STYLES, write_monev
from tools.template_authors.template_markup import (
    Cell,
    Section,
    optional,
    row,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Style
from zi_docs.papers.supporting import CLOSING
from zi_docs.workbook.sheets.staff_sheets import CRITERION_COUNT

_STYLES = (
    *STYLES,
    Style("Tempat Tanggal", size=11, pitch=15, after=4, keep_next=True),
    letter_template.lettered_section(1),
)
_LISTS = (letter_template.LETTERED,)
# Least height of a row that is written on by hand.
_ROW_MM = 9.0
_CENTRED = frozenset(
    {"nip", "bulan", "jam", "kebutuhan", "diikuti", "persen", "jumlah", "peringkat",
     *(f"k{number}" for number in range(1, CRITERION_COUNT + 1))}
)  # fmt: skip
_Columns = tuple[tuple[str, float, str], ...]

_ROSTER: _Columns = (
    ("Nama", 58.0, "nama"),
    ("NIP", 36.0, "nip"),
    ("Pangkat/Golongan", 36.0, "pangkat"),
    ("Jabatan", ACROSS_MM - 194.0, "jabatan"),
    ("Unit", 54.0, "unit"),
)
_NEEDS: _Columns = (
    ("Nama", 42.0, "nama"),
    ("Jabatan", 42.0, "jabatan"),
    ("Diklat yang Dibutuhkan", 48.0, "diklat"),
    ("Jenis", 26.0, "jenis"),
    ("Kesenjangan Kompetensi", ACROSS_MM - 216.0, "alasan"),
    ("Rencana", 20.0, "bulan"),
    ("Penyelenggara", 28.0, "penyelenggara"),
)
_FOLLOWED: _Columns = (
    ("Nama", 44.0, "nama"),
    ("Jabatan", 44.0, "jabatan"),
    ("Diklat", ACROSS_MM - 213.0, "diklat"),
    ("Penyelenggara", 34.0, "penyelenggara"),
    ("Tanggal", 34.0, "tanggal"),
    ("JP", 12.0, "jam"),
    ("Sertifikat/\nBukti", 35.0, "sertifikat"),
)
_PEOPLE: _Columns = (
    ("Nama", 70.0, "nama"),
    ("Jabatan", ACROSS_MM - 179.0, "jabatan"),
    ("Kebutuhan", 25.0, "kebutuhan"),
    ("Diikuti", 25.0, "diikuti"),
    ("Terpenuhi (%)", 27.0, "persen"),
    ("JP", 22.0, "jam"),
)
_EFFECTS: _Columns = (
    ("Nama", 38.0, "nama"),
    ("Jabatan", 40.0, "jabatan"),
    ("Diklat", 40.0, "diklat"),
    ("Tanggal", 28.0, "tanggal"),
    ("Penerapan Hasil di Tempat Kerja", ACROSS_MM - 215.0, "hasil"),
    ("Penilaian Atasan", 30.0, ""),
    ("Tindak Lanjut", 29.0, ""),
)


def roster() -> bytes:
    """The list of staff, a row a person."""
    body = (
        _listed("b in baris", "b", _ROSTER) + text("Jarak", "") + text("Nihil", "{{ ringkasan }}")
    )
    return _across("Daftar Nominatif Pegawai", body)


def training_needs() -> bytes:
    """What each employee needs to learn, why, when and where."""
    body = (
        text("Isi", "{{p pembuka }}")
        + _listed("b in baris", "b", _NEEDS, height=_ROW_MM)
        + text("Jarak", "")
        + optional("Nihil", "ringkasan")
    )
    return _across("Analisis Kebutuhan Diklat", body)


def training_recap() -> bytes:
    """What was followed, and how many of everybody's needs were met."""
    body = (
        text("Isi", "{{ ringkasan }}")
        + text("BagianBerhuruf", "Diklat yang Sudah Diikuti")
        + text("Isi", "{%p if baris %}")
        + _listed("b in baris", "b", _FOLLOWED, plain=True)
        + text("Isi", "{%p else %}")
        + text("Nihil", "Belum ada diklat yang selesai diikuti.")
        + text("Isi", "{%p endif %}")
        + text("BagianBerhuruf", "Pemenuhan Kebutuhan Diklat Setiap Pegawai")
        + _people()
        + text("Jarak", "")
        + text(
            "KalimatPenutup",
            "Kebutuhan dihitung tanpa diklat yang batal. Terpenuhi ialah banyaknya diklat yang "
            "diikuti dibagi banyaknya kebutuhan.",
        )
    )
    return _across("Rekapitulasi Diklat Pegawai", body)


def _people() -> str:
    """A row a person, and the total."""
    grid = (10.0, *(mm for _, mm, _ in _PEOPLE))
    head = [
        Cell(text("TabelKepala", title), mm, valign="center", fixed=title == "No")
        for title, mm in zip(("No", *(title for title, _, _ in _PEOPLE)), grid, strict=True)
    ]
    keys = ["nomor", *(key for _, _, key in _PEOPLE)]
    cells = [
        Cell(text("Normal", "{{p p.nomor }}"), grid[0], fixed=True),
        *(
            Cell(text(_style(key), f"{{{{ p.{key} }}}}"), mm)
            for key, mm in zip(keys[1:], grid[1:], strict=True)
        ),
    ]
    total = [
        Cell(text("TabelJumlah", "Jumlah"), sum(grid[:3]), span=3),
        *(
            Cell(text("TabelJumlah", f"{{{{ jumlah.{key} }}}}"), mm)
            for key, mm in zip(keys[3:], grid[3:], strict=True)
        ),
    ]
    rows = (
        row(head, header=True),
        tag_row("{%tr for p in pegawai %}", "TabelIsi", len(grid)),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", len(grid)),
        row(total),
    )
    return table(rows, grid, lines=True, padding=1)


def training_effects() -> bytes:
    """The form on what followed from each training; two columns are the superior's to fill."""
    body = (
        text("Isi", "{{p pembuka }}")
        + _listed("b in baris", "b", _EFFECTS, height=14.0)
        + text("Jarak", "")
    )
    return _across("Monitoring Efektivitas Diklat", body)


def ranking() -> bytes:
    """The candidates with the mean mark of each criterion, total and rank; who was chosen."""
    marks = tuple((f"K{n}", 14.0, f"k{n}") for n in range(1, CRITERION_COUNT + 1))
    columns: _Columns = (
        ("Nama", 62.0, "nama"),
        ("Jabatan", ACROSS_MM - 185.0, "jabatan"),
        *marks,
        ("Jumlah", 22.0, "jumlah"),
        ("Peringkat", 21.0, "peringkat"),
    )
    body = (
        text("Isi", "{{ pembuka }}")
        + _listed("b in baris", "b", columns, plain=True)
        + text("Jarak", "")
        + text("Isi", "{{ kriteria }}.")
        + text("KalimatPenutup", "Pegawai teladan yang ditetapkan: {{ ditetapkan }}")
    )
    return _across("Rekapitulasi Penilaian Pegawai Teladan", body)


_CERTIFICATE_STYLES = (
    Style("Nama Piagam", align="center", size=26, pitch=34, before=14, after=2, bold=True,
          outline=0),
    Style("Nomor Piagam", align="center", size=11, pitch=15, after=14),
    Style("Isi Piagam", align="center", size=13, pitch=19, after=4),
    Style("Penerima", align="center", size=20, pitch=27, before=6, after=2, bold=True,
          keep_lines=True),
    Style("Keterangan Penerima", align="center", size=11, pitch=15),
    Style("Tempat Tanggal", align="center", size=11, pitch=15, before=12, after=2),
    Style("Tanda Tangan Piagam", align="center", size=11, pitch=15, keep_next=True),
    Style("Ruang Piagam", align="center", size=11, pitch=52, keep_next=True),
    Style("Nama Penanda Tangan", align="center", size=11, pitch=15, bold=True),
)  # fmt: skip
# One page of A4 across between the margins, its frame included.
_FRAME_MM = 160.0


def certificate() -> bytes:
    """The certificate: one page across within a plain frame."""
    words = (
        text("Gambar", "{%p if kop.logo %}")
        + text("Gambar", "{{ kop.logo }}")
        + text("Gambar", "{%p endif %}")
        + text("Gambar", "{%p if kop.logo_atas %}")
        + text("Gambar", "{{ kop.logo_atas }}")
        + text("Gambar", "{%p endif %}")
        + text("KopLembaga", "{{ kop.lembaga }}")
        + text("KopLembaga", "{{ kop.wilayah }}")
        + text("NamaPiagam", "PIAGAM PENGHARGAAN")
        + text("NomorPiagam", "Nomor: {{ nomor }}")
        + text("IsiPiagam", "diberikan kepada")
        + text("Penerima", "{{ nama }}")
        + optional("KeteranganPenerima", "nip")
        + text("KeteranganPenerima", "{{ jabatan }}")
        + text("IsiPiagam", "")
        + text("IsiPiagam", "{{ sebagai }}")
        + text("IsiPiagam", "{{ atas }}")
        + text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
        + text("TandaTanganPiagam", "{{ penanda_tangan.jabatan }}")
        + optional("TandaTanganPiagam", "penanda_tangan.wilayah")
        + text("RuangPiagam", "")
        + text("NamaPenandaTangan", "{{ penanda_tangan.nama }}")
        + text("TandaTanganPiagam", "{{ penanda_tangan.nip }}")
    )
    frame = Cell(words, ACROSS_MM, valign="center")
    drawn = table((row((frame,), height=_FRAME_MM),), (ACROSS_MM,), lines=True, padding=8)
    body = drawn.replace('w:val="single" w:sz="4"', 'w:val="double" w:sz="6"')
    end = section(Section(landscape=True, header=False))
    return write_monev("Piagam Penghargaan", body + end, _CERTIFICATE_STYLES)


def _across(title: str, body: str) -> bytes:
    """A paper on A4 across: head, title, body, the signature."""
    whole = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + body
        + _signed()
        + section(Section(landscape=True, header=False))
    )
    return write_monev(title, whole, _STYLES, _LISTS)


def _signed() -> str:
    day = text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
    return signatures("penanda_tangan", above=day, anchor=CLOSING)


def _style(key: str) -> str:
    return "TabelTengah" if key in _CENTRED or key == "nomor" else "TabelIsi"


def _listed(
    loop: str, name: str, columns: _Columns, *, height: float = 0, plain: bool = False
) -> str:
    """A numbered table, its numbers anchored unless `plain`; a column without a key is empty."""
    number = ("{{ %s.nomor }}", "TabelTengah") if plain else ("{{p %s.nomor }}", "Normal")
    cells = [
        Column("No", number[0] % name, number[1], fixed=True),
        *(
            Column(title, f"{{{{ {name}.{key} }}}}" if key else "", _style(key))
            for title, _, key in columns
        ),
    ]
    return listing(loop, (10.0, *(mm for _, mm, _ in columns)), cells, height=height)
