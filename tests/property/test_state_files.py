"""The program's own records, whatever became of them: read, rebuilt or refused, and no file of
anybody's is touched.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.workshops import FakeOffice
from tests.property.examples import tried
from zi_docs.build import manifest, signed_papers
from zi_docs.build.inspection import inspect
from zi_docs.build.journal import WORK_FOLDER
from zi_docs.build.lock import HOLDER_FILE, lock_folder
from zi_docs.build.manifest import Manifest, Output, Record, Standing
from zi_docs.build.publish import restore
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.build.unchanged import Sources, unchanged
from zi_docs.errors import BusyError, OutputError
from zi_docs.findings import Place, warning
from zi_docs.pdf.conversion_cache import CachedConverter
from zi_docs.pdf.jobs import Job

YEAR = "2026"
PATHS = [
    "a.docx", "../luar.txt", "/etc/passwd", "a/../../luar.txt", "C:\\x", "", ".", "a\0b",
    "tautan/x", "x" * 300, "folder", "\udcff", ".kerja/baru-0", "ditandatangani/renaksi.pdf",
]  # fmt: skip
HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
    st.sampled_from([*PATHS, HASH, "2026-01-22", "kesalahan"]),
)  # fmt: skip
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(PATHS), st.text(max_size=6)), inner, max_size=3),
    ),
    max_leaves=8,
)

RECORD = Record(
    {"judul": "a1"}, {"kertas": "b2"}, "c3", {"x": "d4"}, "e5", "f6", ("a.docx",),
    (warning("RA-BULAN", "Bubuhkan √.", Place("zi.xlsx", "Rencana Aksi", "G4")),), ("nomor",),
    "renaksi", "a.docx",
)  # fmt: skip
SOUND: dict[str, bytes] = {
    manifest.NAME: manifest.as_bytes(
        Manifest("2026-01-22", {"python": "3"}, {"a.docx": Output(HASH, "a.baru.docx")},
                 {"keputusan/renaksi-asli": RECORD}, {"Instansi!B4": "1"}, RECORD.findings,
                 Standing("/kantor/zi-2026.xlsx", "k", ("logo.png",), ("a.docx",)))
    ),
    signed_papers.NAME: signed_papers.as_bytes(
        Register((Entry("renaksi", "ditandatangani/renaksi.pdf", HASH, "2026-01-22", "10",
                        ("Ketua",), {"keputusan/renaksi-asli": RECORD}),))
    ),
    f"{WORK_FOLDER}/jurnal.json": json.dumps(
        {"version": 2, "files": [{"target": "a.docx", "old": HASH, "new": HASH}]}
    ).encode(),
    HOLDER_FILE: json.dumps({"pid": 5, "host": "h", "user": "u", "sejak": "2026"}).encode(),
}  # fmt: skip


def spots(value: Any, put: Callable[[Any], None]) -> list[Callable[[Any], None]]:
    """For each place in a JSON value a function that puts another there."""
    found = [put]
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        found += spots(inner, lambda new, key=key: value.__setitem__(key, new))  # type: ignore[misc]
    return found


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """A state file: with another value somewhere, of any JSON, cut short, or of any bytes."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return draw(st.binary(max_size=60))
    if kind == 1:
        return json.dumps(draw(JSON)).encode()
    if kind == 2:
        return sound[: draw(st.integers(0, len(sound)))]
    content = {"": json.loads(sound)}
    for _ in range(draw(st.integers(1, 3))):
        places = spots(content[""], lambda new: content.__setitem__("", new))
        draw(st.sampled_from(places))(draw(JSON))
    return json.dumps(content[""]).encode()


def office_folder(root: Path) -> Path:
    """A year's folder beside which somebody's own files stand, one of them behind a link."""
    folder = root / "hasil" / YEAR
    (folder / "ditandatangani").mkdir(parents=True)
    (folder / "folder").mkdir()
    (folder / WORK_FOLDER).mkdir()
    (folder / WORK_FOLDER / "baru-0").write_bytes(b"")
    (folder / "a.docx").write_bytes(b"suntingan")
    (folder / "ditandatangani" / "renaksi.pdf").write_bytes(b"asli")
    (root / "luar").mkdir()
    (root / "luar" / "x").write_bytes(b"milik orang")
    (root / "hasil" / "luar.txt").write_bytes(b"milik orang")
    (folder / "tautan").symlink_to(root / "luar")
    return folder


def nobody_elses(root: Path) -> dict[str, bytes]:
    """What no record may change: all outside the year's folder, what was signed or edited."""
    year = root / "hasil" / YEAR
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and (
            not path.is_relative_to(year)
            or path.parent.name == "ditandatangani"
            or path.name == "a.docx"
        )
    }


@pytest.mark.parametrize("name", list(SOUND))
def test_a_damaged_record_is_read_rebuilt_or_refused(name: str) -> None:
    @tried(60)
    @given(damaged(SOUND[name]))
    def holds(content: bytes) -> None:
        with TemporaryDirectory() as place:
            root = Path(place)
            folder = office_folder(root)
            for other, sound in SOUND.items():
                (folder / other).write_bytes(sound)
            (folder / name).write_bytes(content)
            before = nobody_elses(root)
            met(folder)
            assert nobody_elses(root) == before

    holds()


def met(folder: Path) -> None:
    """Everything that reads the records of a folder, as the verbs do."""
    manifest.read(folder)
    signed_papers.signed_products(folder)
    sources = Sources(folder / "zi-2026.xlsx", folder / "templat", "")
    for read in (
        lambda: restore(folder),
        lambda: inspect(folder),
        lambda: unchanged(sources, folder.parent),
        lambda: occupied(folder),
    ):
        try:
            for finding in read() or ():
                assert str(finding)
        except OutputError as problem:
            assert problem.what
            assert problem.remedy


def occupied(folder: Path) -> None:
    """A second run that meets the first reads who holds the folder."""
    holder = (folder / HOLDER_FILE).read_bytes() if (folder / HOLDER_FILE).exists() else b""
    with lock_folder(folder):
        (folder / HOLDER_FILE).write_bytes(holder)
        with pytest.raises(BusyError) as caught, lock_folder(folder):
            "Nobody comes here."
    assert caught.value.what.isprintable()


@tried(60)
@given(st.one_of(st.binary(max_size=200), st.just(b"0" * 64 + b"%PDF-1.7")))
def test_whatever_the_cache_holds_a_pdf_comes_out(content: bytes) -> None:
    with TemporaryDirectory() as place:
        office = FakeOffice()
        cache = CachedConverter(office, Path(place), 10_000)
        job = Job("naskah", b"isi")
        pdf = cache.submit(job).result()
        for path in Path(place).iterdir():
            path.write_bytes(content)
        again = CachedConverter(replace(office), Path(place), 10_000)
        assert again.submit(job).result() == pdf
