"""Values become WordprocessingML by their type, and stay literal."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from word_bench import body, lines, rendered, template, values

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.text import Flow, Paragraph, Picture, RaisedSpan, RichText, Span
from zi_docs.word.values import literal_xml, xml_text
from zi_docs.word.wordml import LINK_STYLE, w


@pytest.mark.parametrize(
    "text",
    [
        "<select>",
        "a < b & c > d",
        "&amp;",
        "{{ 7*7 }}",
        "{% raw %}",
        "{_{ x }_}",
        "{# x #}",
        "=1+1",
        "${x}",
        "]]>",
        '“kutip” "x"',
    ],
)
@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}"])
def test_text_of_a_cell_stays_as_it_is(tmp_path: Path, text: str, tag: str) -> None:
    path = template(tmp_path, f"[{tag}]", "sesudah")

    value = RichText.of(text) if "r" in tag else text

    assert lines(rendered(path, {"x": value})) == [f"[{text}]", "sesudah"]


def test_every_character_is_printed_as_itself_or_not_at_all() -> None:
    codes = [*range(0x180), 0x2028, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600]
    for text in (f"a{chr(code)}b" for code in codes):
        xml = literal_xml(text)

        assert not set("<>{}") & set(xml)
        assert etree.fromstring(f"<t>{xml}</t>").text == xml_text(text)
    assert [xml_text(text) for text in ("a\x07b", "a\rb", "a\r\nb", "a\ud800b")] == [
        "ab", "a\nb", "a\nb", "ab",
    ]  # fmt: skip


def test_paragraphs_also_stay_literal(tmp_path: Path) -> None:
    path = template(tmp_path, "{{p x }}")
    flow = Flow((Paragraph("Normal", RichText.of("{{ 7*7 }} <w:p>")),))

    assert lines(rendered(path, {"x": flow})) == ["{{ 7*7 }} <w:p>"]


def test_line_break_and_tab_of_plain_text(tmp_path: Path) -> None:
    docx = rendered(template(tmp_path, "{{ x }}"), {"x": "satu\r\ndua\ttiga\x07\x0b"})

    assert lines(docx) == ["satu\ndua\ttiga"]
    assert len(values(body(docx), "br")) == 1


def test_emphasis_becomes_runs(tmp_path: Path) -> None:
    text = RichText((Span("zona "), Span("integrity", italic=True), Span(" kuat", bold=True)))
    docx = rendered(template(tmp_path, "Isi: {{r x }}."), {"x": text})

    (paragraph,) = Document(BytesIO(docx)).paragraphs
    looks = [(run.text, run.italic, run.bold) for run in paragraph.runs if run.text]
    assert looks == [
        ("Isi: ", None, None),
        ("zona ", None, None),
        ("integrity", True, None),
        (" kuat", None, True),
        (".", None, None),
    ]


def test_plain_text_may_stand_for_formatted_text(tmp_path: Path) -> None:
    assert lines(rendered(template(tmp_path, "{{r x }}!"), {"x": "a\nb"})) == ["a\nb!"]


def test_a_picture_stands_among_the_words_at_its_height(tmp_path: Path) -> None:
    png = BytesIO()
    Image.new("RGB", (40, 20)).save(png, "PNG")

    docx = rendered(template(tmp_path, "a {{ x }} b"), {"x": Picture(png.getvalue(), 10)})

    (shape,) = Document(BytesIO(docx)).inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (20, 10)
    assert lines(docx) == ["a  b"]


def test_flow_takes_styles_by_name(tmp_path: Path) -> None:
    flow = Flow((Paragraph("List Bullet", RichText.of("a")), Paragraph("Heading 1")))

    docx = rendered(template(tmp_path, "{{p x }}"), {"x": flow})

    assert values(body(docx), "pStyle") == ["ListBullet", "Heading1"]


def test_empty_flow_leaves_the_paragraph_that_a_cell_needs(tmp_path: Path) -> None:
    def cell(document: object) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{p x }}"  # type: ignore[attr-defined]

    docx = rendered(template(tmp_path, also=cell), {"x": Flow()})

    assert [c.text for c in Document(BytesIO(docx)).tables[0]._cells] == [""]


def test_anchors_have_names_that_word_allows_and_numbers_of_their_own(tmp_path: Path) -> None:
    flow = Flow(
        (Paragraph("Normal", anchor="baris 1-é"), Paragraph("Normal", anchor="2" + "x" * 60))
    )

    root = body(rendered(template(tmp_path, "{{p x }}"), {"x": flow}))

    assert values(root, "bookmarkStart", "name") == ["baris_1__", "b_2" + "x" * 37]
    starts = values(root, "bookmarkStart", "id")
    assert len(set(starts)) == 2
    assert starts == values(root, "bookmarkEnd", "id")


@pytest.mark.parametrize(
    ("tag", "value", "told"),
    [
        ("{{ x }}", Flow(), "harus ditulis {{p … }}"),
        ("{{ x }}", RichText.of("a"), "harus ditulis {{r … }}"),
        ("{{p x }}", "a", "harus ditulis {{ … }}"),
        ("{{p x }}", RichText.of("a"), "harus ditulis {{r … }}"),
        ("{{p x }}", Flow((Paragraph("Tak Ada"),)), "gaya “Tak Ada” tidak ada"),
        ("{{ x }}", None, "kosong"),
    ],
)
def test_a_value_that_does_not_fit_its_tag(
    tmp_path: Path, tag: str, value: object, told: str
) -> None:
    path = template(tmp_path, "Judul", tag)

    with pytest.raises(TemplateError) as caught:
        rendered(path, {"x": value})

    assert told in caught.value.what
    assert "word/document.xml › paragraf 2" in caught.value.what


ADDRESS = "https://contoh.id/bukti?id=1&x={a}\"'"


def relations(docx: bytes) -> dict[str, str]:
    """The target of every hyperlink relation of a document's body by its ID."""
    rels = etree.fromstring(ooxml.read_parts(docx)["word/_rels/document.xml.rels"])
    links = [rel for rel in rels if str(rel.get("Type")).endswith("/hyperlink")]
    assert {rel.get("TargetMode") for rel in links} <= {"External"}
    return {str(rel.get("Id")): str(rel.get("Target")) for rel in links}


