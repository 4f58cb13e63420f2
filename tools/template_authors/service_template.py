"""The templates on services: the decree on their standards, the maklumat, the review's minutes."""

from __future__ import annotations

from tools.template_authors.decree_template import OWN_LIST, TEXT, closing, decree_template
from tools.template_authors.letter_template import BASE, Column, form, listing, signatures
from tools.template_authors.letter_template import FONT as LETTER_FONT
from tools.template_authors.letter_template import STYLES as LETTER_STYLES
from tools.template_authors.plenary_template import STYLES as MINUTES_STYLES
from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    optional,
    paragraph,
    row,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Level, Style
from zi_docs.papers.layanan import CLOSING

_GRID = (11.0, 50.0, TEXT - 61.0)
_DECREE_STYLES = (
    Style("Judul Bagian", before=12, after=6, outline=1, keep_next=True, numbering=(OWN_LIST, 0)),
    Style("Tabel Kepala", align="center", size=10, pitch=13, before=2, after=4, bold=True,
          keep_next=True),
    Style("Tabel Isi", size=10, pitch=13, before=2, after=3),
    Style("Tabel Butir", size=10, pitch=13, before=1, after=2, numbering=(6, 0)),
    Style("Tabel Tengah", align="center", size=10, pitch=13, before=2, after=3),
    Style("Tabel Kelompok", size=10, pitch=13, before=2, after=4, bold=True, keep_next=True,
          outline=2),
)  # fmt: skip
_DECREE_LISTS = ((Level("upperLetter", "%1.", 0, 9),),)


def service_decree() -> bytes:
    """The decree on standards of service: body, then a table a service."""
    annex = (
        text("JudulLampiran", "{{ judul_lampiran }}")
        + text("Normal", "{%p for layanan in daftar_layanan %}")
        + text("Normal", "{{p layanan.judul }}")
        + _components()
        + text("Normal", "{%p endfor %}")
        + text("Jarak", "")
        + closing(TEXT, dated=False)
        + section(Section())
    )
    return decree_template("Keputusan Standar Pelayanan", annex, _DECREE_STYLES, _DECREE_LISTS)


def _components() -> str:
    columns = len(_GRID)
    titles = [
        Cell(text("TabelKepala", title), width, valign="center", fixed=title == "NO")
        for title, width in zip(("NO", "KOMPONEN", "URAIAN"), _GRID, strict=True)
    ]
    contents = (
        text("TabelTengah", "{{ baris.nomor }}"),
        text("Normal", "{{p baris.komponen }}"),
        text("Normal", "{{p baris.isi }}"),
    )
    cells = [
        Cell(content, width, fixed=place == 0)
        for place, (content, width) in enumerate(zip(contents, _GRID, strict=True))
    ]
    rows = (
        row(titles, header=True),
        tag_row("{%tr for bagian in layanan.bagian %}", "TabelIsi", columns),
        row((Cell(text("TabelKelompok", "{{ bagian.nama }}"), sum(_GRID), span=columns),)),
        tag_row("{%tr for baris in bagian.baris %}", "TabelIsi", columns),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
    )
    return table(rows, _GRID, lines=True, padding=1.5)


_POSTER_STYLES = (
    Style("Lambang", align="center", pitch=0, before=6, after=14),
    Style("Nama Kantor", align="center", size=20, pitch=27, bold=True, keep_lines=True),
    Style("Judul Maklumat", align="center", size=34, pitch=44, before=24, after=24, bold=True,
          outline=0, keep_lines=True),
    Style("Janji", align="center", size=20, pitch=30, after=16, bold=True),
    Style("Janji Lain", align="center", size=16, pitch=25, after=12),
    Style("Tempat Tanggal", align="center", size=14, pitch=20, before=26, keep_next=True),
    Style("Tanda Tangan", align="center", size=14, pitch=19, keep_next=True, keep_lines=True),
    # The distance above is the room to sign.
    Style("Nama Penanda", align="center", size=14, pitch=19, before=72, keep_lines=True),
    Style("Nama Terang", align="center", size=14, pitch=19, keep_lines=True),
)  # fmt: skip


