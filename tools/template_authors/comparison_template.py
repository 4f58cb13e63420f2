"""The template of the comparison of two years' achievement."""

from __future__ import annotations

from collections.abc import Sequence

from tools.template_authors import letter_template
from tools.template_authors.recap_template import (
    ACROSS_MM,
    CODE_ALONE_MM,
    STYLES,
    closing,
    signature,
    write_monev,
)
from tools.template_authors.template_markup import (
    Cell,
    Section,
    row,
    section,
    table,
    tag_row,
    text,
)

_NUMBER_MM = 9.0
_FIGURES = (
    ("Rencana {{ lama }}", 21.0, "rencana_lama"),
    ("Selesai {{ lama }}", 21.0, "selesai_lama"),
    ("Capaian {{ lama }} (%)", 21.0, "persen_lama"),
    ("Rencana {{ baru }}", 21.0, "rencana_baru"),
    ("Selesai {{ baru }}", 21.0, "selesai_baru"),
    ("Capaian {{ baru }} (%)", 21.0, "persen_baru"),
    ("Selisih (poin persentase)", 23.0, "selisih"),
)
_GRID = (
    CODE_ALONE_MM,
    ACROSS_MM - CODE_ALONE_MM - sum(width for _, width, _ in _FIGURES),
    *(width for _, width, _ in _FIGURES),
)


def comparison() -> bytes:
    """Two years on paper across: by area and component, then the rows that only one has."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "Keadaan sampai dengan {{ per_tanggal }}. {{ ringkasan }}")
        + text(
            "Isi",
            "Langkah dibandingkan menurut baris rencana aksi yang sama. Baris yang hanya ada pada "
            "satu tahun ikut terhitung pada tahunnya dan disebut di bawah tabel.",
        )
        + text("BagianBerhuruf", "Capaian per Area dan Komponen")
        + _figures_table()
        + text("BagianBerhuruf", "Baris Rencana Aksi yang Baru pada Tahun {{ baru }}")
        + _rows("baris_baru", "Tidak ada baris baru pada tahun {{ baru }}.")
        + text("BagianBerhuruf", "Baris Rencana Aksi Tahun {{ lama }} yang Tidak Dilanjutkan")
        + _rows("baris_lama", "Semua baris tahun {{ lama }} dilanjutkan pada tahun {{ baru }}.")
        + closing("perbandingan")
        + signature()
        + section(Section(landscape=True))
    )
    styles = (*STYLES, letter_template.lettered_section(1))
    return write_monev("Perbandingan Capaian", body, styles, (letter_template.LETTERED,))


def _figures_table() -> str:
    titles = ("No", "Area/Komponen", *(title for title, _, _ in _FIGURES))
    head = [
        Cell(text("TabelKepala", title), width, valign="center", fixed=title == "No")
        for title, width in zip(titles, _GRID, strict=True)
    ]
    rows = (
        row(head, header=True),
        tag_row("{%tr for area in capaian %}", "TabelIsi", len(_GRID)),
        _figures_row("area", ("{{ area.nomor }}", "{{p area.nama }}"), "TabelArea", "TabelJumlah"),
        tag_row("{%tr for k in area.komponen %}", "TabelIsi", len(_GRID)),
        _figures_row("k", ("{{ k.nomor }}", "{{p k.nama }}"), "TabelIsi", "TabelTengah"),
        tag_row("{%tr endfor %}", "TabelIsi", len(_GRID)),
        tag_row("{%tr endfor %}", "TabelIsi", len(_GRID)),
        _figures_row("jumlah", ("", "{{p jumlah.jumlah }}"), "TabelJumlah", "TabelJumlah"),
    )
    return table(rows, _GRID, lines=True, padding=1)


def _figures_row(name: str, words: Sequence[str], style: str, centred: str) -> str:
    number, title = words
    cells = [Cell(text(centred, number), _GRID[0]), Cell(text(style, title), _GRID[1])]
    cells += [
        Cell(text(centred, f"{{{{ {name}.{key} }}}}"), width, valign="center")
        for _, width, key in _FIGURES
    ]
    return row(cells)


def _rows(name: str, none: str) -> str:
    """The rows that only one of the years has; the sentence `none` where there are none."""
    columns = (
        ("No", _NUMBER_MM, "nomor", "TabelTengah"),
        ("Komponen", 29.0, "komponen", "TabelTengah"),
        ("Langkah aksi", ACROSS_MM - _NUMBER_MM - 29.0 - 44.0, "langkah", "TabelIsi"),
        ("Rencana", 22.0, "rencana", "TabelTengah"),
        ("Capaian (%)", 22.0, "persen", "TabelTengah"),
    )
    cells = [
        letter_template.Column(title, f"{{{{ baris.{key} }}}}", style, fixed=title == "No")
        for title, _, key, style in columns
    ]
    return (
        text("Isi", f"{{%p if {name} %}}")
        + letter_template.listing(f"baris in {name}", [width for _, width, _, _ in columns], cells)
        + text("Isi", "{%p else %}")
        + text("Nihil", none)
        + text("Isi", "{%p endif %}")
    )
