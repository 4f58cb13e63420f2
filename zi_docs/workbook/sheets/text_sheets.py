"""The words of supporting papers, which an office may change, and their sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from zi_docs.data import shipped_folder
from zi_docs.model import Origin
from zi_docs.text import RichText
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

PAPER_NAMES = "Naskah pendukung"


class WordingPart(Enum):
    """A part of a paper; the value is what the workbook calls it."""

    OPENING = "Pembuka"
    ITEM = "Butir"
    CLOSING = "Penutup"


@dataclass(frozen=True)
class PaperText:
    """A sentence or item of the papers of one kind, which `naskah` names."""

    naskah: str
    bagian: WordingPart
    isi: RichText
    origin: Origin = Origin()


def _shipped_papers() -> Iterator[Mapping[str, Any]]:
    """The papers whose words ship with the program, by the files of `data/paper_texts`."""
    for content in shipped_folder("paper_texts"):
        yield from content["naskah"]


def paper_names() -> tuple[str, ...]:
    """The names of the papers whose words an office may change."""
    return tuple(paper["nama"] for paper in _shipped_papers())


def starting_texts() -> Iterator[dict[str, str | int]]:
    """The texts that ship with the program, as rows of the sheet Teks Naskah."""
    for paper in _shipped_papers():
        parts = {
            WordingPart.OPENING: [paper["pembuka"]] if "pembuka" in paper else [],
            WordingPart.ITEM: paper.get("butir", []),
            WordingPart.CLOSING: [paper["penutup"]] if "penutup" in paper else [],
        }
        for part, texts in parts.items():
            for text in texts:
                yield {"naskah": paper["nama"], "bagian": part.value, "isi": text}


TEKS_NASKAH = Sheet(
    "teks_naskah",
    "Teks Naskah",
    "Bunyi naskah pendukung, seperti Pakta Integritas dan pernyataan benturan kepentingan. Kantor "
    "boleh mengubahnya; naskah yang tidak mempunyai baris di sini memakai teks bawaan program.",
    (
        Column(
            "naskah",
            "Naskah",
            Kind.CHOICE,
            "Naskah yang memuatnya.",
            required=True,
            list_name=PAPER_NAMES,
            width=30,
        ),
        Column(
            "bagian",
            "Bagian",
            Kind.CHOICE,
            "Bagian naskah; setiap butir mendapat nomor.",
            required=True,
            members=WordingPart,
            width=14,
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Bunyinya.",
            required=True,
            width=90,
            example="menaati peraturan perundang-undangan;",
        ),
        replace(NOTE, width=30),
    ),
    later=True,
    spare=10,
    starting=tuple(starting_texts()),
    record=PaperText,
)
