"""What in a PDF goes against its claim to be PDF/A-2b, as far as its objects show it.

Not a validator (veraPDF is one): neither colours nor the programs of fonts are looked into.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.cases.pdf_facts import inspect

_SAME = {
    "/Title": "dc:title",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
}
_FORBIDDEN = ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData")
_HIDDEN, _INVISIBLE, _PRINT = 2, 1, 4


def archival_faults(pdf: bytes) -> list[str]:
    """Nothing for a PDF that claims to be PDF/A-2b and keeps to what is looked at here."""
    facts = inspect(pdf)
    faults = [f"font {font.name} is not embedded" for font in facts.fonts if not font.embedded]
    if facts.pdfa != "2B":
        faults.append(f"claims {facts.pdfa}")
    with pikepdf.open(BytesIO(pdf)) as document:
        if document.is_encrypted or "/ID" not in document.trailer:
            faults.append("encrypted, or without an identifier")
        return [*faults, *_of_intent(document), *_of_metadata(document), *_of_objects(document)]


def _of_intent(document: pikepdf.Pdf) -> Iterator[str]:
    intents = [i for i in document.Root.get("/OutputIntents", Array()) if Name.GTS_PDFA1 == i.S]
    if len(intents) != 1 or int(intents[0].DestOutputProfile.N) != 3:
        yield "no colour profile of its own"


def _of_metadata(document: pikepdf.Pdf) -> Iterator[str]:
    with document.open_metadata() as metadata:
        for key, name in _SAME.items():
            if str(document.docinfo.get(key, "")) != str(metadata.get(name, "")):
                yield f"{key} differs from {name}"
        if [str(document.docinfo.get("/Author", ""))] != list(metadata.get("dc:creator", [""])):
            yield "/Author differs from dc:creator"


def _of_objects(document: pikepdf.Pdf) -> Iterator[str]:
    for page in document.pages:
        for annotation in page.obj.get("/Annots", Array()):
            flags = int(annotation.get("/F", 0))
            if not flags & _PRINT or flags & (_HIDDEN | _INVISIBLE):
                yield "annotation is not printed"
            if annotation.Subtype == "/Widget" and "/AP" not in annotation:
                yield "field without a look"
    for thing in document.objects:
        if isinstance(thing, Dictionary) and str(thing.get("/S")) in _FORBIDDEN:
            yield f"action {thing.S}"
        if isinstance(thing, pikepdf.Stream) and "/LZWDecode" in str(thing.get("/Filter", "")):
            yield "LZW"
