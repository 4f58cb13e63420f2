"""A replacement that was interrupted: finished, and nobody's file lost or written elsewhere."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from zi_docs.build.journal import WORK_FOLDER, finish_interrupted, replace_files
from zi_docs.build.publish import restore

JOURNAL = f"{WORK_FOLDER}/jurnal.json"


class KilledError(BaseException):
    """The run ends here, without any of its own clearing up."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two results of the last run."""
    folder = tmp_path / "2026"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"a lama")
    (folder / "b.docx").write_bytes(b"b lama")
    return folder


def killed_after_its_journal(folder: Path, monkeypatch: pytest.MonkeyPatch, moved: int = 0) -> None:
    """A run that replaces both is killed when so many of them are in place."""
    rename, left = Path.replace, [moved]

    def killed_at_the_end(*_: object) -> None:
        raise KilledError

    def killed(path: Path, target: Path) -> Path:
        if path.name.startswith("baru-") and not path.name.endswith(".sebagian"):
            left[0] -= 1
            if left[0] < 0:
                raise KilledError
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr("zi_docs.build.journal._late_edits", killed_at_the_end)
        patch.setattr("zi_docs.build.journal._undo", lambda *_: None)
        patch.setattr("zi_docs.build.journal._remove_work_folder", lambda *_: None)
        with pytest.raises(KilledError):
            replace_files({"a.docx": b"a baru", "b.docx": b"b baru"}, folder)


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_in_place(path: Path, content: bytes) -> None:
    """As a program saves that does not rename: the file stays the same, its content does not."""
    with path.open("r+b") as stream:
        stream.write(content)
        stream.truncate()


def overwrite(path: Path, content: bytes) -> None:
    """As Word saves: another file under the same name."""
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_what_a_killed_run_began_is_completed(
    moved: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_after_its_journal(folder, monkeypatch, moved)
    assert finish_interrupted(folder).completed
    assert files(folder) == {"a.docx": b"a baru", "b.docx": b"b baru"}


@pytest.mark.parametrize("edit", [write_in_place, overwrite])
@pytest.mark.parametrize("moved", [0, 1])
def test_a_file_edited_after_the_kill_stays(
    moved: int, edit: object, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_after_its_journal(folder, monkeypatch, moved)
    edit(folder / "b.docx", b"b sekretaris")  # type: ignore[operator]
    (finding,) = restore(folder)
    assert finding.code == "HASIL-DIUBAH"
    assert files(folder) == {
        "a.docx": b"a baru",
        "b.docx": b"b sekretaris",
        "b.baru.docx": b"b baru",
    }


def test_an_edit_in_a_file_that_a_program_still_has_open_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program opened the old file, and saves into it when its name is the new file's."""
    with (folder / "a.docx").open("r+b") as opened:
        killed_after_its_journal(folder, monkeypatch, moved=2)
        opened.write(b"a sekretaris")
    (finding,) = restore(folder)
    assert finding.code == "HASIL-DIUBAH"
    assert files(folder) == {
        "a.docx": b"a baru",
        "a.suntingan.docx": b"a sekretaris",
        "b.docx": b"b baru",
    }


def test_an_edit_between_judging_and_writing_is_kept(folder: Path) -> None:
    judged = hashlib.sha256(b"a lama").hexdigest()
    overwrite(folder / "a.docx", b"a sekretaris")
    replace_files({"a.docx": b"a baru"}, folder, {"a.docx": judged})
    assert files(folder) == {
        "a.baru.docx": b"a baru",
        "a.docx": b"a sekretaris",
        "b.docx": b"b lama",
    }


def journal(folder: Path, content: object, new: Mapping[str, bytes] | None = None) -> None:
    (folder / WORK_FOLDER).mkdir()
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / JOURNAL).write_text(text)
    for name, data in (new or {"baru-0": b"asing"}).items():
        (folder / WORK_FOLDER / name).write_bytes(data)


def entry(target: object, new: bytes = b"asing", old: str = "") -> dict[str, object]:
    return {"target": target, "new": hashlib.sha256(new).hexdigest(), "old": old}


SOUND = entry("c.docx")


@pytest.mark.parametrize(
    "content",
    [
        *[
            {"version": 2, "files": [SOUND, entry(target)]}
            for target in (
                "../x.docx", "a/../../x.docx", "/tmp/x.docx", "C:\\x.docx", "..\\x.docx", "c:x",
                "", ".", 5, None, ["x"], "a\0b", "\ud800.docx", "keluar/x.docx",
                ".kerja/jurnal.json",
            )
        ],
        {"version": 2, "files": [SOUND, {}]},
        {"version": 2, "files": [SOUND, "c.docx"]},
        {"version": 2, "files": {"a": 1}},
        {"version": 2, "files": None},
        {"version": 2},
        {"version": 3, "files": [SOUND]},
        [["c.docx", hashlib.sha256(b"asing").hexdigest()]],
        [1, 2],
        [],
        5,
        None,
        "teks",
        "",
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)  # fmt: skip
def test_a_foreign_journal_is_discarded_and_nothing_written(
    content: object, folder: Path, tmp_path: Path
) -> None:
    """Not even what it says of files inside the folder."""
    (tmp_path / "luar").mkdir()
    (folder / "keluar").symlink_to(tmp_path / "luar")
    before = files(tmp_path)
    journal(folder, content, {"baru-0": b"asing", "baru-1": b"asing"})
    (finding,) = restore(folder)
    assert finding.code == "HASIL-JURNAL"
    assert files(tmp_path) == before
    assert restore(folder) == []


def test_new_files_that_are_not_what_the_journal_says_are_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was in place already is undone."""
    killed_after_its_journal(folder, monkeypatch, moved=1)
    (folder / WORK_FOLDER / "baru-1").write_bytes(b"b ba")
    (finding,) = restore(folder)
    assert finding.code == "HASIL-JURNAL"
    assert files(folder) == {"a.docx": b"a lama", "b.docx": b"b lama"}


def test_a_journal_that_knows_the_hash_of_a_signed_file_replaces_it_not(folder: Path) -> None:
    signed = folder / "ditandatangani" / "renaksi.pdf"
    signed.parent.mkdir()
    signed.write_bytes(b"asli")
    old = hashlib.sha256(b"asli").hexdigest()
    journal(folder, {"version": 2, "files": [entry("ditandatangani/renaksi.pdf", old=old)]})
    restore(folder)
    assert signed.read_bytes() == b"asli"


@pytest.mark.parametrize("kind", ["file", "link", "dangling link", "pipe", "journal is a folder"])
def test_what_stands_in_the_place_of_the_work_folder_is_no_obstacle(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    work, other = folder / WORK_FOLDER, tmp_path / "lain"
    if kind == "file":
        work.write_bytes(b"x")
    elif kind == "journal is a folder":
        (folder / JOURNAL).mkdir(parents=True)
    elif kind == "pipe":
        os.mkfifo(work)
    else:
        if kind == "link":
            other.mkdir()
            (other / "milik orang").write_bytes(b"x")
        work.symlink_to(other)
    (finding,) = restore(folder)
    assert finding.code == "HASIL-JURNAL"
    replace_files({"a.docx": b"a baru"}, folder)
    assert files(folder) == {"a.docx": b"a baru", "b.docx": b"b lama"}
    assert kind != "link" or files(other) == {"milik orang": b"x"}
