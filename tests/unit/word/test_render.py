"""A rendering: the same bytes, sandboxed, every failure with its paragraph."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from word_bench import lines, rendered, template

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.text import Flow, Paragraph, Picture
from zi_docs.word.filling import StrictTemplate


def test_same_template_and_context_give_the_same_bytes(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ x }}", "{{p y }}")
    context = {"x": "a", "y": Flow((Paragraph("Normal", anchor="b"),))}

    assert rendered(path, context) == rendered(path, context)


def test_a_template_that_was_changed_is_read_again(tmp_path: Path) -> None:
    before = lines(rendered(template(tmp_path, "lama {{ x }}"), {"x": "a"}))
    after = lines(rendered(template(tmp_path, "baru {{ x }}"), {"x": "a"}))

    assert (before, after) == (["lama a"], ["baru a"])


def test_a_document_keeps_nothing_of_the_one_before_it(tmp_path: Path) -> None:
    png = BytesIO()
    Image.new("RGB", (40, 20)).save(png, "PNG")
    path = template(tmp_path, "{{ x }}", "{{p y }}")
    flow = Flow((Paragraph("Normal", anchor="b"),))
    plain = rendered(path, {"x": "a", "y": flow})

    pictured = rendered(path, {"x": Picture(png.getvalue(), 10), "y": flow})

    assert "word/media/image1.png" in ooxml.read_parts(pictured)
    assert pictured == rendered(path, {"x": Picture(png.getvalue(), 10), "y": flow})
    assert plain == rendered(path, {"x": "a", "y": flow})
    assert not [name for name in ooxml.read_parts(plain) if "media" in name]


def test_a_failure_leaves_the_template_as_it_was(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ x }}", "{{ y }}")
    with pytest.raises(TemplateError):
        rendered(path, {"x": "a"})

    assert lines(rendered(path, {"x": "a", "y": "b"})) == ["a", "b"]


def test_a_picture_in_a_header_belongs_to_the_header(tmp_path: Path) -> None:
    png = BytesIO()
    Image.new("RGB", (40, 20)).save(png, "PNG")

    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ x }}"

    docx = rendered(template(tmp_path, also=header), {"x": Picture(png.getvalue(), 10)})

    parts = ooxml.read_parts(docx)
    assert b"media/image1.png" in parts["word/_rels/header1.xml.rels"]
    assert b"media/image1.png" not in parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ x.__init__.__globals__ }}",
        "{% for c in ''.__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
        "{{ x.format.__self__.__class__ }}",
    ],
)
@pytest.mark.parametrize("part", ["body", "header"])
def test_a_template_runs_no_foreign_code(tmp_path: Path, attack: str, part: str) -> None:
    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = attack

    path = template(tmp_path, attack) if part == "body" else template(tmp_path, "isi", also=header)

    with pytest.raises(TemplateError):
        rendered(path, {"x": "a"})


def test_core_properties_are_not_run_as_a_template(tmp_path: Path) -> None:
    def title(document: Any) -> None:
        document.core_properties.title = "{{ tidak_ada }}"

    docx = rendered(template(tmp_path, "isi", also=title), {})

    assert b"<dc:title>Judul</dc:title>" in ooxml.read_parts(docx)["docProps/core.xml"]


@pytest.mark.parametrize(
    ("paragraphs", "number", "told"),
    [
        (["Kop", "", "Nama: {{ nama }}"], 3, "isi “nama” tidak tersedia"),
        (["{{ ada }} {{ ada }}", "{{ ada.jabatan }}"], 2, "isi “jabatan” tidak tersedia"),
        (["{%p if ada %}", "a", "{%p endif %}", "{%p for n in lain %}", "b", "{%p endfor %}"], 4,
         "isi “lain” tidak tersedia"),
        (["{{ ada }}", "{%p for n in [1] %}", "{{ n }}", "{{ n.x.y }}", "{%p endfor %}"], 4,
         "isi “x” tidak tersedia"),
        (["{# {{ nama }} #}", "{{ ada + 1 }}"], 2, "tidak dapat dihitung"),
        (["a", "{% if ada %}", "b"], 2, "tidak mempunyai penutup"),
        (["a", "{{ ada ada }}"], 2, "memuat “ada” yang tidak pada tempatnya"),
        (["a", "b", "{{ ada }"], 3, "tidak berpasangan"),
    ],
)  # fmt: skip
def test_a_failure_names_its_paragraph(
    tmp_path: Path, paragraphs: list[str], number: int, told: str
) -> None:
    path = template(tmp_path, *paragraphs)

    with pytest.raises(TemplateError) as caught:
        rendered(path, {"ada": "x"})

    assert f"{path} › word/document.xml › paragraf {number} (“" in caught.value.what
    assert told in caught.value.what
    assert "templat periksa" in caught.value.remedy


def test_a_failure_in_a_header_names_the_header(tmp_path: Path) -> None:
    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ nama }}"

    with pytest.raises(TemplateError, match=r"word/header1\.xml › paragraf 1"):
        rendered(template(tmp_path, "{{ x }}", also=header), {"x": 1})


def _absent(path: Path) -> None:
    """Leave the file missing."""


def _text(path: Path) -> None:
    path.write_text("bukan Word")


def _other_zip(path: Path) -> None:
    path.write_bytes(ooxml.write_parts({"a.txt": b"a"}))


@pytest.mark.parametrize("spoil", [_absent, _text, _other_zip])
def test_a_file_that_is_no_template(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "rusak.docx"
    spoil(path)

    with pytest.raises(TemplateError, match="tidak dapat dibaca sebagai berkas Word"):
        rendered(path, {})


def test_a_fault_of_the_program_is_not_blamed_on_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(StrictTemplate, "resolve_listing", full)

    with pytest.raises(MemoryError):
        rendered(template(tmp_path, "{{ x }}"), {"x": "a"})
