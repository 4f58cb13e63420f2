"""A file that somebody has changed: it stays, and its successor is laid beside it."""

from __future__ import annotations

from pathlib import Path

from tests.cases.plans import plan
from tests.cases.workshops import Counting, contents
from tests.cases.year_folder import ORIGINAL, as_word_saves, make_decree, reworded
from zi_docs.build import manifest as manifests
from zi_docs.build.inspection import inspect


def test_a_file_changed_by_hand_gets_its_successor_laid_beside_it(
    folder: Path, office: Counting
) -> None:
    own = as_word_saves(folder / ORIGINAL)
    (folder / ORIGINAL).write_bytes(own)
    assert make_decree(plan(), office, folder).written == ()
    built = make_decree(reworded(), office, folder)
    beside = folder / "keputusan/renaksi-asli.baru.docx"
    assert (folder / ORIGINAL).read_bytes() == own
    assert beside in built.files
    assert [finding.code for finding in built.findings] == ["HASIL-DIUBAH"]
    assert {finding.code for finding in inspect(folder)} == {"MAN-DUA"}


def test_the_successor_is_followed_by_the_next(folder: Path, office: Counting) -> None:
    """It lies in the same place while nobody changes it, and in a third when somebody does."""
    (folder / ORIGINAL).write_bytes(b"milik sekretaris")
    beside = folder / "keputusan/renaksi-asli.baru.docx"
    make_decree(reworded(), office, folder)
    first = beside.read_bytes()
    make_decree(plan(), office, folder)
    assert beside.read_bytes() != first
    beside.write_bytes(b"juga milik sekretaris")
    make_decree(reworded(), office, folder)
    assert beside.read_bytes() == b"juga milik sekretaris"
    assert (folder / "keputusan/renaksi-asli.baru-2.docx").read_bytes() == first


def test_the_successor_moved_into_place_is_the_programs_own_again(
    folder: Path, office: Counting
) -> None:
    (folder / ORIGINAL).write_bytes(b"milik sekretaris")
    make_decree(reworded(), office, folder)
    (folder / "keputusan/renaksi-asli.baru.docx").replace(folder / ORIGINAL)
    built = make_decree(plan(), office, folder)
    assert folder / ORIGINAL in built.files
    assert built.findings == ()
    assert inspect(folder) == []


def test_without_a_manifest_nothing_is_written_over(folder: Path, office: Counting) -> None:
    before = contents(folder)
    (folder / manifests.NAME).write_text("bukan manifes")
    make_decree(reworded(), office, folder)
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert "keputusan/renaksi-asli.baru.docx" in after
