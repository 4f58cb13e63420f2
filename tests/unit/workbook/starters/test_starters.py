"""The starting texts of a new workbook: whole, sound, and without an invented name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zi_docs import checks
from zi_docs.findings import Finding, has_errors
from zi_docs.model import Plan
from zi_docs.papers.keputusan import considerations, dictum
from zi_docs.text import Flow
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.starters import STARTERS, starting_rows
from zi_docs.workbook.writing.author import write_workbook

OFFICE = {
    "lembaga": "Komisi Pemilihan Umum",
    "singkatan": "KPU",
    "tingkat": "Kota",
    "wilayah": "Contoh",
    "kedudukan": "Contoh",
    "tahun": 2027,
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, list[Finding]]:
    """What a new workbook says once the office has filled in who it is."""
    path: Path = tmp_path_factory.mktemp("starters") / "baru.xlsx"
    path.write_bytes(write_workbook({**starting_rows(), "instansi": [OFFICE]}, date(2027, 1, 1)))
    plan, findings = read_plan(path)
    assert plan is not None
    return plan, findings


def test_the_workbook_reads_back_without_errors(read: tuple[Plan, list[Finding]]) -> None:
    plan, findings = read
    # Only the plan itself is still to be written.
    assert [finding.code for finding in findings if has_errors([finding])] == ["WB-KOSONG"]
    assert not [f for f in checks.check(plan) if f.code.startswith(("TIM-", "KEP-"))]


def test_all_four_decrees_of_the_plan_are_offered(read: tuple[Plan, list[Finding]]) -> None:
    plan, _ = read
    assert [decree.id for decree in plan.decrees] == [
        "sk-tim-kerja",
        "sk-agen-perubahan",
        "sk-upg",
        "sk-spip",
    ]
    assert plan.decrees[2].judul == (
        "Pembentukan Unit Pengendalian Gratifikasi di Lingkungan Komisi Pemilihan Umum "
        "Kota Contoh Tahun 2027"
    )


def test_nobody_is_invented(read: tuple[Plan, list[Finding]]) -> None:
    plan, _ = read
    assert {(official.nama, official.nip) for official in plan.officials} == {("", "")}


def test_the_work_team_has_its_leaders_and_six_groups(read: tuple[Plan, list[Finding]]) -> None:
    plan, _ = read
    seats = plan.team(plan.decrees[0])
    assert [seat.kedudukan for seat in seats if not seat.kelompok] == [
        *["Pengarah"] * 5,
        "Penanggung Jawab",
        "Ketua",
        "Sekretaris",
    ]
    groups = list(dict.fromkeys(seat.kelompok for seat in seats if seat.kelompok))
    assert len(groups) == 6
    assert groups[0] == "Pokja I Manajemen Perubahan"


@pytest.mark.parametrize("index", range(len(STARTERS)))
def test_the_body_is_worded_as_decrees_are(read: tuple[Plan, list[Finding]], index: int) -> None:
    plan, _ = read
    decree = plan.decrees[index]
    menimbang, mengingat = considerations(plan, decree)
    flow = menimbang["butir"]
    assert isinstance(flow, Flow)
    texts = [paragraph.text.plain for paragraph in flow.paragraphs]
    assert all(text.startswith("bahwa ") and text.endswith(";") for text in texts)
    assert "huruf a dan huruf b, perlu menetapkan Keputusan Komisi" in texts[-1]
    labels = [
        p.text.plain.split("\t")[0] for p in dictum(decree).paragraphs if "\t" in p.text.plain
    ]
    assert labels == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    assert "{" not in "".join(texts)
    assert mengingat["label"] == "Mengingat"


def test_every_regulation_cited_is_defined_and_cited() -> None:
    rows = starting_rows()
    defined = {row["id"] for row in rows["peraturan"]}
    cited = {row["peraturan"] for row in rows["konsiderans"] if row.get("peraturan")}
    amending = {row["diubah"] for row in rows["peraturan"] if row["diubah"]}
    assert cited | amending == defined
