"""What an office program may reach, tried below the guard that refuses such documents: nothing.

Each defence is tried alone as well, and the document without any, so that it is known to be one
that asks.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from tests.cases.calc import worked_on
from tests.cases.pdf_facts import inspect
from tools.resilience.originals import SHIPPED
from zi_docs.errors import ConversionError
from zi_docs.pdf import office_program
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.office_network import is_cut_off
from zi_docs.pdf.office_places import find_office
from zi_docs.pdf.office_profile import profile_settings

pytestmark = [pytest.mark.libreoffice]
WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = """<w:r {names}><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>
<wp:docPr id="1" name="gambar"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name="gambar"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:link="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
_OBJECT = """<w:r {names} xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:v="urn:schemas-microsoft-com:vml"><w:object><v:shape id="a" style="width:50pt;height:50pt"/>
<o:OLEObject Type="Link" ProgID="Word.Document.8" ShapeID="a" DrawAspect="Content" r:id="{link}"
UpdateMode="Always"/></w:object></w:r>"""


@dataclass
class Listener:
    """A server of this computer that notes what it is asked for, and gives a picture."""

    address: str
    picture: bytes
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    content = BytesIO()
    Image.new("RGB", (40, 40), "red").save(content, "PNG")

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asks.asked.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(asks.picture)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(asks.picture)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = do_POST = _answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        asks = Listener(f"http://127.0.0.1:{server.server_port}", content.getvalue())
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield asks
        server.shutdown()


def that_asks(address: str) -> bytes:
    """A DOCX with everything by which one may ask for a file elsewhere."""
    document = Document()
    document.add_paragraph("Isi naskah")

    def link(kind: str) -> str:
        target = f"{address}/{kind}.png"
        return document.part.relate_to(target, f"{_RELATION}/{kind}", is_external=True)

    names = nsdecls("w", "wp", "a", "pic", "r")
    for shape, kind in ((_PICTURE, "image"), (_OBJECT, "oleObject")):
        text = shape.format(names=names, link=link(kind))
        document.add_paragraph()._p.append(parse_xml(text))
    for command in ("INCLUDEPICTURE", "INCLUDETEXT", "LINK Word.Document.8"):
        put_field(document.add_paragraph()._p, f'{command} "{address}/{command[:11]}.png"')
    part = OxmlElement("w:subDoc")
    part.set(qn("r:id"), link("subDocument"))
    document.element.body.insert(1, part)
    template = OxmlElement("w:attachedTemplate")
    template.set(qn("r:id"), "rIdTemplat")
    document.settings.element.insert(0, template)
    content = BytesIO()
    settings = document.part.part_related_by(f"{_RELATION}/settings")
    assert isinstance(settings, Part)
    settings.rels.add_relationship(
        f"{_RELATION}/attachedTemplate", f"{address}/templat.dotx", "rIdTemplat", is_external=True
    )
    assert settings.partname == PackURI("/word/settings.xml")
    document.save(content)
    return content.getvalue()


def put_field(paragraph: object, command: str) -> None:
    """A field as Word writes it, with a result."""
    for kind, text in (("begin", ""), ("", command), ("separate", ""), ("end", "")):
        run = OxmlElement("w:r")
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run.append(part)
        paragraph.append(run)  # type: ignore[attr-defined]


def put_off(defences: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Convert with these defences only."""
    if "profil" not in defences:
        monkeypatch.setattr(office_program.OfficeProgram, "furnish", lambda *_: None)
    if "jaringan" not in defences:
        monkeypatch.setattr(office_program, "without_network", lambda _: ())


@pytest.mark.parametrize(
    ("defences", "is_asked"),
    [
        ((), True),
        (("profil", "jaringan"), False),
        *([(("profil",), False), (("jaringan",), False)] if WHOLE else []),
    ],
)
def test_a_document_that_asks_the_network_reaches_nobody(
    defences: tuple[str, ...],
    is_asked: bool,
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if defences == ("jaringan",) and not is_cut_off(find_office()):
        pytest.skip("this system lets no program give up its network")
    docx = that_asks(listener.address)
    with pytest.raises(ConversionError):
        refuse_dangerous_docx(docx, "naskah.docx")
    put_off(defences, monkeypatch)
    with Converter(find_office()) as office:
        pdf = office.submit(Job("naskah", docx)).result()
    assert "Isi naskah" in inspect(pdf).texts[0]
    assert bool(listener.asked) is is_asked
    assert (b"/Image" in pdf) is is_asked


@pytest.mark.parametrize("defences", [(), ("profil",)] if WHOLE else [("profil",)])
def test_a_document_that_asks_for_a_file_of_the_computer_does_not_get_it(
    defences: tuple[str, ...],
    listener: Listener,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "image.png").write_bytes(listener.picture)
    put_off(defences, monkeypatch)
    with Converter(find_office()) as office:
        pdf = office.submit(Job("naskah", that_asks(tmp_path.as_uri()))).result()
    assert (b"/Image" in pdf) is (not defences)


@pytest.mark.skipif(not WHOLE, reason="two starts of Calc: make test-tahan")
def test_a_macro_does_not_run_in_the_profile_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The macro with which tests save workbooks, in a profile with their settings and with ours."""
    made = []
    for name in ("uji", "program"):
        (tmp_path / name).mkdir()
        made.append(worked_on(SHIPPED, tmp_path / name / "hasil.xlsx", []).exists())
        monkeypatch.setattr("tests.cases.calc._SETTINGS", profile_settings(()))
    assert made == [True, False]
