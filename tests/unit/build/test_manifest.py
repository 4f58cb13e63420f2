"""What the manifest writes down of a run, and reads again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases.plans import plan
from tests.cases.workshops import Counting, contents
from tests.cases.year_folder import make_decree
from zi_docs.build import manifest as manifests
from zi_docs.build.manifest import Manifest, Output, Record, Standing
from zi_docs.findings import Place, warning

FINDING = warning("KEP-NAMA", "Nama Sekretaris belum ada.", Place("zi.xlsx", "Pejabat", "B5"))
WHOLE = Manifest(
    made="2026-01-22T08:00:00+07:00",
    tools={"docxtpl": "0.20"},
    outputs={
        "keputusan/renaksi-asli.docx": Output("a1"),
        "keputusan/renaksi-asli.pdf": Output("b2", "keputusan/renaksi-asli.baru.pdf"),
    },
    records={
        "keputusan/renaksi-asli": Record(
            content={"judul": "c3"},
            form={"kertas naskah": "d4"},
            template="e5",
            program="f6",
            office="a7",
            targets=("keputusan/renaksi-asli.docx", "keputusan/renaksi-asli.pdf"),
            findings=(FINDING,),
            blanks=("nomor",),
            id="renaksi",
        ),
        "bundel/keputusan-renaksi": Record(needs={"keputusan/renaksi-asli": "b8"}),
    },
    cells={"Pejabat|SEK|nama": "c9"},
    findings=(FINDING,),
    standing=Standing("zi.xlsx", "d0", ("logo.png",), ("keputusan/renaksi-asli.docx",), True),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / manifests.NAME).write_bytes(manifests.as_bytes(WHOLE))
    assert manifests.read(tmp_path) == WHOLE


def test_it_is_json_with_english_keys() -> None:
    content = json.loads(manifests.as_bytes(WHOLE))
    assert list(content) == [
        "version", "made", "tools", "outputs", "records", "cells", "findings", "standing",
    ]  # fmt: skip
    assert list(content["records"]["keputusan/renaksi-asli"]) == [
        "content", "form", "template", "needs", "program", "office", "targets", "findings",
        "blanks", "id", "part",
    ]  # fmt: skip
    assert content["outputs"]["keputusan/renaksi-asli.pdf"] == {
        "sha256": "b2",
        "place": "keputusan/renaksi-asli.baru.pdf",
    }


def test_a_manifest_of_an_older_program_is_as_none(tmp_path: Path) -> None:
    older = json.loads(manifests.as_bytes(WHOLE)) | {"version": 2}
    (tmp_path / manifests.NAME).write_text(json.dumps(older))
    assert manifests.read(tmp_path) == Manifest()


def test_only_the_manifest_holds_the_time_of_making(folder: Path, office: Counting) -> None:
    again = folder.parent.parent / "lagi" / "2026"
    make_decree(plan(), office, again)
    assert contents(again) == contents(folder)
    one, other = manifests.read(folder), manifests.read(again)
    assert one.same_as(other)
    assert one.made
    assert one.tools["LibreOffice"]


def test_every_product_has_a_record_of_its_own(folder: Path) -> None:
    """The sheet of initials publishes nothing; the bundle is known by what it was given."""
    records = manifests.read(folder).records
    assert {name: record.targets for name, record in records.items()} == {
        "bundel/keputusan-renaksi": ("bundel/keputusan-renaksi.pdf",),
        "keputusan/renaksi-asli": ("keputusan/renaksi-asli.docx", "keputusan/renaksi-asli.pdf"),
        "keputusan/renaksi-paraf": (),
        "keputusan/renaksi-salinan": (
            "keputusan/renaksi-salinan.docx",
            "keputusan/renaksi-salinan.pdf",
        ),
    }
    bundle = records["bundel/keputusan-renaksi"]
    assert bundle.needs == {
        name: records[name].key for name in ("keputusan/renaksi-paraf", "keputusan/renaksi-asli")
    }


def changed(path: tuple[str, ...], value: object) -> dict[str, object]:
    """The manifest as JSON with another value at a path of keys."""
    content = json.loads(manifests.as_bytes(WHOLE))
    place = content
    for key in path[:-1]:
        place = place[int(key)] if isinstance(place, list) else place[key]
    place[path[-1]] = value
    return content  # type: ignore[no-any-return]


ORIGINAL = "keputusan/renaksi-asli"


@pytest.mark.parametrize(
    "content",
    [
        changed(("made",), 5),
        changed(("tools",), ["docxtpl"]),
        changed(("tools", "docxtpl"), 5),
        changed(("outputs",), None),
        changed(("outputs", "keputusan/renaksi-asli.docx"), 5),
        changed(("outputs", "keputusan/renaksi-asli.docx", "sha256"), 5),
        changed(("outputs", "keputusan/renaksi-asli.docx", "place"), 5),
        changed(("outputs", "keputusan/renaksi-asli.docx", "place"), "../../lain.docx"),
        changed(("outputs", "/etc/passwd"), {"sha256": "a"}),
        changed(("outputs", "../luar.docx"), {"sha256": "a"}),
        changed(("outputs", "a\0b"), {"sha256": "a"}),
        changed(("records",), []),
        changed(("records", ORIGINAL), None),
        changed(("records", ORIGINAL, "content"), [1]),
        changed(("records", ORIGINAL, "content", "judul"), {"a": 1}),
        changed(("records", ORIGINAL, "needs"), 7),
        changed(("records", ORIGINAL, "targets"), [5]),
        changed(("records", ORIGINAL, "targets"), ["/etc/passwd"]),
        changed(("records", ORIGINAL, "targets"), "keputusan/renaksi-asli.docx"),
        changed(("records", ORIGINAL, "part"), "../x.pdf"),
        changed(("records", ORIGINAL, "id"), 5),
        changed(("records", ORIGINAL, "blanks"), "nomor"),
        changed(("records", ORIGINAL, "findings"), [5]),
        changed(("cells",), {"a": 1}),
        changed(("findings", "0", "severity"), "gawat"),
        changed(("findings", "0", "severity"), ["kesalahan"]),
        changed(("findings", "0", "code"), 5),
        changed(("findings", "0", "place"), {"file": 5}),
        changed(("findings", "0", "place"), None),
        changed(("findings", "0", "place", "sheet"), 5),
        changed(("findings", "0", "place", "paragraph"), "5"),
        changed(("standing",), 5),
        changed(("standing", "source"), None),
        changed(("standing", "beside"), [5]),
        changed(("standing", "outputs"), ["/etc/passwd"]),
        changed(("standing", "whole"), "ya"),
        [1],
        5,
        None,
        "teks",
    ],
    ids=repr,
)
def test_a_manifest_of_another_shape_is_damaged(content: object, tmp_path: Path) -> None:
    (tmp_path / manifests.NAME).write_text(json.dumps(content))
    assert manifests.read(tmp_path) == Manifest(damaged=True)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a":' * 100_000, "\xff", "1" * 5000])
def test_a_damaged_manifest_is_told_and_rebuilt(text: str, folder: Path, office: Counting) -> None:
    """Nothing that stands there is touched, and the next run finds all of it as it should be."""
    before, written = contents(folder), manifests.read(folder)
    (folder / manifests.NAME).write_bytes(text.encode("latin-1"))
    built = make_decree(plan(), office, folder)
    assert [finding.code for finding in built.findings] == ["MAN-RUSAK"]
    assert contents(folder) == before
    assert manifests.read(folder).records == written.records
    assert make_decree(plan(), office, folder).findings == ()
