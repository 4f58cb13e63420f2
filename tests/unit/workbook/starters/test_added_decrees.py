"""Starting decrees in a workbook that an office already works with."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cases.revisions import SOURCE
from zi_docs.checks.texts.clauses import check_cost_clauses
from zi_docs.cli import cli
from zi_docs.model import Part, Plan
from zi_docs.revision.compare import compare_plans
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.added_decrees import add_decrees
from zi_docs.workbook.writing.rewrite import WorkbookRows, rewrite_workbook
from zi_docs.workbook.writing.starting_decrees import CostClause, other_decrees


def added(folder: Path, *keys: str, lembaga: str = "", cost: str = "dipa") -> Plan:
    """The plan of the shipped workbook with starting decrees, after writing and reading it."""

    def change(rows: WorkbookRows) -> None:
        if lembaga:
            rows["instansi"][0]["lembaga"] = lembaga
        add_decrees(rows, keys, CostClause(cost))

    path = folder / "baru.xlsx"
    path.write_bytes(rewrite_workbook(SOURCE, change))
    plan, _ = read_plan(path)
    assert plan is not None
    return plan


def test_only_the_decree_and_what_it_cites_is_added(tmp_path: Path) -> None:
    old, _ = read_plan(SOURCE)
    assert old is not None
    changes = compare_plans(old, added(tmp_path, "sk-wbs"))
    assert changes.rows == ()
    assert [change.id for change in changes.records] == [
        "PKPU-8-2019",
        "PKPU-12-2023",
        "KPT-915-2025",
        "sk-wbs",
    ]


def test_who_is_exemplary_is_decreed_on_request_and_left_to_the_office(tmp_path: Path) -> None:
    """A new workbook has no such decree; nobody is named in it."""
    assert "sk-pegawai-teladan" not in [decree["id"] for decree in other_decrees()]
    plan = added(tmp_path, "sk-pegawai-teladan")
    decree = plan.decree("sk-pegawai-teladan")
    assert decree is not None
    assert decree.judul.startswith("Penetapan Pegawai Teladan di Lingkungan")
    assert [(s.kedudukan, s.pejabat, s.jabatan) for s in plan.team(decree)] == [
        ("Pegawai Teladan", "", "Pegawai Sekretariat")
    ]


def test_the_decree_is_signed_as_the_others_of_the_office(tmp_path: Path) -> None:
    plan = added(tmp_path, "sk-wbs")
    decree = plan.decree("sk-wbs")
    assert decree is not None
    assert (decree.penanda_tangan, decree.penyalin) == ("KETUA", "KSB-TPH")
    assert decree.pemaraf == ("KSB-TPH", "SEKRETARIS")
    seats = [(seat.kedudukan, seat.pejabat or seat.jabatan) for seat in plan.team(decree)]
    assert seats[4:8] == [
        ("Pengarah", "ANGGOTA-4"),
        ("Penanggung Jawab", "SEKRETARIS"),
        ("Ketua", "Kepala Subbagian"),
        ("Sekretaris", "Kepala Subbagian"),
    ]


def test_another_agency_cites_no_rule_of_the_election_bodies(tmp_path: Path) -> None:
    plan = added(tmp_path, "sk-wbs", lembaga="Dinas Contoh")
    decree = plan.decree("sk-wbs")
    assert decree is not None
    assert [item.peraturan for item in decree.items(Part.RECALLING)] == [
        "UU-31-1999",
        "UU-20-2023",
        "PERPRES-54-2018",
        "PERMENPANRB-90-2021",
    ]
    assert decree.items(Part.NOTING) == ()
    assert "Subbagian" not in "".join(seat.jabatan for seat in plan.team(decree))


@pytest.mark.parametrize(
    ("cost", "dictum", "codes"),
    [
        ("dipa", "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada", []),
        ("tanpa", "Pelaksanaan Keputusan ini tidak menimbulkan biaya pada Daftar Isian", []),
        ("tidak", "Tim sebagaimana dimaksud dalam Diktum KESATU bertugas:", ["KEP-BIAYA"]),
    ],
)
def test_the_clause_on_costs_is_chosen_and_missed(
    tmp_path: Path, cost: str, dictum: str, codes: list[str]
) -> None:
    plan = added(tmp_path, "sk-wbs", cost=cost)
    decree = plan.decree("sk-wbs")
    assert decree is not None
    assert decree.items(Part.DICTUM)[-2].isi.plain.startswith(dictum)
    assert [finding.code for finding in check_cost_clauses(plan)] == codes


def test_a_decree_that_is_there_is_named_by_its_cell_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    new = tmp_path / "baru.xlsx"
    asked = ["buku-kerja", str(new), "--dari", str(SOURCE), "--keputusan", "sk-spip", "-q"]
    result = CliRunner().invoke(cli, asked)
    assert result.exit_code == 1
    assert "Keputusan!A8: kesalahan: Keputusan sk-spip sudah ada" in result.stderr
    assert not new.exists()


def test_without_decrees_the_content_is_the_same(tmp_path: Path) -> None:
    old, _ = read_plan(SOURCE)
    assert old is not None
    changes = compare_plans(old, added(tmp_path))
    assert (changes.rows, changes.passages, changes.records) == ((), (), ())
