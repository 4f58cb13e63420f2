"""Names of dropped files: what they become, on every system."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_docs.file_names import numbered, room_in, safe_name

HERE = Path("/kantor/source/realisasi")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Notula rapat 3 Maret.pdf", "Notula rapat 3 Maret.pdf"),
        ("Évaluasi – tim “A”.PDF", "Évaluasi – tim “A”.PDF"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Budi\\foto.jpg", "foto.jpg"),
        ("..", "berkas"),
        ("/", "berkas"),
        ("", "berkas"),
        (".tersembunyi.pdf", "tersembunyi.pdf"),
        (".pdf", "pdf"),
        ("~$formulir.xlsx", "formulir.xlsx"),
        ("bukti.pdf. . ", "bukti.pdf"),
        ("bukti .pdf", "bukti.pdf"),
        ("jam 9:.30.", "jam 9.30"),
        ("pukul 10:30?.jpg", "pukul 10-30.jpg"),
        ('"Notula" <b> | rapat*.png', "Notula b rapat.png"),
        ("con.txt", "berkas con.txt"),
        ("Lpt¹.tar.gz", "berkas Lpt¹.tar.gz"),
        ("konsep.pdf", "konsep.pdf"),
        ("tagihan\u202efdp.exe", "tagihanfdp.exe"),
        ("dua\nbaris\tdan\u2028tiga.pdf", "dua baris dan tiga.pdf"),
        ("nol\x00tengah\u200b.pdf", "noltengah.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("A\x1b\u0300.pdf", "\u00c0.pdf"),
        ("rusak\udcff.pdf", "rusak.pdf"),
    ],
)
def test_a_name_is_kept_as_far_as_it_may(name: str, safe: str) -> None:
    assert safe_name(name, room_in(HERE)) == safe


def test_a_long_name_is_cut_before_its_ending() -> None:
    name = safe_name("x" * 400 + ".pdf", room_in(HERE))
    assert name.endswith("x.pdf")
    assert len(str(HERE / numbered(name, 12))) <= 240
    assert len(safe_name("✓" * 400 + ".pdf", room_in(HERE)).encode()) < 200
    deep = Path("/", *["folder"] * 40)
    assert safe_name("bukti kegiatan maret.pdf", room_in(deep)) == "bukti kegiat.pdf"


def test_a_number_stands_before_the_ending() -> None:
    assert numbered("notula.pdf", 2) == "notula (2).pdf"
    assert numbered("notula", 3) == "notula (3)"


@given(st.text(st.characters(), max_size=60))
def test_whatever_it_was_it_is_one_name_in_the_folder(name: str) -> None:
    safe = safe_name(name, room_in(HERE))
    assert Path(safe).name == safe
    assert safe.isprintable()
    assert safe == safe.strip(" .")
    assert not set('<>:"/\\|?*') & set(safe)
    assert safe_name(safe, room_in(HERE)) == safe
