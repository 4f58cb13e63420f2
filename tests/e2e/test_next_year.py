"""From one year to the next: nothing of the old year comes out, and nothing of it is lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cases.edited import edited
from tests.cases.realisations import entries
from tests.cases.revisions import changed
from tests.cases.workshops import FAKES
from tests.e2e.conftest import SOURCE
from tests.e2e.test_changes import words
from zi_docs.cli import cli
from zi_docs.errors import ExitCode, OutputError
from zi_docs.model import Plan
from zi_docs.text import RichText
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows


def call(*arguments: object, **environment: str) -> Result:
    """The program in this process: the same verbs without the start of another."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], env=environment)


def read(path: Path) -> Plan:
    plan, _ = read_plan(path)
    assert plan is not None
    return plan


def cells_of(result: Result, code: str) -> list[str]:
    """`Rapat!C4` for each finding of a code."""
    lines = [line for line in result.stderr.splitlines() if line.endswith(f"[{code}]")]
    return [line.split(" › ")[1].split(":")[0] for line in lines]


def test_last_years_workbook_with_another_year_gives_no_paper(tmp_path: Path) -> None:
    """Only Tahun is changed: every cell of the other year is named in one run."""
    source = edited(SOURCE, tmp_path / "zi-2027.xlsx", {"Tahun": 2027})
    result = call("keputusan", "--source", source, "--output", tmp_path / "hasil")
    assert result.exit_code == ExitCode.TEMUAN
    checked = json.loads(call("periksa", "--source", source, "--json").stdout)["findings"]
    dated = [f["place"] for f in checked if f["code"] == "TAHUN-TANGGAL"]
    assert {(place["sheet"], place["cell"]) for place in dated} == {
        ("Keputusan", "D4"),
        *(("Rapat", f"C{row}") for row in range(4, 34)),
    }
    assert cells_of(result, "TAHUN-NOMOR") == ["Keputusan!C4"]
    assert not (tmp_path / "hasil").exists()


