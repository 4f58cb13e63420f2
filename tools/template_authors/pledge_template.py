"""The templates of what each person signs, of the recap of it, and of the matrix of conflicts."""

from __future__ import annotations

from tools.template_authors import letter_template
from tools.template_authors.letter_template import TEXT, Column, facts, form, listing, signatures
from tools.template_authors.recap_template import ACROSS_MM, STYLES, write_monev
from tools.template_authors.template_markup import Section, section, text
from tools.template_authors.template_styles import Level, Style

# A little closer than in letters: with long names and posts it still fills one page.
_STYLES = (
    Style("Keterangan", size=11, pitch=14, after=1),
    Style("Isi", align="both", size=11, pitch=14, after=5),
    Style("Butir Angka", align="both", size=11, pitch=14, after=2, numbering=(1, 0)),
    Style("Penutup", align="both", size=11, pitch=14, before=4, after=10, keep_next=True),
)
_LISTS = ((Level("decimal", "%1.", 0, 7),),)
_INTERESTS = (10.0, 57.0, 49.0, 49.0)
_INTEREST_COLUMNS = (
    Column("No", "{{ k.nomor }}", "TabelTengah", fixed=True),
    Column("Hubungan atau Kepentingan", "{{ k.kepentingan }}"),
    Column("Tugas yang Dapat Terpengaruh", "{{ k.tugas }}"),
    Column("Pengendalian", "{{ k.pengendalian }}"),
)


def statement() -> bytes:
    """A page to sign: who, what is promised, the interests declared, the signature."""
    body = (
        text("JudulNaskah", "{{ judul }}")
        + text("Isi", "Saya yang bertanda tangan di bawah ini:")
        + facts("fakta", 36)
        + text("Jarak", "")
        + text("Normal", "{{p pembuka }}")
        + _shown("pilihan", listing("p in pilihan", (12.0, TEXT - 12.0), _CHOICE, height=9))
        + _shown(
            "kepentingan", listing("k in kepentingan", _INTERESTS, _INTEREST_COLUMNS, height=9)
        )
        + text("Isi", "{%p if not pilihan %}")
        + text("Normal", "{{p butir }}")
        + text("Isi", "{%p endif %}")
        + text("Normal", "{{p penutup }}")
        + signatures("penanda_tangan", heading=_HEADING)
    )
    return form("Pernyataan", body, _STYLES, _LISTS)


_HEADING = "{{ tempat }}, {{ tanggal }}\nYang menyatakan,"
_CHOICE = (
    Column("√", "", "TabelTengah", fixed=True),
    Column("Pernyataan", "{{r p.isi }}"),
)


def _shown(name: str, table: str) -> str:
    """A table that is left out with the space below it where its list is empty."""
    return (
        text("Isi", f"{{%p if {name} %}}") + table + text("Jarak", "") + text("Isi", "{%p endif %}")
    )


_RECAP = (
    ("No", 10.0, "nomor", "TabelTengah"),
    ("Nama", 46.0, "nama", "TabelIsi"),
    ("Jabatan", 46.0, "jabatan", "TabelIsi"),
    ("Pakta Integritas", 20.0, "pakta", "TabelTengah"),
    ("Pernyataan", 22.0, "pernyataan", "TabelTengah"),
    ("Isi Pernyataan", 21.0, "isi", "TabelTengah"),
)
_MATRIX = (
    ("No", 10.0, "nomor", "TabelTengah"),
    ("Nama", 42.0, "nama", "TabelIsi"),
    ("Jabatan", 42.0, "jabatan", "TabelIsi"),
    ("Hubungan atau Kepentingan", 56.0, "kepentingan", "TabelIsi"),
    ("Tugas yang Dapat Terpengaruh", 48.0, "tugas", "TabelIsi"),
    ("Pengendalian", ACROSS_MM - 198.0, "pengendalian", "TabelIsi"),
)


def pledge_recap() -> bytes:
    """Who has signed and who has not, a row a person."""
    return form("Rekapitulasi Pakta Integritas", _summary() + _table(_RECAP), ())


def interest_matrix() -> bytes:
    """The interests declared, on paper across; a sentence where there are none."""
    body = (
        letter_template.head()
        + _summary()
        + text("Isi", "{%p if baris %}")
        + _table(_MATRIX)
        + text("Isi", "{%p else %}")
        + text("Nihil", "Belum ada potensi benturan kepentingan yang dinyatakan.")
        + text("Isi", "{%p endif %}")
        + section(Section(landscape=True, header=False))
    )
    return write_monev("Matriks Potensi Benturan Kepentingan", body, STYLES)


def _summary() -> str:
    return text("JudulNaskah", "{{ judul }}") + text("Isi", "{{ ringkasan }}")


def _table(columns: tuple[tuple[str, float, str, str], ...]) -> str:
    cells = [
        Column(title, f"{{{{ b.{key} }}}}", style, fixed=title == "No")
        for title, _, key, style in columns
    ]
    return listing("b in baris", [width for _, width, _, _ in columns], cells)
