"""The template of the recap of achievement, and the tables it shares with the monev report."""

from __future__ import annotations

from collections.abc import Sequence

from tools.template_authors import letter_template
from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    counted,
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

ACROSS_MM = 252.0  # text width of A4 across with margins of 25 and 20 mm

STYLES = (
    Style("Nihil", size=11, pitch=16, after=8, keep_next=True),
    Style("Kalimat Penutup", align="both", size=11, pitch=16, after=12, keep_next=True),
    Style("Pengantar Tabel", align="both", size=11, pitch=16, after=6, keep_next=True),
    Style("Definisi", align="both", size=9, pitch=12, after=2),
    Style("Rumus", align="center", size=9, pitch=12, before=2, after=8, bold=True),
    Style("Keterangan Gambar", align="center", size=9, pitch=12, before=2, after=10),
    Style("Gambar Utuh", align="center", size=9, pitch=0, before=4, keep_next=True),
    Style("Tabel Kepala", align="center", size=8, pitch=10, before=2, after=2, bold=True,
          keep_next=True),
    Style("Tabel Isi", size=9, pitch=11, before=2, after=2),
    Style("Tabel Tengah", align="center", size=9, pitch=11, before=2, after=2),
    Style("Tabel Area", size=9, pitch=11, before=2, after=2, bold=True, keep_next=True),
    Style("Tabel Jumlah", align="center", size=9, pitch=11, before=2, after=2, bold=True),
)  # fmt: skip


def recap() -> bytes:
    """Recap of achievement on paper across: table, pictures, arrears, obstacles, follow-up."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "Keadaan sampai dengan {{ per_tanggal }}. {{ ringkasan }}")
        + definition()
        + text("BagianBerhuruf", "Capaian per Area dan Komponen")
        + achievement_table(ACROSS_MM)
        + text("BagianBerhuruf", "Gambar Capaian")
        + pictures()
        + text("BagianBerhuruf", "Tunggakan sejak Januari")
        + arrears(ACROSS_MM)
        + text("BagianBerhuruf", "Kendala")
        + obstacles(ACROSS_MM)
        + text("BagianBerhuruf", "Rekomendasi Periode Ini")
        + advice(
            "rekomendasi", ACROSS_MM, "Tidak ada rekomendasi yang dilaporkan pada periode ini."
        )
        + text("BagianBerhuruf", FOLLOW_UP_HEADING)
        + follow_up(ACROSS_MM)
        + closing("rekapitulasi")
        + signature()
        + section(Section(landscape=True))
    )
    styles = (*STYLES, letter_template.lettered_section(1))
    return write_monev("Rekapitulasi Capaian", body, styles, (letter_template.LETTERED,))


def write_monev(
    title: str, body: str, styles: Sequence[Style], lists: tuple[tuple[Level, ...], ...] = ()
) -> bytes:
    """A paper of monitoring as a Word file: own styles, `Halaman x dari y` at the foot."""
    return write(
        Template(
            title=title,
            body=body,
            header=text("NomorHalaman", ""),
            footer=paragraph("KakiHalaman", page_of_pages()),
            styles=(*letter_template.STYLES, *styles),
            base=letter_template.BASE,
            font=letter_template.FONT,
            lists=lists,
        )
    )


def closing(paper: str) -> str:
    """The sentence above the signature; kept with it, so that no signature opens a page alone."""
    words = f"Demikian {paper} ini disusun untuk dipergunakan sebagaimana mestinya."
    return text("Jarak", "") + text("KalimatPenutup", words)


def signature(anchor: str = "") -> str:
    """The team's leader, at the right; `anchor` bookmarks the block."""
    return letter_template.signatures(
        "ketua_tim",
        heading="{{ tempat }}, {{ tanggal }}\n{{ ketua_tim.kedudukan }}",
        anchor=anchor,
    )


def definition() -> str:
    """What achievement means, and its formula."""
    return text("Definisi", "{{ arti_capaian }}") + text("Rumus", "{{ rumus }}")


def pictures() -> str:
    """Every picture with its caption, the two on one page."""
    return (
        text("GambarUtuh", "{%p for g in gambar %}")
        + text("GambarUtuh", "{{ g.gambar }}")
        + paragraph(
            "KeteranganGambar",
            run("Gambar "),
            counted("Gambar", "{{ loop.index }}"),
            run(". {{ g.judul }}"),
        )
        + text("GambarUtuh", "{%p endfor %}")
    )


# Columns of figures with their widths in mm on upright A4; across they grow with the paper.
_FIGURES = (
    ("Rencana", 15.5, "rencana"),
    ("Selesai", 14.0, "selesai"),
    ("Capaian (%)", 15.0, "persen"),
    ("Tepat waktu", 12.5, "tepat"),
    ("Terlambat", 18.0, "terlambat"),
    ("Tunggakan periode\u00a0ini", 19.0, "tunggakan"),
    ("Bukti ada", 12.0, "bukti"),
)
_NUMBER_MM = 9.0
# What the number of a component takes (`VI.12`): alone, and below the title `Komponen`.
CODE_ALONE_MM, _CODE_MM = 11.0, 19.0


def achievement_table(width: float) -> str:
    """Areas, their components and the office's total: planned, done, percent, in time or not."""
    grid = _figures_grid(width)
    columns = len(grid)
    rows = (
        _head(("No", "Area/Komponen", *(title for title, _, _ in _FIGURES)), grid),
        tag_row("{%tr for area in capaian %}", "TabelIsi", columns),
        _figures_row("area", "{{ area.nomor }}", "{{p area.nama }}", "TabelArea", grid),
        *_component_rows(grid),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
        _figures_row("jumlah", "", "{{p jumlah.jumlah }}", "TabelJumlah", grid),
    )
    return table(rows, grid, lines=True, padding=1)