def lived(rows: WorkbookRows) -> None:
    """Half a year of realisations, and a title with its year written out."""
    marks = {
        str(row["id"]): frozenset(m for m in range(1, 13) if row.get(f"bulan_{m}"))
        for row in rows["rencana_aksi"]
    }
    rows["realisasi"] += entries(marks)  # type: ignore[arg-type]
    rows["rencana_aksi"][2]["bukti"] = RichText.of("Laporan Tahun 2026")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office: the workbook of 2026, lived in, and that of 2027 made of it."""
    folder = tmp_path_factory.mktemp("source")
    changed(SOURCE, folder / "zi-2026.xlsx", lived)
    return folder


@pytest.fixture(scope="module")
def made(folder: Path) -> Result:
    new, old = folder / "zi-2027.xlsx", folder / "zi-2026.xlsx"
    result = call("tahun-baru", new, "--source", old, "--json")
    assert result.exit_code == ExitCode.BERES, result.output
    return result


def test_what_a_year_leaves_to_the_next(folder: Path, made: Result) -> None:
    old, new = read(folder / "zi-2026.xlsx"), read(folder / "zi-2027.xlsx")
    assert (old.office.tahun, new.office.tahun) == (2026, 2027)
    assert [row.id for row in new.activities] == [row.id for row in old.activities]
    assert [row.bulan for row in new.activities] == [row.bulan for row in old.activities]
    for part in ("officials", "seats", "regulations", "participants", "number_patterns"):
        assert len(getattr(new, part)) == len(getattr(old, part))
    assert [decree.id for decree in new.decrees] == [decree.id for decree in old.decrees]
    assert {(decree.nomor, decree.tanggal) for decree in new.decrees} == {("", None)}
    assert "Tahun 2027" in new.decrees[0].judul
    assert new.meetings == new.numbers == new.revisions == ()


def test_open_follow_ups_come_along(folder: Path, made: Result) -> None:
    """A quarter of the steps of the fifth kind have a recommendation without an answer."""
    entries_of_2027 = read(folder / "zi-2027.xlsx").realisations
    waiting = {e.baris for e in read(folder / "zi-2026.xlsx").realisations
               if e.rekomendasi and not e.tindak_lanjut}  # fmt: skip
    assert waiting
    assert {entry.baris for entry in entries_of_2027} == waiting
    assert {(entry.bulan, entry.persen, entry.batas) for entry in entries_of_2027} == {
        (1, None, None)
    }
    assert set(json.loads(made.stdout)["follow_ups"]) == waiting


def test_what_the_office_has_to_look_at_is_listed(folder: Path, made: Result) -> None:
    told = json.loads(made.stdout)
    assert told["year"] == 2027
    assert "RA-001" in told["confirm"] and "RA-003" not in told["confirm"]
    spots = {(f["code"], f["place"]["sheet"], f["place"]["cell"]) for f in told["findings"]}
    assert {spot for spot in spots if spot[0] == "TAHUN-TEKS"} == {
        ("TAHUN-TEKS", "Rencana Aksi", "F6")
    }
    assert ("TAHUN-SEKALI", "Rencana Aksi", "A4") in spots
    assert len([spot for spot in spots if spot[0] == "TAHUN-SEKALI"]) == len(told["confirm"])


def test_the_new_workbook_is_sound_and_gives_its_first_decree(
    folder: Path, made: Result, tmp_path: Path
) -> None:
    for name in ("office-quick", "pdf.sh"):
        shutil.copy(FAKES / name, tmp_path / name)
    new = folder / "zi-2027.xlsx"
    checked = call("periksa", "--source", new)
    assert checked.exit_code == ExitCode.BERES, checked.output
    office = str(tmp_path / "office-quick")
    decreed = call("keputusan", "--source", new, "--output", tmp_path, ZI_SOFFICE=office)
    assert decreed.exit_code == ExitCode.BERES, decreed.output
    text = words(tmp_path / "2027" / "keputusan" / "renaksi-asli.docx")
    assert "BATANG HARI TAHUN 2027" in text
    assert "22 Januari" not in text and "NOMOR 10" not in text


def test_two_years_are_compared_on_the_screen_and_on_paper(
    folder: Path, made: Result, tmp_path: Path
) -> None:
    old, new = folder / "zi-2026.xlsx", folder / "zi-2027.xlsx"
    given = ("rekap", "--banding", old, "--source", new, "--output", tmp_path)
    shown = call(*given, ZI_SOFFICE="/tidak/ada/soffice")
    assert shown.exit_code == ExitCode.PROGRAM_HILANG, shown.output
    head, first, *_ = shown.stdout.splitlines()
    assert head.split() == [
        *("Area/Komponen", "Rencana", "2026", "Selesai", "2026", "%", "2026"),
        *("Rencana", "2027", "Selesai", "2027", "%", "2027", "Selisih"),
    ]
    assert first.split() == [
        "I",
        "MANAJEMEN",
        "PERUBAHAN",
        "21",
        "8",
        "44,0",
        "21",
        "0",
        "0,0",
        "–44,0",
    ]
    text = words(tmp_path / "2027" / "monev" / "2027" / "banding-2026.docx")
    assert "PERBANDINGAN CAPAIAN RENCANA AKSI TAHUN 2026 DAN TAHUN 2027" in text
    assert "Semua baris tahun 2026 dilanjutkan pada tahun 2027." in text
    wrong = call("rekap", "--banding", new, "--source", old, "--output", tmp_path)
    assert wrong.exit_code == ExitCode.SALAH_PERINTAH


def test_nothing_is_written_over(folder: Path, made: Result) -> None:
    new = folder / "zi-2027.xlsx"
    before = new.read_bytes()
    again = call("tahun-baru", new, "--source", folder / "zi-2026.xlsx")
    assert isinstance(again.exception, OutputError)
    assert "tidak akan ditimpa" in str(again.exception)
    assert new.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("zi-2028.xlsx", (), "zi-2028.xlsx bernama tahun 2028, padahal tahunnya 2027"),
        ("baru.xlsx", ("--tahun", "2026"), "harus sesudah 2026"),
    ],
)
def test_the_year_and_the_name_fit(
    name: str, options: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    result = call("tahun-baru", tmp_path / name, *options, "--source", SOURCE)
    assert result.exit_code == ExitCode.SALAH_PERINTAH
    assert message in " ".join(result.output.replace("│", " ").split())
    assert not list(tmp_path.iterdir())


def test_the_decreed_plan_is_carried_and_not_what_was_changed_since(
    folder: Path, tmp_path: Path
) -> None:
    """The state that was saved is the plan as it was before `lived` changed RA-003."""
    book, kept = tmp_path / "zi-2026.xlsx", tmp_path / "revisi" / "renaksi.xlsx"
    kept.parent.mkdir()
    shutil.copy(folder / "zi-2026.xlsx", book)
    shutil.copy(SOURCE, kept)
    new = tmp_path / "baru.xlsx"
    made = call("tahun-baru", new, "--tahun", "2028", "--source", book)
    assert made.exit_code == ExitCode.BERES, made.output
    assert cells_of(made, "TAHUN-KEADAAN") == ["Keputusan!A4"]
    assert cells_of(made, "TAHUN-TEKS") == []
    assert "[TAHUN-NAMA]" in made.stderr
    carried, before = read(new), read(SOURCE)
    assert carried.office.tahun == 2028
    assert carried.activities[2].bukti == before.activities[2].bukti


def test_without_last_years_workbook_beside_it_its_state_is_an_error(
    folder: Path, made: Result, tmp_path: Path
) -> None:
    new, kept = tmp_path / "zi-2027.xlsx", tmp_path / "revisi" / "renaksi.xlsx"
    kept.parent.mkdir()
    shutil.copy(folder / "zi-2027.xlsx", new)
    shutil.copy(SOURCE, kept)
    checked = call("periksa", "--source", new)
    assert checked.exit_code == ExitCode.TEMUAN
    assert f"{kept} berasal dari tahun 2026, bukan 2027" in checked.stderr


def test_last_years_workbook_is_not_saved_as_a_state_of_this_year(
    folder: Path, made: Result
) -> None:
    new = folder / "zi-2027.xlsx"
    refused = call("revisi", SOURCE, "--simpan", "renaksi", "--source", new)
    assert refused.exit_code == ExitCode.TEMUAN
    assert "berasal dari tahun 2026, bukan 2027" in refused.stderr
    assert not (folder / "revisi").exists()
