"""What was signed is never made again; where the plan goes beyond it, an amendment is asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.meetings import meeting, year
from tests.cases.plans import plan, rich, with_decree
from tests.cases.products import products
from tests.cases.workshops import Counting, FakeOffice, contents, make
from tests.cases.year_folder import ORIGINAL, make_decree, reworded, sign
from zi_docs.build import manifest as manifests
from zi_docs.build import signed_papers as registers
from zi_docs.build.making import Wishes
from zi_docs.build.manifest import Manifest, Record
from zi_docs.build.signed_papers import records_of
from zi_docs.errors import OutputError
from zi_docs.product import Family


def test_a_change_after_signing_asks_for_an_amendment_and_touches_nothing(
    folder: Path, office: Counting
) -> None:
    """Neither the signed file, nor what it was made from, nor the copy made from it."""
    sign(folder)
    before = contents(folder)
    built = make_decree(reworded(), office, folder)
    assert [finding.code for finding in built.findings] == ["KEP-PERUBAHAN"]
    assert "revisi" in built.findings[0].message
    assert contents(folder) == before
    assert built.written == ()


def test_the_amendment_names_what_changed_and_the_signed_file(
    folder: Path, office: Counting
) -> None:
    signed = sign(folder)
    (finding,) = make_decree(reworded(), office, folder).findings
    assert finding.place.file == str(signed)
    assert finding.message.startswith(
        "keputusan/renaksi-asli sudah ditandatangani, tetapi buku kerja kini berbeda pada "
        "rencana_aksi"
    )


def test_signed_and_unchanged_is_nothing_to_tell(folder: Path, office: Counting) -> None:
    sign(folder)
    assert make_decree(plan(), office, folder).findings == ()


def test_of_a_signed_decree_the_copy_is_not_sealed(folder: Path, office: Counting) -> None:
    """The original is, and the bundle that holds it; the copy is only as fresh as its inputs."""
    sign(folder)
    reasons = {reason.name: reason.why for reason in make_decree(plan(), office, folder).reasons}
    assert reasons == {
        "keputusan/renaksi-paraf": "tidak ada yang berubah",
        "keputusan/renaksi-asli": "sudah ditandatangani, tidak dibuat ulang",
        "keputusan/renaksi-salinan": "tidak ada yang berubah",
        "bundel/keputusan-renaksi": "sudah ditandatangani, tidak dibuat ulang",
    }


def test_another_paper_size_after_signing_needs_no_amendment(
    folder: Path, office: Counting
) -> None:
    """What it looks like is no content: the signed paper stays, copy and sheet are made anew."""
    sign(folder)
    original = (folder / ORIGINAL).read_bytes()
    year = plan()
    on_a4 = replace(year, office=replace(year.office, keputusan_kertas="A4"))
    built = make_decree(on_a4, office, folder)
    assert built.findings == ()
    assert (folder / ORIGINAL).read_bytes() == original
    stale = {reason.name: reason.why for reason in built.reasons if not reason.fresh}
    assert stale == dict.fromkeys(
        ("keputusan/renaksi-paraf", "keputusan/renaksi-salinan"), "kertas naskah berubah"
    )


def test_forced_or_lost_what_was_signed_stays(folder: Path, office: Counting) -> None:
    sign(folder)
    before = contents(folder)
    make_decree(plan(), office, folder, force=True)
    assert contents(folder) == before
    (folder / ORIGINAL).unlink()
    make_decree(plan(), office, folder)
    assert not (folder / ORIGINAL).exists()


def test_a_number_given_after_signing_is_no_amendment(office: Counting, tmp_path: Path) -> None:
    """Signed with a blank for number and date; the copy that shows them is made now."""
    folder = tmp_path / "hasil" / "2026"
    blank = with_decree(plan(), nomor="", tanggal=None)
    make_decree(blank, office, folder)
    assert not (folder / "keputusan/renaksi-salinan.docx").exists()
    sign(folder)
    original = (folder / ORIGINAL).read_bytes()
    built = make_decree(plan(), office, folder)
    assert built.findings == ()
    assert (folder / ORIGINAL).read_bytes() == original
    assert (folder / "keputusan/renaksi-salinan.docx").is_file()


# Which products a signed file stands for


def made(*names_and_ids: tuple[str, str, tuple[str, ...]]) -> Manifest:
    """A manifest with records of these names, IDs and needs."""
    return Manifest(
        records={
            name: Record(id=key, needs=dict.fromkeys(needs, "x"))
            for name, key, needs in names_and_ids
        }
    )


YEAR = made(
    ("keputusan/renaksi-paraf", "", ()),
    ("keputusan/renaksi-asli", "renaksi", ()),
    ("keputusan/renaksi-salinan", "", ()),
    ("bundel/keputusan-renaksi", "", ("keputusan/renaksi-paraf", "keputusan/renaksi-asli")),
    ("jdih/2026kpt0010", "", ("keputusan/renaksi-salinan",)),
    ("rapat/R-01/undangan", "R-01", ()),
    ("rapat/R-01/notula", "", ()),
    ("bundel/rapat-R-01", "", ("rapat/R-01/undangan", "rapat/R-01/notula")),
)


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("renaksi", ["keputusan/renaksi-asli", "bundel/keputusan-renaksi"]),
        ("RENAKSI", ["keputusan/renaksi-asli", "bundel/keputusan-renaksi"]),
        ("R-01", ["rapat/R-01/undangan", "bundel/rapat-R-01"]),
        ("rapat/R-01/notula", ["rapat/R-01/notula", "bundel/rapat-R-01"]),
        ("keputusan/renaksi-salinan", ["keputusan/renaksi-salinan", "jdih/2026kpt0010"]),
        ("", []),
        ("sk-tim", []),
    ],
)
def test_an_id_or_a_name_stands_for_a_paper_and_what_holds_it(key: str, names: list[str]) -> None:
    """By its ID a decree is its original, not the copy and what is published of it."""
    assert list(records_of(key, YEAR)) == names


def test_a_signed_invitation_seals_its_bundle_and_leaves_the_minutes(tmp_path: Path) -> None:
    folder = tmp_path / "2026"

    def run(pembahasan: str) -> dict[str, str]:
        held = year(meeting(pembahasan=rich(pembahasan)))
        papers = products(held, Family.MEETING)
        built = make(
            [product for product in papers if not product.on_request],
            FakeOffice(), folder, Wishes(plan=held),
        )  # fmt: skip
        return {reason.name.rpartition("/")[2]: reason.why for reason in built.reasons}

    run("")
    sign(folder, "R-01")
    reasons = run("Dibahas.")
    assert reasons["undangan"] == reasons["rapat-R-01"] == (
        "sudah ditandatangani, tidak dibuat ulang"
    )  # fmt: skip
    assert reasons["notula"] == "isi pembahasan berubah"


# The register


def test_a_register_that_cannot_be_read_stops_every_run(folder: Path, office: Counting) -> None:
    sign(folder)
    (folder / registers.NAME).write_text("rusak")
    before = contents(folder)
    with pytest.raises(OutputError, match="sudah ditandatangani"):
        make_decree(reworded(), office, folder)
    assert contents(folder) == before


def test_what_is_written_is_read_again(folder: Path) -> None:
    sign(folder)
    register = registers.read(folder)
    (entry,) = register.entries
    assert dict(entry.records) == records_of("renaksi", manifests.read(folder))
    assert registers.as_bytes(register) == (folder / registers.NAME).read_bytes()


def test_the_register_of_an_older_program_still_protects(folder: Path, office: Counting) -> None:
    """What it wrote down of content cannot be compared: nothing is told, nothing is made."""
    sign(folder)
    content = json.loads((folder / registers.NAME).read_text())
    (entry,) = content["entries"]
    entry["documents"] = {
        name: {"inputs": {"isi": "0a1b"}, "files": record["targets"]}
        for name, record in entry.pop("records").items()
    }
    (folder / registers.NAME).write_text(json.dumps({"entries": [entry]}))
    (read,) = registers.read(folder).entries
    assert list(read.records) == ["keputusan/renaksi-asli", "bundel/keputusan-renaksi"]
    original = (folder / ORIGINAL).read_bytes()
    built = make_decree(reworded(), office, folder)
    assert built.findings == ()
    assert (folder / ORIGINAL).read_bytes() == original
    sealed = {r.name for r in built.reasons if r.why == "sudah ditandatangani, tidak dibuat ulang"}
    assert sealed == {"keputusan/renaksi-asli", "bundel/keputusan-renaksi"}