def notice() -> bytes:
    """The maklumat: a poster in a frame, in type that is read from afar."""
    body = (
        optional("Lambang", "lambang")
        + text("NamaKantor", "{{ kop.lembaga }}\n{{ kop.wilayah }}")
        + text("JudulMaklumat", "MAKLUMAT PELAYANAN")
        + text("Normal", "{{p janji }}")
        + text("Normal", "{{p butir }}")
        + text("Normal", "{{p akibat }}")
        + text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
        + text("TandaTangan", "{{ penanda_tangan.jabatan }}")
        + optional("TandaTangan", "penanda_tangan.wilayah")
        + text("NamaPenanda", "{{ penanda_tangan.nama }}")
        + optional("NamaTerang", "penanda_tangan.nip")
        + section(Section(header=False, framed=True))
    )
    return write(
        Template(
            title="Maklumat Pelayanan",
            body=body,
            header=text("NomorHalaman", ""),
            footer=paragraph("KakiHalaman"),
            styles=(*LETTER_STYLES, *_POSTER_STYLES),
            base=BASE,
            font=LETTER_FONT,
        )
    )


_PRESENT = (10.0, 50.0, 67.0, 38.0)
_PRESENT_COLUMNS = (
    Column("No", "{{ h.nomor }}", "TabelTengah", "center", fixed=True),
    Column("Nama", "{{ h.nama }}", valign="center"),
    Column("Jabatan", "{{ h.jabatan }}", valign="center"),
    Column("Tanda Tangan", "{{ h.tanda_tangan }}", "TandaTanganHadir", "center", fixed=True),
)
_REVIEWED = (10.0, 34.0, 56.0, 17.0, 48.0)
_REVIEWED_COLUMNS = (
    Column("No", "{{p r.nomor }}", "Normal", fixed=True),
    Column("Layanan", "{{ r.layanan }}"),
    Column("Yang Direviu", "{{p r.temuan }}", "Normal"),
    Column("Hasil", "{{ r.hasil }}", "TabelTengah", fixed=True),
    Column("Rekomendasi", "{{p r.rekomendasi }}", "Normal"),
)
_REVIEW_STYLES = (
    *MINUTES_STYLES,
    Style("Butir Angka", align="both", size=11, pitch=16, after=2),
    Style("Tabel Butir", size=10, pitch=13, before=1, after=2, numbering=(1, 0)),
)
_REVIEW_LISTS = ((Level("bullet", "-", 0, 3),),)


def service_review() -> bytes:
    """The minutes of a review: those present, what was found of each service, the signature."""
    body = (
        text("KepalaBeritaAcara", "BERITA ACARA")
        + text("KepalaBeritaAcara", "REVIU STANDAR PELAYANAN")
        + text("JudulNaskah", "NOMOR {{ nomor }}")
        + text(
            "Pembuka",
            "Pada hari ini {{ hari }}, bertempat di {{ tempat_rapat }}, {{ kantor }} telah "
            "melaksanakan reviu standar pelayanan yang dihadiri oleh:",
        )
        + listing("h in hadir", _PRESENT, _PRESENT_COLUMNS, height=11)
        + text("Bagian", "Hasil reviu:")
        + listing("r in reviu", _REVIEWED, _REVIEWED_COLUMNS, height=20)
        + text(
            "Penutup",
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
            "mestinya.",
        )
        + signatures(
            "pimpinan",
            above=text("TempatTanggal", "{{ tempat }}, {{ tanggal }}"),
            anchor=CLOSING,
        )
    )
    return form("Berita Acara Reviu Standar Pelayanan", body, _REVIEW_STYLES, _REVIEW_LISTS)
