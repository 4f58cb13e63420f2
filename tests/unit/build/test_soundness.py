"""A result that is no longer what was made: noticed, and made again or laid beside."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cases.plans import plan
from tests.cases.signing import text_pdf
from tests.cases.workshops import Counting, contents
from tests.cases.year_folder import ORIGINAL, as_word_saves, make_decree, reworded, sign
from zi_docs.build.inspection import inspect
from zi_docs.build.soundness import Condition, condition
from zi_docs.findings import Finding
from zi_docs.ooxml import write_parts

PDF = "keputusan/renaksi-salinan.pdf"
BUNDLE = "bundel/keputusan-renaksi.pdf"


def told(findings: tuple[Finding, ...], folder: Path) -> list[tuple[str, str]]:
    return [(f.code, Path(f.place.file).relative_to(folder).as_posix()) for f in findings]


@pytest.mark.parametrize("left", ["nothing", "a byte", "half", "all but a byte"])
def test_a_cut_result_is_made_again_and_that_is_said(
    left: str, folder: Path, office: Counting
) -> None:
    before = contents(folder)
    names = [ORIGINAL, PDF, BUNDLE]
    for name in names:
        length = len(before[name])
        count = {"nothing": 0, "a byte": 1, "half": length // 2, "all but a byte": length - 1}[left]
        (folder / name).write_bytes(before[name][:count])
    built = make_decree(plan(), office, folder)
    assert sorted(told(built.findings, folder)) == sorted(("HASIL-RUSAK", name) for name in names)
    assert set(built.written) == {folder / name for name in names}
    assert contents(folder) == before
    assert make_decree(plan(), office, folder).findings == ()


def in_its_place(kind: str, path: Path, folder: Path) -> None:
    """Put something else where a result stands."""
    other = folder.parent / "lain.bin"
    other.write_bytes(b"milik orang lain")
    older = path.read_bytes()
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
            (path / "isi.txt").write_bytes(b"milik orang lain")
        case "link":
            path.symlink_to(other)
        case "dangling link":
            path.symlink_to(folder / "tidak ada")
        case "pipe":
            os.mkfifo(path)
        case "another program's file":
            path.write_bytes(b"milik orang lain")
        case "cut at its beginning":
            path.write_bytes(older[100:])
        case "another paper" if path.suffix == ".pdf":
            path.write_bytes(text_pdf("naskah lain"))
        case _:
            path.write_bytes(write_parts({"[Content_Types].xml": b"<Types/>", "lain": b""}))


def state(path: Path) -> object:
    """What stands there, without opening a pipe."""
    if path.is_symlink():
        return path.readlink()
    if path.is_dir():
        return sorted(child.read_bytes() for child in path.iterdir())
    return path.read_bytes() if path.is_file() else "a pipe"


@pytest.mark.parametrize(
    "kind",
    ["folder", "link", "dangling link", "pipe", "another program's file", "cut at its beginning",
     "another paper"],
)  # fmt: skip
def test_a_foreign_result_is_kept_and_the_right_one_laid_beside_it(
    kind: str, folder: Path, office: Counting
) -> None:
    """And that is said as long as both stand there."""
    paths = [folder / ORIGINAL, folder / PDF]
    right = [path.read_bytes() for path in paths]
    for path in paths:
        in_its_place(kind, path, folder)
    foreign = [state(path) for path in paths]
    beside = [path.with_name(f"{path.stem}.baru{path.suffix}") for path in paths]
    for _ in range(2):
        built = make_decree(plan(), office, folder)
        assert sorted(told(built.findings, folder)) == [
            ("HASIL-ASING", ORIGINAL),
            ("HASIL-ASING", PDF),
        ]
        assert set(beside) < set(built.files)
        assert set(built.files).isdisjoint(paths)
        assert [path.read_bytes() for path in beside] == right
        assert [state(path) for path in paths] == foreign


def test_an_older_version_copied_back_is_noticed(folder: Path, office: Counting) -> None:
    older = contents(folder)
    make_decree(reworded(), office, folder)
    newer = contents(folder)
    for name in (ORIGINAL, PDF):
        (folder / name).write_bytes(older[name])
    built = make_decree(reworded(), office, folder)
    assert set(told(built.findings, folder)) == {("HASIL-ASING", ORIGINAL), ("HASIL-ASING", PDF)}
    beside = folder / "keputusan/renaksi-asli.baru.docx"
    assert beside.read_bytes() == newer[ORIGINAL]
    assert (folder / ORIGINAL).read_bytes() == older[ORIGINAL]


def test_what_somebody_edited_is_left_and_named(folder: Path, office: Counting) -> None:
    edited = as_word_saves(folder / ORIGINAL)
    (folder / ORIGINAL).write_bytes(edited)
    built = make_decree(plan(), office, folder)
    assert told(built.findings, folder) == [("HASIL-SUNTINGAN", ORIGINAL)]
    assert built.written == ()
    assert (folder / ORIGINAL).read_bytes() == edited


def test_a_file_that_may_not_be_read_is_foreign(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opened = folder / ORIGINAL, Path.open

    def forbidden(target: Path, *mode: str, **options: Any) -> IO[Any]:
        if target == path:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(target, *mode, **options)

    monkeypatch.setattr(Path, "open", forbidden)
    assert condition(path, "0" * 64) is Condition.FOREIGN
    assert {finding.code for finding in inspect(folder)} == {"MAN-DIUBAH"}


def test_a_cut_file_of_a_signed_paper_is_told_and_left(folder: Path, office: Counting) -> None:
    sign(folder)
    (folder / ORIGINAL).write_bytes(b"")
    built = make_decree(plan(), office, folder)
    assert told(built.findings, folder) == [("HASIL-RUSAK", ORIGINAL)]
    assert built.written == ()


@pytest.mark.parametrize(
    ("name", "damage", "expected"),
    [
        ("a.json", lambda content: content[:-1], Condition.FOREIGN),
        ("a.csv", lambda content: b"", Condition.FOREIGN),
        ("a.pdf", lambda content: b"%PDF-1.7\n5 0 obj", Condition.FOREIGN),
        ("a.xlsx", lambda content: b"PK\3\4", Condition.FOREIGN),
    ],
)
def test_text_is_judged_by_its_bytes_alone(
    name: str, damage: Callable[[bytes], bytes], expected: Condition, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(damage(b'{"a": 1}'))
    assert condition(tmp_path / name, "0" * 64) is expected
