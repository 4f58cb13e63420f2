"""What must not stand in a template beside its tags: it would be printed, or print another day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zi_docs.docx_safety import fields
from zi_docs.findings import Finding, Place, error, warning
from zi_docs.word.part_text import PartText
from zi_docs.word.tag_text import TAG
from zi_docs.word.wordml import text_parts, w, w_attribute

_TRACKED = {
    w(name): "perubahan yang dilacak"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange",
        "pPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange",
        "numberingChange",
    )
} | {w(name): "komentar" for name in ("commentReference", "commentRangeStart")}  # fmt: skip
_REMEDY = {
    "perubahan yang dilacak": "Di Word, buka tab Tinjau (Review), pilih Terima (Accept) › Terima "
    "Semua Perubahan dan Hentikan Pelacakan, lalu simpan.",
    "komentar": "Di Word, buka tab Tinjau (Review), pilih Hapus (Delete) › Hapus Semua Komentar, "
    "lalu simpan.",
}
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
_NAME = r"[A-Za-z_][\w.]*(?:[ _-][\w.]+){0,4}"
# Placeholders of other programs, and tags with a brace too few.
_FOREIGN = re.compile(
    rf"\$\{{[^{{}}]*\}}|\{{\s+\{{[^{{}}]*\}}\s*\}}|(?<!\{{)\{{\s*{_NAME}\s*\}}(?!\}})"
    rf"|«[^»]{{1,60}}»|<<\s*{_NAME}\s*>>|\[\[\s*{_NAME}\s*\]\]"
)
_VARIABLE = "${"
_STYLE_REFERENCES = {w("pStyle"), w("rStyle"), w("tblStyle")}


def text_faults(part: PartText) -> Iterator[Finding]:
    """Braces that are no tag, and placeholders of other programs, in a part's text.

    `${...}` is left to `variable_faults`: a paper for SRIKANDI may have them.
    """
    for paragraph in part.paragraphs:
        remaining = TAG.sub(" ", paragraph.text)
        for match in _FOREIGN.finditer(remaining):
            if not match.group().startswith(_VARIABLE):
                yield _foreign(match.group(), paragraph.place)
        for match in _STRAY.finditer(_FOREIGN.sub(" ", remaining)):
            yield error(
                "TPL-SINTAKSIS",
                f"Penanda {match.group()} tidak berpasangan dalam paragrafnya; tulis {{{{ … }}}} "
                "atau {% … %} dengan lengkap.",
                paragraph.place,
            )


def variable_faults(part: PartText) -> Iterator[Finding]:
    """SRIKANDI's variables, which only a paper that is finished in SRIKANDI may print."""
    for paragraph in part.paragraphs:
        for match in _FOREIGN.finditer(TAG.sub(" ", paragraph.text)):
            if match.group().startswith(_VARIABLE):
                yield error(
                    "TPL-ASING",
                    f"Peubah {match.group()} hanya diisi oleh SRIKANDI, sedangkan naskah ini "
                    "selesai di sini; pakai penanda dari templat bawaan, atau pilih cara tanda "
                    "tangan SRIKANDI di buku kerja.",
                    paragraph.place,
                )


def mark_faults(part: PartText) -> Iterator[Finding]:
    """Tracked changes and comments, told once a paragraph."""
    seen = set()
    for element in part.root.iter(*_TRACKED):
        kind = _TRACKED[element.tag]
        place = part.place_of(element)
        if (kind, place) not in seen:
            seen.add((kind, place))
            yield error("TPL-LACAK", f"Paragraf ini memuat {kind}. {_REMEDY[kind]}", place)


def field_faults(part: PartText) -> Iterator[Finding]:
    """Fields that print another day, a file name or a foreign datum, or that have no end."""
    for field in fields(part.root):
        if field.danger:
            place = part.place_of(field.start)
            remedy = (
                "hapuslah bidang itu dan pakai penanda {{ … }}"
                if field.name == "MERGEFIELD"
                else "hapuslah bidang itu, atau ganti dengan teks biasa atau penanda"
            )
            yield error("TPL-BIDANG", f"Paragraf ini memuat {field.danger}; {remedy}.", place)


def style_faults(part: PartText, styles: Mapping[str, str]) -> Iterator[Finding]:
    """Paragraphs, runs and tables whose style was deleted, told once a style.

    `styles` maps the names of the template's styles to their IDs.
    """
    known = set(styles.values())
    for element in part.root.iter(*_STYLE_REFERENCES):
        style = w_attribute(element)
        if style and style not in known:
            known.add(style)
            yield warning(
                "TPL-GAYA-HILANG",
                f"Gaya “{style}” dipakai di sini, tetapi tidak ada lagi di templat; salinlah gaya "
                "itu dari templat bawaan, atau pilih gaya lain.",
                part.place_of(element),
            )


def unread_tags(file: str, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Tags where nothing fills them: in diagrams, charts, comments, properties of the file."""
    read = set(text_parts(parts))
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and name not in read:
            text = re.sub(rb"<[^>]*>", b"", content)
            if re.search(rb"\{\{.*?\}\}|\{%.*?%\}", text, re.DOTALL):
                yield error(
                    "TPL-LETAK",
                    "Penanda di bagian ini (diagram, grafik, atau komentar) tidak diisi; pindahkan "
                    "ke badan naskah, kepala atau kaki halaman, kotak teks, atau catatan kaki.",
                    Place(file, part=name),
                )


def _foreign(text: str, place: Place) -> Finding:
    return error(
        "TPL-ASING",
        f"“{text}” bukan penanda templat ini dan akan tercetak apa adanya; tulislah "
        "{{ nama }} dengan dua kurung kurawal tanpa spasi di antaranya, atau hapuslah.",
        place,
    )
