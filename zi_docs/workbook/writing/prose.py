"""The sheet Petunjuk: what the workbook is and how to fill it in, for new users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.text import RichText
from zi_docs.workbook.reading.tokens import DECREE_TOKENS, DEFERRED_TOKENS, TOKENS
from zi_docs.workbook.sheets.schema import Layout, Sheet
from zi_docs.workbook.writing import looks
from zi_docs.workbook.writing.cell_values import put_value
from zi_docs.workbook.writing.frame import cell_at, finish_page

_WIDTHS = (4, 104)


@dataclass(frozen=True)
class _GuideLine:
    text: RichText
    style: str = looks.PROSE
    swatch: str = ""
    leads_to: str = ""


def fill_prose(page: Worksheet, sheets: Sequence[Sheet]) -> None:
    """Write the guidance; its lists of sheets and tokens come from their declarations."""
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = _WIDTHS
    for row, line in enumerate(_guide_lines(sheets), start=1):
        cell = cell_at(page, row, 2 if line.style == looks.PROSE else 1)
        cell.style = line.style
        put_value(cell, line.text)
        if line.leads_to:
            # Beside the text: LibreOffice breaks no line of a cell with a link.
            arrow = cell_at(page, row, 1)
            arrow.style, arrow.value = looks.PROSE, "→"
            arrow.hyperlink = Hyperlink(arrow.coordinate, location=f"'{line.leads_to}'!A1")
        if line.style == looks.GROUP:
            cell_at(page, row, 2).style = looks.GROUP
        if line.swatch:
            swatch = cell_at(page, row, 1)
            swatch.fill = PatternFill("solid", start_color=line.swatch, end_color=line.swatch)
        width = sum(_WIDTHS)
        extra = 8 if line.style == looks.TITLE else 2
        page.row_dimensions[row].height = looks.row_height([(line.text.plain, width)]) + extra
    page.sheet_view.showGridLines = False
    finish_page(page, landscape=False, repeat_header=False)


def _guide_lines(sheets: Sequence[Sheet]) -> Iterator[_GuideLine]:
    yield from _introduction()
    named = [sheet for sheet in sheets if sheet.layout is not Layout.PROSE]
    yield _heading("Lembar")
    yield from _sheet_list(sheet for sheet in named if not sheet.supporting)
    yield _heading("Lembar naskah pendukung: diisi bila naskahnya diperlukan")
    yield from _sheet_list(sheet for sheet in named if sheet.supporting)
    yield _heading("Arti warna")
    yield from _colour_key()
    yield _heading("Cara mengisi")
    yield from _filling_rules()
    yield _heading("Penanda")
    yield from _token_list()
    yield _heading("Menjalankan program")
    yield from _commands()


def _sheet_list(sheets: Iterable[Sheet]) -> Iterator[_GuideLine]:
    """What each sheet is for; a click leads there."""
    for sheet in sheets:
        yield replace(_term(sheet.title, sheet.help), leads_to=sheet.title)


def _introduction() -> Iterator[_GuideLine]:
    yield _GuideLine(RichText.of("Buku kerja Zona Integritas"), looks.TITLE)
    yield from _paragraphs(
        "Buku kerja ini memuat semua isian untuk naskah pembangunan Zona Integritas dalam satu "
        "tahun: jati diri kantor, pejabat, keputusan, rencana aksi, rapat, dan realisasi. Program "
        "membaca buku kerja ini lalu menyusun naskahnya. Buku kerja tidak pernah diubah oleh "
        "program; hanya Saudara yang mengisinya.",
    )
    yield _heading("Urutan pengisian")
    yield from _paragraphs(
        "1.  Isilah lembar Instansi lebih dahulu. Nama kantor dan tahun setiap naskah diambil "
        "dari sana; kertas dan hurufnya dari lembar Tata Letak, yang boleh dibiarkan.",
        "2.  Isilah lembar Pejabat, lalu lembar Peraturan. Berilah setiap baris sebuah ID yang "
        "singkat; lembar lain menyebut baris itu dengan ID-nya.",
        "3.  Isilah lembar Keputusan, kemudian Konsiderans dan Narasi sebagai isinya. Urutan baris "
        "adalah urutan cetak; huruf dan nomor dibuat oleh program.",
        "4.  Isilah lembar Rencana Aksi, satu baris untuk satu langkah aksi.",
        "5.  Lembar Tim, Rapat, Peserta, Nomor, dan Realisasi diisi sepanjang tahun bila "
        "diperlukan.",
    )


def _colour_key() -> Iterator[_GuideLine]:
    yield _GuideLine(RichText.of("Kepala kolom yang wajib diisi."), swatch=looks.REQUIRED_COLOUR)
    yield _GuideLine(
        RichText.of("Kepala kolom yang boleh dikosongkan, dan judul kelompok isian."),
        swatch=looks.HEADER_COLOUR,
    )
    yield _GuideLine(
        RichText.of("Sel wajib yang masih kosong pada baris yang sudah mulai diisi."),
        swatch=looks.MISSING_COLOUR,
    )


def _token_list() -> Iterator[_GuideLine]:
    yield from _paragraphs(
        "Kalimat boleh memuat penanda berkurung kurawal. Program menggantinya dengan isian lembar "
        "Instansi, sehingga kalimat tetap benar ketika tahun atau kantornya berganti. Penanda yang "
        "ditulis dengan huruf kapital, misalnya {INSTANSI}, diganti dengan huruf kapital.",
    )
    for name, token in TOKENS.items():
        yield _term(f"{{{name}}}", f"{token.meaning}.")
    for name, meaning in {**DECREE_TOKENS, **DEFERRED_TOKENS}.items():
        yield _term(f"{{{name}}}", f"{meaning}.")


def _commands() -> Iterator[_GuideLine]:
    yield from _paragraphs(
        "Simpan dan tutup buku kerja, lalu jalankan perintah berikut dari folder program.",
    )
    yield _term("python generate.py periksa", "memeriksa isian tanpa membuat naskah.")
    yield _term("python generate.py keputusan", "membuat keputusan rencana aksi.")
    yield _term(
        "python generate.py tahun-baru BARU.xlsx",
        "membuat buku kerja tahun berikutnya dari buku kerja ini.",
    )
    yield from _paragraphs(
        "Setiap kesalahan disebut dengan lembar dan selnya, apa yang keliru, dan cara "
        "memperbaikinya. Perbaiki sel itu, simpan, lalu jalankan kembali.",
    )


def _filling_rules() -> Iterator[_GuideLine]:
    yield _term("Keterangan kolom", "arahkan penunjuk ke kepala kolom untuk membaca arti kolomnya.")
    yield _term(
        "Tanda bulan",
        "bubuhkan √ pada bulan pelaksanaan. Huruf v dan x serta angka 1 dibaca sebagai √.",
    )
    yield _term(
        "Tanggal dan jam",
        "tuliskan 22 Januari 2026, 22-01-2026, atau 22/1/2026; jam ditulis 09.00 atau 9:30.",
    )
    yield _term(
        "Huruf miring dan tebal",
        "pilih beberapa kata di dalam sel lalu miringkan atau tebalkan; naskah mengikutinya. "
        "Format seluruh sel tidak dicetak.",
    )
    yield _term(
        "Baris baru dan butir",
        "tekan Alt+Enter untuk baris baru di dalam sel. Baris yang diawali tanda hubung dan spasi "
        "menjadi butir.",
    )
    yield _term("Acuan", "tuliskan ID baris yang diacu; beberapa ID dipisahkan dengan titik koma.")
    yield _term(
        "Yang belum diketahui", "kosongkan saja. Naskah menyediakan tempat untuk menuliskannya."
    )
    yield _term(
        "Baris tambahan",
        "ketiklah di baris pertama di bawah tabel; tabel bertambah sendiri. Baris boleh "
        "disisipkan, dihapus, dan diurutkan. Kepala kolom jangan diubah: program mengenali kolom "
        "dari kepalanya.",
    )


def _heading(text: str) -> _GuideLine:
    return _GuideLine(RichText.of(text), looks.GROUP)


def _paragraphs(*texts: str) -> Iterator[_GuideLine]:
    return (_GuideLine(RichText.of(text)) for text in texts)


def _term(name: str, meaning: str) -> _GuideLine:
    return _GuideLine(RichText.of(name, bold=True) + RichText.of(f" — {meaning}"))