def test_a_link_is_a_relation_of_its_part_and_each_address_has_one(tmp_path: Path) -> None:
    path = template(tmp_path, "{{p x }}", "{{r y }}")
    same = RichText.linked("[1]", "https://contoh.id/a") + ", "
    other = RichText.linked("[2]", "https://contoh.id/bukti baru".replace(" ", "%20"))
    flow = Flow((Paragraph("Normal", same + other),))

    docx = rendered(path, {"x": flow, "y": same})

    links = relations(docx)
    used = [link.get(qn("r:id")) for link in body(docx).iter(w("hyperlink"))]
    assert [links[str(key)] for key in used] == [
        "https://contoh.id/a", "https://contoh.id/bukti%20baru", "https://contoh.id/a",
    ]  # fmt: skip
    assert len(links) == 2
    # LibreOffice makes links only of text in a character style.
    named = [link.find(f".//{w('rStyle')}") for link in body(docx).iter(w("hyperlink"))]
    assert {style.get(w("val")) for style in named if style is not None} == {LINK_STYLE}
    assert LINK_STYLE in {style.style_id for style in Document(BytesIO(docx)).styles}
    refuse_dangerous_docx(docx, "naskah")
    assert rendered(path, {"x": flow, "y": same}) == docx


def test_a_link_stands_beside_a_picture(tmp_path: Path) -> None:
    """A picture makes python-docx write the relations anew."""
    buffer = BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    path = template(tmp_path, "{{ foto }}", "{{r x }}")

    docx = rendered(path, {"foto": Picture(buffer.getvalue(), 10),
                           "x": RichText.linked("[1]", "https://contoh.id")})  # fmt: skip

    assert list(relations(docx).values()) == ["https://contoh.id"]
    assert b"image" in ooxml.read_parts(docx)["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://contoh.id/a", "\\\\server\\a",
     "bukti/a.pdf", "https://", "https://contoh.id/a b", "https://[salah",
     "https://contoh.id/<a>", ADDRESS, "https://contoh.id/\x07"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_stays_text(tmp_path: Path, address: str) -> None:
    docx = rendered(template(tmp_path, "{{r x }}"), {"x": RichText.linked("bukti", address)})
    assert lines(docx) == ["bukti"]
    assert relations(docx) == {}


def test_raised_and_lowered_letters_stay_so(tmp_path: Path) -> None:
    path = template(tmp_path, "{{r x }}")
    text = RichText((Span("10 m"), RaisedSpan("2"), Span(" H"), RaisedSpan("2", low=True)))
    runs = body(rendered(path, {"x": text})).iter(w("r"))
    looks = {
        ("".join(run.itertext()), kind.get(w("val")))
        for run in runs
        for kind in run.iter(w("vertAlign"))
    }
    assert looks == {("2", "superscript"), ("2", "subscript")}
