"""The year's folder: one run at a time, whole or not at all, nobody's own file written over."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.plans import plan, rich, with_decree
from tests.cases.signing import text_pdf
from tests.cases.workshops import Counting, contents, make, quick_office
from zi_docs.build import manifest as manifests
from zi_docs.build import publish as store
from zi_docs.build import signed_papers as registers
from zi_docs.build.inspection import inspect
from zi_docs.build.lock import HOLDER_FILE, lock_folder
from zi_docs.build.making import Built, Wishes
from zi_docs.build.manifest import Standing
from zi_docs.build.signed_papers import Entry, Register, documents_of
from zi_docs.errors import BusyError, ExitCode, OutputError
from zi_docs.model import Plan
from zi_docs.papers import keputusan as decrees

ORIGINAL = "keputusan/renaksi-asli.docx"


@pytest.fixture
def office(tmp_path: Path) -> Counting:
    return quick_office(tmp_path / "kantor")


@pytest.fixture
def folder(tmp_path: Path, office: Counting) -> Path:
    """The year's folder with the papers of the small plan."""
    year = tmp_path / "hasil" / "2026"
    decree(plan(), office, year)
    return year


def decree(year: Plan, office: Counting, folder: Path) -> Built:
    papers = [decrees.papers(year, year.decrees[0])]
    return make(papers, office, folder, Wishes(plan=year))


def revised() -> Plan:
    year = plan()
    first = replace(year.activities[0], indikator=rich("Indikator yang berubah"))
    return replace(year, activities=(first, *year.activities[1:]))


# One run at a time


def _hold(folder: Path, holding: object, done: object) -> None:
    with lock_folder(folder):
        holding.set()  # type: ignore[attr-defined]
        done.wait(30)  # type: ignore[attr-defined]


@pytest.fixture
def held(folder: Path) -> Iterator[int]:
    """Another process holds the folder; its number."""
    context = multiprocessing.get_context("fork")
    holding, done = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(folder, holding, done))
    process.start()
    assert holding.wait(30)
    yield process.pid or 0
    done.set()
    process.join()


def test_the_second_run_is_told_who_is_at_work(held: int, folder: Path, office: Counting) -> None:
    before = contents(folder)
    with pytest.raises(BusyError) as told:
        decree(revised(), office, folder)
    assert told.value.exit_code is ExitCode.SEDANG_DIPAKAI
    assert re.search(rf"proses {held} milik \S+ di komputer \S+ sejak \d{{4}}-", str(told.value))
    assert contents(folder) == before


def test_the_lock_is_free_again_and_the_note_gone(folder: Path, office: Counting) -> None:
    assert not (folder / HOLDER_FILE).exists()
    assert decree(plan(), office, folder).written == ()


