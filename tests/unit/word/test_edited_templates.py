"""Templates as offices edit them: what Word leaves in them, and what other programs bring.

Each row: what was done to a template that prints `{{ judul }}`, the code and a part of the message.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from word_bench import lines, rendered, template

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.word.template_check import TemplateCheck, check_template
from zi_docs.word.template_names import compare_templates
from zi_docs.word.template_source import template_at
from zi_docs.word.wordml import WORD_NAMESPACE

CONTEXT = {"judul": "Rencana Aksi", "bulan": {"1": "√", "12": ""}}
_W = f'xmlns:w="{WORD_NAMESPACE}"'


def xml(markup: str) -> Callable[[Any], None]:
    """Adds a paragraph of this WordprocessingML to a document."""

    def add(document: Any) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {_W}>{markup}</w:p>"))

    return add


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, *, end: bool = True) -> str:
    closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if end else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{closing}"
    )


_TEXT_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p>'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
    "<w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        (run("{{ ju") + "<w:proofErr w:type='spellStart'/>" + run("dul }}"), "Rencana Aksi"),
        (run("{{ ju") + run("dul }}", '<w:lang w:val="en-US"/><w:noProof/>'), "Rencana Aksi"),
        (run("{") + run("{ judul") + run(" }") + run("}"), "Rencana Aksi"),
        (run("{{\u00a0judul\u202f}}"), "Rencana Aksi"),
        ("<w:r><w:t>{{</w:t><w:br/><w:t>judul }}</w:t></w:r>", "Rencana Aksi"),
        (run("{{ judul }") + run("}, {{ ju") + run("dul }}"), "Rencana Aksi, Rencana Aksi"),
        (run("{{ 'a\u00a0b' }}"), "a\u00a0b"),
    ],
    ids=["spelling", "language", "every run", "hard spaces", "line break", "two tags", "quoted"],
)
def test_a_tag_in_pieces_that_look_alike_is_one_tag(
    tmp_path: Path, markup: str, printed: str
) -> None:
    path = template(tmp_path, also=xml(markup))

    assert check_template(path, CONTEXT) == []
    assert lines(rendered(path, CONTEXT))[0] == printed


@pytest.mark.parametrize(
    "prefix", ["{%p\u00a0if judul %}", "{%p\nif judul %}", "{%p\u2009if judul %}"]
)
def test_a_block_whose_tag_has_another_space_or_a_line_break(tmp_path: Path, prefix: str) -> None:
    path = template(tmp_path, prefix, "{{ judul }}", "{%p endif %}")

    assert check_template(path, CONTEXT) == []
    assert lines(rendered(path, CONTEXT)) == ["Rencana Aksi"]


def test_tags_in_a_text_box_count_once_and_are_filled(tmp_path: Path) -> None:
    """Word keeps a second copy of each text box for programs of before 2010."""
    markup = run("{{ judul }} ") + _TEXT_BOX.format("{{ judul }}") + run(" {{ nomor }}")
    path = template(tmp_path, "{{ judul }}", also=xml(markup))

    (fault,) = check_template(path, CONTEXT)
    assert (fault.code, fault.place.paragraph) == ("TPL-TAKDIKENAL", 1)

    docx = rendered(path, CONTEXT | {"nomor": 10})
    assert ooxml.read_parts(docx)["word/document.xml"].count(b"Rencana Aksi") == 3


def test_tags_in_headers_and_notes_are_filled(tmp_path: Path) -> None:
    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ judul }}"

    path = template(tmp_path, "a", also=header)

    assert check_template(path, CONTEXT) == []
    parts = ooxml.read_parts(rendered(path, CONTEXT))
    assert any(b"Rencana Aksi" in parts[name] for name in parts if "header" in name)


@pytest.mark.parametrize(
    ("markup", "code", "message"),
    [
        (f'<w:ins w:id="1" w:author="a">{run("x")}</w:ins>', "TPL-LACAK", "Terima Semua Perubahan"),
        ('<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>', "TPL-LACAK",
         "perubahan yang dilacak"),
        ('<w:pPr><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr>', "TPL-LACAK",
         "perubahan yang dilacak"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "TPL-LACAK", "Hapus Semua Komentar"),
        (field(" DATE \\@ dd "), "TPL-BIDANG", "bidang DATE"),
        (field(" FILENAME "), "TPL-BIDANG", "bidang FILENAME"),
        (f'<w:fldSimple w:instr=" TIME ">{run("x")}</w:fldSimple>', "TPL-BIDANG", "bidang TIME"),
        (field(" MERGEFIELD nama "), "TPL-BIDANG", "pakai penanda"),
        (field(" IF 1 = 1 DDE excel a "), "TPL-BIDANG", "bidang IF"),
        (field(" PAGE ", end=False), "TPL-BIDANG", "tanpa penutup"),
        (run("{judul}"), "TPL-ASING", "“{judul}”"),
        (run("{ { judul } }"), "TPL-ASING", "tanpa spasi di antaranya"),
        (run("«judul»"), "TPL-ASING", "tercetak apa adanya"),
        (run("&lt;&lt;judul&gt;&gt;"), "TPL-ASING", "tercetak apa adanya"),
        (run("${nomor_naskah}"), "TPL-ASING", "hanya diisi oleh SRIKANDI"),
        (run("{{ judul|default(“a”) }}"), "TPL-SINTAKSIS", "tanda kutip lurus"),
        (run("{{ judul|kapital }}"), "TPL-SINTAKSIS", "penyaring “kapital” yang tidak ada"),
        (run("{% tampil judul %}"), "TPL-SINTAKSIS", "perintah “tampil” yang tidak dikenal"),
        (run("{{ p judul }}"), "TPL-SINTAKSIS", "tulislah {{p …"),
        (run("{{ }}"), "TPL-SINTAKSIS", "lengkapilah isinya"),
        (run("{{ judul) }}"), "TPL-SINTAKSIS", "periksalah tanda kurung"),
        (run("{{ bulan['13'] }}"), "TPL-TAKDIKENAL", "yang ada 1 sampai dengan 12"),
        (run("{{ 1 / 0 }}"), "TPL-HASIL", "membagi dengan nol"),
        (run("{{ ju") + run("dul }}", "<w:b/>"), "TPL-TERBELAH", "ketik ulang"),
        ("<w:r><w:t>{{ ju</w:t><w:sym/><w:t>dul }}</w:t></w:r>", "TPL-TERBELAH", "ada benda"),
    ],
)  # fmt: skip
def test_what_must_not_stand_in_a_template(
    tmp_path: Path, markup: str, code: str, message: str
) -> None:
    """Told with its paragraph by the check; generation refuses it for the same reason."""
    path = template(tmp_path, "{{ judul }}", also=xml(markup))

    (fault,) = check_template(path, CONTEXT)

    assert (fault.code, fault.place.part, fault.place.paragraph) == (code, "word/document.xml", 1)
    assert message in fault.message
    with pytest.raises(TemplateError, match="paragraf 1"):
        rendered(path, CONTEXT)


def test_variables_are_allowed_in_a_paper_for_srikandi(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ judul }} ${nomor_naskah}")
    check = TemplateCheck(path)
    assert check.fill(CONTEXT, for_srikandi=True) == []
    assert [fault.code for fault in check.fill(CONTEXT)] == ["TPL-ASING"]


def test_every_fault_is_told_in_one_run(tmp_path: Path) -> None:
    path = template(
        tmp_path, "{judul}", "{{ nama }}", "«a»", also=xml(field(" DATE ") + run(" ${hal}"))
    )

    codes = sorted(fault.code for fault in check_template(path, CONTEXT))

    assert codes == ["TPL-ASING", "TPL-ASING", "TPL-ASING", "TPL-BIDANG", "TPL-TAKDIKENAL"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"document.main+xml", b"template.main+xml", "templat Word (.dotx)"),
        (b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
         b"vnd.ms-word.document.macroEnabled.main+xml", "dokumen bermakro (.docm)"),
    ],
)  # fmt: skip
def test_other_kinds_of_word_files(tmp_path: Path, old: bytes, new: bytes, message: str) -> None:
    path = template(tmp_path, "{{ judul }}")
    change_part(path, "[Content_Types].xml", old, new)

    (fault,) = check_template(path, CONTEXT)

    assert fault.code == "TPL-FORMAT"
    assert message in fault.message
    assert "Simpan Sebagai" in fault.message


def test_strict_open_xml(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ judul }}")
    change_part(
        path,
        "word/document.xml",
        WORD_NAMESPACE.encode(),
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    (fault,) = check_template(path, CONTEXT)

    assert (fault.code, "Strict" in fault.message) == ("TPL-FORMAT", True)


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"", "TPL-FORMAT", "berkas kosong"),
        (b"%PDF-1.7", "TPL-FORMAT", "berkas PDF"),
        (b"{\\rtf1 a}", "TPL-FORMAT", "berkas RTF"),
        (b"<HTML>", "TPL-FORMAT", "halaman web"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"a", "TPL-FORMAT", "Word lama (.doc)"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "TPL-FORMAT",
         "berkata sandi"),
        (b"PK\x03\x04rusak", "TPL-BERKAS", "tidak dapat dibaca"),
        (ooxml.write_parts({"mimetype": b"application/vnd.oasis.opendocument.text"}), "TPL-FORMAT",
         "OpenDocument"),
        (ooxml.write_parts({"a.txt": b"a"}), "TPL-BERKAS", "tidak dapat dibaca"),
    ],
)  # fmt: skip
def test_a_file_that_is_something_else(
    tmp_path: Path, content: bytes, code: str, message: str
) -> None:
    path = tmp_path / "templat.docx"
    path.write_bytes(content)

    (fault,) = check_template(path, CONTEXT)

    assert fault.code == code
    assert message in fault.message
    with pytest.raises(TemplateError):
        rendered(path, CONTEXT)


def test_a_relation_to_nothing(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ judul }}")
    change_part(
        path,
        "word/_rels/document.xml.rels",
        b"</Relationships>",
        b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="media/hilang.png"/></Relationships>',
    )

    (fault,) = check_template(path, CONTEXT)

    assert fault.code == "TPL-TAUTAN"
    assert "media/hilang.png" in fault.message


@pytest.mark.parametrize("part", ["word/embeddings/oleObject1.bin", "word/vbaProject.bin"])
def test_parts_that_nothing_names_are_told(tmp_path: Path, part: str) -> None:
    path = template(tmp_path, "{{ judul }}")
    path.write_bytes(ooxml.write_parts(ooxml.read_parts(path.read_bytes()) | {part: b"x"}))

    (fault,) = check_template(path, CONTEXT)

    assert (fault.code, fault.place.part) == ("TPL-SISIPAN", part)
    assert part in fault.message


def test_tags_where_nothing_fills_them(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ judul }}")
    diagram = b"<a><b>{{ ju</b><b>dul }}</b></a>"
    path.write_bytes(
        ooxml.write_parts(ooxml.read_parts(path.read_bytes()) | {"word/diagrams/a.xml": diagram})
    )

    (fault,) = check_template(path, CONTEXT)

    assert (fault.code, fault.place.part) == ("TPL-LETAK", "word/diagrams/a.xml")


def test_a_style_that_was_deleted(tmp_path: Path) -> None:
    path = template(tmp_path, also=xml('<w:pPr><w:pStyle w:val="JudulBab"/></w:pPr>' + run("a")))

    (fault,) = check_template(path, CONTEXT)

    assert (fault.code, fault.place.paragraph) == ("TPL-GAYA-HILANG", 1)
    assert "“JudulBab”" in fault.message


# What a template prints, compared with the built-in one.

MASTER = ("{{ judul }}", "{%p for x in menimbang %}", "{{ x.isi }}", "{%p endfor %}", "{{ hal }}")


def other(folder: Path, *paragraphs: str) -> Path:
    path = folder / "bawaan.docx"
    shutil.move(template(folder, *paragraphs), path)
    return path


def test_what_a_template_prints_less_and_more(tmp_path: Path) -> None:
    master = other(tmp_path, *MASTER)
    mine = template(
        tmp_path, "{{ judul|upper }}", "{{ ketua.nama if salinan else 'a' }}", "{{ hal }}"
    )

    difference = compare_templates(template_at(mine), template_at(master))

    assert difference.missing == ("menimbang.isi",)
    assert difference.added == ("ketua.nama",)


def test_a_lost_tag_is_told(tmp_path: Path) -> None:
    master = other(tmp_path, *MASTER)
    mine = template(tmp_path, "{{ judul }}", "{{ hal }}")

    (fault,) = TemplateCheck(mine).lacks_beside(master)

    assert (fault.code, fault.severity.value) == ("TPL-KURANG", "peringatan")
    assert "tidak mencetak menimbang.isi" in fault.message


def test_a_template_without_any_tag_is_told(tmp_path: Path) -> None:
    master = other(tmp_path, *MASTER)

    (fault,) = TemplateCheck(template(tmp_path, "Surat Keputusan")).lacks_beside(master)

    assert "tidak mempunyai satu pun penanda" in fault.message


def change_part(path: Path, part: str, old: bytes, new: bytes) -> None:
    parts = ooxml.read_parts(path.read_bytes())
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    path.write_bytes(ooxml.write_parts(parts))