def component_table(width: float) -> str:
    """The components of the area that a loop calls `area`."""
    grid = _figures_grid(width)
    rows = (
        _head(("No", "Komponen", *(title for title, _, _ in _FIGURES)), grid),
        *_component_rows(grid),
        _figures_row("area", "", "{{p area.jumlah }}", "TabelJumlah", grid),
    )
    return table(rows, grid, lines=True, padding=1)


def _figures_grid(width: float) -> tuple[float, ...]:
    figures = [mm * width / letter_template.TEXT for _, mm, _ in _FIGURES]
    return (CODE_ALONE_MM, width - CODE_ALONE_MM - sum(figures), *figures)


def _component_rows(grid: Sequence[float]) -> tuple[str, ...]:
    return (
        tag_row("{%tr for k in area.komponen %}", "TabelIsi", len(grid)),
        _figures_row("k", "{{ k.nomor }}", "{{p k.nama }}", "TabelIsi", grid),
        tag_row("{%tr endfor %}", "TabelIsi", len(grid)),
    )


def _head(titles: Sequence[str], grid: Sequence[float]) -> str:
    cells = [
        Cell(text("TabelKepala", title), width, valign="center", fixed=title == "No")
        for title, width in zip(titles, grid, strict=True)
    ]
    return row(cells, header=True)


def _figures_row(name: str, number: str, words: str, style: str, grid: Sequence[float]) -> str:
    centred = "TabelTengah" if style == "TabelIsi" else "TabelJumlah"
    cells = [Cell(text(centred, number), grid[0]), Cell(text(style, words), grid[1])]
    cells += [
        Cell(text(centred, f"{{{{ {name}.{key} }}}}"), width, valign="center")
        for (_, _, key), width in zip(_FIGURES, grid[2:], strict=True)
    ]
    return row(cells)


def arrears(width: float) -> str:
    """Every overdue step of the year so far, and how many of the period are among them."""
    summary = (
        text("Isi", "{%p if tunggakan %}")
        + text("PengantarTabel", "{{ ringkasan_tunggakan }}")
        + text("Isi", "{%p endif %}")
    )
    return summary + _listed(
        "tunggakan",
        (
            ("No", _NUMBER_MM, "nomor", "TabelTengah"),
            ("Komponen", _CODE_MM, "komponen", "TabelTengah"),
            ("Langkah aksi", 0.54 * width - _NUMBER_MM - _CODE_MM, "langkah", "TabelIsi"),
            ("Bulan rencana (capaian)", 0.27 * width, "bulan", "TabelIsi"),
            ("PIC", 0.19 * width, "pic", "TabelIsi"),
        ),
        "Tidak ada tunggakan sampai dengan {{ per_tanggal }}.",
    )


def obstacles(width: float) -> str:
    """The obstacles reported."""
    return _listed(
        "kendala",
        (
            ("No", _NUMBER_MM, "nomor", "TabelTengah"),
            ("Komponen", _CODE_MM, "komponen", "TabelTengah"),
            ("Langkah aksi", 0.45 * width - _NUMBER_MM - _CODE_MM, "langkah", "TabelIsi"),
            ("Bulan rencana", 0.12 * width, "bulan", "TabelIsi"),
            ("Kendala", 0.22 * width, "kendala", "TabelIsi"),
            ("Rekomendasi", 0.21 * width, "rekomendasi", "TabelIsi"),
        ),
        "Tidak ada kendala yang dilaporkan pada periode ini.",
    )


FOLLOW_UP_HEADING = (
    "Tindak Lanjut Rekomendasi Periode Sebelumnya"
    "{% if permintaan_lain %} dan Permintaan Lain{% endif %}"
)


def follow_up(width: float) -> str:
    """What became of the recommendations of the period before, if there is one this year."""
    none = "Tidak ada rekomendasi yang dilaporkan pada {{ periode_lalu }}."
    return (
        text("Isi", "{%p if periode_lalu %}")
        + advice("tindak_lanjut", width, none)
        + text("Isi", "{%p else %}")
        + text("Nihil", "Tidak ada periode sebelumnya pada tahun ini.")
        + text("Isi", "{%p endif %}")
    )


def advice(name: str, width: float, none: str) -> str:
    """Recommendations with their follow-up."""
    return _listed(
        name,
        (
            ("No", _NUMBER_MM, "nomor", "TabelTengah"),
            ("Komponen, langkah aksi", 0.23 * width - _NUMBER_MM, "baris", "TabelIsi"),
            ("Bulan", 0.085 * width, "bulan", "TabelIsi"),
            ("Rekomendasi", 0.18 * width, "rekomendasi", "TabelIsi"),
            ("Tindak lanjut", 0.13 * width, "tindak_lanjut", "TabelIsi"),
            ("Keadaan", 0.14 * width, "keadaan", "TabelIsi"),
            ("PIC", 0.13 * width, "pic", "TabelIsi"),
            ("Batas waktu", 0.105 * width, "batas", "TabelIsi"),
        ),
        none,
    )


def _listed(name: str, columns: Sequence[tuple[str, float, str, str]], none: str) -> str:
    """A table over the list of this name; the sentence `none` where the list is empty.

    A column is its title, its width in mm, the value's name in a row, the style of its cells.
    """
    grid = [width for _, width, _, _ in columns]
    cells = [
        letter_template.Column(title, f"{{{{ baris.{key} }}}}", style, fixed=title == "No")
        for title, _, key, style in columns
    ]
    return (
        text("Isi", f"{{%p if {name} %}}")
        + letter_template.listing(f"baris in {name}", grid, cells)
        + text("Isi", "{%p else %}")
        + text("Nihil", none)
        + text("Isi", "{%p endif %}")
    )
