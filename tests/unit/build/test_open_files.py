"""A document that is open in Word while its new version is to be published, as Windows has it."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from zi_docs.build.publish import publish, replace_own
from zi_docs.errors import ExitCode, OutputError, system_reason
from zi_docs.settings import DEFAULTS

DOCX = Path(DEFAULTS.templates, "undangan.docx").read_bytes()
ACCESS_DENIED, SHARING_VIOLATION = 5, 32


def refusal(source: Path, target: Path, winerror: int | None) -> PermissionError:
    """What Windows says of a renaming over a file that is open; other systems have no number."""
    problem = PermissionError(errno.EACCES, "denied", str(source), None, str(target))
    if winerror is not None:
        problem.winerror = winerror  # type: ignore[attr-defined]
    return problem


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """`b.docx`, which nobody may replace while Word has it open."""
    return hindered(monkeypatch, folder / "b.docx", ACCESS_DENIED)


def hindered(
    monkeypatch: pytest.MonkeyPatch, path: Path, winerror: int | None, times: int = 99
) -> Path:
    replace, left = Path.replace, [times]

    def refused(source: Path, target: Path) -> Path:
        if target == path and left[0]:
            left[0] -= 1
            raise refusal(source, target, winerror)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refused)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"lama")
    return tmp_path


def test_it_is_named_and_nothing_is_half_written(opened: Path, folder: Path) -> None:
    with pytest.raises(OutputError) as caught:
        publish({"a.docx": DOCX, "b.docx": DOCX}, folder)
    assert str(caught.value) == (
        f"b.docx sedang dibuka di Word, jadi tidak dapat diganti ({opened}). Semua berkas yang "
        "lama tetap ada. Tutuplah b.docx, lalu jalankan perintah ini kembali."
    )
    assert caught.value.exit_code is ExitCode.KELUARAN_GAGAL
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.docx": b"lama",
        "b.docx": b"lama",
    }


def test_when_it_is_closed_the_next_run_publishes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        hindered(patch, folder / "b.docx", ACCESS_DENIED)
        with pytest.raises(OutputError):
            publish({"a.docx": DOCX, "b.docx": DOCX}, folder)
    publish({"a.docx": DOCX, "b.docx": DOCX}, folder)
    assert (folder / "b.docx").read_bytes() == DOCX


@pytest.mark.parametrize(
    ("name", "beside", "program"),
    [
        ("renaksi-asli.docx", "~$naksi-asli.docx", "Word"),
        ("notula.docx", "~$notula.docx", "Word"),
        ("area 1.xlsx", "~$area 1.xlsx", "Excel"),
        ("notula.pdf", ".~lock.notula.pdf#", "pembaca PDF"),
    ],
)
def test_the_file_that_marks_an_open_one(
    name: str, beside: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a shared folder the program may run on another computer, of another system."""
    path = hindered(monkeypatch, tmp_path / name, None)
    path.write_bytes(b"lama")
    (tmp_path / beside).write_bytes(b"")
    with pytest.raises(OutputError, match=f"sedang dibuka di {program}"):
        replace_own(path, b"baru")
    assert sorted(item.name for item in tmp_path.iterdir()) == sorted([name, beside])


def test_what_a_virus_scanner_looks_into_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hindered(monkeypatch, folder / "b.docx", SHARING_VIOLATION, times=2)
    publish({"a.docx": DOCX, "b.docx": DOCX}, folder)
    assert (folder / "b.docx").read_bytes() == DOCX


def test_the_copy_of_a_file_that_is_only_to_be_read_can_be_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows would keep it, and the work folder with it; here it is looked at before."""
    (folder / "b.docx").chmod(0o444)
    modes: list[int] = []

    def looked_at(work: Path) -> None:
        modes.extend(path.stat().st_mode & 0o200 for path in work.glob("lama-*"))
        shutil.rmtree(work)

    monkeypatch.setattr("zi_docs.build.journal._remove_work_folder", looked_at)
    publish({"a.docx": DOCX, "b.docx": DOCX}, folder)
    assert modes == [0o200, 0o200]
    assert (folder / "b.docx").read_bytes() == DOCX


def test_a_folder_that_may_not_be_written_is_another_matter(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hindered(monkeypatch, folder / "b.docx", None)
    with pytest.raises(OutputError, match="izin ditolak"):
        replace_own(folder / "b.docx", b"baru")


def test_a_file_that_is_in_use_is_not_said_to_be_forbidden() -> None:
    problem = refusal(Path("a"), Path("b"), SHARING_VIOLATION)
    assert system_reason(problem) == "sedang dipakai"
