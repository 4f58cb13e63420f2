"""The output folder: whole or not at all, and nobody's file written over."""

from __future__ import annotations

import errno
import os
import resource
import signal
from datetime import date
from pathlib import Path

import pytest

from tests.cases.signing import signed, text_pdf, throw_away_signer
from tests.cases.workshops import Counting, contents
from tests.cases.year_folder import make_decree, reworded
from zi_docs.build import manifest as manifests
from zi_docs.build.inspection import inspect
from zi_docs.build.publish import publish, write_new, write_new_whole
from zi_docs.errors import ExitCode, OutputError
from zi_docs.pdf.destinations import PageSpot
from zi_docs.pdf.signing import SignatureField, add_signature_fields


def test_files_appear_under_their_names_and_nothing_else(tmp_path: Path) -> None:
    published = publish({"a/x.json": b"satu", "b.csv": b"dua"}, tmp_path)
    assert [path.read_bytes() for path in published] == [b"satu", b"dua"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b.csv", "x.json"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    (path,) = publish({"x.json": b"satu"}, tmp_path)
    os.utime(path, (1, 1))
    publish({"x.json": b"satu"}, tmp_path)
    assert path.stat().st_mtime == 1


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(OutputError, match="Periksa izin") as caught:
        publish({"x.json": b"satu"}, tmp_path / "berkas")
    assert caught.value.exit_code is ExitCode.KELUARAN_GAGAL


def test_a_new_file_is_never_laid_over_another(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_new(path, b"satu")
    with pytest.raises(OutputError, match="tidak akan ditimpa"):
        write_new(path, b"dua")
    assert path.read_bytes() == b"satu"


def test_a_new_file_that_finds_no_room_does_not_stay(tmp_path: Path) -> None:
    """The system allows this process no file of more than 10 bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with pytest.raises(OutputError, match="sisa ruang"):
            write_new(tmp_path / "buku.xlsx", b"lebih dari sepuluh")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_somebody_takes_meanwhile_is_not_taken_from_him(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notula.pdf"
    monkeypatch.setattr("zi_docs.build.publish.refuse_existing", lambda _: path.write_bytes(b"A"))
    with pytest.raises(OutputError, match="sudah ada dan tidak akan ditimpa"):
        write_new_whole(path, b"B")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("notula.pdf", b"A")]


def test_a_new_file_is_written_where_the_disk_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_new_whole(tmp_path / "notula.pdf", b"B")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("notula.pdf", b"B")]


def test_a_signed_file_is_never_written_over(tmp_path: Path) -> None:
    """Nor is anything else of that run; a damaged PDF may be replaced."""
    empty = add_signature_fields(
        text_pdf("isi"), [SignatureField("KETUA", PageSpot(0, 100, 200))], date(2026, 1, 22)
    )
    done = signed(empty, "ttd_KETUA", throw_away_signer())
    (tmp_path / "a.pdf").write_bytes(done)
    (tmp_path / "b.csv").write_bytes(b"%PDF- rusak")
    with pytest.raises(OutputError, match="sudah ditandatangani"):
        publish({"b.csv": b"baru", "a.pdf": empty}, tmp_path)
    assert (tmp_path / "a.pdf").read_bytes() == done
    assert (tmp_path / "b.csv").read_bytes() == b"%PDF- rusak"
    publish({"b.csv": b"baru"}, tmp_path)
    assert (tmp_path / "b.csv").read_bytes() == b"baru"


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "penuh"), (errno.EROFS, "hanya dapat dibaca"), (errno.EACCES, "izin ditolak")],
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
        make_decree(reworded(), office, folder)
    monkeypatch.undo()
    assert "Berkas yang lama tetap ada" in str(caught.value)
    assert contents(folder) == before
    assert (folder / manifests.NAME).read_bytes() == manifest
    assert make_decree(reworded(), office, folder).written
    assert inspect(folder) == []


def test_a_damaged_file_is_never_published(folder: Path) -> None:
    with pytest.raises(OutputError, match=r"x\.pdf .*rusak"):
        publish({"y.json": b"{}", "x.pdf": b"%PDF"}, folder)
    assert not (folder / "y.json").exists()


@pytest.mark.parametrize("linked", ["rapat", "rapat/R-01"])
def test_a_folder_that_is_a_link_is_not_written_through(linked: str, tmp_path: Path) -> None:
    """Neither out of the folder nor into another one of it, where what was signed may lie."""
    for other in (tmp_path / "milik orang", tmp_path / "2026" / "ditandatangani"):
        other.mkdir(parents=True)
        link = tmp_path / "2026" / linked
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(other)
        with pytest.raises(OutputError, match=f"{linked} adalah tautan ke .*{other.name}") as told:
            publish({"a.csv": b"1", "rapat/R-01/b.csv": b"2"}, tmp_path / "2026")
        assert told.value.exit_code is ExitCode.KELUARAN_GAGAL
        assert list(other.iterdir()) == []
        assert not (tmp_path / "2026" / "a.csv").exists()
        link.unlink()
