"""An office by its name and kind: what a new workbook says of it, and what it leaves open."""

from __future__ import annotations

import pytest

from zi_docs.data import UNWRITTEN
from zi_docs.data.office_kinds import (
    NewOffice,
    OfficeNameError,
    kind_of_level,
    named_office,
    office_kind,
)
from zi_docs.wording.placeholders import placeholder
from zi_docs.workbook.writing.starters import starting_rows


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("KPU Kabupaten Batang Hari", ("KPU", "Kabupaten", "Batang Hari")),
        ("Komisi Pemilihan Umum Kota Sungai Penuh", ("KPU", "Kota", "Sungai Penuh")),
        ("kpu kab. toli-toli", ("KPU", "Kabupaten", "Toli-Toli")),
        ("KPU PROVINSI DKI JAKARTA", ("KPU", "Provinsi", "DKI Jakarta")),
        ("KPU  Prov.  DI Yogyakarta", ("KPU", "Provinsi", "DI Yogyakarta")),
        ("KIP Kabupaten Pidie", ("KIP", "Kabupaten", "Pidie")),
        ("KPU Papua Selatan", ("KPU", "", "Papua Selatan")),
    ],
)
def test_the_parts_of_a_name(text: str, parts: tuple[str, str, str]) -> None:
    name = named_office(text)
    assert (name.singkatan, name.tingkat, name.wilayah) == parts


@pytest.mark.parametrize("text", ["", "KPU", "KPU Kota", "BPS Kota Contoh", "KPUD Kota Contoh"])
def test_a_name_that_is_none(text: str) -> None:
    with pytest.raises(OfficeNameError):
        named_office(text)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("KPU Kabupaten Contoh", UNWRITTEN),
        ("KPU Kota Sungai Penuh", "Sungai Penuh"),
        ("KPU Provinsi Jawa Barat", "Bandung"),
        ("KPU Provinsi Kalimantan Selatan", UNWRITTEN),
    ],
)
def test_where_an_office_sits_as_far_as_it_is_known(text: str, seat: str) -> None:
    name = named_office(text)
    rows = starting_rows(NewOffice(kind_of_level(name.tingkat), name, 2027))
    assert rows["instansi"][0]["kedudukan"] == seat
    assert placeholder(UNWRITTEN)


def test_a_province_has_other_posts() -> None:
    rows = starting_rows(NewOffice(office_kind("kpu-provinsi")))
    posts = {row["id"]: row["jabatan"] for row in rows["pejabat"]}
    assert posts["KBG-TPH"] == "Kepala Bagian Teknis Penyelenggaraan Pemilu dan Hukum"
    assert not [key for key in posts if key.startswith("KSB")]
    assert {row["penyalin"] for row in rows["keputusan"]} == {"KBG-TPH"}
    assert not [row for row in rows["rencana_aksi"] if "Subbagian" in str(row["pic"])]
    assert not [row for row in rows["tim"] if "Subbagian" in str(row.get("jabatan"))]
    # Which posts an office has differs: nobody is asked to believe them.
    assert all("Sesuaikan" in row["catatan"] for row in rows["pejabat"] if "unit" in row)


def test_law_that_was_not_checked_is_marked_and_not_printed_as_certain() -> None:
    marked = {row["id"]: row for row in starting_rows()["peraturan"] if "catatan" in row}
    assert sorted(marked) == [
        "KPT-1089-2025",
        "KPT-323-2020",
        "KPT-855-2025",
        "KPT-915-2025",
        "PERBPKP-5-2021",
        "PERKPK-1-2026",
        "PERMENPANRB-27-2014",
        "PERMENPANRB-5-2024",
        "PKPU-14-2020",
        "PKPU-15-2015",
        "PKPU-21-2023",
    ]
    assert all("Belum diperiksa" in row["catatan"] for row in marked.values())
    assert not [row for row in marked.values() if "bn_nomor" in row or "ln_nomor" in row]
