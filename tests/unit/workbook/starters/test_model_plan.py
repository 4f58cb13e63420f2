"""The model plan of a new workbook: every LKE item once, and sound by what evaluators look for."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from zi_docs.workbook.writing.starters import starting_rows

# How many items each component of the questionnaire has (PermenPANRB 90/2021): PPA1A, PPA1B, ...
COMPONENTS = {
    "PPA": (2, 3, 3, 4), "PRA": (2, 1, 1),
    "PPB": (3, 4, 2), "PRB": (1, 2, 3),
    "PPC": (3, 3, 6, 4, 1, 1), "PRC": (1, 1, 1),
    "PPD": (3, 8), "PRD": (1, 1, 1),
    "PPE": (2, 4, 4, 3, 5), "PRE": (1, 1, 2),
    "PPF": (4, 6, 3, 3, 3), "PRF": (2, 1),
}  # fmt: skip
CODES = [
    f"{part}{number}{'ABCDEFGH'[item]}"
    for part, counts in COMPONENTS.items()
    for number, count in enumerate(counts, start=1)
    for item in range(count)
]
AREAS = dict(zip("ABCDEF", ("I", "II", "III", "IV", "V", "VI"), strict=True))

YEAR = frozenset(range(1, 13))
QUARTERS = (frozenset({3, 6, 9, 12}), frozenset({4, 7, 10, 12}))
HALVES = (frozenset({6, 12}), frozenset({1, 7}))
# Words of frequency, and the months that may be marked beside them (NASKAH section 9).
FREQUENCIES = {
    r"setiap bulan\b|bulanan": lambda months: months == YEAR,
    r"triwulan": lambda months: months in QUARTERS,
    r"caturwulan": lambda months: months == {4, 8, 12},
    r"semester": lambda months: months in HALVES,
    r"empat kali setahun": lambda months: len(months) == 4,
    r"dua kali setahun": lambda months: len(months) == 2,
}
DOCUMENTS = re.compile(
    r"(bagan|bahan|berita acara|buku|catatan|daftar|formulir|foto|jadwal|kartu|keputusan|kertas|"
    r"kriteria|laporan|lembar|maklumat|matriks|notula|pakta|perjanjian|pernyataan|peta|piagam|pohon|"
    r"proposal|rancangan|register|rekapitulasi|rencana|renstra|sasaran|sertifikat|sop|standar|surat|"
    r"tanda terima|tangkapan layar|undangan|uraian)\b",
    re.I,
)
# A paper of each time that is marked: as many as there are marks.
COUNTED = ("laporan", "notula", "rekapitulasi", "catatan", "berita acara", "daftar hadir")
# What follows what: never before it, and not in the months of what it follows.
FOLLOWS = [
    ("PPA3B", "PPA3C"), ("PPE3C", "PPE3D"), ("PPE4B", "PPE4C"), ("PPE5D", "PPE5E"),
    ("PPF4A", "PPF4B"), ("PPF4A", "PPF4C"), ("PRA1A", "PRA1B"), ("PPC1A", "PPC1B"),
    ("PPD1B", "PPC4A"), ("PPF1A", "PPF1B"), ("PPF1B", "PPF1D"), ("PPD2E", "PPD2F"),
]  # fmt: skip

ROWS = {str(row["lke"]): row for row in starting_rows()["rencana_aksi"]}


def months(code: str) -> frozenset[int]:
    return frozenset(n for n in YEAR if ROWS[code].get(f"bulan_{n}"))


def texts(code: str) -> list[str]:
    keys = ("komponen", "indikator", "langkah_aksi", "bukti")
    return [str(ROWS[code][key]) for key in keys]


def evidence(code: str) -> list[str]:
    return [line.removeprefix("- ").rstrip(";.") for line in texts(code)[3].splitlines()]


def test_a_row_for_each_item_of_the_evaluation() -> None:
    rows = starting_rows()["rencana_aksi"]
    assert len(CODES) == 110
    assert [row["lke"] for row in rows] == CODES
    assert [row["id"] for row in rows][::109] == ["RA-001", "RA-110"]
    assert all(str(row["area"]).split()[0] == AREAS[str(row["lke"])[2]] for row in rows)


def test_the_rows_of_a_component_stand_together() -> None:
    names = [(row["area"], str(row["komponen"])) for row in ROWS.values()]
    starts = [name for before, name in pairwise([("", ""), *names]) if name != before]
    assert len(starts) == len(set(starts)) == sum(map(len, COMPONENTS.values()))


@pytest.mark.parametrize("code", CODES)
def test_months_target_and_evidence_fit_what_the_row_says(code: str) -> None:
    marked, words = months(code), " ".join(texts(code)).casefold()
    assert marked
    for pattern, fits in FREQUENCIES.items():
        assert not re.search(pattern, words) or fits(marked), (pattern, sorted(marked))
    amount, unit = str(ROWS[code]["target"]).split(" ", 1)
    assert re.fullmatch(r"\d+%?", amount)
    assert unit
    if unit in COUNTED:
        assert int(amount) == len(marked)
    for paper in evidence(code):
        assert DOCUMENTS.match(paper), paper


def test_nothing_stands_twice_and_no_year_stands_as_a_number() -> None:
    for key in ("indikator", "langkah_aksi", "bukti"):
        column = [str(row[key]) for row in ROWS.values()]
        assert len(set(column)) == len(column)
    for code in CODES:
        assert len(set(texts(code))) == 4
        for text in texts(code):
            assert not re.search(r"\b20\d\d\b|\b(\w+) \1\b", text, re.I), text


@pytest.mark.parametrize(("first", "second"), FOLLOWS)
def test_what_follows_comes_after_what_it_follows(first: str, second: str) -> None:
    assert not months(first) & months(second)
    assert min(months(first)) < min(months(second))


def test_papers_of_the_year_are_planned_at_its_beginning() -> None:
    """The performance agreement of a year is signed in January, last year's report in February."""
    agreement = [code for code in CODES if "Perjanjian Kinerja {tahun}" in texts(code)[2]]
    assert agreement == ["PRA2A", "PPD1B"]
    assert {min(months(code)) for code in agreement} == {1}
    report = [code for code in CODES if "Laporan Kinerja {tahun-lalu}" in texts(code)[2]]
    assert {code: sorted(months(code)) for code in report} == {"PPD2E": [2], "PPD2F": [3]}


def test_the_person_in_charge_is_a_post_of_the_workbook() -> None:
    posts = {row["jabatan"] for row in starting_rows()["pejabat"]}
    assert {row["pic"] for row in ROWS.values()} <= posts


def test_a_row_as_the_workbook_holds_it() -> None:
    row = ROWS["PPA3C"]
    assert {key: str(value) for key, value in row.items()} == {
        "id": "RA-008",
        "area": "I MANAJEMEN PERUBAHAN",
        "komponen": "Pemantauan dan Evaluasi Pembangunan WBK/WBBM",
        "indikator": "Setiap rekomendasi monitoring dan evaluasi memperoleh penyelesaian",
        "langkah_aksi": "Menugaskan penyelesaian rekomendasi kepada pokja terkait pada bulan "
        "sesudah rapat evaluasi",
        "bukti": "- Matriks tindak lanjut rekomendasi;\n"
        "- Surat penugasan penyelesaian rekomendasi.",
        "bulan_4": "True",
        "bulan_7": "True",
        "bulan_10": "True",
        "target": "100% rekomendasi",
        "pic": "Sekretaris",
        "lke": "PPA3C",
    }
