"""Where lines of running text may break: hard spaces in facts, breaks after slashes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word_bench import lines, rendered, template

from zi_docs.word.line_breaks import LineBreaks
from zi_docs.word.paragraph_styles import ParagraphStyles
from zi_docs.word.wordml import w


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("pada tanggal 22 Januari 2026 di", "pada tanggal 22~Januari~2026 di"),
        ("JAKARTA, 1 SEPTEMBER 2026", "JAKARTA, 1~SEPTEMBER~2026"),
        ("paling lambat 5 Mei dan", "paling lambat 5~Mei dan"),
        ("Undang-Undang Nomor 12 Tahun 2011", "Undang-Undang Nomor~12 Tahun~2011"),
        ("NOMOR 10 TAHUN 2026", "NOMOR~10 TAHUN~2026"),
        ("dalam Pasal 5 ayat (2) huruf a", "dalam Pasal~5~ayat~(2) huruf~a"),
        ("dimaksud pada ayat (1)", "dimaksud pada ayat~(1)"),
        ("huruf a sampai dengan huruf k, perlu", "huruf~a sampai dengan huruf~k, perlu"),
        ("dalam Diktum KESATU dan Lampiran II", "dalam Diktum~KESATU dan Lampiran~II"),
        ("sebesar Rp 1.000.000,00 (satu juta)", "sebesar Rp~1.000.000,00 (satu juta)"),
        ("pukul 09.00 WIB", "pukul~09.00~WIB"),
        ("Triwulan IV, Area VI", "Triwulan~IV, Area~VI"),
        ("Juli (61,3%), Agustus (0,0%)", "Juli~(61,3%), Agustus~(0,0%)"),
        ("Menyusun maklumat …", "Menyusun maklumat~…"),
        # No fact: what follows is a word.
        ("Juli (dilaporkan Agustus)", "Juli (dilaporkan Agustus)"),
        ("Nomor urut dan tahun anggaran", "Nomor urut dan tahun anggaran"),
        ("huruf awal, bab akhir", "huruf awal, bab akhir"),
        ("LAMPIRAN KEPUTUSAN", "LAMPIRAN KEPUTUSAN"),
    ],
)
def test_a_fact_stays_on_one_line(tmp_path: Path, text: str, printed: str) -> None:
    (made,) = lines(rendered(template(tmp_path, "{{ a }}"), {"a": text}))
    assert made == printed.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "justified", "printed"),
    [
        ("KPU Kabupaten Batang Hari", False, "KPU Kabupaten Batang~Hari"),
        # Wide gaps would open in the line before it.
        ("KPU Kabupaten Batang Hari", True, "KPU Kabupaten Batang Hari"),
        # A heading, which has rules of its own, and other words.
        ("KABUPATEN BATANG HARI", False, "KABUPATEN BATANG HARI"),
        ("Batang Harian", False, "Batang Harian"),
    ],
)
def test_the_name_of_the_place_stays_on_one_line(text: str, justified: bool, printed: str) -> None:
    styles = parse_xml(f"<w:styles {nsdecls('w')}/>")
    jc = '<w:pPr><w:jc w:val="both"/></w:pPr>' if justified else ""
    body = parse_xml(f"<w:body {nsdecls('w')}><w:p>{jc}<w:r><w:t>{text}</w:t></w:r></w:p></w:body>")
    names = ("KABUPATEN BATANG HARI", "BATANG HARI")
    LineBreaks(ParagraphStyles(styles), names).set(body)
    assert next(body.iter(w("t"))).text == printed.replace("~", "\u00a0")


def test_in_a_cell_only_short_facts_are_held_together(tmp_path: Path) -> None:
    """A column is as wide as its longest word."""

    def table(document: Any) -> None:
        row = document.add_table(1, 2).rows[0]
        row.cells[0].text = "22 Januari 2026"
        row.cells[1].text = "Rp 100.000.000.000,00"

    (made,) = Document(BytesIO(rendered(template(tmp_path, also=table), {}))).tables
    texts = [cell.text for cell in made.rows[0].cells]
    assert texts == ["22\u00a0Januari\u00a02026", "Rp 100.000.000.000,00"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("dilaksanakan/diimplementasikan", "dilaksanakan/~diimplementasikan"),
        ("Kabupaten/Kota", "Kabupaten/Kota"),
        ("2410/PW.02-SD/12/2025/kantor", "2410/PW.02-SD/12/2025/kantor"),
        ("https://contoh/berkas/bukti-dukung", "https://contoh/berkas/bukti-dukung"),
        ("jdih.kpu.go.id/jambi/batanghari", "jdih.kpu.go.id/jambi/batanghari"),
    ],
)
def test_long_words_may_break_after_a_slash(tmp_path: Path, text: str, printed: str) -> None:
    made = lines(rendered(template(tmp_path, "{{ a }}"), {"a": text}))
    assert made == [printed.replace("~", "\u200b")]


def test_no_line_begins_with_a_slash(tmp_path: Path) -> None:
    (made,) = lines(rendered(template(tmp_path, "{{ a }}"), {"a": "Tim Kerja /Kelompok / Pokja"}))
    assert made == "Tim Kerja\u00a0/\u200bKelompok / Pokja"


def test_in_justified_text_shorter_words_break_too(tmp_path: Path) -> None:
    """The line before them would be blown apart."""

    def justified(document: Any) -> None:
        document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    text = "Sekretariat Kabupaten/Kota dan/atau jdih.kpu.go.id/jambi"
    made = lines(rendered(template(tmp_path, text, also=justified), {}))
    assert made == ["Sekretariat Kabupaten/\u200bKota dan/atau jdih.kpu.go.id/jambi"]
