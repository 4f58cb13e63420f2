"""The template of an invitation, with the list of the invited as its annex."""

from __future__ import annotations

from tools.template_authors.letter_template import (
    BODY,
    FACT,
    TEXT,
    Column,
    facts,
    form,
    listing,
    signatures,
)
from tools.template_authors.signing_room import signing_room
from tools.template_authors.template_markup import Cell, row, table, text
from tools.template_authors.template_styles import Level, Style

_YTH = 10.0
_REFERENCE = (22.0, 4.0, 74.0, 65.0)
_LIST = (12.0, 93.0, 60.0)

STYLES = (
    Style("Tempat Tanggal", align="right", size=11, pitch=15, before=1, after=2),
    Style("Yth", size=11, pitch=15),
    Style("Yth Bernomor", size=11, pitch=15, numbering=(1, 0)),
    Style("Di Tempat", size=11, pitch=15, left=7),
    Style("Penutup", align="both", size=11, pitch=16, after=12, keep_next=True, keep_lines=True),
    Style("Tembusan", size=10, pitch=13),
    Style("Tembusan Bernomor", size=10, pitch=13, numbering=(2, 0)),
    Style("Kepala Lampiran", size=11, pitch=15, left=82.5, tabs=(100,)),
)  # fmt: skip

LISTS = (
    (Level("decimal", "%1.", 0, 7),),
    (Level("decimal", "%1.", 0, 6),),
)


def invitation() -> bytes:
    """Undangan: reference lines, addressees, the meeting's facts, signature, tembusan, annex."""
    body = (
        _reference()
        + text("Jarak", "")
        + addressees()
        + text("Jarak", "")
        + text("Isi", _OPENING)
        + facts("rincian", 30, indent=10)
        + text("Jarak", "")
        + text("Isi", _PLEA)
        + text("Penutup", _CLOSING)
        + signatures("penanda_tangan", room=signing_room("penanda_tangan"))
        + copies()
        + _annex()
    )
    return form("Undangan", body, STYLES, LISTS)


_OPENING = (
    "Dalam rangka pembangunan Zona Integritas di lingkungan {{ kantor }} Tahun\u00a0{{ tahun }}, "
    "kami mengundang Bapak/Ibu/Saudara untuk {{ ajakan }} yang akan dilaksanakan pada:"
)
_PLEA = "Mengingat pentingnya acara tersebut, dimohon Bapak/Ibu/Saudara hadir tepat waktu."
_CLOSING = (
    "Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Bapak/Ibu/Saudara, kami "
    "ucapkan terima kasih."
)


def _reference() -> str:
    """Nomor, Sifat, Lampiran, Hal; place and date at the right of the first line."""
    first = ("Nomor", "{{ nomor }}", "{{ tempat_surat }}, {{ tanggal_surat }}")
    others = (("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}"))
    rows = [_reference_row(*first), *(_reference_row(label, value, "") for label, value in others)]
    return table(rows, _REFERENCE, lines=False)


def addressees() -> str:
    """`Yth.` in a column of its own, whether one addressee follows or a numbered list."""
    cells = (
        Cell(text("Yth", "Yth."), _YTH, fixed=True),
        Cell(
            text("Normal", "{{p yth }}") + text("Yth", "di –") + text("DiTempat", "Tempat"),
            TEXT - _YTH,
        ),
    )
    return table((row(cells),), (_YTH, TEXT - _YTH), lines=False)


def _reference_row(label: str, value: str, right: str) -> str:
    style = FACT.id
    return row(
        (
            Cell(text(style, label), _REFERENCE[0], fixed=True),
            Cell(text(style, ":"), _REFERENCE[1], fixed=True),
            Cell(text(style, value), _REFERENCE[2]),
            Cell(text("TempatTanggal", right), _REFERENCE[3]),
        )
    )


def copies() -> str:
    return (
        text("Tembusan", "{%p if bertembusan %}")
        + text("Jarak", "")
        + text("Tembusan", "Tembusan:")
        + text("Normal", "{{p tembusan }}")
        + text("Tembusan", "{%p endif %}")
    )


def _annex() -> str:
    heading = "".join(
        text("KepalaLampiran", line)
        for line in ("Nomor\t: {{ nomor }}", "Tanggal\t: {{ tanggal_surat }}")
    )
    return (
        text(BODY.id, "{%p if daftar %}")
        + text("Normal", "{{p kepala_lampiran }}")
        + heading
        + text("Jarak", "")
        + text("JudulNaskah", "DAFTAR UNDANGAN")
        + _list()
        + text("Jarak", "")
        + signatures("penanda_tangan", room=signing_room("penanda_tangan", first=False))
        + text(BODY.id, "{%p endif %}")
    )


def _list() -> str:
    columns = (
        Column("No", "{{ d.nomor }}", "TabelTengah"),
        Column("Jabatan/Instansi", "{{ d.jabatan }}"),
        Column("Nama", "{{ d.nama }}"),
    )
    return listing("d in daftar", _LIST, columns)
