"""The templates of monitoring forms: landscape tables to fill by hand, and two signatures.

Columns: NASKAH section 5. Those that an office does without are taken out when rendered. A form of
several months has a table for each row of the plan, whose head the pages repeat.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    bookmark,
    page_of_pages,
    paragraph,
    row,
    run,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Level, Style
from zi_docs.workbook.sheets.form_sheets import FORM_COLUMNS

STYLES = (
    Style("Judul Formulir", align="center", size=12, pitch=14, bold=True, outline=0),
    Style("Lingkup", align="center", size=11, pitch=14, bold=True, before=3, after=6),
    Style("Nihil", align="both", size=11, pitch=16, before=18, after=18, keep_next=True),
    Style("Tabel Kepala", align="center", size=8, pitch=9.5, before=2, after=2, bold=True),
    Style("Tabel Isi", size=8, pitch=9.5, before=1.5, after=1.5),
    Style("Tabel Butir", size=8, pitch=9.5, before=1.5, after=1.5, numbering=(1, 0)),
    Style("Tabel Tengah", align="center", size=8, pitch=9.5, before=1.5, after=1.5),
    Style("Tabel Area", size=8.5, pitch=10, before=2, after=2, bold=True, keep_next=True,
          outline=1),
    Style("Tabel Bagian", size=8, pitch=9.5, before=2, after=2, bold=True, keep_next=True,
          outline=2),
    Style("Judul Daftar", size=9, pitch=12, before=8, after=3, bold=True, keep_next=True,
          outline=1),
    Style("Catatan Kaki", size=8, pitch=10, before=3, keep_next=True),
    Style("Jarak", pitch=6, keep_next=True),
    Style("Penutup", align="center", size=10, pitch=12, keep_next=True, keep_lines=True),
    Style("Ruang Tanda Tangan", pitch=48, keep_next=True),
    Style("Nama Penutup", align="center", size=10, pitch=12, keep_lines=True),
    Style("Nomor Halaman", align="right", size=8, pitch=10),
    Style("Kaki Halaman", size=8, pitch=10),
)  # fmt: skip

_CARD_STYLES = (
    Style("Tabel Area", size=9, pitch=11, before=9, after=3, bold=True, keep_next=True, outline=1),
    Style("Tabel Bagian", size=8.5, pitch=11, before=6, after=3, bold=True, keep_next=True,
          outline=2),
    Style("Kartu Kepala", size=8.5, pitch=10.5, before=2, after=1, keep_next=True),
    Style("Kartu Isi", size=8, pitch=9.5, after=1, left=6, keep_next=True),
    Style("Tabel Kepala", align="center", size=8, pitch=9.5, before=1, after=1, bold=True,
          keep_next=True),
    Style("Jarak Kartu", pitch=5),
)  # fmt: skip

_WIDTHS = {
    "nomor": 6.0,
    "komponen": 19.0,
    "indikator": 32.0,
    "langkah_aksi": 35.0,
    "target": 10.0,
    "bulan": 14.0,
    "realisasi": 30.0,
    "persen": 10.0,
    "bukti": 37.0,
    "kendala": 20.0,
    "rekomendasi": 24.0,
    "pic": 13.0,
    "batas": 13.0,
}
_COLUMNS = {column.key: _WIDTHS[column.key] for column in FORM_COLUMNS}
# The columns of a card, below what the plan says of its row.
_CARD_WIDTHS = {
    "bulan": 18.5,
    "realisasi": 59.0,
    "persen": 11.5,
    "bukti": 23.0,
    "kendala": 44.0,
    "rekomendasi": 54.0,
    "pic": 21.5,
    "batas": 20.5,
}
_CARD_COLUMNS = {name: _CARD_WIDTHS[name] for name in _COLUMNS if name in _CARD_WIDTHS}
_FLOWS = ("nomor", "komponen", "indikator", "langkah_aksi", "realisasi", "bukti", "rekomendasi")
_CENTRED = ("target", "bulan", "persen", "batas")
# Room to write two lines by hand.
_LINE = 12.0
_TEXT = 252.0
_TITLE = "FORMULIR MONITORING DAN EVALUASI PEMBANGUNAN ZONA INTEGRITAS"


def monitoring_form() -> bytes:
    """The form of a month: of one area or of all; without rows it says so and stays short."""
    return _form("Formulir Monitoring dan Evaluasi", _rows(), STYLES)


def long_monitoring_form() -> bytes:
    """The form of several months, made up of a card for each row of the plan."""
    title = "Formulir Monitoring dan Evaluasi Triwulan, Semester, dan Tahun"
    return _form(title, _cards(), (*STYLES, *_CARD_STYLES))


def _form(title: str, rows: str, styles: tuple[Style, ...]) -> bytes:
    body = (
        text("JudulFormulir", f"{_TITLE}\n{{{{ lembaga }}}}")
        + text("Lingkup", "{{ lingkup }} – {{ periode }}")
        + text("Nihil", "{%p if bagian %}")
        + rows
        + text("CatatanKaki", "{{ catatan }}")
        + _evidence()
        + text("Nihil", "{%p else %}")
        + text("Nihil", "{{ nihil }}")
        + text("Nihil", "{%p endif %}")
        + text("Jarak", "")
        + _signatures()
        + section(Section(landscape=True))
    )
    return write(
        Template(
            title=title,
            body=body,
            header=text("NomorHalaman", ""),
            footer=paragraph(
                "NomorHalaman", run("{{ lingkup }} – {{ periode }} – "), page_of_pages()
            ),
            styles=styles,
            base=Style("Normal", size=10, pitch=13),
            font="Arial",
            lists=((Level("bullet", "-", 0, 2.2),),),
        )
    )


def _rows() -> str:
    count, widths = len(_COLUMNS), tuple(_COLUMNS.values())
    head = [
        Cell(text("TabelKepala", f"{{{{p kolom.{name} }}}}"), width, valign="center")
        for name, width in _COLUMNS.items()
    ]
    rows = (
        row(head, header=True),
        tag_row("{%tr for b in bagian %}", "TabelIsi", count),
        tag_row("{%tr for judul in b.kepala %}", "TabelIsi", count),
        row((Cell(text("TabelArea", "{{p judul }}"), sum(widths), span=count),)),
        tag_row("{%tr endfor %}", "TabelIsi", count),
        tag_row("{%tr for baris in b.baris %}", "TabelIsi", count),
        row([_cell(name, width) for name, width in _COLUMNS.items()], height=_LINE),
        tag_row("{%tr endfor %}", "TabelIsi", count),
        tag_row("{%tr endfor %}", "TabelIsi", count),
    )
    return table(rows, widths, lines=True, padding=0.9)


def _cards() -> str:
    """A table for each row of the plan: what it asks across, then a line for each report."""
    widths, titles = tuple(_CARD_COLUMNS.values()), _CARD_COLUMNS.items()
    count = len(widths)
    across = Cell(text("KartuIsi", "{{p kartu.kepala }}"), sum(widths), span=count, shaded=True)
    head = [
        Cell(text("TabelKepala", f"{{{{p kolom.{name} }}}}"), width, valign="center")
        for name, width in titles
    ]
    cells = [_cell(name, width, (*_FLOWS, "bulan")) for name, width in titles]
    rows = (
        row((across,), header=True),
        row(head, header=True),
        tag_row("{%tr for baris in kartu.baris %}", "TabelIsi", count),
        tag_row("{%tr if baris.kosong %}", "TabelIsi", count),
        row(cells, height=_LINE),
        tag_row("{%tr else %}", "TabelIsi", count),
        row(cells),
        tag_row("{%tr endif %}", "TabelIsi", count),
        tag_row("{%tr endfor %}", "TabelIsi", count),
    )
    return (
        text("Nihil", "{%p for b in bagian %}")
        + text("Nihil", "{%p for judul in b.kepala %}")
        + text("TabelBagian", "{{p judul }}")
        + text("Nihil", "{%p endfor %}")
        + text("Nihil", "{%p for kartu in b.kartu %}")
        + table(rows, widths, lines=True, padding=0.9)
        + text("JarakKartu", "{%p if not loop.last %}")
        + text("JarakKartu", "")
        + text("JarakKartu", "{%p endif %}")
        + text("Nihil", "{%p endfor %}")
        + text("Nihil", "{%p endfor %}")
    )


def _evidence() -> str:
    """The list of evidence: a number, what it was entered for, its address."""
    grid = (10.0, 60.0, _TEXT - 70.0)
    titles = ("No", "Komponen dan bulan", "Alamat atau nama berkas")
    head = [Cell(text("TabelKepala", title), mm) for title, mm in zip(titles, grid, strict=True)]
    cells = (
        Cell(text("TabelTengah", "{{ bukti.nomor }}"), grid[0]),
        Cell(text("TabelIsi", "{{ bukti.komponen }}"), grid[1]),
        Cell(text("TabelIsi", "{{p bukti.isi }}"), grid[2]),
    )
    rows = (
        row(head, header=True),
        tag_row("{%tr for bukti in daftar_bukti %}", "TabelIsi", len(grid)),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", len(grid)),
    )
    return (
        text("Nihil", "{%p if daftar_bukti %}")
        + text("JudulDaftar", "{{p judul_bukti }}")
        + table(rows, grid, lines=True, padding=0.9)
        + text("Nihil", "{%p endif %}")
    )


def _cell(name: str, width: float, flows: Sequence[str] = _FLOWS) -> Cell:
    tag = f"{{{{p baris.{name} }}}}" if name in flows else f"{{{{ baris.{name} }}}}"
    return Cell(text("TabelTengah" if name in _CENTRED else "TabelIsi", tag), width)


def _signatures() -> str:
    half = _TEXT / 2
    left = text("Penutup", "Mengetahui,") + _signer("ketua")
    right = paragraph(
        "Penutup", bookmark("penutupFormulir"), run("{{ tempat }}, {{ hari }}")
    ) + _signer("penyusun")
    return table((row((Cell(left, half), Cell(right, half))),), (half, half), lines=False)


def _signer(name: str) -> str:
    return (
        text("Penutup", f"{{{{ {name}.kedudukan }}}}")
        + text("RuangTandaTangan", "")
        + text("Penutup", f"{{{{ {name}.nama }}}}")
        + text("NamaPenutup", f"{{{{ {name}.nip }}}}")
    )
