"""The template of a monitoring form: a landscape table to fill by hand, and two signatures.

Columns: NASKAH section 5. Those that an office does without are taken out when rendered.
"""

from __future__ import annotations

from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    bookmark,
    page_field,
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
    Style("Judul Formulir", align="center", size=12, pitch=15, bold=True, outline=0),
    Style("Lingkup", align="center", size=11, pitch=15, bold=True, before=3, after=8),
    Style("Nihil", align="both", size=11, pitch=16, before=18, after=18, keep_next=True),
    Style("Tabel Kepala", align="center", size=8, pitch=9.5, before=2, after=2, bold=True),
    Style("Tabel Isi", size=8, pitch=9.5, before=1.5, after=1.5),
    Style("Tabel Butir", size=8, pitch=9.5, before=1.5, after=1.5, numbering=(1, 0)),
    Style("Tabel Tengah", align="center", size=8, pitch=9.5, before=1.5, after=1.5),
    Style("Tabel Area", size=8.5, pitch=10, before=2, after=2, bold=True, keep_next=True,
          outline=1),
    Style("Tabel Bagian", size=8, pitch=9.5, before=2, after=2, bold=True, keep_next=True,
          outline=2),
    Style("Catatan Kaki", size=8, pitch=10, before=3, keep_next=True),
    Style("Jarak", pitch=10, keep_next=True),
    Style("Penutup", align="center", size=10, pitch=13, keep_next=True, keep_lines=True),
    Style("Ruang Tanda Tangan", pitch=52, keep_next=True),
    Style("Nama Penutup", align="center", size=10, pitch=13, keep_lines=True),
    Style("Nomor Halaman", align="right", size=8, pitch=10),
    Style("Kaki Halaman", size=8, pitch=10),
)  # fmt: skip

_WIDTHS = {
    "nomor": 7.0,
    "komponen": 23.0,
    "indikator": 30.0,
    "langkah_aksi": 34.0,
    "target": 12.0,
    "bulan": 16.0,
    "realisasi": 27.0,
    "persen": 13.0,
    "bukti": 21.0,
    "kendala": 20.0,
    "rekomendasi": 23.0,
    "pic": 17.0,
    "batas": 17.0,
}
_COLUMNS = {column.key: _WIDTHS[column.key] for column in FORM_COLUMNS}
_FLOWS = ("nomor", "komponen", "indikator", "langkah_aksi", "realisasi", "bukti", "rekomendasi")
_CENTRED = ("target", "bulan", "persen", "batas")
# Room to write two lines by hand.
_LINE = 12.0
_TEXT = 252.0
_TITLE = "FORMULIR MONITORING DAN EVALUASI PEMBANGUNAN ZONA INTEGRITAS"


def monitoring_form() -> bytes:
    """The form of a period: of one area or of all; without rows it says so and stays short."""
    body = (
        text("JudulFormulir", f"{_TITLE}\n{{{{ lembaga }}}}\n{{{{ periode }}}}")
        + text("Lingkup", "{{ lingkup }}")
        + text("Nihil", "{%p if bagian %}")
        + _rows()
        + text("CatatanKaki", "{{ catatan }}")
        + text("Nihil", "{%p else %}")
        + text("Nihil", "{{ nihil }}")
        + text("Nihil", "{%p endif %}")
        + text("Jarak", "")
        + _signatures()
        + section(Section(landscape=True))
    )
    return write(
        Template(
            title="Formulir Monitoring dan Evaluasi",
            body=body,
            header=text("NomorHalaman", ""),
            footer=paragraph(
                "NomorHalaman", run("{{ lingkup }} – {{ periode }} – halaman "), page_field()
            ),
            styles=STYLES,
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


def _cell(name: str, width: float) -> Cell:
    tag = f"{{{{p baris.{name} }}}}" if name in _FLOWS else f"{{{{ baris.{name} }}}}"
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
