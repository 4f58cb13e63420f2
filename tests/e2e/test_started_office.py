"""`mulai`: from five answers to an office that can make its first decree."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.conftest import ROOT
from tests.e2e.conftest import generate_here as generate
from zi_docs.checks import check
from zi_docs.checks.lacks import is_draft
from zi_docs.errors import ExitCode
from zi_docs.workbook.reading.load import read_plan

ANSWERS = (
    "--instansi", "KPU Kabupaten Contoh Raya",
    "--tahun", "2027",
    "--kedudukan", "Contoh Jaya",
    "--ketua", "Nama Ketua Contoh",
    "--sekretaris", "Nama Sekretaris Contoh, S.Sos.",
)  # fmt: skip


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_five_answers_give_a_decree_that_is_no_draft(tmp_path: Path) -> None:
    result = generate("mulai", tmp_path, "--tanpa-tanya", *ANSWERS)
    assert result.returncode == ExitCode.BERES, result.stderr
    assert files_of(tmp_path) == [
        "output", "output/2027", "output/2027/bukti",
        "source", "source/rapat", "source/realisasi", "source/zi-2027.xlsx",
        "zi.desktop", "zi.sh",
    ]  # fmt: skip
    names = ("source/zi-2027.xlsx", "zi.sh", "zi.desktop")
    assert result.stdout.split() == [str(tmp_path / name) for name in names]
    plan, findings = read_plan(tmp_path / "source" / "zi-2027.xlsx")
    assert plan is not None
    assert [*findings, *check(plan)] == []
    renaksi = plan.decree("renaksi")
    assert renaksi is not None and not is_draft(plan, renaksi)


def test_questions_are_asked_until_each_has_an_answer_that_will_do(tmp_path: Path) -> None:
    typed = ["KPU Contoh", "KPU Kota Contoh", "27", "2027", "", "4 orang", "", ""]
    result = subprocess.run(
        [sys.executable, "generate.py", "mulai", tmp_path, "--json"],
        cwd=ROOT,
        input="".join(f"{line}\n" for line in typed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == ExitCode.BERES, result.stderr
    assert json.loads(result.stdout)["workbook"] == str(tmp_path / "source/zi-2027.xlsx")
    for refused in ("“KPU Contoh”", "“27”", "“4 orang”"):
        assert f"  {refused}" in result.stderr
    plan, _ = read_plan(tmp_path / "source/zi-2027.xlsx")
    assert plan is not None and plan.office.kedudukan == "Contoh"


def test_who_stops_answering_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "generate.py", "mulai", tmp_path / "kantor"]
    result = subprocess.run(
        command, cwd=ROOT, input="KPU Kota Contoh\n", capture_output=True, text=True, check=False
    )
    assert result.returncode == ExitCode.DIHENTIKAN
    assert not (tmp_path / "kantor").exists()


def test_all_wrong_answers_are_told_together(tmp_path: Path) -> None:
    wrong = ("--instansi", "KPU Contoh", "--tahun", "27", "--tanpa-tanya")
    result = generate("mulai", tmp_path, *wrong)
    assert result.returncode == ExitCode.SALAH_PERINTAH
    assert "--instansi: “KPU Contoh” tidak menyebut" in result.stderr
    assert "--tahun: “27” bukan tahun" in result.stderr
    result = generate("mulai", tmp_path, *wrong, "--json")
    assert result.returncode == ExitCode.SALAH_PERINTAH
    assert [p["answer"] for p in json.loads(result.stdout)["problems"]] == ["instansi", "tahun"]
    assert files_of(tmp_path) == []


def test_a_workbook_and_a_file_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "zi.sh").write_text("milik kantor", encoding="utf-8")
    result = generate("mulai", tmp_path, "--tanpa-tanya", *ANSWERS)
    assert result.stdout.split() == [
        str(tmp_path / name) for name in ("source/zi-2027.xlsx", "zi.desktop")
    ]
    before = (tmp_path / "source/zi-2027.xlsx").read_bytes()
    again = generate("mulai", tmp_path, "--tanpa-tanya", *ANSWERS)
    assert again.returncode == ExitCode.KELUARAN_GAGAL
    assert "tidak akan ditimpa" in again.stderr
    assert (tmp_path / "source/zi-2027.xlsx").read_bytes() == before
    assert (tmp_path / "zi.sh").read_text(encoding="utf-8") == "milik kantor"
