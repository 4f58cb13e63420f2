"""Taking in a decree keeps the workbook as that decree decreed it: what was signed, and no other.

With the quick fake office: what is told here does not depend on pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cases.bare_books import brief
from tests.cases.edited import edited
from tests.cases.revisions import revised_year
from tests.e2e.conftest import SOURCE
from tests.e2e.test_amended_jdih import Office
from zi_docs.errors import ExitCode, OutputError

WORDS = {("Rencana Aksi", "RA-004", "Indikator"): "Pemimpin menjadi teladan"}
TARGET = {("Rencana Aksi", "RA-004", "Target"): "90%"}


@pytest.fixture(scope="module")
def decreed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office after `keputusan`."""
    folder = tmp_path_factory.mktemp("kantor")
    office = Office(folder)
    office.book.parent.mkdir()
    brief(SOURCE, office.book)
    made = office.run("keputusan")
    assert made.exit_code == ExitCode.BERES, made.output
    return folder


@pytest.fixture
def office(decreed: Path, tmp_path: Path) -> Office:
    shutil.copytree(decreed, tmp_path, dirs_exist_ok=True)
    return Office(tmp_path)


def take_in(office: Office, key: str = "renaksi"):  # type: ignore[no-untyped-def]
    return office.run("tandatangan", office.scan(key), "--untuk", key)


def kept(office: Office, key: str = "renaksi") -> Path:
    return office.book.parent / "revisi" / f"{key}.xlsx"


def nothing_was_taken_in(office: Office) -> bool:
    year = office.output / "2026"
    return not (year / "register.json").exists() and not (year / "ditandatangani").exists()


def test_taking_in_keeps_the_workbook_and_an_edit_after_it_is_told(office: Office) -> None:
    """The edit is never the decreed state: it needs an amendment, in every later run."""
    signed = office.book.read_bytes()
    taken = take_in(office)
    assert taken.exit_code == ExitCode.BERES, taken.output
    assert f"Keadaan renaksi disimpan: {kept(office)}." in taken.stderr
    assert kept(office).read_bytes() == signed
    edited(office.book, office.book, cells=WORDS)
    again = office.run("revisi", "--simpan", "renaksi")
    assert again.exit_code == ExitCode.TEMUAN
    assert "REV-TTD" in again.stderr and "Rencana Aksi!D7" in again.stderr
    for _ in range(2):
        run = office.run("keputusan")
        assert "KEP-PERUBAHAN" in run.stderr
        assert "berbeda pada rencana_aksi (Rencana Aksi!D7)" in run.stderr
    assert kept(office).read_bytes() == signed


def test_a_workbook_edited_after_the_decree_was_made_is_not_kept(office: Office) -> None:
    """The paper was made with another target: neither the file nor the state is kept."""
    before = office.book.with_name("sebelum.xlsx")
    shutil.copy(office.book, before)
    edited(office.book, office.book, cells=TARGET)
    refused = take_in(office)
    assert refused.exit_code == ExitCode.TEMUAN
    assert "TTD-KEADAAN" in refused.stderr and "Rencana Aksi!S7" in refused.stderr
    assert nothing_was_taken_in(office) and not kept(office).exists()
    # With the workbook as it was when the decree was made, which stands beside the other.
    office.book = before
    taken = take_in(office)
    assert taken.exit_code == ExitCode.BERES, taken.output
    assert kept(office).read_bytes() == before.read_bytes()


def test_a_number_that_is_given_at_the_signing_is_no_difference(office: Office) -> None:
    """A blank is written in by hand, then into the workbook."""
    number = ("Keputusan", "renaksi", "Nomor")
    edited(office.book, office.book, cells={number: None})
    office.run("keputusan")
    edited(office.book, office.book, cells={number: "10"})
    assert take_in(office).exit_code == ExitCode.BERES
    assert kept(office).is_file()


def test_a_state_that_stands_there_is_judged_and_never_written_over(office: Office) -> None:
    other = edited(office.book, office.book.parent / "lain.xlsx", cells=WORDS)
    kept(office).parent.mkdir()
    shutil.copy(other, kept(office))
    refused = take_in(office)
    assert refused.exit_code == ExitCode.TEMUAN
    assert "TTD-KEADAAN" in refused.stderr and "Rencana Aksi!D7" in refused.stderr
    assert nothing_was_taken_in(office)
    assert kept(office).read_bytes() == other.read_bytes()
    shutil.copy(office.book, kept(office))
    assert take_in(office).exit_code == ExitCode.BERES


def test_a_workbook_that_cannot_be_read_whole_is_no_state(office: Office) -> None:
    edited(office.book, office.book, cells={("Rencana Aksi", "RA-068", "PIC"): "TIADA"})
    edited(office.book, office.book, cells={("Keputusan", "renaksi", "Tanggal"): "kapan-kapan"})
    refused = take_in(office)
    assert refused.exit_code == ExitCode.TEMUAN
    assert nothing_was_taken_in(office) and not kept(office).exists()


def test_where_the_paper_cannot_be_laid_the_state_is_not_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("Tidak ada ruang.", "Kosongkanlah.")

    monkeypatch.setattr("zi_docs.cli.verb_tandatangan.publish", full)
    assert isinstance(take_in(office).exception, OutputError)
    assert not kept(office).exists()
    monkeypatch.undo()
    assert take_in(office).exit_code == ExitCode.BERES


def test_the_state_of_an_amendment_is_kept_too(tmp_path: Path) -> None:
    """The third amendment of the case has no saved state: the workbook is what it decrees."""
    office = Office(tmp_path)
    office.book.parent.mkdir()
    revised_year(office.book.parent, brief(SOURCE, tmp_path / "awal.xlsx"))
    made = office.run("revisi", "--naskah", "renaksi-p3")
    assert made.exit_code in (ExitCode.BERES, ExitCode.SEBAGIAN), made.output
    taken = take_in(office, "renaksi-p3")
    assert taken.exit_code == ExitCode.BERES, taken.output
    assert kept(office, "renaksi-p3").read_bytes() == office.book.read_bytes()


def test_a_paper_that_decrees_nothing_keeps_no_state(office: Office) -> None:
    taken = take_in(office, "keputusan/renaksi-salinan")
    assert taken.exit_code == ExitCode.BERES, taken.output
    assert not kept(office).exists()
