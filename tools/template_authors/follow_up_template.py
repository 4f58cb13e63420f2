"""The template of the ledger of follow-ups."""

from __future__ import annotations

from tools.template_authors import letter_template
from tools.template_authors.letter_template import Column, listing
from tools.template_authors.recap_template import (
    ACROSS_MM,
    STYLES,
    closing,
    signature,
    write_monev,
)
from tools.template_authors.template_markup import Section, section, text
from zi_docs.papers.notula import CLOSING

_COLUMNS = (
    ("No", 9.0, "nomor", "TabelTengah"),
    ("Sumber", 42.0, "sumber", "TabelIsi"),
    ("Yang Diminta", 48.0, "uraian", "TabelIsi"),
    ("Baris Rencana Aksi", 34.0, "baris", "TabelIsi"),
    ("Penanggung Jawab", 36.0, "pic", "TabelIsi"),
    ("Batas Waktu", 21.0, "batas", "TabelTengah"),
    ("Tindak Lanjut", ACROSS_MM - 219.0, "tindak_lanjut", "TabelIsi"),
    ("Keadaan", 29.0, "keadaan", "TabelIsi"),
)


def ledger() -> bytes:
    """What is to be followed up, on paper across, with the signature of the team's leader."""
    cells = [
        Column(title, f"{{{{ b.{key} }}}}", style, fixed=title == "Batas Waktu")
        for title, _, key, style in _COLUMNS[1:]
    ]
    cells.insert(0, Column("No", "{{p b.nomor }}", "Normal", fixed=True))
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "{{ ringkasan }}")
        + listing("b in baris", [width for _, width, _, _ in _COLUMNS], cells)
        + closing("buku tindak lanjut")
        + signature(CLOSING)
        + section(Section(landscape=True, header=False))
    )
    return write_monev("Buku Tindak Lanjut", body, STYLES)