def test_the_rest_of_a_dead_run_is_taken_away(
    folder: Path, office: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    gone = multiprocessing.get_context("fork").Process(target=os.getpid)
    gone.start()
    gone.join()
    rest, other = (tmp_path / f"zi-docs-{pid}-x" for pid in (gone.pid, os.getpid()))
    for one in (rest, other):
        one.mkdir()
    note = {"pid": gone.pid, "host": os.uname().nodename, "user": "x", "sejak": "x"}
    (folder / HOLDER_FILE).write_text(json.dumps(note))
    decree(plan(), office, folder)
    assert (rest.exists(), other.exists()) == (False, True)


# Whole or not at all


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "No space left"), (errno.EROFS, "Read-only"), (errno.EACCES, "Permission")],
)
@pytest.mark.parametrize("after", [0, 1, 4])
def test_an_obstacle_leaves_the_old_files(
    folder: Path,
    office: Counting,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    told: str,
    after: int,
) -> None:
    """A full disk, a read-only folder, a file that a viewer holds: met at the n-th rename."""
    before, manifest = contents(folder), (folder / manifests.NAME).read_bytes()
    rename, left = Path.replace, [after]

    def obstructed(path: Path, target: Path) -> Path:
        if Path(target).parent.parent == folder or Path(target).parent == folder:
            left[0] -= 1
            if left[0] == -1:
                raise OSError(number, os.strerror(number), str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", obstructed)
    with pytest.raises(OutputError, match=told) as caught:
        decree(revised(), office, folder)
    monkeypatch.undo()
    assert "Berkas yang lama tetap ada" in str(caught.value)
    assert contents(folder) == before
    assert (folder / manifests.NAME).read_bytes() == manifest
    assert decree(revised(), office, folder).written
    assert inspect(folder) == []


def test_a_damaged_file_is_never_published(folder: Path) -> None:
    with pytest.raises(OutputError, match=r"x\.pdf .*rusak"):
        store.publish({"y.json": b"{}", "x.pdf": b"%PDF"}, folder)
    assert not (folder / "y.json").exists()


# Changed by hand


def test_a_file_changed_by_hand_gets_its_successor_laid_beside_it(
    folder: Path, office: Counting
) -> None:
    own = b"disempurnakan oleh sekretaris"
    (folder / ORIGINAL).write_bytes(own)
    assert decree(plan(), office, folder).findings == ()
    built = decree(revised(), office, folder)
    beside = folder / "keputusan/renaksi-asli.baru.docx"
    assert (folder / ORIGINAL).read_bytes() == own
    assert beside in built.files
    assert [finding.code for finding in built.findings] == ["HASIL-DIUBAH"]
    assert {finding.code for finding in inspect(folder)} == {"MAN-DUA"}


def test_the_successor_is_followed_by_the_next(folder: Path, office: Counting) -> None:
    """It lies in the same place while nobody changes it, and in a third when somebody does."""
    (folder / ORIGINAL).write_bytes(b"milik sekretaris")
    beside = folder / "keputusan/renaksi-asli.baru.docx"
    decree(revised(), office, folder)
    first = beside.read_bytes()
    decree(plan(), office, folder)
    assert beside.read_bytes() != first
    beside.write_bytes(b"juga milik sekretaris")
    decree(revised(), office, folder)
    assert beside.read_bytes() == b"juga milik sekretaris"
    assert (folder / "keputusan/renaksi-asli.baru-2.docx").read_bytes() == first


def test_the_successor_moved_into_place_is_the_programs_own_again(
    folder: Path, office: Counting
) -> None:
    (folder / ORIGINAL).write_bytes(b"milik sekretaris")
    decree(revised(), office, folder)
    (folder / "keputusan/renaksi-asli.baru.docx").replace(folder / ORIGINAL)
    built = decree(plan(), office, folder)
    assert folder / ORIGINAL in built.files
    assert built.findings == ()
    assert inspect(folder) == []


def test_without_a_manifest_nothing_is_written_over(folder: Path, office: Counting) -> None:
    before = contents(folder)
    (folder / manifests.NAME).write_text("bukan manifes")
    decree(revised(), office, folder)
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert "keputusan/renaksi-asli.baru.docx" in after


# The manifest


def test_the_manifest_finds_what_is_missing_changed_and_foreign(folder: Path) -> None:
    assert inspect(folder) == []
    (folder / ORIGINAL).unlink()
    (folder / "keputusan/renaksi-salinan.pdf").write_bytes(b"lain")
    (folder / "catatan.txt").write_text("milik orang lain")
    (folder / "bukti").mkdir()
    (folder / "bukti" / "foto.jpg").write_bytes(b"bukti")
    found = {(finding.code, Path(finding.place.file).name) for finding in inspect(folder)}
    assert found == {
        ("MAN-HILANG", "renaksi-asli.docx"),
        ("MAN-DIUBAH", "renaksi-salinan.pdf"),
        ("MAN-ASING", "catatan.txt"),
    }


def test_only_the_manifest_holds_the_time_of_making(folder: Path, office: Counting) -> None:
    again = folder.parent.parent / "lagi" / "2026"
    decree(plan(), office, again)
    assert contents(again) == contents(folder)
    one, other = manifests.read(folder), manifests.read(again)
    assert one.same_as(other)
    assert one.made
    assert one.tools["LibreOffice"]


def test_what_the_workbook_no_longer_gives_is_named_and_left(
    folder: Path, office: Counting
) -> None:
    """Without a number there is no copy any more; the old one stays until somebody removes it."""

    def whole_year(year: Plan) -> Built:
        papers = [decrees.papers(year, year.decrees[0])]
        return make(papers, office, folder, Wishes(plan=year, standing=Standing("zi.xlsx", "")))

    whole_year(plan())
    built = whole_year(with_decree(plan(), nomor="", tanggal=None))
    left = [finding.place.file for finding in built.findings if finding.code == "HASIL-USANG"]
    assert [Path(path).name for path in left] == ["renaksi-salinan.docx", "renaksi-salinan.pdf"]
    assert all(Path(path).is_file() for path in left)


# Signed


def sign(folder: Path) -> Path:
    """Take in a scan of the decree; its path."""
    documents = documents_of("renaksi", manifests.read(folder))
    entry = Entry("renaksi", "ditandatangani/renaksi.pdf", "", "2026-01-22", "10", (), documents)
    files = {entry.file: text_pdf("hasil pindai")}
    files[registers.NAME] = registers.as_bytes(Register((entry,)))
    store.publish(files, folder)
    (folder / entry.file).chmod(stat.S_IREAD)
    return folder / entry.file


def test_a_change_after_signing_asks_for_an_amendment_and_touches_nothing(
    folder: Path, office: Counting
) -> None:
    """Neither the signed file, nor what it was made from, nor the copy made from it."""
    sign(folder)
    before = contents(folder)
    built = decree(revised(), office, folder)
    assert [finding.code for finding in built.findings] == ["KEP-PERUBAHAN"]
    assert "revisi" in built.findings[0].message
    assert contents(folder) == before
    assert built.written == ()


def test_signed_and_unchanged_is_nothing_to_tell(folder: Path, office: Counting) -> None:
    sign(folder)
    assert decree(plan(), office, folder).findings == ()


def test_forced_or_lost_what_was_signed_stays(folder: Path, office: Counting) -> None:
    sign(folder)
    before = contents(folder)
    papers = [decrees.papers(plan(), plan().decrees[0])]
    make(papers, office, folder, Wishes(force=True))
    assert contents(folder) == before


def test_a_number_given_after_signing_is_no_amendment(office: Counting, tmp_path: Path) -> None:
    """Signed with a blank for number and date; the copy that shows them is made now."""
    folder = tmp_path / "hasil" / "2026"
    blank = with_decree(plan(), nomor="", tanggal=None)
    decree(blank, office, folder)
    assert not (folder / "keputusan/renaksi-salinan.docx").exists()
    sign(folder)
    original = (folder / ORIGINAL).read_bytes()
    built = decree(plan(), office, folder)
    assert built.findings == ()
    assert (folder / ORIGINAL).read_bytes() == original
    assert (folder / "keputusan/renaksi-salinan.docx").is_file()


def test_a_register_that_cannot_be_read_stops_every_run(folder: Path, office: Counting) -> None:
    sign(folder)
    (folder / registers.NAME).write_text("rusak")
    before = contents(folder)
    with pytest.raises(OutputError, match="sudah ditandatangani"):
        decree(revised(), office, folder)
    assert contents(folder) == before
