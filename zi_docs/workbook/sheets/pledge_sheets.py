"""Sheets behind what each person signs: who declared what, and the words of the papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zi_docs.data import shipped
from zi_docs.model import InterestState, PledgePaper, PledgePart
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

BENTURAN = Sheet(
    "benturan",
    "Benturan Kepentingan",
    "Yang dinyatakan setiap orang di lembar Pejabat tentang benturan kepentingan. Pernyataan orang "
    "yang belum tercantum di sini dicetak sebagai formulir bertanda KONSEP.",
    (
        Column(
            "pejabat",
            "Pejabat",
            Kind.REF,
            "ID pejabat yang menyatakan.",
            required=True,
            refers=("pejabat",),
            example="KETUA",
            width=16,
        ),
        Column(
            "keadaan",
            "Keadaan",
            Kind.CHOICE,
            f"{InterestState.FREE.value}: tidak mempunyai kepentingan yang dapat berbenturan; "
            f"{InterestState.CONFLICT.value}: satu baris untuk setiap kepentingan.",
            required=True,
            choices=tuple(state.value for state in InterestState),
            width=14,
        ),
        Column(
            "kepentingan",
            "Hubungan atau kepentingan",
            Kind.TEXT,
            "Hubungan atau kepentingan yang dinyatakan.",
            example="saudara kandung memiliki usaha percetakan",
            width=46,
        ),
        Column(
            "tugas",
            "Tugas yang dapat terpengaruh",
            Kind.TEXT,
            "Tugas atau keputusan yang dapat dipengaruhi oleh kepentingan itu.",
            example="pengadaan barang cetakan",
            width=40,
        ),
        Column(
            "pengendalian",
            "Pengendalian",
            Kind.TEXT,
            "Yang disepakati dengan atasan untuk mencegah benturan itu.",
            example="tidak ikut menilai penawaran",
            width=46,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
)


def starting_texts() -> Iterator[dict[str, str | int]]:
    """The texts that ship with the program, as rows of the sheet Teks Pernyataan."""
    for paper in shipped("pledges")["naskah"]:
        parts = {
            PledgePart.OPENING: [paper["pembuka"]],
            PledgePart.ITEM: paper["butir"],
            PledgePart.CLOSING: [paper["penutup"]],
        }
        for part, texts in parts.items():
            for text in texts:
                yield {"naskah": paper["nama"], "bagian": part.value, "isi": text}


TEKS_PERNYATAAN = Sheet(
    "teks_pernyataan",
    "Teks Pernyataan",
    "Bunyi Pakta Integritas dan pernyataan benturan kepentingan. Kantor boleh mengubahnya; naskah "
    "yang tidak mempunyai baris di sini memakai teks bawaan program.",
    (
        Column(
            "naskah",
            "Naskah",
            Kind.CHOICE,
            "Naskah yang memuatnya.",
            required=True,
            choices=tuple(paper.value for paper in PledgePaper),
            width=30,
        ),
        Column(
            "bagian",
            "Bagian",
            Kind.CHOICE,
            "Bagian naskah; setiap butir mendapat nomor.",
            required=True,
            choices=tuple(part.value for part in PledgePart),
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
)
