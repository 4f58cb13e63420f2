"""The templates of SPIP: the register of risks, the plan to control them, the card of a month."""

from __future__ import annotations

from tools.template_authors import letter_template
from tools.template_authors.letter_template import Column, facts, listing
from tools.template_authors.recap_template import ACROSS_MM, STYLES, write_monev
from tools.template_authors.template_markup import (
    Section,
    counted,
    optional,
    paragraph,
    run,
    section,
    text,
)
from tools.template_authors.template_styles import Style
from zi_docs.papers.supporting import CLOSING

# Room to write by hand where nothing is printed.
_ROW_MM, _SIGNED_ROW_MM = 11.0, 11.0
_HALF = 40.0
_STYLES = (
    *STYLES,
    Style("Tempat Tanggal", size=11, pitch=15, before=10, after=4, keep_next=True),
    Style("Tanda Tangan Hadir", size=10, pitch=13, before=2, after=2, tabs=(_HALF,)),
    # The matrix stays with the signature below it.
    Style(
        "Keterangan Matriks", align="center", size=9, pitch=12, before=2, after=6, keep_next=True
    ),
    letter_template.lettered_section(1),
)
_Columns = tuple[tuple[str, float, str], ...]
_CENTRED = frozenset({"kemungkinan", "dampak", "skor", "tingkat", "batas", "keadaan"})

_REGISTER: _Columns = (
    ("Kegiatan", 34.0, "kegiatan"),
    ("Tujuan Kegiatan", 31.0, "tujuan"),
    ("Pernyataan Risiko", 36.0, "risiko"),
    ("Sebab", 31.0, "sebab"),
    ("Akibat", 31.0, "akibat"),
    ("Pengendalian yang Ada", ACROSS_MM - 218.0, "pengendalian"),
    ("K", 9.0, "kemungkinan"),
    ("D", 9.0, "dampak"),
    ("Skor", 11.0, "skor"),
    ("Tingkat", 17.0, "tingkat"),
)
_CONTROLS: _Columns = (
    ("Pernyataan Risiko", 54.0, "risiko"),
    ("Skor", 12.0, "skor"),
    ("Tingkat", 18.0, "tingkat"),
    ("Pengendalian yang Ada", 44.0, "pengendalian"),
    ("Rencana Tindak Pengendalian", ACROSS_MM - 203.0, "rencana"),
    ("Penanggung Jawab", 42.0, "pic"),
    ("Batas Waktu", 24.0, "batas"),
)
_CARD: _Columns = (
    ("Pernyataan Risiko", 38.0, "risiko"),
    ("Skor", 11.0, "skor"),
    ("Tingkat", 16.0, "tingkat"),
    ("Rencana Tindak Pengendalian", 40.0, "rencana"),
    ("Penanggung Jawab", 30.0, "pic"),
    ("Pelaksanaan", ACROSS_MM - 215.0, "pelaksanaan"),
    ("Bukti", 29.0, "bukti"),
    ("Hambatan", 25.0, "hambatan"),
    ("Keadaan", 17.0, "keadaan"),
)


def risk_register() -> bytes:
    """The risks with their values, how they are valued, the matrix of all of them."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "{{p pembuka }}")
        + text("BagianBerhuruf", "Daftar Risiko")
        + _listed("b in baris", "b", _REGISTER)
        + text("Jarak", "")
        + optional("Isi", "ringkasan")
        + text("BagianBerhuruf", "Penilaian dan Matriks Risiko")
        + text("PengantarTabel", _METHOD)
        + text("PengantarTabel", "{{ tingkat }}")
        + text("GambarUtuh", "{{ gambar }}")
        + _caption()
        + _signed()
        + section(Section(landscape=True, header=False))
    )  # fmt: skip
    return write_monev("Register Risiko", body, _STYLES, (letter_template.LETTERED,))


def _caption() -> str:
    number = counted("Gambar", "1")
    return paragraph("KeteranganMatriks", run("Gambar "), number, run(". Matriks risiko"))


_METHOD = (
    "Setiap risiko diberi nilai kemungkinan (K) dan nilai dampak (D), masing-masing 1 sampai "
    "dengan 5. {{ rumus }}. Pada matriks, angka di sudut adalah skor dan angka tebal adalah nomor "
    "risiko pada daftar di atas; makin gelap, makin tinggi tingkatnya."
)


def control_plan() -> bytes:
    """What is to be done about each risk, by whom and until when."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "{{p pembuka }}")
        + _listed("b in baris", "b", _CONTROLS, anchored=True)
        + text("Jarak", "")
        + _signed(CLOSING)
        + section(Section(landscape=True, header=False))
    )
    return write_monev("Rencana Tindak Pengendalian", body, _STYLES, (letter_template.LETTERED,))


def control_card() -> bytes:
    """The card of a month: each risk with what was done; those who sign it."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}\n{{ periode }}")
        + facts("fakta", 36)
        + text("Jarak", "")
        + text("Isi", "{{p pembuka }}")
        + text("Isi", "{%p if baris %}")
        + _listed("b in baris", "b", _CARD, anchored=True)
        + text("Isi", "{%p endif %}")
        + text("Isi", "{%p if selesai %}")
        + text("Jarak", "")
        + text(
            "Isi", "Risiko yang selesai dikendalikan pada bulan sebelumnya: nomor {{ selesai }}."
        )
        + text("Isi", "{%p endif %}")
        + text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
        + listing("s in penanda_tangan", _SIGNERS, _SIGNED_COLUMNS, height=_SIGNED_ROW_MM)
        + section(Section(landscape=True, header=False))
    )
    return write_monev("Kartu Kendali", body, _STYLES, (letter_template.LETTERED,))


_SIGNERS = (12.0, 80.0, 80.0, ACROSS_MM - 172.0)
_SIGNED_COLUMNS = (
    Column("No", "{{p s.nomor }}", "Normal", "center", fixed=True),
    Column("Nama", "{{ s.nama }}", valign="center"),
    Column("Jabatan", "{{ s.jabatan }}", valign="center"),
    # The even numbers stand behind a tab at half of this width, so it never changes.
    Column("Tanda Tangan", "{{ s.tanda_tangan }}", "TandaTanganHadir", "center", fixed=True),
)


def _listed(loop: str, name: str, columns: _Columns, *, anchored: bool = False) -> str:
    """A table of risks, each with its number in the register."""
    number = "{{p %s.nomor }}" if anchored else "{{ %s.nomor }}"
    style = "Normal" if anchored else "TabelTengah"
    cells = [
        Column("No", number % name, style, fixed=True),
        *(
            Column(
                title, f"{{{{ {name}.{key} }}}}", "TabelTengah" if key in _CENTRED else "TabelIsi"
            )
            for title, _, key in columns
        ),
    ]
    return listing(loop, (9.0, *(mm for _, mm, _ in columns)), cells, height=_ROW_MM)


def _signed(anchor: str = "") -> str:
    day = text("TempatTanggal", "{{ tempat }}, {{ tanggal }}")
    return letter_template.signatures("penanda_tangan", above=day, anchor=anchor)
